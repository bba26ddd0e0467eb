//! Words for operations from their method and path, for documents that don't name them.

use super::vocabulary::{is_action, is_version};
use crate::ir::draft::Operation;
use crate::names::Words;

/// Segments at the start of a path that say nothing of the operation.
const FRAMES: &[&str] = &["api", "apis", "rest"];

/// What a path is called that says nothing.
const ROOT: &str = "root";

/// How far into a path a version is looked for: what is in front of it is the same for all operations.
const FRAME: usize = 3;

/// A method and a path in words.
pub(super) struct Route {
    /// What is done, as the end of the path says it; else as the method does.
    verb: Words,
    /// What it is done to.
    things: Words,
    /// What is done, as the method says it.
    plain: Words,
    frame: Words,
    /// All nouns of the path, the one that says what is done included.
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
        let (frame, segments) = segments(&operation.path);
        let plain = verb(&operation.method, &segments);
        let action = action(&operation.method, &segments);
        let nouns = nouns(&operation.method, &segments);
        let acted_on = action.as_ref().and_then(|action| nouns.before(action));
        Self {
            verb: action.unwrap_or_else(|| plain.clone()),
            things: acted_on.unwrap_or_else(|| nouns.clone()),
            plain,
            frame: if frame.is_empty() {
                Words::default()
            } else {
                Words::of(&frame)
            },
            nouns,
            parameters: parameters(&segments),
        }
    }

    /// Names that say more and more: `list pet toys`, `list pet toys by id`, `list v1 pet toys by id`.
    pub(super) fn candidates(&self) -> [Words; 4] {
        let short = self.verb.then(&self.things);
        let short = if self.nouns.is_empty() {
            self.by_parameters(short)
        } else {
            short
        };
        let plain = self.plain.then(&self.nouns);
        let framed = self.plain.then(&self.frame).then(&self.nouns);
        [
            short,
            plain.clone(),
            self.by_parameters(plain),
            self.by_parameters(framed),
        ]
    }

    /// What the path names below a tag, and what it names above it: for the tag `toys`, `list` is `GET /toys`, and
    /// `list for pet` is `GET /pets/{id}/toys`. Nothing if the path doesn't name the tag.
    pub(super) fn candidates_below(&self, tag: &Words) -> Vec<Words> {
        let below = |verb: &Words, nouns: &Words| {
            let (above, below) = nouns.around(tag)?;
            let words = verb.then(&below);
            Some(if above.is_empty() {
                words
            } else {
                words.then(&Words::of("for")).then(&above)
            })
        };
        let candidates = [
            below(&self.verb, &self.things),
            below(&self.plain, &self.nouns),
        ];
        candidates.into_iter().flatten().collect()
    }

    fn by_parameters(&self, words: Words) -> Words {
        if self.parameters.is_empty() {
            return words;
        }
        words.then(&Words::of("by")).then(&self.parameters)
    }
}

/// What a path leads to: `pet toy` for `/pets/{id}/toys/{toy}`.
pub(super) fn path_words(path: &str) -> Words {
    let (_, segments) = segments(path);
    let nouns = nouns("", &segments);
    match nouns.is_empty() {
        true => Words::of(ROOT),
        false => nouns,
    }
}

/// What the segments name that stay the same; in the singular, where one thing is picked.
fn nouns(method: &str, segments: &[Segment]) -> Words {
    let mut nouns = Words::default();
    for (index, segment) in segments.iter().enumerate() {
        match segment {
            Segment::Fixed(words) if is_single(method, segments, index) => {
                nouns = nouns.then(&words.singular());
            }
            Segment::Fixed(words) => nouns = nouns.then(words),
            Segment::Parameter(_) => {}
        }
    }
    nouns
}

fn parameters(segments: &[Segment]) -> Words {
    let parameters = segments.iter().filter_map(|segment| match segment {
        Segment::Fixed(_) => None,
        Segment::Parameter(words) => Some(words),
    });
    parameters.fold(Words::default(), |all, words| all.then(words))
}

/// The first segment of a path that says something: the accessor for operations without a tag.
pub(super) fn first_noun(path: &str) -> Words {
    let (_, segments) = segments(path);
    let noun = segments.into_iter().find_map(|segment| match segment {
        Segment::Fixed(words) => Some(words),
        Segment::Parameter(_) => None,
    });
    noun.unwrap_or_else(|| Words::of(ROOT))
}

/// What is the same for all paths (`api/v1`), and the segments behind it.
fn segments(path: &str) -> (String, Vec<Segment>) {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let segments: Vec<&str> = path
        .split('/')
        .filter(|segment| !segment.is_empty())
        .collect();
    let version = segments
        .iter()
        .take(FRAME)
        .rposition(|segment| is_version(segment));
    let versioned = version.map_or(0, |index| index + 1);
    let behind = segments.iter().skip(versioned);
    let framed = versioned
        + behind
            .take_while(|segment| FRAMES.contains(segment))
            .count();
    let framed = if framed < segments.len() { framed } else { 0 };
    let (frame, named) = segments.split_at_checked(framed).unwrap_or_default();
    let named = named.iter().map(|segment| {
        if segment.contains('{') {
            Segment::Parameter(Words::of(segment))
        } else {
            Segment::Fixed(Words::of(segment))
        }
    });
    (frame.join("/"), named.collect())
}

/// The words of a path as some frameworks append them to the name of an operation: `v1 pets pet id get`.
pub(super) fn appended(operation: &Operation) -> Words {
    let path = operation.path.split('?').next().unwrap_or_default();
    Words::of(path).then(&Words::of(&operation.method.to_lowercase()))
}

/// Whether a noun stands for one thing: a parameter follows that picks it, or it is made by this very call.
fn is_single(method: &str, segments: &[Segment], index: usize) -> bool {
    match segments.get(index + 1) {
        Some(Segment::Parameter(_)) => true,
        Some(Segment::Fixed(_)) => false,
        None => method == "POST",
    }
}

/// What is done, where the end of the path of a call that changes something says it: `archive` of `POST /pets/{id}/archive`.
fn action(method: &str, segments: &[Segment]) -> Option<Words> {
    match segments {
        [.., Segment::Parameter(_), Segment::Fixed(words)]
            if method == "POST" && !words.is_plural() =>
        {
            Some(words.clone())
        }
        [.., Segment::Fixed(words)] if is_action(method, words) => Some(words.clone()),
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
