//! Webhooks and callbacks: requests that the API makes. A client has use for the types of their bodies.

use super::{docs, paging, retry, rust_name};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Pointer;
use crate::ir::Origin;
use crate::ir::draft::{Cause, IncomingRequest};
use crate::lower::context::Lowering;

impl Lowering<'_> {
    /// What the API sends by itself, in the document's order: webhooks, then the callbacks of each operation.
    pub(crate) fn incoming_requests(&mut self) -> Vec<IncomingRequest> {
        let mut requests = Vec::new();
        for section in ["webhooks", "x-webhooks"] {
            let webhooks = Pointer::root().child(section);
            for key in self.keys(&webhooks) {
                let place = webhooks.child(&key);
                self.report_incoming(Code::Webhook, "webhook", &place);
                if let Some(item) = self.follow(&place) {
                    requests.extend(self.requests_of(&item, &key, &Cause::Webhook));
                }
            }
        }
        for (place, operation) in self.operation_places.clone() {
            requests.extend(self.callbacks(operation, &place.child("callbacks")));
        }
        requests
    }

    fn callbacks(&mut self, operation: usize, callbacks: &Pointer) -> Vec<IncomingRequest> {
        let mut requests = Vec::new();
        for key in self.keys(callbacks) {
            let place = callbacks.child(&key);
            self.report_incoming(Code::Callback, "callback", &place);
            let Some(callback) = self.follow(&place) else {
                continue;
            };
            for address in self.keys(&callback) {
                let item = callback.child(&address);
                let cause = Cause::Callback { operation, address };
                requests.extend(self.requests_of(&item, &key, &cause));
            }
        }
        requests
    }

    /// The requests of a path item that carry something.
    fn requests_of(&mut self, item: &Pointer, key: &str, cause: &Cause) -> Vec<IncomingRequest> {
        let methods = self.methods(item).into_iter();
        let requests =
            methods.map(|method| self.incoming(&item.child(&method), &method, key, cause));
        requests.collect::<Vec<_>>().into_iter().flatten().collect()
    }

    fn incoming(
        &mut self,
        place: &Pointer,
        method: &str,
        key: &str,
        cause: &Cause,
    ) -> Option<IncomingRequest> {
        self.report_idle_extensions(place);
        let body = self.body(&place.child("requestBody"))?;
        let node: openapiv3::Operation = self.document.read(place, self.diagnostics)?;
        Some(IncomingRequest {
            cause: cause.clone(),
            key: key.to_owned(),
            method: method.to_ascii_uppercase(),
            rust_name: rust_name(&node),
            docs: docs(&node),
            body,
            origin: Origin(place.clone()),
        })
    }

    /// Reports what is said of sending to somebody who only receives.
    fn report_idle_extensions(&mut self, place: &Pointer) {
        for key in [paging::EXTENSION, retry::EXTENSION] {
            let place = place.child(key);
            if self.document.node(&place).is_some() {
                let message = format!("`{key}` has no effect on a request that the API makes");
                self.report_extension(place, message, "take the extension out");
            }
        }
    }

    fn report_incoming(&mut self, code: Code, kind: &str, place: &Pointer) {
        let name = place.last().unwrap_or_default();
        let message =
            format!("{kind} `{name}` is a request that the API makes; only its body has a type");
        let diagnostic = Diagnostic::new(code, place.clone(), message).at_key();
        self.diagnostics.push(diagnostic);
    }
}
