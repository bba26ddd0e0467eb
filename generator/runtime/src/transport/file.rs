//! Files of the file system, in tokio's runtime as the transport beside it.

use std::path::Path;

use super::super::file_part::FilePart;

impl FilePart {
    /// A file of the file system, with its name, read as a whole (cargo feature `reqwest`, in tokio's
    /// runtime). Elsewhere, read it in your own way and use [`new`](Self::new).
    ///
    /// # Errors
    ///
    /// The file cannot be read.
    pub async fn read(path: impl AsRef<Path>) -> std::io::Result<Self> {
        let path = path.as_ref();
        let file = Self::new(tokio::fs::read(path).await?);
        Ok(match path.file_name() {
            Some(name) => file.file_name(name.to_string_lossy()),
            None => file,
        })
    }
}
