//! The items of the list.

use crate::ir::{Docs, Origin};

/// Something that callers can name, or rely on without a name.
#[derive(Clone, Debug)]
pub struct Item {
    /// What it is.
    pub kind: ItemKind,
    /// Its path below the API's module, methods with parentheses: `types::Order::note()`. Unique among its kind.
    pub path: String,
    /// The path of the item that it belongs to; empty for none.
    pub owner: String,
    /// The path of the item that it comes and goes with, such as the field of a setter.
    pub follows: Option<String>,
    /// What the document calls it: this stays when the Rust name changes.
    pub identity: String,
    /// Its type, as Rust writes it; of an item that has none, a word on what it is.
    pub signature: String,
    /// What it is called with, of functions whose arguments have an order.
    pub arguments: Vec<Argument>,
    /// What goes over the wire because of it.
    pub facts: Vec<Fact>,
    /// What the document says of it in prose and bounds.
    pub docs: Docs,
    /// Where it stands in the document.
    pub origin: Origin,
}

/// An argument of a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument {
    /// Its name in Rust, which callers don't write.
    pub name: String,
    /// What the document calls it.
    pub identity: String,
    /// Its type.
    pub ty: String,
    /// How it goes over the wire.
    pub wire: String,
}

/// Something that goes over the wire, or has to be there so that it can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is about.
    pub aspect: Aspect,
    /// What is said of it. Several values are alternatives; none is all that there are.
    pub values: Vec<String>,
}

macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$doc])* $variant,)+
        }

        impl $name {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word for it that programs go by.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }
    };
}

words! {
    /// Kinds of items.
    ItemKind {
        /// The API itself.
        Api = "api",
        /// A cargo feature that is there, or on, because of the document.
        Feature = "feature",
        /// `Client::new`, or `new` of a struct.
        Constructor = "constructor",
        /// The enum of the servers.
        Servers = "servers",
        /// One of the servers.
        Server = "server",
        /// A credential of the builder.
        Credential = "credential",
        /// The client's method for a tag.
        Accessor = "accessor",
        /// What that method returns.
        Resource = "resource",
        /// A method that makes a call.
        Operation = "operation",
        /// The call that it makes.
        Call = "call",
        /// A setter of the call.
        Parameter = "parameter",
        /// What the call results in.
        Output = "output",
        /// The enum of what the call results in.
        Response = "response",
        /// One of its variants.
        Case = "case",
        /// The pages that the call is the first of.
        Pages = "pages",
        /// The events that the call can be answered by.
        Events = "events",
        /// The chunks that the answer of the call can be read in.
        Chunks = "chunks",
        /// The struct that reads headers of the answer.
        Headers = "headers",
        /// One of these headers.
        Header = "header",
        /// The body of an error.
        Error = "error",
        /// The body of a webhook.
        Webhook = "webhook",
        /// The body of a callback.
        Callback = "callback",
        /// A type of the document.
        Type = "type",
        /// A field.
        Field = "field",
        /// A setter of a struct.
        Setter = "setter",
        /// A value of an enum.
        Value = "value",
        /// A variant of a union.
        Variant = "variant",
        /// An implementation of a trait.
        Implementation = "implementation",
    }
}

words! {
    /// What facts are about.
    Aspect {
        /// Method and path.
        RequestLine = "request_line",
        /// The name on the wire, and where it stands.
        WireName = "wire_name",
        /// How a parameter becomes text.
        Encoding = "encoding",
        /// A parameter that is always sent with the same value.
        Constant = "constant",
        /// The media type of a body.
        MediaType = "media_type",
        /// Statuses that are read so.
        Statuses = "statuses",
        /// Base URLs.
        BaseUrl = "base_url",
        /// Alternatives of credentials, any of which a call needs.
        Security = "security",
        /// How a credential travels.
        Placement = "placement",
        /// What keys start with.
        Prefix = "prefix",
        /// A variable of the environment.
        Variable = "variable",
        /// How the next page is asked for.
        PageRule = "page_rule",
        /// Whether and how often a call is sent again.
        RetryRule = "retry_rule",
        /// How events are read.
        EventForm = "event_form",
        /// How `None` is written.
        Null = "null",
        /// By what a variant is recognised.
        Evidence = "evidence",
        /// What errors and traces call an operation.
        OperationId = "operation_id",
        /// What errors and traces show instead of a call's path.
        PathTemplate = "path_template",
        /// Cargo features with any of which an item is there.
        Gate = "gate",
    }
}

impl Item {
    /// An item that the document says nothing of but where it is.
    pub(super) fn new(kind: ItemKind, owner: &str, path: String, origin: &Origin) -> Self {
        Self {
            kind,
            path,
            owner: owner.to_owned(),
            follows: None,
            identity: String::new(),
            signature: String::new(),
            arguments: Vec::new(),
            facts: Vec::new(),
            docs: Docs::default(),
            origin: origin.clone(),
        }
    }

    pub(super) fn follows(mut self, path: impl Into<String>) -> Self {
        self.follows = Some(path.into());
        self
    }

    pub(super) fn identity(mut self, identity: impl Into<String>) -> Self {
        self.identity = identity.into();
        self
    }

    pub(super) fn signature(mut self, signature: impl Into<String>) -> Self {
        self.signature = signature.into();
        self
    }

    pub(super) fn arguments(mut self, arguments: Vec<Argument>) -> Self {
        let shown = arguments.iter();
        let shown = shown.map(|argument| format!("{}: {}", argument.name, argument.ty));
        self.signature = format!("({})", shown.collect::<Vec<_>>().join(", "));
        self.arguments = arguments;
        self
    }

    pub(super) fn fact(self, aspect: Aspect, value: impl Into<String>) -> Self {
        self.alternatives(aspect, vec![value.into()])
    }

    pub(super) fn alternatives(mut self, aspect: Aspect, values: Vec<String>) -> Self {
        self.facts.push(Fact { aspect, values });
        self
    }

    pub(super) fn docs(mut self, docs: &Docs) -> Self {
        self.docs = docs.clone();
        self
    }
}
