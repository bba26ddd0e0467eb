//! Comments of a document, and what they explain.
//!
//! A comment belongs to what follows it: to a value and the values after it in a list, to a key with all that is below it,
//! and where it stands first in a schema, to the whole schema. With the words "all that follows" it belongs to the keys after that one as
//! well. At the head of the document it belongs to nothing, and explains what it names.

use std::ops::Range;

use super::remark::{Place, Reason};
use crate::source::{Source, Syntax};

/// The comments of a document.
pub(super) struct Comments<'s> {
    path: &'s str,
    lines: Vec<Line<'s>>,
    comments: Vec<Comment>,
}

struct Line<'s> {
    indentation: usize,
    text: &'s str,
}

struct Comment {
    /// Its first line, from 1.
    line: usize,
    text: String,
    /// The line, from 1, that it stands above; 0 at the head of the document.
    target: usize,
    /// The lines that it is about.
    covers: Range<usize>,
}

/// Keys below which every key is a name of the document's own.
const NAMED: [&str; 6] = [
    "properties",
    "schemas",
    "responses",
    "paths",
    "securitySchemes",
    "examples",
];

impl<'s> Comments<'s> {
    /// Reads the comments of a document. JSON has none.
    pub(super) fn of(source: &'s Source) -> Self {
        let text = if source.syntax() == Syntax::Yaml {
            source.text()
        } else {
            ""
        };
        let line = |line: &'s str| {
            let text = line.trim();
            Line {
                indentation: line.len() - line.trim_start().len(),
                text,
            }
        };
        let mut comments = Self {
            path: source.path(),
            lines: text.lines().map(line).collect(),
            comments: Vec::new(),
        };
        comments.read();
        comments
    }

    /// The comment which says that what stands at a line is not on the pages.
    pub(super) fn of_addition(&self, line: usize) -> Option<Reason> {
        let explains =
            |comment: &&Comment| comment.covers.contains(&line) && says_not_on_page(&comment.text);
        self.comments
            .iter()
            .rev()
            .find(explains)
            .map(|comment| self.reason(comment))
    }

    /// The comment about what the page says of the node at a line: one inside of the node or right above it, or any that
    /// names all of the words.
    pub(super) fn of_difference(&self, line: Option<usize>, words: &[&str]) -> Option<Reason> {
        let node = line.map_or(0..0, |line| line..self.end_of_node(line));
        let explains = |comment: &&Comment| {
            let names_it = !words.is_empty() && words.iter().all(|word| names(&comment.text, word));
            speaks_of_page(&comment.text) && (names_it || node.contains(&comment.target))
        };
        self.comments
            .iter()
            .find(explains)
            .map(|comment| self.reason(comment))
    }

    fn reason(&self, comment: &Comment) -> Reason {
        Reason {
            place: Place::line(self.path, comment.line),
            text: comment.text.clone(),
        }
    }

    fn read(&mut self) {
        let mut index = 0;
        while index < self.lines.len() {
            let start = index;
            while self.is_comment(index) {
                index += 1;
            }
            if index > start {
                self.add_block(start, index);
            } else {
                index += 1;
            }
        }
    }

    fn is_comment(&self, index: usize) -> bool {
        self.lines
            .get(index)
            .is_some_and(|line| line.text.starts_with('#'))
    }

    /// A comment for each paragraph of a block of lines.
    fn add_block(&mut self, start: usize, end: usize) {
        let (target, covers) = self.scope(start, end);
        let mut first = start;
        let lines: Vec<&str> = self
            .lines
            .get(start..end)
            .unwrap_or_default()
            .iter()
            .map(|line| line.text.trim_start_matches('#').trim())
            .collect();
        for paragraph in lines.split(|line| line.is_empty()) {
            if !paragraph.is_empty() {
                let text = paragraph.join(" ");
                let covers = match text.contains("all that follows") {
                    true => covers.start..self.end(target, |line, target| line < target),
                    false => covers.clone(),
                };
                self.comments.push(Comment {
                    line: first + 1,
                    text,
                    target,
                    covers,
                });
            }
            first += paragraph.len() + 1;
        }
    }

    /// The line that a block of comments stands above, and the lines that it is about.
    fn scope(&self, start: usize, end: usize) -> (usize, Range<usize>) {
        let is_content = |line: &&Line<'_>| !line.text.is_empty() && !line.text.starts_with('#');
        let before = self
            .lines
            .get(..start)
            .unwrap_or_default()
            .iter()
            .rposition(|line| is_content(&line));
        let after = self
            .lines
            .get(end..)
            .unwrap_or_default()
            .iter()
            .position(|line| is_content(&line));
        let (Some(before), Some(after)) = (before, after.map(|offset| end + offset)) else {
            return (0, 0..0);
        };
        let (Some(parent), Some(target)) = (self.lines.get(before), self.lines.get(after)) else {
            return (0, 0..0);
        };
        let number = after + 1;
        if target.text.starts_with("- ") && !is_key(target.text) {
            return (
                number,
                number..self.end(number, |line, target| line < target),
            );
        }
        let key = parent.text.trim_start_matches("- ").trim_end_matches(':');
        let is_first = parent.indentation
            + (parent.text.len() - parent.text.trim_start_matches("- ").len())
            < target.indentation;
        if is_first && parent.text.ends_with(':') && !NAMED.contains(&key) {
            return (
                number,
                before + 1..self.end(before + 1, |line, parent| line <= parent),
            );
        }
        (number, number..self.end_of_node(number))
    }

    /// The line after the last one of the node that starts at a line.
    fn end_of_node(&self, line: usize) -> usize {
        self.end(line, |line, start| line <= start)
    }

    /// The first line after another, both from 1, whose indentation ends what starts at that one.
    fn end(&self, start: usize, ends: fn(usize, usize) -> bool) -> usize {
        let Some(first) = start.checked_sub(1).and_then(|index| self.lines.get(index)) else {
            return start;
        };
        let rest = self.lines.iter().enumerate().skip(start);
        let mut rest =
            rest.filter(|(_, line)| !line.text.is_empty() && !line.text.starts_with('#'));
        let end = rest.find(|(_, line)| ends(line.indentation, first.indentation));
        end.map_or(self.lines.len() + 1, |(index, _)| index + 1)
    }
}

