//! JSON Pointer (RFC 6901): the name of a node in a document.

use std::borrow::Cow;
use std::fmt;

use serde_json::Value;

/// The place of a node in a document's value tree, such as `/paths/~1pets/get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Pointer(String);

impl Pointer {
    /// The document itself.
    pub fn root() -> Self {
        Self::default()
    }

    /// Reads the fragment of a reference: `#/components/schemas/Pet` or `/components/schemas/Pet`.
    ///
    /// Percent-encoded characters of a fragment are decoded (RFC 6901 §6). `None` if it is not a pointer.
    pub fn from_fragment(fragment: &str) -> Option<Self> {
        let text = match fragment.strip_prefix('#') {
            Some(rest) => percent_decode(rest)?,
            None => fragment.to_owned(),
        };
        (text.is_empty() || text.starts_with('/')).then_some(Self(text))
    }

    /// The node below this one under a property name or an index.
    #[must_use]
    pub fn child(&self, token: impl fmt::Display) -> Self {
        let token = token.to_string().replace('~', "~0").replace('/', "~1");
        Self(format!("{}/{token}", self.0))
    }

    /// The node that this one stands in; `None` for the root.
    pub fn parent(&self) -> Option<Self> {
        let (parent, _) = self.0.rsplit_once('/')?;
        Some(Self(parent.to_owned()))
    }

    /// The last token: a property name or an index. `None` for the root.
    pub fn last(&self) -> Option<String> {
        let (_, token) = self.0.rsplit_once('/')?;
        Some(unescape(token).into_owned())
    }

    /// Property names and indices from the root down.
    pub fn tokens(&self) -> impl Iterator<Item = String> + '_ {
        self.0
            .split('/')
            .skip(1)
            .map(|token| unescape(token).into_owned())
    }

    /// The node in a value tree.
    pub fn find<'tree>(&self, root: &'tree Value) -> Option<&'tree Value> {
        let mut tokens = self.0.split('/').skip(1).map(unescape);
        tokens.try_fold(root, |node, token| match node {
            Value::Object(members) => members.get(token.as_ref()),
            Value::Array(items) => items.get(token.parse::<usize>().ok()?),
            _ => None,
        })
    }

    /// Whether this node is `ancestor` or stands below it.
    pub fn starts_with(&self, ancestor: &Self) -> bool {
        self.0
            .strip_prefix(&ancestor.0)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// The pointer's text, without the `#` of a fragment.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// As a fragment that [`Pointer::from_fragment`] reads: `#/paths/~1pets/get`.
impl fmt::Display for Pointer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "#{}", self.0.replace('%', "%25"))
    }
}

fn unescape(token: &str) -> Cow<'_, str> {
    if token.contains('~') {
        Cow::Owned(token.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(token)
    }
}

fn percent_decode(text: &str) -> Option<String> {
    if !text.contains('%') {
        return Some(text.to_owned());
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let high = char::from(rest.next()?).to_digit(16)?;
        let low = char::from(rest.next()?).to_digit(16)?;
        bytes.push(u8::try_from(high * 16 + low).ok()?);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::Pointer;

    #[test]
    fn tokens_are_escaped_and_unescaped() {
        let pointer = Pointer::root().child("paths").child("/a~b").child(0);
        assert_eq!(pointer.as_str(), "/paths/~1a~0b/0");
        assert_eq!(pointer.tokens().collect::<Vec<_>>(), ["paths", "/a~b", "0"]);
        assert_eq!(pointer.last().as_deref(), Some("0"));
        assert!(pointer.starts_with(&Pointer::root().child("paths")));
        assert!(!pointer.starts_with(&Pointer::root().child("path")));
    }

    #[test]
    fn a_fragment_is_percent_decoded() {
        let read = |text| Pointer::from_fragment(text).map(|pointer| pointer.as_str().to_owned());
        assert_eq!(
            read("#/paths/~1a%7Bid%7D").as_deref(),
            Some("/paths/~1a{id}")
        );
        assert_eq!(read("#").as_deref(), Some(""));
        assert_eq!(read("#anchor"), None);
        assert_eq!(read("#/%zz"), None);
        let pointer = Pointer::root().child("50%20");
        assert_eq!(Pointer::from_fragment(&pointer.to_string()), Some(pointer));
    }
}
