//! Headers of responses.

use serde_json::Value;

use crate::diagnostic::{Code, Diagnostic};
use crate::document::Pointer;
use crate::ir::draft::Header;
use crate::ir::{Docs, Encoding, Origin, Style, Type};
use crate::lower::context::Lowering;
use crate::lower::media_type::preferred;
use crate::lower::place::Place;

impl Lowering<'_> {
    /// The headers that stand at a place (`headers` of a response), in the document's order.
    pub(super) fn headers(&mut self, place: &Pointer) -> Vec<Header> {
        let mut headers = Vec::new();
        for name in self.keys(place) {
            let entry = place.child(&name);
            if name.eq_ignore_ascii_case("content-type") {
                let message = "`Content-Type` follows from `content`; as a header it is ignored";
                let diagnostic = Diagnostic::new(Code::IgnoredResponseHeader, entry, message);
                self.diagnostics.push(diagnostic.at_key());
                continue;
            }
            if let Some(target) = self.follow(&entry) {
                headers.push(self.header(name, &target));
            }
        }
        headers
    }

    /// A header of which nothing is said is a text.
    fn header(&mut self, name: String, place: &Pointer) -> Header {
        let media_types = self.keys(&place.child("content"));
        let (encoding, schema) = match preferred(&media_types) {
            Some(media_type) => (
                Encoding::Content(media_type.clone()),
                place.child("content").child(media_type).child("schema"),
            ),
            None => (self.header_style(place), place.child("schema")),
        };
        let (value, mut docs) = match self.document.node(&schema) {
            Some(_) => {
                let usage = self.usage(&Place::of(schema));
                (usage.value, usage.docs)
            }
            None => (Type::String, Docs::default()),
        };
        let described = self.document.node(&place.child("description"));
        let description = described.and_then(Value::as_str).map(str::to_owned);
        docs.description = description.or(docs.description);
        docs.deprecated |= self.is_true(&place.child("deprecated"));
        Header {
            wire: name,
            encoding,
            value,
            docs,
            origin: Origin(place.clone()),
        }
    }

    /// The only style that a header can have (OpenAPI 3.0.3 §4.8.21).
    fn header_style(&self, place: &Pointer) -> Encoding {
        Encoding::Style {
            style: Style::Simple,
            explode: self.is_true(&place.child("explode")),
            allow_reserved: false,
        }
    }

    fn is_true(&self, place: &Pointer) -> bool {
        self.document.node(place) == Some(&Value::Bool(true))
    }
}
