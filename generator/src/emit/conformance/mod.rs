//! A program that calls every operation of a client, so that a server which knows the document can judge the requests
//! and the client its answers.
//!
//! It is made for a stand-alone crate, takes the server's address, and prints a line of JSON for each operation.

mod call;
mod manifest;
mod program;
mod union;
mod value;

use super::file::File;
use super::package::header;
use crate::ir::api::Api;
use crate::ir::sample::Sample;

/// What is to be known of the crate that the program calls.
#[derive(Clone, Copy, Debug)]
pub struct ConformancePackage<'a> {
    /// Its name.
    pub client: &'a str,
    /// Its folder, seen from the program's.
    pub path: &'a str,
}

/// The files of the program. `samples` holds what to call each operation with, in the order of the API's resources.
pub fn conformance_program<'a>(
    api: &'a Api,
    samples: &'a [Sample],
    package: ConformancePackage<'a>,
) -> Vec<File<'a>> {
    let header = header(&api.source, "change the document and generate it again");
    vec![
        File::text("Cargo.toml", &header, manifest::generate(package)),
        File::rust("src/main.rs", &header, move || {
            program::generate(api, samples, package)
        }),
    ]
}
