//! HTML in prose: the tags that have a counterpart in Markdown become that, others of HTML vanish, and what only looks
//! like a tag (`<id>`) is escaped.

use pulldown_cmark::{Event, Parser};

/// Tags that end what stands before them, so that a paragraph begins.
const BLOCKS: [&str; 21] = [
    "blockquote",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "ol",
    "p",
    "pre",
    "summary",
    "table",
    "tr",
    "ul",
];

/// Tags that say how something looks, which Markdown can't.
const SILENT: [&str; 15] = [
    "big", "caption", "del", "font", "img", "ins", "kbd", "mark", "small", "span", "sub", "sup",
    "tbody", "thead", "u",
];

/// No tag of a description is longer; what is longer is not worth looking at.
const LONGEST_TAG: usize = 1000;

/// Replaces tags by Markdown, except in code.
pub(super) fn to_markdown(text: &str) -> String {
    if !text.contains('<') {
        return text.to_owned();
    }
    let mut conversion = Conversion::default();
    let mut copied = 0;
    for (event, range) in Parser::new_ext(text, super::options()).into_offset_iter() {
        let html = match event {
            // Indented HTML would become indented code without its tags.
            Event::Html(_) => text[range.clone()].trim_start_matches([' ', '\t']),
            Event::InlineHtml(_) => &text[range.clone()],
            _ => continue,
        };
        if range.start < copied {
            continue;
        }
        conversion.markdown.push_str(&text[copied..range.start]);
        conversion.convert(html);
        copied = range.end;
    }
    conversion.markdown.push_str(&text[copied..]);
    conversion.markdown
}

#[derive(Default)]
struct Conversion {
    markdown: String,
    /// Where the links that are open lead; `None` if nowhere on the web.
    links: Vec<Option<String>>,
}

impl Conversion {
    /// Converts a stretch of raw HTML.
    fn convert(&mut self, html: &str) {
        let mut rest = html;
        while let Some((before, from)) = rest.split_once('<') {
            self.markdown.push_str(before);
            let end = from.bytes().take(LONGEST_TAG).position(|byte| byte == b'>');
            match end {
                Some(end) if self.replace(&from[..end]) => rest = &from[end + 1..],
                _ => {
                    self.markdown.push_str("\\<");
                    rest = from;
                }
            }
        }
        self.markdown.push_str(rest);
    }

    /// Puts Markdown in the place of a tag, given without its brackets. `false` if it is not HTML.
    fn replace(&mut self, tag: &str) -> bool {
        let closes = tag.starts_with('/');
        let name = tag
            .trim_start_matches('/')
            .split(|character: char| character.is_whitespace() || character == '/')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        let markdown = match name.as_str() {
            "a" if closes => return self.close_link(),
            "a" => return self.open_link(tag),
            "br" => "\\\n",
            "b" | "strong" => "**",
            "i" | "em" | "var" => "*",
            "code" | "tt" => "`",
            "li" if closes => "\n",
            "li" => "\n- ",
            "td" | "th" => " ",
            name if BLOCKS.contains(&name) => "\n\n",
            name if SILENT.contains(&name) || name.starts_with("!--") => "",
            _ => return false,
        };
        self.markdown.push_str(markdown);
        true
    }

    fn open_link(&mut self, tag: &str) -> bool {
        let destination = tag
            .split_once("href=")
            .and_then(|(_, from)| {
                from.trim_start_matches(['"', '\''])
                    .split(['"', '\'', ' '])
                    .next()
            })
            .filter(|destination| destination.starts_with("http"));
        if destination.is_some() {
            self.markdown.push('[');
        }
        self.links.push(destination.map(str::to_owned));
        true
    }

    fn close_link(&mut self) -> bool {
        if let Some(Some(destination)) = self.links.pop() {
            self.markdown.push_str(&format!("](<{destination}>)"));
        }
        true
    }
}
