//! What the three clients offer to a caller, as Rust without bodies and docs. A change here is a change for users.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use syn::{Attribute, Fields, ImplItem, Item, Visibility};

use crate::cases::{assert_snapshot, specs, workspace};

#[test]
fn public_items_are_as_reviewed() {
    for spec in specs() {
        let name = spec
            .path()
            .trim_start_matches("specs/")
            .trim_end_matches(".yaml");
        let mut files = BTreeMap::new();
        let folder = workspace().join("generated/src").join(name);
        collect(&folder, "", &mut files);
        let texts = files
            .iter()
            .map(|(path, text)| format!("// {path}\n{text}"));
        assert_snapshot("surface", name, &texts.collect::<Vec<_>>().join("\n"));
    }
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, String>) {
    for entry in
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
    {
        let entry = entry.expect("a readable entry");
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{path}/"), files);
        } else {
            let text = fs::read_to_string(entry.path()).expect("a readable file");
            files.insert(path, surface(&text));
        }
    }
}

/// The public items of a file, formatted.
fn surface(text: &str) -> String {
    let mut file = syn::parse_file(text).expect("Rust");
    file.attrs.clear();
    file.items = file.items.into_iter().filter_map(public_item).collect();
    prettyplease::unparse(&file)
}

fn public_item(mut item: Item) -> Option<Item> {
    match &mut item {
        Item::Struct(item) => {
            keep_meaning(&mut item.attrs);
            keep_public_fields(&mut item.fields);
            is_public(&item.vis)
        }
        Item::Enum(item) => {
            keep_meaning(&mut item.attrs);
            item.variants
                .iter_mut()
                .for_each(|variant| keep_meaning(&mut variant.attrs));
            is_public(&item.vis)
        }
        Item::Impl(item) => {
            keep_meaning(&mut item.attrs);
            let of_trait = item.trait_.is_some();
            item.items
                .retain_mut(|item| !of_trait && is_public_function(item));
            of_trait || !item.items.is_empty()
        }
        Item::Type(item) => {
            keep_meaning(&mut item.attrs);
            is_public(&item.vis)
        }
        Item::Use(item) => is_public(&item.vis),
        Item::Mod(item) => {
            keep_meaning(&mut item.attrs);
            is_public(&item.vis)
        }
        Item::Macro(_) => true,
        Item::Static(item) => is_public(&item.vis),
        _ => true,
    }
    .then_some(item)
}

/// Keeps attributes that callers notice: docs and lints are not among them.
fn keep_meaning(attributes: &mut Vec<Attribute>) {
    attributes.retain(|attribute| {
        ["derive", "non_exhaustive", "must_use", "deprecated", "cfg"]
            .iter()
            .any(|name| attribute.path().is_ident(name))
    });
}

fn keep_public_fields(fields: &mut Fields) {
    if let Fields::Named(fields) = fields {
        let public = std::mem::take(&mut fields.named)
            .into_iter()
            .filter(|field| is_public(&field.vis));
        fields.named = public.collect();
        fields
            .named
            .iter_mut()
            .for_each(|field| keep_meaning(&mut field.attrs));
    }
}

fn is_public_function(item: &mut ImplItem) -> bool {
    let ImplItem::Fn(function) = item else {
        return false;
    };
    keep_meaning(&mut function.attrs);
    function.block.stmts.clear();
    is_public(&function.vis)
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}
