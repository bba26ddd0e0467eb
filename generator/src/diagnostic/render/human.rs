//! Diagnostics for people.

use std::ops::Range;

use annotate_snippets::{
    AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str,
};

use super::{Placed, Style, Text, one_line, severity_of};
use crate::diagnostic::{Location, Positions, Severity};

/// A line longer than this is cut before it is laid out: it may be a whole document on one line.
const LONGEST_LINE: usize = 2_000;

/// A message with the line that it is about.
pub(super) fn render(placed: &Placed<'_>, style: Style) -> String {
    let Placed {
        diagnostic,
        text,
        location,
        related,
    } = placed;
    let level = match severity_of(diagnostic.code, style.strict) {
        Severity::Note => Level::NOTE,
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    };
    let title = level
        .primary_title(diagnostic.message.as_str())
        .id(diagnostic.code.number());
    let mut group = Group::with_title(title);
    group = match &diagnostic.argument {
        Some(argument) => group.element(Origin::path(one_line(argument))),
        None => place(
            group,
            text,
            location,
            AnnotationKind::Primary,
            &diagnostic.label,
        ),
    };
    for (related, location) in related {
        group = place(
            group,
            text,
            location,
            AnnotationKind::Context,
            &related.message,
        );
    }
    if diagnostic.argument.is_none() && !diagnostic.in_names {
        let at = normalize_untrusted_str(&location.pointer.to_string());
        group = group.element(Level::NOTE.with_name("at").message(at));
    }
    if let Some(note) = &diagnostic.note {
        group = group.element(Level::NOTE.message(normalize_untrusted_str(note)));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(normalize_untrusted_str(help)));
    }
    let renderer = if style.colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    without_empty_origins(&renderer.render(&[group])) + "\n\n"
}

/// Takes out what is drawn where a snippet has no path: an excerpt of a line that was cut has it in front of it.
fn without_empty_origins(rendered: &str) -> String {
    let lines = rendered.lines().filter(|line| !is_empty_origin(line));
    lines.collect::<Vec<_>>().join("\n")
}

/// Whether a line shows `:::` and nothing else, whatever its colours.
fn is_empty_origin(line: &str) -> bool {
    let mut parts = line.split('\x1b');
    let plain = parts.next().unwrap_or_default().to_owned();
    let coloured = parts.filter_map(|part| part.split_once('m'));
    let visible = coloured.fold(plain, |visible, (_, text)| visible + text);
    visible.trim() == ":::"
}

/// Adds a place: its line with a caret and a label.
fn place<'a>(
    group: Group<'a>,
    text: &'a Text<'a>,
    location: &Location,
    kind: AnnotationKind,
    label: &'a str,
) -> Group<'a> {
    let Text { source, positions } = text;
    let line = positions.lines().line_at(location.bytes.start);
    let is_cut = line.len() > LONGEST_LINE;
    let excerpt = if is_cut {
        cut(positions, line, &location.bytes)
    } else {
        line
    };
    let text = positions.lines().text(excerpt.clone());
    let span =
        location.bytes.start - excerpt.start..location.bytes.end.min(excerpt.end) - excerpt.start;
    let annotation = kind.span(span).label((!label.is_empty()).then_some(label));
    let snippet = Snippet::source(text)
        .line_start(location.start.line)
        .annotation(annotation);
    if is_cut {
        let origin = Origin::path(source.path())
            .line(location.start.line)
            .char_column(location.start.column);
        group.element(origin).element(snippet)
    } else {
        group.element(snippet.path(source.path()))
    }
}

/// The bytes around some bytes of a line, at the boundaries of characters.
fn cut(positions: &Positions<'_>, line: Range<usize>, bytes: &Range<usize>) -> Range<usize> {
    let around = LONGEST_LINE / 2;
    let start = bytes.start.saturating_sub(around).max(line.start);
    let end = bytes
        .end
        .min(bytes.start + around)
        .saturating_add(around)
        .min(line.end);
    positions.lines().floor(start)..positions.lines().floor(end)
}
