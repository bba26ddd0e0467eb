//! Places that don't move: pointers in which items of lists are called by what they are, not by their index.
//!
//! A reference is called by the last part of what it refers to (`Cat`), a parameter by location and name (`query page`), a
//! server by its URL, a schema by its `title`, else by a property that can have one value only (`kind=cat`), else by the properties that it
//! requires (`{card,cvc}`), else by its items (`[Cat]`), else by what it says (`@1f3a9c02`, which changes with that). The
//! members of an `allOf` make one object, so that none of them is told from the others (`*`).

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::document::Pointer;

/// Whichever item has the rest of a place.
const ANY: &str = "*";

/// What the mark of an item starts with that has no name.
const MARK: char = '@';

/// Keys of a schema that are prose, so that an item stays the same without them.
const PROSE: &[&str] = &["description", "example", "examples"];

/// How many required properties may go into the name of an item.
const MOST_REQUIRED: usize = 5;

/// The places of a document.
pub(super) struct Places<'a> {
    root: &'a Value,
    marks: RefCell<BTreeMap<Pointer, u64>>,
}

/// How a place calls items of lists.
#[derive(Clone, Copy)]
enum Spelling {
    /// By their names, where they have one.
    Named,
    /// By what they say, where names don't tell them apart.
    Marked,
}

impl<'a> Places<'a> {
    pub(super) fn of(root: &'a Value) -> Self {
        Self {
            root,
            marks: RefCell::default(),
        }
    }

    /// What a node's place is called. `None` if there is nothing, or if nothing tells it from another.
    pub(super) fn spell(&self, pointer: &Pointer) -> Option<Pointer> {
        let mut spellings = [Spelling::Named, Spelling::Marked].into_iter();
        spellings.find_map(|spelling| {
            let place = self.spelled(pointer, spelling)?;
            (self.find(&place) == [pointer.clone()]).then_some(place)
        })
    }

    /// The nodes that a place may be, up to two: none or several if it is not (or no longer) the place of one.
    pub(super) fn find(&self, place: &Pointer) -> Vec<Pointer> {
        let tokens: Vec<String> = place.tokens().collect();
        let mut found = Vec::new();
        self.collect(self.root, &tokens, Pointer::root(), &mut found);
        found
    }

    fn collect(&self, node: &Value, tokens: &[String], at: Pointer, found: &mut Vec<Pointer>) {
        let Some((token, rest)) = tokens.split_first() else {
            return found.push(at);
        };
        if found.len() > 1 {
            return;
        }
        match node {
            Value::Object(members) => {
                if let Some(member) = members.get(token) {
                    self.collect(member, rest, at.child(token), found);
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    let place = at.child(index);
                    if self.is_called(item, &place, token) {
                        self.collect(item, rest, place, found);
                    }
                }
            }
            _ => {}
        }
    }

    fn spelled(&self, pointer: &Pointer, spelling: Spelling) -> Option<Pointer> {
        let mut node = self.root;
        let (mut at, mut place) = (Pointer::root(), Pointer::root());
        for token in pointer.tokens() {
            let list = at.last();
            at = at.child(&token);
            let (child, called) = match node {
                Value::Object(members) => (members.get(&token)?, token),
                Value::Array(items) => {
                    let item = items.get(token.parse::<usize>().ok()?)?;
                    let named = match list.as_deref() {
                        Some("allOf") => Some(ANY.to_owned()),
                        _ => name(item),
                    };
                    let named = named.filter(|_| matches!(spelling, Spelling::Named));
                    (item, named.unwrap_or_else(|| self.mark(item, &at)))
                }
                _ => return None,
            };
            (node, place) = (child, place.child(called));
        }
        Some(place)
    }

    fn is_called(&self, item: &Value, at: &Pointer, token: &str) -> bool {
        token == ANY
            || name(item).is_some_and(|name| name == token)
            || (token.starts_with(MARK) && self.mark(item, at) == token)
    }

    fn mark(&self, item: &Value, at: &Pointer) -> String {
        let known = self.marks.borrow().get(at).copied();
        let hash = known.unwrap_or_else(|| {
            let hash = hash(item);
            self.marks.borrow_mut().insert(at.clone(), hash);
            hash
        });
        format!("{MARK}{:08x}", hash >> 32)
    }
}

/// What an item of a list is called.
fn name(item: &Value) -> Option<String> {
    let members = item.as_object()?;
    let text = |key: &str| members.get(key).and_then(Value::as_str);
    if let Some(reference) = text("$ref") {
        return Pointer::from_fragment(reference).and_then(|target| target.last());
    }
    if let (Some(location), Some(name)) = (text("in"), text("name")) {
        return Some(format!("{location} {name}"));
    }
    let said = text("url").or_else(|| text("title")).map(str::to_owned);
    said.or_else(|| constant(members))
        .or_else(|| required(members))
        .or_else(|| Some(format!("[{}]", name(members.get("items")?)?)))
}

/// The first property by name that can have one value only, with that value.
fn constant(schema: &Map<String, Value>) -> Option<String> {
    let properties = schema.get("properties")?.as_object()?;
    let constants = properties.iter().filter_map(|(name, property)| {
        match property.get("enum")?.as_array()?.as_slice() {
            [Value::String(only)] => Some(format!("{name}={only}")),
            _ => None,
        }
    });
    constants.min()
}

/// The properties that a schema requires, by name, if they are few.
fn required(schema: &Map<String, Value>) -> Option<String> {
    let required = schema.get("required")?.as_array()?;
    let mut names: Vec<&str> = required.iter().map(Value::as_str).collect::<Option<_>>()?;
    names.sort_unstable();
    (1..=MOST_REQUIRED)
        .contains(&names.len())
        .then(|| format!("{{{}}}", names.join(",")))
}

/// A number for what a node says, whatever the order in which it says it. It is the same on every machine, and for good.
fn hash(node: &Value) -> u64 {
    let mut parts: Vec<u64> = match node {
        Value::Object(members) => {
            let members = members
                .iter()
                .filter(|(key, _)| !PROSE.contains(&key.as_str()));
            let hashed = members
                .map(|(key, member)| fnv(&hash(member).to_le_bytes(), fnv(key.as_bytes(), BASIS)));
            hashed.collect()
        }
        Value::Array(items) => items.iter().map(hash).collect(),
        scalar => vec![fnv(scalar.to_string().as_bytes(), BASIS)],
    };
    parts.sort_unstable();
    parts
        .iter()
        .fold(BASIS, |hash, part| fnv(&part.to_le_bytes(), hash))
}

/// The start of FNV-1a with 64 bits.
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a (<http://www.isthe.com/chongo/tech/comp/fnv/>), on from a hash.
fn fnv(bytes: &[u8], hash: u64) -> u64 {
    bytes.iter().fold(hash, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
