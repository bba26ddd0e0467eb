//! What a body of a media type is made from or decoded as.

use crate::diagnostic::{Code, Diagnostic};
use crate::document::Pointer;
use crate::ir::{Payload, Type};
use crate::lower::context::Lowering;
use crate::lower::media_type::Syntax;
use crate::lower::place::Place;
use crate::lower::schema::Sort;

impl Lowering<'_> {
    /// The payload of a media type that stands at a place (an entry of `content`).
    pub(super) fn payload(&mut self, media_type: &str, place: &Pointer) -> Payload {
        let schema = place.child("schema");
        let syntax = match Syntax::of(media_type) {
            Syntax::Range => self.syntax_of_range(&schema),
            syntax => syntax,
        };
        match syntax {
            Syntax::Json | Syntax::OtherJson if self.is_raw(&schema) => Payload::Bytes,
            Syntax::Json | Syntax::OtherJson => Payload::Json(self.body_type(&schema)),
            Syntax::Form => Payload::Form(self.body_type(&schema)),
            Syntax::Multipart => {
                let message = "this body is kept as bytes, with its parts in them";
                let diagnostic = Diagnostic::new(Code::Multipart, place.clone(), message).at_key();
                self.diagnostics.push(diagnostic);
                Payload::Bytes
            }
            Syntax::EventStream => {
                let message = "events of a request or an error are kept as one text";
                let diagnostic =
                    Diagnostic::new(Code::EventStream, place.clone(), message).at_key();
                self.diagnostics.push(diagnostic);
                Payload::Text
            }
            Syntax::Text if self.is_raw(&schema) => Payload::Bytes,
            Syntax::Text => self.untyped(media_type, &schema, Payload::Text),
            Syntax::OctetStream | Syntax::Bytes | Syntax::Range => {
                self.untyped(media_type, &schema, Payload::Bytes)
            }
        }
    }

    /// Ranges such as `*/*` stand for JSON where the schema describes more than a text.
    fn syntax_of_range(&mut self, schema: &Pointer) -> Syntax {
        if self.document.node(schema).is_none() {
            return Syntax::Bytes;
        }
        let (_, sort) = self.settled(&Place::of(schema.clone()));
        match &*sort {
            Sort::Scalar(Type::Binary) => Syntax::Bytes,
            Sort::Scalar(Type::String | Type::Formatted(_) | Type::Secret) => Syntax::Text,
            _ => Syntax::Json,
        }
    }

    pub(super) fn body_type(&mut self, schema: &Pointer) -> Type {
        if self.document.node(schema).is_none() {
            return Type::Json;
        }
        let usage = self.usage(&Place::of(schema.clone()));
        match usage.nullable && usage.value != Type::Json {
            true => Type::Nullable(Box::new(usage.value)),
            false => usage.value,
        }
    }

    /// Whether a schema says that the body is bytes (`format: binary`).
    fn is_raw(&mut self, schema: &Pointer) -> bool {
        let node = self.document.node(schema);
        node.is_some()
            && matches!(
                &*self.settled(&Place::of(schema.clone())).1,
                Sort::Scalar(Type::Binary)
            )
    }

    /// A payload that keeps less than the schema describes, which is reported.
    fn untyped(&mut self, media_type: &str, schema: &Pointer, payload: Payload) -> Payload {
        if self.document.node(schema).is_some() {
            let (_, sort) = self.settled(&Place::of(schema.clone()));
            if matches!(
                &*sort,
                Sort::Struct | Sort::Union(_) | Sort::Array(_) | Sort::Map(_)
            ) {
                let form = if payload == Payload::Text {
                    "text"
                } else {
                    "bytes"
                };
                let message =
                    format!("a body of `{media_type}` is kept as {form}; its schema has no effect");
                self.report(Code::UntypedBody, schema, message);
            }
        }
        payload
    }
}
