//! Which module of the generator may import which: the pipeline's order, held by reading every path in its sources.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};

use crate::cases::workspace;

/// Each module with the modules that it may name, in the order of the pipeline.
///
/// A module with `::` in its name is the part of another that only some may see: whoever may name `ir` sees the words
/// that both models share, and `ir::draft` or `ir::api` only if that is listed as well.
const RULES: [(&str, &[&str]); 18] = [
    ("source", &[]),
    ("diagnostic", &["source", "document"]),
    ("document", &["source", "diagnostic"]),
    ("names", &[]),
    ("recorded", &["source", "diagnostic", "document"]),
    ("ir", &["document"]),
    ("ir::draft", &["document", "ir"]),
    ("ir::api", &["ir", "ir::draft", "names"]),
    (
        "lower",
        &["source", "diagnostic", "document", "ir", "ir::draft"],
    ),
    (
        "resolve",
        &[
            "source",
            "diagnostic",
            "document",
            "names",
            "recorded",
            "ir",
            "ir::draft",
            "ir::api",
        ],
    ),
    (
        "select",
        &["diagnostic", "document", "names", "ir", "ir::api"],
    ),
    (
        "sample",
        &["source", "diagnostic", "document", "ir", "ir::api"],
    ),
    (
        "pages",
        &["source", "diagnostic", "document", "ir", "ir::api"],
    ),
    ("emit", &["names", "ir", "ir::api"]),
    (
        "diff",
        &["source", "diagnostic", "document", "ir", "ir::api", "emit"],
    ),
    ("render", &["emit"]),
    ("output", &["render"]),
    (
        "generate",
        &[
            "source",
            "diagnostic",
            "document",
            "names",
            "recorded",
            "ir",
            "ir::draft",
            "ir::api",
            "lower",
            "resolve",
            "select",
            "sample",
            "pages",
            "emit",
            "diff",
            "render",
        ],
    ),
];

#[test]
fn a_module_names_only_what_stands_before_it() {
    let root = workspace().join("generator/src");
    let mut violations = Vec::new();
    for file in rust_files(&root) {
        let module = module_of(&root, &file);
        if module.is_empty() {
            continue;
        }
        let text = fs::read_to_string(&file).expect("a readable source");
        let tokens = text
            .parse()
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let own = layer(&module)
            .unwrap_or_else(|| panic!("no rule says what `{}` may import", module.join("::")));
        for named in named_modules(tokens, &module) {
            if !may_name(own, &named) {
                violations.push(format!(
                    "{}: `{own}` names `{}`",
                    file.display(),
                    named.join("::")
                ));
            }
        }
    }
    assert_eq!(violations, Vec::<String>::new());
}

#[test]
fn every_rule_is_about_a_module_that_exists() {
    let root = workspace().join("generator/src");
    let modules: BTreeSet<_> = rust_files(&root)
        .iter()
        .filter_map(|file| layer(&module_of(&root, file)))
        .collect();
    assert_eq!(modules, RULES.iter().map(|(module, _)| *module).collect());
}

/// The rule's module that a path of modules belongs to: the longest that it starts with.
fn layer(module: &[String]) -> Option<&'static str> {
    let path = module.join("::") + "::";
    let belongs = |(name, _): &&(&'static str, _)| path.starts_with(&format!("{name}::"));
    RULES
        .iter()
        .filter(belongs)
        .map(|(name, _)| *name)
        .max_by_key(|name| name.len())
}

fn may_name(own: &str, named: &[String]) -> bool {
    let Some(named) = layer(named) else {
        return false;
    };
    let allowed = RULES
        .iter()
        .find(|(name, _)| *name == own)
        .map(|(_, allowed)| *allowed);
    named == own || allowed.is_some_and(|allowed| allowed.contains(&named))
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("a readable entry").path();
        match path.extension() {
            _ if path.is_dir() => files.extend(rust_files(&path)),
            Some(extension) if extension == "rs" => files.push(path),
            _ => {}
        }
    }
    files
}

/// `["ir", "draft"]` for `ir/draft.rs`, `["ir"]` for `ir/mod.rs`, nothing for `lib.rs`.
fn module_of(root: &Path, file: &Path) -> Vec<String> {
    let path = file
        .strip_prefix(root)
        .expect("a file below the root")
        .with_extension("");
    let mut module: Vec<_> = path
        .iter()
        .map(|part| part.to_string_lossy().into_owned())
        .collect();
    if module
        .last()
        .is_some_and(|last| last == "mod" || last == "lib")
    {
        module.pop();
    }
    module
}

