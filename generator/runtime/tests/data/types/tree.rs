use bindery_runtime as runtime;

#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Node {
    pub child: Option<Box<Node>>,
    pub additional_properties: std::collections::BTreeMap<String, runtime::Value>,
}

impl<'de> runtime::Record<'de> for Node {
    fn read<A: runtime::MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        let mut child = runtime::Optional::new();
        let mut additional_properties = runtime::Rest::new();
        runtime::fill(
            map,
            &["child"],
            &mut [&mut child],
            &mut additional_properties,
        )?;
        Ok(Self {
            child: child.take(),
            additional_properties: additional_properties.take(),
        })
    }
}

impl<'de> runtime::Deserialize<'de> for Node {
    fn deserialize<D: runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        runtime::read(deserializer)
    }
}

impl runtime::Serialize for Node {
    fn serialize<S: runtime::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        runtime::write(
            serializer,
            &["child"],
            &[&runtime::IfSome(&self.child)],
            &self.additional_properties,
        )
    }
}

impl std::fmt::Debug for Node {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        runtime::debug(formatter, "Node", self)
    }
}

#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Tree {
    Branch(Vec<Tree>),
    Leaf(String),
    Unknown(runtime::UnknownVariant<Self>),
}

impl runtime::Union for Tree {
    const VARIANTS: &'static [runtime::Variant<Self>] = &[
        runtime::Variant::new("Branch", runtime::Shape::array(), |content| {
            runtime::read_variant(content).map(Self::Branch)
        }),
        runtime::Variant::new("Leaf", runtime::Shape::string(), |content| {
            runtime::read_variant(content).map(Self::Leaf)
        }),
    ];
    const TAG: Option<&'static str> = None;

    fn unknown(value: runtime::UnknownVariant<Self>) -> Self {
        Self::Unknown(value)
    }
}

impl<'de> runtime::Deserialize<'de> for Tree {
    fn deserialize<D: runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        runtime::union::deserialize(deserializer)
    }
}

impl runtime::Serialize for Tree {
    fn serialize<S: runtime::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Branch(variant) => runtime::Serialize::serialize(variant, serializer),
            Self::Leaf(variant) => runtime::Serialize::serialize(variant, serializer),
            Self::Unknown(value) => runtime::Serialize::serialize(value, serializer),
        }
    }
}

impl std::fmt::Debug for Tree {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        runtime::debug(formatter, "Tree", self)
    }
}
