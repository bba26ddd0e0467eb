//! Security schemes and requirements.

use indexmap::IndexMap;
use openapiv3::{APIKeyLocation, SecurityScheme};
use serde_json::Value;

use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Pointer, nearest};
use crate::ir::draft::Scheme;
use crate::ir::{Docs, Origin, Placement, Security};
use crate::lower::context::Lowering;

impl Lowering<'_> {
    /// Every security scheme that a credential can be sent for.
    pub(crate) fn security_schemes(&mut self) -> IndexMap<String, Scheme> {
        let schemes = Pointer::root().child("components").child("securitySchemes");
        let mut usable = IndexMap::new();
        for name in self.keys(&schemes) {
            let entry = schemes.child(&name);
            if let Some(scheme) = self.follow(&entry).and_then(|place| self.scheme(&place)) {
                usable.insert(name, scheme);
            }
        }
        usable
    }

    fn scheme(&mut self, place: &Pointer) -> Option<Scheme> {
        let kind = self
            .document
            .node(&place.child("type"))
            .and_then(Value::as_str);
        if kind == Some("mutualTLS") {
            self.report_unsupported(place, "mutual TLS");
            return None;
        }
        let node = self.document.read(place, self.diagnostics)?;
        let (placement, description) = match node {
            SecurityScheme::APIKey {
                location,
                name,
                description,
                ..
            } => (key_placement(location, name), description),
            SecurityScheme::HTTP {
                scheme,
                description,
                ..
            } => (self.http_placement(&scheme, place)?, description),
            SecurityScheme::OAuth2 { description, .. }
            | SecurityScheme::OpenIDConnect { description, .. } => (Placement::Bearer, description),
        };
        Some(Scheme {
            prefixes: self.prefixes(place, &placement),
            placement,
            docs: Docs {
                description,
                ..Docs::default()
            },
            origin: Origin(place.clone()),
        })
    }

    fn http_placement(&mut self, scheme: &str, place: &Pointer) -> Option<Placement> {
        match scheme.to_ascii_lowercase().as_str() {
            "bearer" => Some(Placement::Bearer),
            "basic" => Some(Placement::Basic),
            _ => {
                self.report_unsupported(place, &format!("HTTP `{scheme}`"));
                None
            }
        }
    }

    fn report_unsupported(&mut self, place: &Pointer, kind: &str) {
        let message = format!("no credential can be sent for a scheme of {kind}");
        let diagnostic = Diagnostic::new(Code::UnsupportedSecurityScheme, place.clone(), message)
            .help("send it with a transport of your own");
        self.diagnostics.push(diagnostic);
    }

    /// The security of operations that say nothing of their own.
    pub(crate) fn default_security(&mut self) -> Security {
        self.requirements(&Pointer::root().child("security"))
            .unwrap_or_default()
    }

    /// The security of an operation: its own, or the document's.
    pub(super) fn operation_security(&mut self, operation: &Pointer) -> Security {
        match self.requirements(&operation.child("security")) {
            Some(own) => own,
            None => self.default_security(),
        }
    }

    /// Alternatives of combinations of scheme names; `None` if nothing is said.
    fn requirements(&mut self, place: &Pointer) -> Option<Security> {
        self.document.node(place)?.as_array()?;
        let mut alternatives = Security::new();
        for entry in self.items(place) {
            let names = self.keys(&entry);
            let unknown = names.iter().find(|name| !self.schemes.contains_key(*name));
            match unknown.cloned() {
                None => alternatives.push(names),
                Some(name) => self.report_unknown(&entry.child(&name), &name),
            }
        }
        Some(alternatives)
    }

    fn report_unknown(&mut self, place: &Pointer, name: &str) {
        let message = format!(
            "`{name}` is not a security scheme that can be used; this alternative is left out"
        );
        let declared = self.keys(&Pointer::root().child("components").child("securitySchemes"));
        let help = match nearest(name, declared.iter().map(String::as_str)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("declare `{name}` under `components.securitySchemes`"),
        };
        let diagnostic = Diagnostic::new(Code::UnknownSecurityScheme, place.clone(), message);
        self.diagnostics.push(diagnostic.at_key().help(help));
    }
}

fn key_placement(location: APIKeyLocation, name: String) -> Placement {
    match location {
        APIKeyLocation::Header => Placement::Header(name),
        APIKeyLocation::Query => Placement::Query(name),
        APIKeyLocation::Cookie => Placement::Cookie(name),
    }
}
