//! What a saved page of documentation says: its text, taken apart into facts, each with its line.
//!
//! Nothing is known of how a vendor's pages look. What is read are the forms that such pages have in common once they are
//! text: tables, lists of fields with their types, `METHOD /path`, calls of curl, JSON, lists of values, bounds.

mod bound;
mod call;
mod field;
mod kind;
mod operation;
mod pattern;
mod reader;
mod sample;
mod section;
mod table;
mod value;

pub(super) use bound::{Bound, Measure, Side};
pub(super) use call::Call;
pub(super) use field::Field;
pub(super) use kind::Kind;
pub(super) use operation::Line as OperationLine;
pub(super) use sample::{Origin, Sample, Unreadable};
pub(super) use section::{Context, Section};
pub(super) use value::{Form, Values};

use crate::source::Source;

/// What a page says.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// Its path.
    pub(super) path: String,
    /// Operations that it names.
    pub(super) operations: Vec<Mention>,
    /// Calls of curl.
    pub(super) calls: Vec<Call>,
    /// Fields that it describes, of whatever they are.
    pub(super) fields: Vec<Field>,
    /// Lists of values.
    pub(super) values: Vec<Values>,
    /// Bounds.
    pub(super) bounds: Vec<Bounded>,
    /// Lines that are nothing but a number.
    pub(super) numbers: Vec<(usize, f64)>,
    /// JSON that it shows.
    pub(super) samples: Vec<Sample>,
    /// What looks like JSON and is none.
    pub(super) unreadable: Vec<Unreadable>,
}

/// An operation that a page names.
#[derive(Debug)]
pub(super) struct Mention {
    pub(super) line: usize,
    pub(super) operation: OperationLine,
}

/// A bound and the field that it stands at.
#[derive(Debug)]
pub(super) struct Bounded {
    pub(super) line: usize,
    /// An index into the page's fields; `None` if it stands alone.
    pub(super) field: Option<usize>,
    pub(super) bound: Bound,
}

impl Page {
    /// Takes a page apart.
    pub(super) fn read(source: &Source) -> Self {
        reader::read(source)
    }

    /// The field that a fact stands at.
    pub(super) fn field(&self, index: Option<usize>) -> Option<&Field> {
        self.fields.get(index?)
    }
}
