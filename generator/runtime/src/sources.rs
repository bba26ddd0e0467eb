//! The runtime's own sources, for a generator that writes them into another crate.
//!
//! They are written as the module `runtime` of that crate, and every path in them is relative, so that
//! they work there as they work here.

/// Names each file once for its path and its text.
macro_rules! sources {
    ($($path:literal,)*) => { &[$(($path, include_str!($path)),)*] };
}

/// Every file but this one.
const SOURCES: &[(&str, &str)] = sources![
    "api.rs",
    "base_url.rs",
    "blocking/iterator.rs",
    "blocking/methods.rs",
    "blocking/mod.rs",
    "blocking/wait.rs",
    "call/arrival.rs",
    "call/exchange.rs",
    "call/fields.rs",
    "call/form.rs",
    "call/help.rs",
    "call/methods.rs",
    "call/mod.rs",
    "call/multipart.rs",
    "call/options.rs",
    "call/outcome.rs",
    "call/parts.rs",
    "call/path.rs",
    "call/raw.rs",
    "call/signer.rs",
    "call/target.rs",
    "call/unsent.rs",
    "client/builder.rs",
    "client/default.rs",
    "client/docs.rs",
    "client/environment.rs",
    "client/methods.rs",
    "client/mod.rs",
    "client/settings.rs",
    "clock/mod.rs",
    "clock/tokio.rs",
    "credentials/given.rs",
    "credentials/home.rs",
    "credentials/key.rs",
    "credentials/mod.rs",
    "credentials/provider.rs",
    "credentials/taken.rs",
    "credentials/tokens.rs",
    "data/base64.rs",
    "data/content/access.rs",
    "data/content/deserializer.rs",
    "data/content/error.rs",
    "data/content/mod.rs",
    "data/content/read.rs",
    "data/debug/compound.rs",
    "data/debug/error.rs",
    "data/debug/mod.rs",
    "data/debug/serializer.rs",
    "data/entry.rs",
    "data/expandable.rs",
    "data/fill.rs",
    "data/format.rs",
    "data/formatted.rs",
    "data/integral.rs",
    "data/mod.rs",
    "data/open_enum.rs",
    "data/patch.rs",
    "data/record.rs",
    "data/rest.rs",
    "data/scalar.rs",
    "data/scalar_enum.rs",
    "data/secret.rs",
    "data/shape.rs",
    "data/slot.rs",
    "data/tagged.rs",
    "data/union.rs",
    "decode.rs",
    "error/display.rs",
    "error/mod.rs",
    "error/predicates.rs",
    "file_part.rs",
    "header.rs",
    "headers/mod.rs",
    "headers/simple.rs",
    "lib.rs",
    "observe/mod.rs",
    "observe/silent.rs",
    "observe/tracing.rs",
    "operation/case.rs",
    "operation/error_case.rs",
    "operation/mod.rs",
    "operation/when.rs",
    "paging/course.rs",
    "paging/items.rs",
    "paging/link.rs",
    "paging/locate.rs",
    "paging/methods.rs",
    "paging/mod.rs",
    "paging/pages.rs",
    "paging/walk.rs",
    "parameter/deep_object.rs",
    "parameter/expansion.rs",
    "parameter/mod.rs",
    "parameter/percent.rs",
    "parameter/shape.rs",
    "response.rs",
    "retry/after.rs",
    "retry/fate.rs",
    "retry/mod.rs",
    "retry/rule.rs",
    "retry/schedule.rs",
    "stream/bytes.rs",
    "stream/event.rs",
    "stream/events.rs",
    "stream/file.rs",
    "stream/incoming.rs",
    "stream/methods.rs",
    "stream/mod.rs",
    "stream/parser.rs",
    "stream/reading.rs",
    "transport/body.rs",
    "transport/file.rs",
    "transport/mod.rs",
    "transport/origin.rs",
    "transport/reqwest.rs",
];

/// How much of the runtime a copy has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All that a client needs.
    Client,
    /// What types need to be written and read.
    Types,
}

/// The dependencies that a copy for types alone has.
pub const DEPENDENCIES_OF_TYPES: [&str; 7] = [
    "base64",
    "bytes",
    "jiff",
    "rust_decimal",
    "serde",
    "serde_json",
    "uuid",
];

/// The manifest, for the dependencies and features that an embedded copy needs.
pub const MANIFEST: &str = include_str!("../Cargo.toml");

/// Where the part of `lib.rs` begins that has no meaning in another crate.
const END: &str = "\n// An embedded copy ends here.\n";

/// Where the part of `lib.rs` begins that is not about types.
const END_OF_TYPES: &str =
    "\n// What is above is about data alone, and needs nothing of what is below.\n";

/// The files of an embedded copy: path below the folder of the module `runtime`, and text.
///
/// They are the files of this crate, except that `lib.rs` is called `mod.rs` and ends before it names
/// this module, and that the examples in the docs find the runtime at `module`, such as
/// `petstore::runtime`.
pub fn files(module: &str, extent: Extent) -> impl Iterator<Item = (&'static str, String)> {
    let (end, folder) = match extent {
        Extent::Client => (END, ""),
        Extent::Types => (END_OF_TYPES, "data/"),
    };
    let sources = SOURCES.iter().filter(move |(path, _)| {
        path.starts_with(folder) || matches!(*path, "lib.rs" | "file_part.rs")
    });
    sources.map(move |(path, text)| {
        let text = text.split(end).next().unwrap_or(text);
        let path = if *path == "lib.rs" { "mod.rs" } else { path };
        (
            path,
            text.replace("bindery_runtime::", &format!("{module}::")),
        )
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::{DEPENDENCIES_OF_TYPES, END, Extent, MANIFEST, SOURCES, files};

    #[test]
    fn every_file_is_listed() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut present = BTreeSet::new();
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder below src") {
                let path = entry.expect("an entry of a folder").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    present.insert(below(&root, &path));
                }
            }
        }
        present.remove("sources.rs");
        let listed: BTreeSet<_> = SOURCES.iter().map(|(path, _)| (*path).to_owned()).collect();
        assert_eq!(listed, present);
    }

    #[test]
    fn a_copy_does_not_name_the_crate_it_comes_from() {
        let copies: Vec<_> = files("petstore::runtime", Extent::Client).collect();
        assert!(
            copies
                .iter()
                .any(|(_, text)| text.contains("petstore::runtime::{"))
        );
        assert!(
            copies
                .iter()
                .all(|(_, text)| !text.contains("bindery_runtime") && !text.contains(END))
        );
        let root = copies.iter().find(|(path, _)| *path == "mod.rs");
        assert!(
            root.is_some_and(|(_, text)| text.contains("mod call;") && !text.contains("sources"))
        );
    }

    #[test]
    fn a_copy_for_types_is_cut_where_it_says() {
        let copies: Vec<_> = files("petstore::runtime", Extent::Types).collect();
        let root = copies.iter().find(|(path, _)| *path == "mod.rs");
        assert!(
            root.is_some_and(|(_, text)| text.contains("mod data;") && !text.contains("mod call;"))
        );
        assert!(copies.iter().all(|(path, _)| !path.starts_with("call/")));
        for dependency in DEPENDENCIES_OF_TYPES {
            assert!(
                MANIFEST.contains(&format!("\n{dependency} = ")),
                "{dependency}"
            );
        }
    }

    fn below(root: &Path, path: &Path) -> String {
        let path: PathBuf = path.strip_prefix(root).expect("a path below src").into();
        path.components()
            .map(|part| part.as_os_str().to_string_lossy())
            .collect::<Vec<_>>()
            .join("/")
    }
}
