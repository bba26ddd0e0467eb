//! Tokens to formatted text.

use proc_macro2::TokenStream;
use syn::{File, Item, ItemMod, UseTree};

use super::spacing;

/// Formats the items of a file, with blank lines between them.
///
/// Tokens that are not a Rust file would be a mistake of an emitter. They are written as they are then: rustc says more
/// about them than we could, and at the place itself.
pub(super) fn format(tokens: TokenStream) -> String {
    match syn::parse2::<File>(tokens.clone()) {
        Ok(file) => format_file(file),
        Err(_) => tokens.to_string(),
    }
}

fn format_file(file: File) -> String {
    let mut parts = Vec::new();
    if !file.attrs.is_empty() {
        parts.push(File {
            attrs: file.attrs,
            ..empty()
        });
    }
    for item in file.items {
        match parts.last_mut() {
            Some(part) if belong_together(part, &item) => part.items.push(item),
            _ => parts.push(File {
                items: vec![item],
                ..empty()
            }),
        }
    }
    let texts: Vec<_> = parts.iter().map(prettyplease::unparse).collect();
    spacing::space_methods(&texts.join("\n"))
}

fn empty() -> File {
    File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items: Vec::new(),
    }
}

/// Imports from one place stand without blank lines between them, and so do the declarations of modules without docs.
fn belong_together(part: &File, item: &Item) -> bool {
    match (part.items.last(), item) {
        (Some(Item::Use(last)), Item::Use(item)) => {
            is_public(&last.vis) == is_public(&item.vis) && is_std(&last.tree) == is_std(&item.tree)
        }
        (Some(Item::Mod(last)), Item::Mod(item)) => !has_docs(last) && !has_docs(item),
        _ => false,
    }
}

fn has_docs(item: &ItemMod) -> bool {
    item.attrs
        .iter()
        .any(|attribute| attribute.path().is_ident("doc"))
}

/// The standard library's imports stand apart.
fn is_std(tree: &UseTree) -> bool {
    matches!(tree, UseTree::Path(path) if path.ident == "std")
}

fn is_public(visibility: &syn::Visibility) -> bool {
    matches!(visibility, syn::Visibility::Public(_))
}
