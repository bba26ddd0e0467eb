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

/// What a comment has to say to explain a difference.
pub(super) struct Claim<'c> {
    /// What it is about, if the place of the comment doesn't tell.
    pub(super) about: Option<&'c str>,
    /// What the page says of it: of each group one word or phrase.
    pub(super) says: Vec<Vec<String>>,
}

impl Claim<'_> {
    fn is_made_in(&self, text: &str) -> bool {
        let is_said = |group: &Vec<String>| group.iter().any(|phrase| says(text, phrase));
        !self.says.is_empty() && self.says.iter().all(is_said)
    }
}

/// A name as comments write it.
pub(super) fn ticked(name: &str) -> String {
    format!("`{name}`")
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

    /// The comment that explains a difference: it speaks of the page, and says what differs. It stands at the node of the
    /// line, inside of it or right above it, or names it from the schema around it or the head of the document.
    pub(super) fn of_difference(&self, line: Option<usize>, claim: &Claim<'_>) -> Option<Reason> {
        let node = line.map_or(0..0, |line| line..self.end_of_node(line));
        let owner = line.and_then(|line| self.owner(line));
        let is_near = |comment: &Comment| {
            line.is_none()
                || comment.target == 0
                || (owner.is_some() && self.parent(comment.target) == owner)
        };
        let is_about = |comment: &Comment| {
            let names_it = claim
                .about
                .is_none_or(|name| says(&comment.text, &ticked(name)));
            node.contains(&comment.target) || (is_near(comment) && names_it)
        };
        let explains = |comment: &&Comment| {
            speaks_of_page(&comment.text) && is_about(comment) && claim.is_made_in(&comment.text)
        };
        self.comments
            .iter()
            .find(explains)
            .map(|comment| self.reason(comment))
    }

    /// The line of the schema, or whatever it is, that a node is a property of.
    fn owner(&self, line: usize) -> Option<usize> {
        let parent = self.parent(line)?;
        let text = self.lines.get(parent - 1)?.text;
        match NAMED.contains(&text.trim_end_matches(':')) {
            true => self.parent(parent),
            false => Some(parent),
        }
    }

    /// The line, from 1, of what a line stands in.
    fn parent(&self, line: usize) -> Option<usize> {
        let before = self.lines.get(..line.checked_sub(1)?)?;
        let own = self.lines.get(line - 1)?.indentation;
        let is_around = |around: &Line<'_>| {
            !around.text.is_empty() && !around.text.starts_with('#') && around.indentation < own
        };
        before.iter().rposition(is_around).map(|index| index + 1)
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

    /// A comment for each paragraph of a block of lines, and for each item of a list.
    fn add_block(&mut self, start: usize, end: usize) {
        let (target, covers) = self.scope(start, end);
        let lines: Vec<&str> = self
            .lines
            .get(start..end)
            .unwrap_or_default()
            .iter()
            .map(|line| line.text.trim_start_matches('#').trim())
            .collect();
        let is_apart =
            |line: &str, next: &str| line.is_empty() || next.is_empty() || next.starts_with("- ");
        let mut first = start + 1;
        for paragraph in lines.chunk_by(|line, next| !is_apart(line, next)) {
            let text = paragraph.join(" ");
            let covers = match text.contains("all that follows") {
                true => covers.start..self.end(target, |line, target| line < target),
                false => covers.clone(),
            };
            if !text.is_empty() {
                self.comments.push(Comment {
                    line: first,
                    text,
                    target,
                    covers,
                });
            }
            first += paragraph.len();
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

/// Whether a text has a phrase, and not only as a part of other words or numbers.
fn says(text: &str, phrase: &str) -> bool {
    let is_part = |next: Option<char>| next.is_some_and(char::is_alphanumeric);
    let mut found = text.match_indices(phrase);
    found.any(|(start, _)| {
        let (before, rest) = text.split_at(start);
        let after = rest.get(phrase.len()..).unwrap_or_default();
        !is_part(before.chars().next_back()) && !is_part(after.chars().next())
    })
}

fn has_word(text: &str, word: &str) -> bool {
    let mut words = text.split(|character: char| !character.is_alphanumeric());
    words.any(|found| found == word)
}

#[cfg(test)]
mod tests {
    use super::{Claim, Comments};
    use crate::source::Source;

    const SPEC: &str = "\
# On the page:
# - the page has `id` as at most 50
# - the page has `state` as anything
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
        let explained = (1..=24).filter(|line| comments.of_addition(*line).is_some());
        assert_eq!(
            explained.collect::<Vec<_>>(),
            [10, 11, 17, 18, 19, 20, 21, 22, 23, 24]
        );
    }

    #[test]
    fn a_comment_explains_what_it_says() {
        let source = Source::new("spec.yaml", SPEC);
        let comments = Comments::of(&source);
        let explains = |line: usize, about: &str, says: &str| {
            let claim = Claim {
                about: Some(about),
                says: vec![vec![says.to_owned()]],
            };
            let reason = comments.of_difference(Some(line), &claim);
            reason.map(|reason| reason.place.line)
        };
        assert_eq!(explains(23, "id", "at most 50"), Some(2));
        assert_eq!(explains(23, "id", "at most 5"), None);
        assert_eq!(explains(10, "note", "at most 50"), None);
        assert_eq!(explains(10, "note", "guide"), Some(9));
        assert_eq!(explains(23, "note", "a word"), None);
    }
}
