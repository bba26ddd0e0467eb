//! Request bodies.

use crate::diagnostic::{Code, Diagnostic};
use crate::document::Pointer;
use crate::ir::draft::Body;
use crate::ir::{Docs, Origin, Payload};
use crate::lower::context::Lowering;
use crate::lower::media_type::{Syntax, preferred};

impl Lowering<'_> {
    /// What an operation can be sent.
    pub(super) fn body(&mut self, place: &Pointer) -> Option<Body> {
        let place = self.follow(place)?;
        let node: openapiv3::RequestBody = self.document.read(&place, self.diagnostics)?;
        let content = place.child("content");
        let media_types = self.keys(&content);
        let Some(media_type) = preferred(&media_types) else {
            let message = "this body has no media type; it is left out";
            self.report(Code::EmptyRequestBody, &place, message);
            return None;
        };
        for other in media_types.iter().filter(|other| *other != media_type) {
            self.report_other(
                Code::OtherRequestMediaType,
                &content.child(other),
                media_type,
                "sent",
            );
        }
        let entry = content.child(media_type);
        let payload = match self.multipart(media_type, &entry) {
            Some(form) => Payload::Multipart(form),
            None => {
                self.report_encoding(&entry);
                self.payload(media_type, &entry)
            }
        };
        Some(Body {
            required: node.required,
            payload,
            media_type: sendable(media_type),
            docs: Docs {
                description: node.description,
                examples: self.examples(&entry),
                ..Docs::default()
            },
            origin: Origin(place),
        })
    }

    /// Reports a media type that another is preferred to.
    pub(super) fn report_other(
        &mut self,
        code: Code,
        place: &Pointer,
        preferred: &str,
        verb: &str,
    ) {
        let name = place.last().unwrap_or_default();
        let message = format!("`{name}` is left out: the body is {verb} as `{preferred}`");
        self.diagnostics
            .push(Diagnostic::new(code, place.clone(), message).at_key());
    }

    fn report_encoding(&mut self, entry: &Pointer) {
        let encoding = entry.child("encoding");
        if !self.keys(&encoding).is_empty() {
            let message =
                "`encoding` has no effect: properties are written in the way that is the default";
            self.report(Code::FormEncoding, &encoding, message);
        }
    }
}

/// The media type that a body is sent as: a range is no media type, so its most usual member stands in.
fn sendable(media_type: &str) -> String {
    match Syntax::of(media_type) {
        Syntax::Range if media_type.starts_with("text/") => "text/plain".to_owned(),
        Syntax::Range if media_type.starts_with('*') => "application/json".to_owned(),
        Syntax::Range if media_type.starts_with("application/") => "application/json".to_owned(),
        Syntax::Range => "application/octet-stream".to_owned(),
        _ => media_type.to_owned(),
    }
}
