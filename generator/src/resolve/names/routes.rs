//! Words for operations from their method and path, for documents that don't name them.

use crate::ir::draft::Operation;
use crate::names::Words;

/// Segments at the start of a path that say nothing of the operation.
const FRAMES: &[&str] = &["api", "apis", "rest"];

/// A method and a path in words.
pub(super) struct Route {
    verb: Words,
    nouns: Words,
    parameters: Words,
}

enum Segment {
    Fixed(Words),
    Parameter(Words),
}

impl Route {
    /// Reads an operation's method and path: `GET /pets/{id}` is `get pet`, `GET /pets` is `list pets`,
    /// `POST /pets/{id}/archive` is `archive pet`.
    pub(super) fn of(operation: &Operation) -> Self {
        let segments = segments(&operation.path);
        let action = action(&operation.method, &segments);
        let named = segments.len() - usize::from(action.is_some());
        let mut nouns = Words::default();
        let mut parameters = Words::default();
        for (index, segment) in segments.iter().enumerate().take(named) {
            match segment {
                Segment::Fixed(words) if is_single(&operation.method, &segments, index) => {
                    nouns = nouns.then(&words.singular());
                }
                Segment::Fixed(words) => nouns = nouns.then(words),
                Segment::Parameter(words) => parameters = parameters.then(words),
            }
        }
        Self {
            verb: action.unwrap_or_else(|| verb(&operation.method, &segments)),
            nouns,
            parameters,
        }
    }

    /// Verb and nouns: `list pet toys`.
    pub(super) fn words(&self) -> Words {
        self.verb.then(&self.nouns)
    }

    /// Verb, nouns and parameters: `list pet toys by id`.
    pub(super) fn words_with_parameters(&self) -> Words {
        if self.parameters.is_empty() {
            return self.words();
        }
        self.words().then(&Words::of("by")).then(&self.parameters)
    }

    /// Verb and what the path names below a tag: `list toys` for the tag `pets`. `None` if the path doesn't name the tag.
    pub(super) fn words_below(&self, tag: &Words) -> Option<Words> {
        let (_, below) = self.nouns.around(tag)?;
        Some(self.verb.then(&below))
    }
}

/// The first segment of a path that says something: the accessor for operations without a tag.
pub(super) fn first_noun(path: &str) -> Option<Words> {
    segments(path)
        .into_iter()
        .find_map(|segment| match segment {
            Segment::Fixed(words) => Some(words),
            Segment::Parameter(_) => None,
        })
}

fn segments(path: &str) -> Vec<Segment> {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let segments: Vec<&str> = path
        .split('/')
        .filter(|segment| !segment.is_empty())
        .collect();
    let framed = segments
        .iter()
        .take_while(|segment| is_frame(segment))
        .count();
    let names = if framed < segments.len() { framed } else { 0 };
    let segments = segments.into_iter().skip(names).map(|segment| {
        if segment.contains('{') {
            Segment::Parameter(Words::of(segment))
        } else {
            Segment::Fixed(Words::of(segment))
        }
    });
    segments.collect()
}

/// Whether a segment is `api` or a version such as `v1` or `2.0`.
fn is_frame(segment: &str) -> bool {
    let number = segment.strip_prefix(['v', 'V']).unwrap_or(segment);
    let is_version = number.starts_with(|first: char| first.is_ascii_digit())
        && number
            .chars()
            .all(|character| character.is_ascii_digit() || character == '.');
    is_version || FRAMES.contains(&segment)
}

/// The words of a path as some frameworks append them to the name of an operation: `v1 pets pet id get`.
pub(super) fn appended(operation: &Operation) -> Words {
    Words::of(&operation.path).then(&Words::of(&operation.method.to_lowercase()))
}

/// Whether a noun stands for one thing: a parameter follows that picks it, or it is made by this very call.
fn is_single(method: &str, segments: &[Segment], index: usize) -> bool {
    match segments.get(index + 1) {
        Some(Segment::Parameter(_)) => true,
        Some(Segment::Fixed(_)) => false,
        None => method == "POST",
    }
}

/// A verb at the end of a path, below a thing that is picked: `archive` of `POST /pets/{id}/archive`.
fn action(method: &str, segments: &[Segment]) -> Option<Words> {
    match segments {
        [.., Segment::Parameter(_), Segment::Fixed(words)]
            if method == "POST" && !words.is_plural() =>
        {
            Some(words.clone())
        }
        _ => None,
    }
}

fn verb(method: &str, segments: &[Segment]) -> Words {
    let is_list = matches!(segments.last(), Some(Segment::Fixed(words)) if words.is_plural());
    let is_picked = matches!(segments.last(), Some(Segment::Parameter(_)));
    Words::of(match method {
        "GET" if is_list => "list",
        "POST" if is_picked => "update",
        "POST" => "create",
        "PUT" => "replace",
        "PATCH" => "update",
        "DELETE" => "delete",
        "HEAD" => "check",
        other => return Words::of(&other.to_lowercase()),
    })
}
