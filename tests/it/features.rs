//! Features of tags bring everything that they name: held by reading what was emitted, for every case.

use std::collections::{BTreeMap, BTreeSet};

use bindery::Strictness;
use bindery::render::Tree;
use proc_macro2::{TokenStream, TokenTree};
use syn::{Attribute, File, Item, UseTree};

use crate::cases::each;

#[test]
fn a_feature_brings_every_type_that_it_names() {
    each("accept", |case| {
        let tree = case.generate(Strictness::Lenient).tree;
        assert_closed(&tree.expect("the case is accepted"));
    });
}

/// The features with any of which something is there; always without one.
type Gate = Option<BTreeSet<String>>;

fn assert_closed(tree: &Tree) {
    let types = gates(tree, "src/types/mod.rs");
    let calls = gates(tree, "src/operations/mod.rs");
    for (folder, gates) in [("types", &types), ("operations", &calls)] {
        for (name, gate) in gates {
            let Some(text) = tree.get(&format!("src/{folder}/{name}.rs")) else {
                continue;
            };
            let tokens = text.parse().expect("Rust");
            for named in words(tokens) {
                let needed = types.get(&named);
                assert!(
                    needed.is_none_or(|needed| is_within(gate, needed)),
                    "{folder}/{name} is there with {gate:?}, but `{named}` with {needed:?}"
                );
            }
        }
    }
}

/// Whether something is there wherever something else is.
fn is_within(gate: &Gate, needed: &Gate) -> bool {
    match (gate, needed) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(gate), Some(needed)) => gate.is_subset(needed),
    }
}

/// The gates of an index's modules and of the items that it takes from them.
fn gates(tree: &Tree, path: &str) -> BTreeMap<String, Gate> {
    let Some(text) = tree.get(path) else {
        return BTreeMap::new();
    };
    let File { items, .. } = syn::parse_file(text).expect("Rust");
    let mut gates = BTreeMap::new();
    for item in items {
        match item {
            Item::Mod(item) => _ = gates.insert(item.ident.to_string(), gate(&item.attrs)),
            Item::Use(item) => {
                for name in imported(&item.tree) {
                    gates.insert(name, gate(&item.attrs));
                }
            }
            _ => {}
        }
    }
    gates
}

fn gate(attributes: &[Attribute]) -> Gate {
    let mut conditions = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("cfg"));
    let condition = conditions.next()?;
    let tokens = condition
        .meta
        .require_list()
        .expect("a list")
        .tokens
        .clone();
    let literals = tokens.to_string();
    let features = literals.split('"').skip(1).step_by(2);
    Some(features.map(str::to_owned).collect())
}

fn imported(tree: &UseTree) -> Vec<String> {
    match tree {
        UseTree::Path(path) => imported(&path.tree),
        UseTree::Group(group) => group.items.iter().flat_map(imported).collect(),
        UseTree::Name(name) => vec![name.ident.to_string()],
        UseTree::Rename(_) | UseTree::Glob(_) => Vec::new(),
    }
}

/// Every identifier of some code that begins with a capital: names of types are among them.
fn words(tokens: TokenStream) -> BTreeSet<String> {
    let words = tokens.into_iter().flat_map(|token| match token {
        TokenTree::Group(group) => words(group.stream()),
        TokenTree::Ident(word) => BTreeSet::from([word.to_string()]),
        _ => BTreeSet::new(),
    });
    words
        .filter(|word| !word.starts_with(char::is_lowercase))
        .collect()
}
