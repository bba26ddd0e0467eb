use bindery_runtime as runtime;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Level {
    Value1,
    Half,
    Auto,
    Off,
    Nothing,
    Unknown(runtime::UnknownScalar<Self>),
}

impl runtime::OpenScalarEnum for Level {
    const KNOWN: &'static [Self] = &[
        Self::Value1,
        Self::Half,
        Self::Auto,
        Self::Off,
        Self::Nothing,
    ];

    fn scalar(&self) -> runtime::Scalar<'_> {
        match self {
            Self::Value1 => runtime::Scalar::Integer(1),
            Self::Half => runtime::Scalar::Number(0.5),
            Self::Auto => runtime::Scalar::Text("auto"),
            Self::Off => runtime::Scalar::Boolean(false),
            Self::Nothing => runtime::Scalar::Null,
            Self::Unknown(other) => other.scalar(),
        }
    }

    fn unknown(value: runtime::UnknownScalar<Self>) -> Self {
        Self::Unknown(value)
    }
}

impl runtime::Serialize for Level {
    fn serialize<S: runtime::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        runtime::scalar_enum::serialize(self, serializer)
    }
}

impl<'de> runtime::Deserialize<'de> for Level {
    fn deserialize<D: runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        runtime::scalar_enum::deserialize(deserializer)
    }
}
