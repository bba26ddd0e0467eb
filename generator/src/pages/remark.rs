//! What there is to say of pages and a document.

use crate::diagnostic::Position;
use crate::ir::Type;

/// What there is to say of pages and a document.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// Where the two differ, in the order of the pages, then of the document.
    pub remarks: Vec<Remark>,
    /// Every JSON sample of the pages.
    pub samples: Vec<Sample>,
}

impl Findings {
    /// Whether the pages say nothing that the document, or a comment in it, doesn't say.
    pub fn is_complete(&self) -> bool {
        let lacking = |remark: &&Remark| {
            matches!(remark.verdict, Verdict::Missing | Verdict::Different)
                && remark.reason.is_none()
        };
        !self.remarks.iter().any(|remark| lacking(&remark))
    }
}

/// A difference between the pages and the document.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// What kind of difference.
    pub verdict: Verdict,
    /// Where the page says it.
    pub page: Option<Place>,
    /// Where the document says it, or would.
    pub spec: Option<Place>,
    /// What it is, in one sentence.
    pub message: String,
    /// The comment in the document that explains it.
    pub reason: Option<Reason>,
}

/// A kind of difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// The page says it, the document doesn't.
    Missing,
    /// Both say something, and not the same.
    Different,
    /// The page says something of which can't be told what it is about.
    Undecidable,
    /// The document says it, no page does.
    Unmentioned,
}

/// A place in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The text's path.
    pub path: String,
    /// Line and column, from 1. Of pages only lines are known.
    pub line: usize,
    /// The column, if it is known.
    pub column: Option<usize>,
}

impl Place {
    pub(super) fn line(path: &str, line: usize) -> Self {
        Self {
            path: path.to_owned(),
            line,
            column: None,
        }
    }

    pub(super) fn position(path: &str, position: Position) -> Self {
        Self {
            path: path.to_owned(),
            line: position.line,
            column: Some(position.column),
        }
    }
}

/// A comment in the document that explains a difference.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// Its first line.
    pub place: Place,
    /// Its text on one line.
    pub text: String,
}

/// A JSON sample of a page.
#[derive(Clone, Debug)]
pub struct Sample {
    /// Its first line.
    pub place: Place,
    /// Its text.
    pub text: String,
    /// What it is taken for; `None` if it fits nothing of the document.
    pub taken_for: Option<TakenFor>,
}

/// What a sample is taken for.
#[derive(Clone, Debug)]
pub struct TakenFor {
    /// The type.
    pub value: Type,
    /// The type's name in Rust.
    pub name: String,
    /// Whose body it is: `the request of POST /v1/orders`.
    pub role: String,
    /// How that was found: by its place on the page, or by what fits best.
    pub by: &'static str,
}