/// Every path of a file that leads into the crate, as modules from its root: of `crate::…` and of `super::…`, in
/// imports (nested ones included) and elsewhere.
fn named_modules(tokens: TokenStream, module: &[String]) -> BTreeSet<Vec<String>> {
    let mut named = BTreeSet::new();
    collect(tokens, &mut module.to_vec(), &mut named);
    named
}

/// Goes through tokens; `module` is where they stand, one deeper inside an inline module.
fn collect(tokens: TokenStream, module: &mut Vec<String>, named: &mut BTreeSet<Vec<String>>) {
    let tokens: Vec<_> = tokens.into_iter().collect();
    let mut index = 0;
    while let Some(token) = tokens.get(index) {
        index += 1;
        match token {
            TokenTree::Group(group) if is_inline_module(&tokens, index - 1) => {
                module.push(tokens[index - 2].to_string());
                collect(group.stream(), module, named);
                module.pop();
            }
            // Code that is emitted, and the branches of a path, which have been followed from its start.
            TokenTree::Group(_) if is_quoted(&tokens, index - 1) => {}
            TokenTree::Group(_) if is_colon(&tokens, index.checked_sub(2)) => {}
            TokenTree::Group(group) => collect(group.stream(), module, named),
            TokenTree::Ident(word) if starts_path(&tokens, index - 1) => {
                let start = match word.to_string().as_str() {
                    "crate" => Vec::new(),
                    "super" => module[..module.len().saturating_sub(1)].to_vec(),
                    _ => continue,
                };
                follow(start, &tokens[index..], named);
            }
            _ => {}
        }
    }
}

fn is_quoted(tokens: &[TokenTree], group: usize) -> bool {
    group >= 2 && tokens[group - 2].to_string() == "quote" && tokens[group - 1].to_string() == "!"
}

fn is_inline_module(tokens: &[TokenTree], group: usize) -> bool {
    group >= 2 && tokens[group - 2].to_string() == "mod"
}

/// Whether the word at an index begins a path: `::` does not stand before it, and does after it.
fn starts_path(tokens: &[TokenTree], index: usize) -> bool {
    !is_colon(tokens, index.checked_sub(1)) && is_colon(tokens, Some(index + 1))
}

fn is_colon(tokens: &[TokenTree], index: Option<usize>) -> bool {
    index
        .and_then(|index| tokens.get(index))
        .is_some_and(|token| token.to_string() == ":")
}

/// Follows a path over its `::`, into each branch of a `{…}`.
fn follow(mut path: Vec<String>, rest: &[TokenTree], named: &mut BTreeSet<Vec<String>>) {
    let mut rest = rest;
    while let [
        TokenTree::Punct(first),
        TokenTree::Punct(second),
        next,
        tail @ ..,
    ] = rest
    {
        if first.as_char() != ':' || second.as_char() != ':' {
            break;
        }
        match next {
            TokenTree::Ident(word) if word == "super" => _ = path.pop(),
            TokenTree::Ident(word) => path.push(word.to_string()),
            TokenTree::Group(group) => {
                branches(&path, group.stream(), named);
                return;
            }
            _ => break,
        }
        rest = tail;
    }
    if !path.is_empty() {
        named.insert(path);
    }
}

/// The branches of `{a, b::c, self}`.
fn branches(path: &[String], tokens: TokenStream, named: &mut BTreeSet<Vec<String>>) {
    let tokens: Vec<_> = tokens.into_iter().collect();
    for branch in tokens.split(|token| token.to_string() == ",") {
        if let Some((TokenTree::Ident(word), rest)) = branch.split_first() {
            let mut path = path.to_vec();
            match word.to_string().as_str() {
                "self" => {}
                "super" => _ = path.pop(),
                word => path.push(word.to_owned()),
            }
            follow(path, rest, named);
        }
    }
}

#[test]
fn paths_are_read_from_imports_and_expressions() {
    let text = "use crate::{a::{self, B}, c as d}; use super::{e, super::f::G}; mod tests { use super::h; }
                fn g() -> crate::i::J { super::k::l() }";
    let tokens = text.parse().expect("Rust");
    let module = ["x".to_owned(), "y".to_owned()];
    let named: Vec<_> = named_modules(tokens, &module)
        .iter()
        .map(|path| path.join("::"))
        .collect();
    assert_eq!(
        named,
        [
            "a", "a::B", "c", "f::G", "i::J", "x::e", "x::k::l", "x::y::h"
        ]
    );
}
