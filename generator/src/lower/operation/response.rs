//! Responses.

use crate::diagnostic::{Code, Diagnostic};
use crate::document::Pointer;
use crate::ir::draft::Response;
use crate::ir::{Docs, Origin, Payload, Statuses};
use crate::lower::context::Lowering;
use crate::lower::media_type::{Syntax, preferred};

impl Lowering<'_> {
    /// What an operation answers, in the document's order.
    pub(super) fn responses(&mut self, method: &str, place: &Pointer) -> Vec<Response> {
        let mut responses = Vec::new();
        for key in self.keys(place) {
            let entry = place.child(&key);
            let Some(statuses) = statuses(&key) else {
                if !key.starts_with("x-") {
                    let message = format!("`{key}` is no status; the response is left out");
                    let diagnostic = Diagnostic::new(Code::ResponseStatus, entry, message)
                        .at_key()
                        .help("write a status such as 404, a range such as `4XX`, or `default`");
                    self.diagnostics.push(diagnostic);
                }
                continue;
            };
            if let Some(target) = self.follow(&entry) {
                responses.extend(self.response(method, statuses, &target));
            }
        }
        responses
    }

    fn response(&mut self, method: &str, statuses: Statuses, place: &Pointer) -> Option<Response> {
        let node: openapiv3::Response = self.document.read(place, self.diagnostics)?;
        self.note_headers_and_links(place);
        let (media_type, payload) = match has_body(method, statuses) {
            true => self.response_payload(&place.child("content")),
            false => (String::new(), Payload::Empty),
        };
        let examples = match media_type.is_empty() {
            true => Vec::new(),
            false => self.examples(&place.child("content").child(&media_type)),
        };
        Some(Response {
            statuses,
            media_type,
            payload,
            docs: Docs {
                description: Some(node.description).filter(|text| !text.trim().is_empty()),
                examples,
                ..Docs::default()
            },
            origin: Origin(place.clone()),
        })
    }

    /// Reports each header once, wherever it occurs.
    pub(crate) fn report_response_headers(&mut self) {
        for places in std::mem::take(&mut self.response_headers).into_values() {
            let Some(first) = places.first() else {
                continue;
            };
            let name = first.last().unwrap_or_default();
            let message = match places.len() {
                1 => format!("response header `{name}` has no typed form"),
                count => format!(
                    "response header `{name}` has no typed form, here and in {} more responses",
                    count - 1
                ),
            };
            let diagnostic = Diagnostic::new(Code::ResponseHeader, first.clone(), message)
                .at_key()
                .help("read it from the headers that come with every response");
            self.diagnostics.push(diagnostic);
        }
    }

    fn response_payload(&mut self, content: &Pointer) -> (String, Payload) {
        let media_types = self.keys(content);
        let Some(media_type) = preferred(&media_types) else {
            return (String::new(), Payload::Empty);
        };
        for other in media_types.iter().filter(|other| *other != media_type) {
            let place = content.child(other);
            // Another spelling of JSON with the same content is no loss.
            let same = Syntax::of(other).is_json()
                && self.document.node(&place.child("schema"))
                    == self
                        .document
                        .node(&content.child(media_type).child("schema"));
            if !same {
                self.report_other(
                    Code::OtherResponseMediaType,
                    &place,
                    media_type,
                    "asked for",
                );
            }
        }
        let payload = self.payload(media_type, &content.child(media_type));
        (media_type.clone(), payload)
    }

    fn note_headers_and_links(&mut self, place: &Pointer) {
        let headers = place.child("headers");
        for name in self.keys(&headers) {
            let places = self.response_headers.entry(name.to_ascii_lowercase());
            places.or_default().insert(headers.child(&name));
        }
        let links = place.child("links");
        for name in self.keys(&links) {
            let message = format!("no code is made from link `{name}`");
            let diagnostic = Diagnostic::new(Code::Link, links.child(&name), message);
            self.diagnostics.push(diagnostic.at_key());
        }
    }
}

/// Whether an answer can have a body (RFC 9110 §6.4.1, §15.3.5, §15.3.6, §15.4.5).
fn has_body(method: &str, statuses: Statuses) -> bool {
    method != "head" && !matches!(statuses, Statuses::Exactly(100..=199 | 204 | 205 | 304))
}

/// Reads a key of `responses`: a status, a range such as `4XX`, or `default`.
pub(crate) fn statuses(key: &str) -> Option<Statuses> {
    if key == "default" {
        return Some(Statuses::Default);
    }
    match key.as_bytes() {
        [class @ b'1'..=b'5', b'X' | b'x', b'X' | b'x'] => Some(Statuses::Class(class - b'0')),
        [b'1'..=b'9', _, _] => key.parse().ok().map(Statuses::Exactly),
        _ => None,
    }
}
