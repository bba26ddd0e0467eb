//! The module of an API: its files, and what stands at its root.

use std::sync::Arc;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::docs::Doc;
use super::file::File;
use super::operation::line;
use super::place::{Place, headline};
use super::{client, environment, gate, incoming, operation, prose, resource, types};
use crate::ir::api::{Api, Operation, Resource};

/// Every file of an API's module but its root, below `folder`.
pub(super) fn files<'a>(api: &'a Api, place: &Place, folder: &str, header: &str) -> Vec<File<'a>> {
    let path = |name: &str| format!("{folder}/{name}.rs");
    let mut files = vec![File::rust(path("types/mod"), header, || types::index(api))];
    for (name, items) in types::files(api) {
        files.push(File::rust(
            path(&format!("types/{name}")),
            header,
            move || types::file(api, &items),
        ));
    }
    for module in incoming::modules(api) {
        files.push(File::rust(path(module.name), header, move || {
            incoming::file(api, &module)
        }));
    }
    if !api.selection.only_types {
        files.extend(client_files(api, place, folder, header));
    }
    files
}

/// The files of what sends requests.
fn client_files<'a>(api: &'a Api, place: &Place, folder: &str, header: &str) -> Vec<File<'a>> {
    let place = Arc::new(place.clone());
    let path = |name: &str| format!("{folder}/{name}.rs");
    let mut files = vec![
        File::rust(path("operations/mod"), header, || operation::index(api)),
        File::rust(path("resources/mod"), header, || resource::index(api)),
    ];
    let client_place = Arc::clone(&place);
    files.push(File::rust(path("client"), header, move || {
        client::generate(api, &client_place)
    }));
    if let Some(environment) = environment::generate(api).is_some().then_some(api) {
        files.push(File::rust(path("environment"), header, || {
            environment::generate(environment).unwrap_or_default()
        }));
    }
    for (resource, operation) in operation::all(api) {
        let name = format!("operations/{}", operation.file);
        files.push(File::rust(path(&name), header, move || {
            operation::file(api, resource, operation)
        }));
    }
    for resource in &api.resources {
        let place = Arc::clone(&place);
        let name = format!("resources/{}", resource.file);
        files.push(File::rust(path(&name), header, move || {
            resource::file(api, &place, resource)
        }));
    }
    files
}

/// The declarations at the module's root.
pub(super) fn declarations(api: &Api) -> TokenStream {
    let items: Vec<_> = types::files(api).into_values().flatten().collect();
    let gate = gate::of_any_type(&items);
    let types_export = (!items.is_empty()).then(|| {
        quote!(
            #gate
            pub use types::*;
        )
    });
    let incoming = incoming::modules(api).map(|module| {
        let name = format_ident!("{}", module.name);
        quote!(
            pub mod #name;
        )
    });
    if api.selection.only_types {
        return quote! {
            #(#incoming)*
            pub mod types;

            #types_export
        };
    }
    let has_environments = !api.environments.is_empty();
    let environment = has_environments.then(|| {
        quote!(
            mod environment;
        )
    });
    let environment_export = has_environments.then(|| {
        quote!(
            pub use environment::Environment;
        )
    });
    quote! {
        #(#incoming)*
        mod client;
        #environment
        pub mod operations;
        pub mod resources;
        pub mod types;

        pub use client::{Client, ClientBuilder};
        #environment_export
        #types_export
    }
}

/// What the document says of the API.
pub(super) fn docs(api: &Api) -> Doc {
    let info = &api.info;
    let description = info
        .description
        .as_deref()
        .map(prose::markdown)
        .unwrap_or_default();
    let version = if info.version.trim().is_empty() {
        String::new()
    } else {
        format!(" Version of the document: {}.", prose::span(&info.version))
    };
    let mut doc = Doc::new(format!("{}.{version}", headline(api)));
    doc.push(description);
    if let Some(link) = info.link.as_deref().filter(|link| link.starts_with("http")) {
        doc.push([format!("See {}.", prose::markdown(link).join(" "))]);
    }
    doc
}

/// A list of resources and operations, whose links start with `path` (`creem::`, or nothing).
pub(super) fn index(api: &Api, path: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for resource in &api.resources {
        let accessor = resource.accessor.as_str();
        let docs = resource::docs(resource).first_paragraph();
        lines.extend(prose::item(
            0,
            &format!("[`{accessor}`]({path}Client::{accessor}): {docs}"),
        ));
        let operations = resource.operations.iter();
        lines.extend(operations.flat_map(|operation| entry(resource, operation, path)));
    }
    lines
}

fn entry(resource: &Resource, operation: &Operation, path: &str) -> Vec<String> {
    let method = operation.method_name.as_str();
    let link = format!("{path}resources::{}::{method}", resource.name.as_str());
    let summary = Doc::prose(&operation.docs, || "See there.".to_owned()).first_paragraph();
    prose::item(
        1,
        &format!(
            "[`{method}`]({link}): {}. {summary}",
            prose::span(&line(operation))
        ),
    )
}
