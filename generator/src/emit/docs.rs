//! Rustdoc of emitted items: what the document says of them, in a fixed order.

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use super::prose;
use crate::ir::{Docs, Origin};

/// The longest example that is shown within a line.
const LONGEST_SPAN: usize = 80;
/// The longest example that is shown at all, in lines.
const LONGEST_BLOCK: usize = 60;

/// Lines of rustdoc, built block by block.
#[derive(Clone, Debug, Default)]
pub(super) struct Doc {
    lines: Vec<String>,
}

impl Doc {
    /// Docs that start with a sentence of ours, which is Markdown already.
    pub(super) fn new(sentence: impl Into<String>) -> Self {
        Self {
            lines: vec![sentence.into()],
        }
    }

    /// What the document says of an item; a sentence of ours where it says nothing.
    pub(super) fn of(docs: &Docs, otherwise: impl FnOnce() -> String) -> Self {
        Self::prose(docs, otherwise).with_facts(docs)
    }

    /// Summary and description alone.
    pub(super) fn prose(docs: &Docs, otherwise: impl FnOnce() -> String) -> Self {
        let summary = docs
            .summary
            .as_deref()
            .map(prose::plain)
            .filter(|summary| !summary.is_empty());
        let description = docs
            .description
            .as_deref()
            .map(prose::markdown)
            .unwrap_or_default();
        let mut doc = Self::default();
        match summary {
            Some(summary) if !repeats(&description, &summary) => doc.push([sentence(summary)]),
            _ if opens_with_words(&description) => {}
            _ => doc.push([otherwise()]),
        }
        doc.push(description);
        doc
    }

    /// Default, limits, example and further reading, as a list.
    pub(super) fn with_facts(mut self, docs: &Docs) -> Self {
        let mut facts = Vec::new();
        if let Some(default) = &docs.default {
            facts.extend(fact("Default", default));
        }
        if !docs.limits.is_empty() {
            let limits: Vec<_> = docs
                .limits
                .iter()
                .map(|limit| prose::markdown(limit).join(" "))
                .collect();
            facts.push(format!("- Limits: {}", limits.join(", ")));
        }
        if let Some(example) = docs.examples.first() {
            facts.extend(fact("Example", example));
        }
        if let Some(link) = docs.link.as_deref().filter(|link| link.starts_with("http")) {
            facts.push(format!("- See {}", prose::markdown(link).join(" ")));
        }
        self.push(facts);
        self
    }

    /// An example as a block of its own, for items whose values are large.
    pub(super) fn with_example(mut self, example: Option<&Value>) -> Self {
        let Some(example) = example else {
            return self;
        };
        let text = serde_json::to_string_pretty(example).unwrap_or_default();
        if text.lines().count() <= LONGEST_BLOCK {
            self.push(["Example:".to_owned()]);
            self.push(prose::block("json", &text));
        }
        self
    }

    /// Where in the document the item comes from.
    pub(super) fn with_origin(mut self, origin: &Origin) -> Self {
        self.push([format!(
            "Described at {}.",
            prose::span(&origin.0.to_string())
        )]);
        self
    }

    /// Adds a block, after a blank line unless it is the first.
    pub(super) fn push(&mut self, block: impl IntoIterator<Item = String>) {
        let mut block = block.into_iter().peekable();
        if block.peek().is_some() && !self.lines.is_empty() {
            self.lines.push(String::new());
        }
        self.lines.extend(block);
    }

    /// Adds a block; for chains.
    pub(super) fn and(mut self, block: impl IntoIterator<Item = String>) -> Self {
        self.push(block);
        self
    }

    /// The first line, for lists that point here.
    pub(super) fn first_line(&self) -> &str {
        self.lines.first().map_or("", String::as_str)
    }

    /// The first paragraph as one line.
    pub(super) fn first_paragraph(&self) -> String {
        let paragraph: Vec<_> = self
            .lines
            .iter()
            .take_while(|line| !line.is_empty())
            .map(String::as_str)
            .collect();
        paragraph.join(" ").replace("\\ ", " ")
    }

    /// As attributes of the item that follows.
    pub(super) fn outer(&self) -> TokenStream {
        let lines = self.lines.iter().map(|line| comment(line));
        quote!(#(#[doc = #lines])*)
    }

    /// As attributes of the module that they stand in.
    pub(super) fn inner(&self) -> TokenStream {
        let lines = self.lines.iter().map(|line| comment(line));
        quote!(#(#![doc = #lines])*)
    }
}

/// `#[deprecated]`, where the document says so.
pub(super) fn deprecation(docs: &Docs) -> TokenStream {
    if docs.deprecated {
        quote!(#[deprecated])
    } else {
        TokenStream::new()
    }
}

/// A line as it stands behind `///`.
fn comment(line: &str) -> String {
    if line.is_empty() {
        String::new()
    } else {
        format!(" {line}")
    }
}

/// Ends a title like a sentence.
pub(super) fn sentence(mut title: String) -> String {
    if title.ends_with(|last: char| last.is_alphanumeric() || ")>`\"'".contains(last)) {
        title.push('.');
    }
    title
}

/// Whether the description starts with what the summary says already.
fn repeats(description: &[String], summary: &str) -> bool {
    description
        .first()
        .is_some_and(|first| first.trim_end_matches('.') == summary.trim_end_matches('.'))
}

/// Whether the first block is a paragraph, which rustdoc can show in lists.
fn opens_with_words(lines: &[String]) -> bool {
    let block = ["#", "```", "- ", "> ", "|", "1. "];
    lines
        .first()
        .is_some_and(|first| !block.iter().any(|start| first.starts_with(start)))
}

fn fact(name: &str, value: &Value) -> Option<String> {
    let text = value.to_string();
    (text.chars().count() <= LONGEST_SPAN).then(|| format!("- {name}: {}", prose::span(&text)))
}
