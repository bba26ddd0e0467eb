//! `Cargo.toml` of the program.

use super::ConformancePackage;

/// The manifest. Its profile and its versions are such that dependencies which a workspace has built fit.
pub(super) fn generate(package: ConformancePackage<'_>) -> String {
    let ConformancePackage { client, path } = package;
    format!(
        "[package]\nname = \"conformance-{client}\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
         [dependencies]\n{client} = {{ path = \"{path}\" }}\nserde_json = \"1\"\n\
         tokio = {{ version = \"1\", default-features = false, features = [\"rt\"] }}\n\n\
         [profile.dev]\ndebug = \"line-tables-only\"\n\n\
         # It builds wherever it stands, also inside another workspace's folder.\n[workspace]\n"
    )
}
