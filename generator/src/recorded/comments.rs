//! What people write into a names file beside its entries.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::diagnostic::{Diagnostics, Positions, Target};
use crate::document::{Pointer, parse_tree};
use crate::source::Source;

/// The comments of a names file, by the entries that they stand at.
#[derive(Debug, Default)]
pub(super) struct Comments {
    /// On lines of their own, above an entry.
    above: BTreeMap<Pointer, Vec<String>>,
    /// On the line of an entry.
    behind: BTreeMap<Pointer, String>,
    /// Below all entries.
    below: Vec<String>,
}

impl Comments {
    /// Reads those of a file, but for the lines that every such file has at its head.
    pub(super) fn of(names: &Source, head: &str) -> Self {
        let entries = entries(names);
        let mut comments = Self::default();
        let mut pending = Vec::new();
        for (index, line) in names.text().lines().enumerate() {
            let text = line.trim();
            if let Some(entry) = entries.get(&index) {
                if !pending.is_empty() {
                    let pending = std::mem::take(&mut pending);
                    comments.above.insert(entry.clone(), pending);
                }
                if let Some(comment) = behind(line) {
                    comments.behind.insert(entry.clone(), comment.to_owned());
                }
            } else if text.starts_with('#') && !head.lines().any(|known| known == text) {
                pending.push(text.to_owned());
            }
        }
        comments.below = pending;
        comments
    }

    /// A text with the same entries, or some of them, and the comments on these.
    pub(super) fn put_into(&self, text: &str) -> String {
        let source = Source::new("names.yaml", text);
        let entries = entries(&source);
        let mut commented = String::new();
        for (index, line) in text.lines().enumerate() {
            let entry = entries.get(&index);
            let above = entry.and_then(|entry| self.above.get(entry));
            let indent: String = line.chars().take_while(|letter| *letter == ' ').collect();
            for comment in above.into_iter().flatten() {
                commented += &format!("{indent}{comment}\n");
            }
            commented += line;
            if let Some(comment) = entry.and_then(|entry| self.behind.get(entry)) {
                commented += &format!(" {comment}");
            }
            commented.push('\n');
        }
        for comment in &self.below {
            commented += &format!("{comment}\n");
        }
        commented
    }
}

/// The first entry of each line that has one, from 0.
fn entries(names: &Source) -> BTreeMap<usize, Pointer> {
    let tree = parse_tree(names, &mut Diagnostics::default());
    let positions = Positions::of(names);
    let mut entries = BTreeMap::new();
    let mut open: Vec<(Pointer, &Value)> =
        tree.iter().map(|tree| (Pointer::root(), tree)).collect();
    while let Some((pointer, node)) = open.pop() {
        for (key, member) in node.as_object().into_iter().flatten() {
            let member = (pointer.child(key), member);
            let line = positions.locate(&member.0, Target::Key).start.line;
            let entry = entries.entry(line.saturating_sub(1));
            let entry = entry.or_insert_with(|| member.0.clone());
            if member.0.as_str().len() < entry.as_str().len() {
                entry.clone_from(&member.0);
            }
            open.push(member);
        }
    }
    entries
}

/// The comment at the end of a line with an entry.
fn behind(line: &str) -> Option<&str> {
    let mut quote = None;
    let mut before = ' ';
    for (index, letter) in line.char_indices() {
        match (quote, letter) {
            (None, '#') if before == ' ' => return line.get(index..).map(str::trim_end),
            (None, '\'' | '"') if " {,:".contains(before) => quote = Some(letter),
            (Some(open), letter) if open == letter => quote = None,
            _ => {}
        }
        before = letter;
    }
    None
}
