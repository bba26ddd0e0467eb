//! Going through a value tree along the tables of what OpenAPI defines.

use serde_json::Value;

use super::Pointer;
use super::fields::{Definition, Form, SCHEMA_FORM};

/// The way from the root to a node, as a chain through the callers: it costs nothing until a pointer is made of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a> {
    parent: Option<&'a Place<'a>>,
    token: Token<'a>,
}

#[derive(Clone, Copy, Debug)]
enum Token<'a> {
    Start(&'a Pointer),
    Key(&'a str),
    Index(usize),
}

impl<'a> Place<'a> {
    /// Where a walk starts.
    pub(super) fn start(pointer: &'a Pointer) -> Self {
        Self {
            parent: None,
            token: Token::Start(pointer),
        }
    }

    /// The place under a key.
    pub(super) fn key<'b>(&'b self, key: &'b str) -> Place<'b> {
        Place {
            parent: Some(self),
            token: Token::Key(key),
        }
    }

    /// The place of an item.
    pub(super) fn index(&self, index: usize) -> Place<'_> {
        Place {
            parent: Some(self),
            token: Token::Index(index),
        }
    }

    /// The key that leads to it from the node above, if that is an object.
    pub(super) fn last_key(&self) -> Option<&'a str> {
        match self.token {
            Token::Key(key) => Some(key),
            Token::Start(_) | Token::Index(_) => None,
        }
    }

    /// Its name.
    pub(super) fn pointer(&self) -> Pointer {
        let parent = self.parent.map(Place::pointer).unwrap_or_default();
        match self.token {
            Token::Start(pointer) => pointer.clone(),
            Token::Key(key) => parent.child(key),
            Token::Index(index) => parent.child(index),
        }
    }
}

/// Sees every object of OpenAPI in a tree.
pub(super) trait Visitor {
    /// Sees a node before the nodes below it.
    fn enter(&mut self, _definition: &'static Definition, _node: &mut Value, _place: Place<'_>) {}

    /// Sees a node after the nodes below it.
    fn leave(&mut self, _definition: &'static Definition, _node: &mut Value, _place: Place<'_>) {}
}

/// Shows a visitor every object of OpenAPI in a value of a form.
fn walk(form: &'static Form, value: &mut Value, place: Place<'_>, visitor: &mut impl Visitor) {
    match (form, value) {
        (Form::Object(definition), value) => walk_object(definition, value, place, visitor),
        (Form::SchemaOrBoolean, Value::Bool(_)) => {}
        (Form::List(form), Value::Array(items)) => walk_items(form, items, place, visitor),
        (Form::Map(form), Value::Object(members)) => {
            for (key, member) in members {
                walk(form, member, place.key(key), visitor);
            }
        }
        (Form::SchemaOrSchemas, Value::Array(schemas)) => {
            walk_items(&SCHEMA_FORM, schemas, place, visitor);
        }
        (Form::SchemaOrSchemas | Form::SchemaOrBoolean, value) => {
            walk(&SCHEMA_FORM, value, place, visitor)
        }
        _ => {}
    }
}

/// Shows a visitor a node and every object of OpenAPI below it. Parsing bounds the depth of the recursion.
pub(super) fn walk_object(
    definition: &'static Definition,
    node: &mut Value,
    place: Place<'_>,
    visitor: &mut impl Visitor,
) {
    visitor.enter(definition, node, place);
    if let Value::Object(members) = &mut *node {
        for (key, member) in members {
            if let Some(form) = definition.form(key) {
                walk(form, member, place.key(key), visitor);
            }
        }
    }
    visitor.leave(definition, node, place);
}

fn walk_items(
    form: &'static Form,
    items: &mut [Value],
    place: Place<'_>,
    visitor: &mut impl Visitor,
) {
    for (index, item) in items.iter_mut().enumerate() {
        walk(form, item, place.index(index), visitor);
    }
}
