//! A program that calls every operation of a client, so that a server which knows the document can judge the requests
//! and the client its answers.
//!
//! It is made for a stand-alone crate, takes the server's address, and prints a line of JSON for each operation.

mod call;
mod program;
mod union;
mod value;

use super::file::File;
use super::package::{ProgramPackage, header};
use crate::ir::api::Api;
use crate::ir::sample::Sample;

/// What the program depends on besides the crate.
const DEPENDENCIES: &str =
    "tokio = { version = \"1\", default-features = false, features = [\"rt\"] }\n";

/// The files of the program. `samples` holds what to call each operation with, in the order of the API's resources.
pub fn conformance_program<'a>(
    api: &'a Api,
    samples: &'a [Sample],
    package: ProgramPackage<'a>,
) -> Vec<File<'a>> {
    let header = header(&api.source, "change the document and generate it again");
    vec![
        File::text(
            "Cargo.toml",
            &header,
            package.manifest("conformance", DEPENDENCIES),
        ),
        File::rust("src/main.rs", &header, move || {
            program::generate(api, samples, package)
        }),
    ]
}
