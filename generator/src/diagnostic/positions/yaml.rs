//! Scans YAML through the events of a parser that knows where each of them is.

use std::collections::BTreeMap;
use std::ops::Range;

use saphyr_parser::{Event, Parser, Span};

use super::tree::{Builder, NodeId, Tree};

/// Scans the first document of a text, up to where it can be read.
pub(super) fn scan(text: &str) -> Tree {
    let mut scanner = Scanner {
        builder: Builder::default(),
        characters: Characters::of(text),
        anchors: BTreeMap::new(),
        key_depth: 0,
    };
    let mut parser = Parser::new_from_str(text);
    while let Some(Ok((event, span))) = parser.next_event() {
        if event == Event::DocumentEnd {
            break;
        }
        scanner.event(event, span);
    }
    scanner.builder.finish()
}

struct Scanner<'text> {
    builder: Builder,
    characters: Characters<'text>,
    anchors: BTreeMap<usize, NodeId>,
    /// How many objects and lists are open inside of a key; their content is passed over.
    key_depth: usize,
}

impl Scanner<'_> {
    fn event(&mut self, event: Event<'_>, span: Span) {
        let bytes = self.characters.bytes(span);
        if self.key_depth > 0
            || (self.builder.expects_key()
                && !matches!(event, Event::Scalar(..) | Event::MappingEnd))
        {
            return self.event_in_key(&event, bytes);
        }
        match event {
            Event::Scalar(text, ..) if self.builder.expects_key() => {
                self.builder.key(text.into_owned(), bytes)
            }
            Event::Scalar(_, _, anchor, _) => {
                let node = self.builder.scalar(bytes);
                self.anchors.insert(anchor, node);
            }
            Event::SequenceStart(anchor, _) => {
                let node = self.builder.list(bytes.start);
                self.anchors.insert(anchor, node);
            }
            Event::MappingStart(anchor, _) => {
                let node = self.builder.object(bytes.start);
                self.anchors.insert(anchor, node);
            }
            Event::SequenceEnd | Event::MappingEnd => self.builder.end(bytes.end),
            Event::Alias(anchor) => match self.anchors.get(&anchor) {
                Some(node) => self.builder.alias(bytes, *node),
                None => {
                    self.builder.scalar(bytes);
                }
            },
            _ => {}
        }
    }

    /// Passes over a key that is not a text. No path leads to what stands under it.
    fn event_in_key(&mut self, event: &Event<'_>, bytes: Range<usize>) {
        match event {
            Event::SequenceStart(..) | Event::MappingStart(..) => self.key_depth += 1,
            Event::SequenceEnd | Event::MappingEnd => {
                self.key_depth = self.key_depth.saturating_sub(1)
            }
            _ => {}
        }
        if self.key_depth == 0 {
            self.builder.key(String::new(), bytes);
        }
    }
}

/// From characters, which the parser counts, to bytes.
struct Characters<'text> {
    text: &'text str,
    /// The byte of every 64th character; empty if every character takes one byte.
    marks: Vec<usize>,
}

const STRIDE: usize = 64;

impl<'text> Characters<'text> {
    fn of(text: &'text str) -> Self {
        let marks = if text.is_ascii() {
            Vec::new()
        } else {
            text.char_indices()
                .step_by(STRIDE)
                .map(|(byte, _)| byte)
                .collect()
        };
        Self { text, marks }
    }

    fn bytes(&self, span: Span) -> Range<usize> {
        self.byte(span.start.index())..self.byte(span.end.index())
    }

    fn byte(&self, character: usize) -> usize {
        if self.marks.is_empty() {
            return character.min(self.text.len());
        }
        let Some(mark) = self.marks.get(character / STRIDE) else {
            return self.text.len();
        };
        let rest = self.text.get(*mark..).unwrap_or_default();
        rest.char_indices()
            .nth(character % STRIDE)
            .map_or(self.text.len(), |(byte, _)| mark + byte)
    }
}
