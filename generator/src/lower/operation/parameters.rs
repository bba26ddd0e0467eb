//! The parameters of an operation: those of its path item, its own, and those that the path asks for.

use indexmap::IndexMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::document::Pointer;
use crate::ir::draft::Parameter;
use crate::ir::{Docs, Encoding, Location, Origin, Style, Type};
use crate::lower::context::Lowering;

type ByKey = IndexMap<(String, Location), Parameter>;

impl Lowering<'_> {
    /// Parameters by name and location: those of the operation replace those of the path item. Path parameters come
    /// first, in the order of the template.
    pub(super) fn parameters(
        &mut self,
        path: &str,
        item: &Pointer,
        operation: &Pointer,
    ) -> Vec<Parameter> {
        let mut parameters = self.parameter_list(&item.child("parameters"));
        for (key, parameter) in self.parameter_list(&operation.child("parameters")) {
            parameters.insert(key, parameter);
        }
        let mut ordered = Vec::new();
        for name in placeholders(path) {
            let declared = parameters.shift_remove(&(name.clone(), Location::Path));
            ordered.push(declared.unwrap_or_else(|| self.missing(name, operation)));
        }
        for (_, parameter) in parameters {
            match parameter.location {
                Location::Path => self.report_unused(&parameter, path),
                _ => ordered.push(parameter),
            }
        }
        ordered
    }

    fn parameter_list(&mut self, list: &Pointer) -> ByKey {
        let mut parameters = ByKey::new();
        for entry in self.items(list) {
            let place = self.follow(&entry);
            let Some(parameter) = place.and_then(|place| self.parameter(&place)) else {
                continue;
            };
            let key = (parameter.wire.clone(), parameter.location);
            if let Some(first) = parameters.get(&key) {
                let message = format!(
                    "parameter `{}` is declared twice; the first counts",
                    parameter.wire
                );
                let diagnostic = Diagnostic::new(Code::DuplicateParameter, entry, message)
                    .related(first.origin.0.clone(), "the first one")
                    .help("take one of them out");
                self.diagnostics.push(diagnostic);
                continue;
            }
            parameters.insert(key, parameter);
        }
        parameters
    }

    /// A parameter for a placeholder that the document forgot to describe.
    fn missing(&mut self, name: String, operation: &Pointer) -> Parameter {
        let message = format!("the path has a placeholder `{{{name}}}` but no parameter `{name}`");
        let diagnostic = Diagnostic::new(Code::MissingPathParameter, operation.clone(), message)
            .at_key()
            .help(format!(
                "declare `{name}` under `parameters` with `in: path`"
            ));
        self.diagnostics.push(diagnostic);
        Parameter {
            wire: name,
            location: Location::Path,
            required: true,
            encoding: Encoding::Style {
                style: Style::Simple,
                explode: false,
                allow_reserved: false,
            },
            value: Type::String,
            constant: None,
            rust_name: None,
            docs: Docs::default(),
            origin: Origin(operation.clone()),
        }
    }

    fn report_unused(&mut self, parameter: &Parameter, path: &str) {
        let name = &parameter.wire;
        let message =
            format!("path parameter `{name}` has no placeholder in `{path}`; it is left out");
        let diagnostic = Diagnostic::new(
            Code::UnusedPathParameter,
            parameter.origin.0.clone(),
            message,
        )
        .help(format!(
            "write `{{{name}}}` into the path, or take the parameter out"
        ));
        self.diagnostics.push(diagnostic);
    }
}

/// The names in braces, each once.
fn placeholders(path: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut rest = path;
    while let Some((_, after)) = rest.split_once('{') {
        let Some((name, behind)) = after.split_once('}') else {
            break;
        };
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
        rest = behind;
    }
    names
}

#[cfg(test)]
mod tests {
    use super::placeholders;

    #[test]
    fn placeholders_are_found_once_and_in_order() {
        assert_eq!(placeholders("/a/{b}/{c}.{d}/{b}"), ["b", "c", "d"]);
        assert_eq!(placeholders("/a/{b"), [""; 0]);
    }
}
