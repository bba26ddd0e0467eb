//! Where on a page something stands: which operation, and which part of it.

use super::operation;
use super::pattern::{first, patterns};

/// Where on a page something stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::pages) struct Context {
    /// The operation that was named last.
    pub(in crate::pages) operation: Option<operation::Line>,
    /// Which part of it the last heading announced.
    pub(in crate::pages) section: Section,
}

/// A part of an operation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::pages) enum Section {
    /// No heading says which.
    #[default]
    Unknown,
    /// Headers, and what authenticates.
    Headers,
    /// Parameters in the path.
    Path,
    /// Parameters of the query.
    Query,
    /// Parameters, and perhaps the body.
    Parameters,
    /// The body of the request.
    Request,
    /// What is answered, with its status if the page says it.
    Response(Option<u16>),
}

patterns! {
    HEADINGS = concat!(
        r"(?i)^(?:#{1,6}\s*|\*\*)?(?:",
        r"((?:(?:request|http) )?headers?(?: parameters)?|authori[sz]ations?|authentication)",
        r"|((?:path|url) (?:parameters|params))",
        r"|(query(?: string)?(?: (?:parameters|params))?)",
        r"|(parameters|params|arguments)",
        r"|((?:request )?(?:body|payload)(?: (?:parameters|params|fields))?|(?:example )?request(?: example| body)?)",
        r"|((?:example )?(?:responses?|returns|errors?)(?: (?:body|fields|example|attributes))?)",
        r")\s*:?(?:\*\*)?\s*:?$",
    );
    STATUS = r"(?i)^(?:[#*>\s-]*)(?:(?:status|response|http)(?: code)?:?\s*)?`?([1-5]\d\d)`?(?:\s*[-:–].*|\s+[A-Z][\w ]*|\s*\*\*)?$";
    /// Headings in Markdown that announce something else.
    OTHER = r"^#{1,6}\s*(.+)$";
}

/// What a line announces, if it is a heading.
pub(super) fn announced(line: &str) -> Option<Section> {
    if let Some(groups) = first::<6>(&HEADINGS, line) {
        let sections = [
            Section::Headers,
            Section::Path,
            Section::Query,
            Section::Parameters,
            Section::Request,
            Section::Response(None),
        ];
        let index = groups.iter().position(|group| !group.is_empty())?;
        return sections.get(index).copied();
    }
    if let Some([status]) = first(&STATUS, line) {
        return Some(Section::Response(status.parse().ok()));
    }
    first::<1>(&OTHER, line).map(|_| Section::Unknown)
}

#[cfg(test)]
mod tests {
    use super::{Section, announced};

    #[test]
    fn headings_announce_parts_of_an_operation() {
        assert_eq!(announced("Headers"), Some(Section::Headers));
        assert_eq!(announced("### Query Parameters"), Some(Section::Query));
        assert_eq!(announced("**Body**"), Some(Section::Request));
        assert_eq!(announced("Response"), Some(Section::Response(None)));
        assert_eq!(
            announced("200 - application/json"),
            Some(Section::Response(Some(200)))
        );
        assert_eq!(
            announced("#### 404 Not Found"),
            Some(Section::Response(Some(404)))
        );
        assert_eq!(announced("## Limits"), Some(Section::Unknown));
        assert_eq!(announced("Response times vary"), None);
    }
}
