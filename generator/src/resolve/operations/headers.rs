//! Headers of an operation's answers.

use indexmap::IndexMap;

use super::super::naming::{NamedScope, Thing};
use super::super::types::Types;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::api::{Header, Headers};
use crate::ir::{Encoding, Style, Type, draft};
use crate::names::{Identifier, Scope, Wish, Words};
use crate::recorded::{Kind, Ledger, Subject};

/// A header that several responses may describe, and of what type it is in each.
struct Described<'a> {
    first: &'a draft::Header,
    uniform: bool,
}

/// The headers that the document describes, whatever the status, under a name that `name` makes.
pub(super) fn resolve(
    types: &Types,
    operation: &draft::Operation,
    name: impl FnOnce(&mut Ledger) -> Identifier,
    ledger: &mut Ledger,
    diagnostics: &mut Diagnostics,
) -> Option<Headers> {
    let described = described(operation);
    if described.is_empty() {
        return None;
    }
    let things = described.values().map(|header| {
        let draft::Header { wire, origin, .. } = header.first;
        let subject = Subject::within(&operation.origin.0, Kind::Header, wire);
        Thing::new(subject, &origin.0, wire, wish(header))
    });
    let names = NamedScope::new(Scope::fields()).mint(things.collect(), ledger);
    let headers = described.values().zip(names).map(|(header, name)| {
        if !header.uniform {
            report(header.first, diagnostics);
        }
        freeze(types, header, name)
    });
    Some(Headers {
        headers: headers.collect(),
        name: name(ledger),
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

fn freeze(types: &Types, header: &Described<'_>, name: Identifier) -> Header {
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
        name,
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
