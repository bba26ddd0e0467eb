//! Files in bodies of the type `multipart/form-data`.

use std::fmt;

use bytes::Bytes;
use serde::{Serialize, Serializer};

use super::data::Patch;

/// A file in a form (`multipart/form-data`): its content, with a name and a media type if it has any.
///
/// Without a name it is called like its property, since servers tell files from other values by there
/// being one. Without a media type it has that of the document, or else `application/octet-stream`
/// (OpenAPI 3.0.3, "Encoding Object").
///
/// # Examples
///
/// ```
/// use bindery_runtime::FilePart;
///
/// let file = FilePart::new("id,units\n7,1\n")
///     .file_name("orders.csv")
///     .content_type("text/csv");
/// assert_eq!(format!("{file:?}"), r#"FilePart("orders.csv", 13 bytes)"#);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct FilePart {
    content: Bytes,
    file_name: Option<String>,
    content_type: Option<String>,
}

impl FilePart {
    /// A file with this content.
    pub fn new(content: impl Into<Bytes>) -> Self {
        Self {
            content: content.into(),
            file_name: None,
            content_type: None,
        }
    }

    /// Sets the name that the server is told.
    #[must_use]
    pub fn file_name(mut self, file_name: impl Into<String>) -> Self {
        self.file_name = Some(file_name.into());
        self
    }

    /// Sets the media type, instead of the document's.
    #[must_use]
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }

    /// What is in the file.
    #[must_use]
    pub fn content(&self) -> &Bytes {
        &self.content
    }

    pub(crate) fn own_name(&self) -> Option<&str> {
        self.file_name.as_deref()
    }

    pub(crate) fn own_type(&self) -> Option<&str> {
        self.content_type.as_deref()
    }
}

impl From<Bytes> for FilePart {
    fn from(content: Bytes) -> Self {
        Self::new(content)
    }
}

impl From<Vec<u8>> for FilePart {
    fn from(content: Vec<u8>) -> Self {
        Self::new(content)
    }
}

impl From<&'static [u8]> for FilePart {
    fn from(content: &'static [u8]) -> Self {
        Self::new(content)
    }
}

impl From<String> for FilePart {
    fn from(content: String) -> Self {
        Self::new(content)
    }
}

impl From<&'static str> for FilePart {
    fn from(content: &'static str) -> Self {
        Self::new(content)
    }
}

impl fmt::Display for FilePart {
    /// Its name and size: a content may be large, or a secret.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(name) = &self.file_name {
            write!(formatter, "{name:?}, ")?;
        }
        write!(formatter, "{} bytes", self.content.len())
    }
}

impl fmt::Debug for FilePart {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "FilePart({self})")
    }
}

/// Writes what `Display` shows, which is how the form that a file is in shows it. The content goes into
/// the form's own parts.
impl Serialize for FilePart {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// What a property of a form may hold that is sent as files, each in a part of its own.
pub trait Files {
    /// The files, in their order.
    fn files(&self) -> Vec<&FilePart>;
}

impl Files for FilePart {
    fn files(&self) -> Vec<&FilePart> {
        vec![self]
    }
}

impl<T: Files> Files for Vec<T> {
    fn files(&self) -> Vec<&FilePart> {
        self.iter().flat_map(T::files).collect()
    }
}

impl<T: Files> Files for Option<T> {
    fn files(&self) -> Vec<&FilePart> {
        self.as_ref().map(T::files).unwrap_or_default()
    }
}

impl<T: Files> Files for Patch<T> {
    fn files(&self) -> Vec<&FilePart> {
        self.as_option().map(T::files).unwrap_or_default()
    }
}
