//! The type of a place, as what refers to it uses it.

use std::rc::Rc;

use super::composition::Composition;
use super::docs::any;
use super::sort::Sort;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::draft::Role;
use crate::ir::{Docs, Scalar, Type};
use crate::lower::context::Lowering;
use crate::lower::place::Place;

/// A schema as a property, a parameter or a body uses it.
#[derive(Clone, Debug)]
pub(crate) struct Usage {
    /// Its type, without null.
    pub(crate) value: Type,
    /// Null is allowed as well.
    pub(crate) nullable: bool,
    /// `readOnly`.
    pub(crate) read_only: bool,
    /// `writeOnly`.
    pub(crate) write_only: bool,
    /// `x-rust-name`.
    pub(crate) rust_name: Option<String>,
    /// What it says of itself, not what it refers to.
    pub(crate) docs: Docs,
}

impl Lowering<'_> {
    /// A schema as something uses it.
    pub(crate) fn usage(&mut self, place: &Place) -> Usage {
        let composition = self.compose(place);
        let concrete = self.concrete(place);
        let flag = |is: fn(&Composition) -> bool| is(&composition) || is(&concrete);
        Usage {
            value: self.value(place),
            nullable: self.allows_null(place),
            read_only: flag(|place| any(place, |schema| schema.data.read_only)),
            write_only: flag(|place| any(place, |schema| schema.data.write_only)),
            rust_name: composition.rust_name(),
            docs: composition.docs(),
        }
    }

    /// Whether a place says of itself that null is allowed. What it refers to says so in its own draft.
    pub(crate) fn allows_null(&mut self, place: &Place) -> bool {
        let composition = self.compose(place);
        composition.nullable
            || composition.is_null()
            || (composition.reference.is_none() && self.variant_allows_null(place))
    }

    /// The type of a place, without null.
    pub(crate) fn value(&mut self, place: &Place) -> Type {
        if self.has_id(place) {
            return Type::Named(self.types.allocate(place));
        }
        let sort = self.sort(place);
        match &*sort {
            Sort::Struct | Sort::Enum(_) | Sort::Union(_) => {
                Type::Named(self.types.allocate(place))
            }
            _ => {
                let composition = self.compose(place);
                self.report_findings(&composition);
                self.value_of(place, &sort)
            }
        }
    }

    /// The type of a place that gets no id for itself.
    pub(super) fn value_of(&mut self, place: &Place, sort: &Rc<Sort>) -> Type {
        match &**sort {
            Sort::Reference(target) => Type::Named(self.types.allocate(&Place::of(target.clone()))),
            Sort::Scalar(value) => value.clone(),
            Sort::Array(items) => {
                Type::Array(Box::new(self.element(place, items.as_ref(), Role::Item)))
            }
            Sort::Map(values) => {
                Type::Map(Box::new(self.element(place, values.as_ref(), Role::Value)))
            }
            Sort::Same(other) => {
                self.note_context(other, place, None);
                self.nested(place, other)
            }
            Sort::Expandable(object, identifier) => self.expandable_type(object, identifier),
            Sort::Json | Sort::Struct | Sort::Enum(_) | Sort::Union(_) => Type::Json,
        }
    }

    fn element(&mut self, outer: &Place, element: Option<&Place>, role: Role) -> Type {
        let Some(element) = element else {
            return Type::Json;
        };
        self.note_context(element, outer, Some(role));
        let value = self.nested(outer, element);
        match value != Type::Json && self.allows_null(element) {
            true => Type::Nullable(Box::new(value)),
            false => value,
        }
    }

    /// The type of a place inside another, which may lead back to it.
    fn nested(&mut self, outer: &Place, inner: &Place) -> Type {
        let value = self.enter(&outer.clone(), |lowering| lowering.value(inner));
        value.unwrap_or_else(|| {
            let message =
                "this value contains itself, with nothing around it that could have a name";
            let diagnostic = Diagnostic::new(Code::RecursiveAlias, outer.pointer(), message)
                .help("put an object with a property in between");
            self.diagnostics.push(diagnostic);
            Type::Json
        })
    }

    fn expandable_type(&mut self, object: &Place, identifier: &str) -> Type {
        let value = self.value(object);
        let (settled, _) = self.settled(object);
        let id = self.types.allocate(&settled);
        self.identifiers.insert(id, identifier.to_owned());
        Type::Expandable(Box::new(value))
    }

    /// The only value that a place allows.
    pub(crate) fn constant(&mut self, place: &Place) -> Option<Scalar> {
        let (_, sort) = self.settled(place);
        if let Sort::Enum(values) = &*sort {
            return match values.as_slice() {
                [only] => Some(only.value.clone()),
                _ => None,
            };
        }
        let concrete = self.concrete(place);
        let values = &concrete.enumeration.as_ref()?.values;
        match values.len() {
            1 => super::plain_scalar(values.first()?),
            _ => None,
        }
    }
}
