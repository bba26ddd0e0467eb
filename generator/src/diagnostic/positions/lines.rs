//! From bytes of a text to lines and columns, and back.

use std::ops::Range;

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// The lines of a text.
#[derive(Debug)]
pub(in crate::diagnostic) struct Lines<'text> {
    text: &'text str,
    /// Where each line starts, in bytes.
    starts: Vec<usize>,
    /// How many characters start before each block of bytes, and how many there are: a whole document may stand on one
    /// line.
    characters: Vec<usize>,
}

/// Bytes in a block.
const BLOCK: usize = 1024;

impl<'text> Lines<'text> {
    pub(in crate::diagnostic) fn of(text: &'text str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let blocks = text.as_bytes().chunks(BLOCK).scan(0, |before, block| {
            *before += count(block);
            Some(*before)
        });
        Self {
            text,
            starts: std::iter::once(0)
                .chain(breaks.map(|(at, _)| at + 1))
                .collect(),
            characters: std::iter::once(0).chain(blocks).collect(),
        }
    }

    /// The text of some bytes; empty if they aren't whole characters.
    pub(in crate::diagnostic) fn text(&self, bytes: Range<usize>) -> &'text str {
        self.text.get(bytes).unwrap_or_default()
    }

    /// The bytes of the line that a byte stands in, without its line break.
    pub(in crate::diagnostic) fn line_at(&self, byte: usize) -> Range<usize> {
        self.line(self.index_at(byte))
    }

    /// The byte itself if a character starts there, or else where the character before it starts.
    pub(in crate::diagnostic) fn floor(&self, byte: usize) -> usize {
        let starts_character = |byte: &usize| self.text.is_char_boundary(*byte);
        (0..=byte.min(self.text.len()))
            .rev()
            .find(starts_character)
            .unwrap_or_default()
    }

    /// Where a byte stands.
    pub(in crate::diagnostic) fn position(&self, byte: usize) -> Position {
        let index = self.index_at(byte);
        let start = self.line(index).start;
        Position {
            line: index + 1,
            column: self.characters_before(byte) - self.characters_before(start) + 1,
        }
    }

    /// The byte at a position; the end of the line, if the line is shorter.
    pub(in crate::diagnostic) fn byte(&self, position: Position) -> usize {
        let line = self.line(position.line.saturating_sub(1));
        let text = self.text.get(line.clone()).unwrap_or_default();
        let offset = text
            .char_indices()
            .nth(position.column.saturating_sub(1))
            .map_or(text.len(), |(at, _)| at);
        line.start + offset
    }

    fn characters_before(&self, byte: usize) -> usize {
        let block = byte / BLOCK;
        let rest = self
            .text
            .as_bytes()
            .get(block * BLOCK..byte)
            .unwrap_or_default();
        self.characters.get(block).copied().unwrap_or_default() + count(rest)
    }

    fn index_at(&self, byte: usize) -> usize {
        self.starts
            .partition_point(|start| *start <= byte)
            .saturating_sub(1)
    }

    fn line(&self, index: usize) -> Range<usize> {
        let start = self.starts.get(index).copied().unwrap_or(self.text.len());
        let end = self
            .starts
            .get(index + 1)
            .copied()
            .unwrap_or(self.text.len());
        let line = self.text.get(start..end).unwrap_or_default();
        start..start + line.trim_end_matches(['\n', '\r']).len()
    }
}

/// How many characters start in some bytes: each has one byte that does not continue another.
fn count(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .filter(|byte| **byte & 0b1100_0000 != 0b1000_0000)
        .count()
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Lines, Position};

    #[test]
    fn columns_count_characters() {
        let text = "a\r\nüb c\n";
        let lines = Lines::of(text);
        assert_eq!(lines.position(6), Position { line: 2, column: 3 });
        assert_eq!(lines.byte(Position { line: 2, column: 3 }), 6);
        assert_eq!(lines.line_at(4), 3..8);
        assert_eq!(lines.position(text.len()), Position { line: 3, column: 1 });
    }

    #[test]
    fn the_end_of_a_text_has_a_column_whatever_its_size() {
        for size in [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK] {
            let text = "a".repeat(size);
            let column = size + 1;
            assert_eq!(
                Lines::of(&text).position(size),
                Position { line: 1, column }
            );
        }
    }
}
