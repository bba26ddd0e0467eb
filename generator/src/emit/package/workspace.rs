//! A crate with several APIs that depends on the runtime by path.

use super::super::file::File;
use super::super::module;
use super::super::place::Place;
use super::{header, manifest, readme, root};
use crate::ir::api::Api;

/// What is to be known of a crate with several APIs besides them.
#[derive(Clone, Copy, Debug)]
pub struct WorkspacePackage<'a> {
    /// Its name: `checkout-apis`.
    pub name: &'a str,
    /// Its version: `0.1.0`.
    pub version: &'a str,
    /// A sentence on it.
    pub description: &'a str,
    /// The runtime's folder, relative to the crate's.
    pub runtime: &'a str,
    /// The command that generates it.
    pub command: &'a str,
}

/// The files of a crate with a module and a feature per API.
pub fn workspace_crate<'a>(apis: &'a [Api], package: &WorkspacePackage<'a>) -> Vec<File<'a>> {
    let advice = format!("change the document and run `{}`", package.command);
    let whole = header(&sources(apis), &advice);
    let package = *package;
    let mut files = vec![
        File::text("Cargo.toml", &whole, manifest::workspace(apis, &package)),
        File::text("README.md", &whole, readme::workspace(apis, &package)),
        File::rust("src/lib.rs", &whole, move || {
            root::workspace(apis, package.description)
        }),
    ];
    for api in apis {
        let place = Place::module(package.name, api);
        let header = header(&api.source, &advice);
        let folder = format!("src/{}", api.module.as_str());
        files.extend(module::files(api, &place, &folder, &header));
        files.push(File::rust(format!("{folder}/mod.rs"), &header, move || {
            root::api(api, &place)
        }));
    }
    files
}

fn sources(apis: &[Api]) -> String {
    let names: Vec<_> = apis.iter().map(|api| api.source.as_str()).collect();
    match &names[..] {
        [] => "no document".to_owned(),
        [name] => (*name).to_owned(),
        [names @ .., last] if names.len() < 4 => format!("{} and {last}", names.join(", ")),
        names => format!("{} documents", names.len()),
    }
}
