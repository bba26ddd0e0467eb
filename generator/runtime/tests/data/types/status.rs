use bindery_runtime as runtime;

#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Status {
    Pending,
    Completed,
    Unknown(runtime::Unknown<Self>),
}

impl Status {
    pub fn as_str(&self) -> &str {
        match self {
            Self::Pending => "pending",
            Self::Completed => "completed",
            Self::Unknown(other) => other.as_str(),
        }
    }
}

impl runtime::OpenEnum for Status {
    const KNOWN: &'static [Self] = &[Self::Pending, Self::Completed];

    fn text(&self) -> &str {
        self.as_str()
    }

    fn unknown(text: runtime::Unknown<Self>) -> Self {
        Self::Unknown(text)
    }
}

impl From<&str> for Status {
    fn from(text: &str) -> Self {
        runtime::open_enum::parse(text)
    }
}

impl std::fmt::Debug for Status {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        runtime::debug(formatter, "Status", self)
    }
}

impl runtime::Serialize for Status {
    fn serialize<S: runtime::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> runtime::Deserialize<'de> for Status {
    fn deserialize<D: runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        runtime::open_enum::deserialize(deserializer)
    }
}
