//! Responses.

use crate::diagnostic::{Code, Diagnostic};
use crate::document::Pointer;
use crate::ir::draft::Response;
use crate::ir::{Docs, Events, Origin, Payload, Statuses};
use crate::lower::context::Lowering;
use crate::lower::media_type::{Syntax, preferred};

impl Lowering<'_> {
    /// What an operation answers, in the document's order.
    pub(super) fn responses(&mut self, method: &str, place: &Pointer) -> Vec<Response> {
        let mut responses = Vec::new();
        let keys = self.keys(place);
        let documented = |key: &String| statuses(key).is_some_and(Statuses::is_success);
        let default_succeeds = !keys.iter().any(documented);
        for key in keys {
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
                let succeeds = match statuses {
                    Statuses::Default => default_succeeds,
                    other => other.is_success(),
                };
                responses.extend(self.response(method, statuses, succeeds, &target));
            }
        }
        responses
    }

    /// A response for each body that is read: one for a success, since the call asks for it, and all for an error, since
    /// the server has the choice.
    fn response(
        &mut self,
        method: &str,
        statuses: Statuses,
        succeeds: bool,
        place: &Pointer,
    ) -> Vec<Response> {
        let Some(node) = (self.document).read::<openapiv3::Response>(place, self.diagnostics)
        else {
            return Vec::new();
        };
        self.report_links(place);
        let content = place.child("content");
        let mut media_types = self.keys(&content);
        if !has_body(method, statuses) {
            self.report_impossible_body(&content);
            media_types.clear();
        }
        let events = match succeeds {
            true => self.take_events(&content, &mut media_types),
            false => None,
        };
        let bodies = match succeeds {
            true => vec![self.success_payload(&content, &media_types)],
            false => self.error_payloads(&content, &media_types),
        };
        let headers = self.headers(&place.child("headers"));
        let description = Some(node.description).filter(|text| !text.trim().is_empty());
        let responses = bodies.into_iter().map(|(media_type, payload)| Response {
            statuses,
            events: events.clone(),
            headers: headers.clone(),
            docs: Docs {
                description: description.clone(),
                examples: self.examples(&content.child(&media_type)),
                ..Docs::default()
            },
            media_type,
            payload,
            origin: Origin(place.clone()),
        });
        responses.collect()
    }

    fn report_impossible_body(&mut self, content: &Pointer) {
        if !self.keys(content).is_empty() {
            let message = "no such answer has a body, so this one is left out";
            let diagnostic = Diagnostic::new(Code::ImpossibleBody, content.clone(), message);
            self.diagnostics.push(diagnostic.at_key());
        }
    }

    /// Takes the stream of events out of the media types of a success: it is read in a way of its own.
    fn take_events(&mut self, content: &Pointer, media_types: &mut Vec<String>) -> Option<Events> {
        let is_events = |name: &String| Syntax::of(name) == Syntax::EventStream;
        let media_type = media_types.remove(media_types.iter().position(is_events)?);
        Some(self.events(&content.child(media_type).child("schema")))
    }

    /// The preferred media type, and what it is decoded as.
    fn success_payload(&mut self, content: &Pointer, media_types: &[String]) -> (String, Payload) {
        let Some(media_type) = preferred(media_types) else {
            return (String::new(), Payload::Empty);
        };
        for other in media_types.iter().filter(|other| *other != media_type) {
            if !self.is_same_json(content, media_type, other) {
                self.report_other(
                    Code::OtherResponseMediaType,
                    &content.child(other),
                    media_type,
                    "asked for",
                );
            }
        }
        let payload = self.payload(media_type, &content.child(media_type));
        (media_type.clone(), payload)
    }

    /// Every media type, the preferred one first, and what it is decoded as.
    fn error_payloads(
        &mut self,
        content: &Pointer,
        media_types: &[String],
    ) -> Vec<(String, Payload)> {
        let Some(first) = preferred(media_types) else {
            return vec![(String::new(), Payload::Empty)];
        };
        let others = media_types.iter().filter(|other| *other != first);
        let others = others.filter(|other| !self.is_same_json(content, first, other));
        let read: Vec<&String> = std::iter::once(first).chain(others).collect();
        let bodies = read.into_iter().map(|media_type| {
            let payload = self.payload(media_type, &content.child(media_type));
            (media_type.clone(), payload)
        });
        bodies.collect()
    }

    /// Whether a media type is another spelling of JSON with the same content, so that leaving it out loses nothing.
    fn is_same_json(&self, content: &Pointer, media_type: &str, other: &str) -> bool {
        let schema = |name: &str| self.document.node(&content.child(name).child("schema"));
        Syntax::of(other).is_json() && schema(other) == schema(media_type)
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
