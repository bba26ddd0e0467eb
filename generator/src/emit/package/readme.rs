//! `README.md`.

use super::super::place::{headline, title};
use super::super::{operation, prose};
use super::features;
use super::standalone::StandalonePackage;
use super::workspace::WorkspacePackage;
use crate::ir::api::Api;

/// The first page of a crate with several APIs.
pub(super) fn workspace(apis: &[Api], package: &WorkspacePackage<'_>) -> String {
    let mut lines = vec![
        format!("# {}", prose::plain(package.name)),
        String::new(),
        package.description.to_owned(),
        String::new(),
        format!(
            "Everything here is generated. To change it, change a document and run `{}`.",
            package.command
        ),
        String::new(),
        "| API | Feature and module | Operations | Generated from |".to_owned(),
        "| --- | --- | --- | --- |".to_owned(),
    ];
    for api in apis {
        lines.push(format!(
            "| {} | `{}` | {} | {} |",
            title(api).replace('|', "\\|"),
            api.module.as_str(),
            operation::all(api).count(),
            prose::span(&api.source).replace('|', "\\|"),
        ));
    }
    for api in apis {
        lines.extend([String::new(), format!("## {}", title(api)), String::new()]);
        lines.extend(environment(api));
        lines.extend(operations(api));
    }
    text(&lines)
}

/// The first page of a crate with one API.
pub(super) fn standalone(api: &Api, package: &StandalonePackage<'_>) -> String {
    let krate = package.name.replace('-', "_");
    let mut lines = vec![
        format!("# {}", prose::plain(package.name)),
        String::new(),
        format!("{}.", headline(api)),
        String::new(),
        format!(
            "Generated from {}; to change it, generate it again.{}",
            prose::span(&api.source),
            part(api),
        ),
        String::new(),
    ];
    if let Some(description) = &api.info.description {
        lines.extend(prose::markdown(description));
        lines.push(String::new());
    }
    if !api.selection.only_types {
        lines.extend([
            "```rust".to_owned(),
            format!("let client = {krate}::Client::from_env()?;"),
            "```".to_owned(),
            String::new(),
        ]);
        lines.extend(environment(api));
        if api.has_features {
            lines.extend(["## Features".to_owned(), String::new()]);
            lines.extend(features::table(api));
            lines.push(String::new());
        }
        lines.extend(["## Operations".to_owned(), String::new()]);
        lines.extend(operations(api));
    }
    text(&lines)
}

/// How a part of the document was selected.
fn part(api: &Api) -> String {
    if api.selection.is_whole() {
        return String::new();
    }
    let options = prose::span(&api.selection.to_string());
    format!(" It is the part of the document that {options} selects.")
}

/// What `Client::from_env` reads.
fn environment(api: &Api) -> Vec<String> {
    let variables = api
        .credentials
        .iter()
        .map(|credential| &credential.variable);
    let variables: Vec<_> = variables
        .chain([&api.base_url_variable])
        .map(|variable| prose::span(variable))
        .collect();
    vec![
        format!("`Client::from_env` reads {}.", variables.join(", ")),
        String::new(),
    ]
}

fn operations(api: &Api) -> Vec<String> {
    let entries = operation::all(api).map(|(resource, operation)| {
        format!(
            "- `client.{}().{}(..)`: {}",
            resource.accessor,
            operation.method_name,
            prose::span(&operation::line(operation)),
        )
    });
    entries.collect()
}

fn text(lines: &[String]) -> String {
    let mut text = lines.join("\n");
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}
