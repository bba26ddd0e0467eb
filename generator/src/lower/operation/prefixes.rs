//! What keys of one environment start with: `x-bindery-prefixes` of a security scheme.
//!
//! The extension is an object. Its keys are names of servers (their `x-bindery-name`); its values are what keys for that
//! server start with: a text, or a list of texts. Where several prefixes fit a key, the longest counts.

use serde_json::Value;

use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Pointer, nearest};
use crate::ir::Placement;
use crate::ir::draft::KeyPrefix;
use crate::lower::context::Lowering;

/// The extension's key.
const EXTENSION: &str = "x-bindery-prefixes";

impl Lowering<'_> {
    /// The prefixes that a scheme declares. An entry that can't be used is reported and left out.
    pub(super) fn prefixes(&mut self, scheme: &Pointer, placement: &Placement) -> Vec<KeyPrefix> {
        let place = scheme.child(EXTENSION);
        match self.document.node(&place) {
            None => return Vec::new(),
            Some(Value::Object(_)) if *placement != Placement::Basic => {}
            Some(Value::Object(_)) => {
                let message = "a user name and a password tell no environment";
                self.report_extension(place, message, "take the extension out");
                return Vec::new();
            }
            Some(_) => {
                let message = "prefixes are an object from names of servers to prefixes of keys";
                self.report_extension(place, message, "write `test: sk_test_` and so on below it");
                return Vec::new();
            }
        }
        let mut prefixes: Vec<KeyPrefix> = Vec::new();
        for server in self.keys(&place) {
            for (place, prefix) in self.prefixes_of(&server, &place.child(&server)) {
                match prefixes.iter().find(|other| other.prefix == prefix) {
                    Some(other) => {
                        let message = format!("keys of `{}` start with this as well", other.server);
                        let help = "a prefix tells environments apart only if one of them has it: take it out, or make it longer";
                        self.report_extension(place, message, help);
                    }
                    None => prefixes.push(KeyPrefix {
                        server: server.clone(),
                        prefix,
                    }),
                }
            }
        }
        prefixes
    }

    /// The prefixes of one server with their places.
    fn prefixes_of(&mut self, server: &str, place: &Pointer) -> Vec<(Pointer, String)> {
        if !self.is_server(server, place) {
            return Vec::new();
        }
        let places = match self.document.node(place) {
            Some(Value::Array(_)) => self.items(place),
            _ => vec![place.clone()],
        };
        let read = places.into_iter().filter_map(|place| {
            let prefix = self.document.node(&place).and_then(Value::as_str);
            match prefix.filter(|prefix| !prefix.is_empty()) {
                Some(prefix) => Some((place, prefix.to_owned())),
                None => {
                    let message = "a prefix is the text that keys start with";
                    self.report_extension(place, message, "write those characters in quotes");
                    None
                }
            }
        });
        read.collect()
    }

    /// Whether a server has this name; if not, that is reported.
    fn is_server(&mut self, name: &str, place: &Pointer) -> bool {
        let servers = self.items(&Pointer::root().child("servers"));
        let names = servers
            .iter()
            .filter_map(|server| self.document.node(&server.child("x-bindery-name")))
            .filter_map(Value::as_str);
        if names.clone().any(|other| other == name) {
            return true;
        }
        let help = match nearest(name, names) {
            Some(other) => format!("did you mean `{other}`?"),
            None => format!("give the server that takes these keys `x-bindery-name: {name}`"),
        };
        let message = format!("no server has the name `{name}`");
        let diagnostic = Diagnostic::new(Code::Extension, place.clone(), message);
        self.diagnostics.push(diagnostic.at_key().help(help));
        false
    }
}
