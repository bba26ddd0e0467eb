//! `Cargo.toml`.

use std::collections::BTreeSet;

use super::formats;
use super::standalone::{Runtime, StandalonePackage};
use super::version::semantic;
use super::workspace::WorkspacePackage;
use crate::emit::place::kind;
use crate::emit::prose;
use crate::ir::api::{Api, Resource};

/// The edition that emitted code is written in, and the first compiler that takes it.
const EDITION: &str = "edition = \"2024\"\nrust-version = \"1.89\"\n";
/// The feature that brings the runtime's own transport, which is on by default.
const TRANSPORT: &str = "reqwest";
/// The feature that lets programs without an async runtime make calls.
const BLOCKING: &str = "blocking";
/// The feature that reports calls to subscribers of tracing.
const TRACING: &str = "tracing";

/// The manifest of a crate with several APIs.
pub(super) fn workspace(apis: &[Api], package: &WorkspacePackage<'_>) -> String {
    let mut text = format!(
        "[package]\nname = {}\nversion = {}\ndescription = {}\n{EDITION}license = \"MIT OR Apache-2.0\"\n\
         readme = \"README.md\"\npublish = false\n\n{}",
        quoted(package.name),
        quoted(package.version),
        quoted(package.description),
        target(),
    );
    let defaults = apis
        .iter()
        .map(|api| api.module.as_str())
        .chain([TRANSPORT]);
    text.push_str(&format!("[features]\ndefault = {}\n", list(defaults)));
    for api in apis {
        let needed = formats::features(api)
            .into_iter()
            .map(|feature| format!("bindery-runtime/{feature}"));
        let needed: Vec<_> = needed.collect();
        let needed = list(needed.iter().map(String::as_str));
        text.push_str(&format!("{} = {needed}\n", quoted_key(api.module.as_str())));
    }
    text.push_str(&format!(
        "# The transport that comes with the runtime.\n{TRANSPORT} = [\"bindery-runtime/{TRANSPORT}\"]\n\
         # The same calls without async: `send_blocking`, lists as iterators.\n{BLOCKING} = [\"bindery-runtime/{BLOCKING}\"]\n\
         # A span per call and an event per attempt.\n{TRACING} = [\"bindery-runtime/{TRACING}\"]\n\n\
         [dependencies]\nbindery-runtime = {{ path = {}, default-features = false }}\n",
        quoted(package.runtime),
    ));
    text
}

/// The manifest of a crate with one API.
pub(super) fn standalone(api: &Api, package: &StandalonePackage<'_>) -> String {
    let needed = formats::features(api);
    let transport = (!api.selection.only_types).then_some(TRANSPORT);
    let defaults = tags(api)
        .map(|tag| tag.feature.as_str())
        .chain(transport)
        .chain(needed.iter().copied());
    let features = features(&package.runtime);
    let dependencies: Vec<_> = dependencies(&package.runtime).collect();
    let mut text = format!(
        "{}[package]\nname = {}\nversion = {}\ndescription = {}\n{EDITION}readme = \"README.md\"\n",
        part(api),
        quoted(package.name),
        quoted(&semantic(&api.info.version)),
        quoted(&description(api)),
    );
    if let Some(link) = api
        .info
        .link
        .as_deref()
        .filter(|link| link.starts_with("http"))
    {
        text.push_str(&format!("homepage = {}\n", quoted(link)));
    }
    text.push_str(&format!(
        "\n{}[features]\n{}",
        target(),
        needs(&formats::always(api))
    ));
    text.push_str(&format!("default = {}\n{features}", list(defaults)));
    if api.has_features {
        text.push_str("# The tags of the document.\n");
    }
    for tag in tags(api) {
        let name = quoted_key(tag.feature.as_str());
        let needed = formats::of_tag(api, tag);
        text.push_str(&format!("{name} = {}\n", list(needed.into_iter())));
    }
    text.push_str(&format!("\n[dependencies]\n{}\n", dependencies.join("\n")));
    text.push_str(
        "\n# It builds wherever it stands, also inside another workspace's folder.\n[workspace]\n",
    );
    text
}

/// The accessors that have features.
fn tags(api: &Api) -> impl Iterator<Item = &Resource> {
    api.resources.iter().filter(|_| api.has_features)
}

/// How a part of the document was selected.
fn part(api: &Api) -> String {
    if api.selection.is_whole() {
        return String::new();
    }
    let options = prose::one_line(&api.selection.to_string());
    format!("# The part of the document that these options select: {options}\n\n")
}

/// A word on what can't be switched off.
fn needs(needed: &BTreeSet<&str>) -> String {
    if needed.is_empty() {
        return String::new();
    }
    let names: Vec<_> = needed.iter().map(|name| format!("`{name}`")).collect();
    format!(
        "# The types need {}, also without the default features.\n",
        names.join(" and ")
    )
}

fn target() -> &'static str {
    "# Written out, so that Cargo can load the package while its sources are being generated.\n[lib]\npath = \"src/lib.rs\"\n\n"
}

/// The runtime's features but its defaults, but the one that is for us, and but those that need other dependencies.
fn features(runtime: &Runtime<'_>) -> String {
    let is_there = |item: &str| {
        let dependency = item.strip_prefix("dep:");
        runtime
            .dependencies
            .is_none_or(|needed| dependency.is_some_and(|dependency| needed.contains(&dependency)))
    };
    section(runtime.manifest, "features")
        .filter(|line| {
            !["#", "default ", "sources "]
                .iter()
                .any(|start| line.starts_with(start))
        })
        .filter(|line| line.split('"').skip(1).step_by(2).all(is_there))
        .map(|line| format!("{line}\n"))
        .collect()
}

/// The runtime's dependencies but those that its files don't need.
fn dependencies<'r>(runtime: &Runtime<'r>) -> impl Iterator<Item = &'r str> {
    let needed = runtime.dependencies;
    section(runtime.manifest, "dependencies").filter(move |line| {
        let name = line.split(' ').next().unwrap_or_default();
        needed.is_none_or(|needed| needed.contains(&name))
    })
}

/// The lines of a table, without blank ones.
fn section<'m>(manifest: &'m str, name: &str) -> impl Iterator<Item = &'m str> {
    let head = format!("[{name}]");
    manifest
        .lines()
        .skip_while(move |line| line.trim() != head)
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter(|line| !line.trim().is_empty())
}

/// The title and the first paragraph of the description, on one line.
fn description(api: &Api) -> String {
    let title = api.info.title.trim();
    let title = if title.is_empty() {
        api.module.as_str()
    } else {
        title
    };
    format!("{} of {title}", kind(api))
}

/// A basic string of TOML 1.0.0.
fn quoted(text: &str) -> String {
    let clean = prose::one_line(text);
    format!("\"{}\"", clean.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A key of TOML: bare if it can be.
fn quoted_key(text: &str) -> String {
    let is_bare = text
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if is_bare {
        text.to_owned()
    } else {
        quoted(text)
    }
}

fn list<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    let texts: Vec<_> = texts.map(quoted).collect();
    format!("[{}]", texts.join(", "))
}
