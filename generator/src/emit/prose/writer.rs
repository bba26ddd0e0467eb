//! Writes what a Markdown parser understood as Markdown that rustdoc and clippy have nothing to say about.

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};

use super::fill::{BREAK, fill, glue};
use super::{WIDTH, code, escape};

/// Writes the events of a parser as lines.
pub(super) fn write<'a>(events: impl Iterator<Item = Event<'a>>) -> Vec<String> {
    let mut writer = Writer::default();
    for event in events {
        writer.event(event);
    }
    writer.end_block();
    writer.lines
}

#[derive(Default)]
struct Writer {
    lines: Vec<String>,
    /// The lists, items and quotations that are open.
    containers: Vec<Container>,
    /// The paragraph, heading or cell that is open.
    text: String,
    /// The number of heading marks, while a heading is open.
    heading: usize,
    /// Language and text of the code block that is open.
    code: Option<(String, String)>,
    /// The links that are open: where their text starts, and where they lead if that is kept.
    links: Vec<(usize, Option<String>)>,
    /// Cells of the row that is open, if a table is.
    cells: Option<Vec<String>>,
    /// Whether the next block follows another one, from which a blank line sets it apart.
    separate: bool,
}

enum Container {
    /// A list, with the number of its next item if it is ordered.
    List(Option<u64>),
    /// An item: its marker, until its first line is written, and how far the others are indented.
    Item { marker: String, indent: usize },
    /// A quotation.
    Quotation,
}

impl Writer {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.push_text(&text),
            Event::Code(text) => self.push_code(&text),
            Event::Html(text) | Event::InlineHtml(text) => self.push_text(text.trim()),
            Event::SoftBreak => self.text.push(' '),
            Event::HardBreak => self.push_break(),
            // Extensions that are not switched on, and rules, which separate nothing in a list of paragraphs.
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.end_block(),
            Tag::Heading { level, .. } => {
                self.end_block();
                // An item's own headings are below the one that rustdoc gives it.
                self.heading = (level as usize + 1).min(6);
            }
            Tag::BlockQuote(_) => self.open(Container::Quotation),
            Tag::List(first) => self.open(Container::List(first)),
            Tag::Item => self.open_item(),
            Tag::CodeBlock(kind) => {
                self.end_block();
                self.code = Some((language(&kind), String::new()));
            }
            Tag::Table(_) => {
                self.end_block();
                self.separate_block();
            }
            Tag::TableHead | Tag::TableRow => self.cells = Some(Vec::new()),
            Tag::Emphasis => self.text.push('*'),
            Tag::Strong if self.heading == 0 => self.text.push_str("**"),
            Tag::Strikethrough => self.text.push_str("~~"),
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => self.open_link(link_type, &dest_url),
            Tag::Image { dest_url, .. } => self.open_link(LinkType::Inline, &dest_url),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::HtmlBlock => self.end_block(),
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item => self.close(),
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::TableCell => self.end_cell(),
            TagEnd::TableHead => {
                let columns = self.cells.as_ref().map_or(0, Vec::len);
                self.end_row();
                self.push_line(&format!("|{}", " --- |".repeat(columns)));
            }
            TagEnd::TableRow => self.end_row(),
            TagEnd::Table => self.separate = true,
            TagEnd::Emphasis => self.text.push('*'),
            TagEnd::Strong if self.heading == 0 => self.text.push_str("**"),
            TagEnd::Strikethrough => self.text.push_str("~~"),
            TagEnd::Link | TagEnd::Image => self.close_link(),
            _ => {}
        }
    }
}

/// Inline content.
impl Writer {
    fn push_text(&mut self, text: &str) {
        if let Some((_, code)) = &mut self.code {
            code.push_str(text);
            return;
        }
        let text = text.replace(['\t', '\n'], " ");
        let escaped = if !self.links.is_empty() {
            escape::link_text(&text)
        } else if self.at_line_start() {
            escape::block(text.trim_start())
        } else {
            escape::inline(&text)
        };
        self.text.push_str(&escaped);
    }

    fn push_code(&mut self, text: &str) {
        self.text.push_str(&glue(&code::span(text)));
    }

    fn push_break(&mut self) {
        let keeps_to_one_line = self.heading > 0 || self.cells.is_some();
        self.text.push(if keeps_to_one_line { ' ' } else { BREAK });
    }

    fn at_line_start(&self) -> bool {
        self.text.trim_end_matches(' ').is_empty() || self.text.ends_with(BREAK)
    }

    /// Links to the web are kept. Others lead to places that only the document's own site has.
    fn open_link(&mut self, link_type: LinkType, destination: &str) {
        let kept = ["https://", "http://", "mailto:"]
            .iter()
            .any(|scheme| destination.starts_with(scheme));
        let kept = kept && self.links.is_empty() && link_type != LinkType::Email;
        self.links
            .push((self.text.len(), kept.then(|| encode(destination))));
    }

