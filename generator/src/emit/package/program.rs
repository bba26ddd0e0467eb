//! Programs that use the crate of an API: what they have in common.

/// What is to be known of the crate that a program uses.
#[derive(Clone, Copy, Debug)]
pub struct ProgramPackage<'a> {
    /// Its name.
    pub client: &'a str,
    /// Its folder, seen from the program's.
    pub path: &'a str,
}

impl ProgramPackage<'_> {
    /// The program's `Cargo.toml`, with its own dependencies as lines. Its profile and its versions are such that
    /// dependencies which a workspace has built fit.
    pub(in crate::emit) fn manifest(self, purpose: &str, dependencies: &str) -> String {
        let Self { client, path } = self;
        format!(
            "[package]\nname = \"{purpose}-{client}\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
             [dependencies]\n{client} = {{ path = \"{path}\" }}\nserde_json = \"1\"\n{dependencies}\n\
             [profile.dev]\ndebug = \"line-tables-only\"\n\n\
             # It builds wherever it stands, also inside another workspace's folder.\n[workspace]\n"
        )
    }
}
