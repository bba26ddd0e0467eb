//! Sorting: deciding what kind of type a place is, before any id is handed out for it.

use std::rc::Rc;

use super::composition::{Additional, Composition};
use super::kind::Kind;
use super::primitive::primitive;
use super::union::Alternatives;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Pointer;
use crate::ir::draft::EnumValue;
use crate::ir::{NumberWidth, Type};
use crate::lower::context::Lowering;
use crate::lower::place::Place;

/// How often a place may turn out to be just another.
const CHAIN: usize = 64;

/// What a place is.
#[derive(Clone, Debug)]
pub(crate) enum Sort {
    /// A schema that has an id of its own.
    Reference(Pointer),
    /// Just another place: the only variant of a union.
    Same(Place),
    /// Any JSON value.
    Json,
    /// A primitive.
    Scalar(Type),
    /// One of a list of scalars.
    Enum(Vec<EnumValue>),
    /// An array; without a place its items are any JSON.
    Array(Option<Place>),
    /// An object whose keys are not named; without a place its values are any JSON.
    Map(Option<Place>),
    /// An object with named properties.
    Struct,
    /// One of several types.
    Union(Rc<Alternatives>),
    /// The id of an object or the object itself, and the property that holds the id.
    Expandable(Place, String),
}

impl Lowering<'_> {
    /// What a place is.
    pub(crate) fn sort(&mut self, place: &Place) -> Rc<Sort> {
        if let Some(sort) = self.sorts.get(place) {
            return sort.clone();
        }
        let sort = self.enter(&place.clone(), |lowering| Rc::new(lowering.sorted(place)));
        match sort {
            Some(sort) => {
                self.sorts.insert(place.clone(), sort.clone());
                sort
            }
            None => Rc::new(self.unsorted(place)),
        }
    }

    /// What a place is once references and places that are just others are followed.
    pub(crate) fn settled(&mut self, place: &Place) -> (Place, Rc<Sort>) {
        let mut place = place.clone();
        let mut sort = self.sort(&place);
        for _ in 0..CHAIN {
            place = match &*sort {
                Sort::Reference(target) => Place::of(target.clone()),
                Sort::Same(other) => other.clone(),
                _ => break,
            };
            sort = self.sort(&place);
        }
        (place, sort)
    }

    /// A place that is being looked into already: a reference stays one, everything else can only be kept as JSON.
    fn unsorted(&mut self, place: &Place) -> Sort {
        match &self.compose(place).reference {
            Some(target) => Sort::Reference(target.clone()),
            None => Sort::Json,
        }
    }

    fn sorted(&mut self, place: &Place) -> Sort {
        let composition = self.compose(place);
        if composition.unreadable {
            return Sort::Json;
        }
        if let Some(target) = &composition.reference {
            return self.sorted_reference(&composition, target);
        }
        if let Some(alternatives) = self.inherited_alternatives(place) {
            return Sort::Union(Rc::new(alternatives));
        }
        if composition.is_never() {
            let message = "no value is allowed here";
            self.report(Code::Unsatisfiable, &place.pointer(), message);
            return Sort::Json;
        }
        if !composition.unions.is_empty() {
            return self.sorted_union(place, &composition);
        }
        if let Some(values) = self.enum_values(&composition) {
            return Sort::Enum(values);
        }
        self.sorted_plain(&composition)
    }

    /// A secret stays a secret where it is only referred to.
    fn sorted_reference(&mut self, composition: &Composition, target: &Pointer) -> Sort {
        let text = composition.is_secret()
            && self.concrete(&Place::of(target.clone())).kind == Some(Kind::String);
        match text {
            true => Sort::Scalar(Type::Secret),
            false => Sort::Reference(target.clone()),
        }
    }

    fn sorted_plain(&mut self, composition: &Composition) -> Sort {
        match composition.kind {
            None => Sort::Json,
            Some(Kind::Array) => self.sorted_array(composition),
            Some(Kind::Object) => self.sorted_object(composition),
            Some(_) => match primitive(composition) {
                Some(value) => Sort::Scalar(value),
                None => Sort::Scalar(Type::Number(NumberWidth::F64)),
            },
        }
    }

    fn sorted_array(&mut self, composition: &Composition) -> Sort {
        let Some(first) = composition.prefix_items.first() else {
            return Sort::Array(composition.items.clone());
        };
        let mut kinds = composition
            .prefix_items
            .iter()
            .map(|item| self.document.node(item));
        let shared = kinds
            .next()
            .is_some_and(|first| kinds.all(|item| item == first));
        if let Some(tuple) = first.parent() {
            let diagnostic = Diagnostic::new(Code::Tuple, tuple, "a tuple is kept as a list")
                .help("describe the items with `items`, or the whole as an object");
            self.diagnostics.push(diagnostic);
        }
        Sort::Array(shared.then(|| Place::of(first.clone())))
    }

    fn sorted_object(&mut self, composition: &Composition) -> Sort {
        let named = !composition.properties.is_empty() || !composition.required.is_empty();
        match &composition.additional {
            _ if named => Sort::Struct,
            Additional::Forbidden if composition.pattern_properties.is_empty() => Sort::Struct,
            _ => Sort::Map(self.additional_values(composition)),
        }
    }

    /// The schema of properties that have no name in the document; none for any JSON.
    pub(super) fn additional_values(&mut self, composition: &Composition) -> Option<Place> {
        if let Additional::Schema(place) = &composition.additional {
            return Some(place.clone());
        }
        let (_, first) = composition.pattern_properties.first()?;
        let patterns = composition.pattern_properties.iter();
        let mut nodes = patterns.map(|(_, pointer)| self.document.node(pointer));
        let node = nodes.next().flatten();
        if nodes.all(|other| other == node) {
            return Some(Place::of(first.clone()));
        }
        let message = "properties whose type depends on a pattern are kept as JSON";
        self.report(
            Code::PatternProperties,
            &first.parent().unwrap_or_default(),
            message,
        );
        None
    }
}