/// Whether a line is a key with what belongs to it, rather than a value.
fn is_key(line: &str) -> bool {
    line.ends_with(':') || line.contains(": ")
}

fn speaks_of_page(text: &str) -> bool {
    has_word(text, "page") || has_word(text, "pages")
}

fn says_not_on_page(text: &str) -> bool {
    let text = text.to_lowercase();
    ["not on the page", "not on any page", "on no page"]
        .iter()
        .any(|phrase| text.contains(phrase))
}

/// Whether a comment names something: a name in backticks, a number as it is, a word as a word.
fn names(text: &str, word: &str) -> bool {
    text.contains(&format!("`{word}`")) || (is_plain(word) && has_word(text, word))
}

/// Whether a word can be told from others without backticks: a number, or one of our own words.
fn is_plain(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit()) || matches!(word, "names" | "path")
}

fn has_word(text: &str, word: &str) -> bool {
    let mut words = text.split(|character: char| !character.is_alphanumeric());
    words.any(|found| found == word)
}

#[cfg(test)]
mod tests {
    use super::Comments;
    use crate::source::Source;

    const SPEC: &str = "\
# The page bounds `amount` by 50.
components:
  schemas:
    Order:
      type: object
      properties:
        # not on the page: a guide
        note:
          type: string
        state:
          type: string
          enum:
            - open
            # not on the page: a guide
            - closed
            - lost
    Line:
      # not on the page: a guide
      type: object
      properties:
        id:
          type: string
";

    #[test]
    fn a_comment_belongs_to_what_follows_it() {
        let source = Source::new("spec.yaml", SPEC);
        let comments = Comments::of(&source);
        let explained = (1..=22).filter(|line| comments.of_addition(*line).is_some());
        assert_eq!(
            explained.collect::<Vec<_>>(),
            [8, 9, 15, 16, 17, 18, 19, 20, 21, 22]
        );
        let reason = comments
            .of_difference(None, &["amount", "50"])
            .expect("a comment");
        assert_eq!(reason.place.line, 1);
        assert_eq!(comments.of_difference(None, &["amount", "60"]), None);
    }
}
