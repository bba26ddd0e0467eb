//! Servers.

use crate::diagnostic::{Code, Diagnostic};
use crate::document::Pointer;
use crate::ir::Origin;
use crate::ir::draft::Server;
use crate::lower::context::Lowering;

/// The extension that says what an environment is called.
const NAME: &str = "x-bindery-name";

impl Lowering<'_> {
    /// Where the API answers, in the document's order.
    pub(crate) fn servers(&mut self) -> Vec<Server> {
        let list = Pointer::root().child("servers");
        let places = self.items(&list);
        places
            .iter()
            .filter_map(|place| self.server(place))
            .collect()
    }

    /// The server of an operation or of its path item, if either has one of its own.
    pub(super) fn own_server(&mut self, item: &Pointer, operation: &Pointer) -> Option<Server> {
        let lists = [operation.child("servers"), item.child("servers")];
        let places = lists
            .iter()
            .map(|list| self.items(list))
            .find(|places| !places.is_empty())?;
        let (first, others) = places.split_first()?;
        for other in others {
            let message = "only the first server of an operation or path is used";
            self.report(Code::OtherServer, other, message);
        }
        let place = first.child(NAME);
        if self.document.node(&place).is_some() {
            let message = format!("`{NAME}` has no effect on a server of an operation or path");
            let help = "it names environments: put it on a server of the document";
            self.report_extension(place, message, help);
        }
        self.server(first)
    }

    fn server(&mut self, place: &Pointer) -> Option<Server> {
        let node: openapiv3::Server = self.document.read(place, self.diagnostics)?;
        let mut url = node.url;
        for (name, variable) in node.variables.unwrap_or_default() {
            url = url.replace(&format!("{{{name}}}"), &variable.default);
        }
        if url.contains('{') {
            let message = format!("`{url}` has a variable without a value; the server is left out");
            let diagnostic = Diagnostic::new(Code::ServerVariable, place.child("url"), message)
                .help("give the variable a `default` under `variables`");
            self.diagnostics.push(diagnostic);
            return None;
        }
        let name = node.extensions.get(NAME).and_then(|name| name.as_str());
        Some(Server {
            url,
            name: name.map(str::to_owned),
            description: node.description,
            origin: Origin(place.clone()),
        })
    }
}
