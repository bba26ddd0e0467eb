//! Objects with named properties.

use serde_json::Value;

use super::composition::{Additional, Composition};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Pointer, nearest};
use crate::ir::draft::{Field, Role, Struct};
use crate::ir::{Docs, Origin, Type};
use crate::lower::context::Lowering;
use crate::lower::place::Place;

impl Lowering<'_> {
    /// The fields of an object. Which property identifies it is known only when everything is lowered.
    pub(super) fn structure(&mut self, place: &Place) -> Struct {
        let composition = self.compose(place);
        let mut fields = Vec::new();
        for (wire, property) in &composition.properties {
            if self.concrete(property).is_never() {
                continue;
            }
            self.note_context(property, place, Some(Role::Property(wire.clone())));
            fields.push(self.field(wire, property, composition.required.contains_key(wire)));
        }
        for (wire, listed) in &composition.required {
            if !composition.properties.contains_key(wire) {
                fields.push(self.undescribed(&composition, wire, listed));
            }
        }
        Struct {
            fields,
            additional: self.additional(&composition),
            identifier: None,
        }
    }

    fn field(&mut self, wire: &str, property: &Place, required: bool) -> Field {
        let usage = self.usage(property);
        Field {
            wire: wire.to_owned(),
            value: usage.value,
            required,
            nullable: usage.nullable,
            read_only: usage.read_only,
            write_only: usage.write_only,
            rust_name: usage.rust_name,
            docs: usage.docs,
            origin: Origin(property.pointer()),
        }
    }

    /// A property that is required but not described by name: of the type of additional ones, if they have one. It is not
    /// insisted on otherwise, since such a property is mostly left over from another version or listed at the wrong level.
    fn undescribed(&mut self, composition: &Composition, wire: &str, listed: &Pointer) -> Field {
        let described = matches!(composition.additional, Additional::Schema(_));
        let value = match &composition.additional {
            Additional::Schema(place) => self.value(place),
            _ => {
                self.report_undescribed(composition, wire, &listed.child("required"));
                Type::Json
            }
        };
        Field {
            wire: wire.to_owned(),
            value,
            required: described,
            nullable: false,
            read_only: false,
            write_only: false,
            rust_name: None,
            docs: Docs::default(),
            origin: Origin(listed.child("required")),
        }
    }

    fn report_undescribed(&mut self, composition: &Composition, wire: &str, list: &Pointer) {
        let message = format!("`{wire}` is required but not among the properties");
        let names = self.document.node(list).and_then(Value::as_array);
        let index = names.and_then(|names| names.iter().position(|name| name == wire));
        let place = index.map_or_else(|| list.clone(), |index| list.child(index));
        let help = match nearest(wire, composition.properties.keys().map(String::as_str)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("describe `{wire}` in `properties`, or take it out of `required`"),
        };
        let diagnostic = Diagnostic::new(Code::UndescribedProperty, place, message).help(help);
        self.diagnostics.push(diagnostic);
    }

    fn additional(&mut self, composition: &Composition) -> Option<Type> {
        if composition.additional == Additional::Forbidden
            && composition.pattern_properties.is_empty()
        {
            return None;
        }
        let Some(values) = self.additional_values(composition) else {
            return Some(Type::Json);
        };
        let usage = self.usage(&values);
        Some(match usage.nullable && usage.value != Type::Json {
            true => Type::Nullable(Box::new(usage.value)),
            false => usage.value,
        })
    }
}
