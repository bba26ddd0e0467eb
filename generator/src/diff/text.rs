//! Texts of types, and the names in them.

use std::collections::BTreeMap;

/// The modules whose items have names that other items are written with.
const MODULES: [&str; 3] = ["types::", "resources::", "operations::"];

/// Replaces paths of items by others, wherever a text has them.
pub(super) fn replace(text: &str, of: impl Fn(&str) -> Option<String>) -> String {
    let mut output = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = next_path(rest) {
        let (before, path) = rest.split_at(start);
        let end = path_end(path);
        let (path, after) = path.split_at(end);
        output.push_str(before);
        output.push_str(&of(path).unwrap_or_else(|| path.to_owned()));
        rest = after;
    }
    output + rest
}

/// Where the next path of an item begins.
fn next_path(text: &str) -> Option<usize> {
    let starts = MODULES.iter().flat_map(|module| text.match_indices(module));
    let is_start = |start: &usize| {
        let before = text
            .get(..*start)
            .and_then(|before| before.chars().next_back());
        !before.is_some_and(|letter| letter.is_alphanumeric() || matches!(letter, '_' | ':'))
    };
    starts.map(|(start, _)| start).filter(is_start).min()
}

/// Where the path at the start of a text ends: after the module and one name.
fn path_end(text: &str) -> usize {
    let name = text.find("::").map_or(0, |colons| colons + 2);
    let is_in_name = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '#');
    let rest = text.get(name..).unwrap_or_default();
    let end = rest.find(|letter| !is_in_name(letter));
    end.map_or(text.len(), |end| name + end)
}

/// Aliases with what they stand for.
#[derive(Debug, Default)]
pub(super) struct Aliases(BTreeMap<String, String>);

impl Aliases {
    /// Reads them off the signatures of types.
    pub(super) fn of<'i>(types: impl Iterator<Item = (&'i str, &'i str)>) -> Self {
        let aliases = types.filter_map(|(path, signature)| {
            let target = signature.strip_prefix("type = ")?;
            Some((path.to_owned(), target.to_owned()))
        });
        Self(aliases.collect())
    }

    /// A type without aliases in it.
    pub(super) fn expand(&self, text: &str) -> String {
        let mut text = text.to_owned();
        // No chain of aliases is longer than there are aliases.
        for _ in 0..self.0.len() {
            let next = replace(&text, |path| self.0.get(path).cloned());
            if next == text {
                break;
            }
            text = next;
        }
        text
    }
}

/// A path or a type as callers write it, who have types at the root of the API's module.
pub(super) fn shown(text: &str) -> String {
    replace(text, |path| path.strip_prefix("types::").map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::{Aliases, replace, shown};

    #[test]
    fn paths_are_found_whole() {
        let renamed = |path: &str| (path == "types::Order").then(|| "types::Sale".to_owned());
        let text = "Option<types::Order>, types::OrderLine, runtime::types::Order";
        let expected = "Option<types::Sale>, types::OrderLine, runtime::types::Order";
        assert_eq!(replace(text, renamed), expected);
        assert_eq!(shown("types::Order: From<types::Id>"), "Order: From<Id>");
    }

    #[test]
    fn aliases_are_followed_to_their_end() {
        let types = [
            ("types::A", "type = Vec<types::B>"),
            ("types::B", "type = String"),
        ];
        let aliases = Aliases::of(types.into_iter());
        assert_eq!(aliases.expand("Option<types::A>"), "Option<Vec<String>>");
    }
}
