//! Cycles and directions, on types made by hand.

use super::{Options, resolve};
use crate::diagnostic::Diagnostics;
use crate::document::Pointer;
use crate::ir::api::{Api, Presence, TypeKind};
use crate::ir::draft::{
    Body, Draft, Field, NameSource, Operation, Response, Struct, TypeDraft, TypeShape, Union,
    Variant,
};
use crate::ir::{Docs, Origin, Payload, Statuses, Type, TypeId};
use crate::recorded::Ledger;

fn origin(place: &str) -> Origin {
    Origin(Pointer::root().child(place))
}

fn field(wire: &str, value: Type) -> Field {
    Field {
        wire: wire.to_owned(),
        value,
        required: true,
        nullable: false,
        read_only: false,
        write_only: false,
        rust_name: None,
        docs: Docs::default(),
        origin: origin(wire),
    }
}

fn component(key: &str, shape: TypeShape) -> TypeDraft {
    TypeDraft {
        origin: origin(key),
        name: NameSource::Component(key.to_owned()),
        docs: Docs::default(),
        nullable: false,
        shape,
    }
}

fn object(key: &str, fields: Vec<Field>) -> TypeDraft {
    component(
        key,
        TypeShape::Struct(Struct {
            fields,
            ..Struct::default()
        }),
    )
}

fn named(id: u32) -> Type {
    Type::Named(TypeId(id))
}

fn freeze(draft: &Draft) -> Api {
    let options = Options {
        module: "test".to_owned(),
        source: "test.yaml".to_owned(),
    };
    let mut ledger = Ledger::default();
    resolve(draft, &options, &mut ledger, &mut Diagnostics::default())
}

/// The boxed fields and variants, as `Type.field`.
fn boxed(types: Vec<TypeDraft>) -> Vec<String> {
    let api = freeze(&Draft {
        types,
        ..Draft::default()
    });
    let mut boxed = Vec::new();
    for item in &api.types {
        let names: Vec<_> = match &item.kind {
            TypeKind::Struct(shape) => shape
                .fields
                .iter()
                .filter(|field| field.boxed)
                .map(|field| &field.name)
                .collect(),
            TypeKind::Union(shape) => shape
                .variants
                .iter()
                .filter(|variant| variant.boxed)
                .map(|variant| &variant.name)
                .collect(),
            _ => Vec::new(),
        };
        boxed.extend(
            names
                .into_iter()
                .map(|name| format!("{}.{name}", item.name)),
        );
    }
    boxed
}

#[test]
fn only_circles_of_infinite_size_are_cut() {
    let list = |id| Type::Array(Box::new(named(id)));
    let alias = |target| component("Alias", TypeShape::Alias(target));
    assert_eq!(
        boxed(vec![object("A", vec![field("a", named(0))])]),
        ["A.a"]
    );
    assert_eq!(boxed(vec![object("A", vec![field("a", list(0))])]), [""; 0]);
    assert_eq!(
        boxed(vec![
            object("A", vec![field("b", named(1)), field("again", named(1))]),
            object("B", vec![field("c", named(2))]),
            object("C", vec![field("a", named(0)), field("b", named(1))]),
        ]),
        ["C.a", "C.b"]
    );
    let nullable = Type::Nullable(Box::new(named(0)));
    assert_eq!(
        boxed(vec![
            object("A", vec![field("a", named(1))]),
            alias(nullable)
        ]),
        ["A.a"]
    );
    assert_eq!(
        boxed(vec![
            object("A", vec![field("a", named(1))]),
            alias(list(0))
        ]),
        [""; 0]
    );
    let variant = Variant {
        payload: named(0),
        tags: Vec::new(),
        hint: Some("Node".to_owned()),
        docs: Docs::default(),
        origin: origin("variant"),
    };
    let union = Union {
        variants: vec![variant],
        tag: None,
    };
    assert_eq!(
        boxed(vec![
            object("A", vec![field("b", named(1))]),
            component("B", TypeShape::Union(union))
        ]),
        ["B.Node"]
    );
}

#[test]
fn a_long_chain_is_no_danger_to_the_stack() {
    let length = 10_000;
    let types = (0..length).map(|index| {
        object(
            &format!("T{index}"),
            vec![field("next", named((index + 1) % length))],
        )
    });
    assert_eq!(boxed(types.collect()).len(), 1);
}

/// An operation that sends the first type and receives the second.
fn operation() -> Operation {
    Operation {
        id: Some("call".to_owned()),
        method: "POST".to_owned(),
        path: "/calls".to_owned(),
        tags: Vec::new(),
        rust_name: None,
        docs: Docs::default(),
        parameters: Vec::new(),
        body: Some(Body {
            required: true,
            media_type: "application/json".to_owned(),
            payload: Payload::Json(named(0)),
            docs: Docs::default(),
            origin: origin("body"),
        }),
        responses: vec![Response {
            statuses: Statuses::Exactly(200),
            media_type: "application/json".to_owned(),
            payload: Payload::Json(named(1)),
            events: None,
            headers: Vec::new(),
            docs: Docs::default(),
            origin: origin("response"),
        }],
        security: Vec::new(),
        server: None,
        paging: None,
        retry_rule: None,
        origin: origin("operation"),
    }
}

#[test]
fn presence_follows_from_the_direction() {
    let plain = field("plain", Type::String);
    let optional = |field: Field| Field {
        required: false,
        ..field
    };
    let nullable = |field: Field| Field {
        nullable: true,
        ..field
    };
    let read_only = |field: Field| Field {
        read_only: true,
        ..field
    };
    let write_only = |field: Field| Field {
        write_only: true,
        ..field
    };
    let table = [
        (plain.clone(), Presence::Required, Presence::Required),
        (
            nullable(plain.clone()),
            Presence::RequiredNullable,
            Presence::RequiredNullable,
        ),
        (
            optional(plain.clone()),
            Presence::Optional,
            Presence::Optional,
        ),
        (
            optional(nullable(plain.clone())),
            Presence::Patch,
            Presence::Optional,
        ),
        (
            read_only(plain.clone()),
            Presence::Optional,
            Presence::Required,
        ),
        (
            read_only(optional(nullable(plain.clone()))),
            Presence::Optional,
            Presence::Optional,
        ),
        (
            write_only(plain.clone()),
            Presence::Required,
            Presence::Optional,
        ),
    ];
    for (field, sent, received) in table {
        let types = vec![
            object("Sent", vec![field.clone()]),
            object("Received", vec![field.clone()]),
        ];
        let draft = Draft {
            types,
            operations: vec![operation()],
            ..Draft::default()
        };
        let presences: Vec<_> = freeze(&draft).types.iter().map(presence).collect();
        assert_eq!(presences, [Some(sent), Some(received)], "for {field:?}");
    }
}

fn presence(item: &crate::ir::api::TypeItem) -> Option<Presence> {
    match &item.kind {
        TypeKind::Struct(shape) => shape.fields.first().map(|field| field.presence),
        _ => None,
    }
}
