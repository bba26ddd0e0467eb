//! Where the nodes of a document stand in its text.
//!
//! The text is read a second time for this, so it is done only once there is something to report.

mod json;
mod lines;
#[cfg(test)]
mod tests;
mod tree;
mod yaml;

use std::ops::Range;

pub(super) use lines::Lines;
pub use lines::Position;

use self::tree::{NodeId, Tree};
use super::Target;
use crate::document::Pointer;
use crate::source::{Source, Syntax};

/// Where the nodes of a document stand in its text.
#[derive(Debug)]
pub struct Positions<'source> {
    lines: Lines<'source>,
    tree: Tree,
}

/// Where a node stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The node as the text has it: the nearest one above if it isn't in the text.
    pub pointer: Pointer,
    /// Its first character.
    pub start: Position,
    /// The place after its last character, on the same line.
    pub end: Position,
    /// Its bytes in the text.
    pub(super) bytes: Range<usize>,
}

/// Keywords that reading brings to another, and what they were written as.
const REWRITTEN: &[(&str, &str)] = &[
    ("prefixItems", "items"),
    ("minimum", "exclusiveMinimum"),
    ("maximum", "exclusiveMaximum"),
    ("enum", "const"),
];

impl<'source> Positions<'source> {
    /// Reads the positions of a source. A text that can't be read to its end has positions up to there.
    pub fn of(source: &'source Source) -> Self {
        let tree = match source.syntax() {
            Syntax::Json => json::scan(source.text()),
            Syntax::Yaml => yaml::scan(source.text()),
        };
        Self {
            lines: Lines::of(source.text()),
            tree,
        }
    }

    /// The place of a node, or of the nearest one above it that the text has.
    ///
    /// Reading moves a `$ref` with siblings into an `allOf` and the keywords of a schema with several types into an
    /// `anyOf`; their places are found all the same.
    pub fn locate(&self, pointer: &Pointer, target: Target) -> Location {
        let tokens: Vec<String> = pointer.tokens().collect();
        let mut rest = tokens.as_slice();
        let mut node = 0;
        let mut found = Pointer::root();
        while let Some((token, after)) = rest.split_first() {
            if self.is_invented(node, token, after.first()) {
                rest = after.get(1..).unwrap_or_default();
            } else if let Some((child, token)) = self.child(node, token) {
                (node, found, rest) = (child, found.child(token), after);
            } else {
                break;
            }
        }
        let target = if rest.is_empty() { target } else { Target::Key };
        self.location(found, self.tree.bytes(node, target))
    }

    /// Keys that an object has more than once.
    pub(crate) fn duplicates(&self) -> impl Iterator<Item = Duplicate> {
        self.tree.duplicates().iter().map(|duplicate| Duplicate {
            pointer: duplicate.pointer.clone(),
            first: self.lines.position(duplicate.first.start),
            second: self.lines.position(duplicate.second.start),
        })
    }

    /// What stands at a position, up to the next space or the end of the line.
    pub(super) fn location_at(&self, pointer: Pointer, position: Position) -> Location {
        let start = self.lines.byte(position);
        let line = self.lines.line_at(start);
        let rest = self.lines.text(start..line.end);
        let quoted = rest.starts_with(['"', '\'']);
        let word = if quoted {
            rest.len()
        } else {
            rest.find([' ', ':', ',', '}', ']']).unwrap_or(rest.len())
        };
        self.location(pointer, start..start + word)
    }

    pub(super) fn lines(&self) -> &Lines<'source> {
        &self.lines
    }

    /// The first line of some bytes; at least one character of it, so that there is something to point at.
    fn location(&self, pointer: Pointer, bytes: Range<usize>) -> Location {
        let line = self.lines.line_at(bytes.start);
        let start = bytes.start.min(line.end);
        let text = self.lines.text(start..bytes.end.min(line.end)).trim_end();
        let end = start + text.len();
        Location {
            pointer,
            start: self.lines.position(start),
            end: self.lines.position(end),
            bytes: start..end,
        }
    }

    fn child(&self, node: NodeId, token: &str) -> Option<(NodeId, String)> {
        let renamed = REWRITTEN
            .iter()
            .filter(|(to, _)| *to == token)
            .map(|(_, from)| *from);
        std::iter::once(token).chain(renamed).find_map(|name| {
            self.tree
                .child(node, name)
                .map(|child| (child, name.to_owned()))
        })
    }

    /// Whether a member of a union was made while reading.
    fn is_invented(&self, node: NodeId, token: &str, index: Option<&String>) -> bool {
        if !matches!(token, "allOf" | "anyOf") {
            return false;
        }
        let list = self.tree.child(node, token);
        match (list, index) {
            (None, _) => true,
            (Some(list), Some(index)) => self.tree.child(list, index).is_none(),
            (Some(_), None) => false,
        }
    }
}

/// A key that an object has more than once.
#[derive(Clone, Debug)]
pub(crate) struct Duplicate {
    pub(crate) pointer: Pointer,
    /// Where it stands first.
    pub(crate) first: Position,
    /// Where it stands again.
    pub(crate) second: Position,
}
