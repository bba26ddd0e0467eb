//! Webhooks and callbacks: requests that the API makes. Only the types of their bodies are of use to a client.

use crate::diagnostic::{Code, Diagnostic};
use crate::document::Pointer;
use crate::lower::context::Lowering;
use crate::lower::media_type::{Syntax, preferred};
use crate::lower::place::Place;

impl Lowering<'_> {
    /// Gives the bodies of webhooks their types.
    pub(crate) fn incoming_requests(&mut self) {
        let webhooks = Pointer::root().child("webhooks");
        for name in self.keys(&webhooks) {
            let place = webhooks.child(&name);
            let message = format!(
                "webhook `{name}` is a request that the API makes; only its types are of use"
            );
            let diagnostic = Diagnostic::new(Code::Webhook, place.clone(), message);
            self.diagnostics.push(diagnostic.at_key());
            if let Some(item) = self.follow(&place) {
                self.incoming_bodies(&item);
            }
        }
    }

    /// Gives the bodies of an operation's callbacks their types.
    pub(super) fn report_callbacks(&mut self, operation: &Pointer) {
        let callbacks = operation.child("callbacks");
        for name in self.keys(&callbacks) {
            let place = callbacks.child(&name);
            let message = format!(
                "callback `{name}` is a request that the API makes; only its types are of use"
            );
            let diagnostic = Diagnostic::new(Code::Callback, place.clone(), message);
            self.diagnostics.push(diagnostic.at_key());
            let Some(callback) = self.follow(&place) else {
                continue;
            };
            for expression in self.keys(&callback) {
                self.incoming_bodies(&callback.child(expression));
            }
        }
    }

    fn incoming_bodies(&mut self, item: &Pointer) {
        for method in self.methods(item) {
            let Some(body) = self.follow(&item.child(method).child("requestBody")) else {
                continue;
            };
            let content = body.child("content");
            let media_types = self.keys(&content);
            let Some(media_type) =
                preferred(&media_types).filter(|name| Syntax::of(name).is_json())
            else {
                continue;
            };
            let schema = content.child(media_type).child("schema");
            if self.document.node(&schema).is_some() {
                self.value(&Place::of(schema));
            }
        }
    }
}
