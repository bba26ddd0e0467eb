//! Headers of an operation's answers.

use indexmap::IndexMap;

use super::super::report_contest;
use super::super::types::Types;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::api::{Header, Headers};
use crate::ir::{Encoding, Style, Type, draft};
use crate::names::{Identifier, Minted, Scope, Wish, Words};

/// A header that several responses may describe, and of what type it is in each.
struct Described<'a> {
    first: &'a draft::Header,
    uniform: bool,
}

/// The headers that the document describes, whatever the status, under a name that `name` makes.
pub(super) fn resolve(
    types: &Types,
    operation: &draft::Operation,
    name: impl FnOnce() -> Identifier,
    diagnostics: &mut Diagnostics,
) -> Option<Headers> {
    let described = described(operation);
    if described.is_empty() {
        return None;
    }
    let wishes: Vec<Wish> = described.values().map(wish).collect();
    let minted = Scope::fields().mint(&wishes);
    let headers = described.values().zip(minted).map(|(header, minted)| {
        let draft = header.first;
        report_contest(&minted, &draft.wire, &draft.origin.0, diagnostics);
        if !header.uniform {
            report(draft, diagnostics);
        }
        freeze(types, header, minted)
    });
    Some(Headers {
        headers: headers.collect(),
        name: name(),
    })
}

/// By name in small letters, in which headers don't differ (RFC 9110 §5.1).
fn described(operation: &draft::Operation) -> IndexMap<String, Described<'_>> {
    let mut described: IndexMap<String, Described> = IndexMap::new();
    let responses = operation.responses.iter();
    for header in responses.flat_map(|response| &response.headers) {
        let same = |known: &draft::Header| {
            (&known.value, &known.encoding) == (&header.value, &header.encoding)
        };
        described
            .entry(header.wire.to_ascii_lowercase())
            .and_modify(|known| known.uniform &= same(known.first))
            .or_insert(Described {
                first: header,
                uniform: true,
            });
    }
    described
}

fn wish(header: &Described<'_>) -> Wish {
    let wire = &header.first.wire;
    Wish::of(wire, [Words::of(wire), Words::spelled(wire)])
}

fn freeze(types: &Types, header: &Described<'_>, minted: Minted) -> Header {
    let draft = header.first;
    let text = Encoding::Style {
        style: Style::Simple,
        explode: false,
        allow_reserved: false,
    };
    let (value, encoding) = match header.uniform {
        true => (types.written(&draft.value), draft.encoding.clone()),
        false => (Type::String, text),
    };
    Header {
        name: minted.name,
        wire: draft.wire.clone(),
        encoding,
        value,
        docs: draft.docs.clone(),
    }
}

fn report(header: &draft::Header, diagnostics: &mut Diagnostics) {
    let name = &header.wire;
    let message = format!("the type of the header `{name}` differs by status; it is read as text");
    let diagnostic = Diagnostic::new(Code::DifferentHeaders, header.origin.0.clone(), message);
    diagnostics.push(diagnostic);
}
