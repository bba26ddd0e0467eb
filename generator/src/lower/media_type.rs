//! Media types: how a body of each is made and read.

/// How bodies of a media type are encoded, as far as it is told apart here. The order is that of preference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Syntax {
    /// `application/json`.
    Json,
    /// `application/vnd.api+json` and the like.
    OtherJson,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/form-data` and its kin.
    Multipart,
    /// `application/octet-stream`.
    OctetStream,
    /// Text of any kind, XML included.
    Text,
    /// `text/event-stream`.
    EventStream,
    /// A range such as `*/*`.
    Range,
    /// Anything else: images, archives.
    Bytes,
}

impl Syntax {
    /// Reads the name of a media type, parameters and capitals aside (RFC 9110 §8.3.1).
    pub(crate) fn of(media_type: &str) -> Self {
        let essence = media_type.split(';').next().unwrap_or_default();
        let essence = essence.trim().to_ascii_lowercase();
        match essence.as_str() {
            "application/json" | "text/json" => Self::Json,
            "application/x-www-form-urlencoded" => Self::Form,
            "application/octet-stream" => Self::OctetStream,
            "text/event-stream" => Self::EventStream,
            "application/xml"
            | "application/yaml"
            | "application/x-yaml"
            | "application/jsonl"
            | "application/x-jsonl"
            | "application/ndjson"
            | "application/x-ndjson"
            | "application/json-seq"
            | "application/graphql"
            | "application/javascript"
            | "application/sql"
            | "application/toml" => Self::Text,
            other if other.ends_with("/*") => Self::Range,
            other if other.ends_with("+json") => Self::OtherJson,
            other if other.starts_with("multipart/") => Self::Multipart,
            other if other.starts_with("text/") => Self::Text,
            other if other.ends_with("+xml") || other.ends_with("+yaml") => Self::Text,
            _ => Self::Bytes,
        }
    }

    /// Whether it is JSON of any kind.
    pub(crate) fn is_json(self) -> bool {
        matches!(self, Self::Json | Self::OtherJson)
    }
}

/// The place of the media type to use: the most preferred one, the first of its kind.
pub(crate) fn preferred(media_types: &[String]) -> Option<&String> {
    media_types
        .iter()
        .min_by_key(|media_type| Syntax::of(media_type))
}

#[cfg(test)]
mod tests {
    use super::{Syntax, preferred};

    #[test]
    fn parameters_and_capitals_do_not_matter() {
        assert_eq!(Syntax::of("Application/JSON; charset=utf-8"), Syntax::Json);
        assert_eq!(Syntax::of("application/problem+json"), Syntax::OtherJson);
        assert_eq!(Syntax::of("image/*"), Syntax::Range);
        assert_eq!(Syntax::of("application/pdf"), Syntax::Bytes);
    }

    #[test]
    fn json_is_preferred_wherever_it_is_listed() {
        let listed =
            ["text/csv", "application/vnd.api+json", "application/json"].map(str::to_owned);
        assert_eq!(preferred(&listed), Some(&listed[2]));
        assert_eq!(preferred(&[]), None);
    }
}
