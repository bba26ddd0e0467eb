//! A part of a document is what it is in the whole: the same files, the same items.

use std::collections::{BTreeMap, BTreeSet};

use bindery::Strictness;
use bindery::diagnostic::Diagnostics;
use bindery::document::Document;
use bindery::ir::{Selection, Selector};
use bindery::render::Tree;
use bindery::source::Source;
use quote::ToTokens;
use syn::Item;

use crate::cases::{each, specs};

#[test]
fn each_path_of_a_case_has_the_items_of_the_whole() {
    each("accept", |case| assert_paths_are_parts(&case.source));
}

#[test]
fn each_path_of_our_documents_has_the_items_of_the_whole() {
    specs().iter().for_each(assert_paths_are_parts);
}

#[test]
fn types_alone_are_those_of_the_whole() {
    for source in specs() {
        let types = Selection {
            only_types: true,
            ..Selection::default()
        };
        let mut whole = items(&generate(&source, &Selection::default()));
        whole.retain(|path, _| path.starts_with("src/types/"));
        assert_eq!(
            items(&generate(&source, &types)),
            whole,
            "{}",
            source.path()
        );
    }
}

fn assert_paths_are_parts(source: &Source) {
    let document = Document::parse(source, &mut Diagnostics::default()).expect("a document");
    let paths = document.root()["paths"].as_object().into_iter().flatten();
    let whole = items(&generate(source, &Selection::default()));
    for (path, _) in paths {
        let selection = Selection {
            selectors: vec![Selector::Path(path.clone())],
            ..Selection::default()
        };
        for (file, items) in items(&generate(source, &selection)) {
            let known = whole.get(&file);
            let strange: Vec<_> = items
                .iter()
                .filter(|item| known.is_none_or(|known| !known.contains(*item)))
                .collect();
            assert!(strange.is_empty(), "{path}: {file}: {strange:#?}");
        }
    }
}

fn generate(source: &Source, selection: &Selection) -> Tree {
    let generated = bindery::generate_part(source, "case", selection, &Strictness::Lenient.into());
    generated.tree.expect("the document is accepted")
}

/// The items of each file of types or operations.
fn items(tree: &Tree) -> BTreeMap<String, BTreeSet<String>> {
    let folders = ["src/types/", "src/operations/"];
    let files = tree.iter().filter(|(path, _)| {
        folders.iter().any(|folder| path.starts_with(folder)) && !path.ends_with("/mod.rs")
    });
    let items = files.map(|(path, text)| {
        let items = syn::parse_file(text).expect("Rust").items;
        let items = items.iter().filter(|item| !matches!(item, Item::Use(_)));
        let texts = items.map(|item| item.to_token_stream().to_string());
        (path.clone(), texts.collect())
    });
    items.collect()
}
