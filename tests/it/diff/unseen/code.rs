//! What is emitted of a document, in a form in which only differences that matter are differences.

use std::collections::{BTreeMap, BTreeSet};

use bindery::diagnostic::Diagnostics;
use bindery::diff::{Change, Diff, Edition, Kind};
use bindery::document::Document;
use bindery::emit::{Content, Runtime, StandalonePackage, standalone_crate};
use bindery::ir::api::Api;
use bindery::lower::lower;
use bindery::recorded::Ledger;
use bindery::resolve::{Options, resolve};
use bindery::select::add_features;
use bindery::source::Source;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use serde_json::Value;

/// A document and what is emitted of it.
pub(super) struct Code {
    source: Source,
    api: Api,
    files: BTreeMap<String, String>,
}

impl Code {
    /// `None` for a document that is refused.
    pub(super) fn of(document: &Value) -> Option<Self> {
        let source = Source::new("document.json", document.to_string());
        let mut diagnostics = Diagnostics::default();
        let document = Document::parse(&source, &mut diagnostics)?;
        let draft = lower(&document, &mut diagnostics);
        let options = Options {
            module: "api".to_owned(),
            source: source.path().to_owned(),
        };
        let mut ledger = Ledger::default();
        let mut api = resolve(&draft, &options, &mut ledger, &mut diagnostics);
        if diagnostics.has_errors() {
            return None;
        }
        add_features(&mut api);
        let files = files(&api);
        Some(Self { source, api, files })
    }

    /// What differs without being told, or is told although nothing differs.
    pub(super) fn untold(&self, new: &Self) -> Option<String> {
        let diff = Diff::between(self.edition(), new.edition());
        let mut told = diff.changes.iter().filter(|change| is_of_code(change));
        match (told.next(), self.difference(new)) {
            (None, Some(difference)) => Some(format!("nothing is told of {difference}")),
            (Some(change), None) => Some(format!(
                "{} of {} is told, and the code is the same",
                change.kind.key(),
                change.path
            )),
            _ => None,
        }
    }

    fn edition(&self) -> Edition<'_> {
        Edition {
            source: &self.source,
            api: &self.api,
        }
    }

    /// The first file that differs, and a part of each side from where it does.
    fn difference(&self, new: &Self) -> Option<String> {
        let paths: BTreeSet<_> = self.files.keys().chain(new.files.keys()).collect();
        let of = |code: &Self, path: &str| code.files.get(path).cloned().unwrap_or_default();
        let mut sides = paths
            .into_iter()
            .map(|path| (path, of(self, path), of(new, path)));
        let (path, old, new) = sides.find(|(_, old, new)| old != new)?;
        let words = || old.split(' ').zip(new.split(' '));
        let start = words().take_while(|(old, new)| old == new).count();
        let part = |text: &str| {
            let words = text.split(' ').skip(start.saturating_sub(8)).take(40);
            words.collect::<Vec<_>>().join(" ")
        };
        Some(format!("{path}\n  - {}\n  + {}", part(&old), part(&new)))
    }
}

/// Whether a change is of anything but prose. What the API sends by itself has its method, address and media type in
/// nothing else.
fn is_of_code(change: &Change) -> bool {
    match change.kind {
        Kind::Limits | Kind::Docs => false,
        Kind::Wire(..) => !["api::callbacks::", "api::webhooks::"]
            .iter()
            .any(|module| change.path.starts_with(module)),
        Kind::Item(..) => true,
    }
}

fn files(api: &Api) -> BTreeMap<String, String> {
    let package = StandalonePackage {
        name: "api",
        runtime: Runtime {
            files: &[],
            manifest: "",
            dependencies: None,
        },
    };
    let rust = standalone_crate(api, &package)
        .into_iter()
        .filter_map(|file| match file.content {
            Content::Rust(emit) => Some((file.path, written(emit()))),
            Content::Text(_) => None,
        });
    rust.collect()
}

/// Tokens as text, without docs, and with everything but arguments in the order of the alphabet: that of items, fields,
/// variants and features doesn't matter.
fn written(tokens: TokenStream) -> String {
    let mut parts = parts(tokens);
    parts.sort();
    parts.concat()
}

/// The parts of tokens, each up to a comma, a semicolon or the end of a block.
fn parts(tokens: TokenStream) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let part = parts.last_mut().expect("one at least");
        match &token {
            TokenTree::Punct(mark) if mark.as_char() == '#' => {
                tokens.next_if(|next| next.to_string() == "!");
                if tokens.next_if(is_doc).is_none() {
                    part.push_str("# ");
                }
                continue;
            }
            TokenTree::Group(group) => part.push_str(&match last_word(part) {
                "any" => within(group, true),
                // Names of headers mean the same in any case (RFC 9110, section 5.1).
                "header" => within(group, false).to_lowercase(),
                _ => within(group, group.delimiter() != Delimiter::Parenthesis),
            }),
            other => part.push_str(&format!("{other} ")),
        }
        let is_end = match &token {
            TokenTree::Punct(mark) => [',', ';'].contains(&mark.as_char()),
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            _ => false,
        };
        if is_end {
            parts.push(String::new());
        }
    }
    parts
}

fn last_word(text: &str) -> &str {
    text.split_whitespace().next_back().unwrap_or_default()
}

/// A group, with or without what it holds in order.
fn within(group: &Group, in_order: bool) -> String {
    let mut parts = parts(group.stream());
    let (open, close) = match group.delimiter() {
        Delimiter::Parenthesis => ("( ", ") "),
        Delimiter::Brace => ("{ ", "} "),
        Delimiter::Bracket => ("[ ", "] "),
        Delimiter::None => ("", ""),
    };
    if in_order {
        // The last part of a list may have a comma after it or not.
        parts.iter_mut().for_each(|part| {
            part.truncate(part.trim_end_matches([',', ' ']).len());
            part.push(' ');
        });
        parts.sort();
    }
    format!("{open}{}{close}", parts.concat())
}

fn is_doc(token: &TokenTree) -> bool {
    let TokenTree::Group(group) = token else {
        return false;
    };
    let first = group.stream().into_iter().next();
    first.is_some_and(|first| first.to_string() == "doc")
}
