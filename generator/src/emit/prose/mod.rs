//! Prose of a document, made fit for rustdoc.
//!
//! Descriptions are Markdown or HTML that somebody wrote for another reader: brackets that rustdoc takes for links, code
//! that it would compile, tags and addresses that it warns of, control characters that rustc refuses. So they are parsed
//! with the parser that rustdoc uses, and written again from what it understood, with everything escaped that has a
//! meaning to rustdoc which the document did not intend.

mod code;
mod escape;
mod fill;
mod html;
mod writer;

pub(super) use code::{block, span};

use pulldown_cmark::{Options, Parser, TextMergeStream};

/// How wide a line of docs is, at most, where it can be broken.
const WIDTH: usize = 100;

/// Markdown from a document as lines of rustdoc's Markdown, without a blank line at either end.
pub(super) fn markdown(text: &str) -> Vec<String> {
    let text = escape::clean(text);
    let text = html::to_markdown(&text);
    writer::write(TextMergeStream::new(Parser::new_ext(&text, options())))
}

/// A text that is no Markdown, such as a title, as one line of Markdown.
pub(super) fn plain(text: &str) -> String {
    escape::block(&one_line(text))
}

/// An item of a list, from Markdown that is fit for rustdoc already; `depth` lists are around it.
pub(super) fn item(depth: usize, markdown: &str) -> Vec<String> {
    let indent = "  ".repeat(depth);
    let lines = fill::fill(markdown, WIDTH - 2 * depth)
        .into_iter()
        .enumerate();
    lines
        .map(|(index, line)| format!("{indent}{}{line}", if index == 0 { "- " } else { "  " }))
        .collect()
}

/// A text without line breaks and control characters.
pub(super) fn one_line(text: &str) -> String {
    let words: Vec<_> = escape::clean(text)
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    words.join(" ")
}

/// The extensions that rustdoc knows and that documents use on purpose.
fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH
}

#[cfg(test)]
mod tests;
