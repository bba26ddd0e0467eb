//! Patterns for texts.

use std::sync::LazyLock;

use regex_lite::Regex;

/// A pattern that is compiled when it is first used. One that is no pattern matches nothing; a test tries them all.
pub(super) type Pattern = LazyLock<Option<Regex>>;

/// Declares patterns.
macro_rules! patterns {
    ($($(#[$docs:meta])* $name:ident = $text:expr;)+) => {
        $($(#[$docs])* static $name: $crate::pages::page::pattern::Pattern =
            std::sync::LazyLock::new(|| regex_lite::Regex::new($text).ok());)+

        #[cfg(test)]
        #[test]
        fn patterns_are_well_formed() {
            $(assert!($name.is_some(), stringify!($name));)+
        }
    };
}

pub(super) use patterns;

/// The groups of the first match, empty where a group takes no part.
pub(super) fn first<'t, const N: usize>(
    pattern: &'static Pattern,
    text: &'t str,
) -> Option<[&'t str; N]> {
    all(pattern, text).next()
}

/// The groups of every match.
pub(super) fn all<'t, const N: usize>(
    pattern: &'static Pattern,
    text: &'t str,
) -> impl Iterator<Item = [&'t str; N]> {
    let matches = pattern
        .iter()
        .flat_map(|pattern| pattern.captures_iter(text));
    matches.map(|groups| {
        std::array::from_fn(|index| groups.get(index + 1).map_or("", |group| group.as_str()))
    })
}