    fn close_link(&mut self) {
        let Some((start, Some(destination))) = self.links.pop() else {
            return;
        };
        let text = self.text.split_off(start.min(self.text.len()));
        if self.text.ends_with('!') {
            // An exclamation mark before a link would make it an image.
            self.text.pop();
            self.text.push_str("\\!");
        }
        let is_address = text.trim().is_empty() || text == escape::link_text(&destination);
        if is_address && !destination.starts_with("mailto:") {
            self.text.push_str(&format!("<{destination}>"));
        } else {
            self.text
                .push_str(&format!("[{}]({destination})", text.replace(BREAK, " ")));
        }
    }
}

/// Blocks and the containers around them.
impl Writer {
    /// Ends a paragraph or heading, if one is open.
    fn end_block(&mut self) {
        let text = std::mem::take(&mut self.text);
        let marks = std::mem::take(&mut self.heading);
        if text.trim().is_empty() {
            return;
        }
        self.separate_block();
        if marks > 0 {
            let heading = fill(&text.replace(BREAK, " "), usize::MAX).join(" ");
            self.push_line(&format!("{} {heading}", "#".repeat(marks)));
        } else {
            for line in fill(&text, WIDTH) {
                self.push_line(&line);
            }
        }
        self.separate = true;
    }

    fn end_code(&mut self) {
        let Some((language, text)) = self.code.take() else {
            return;
        };
        if text.trim().is_empty() {
            return;
        }
        self.separate_block();
        for line in code::block(&language, &text) {
            self.push_line(&line);
        }
        self.separate = true;
    }

    fn end_cell(&mut self) {
        let text = std::mem::take(&mut self.text);
        let cell = fill(&text.replace(BREAK, " "), usize::MAX).join(" ");
        if let Some(cells) = &mut self.cells {
            cells.push(cell.replace('|', "\\|"));
        }
    }

    fn end_row(&mut self) {
        if let Some(cells) = self.cells.take() {
            self.push_line(&format!("| {} |", cells.join(" | ")));
        }
    }

    fn open(&mut self, container: Container) {
        self.end_block();
        let nested_list = matches!(container, Container::List(_)) && self.in_item();
        if !nested_list {
            self.separate_block();
        }
        self.separate = false;
        self.containers.push(container);
    }

    fn open_item(&mut self) {
        let marker = match self.containers.last_mut() {
            Some(Container::List(Some(number))) => {
                let marker = format!("{number}. ");
                *number = number.saturating_add(1);
                marker
            }
            _ => "- ".to_owned(),
        };
        let indent = marker.len();
        self.separate = false;
        self.containers.push(Container::Item { marker, indent });
    }

    fn close(&mut self) {
        self.end_block();
        if let Some(Container::Item { marker, .. }) = self.containers.last()
            && !marker.is_empty()
        {
            // An item without content would leave its marker to the text that follows.
            self.push_line("");
        }
        // Items of a list follow each other without a blank line.
        self.separate = !matches!(self.containers.pop(), Some(Container::Item { .. }));
    }

    fn in_item(&self) -> bool {
        matches!(self.containers.last(), Some(Container::Item { .. }))
    }

    /// A blank line before a block that follows another one.
    fn separate_block(&mut self) {
        if self.separate {
            self.push_line("");
        }
        self.separate = false;
    }

    fn push_line(&mut self, line: &str) {
        let mut prefixed = String::new();
        for container in &mut self.containers {
            match container {
                Container::List(_) => {}
                Container::Quotation => prefixed.push_str("> "),
                Container::Item { marker, indent } if marker.is_empty() => {
                    prefixed.push_str(&" ".repeat(*indent))
                }
                Container::Item { marker, .. } => prefixed.push_str(&std::mem::take(marker)),
            }
        }
        prefixed.push_str(line);
        self.lines.push(prefixed.trim_end().to_owned());
    }
}

fn language(kind: &CodeBlockKind<'_>) -> String {
    match kind {
        CodeBlockKind::Fenced(language) => language.to_string(),
        CodeBlockKind::Indented => String::new(),
    }
}

/// An address without the characters that would end it early.
fn encode(address: &str) -> String {
    let mut encoded = String::with_capacity(address.len());
    for character in address.chars() {
        match character {
            '<' | '>' | '(' | ')' | '\\' | '|' | ' ' | '\n' | '\t' => {
                encoded.push_str(&format!("%{:02X}", u32::from(character)));
            }
            other => encoded.push(other),
        }
    }
    encoded
}
