//! Places that don't move: pointers in which items of lists are called by what they are, not by their index.
//!
//! A reference is called by the last part of what it refers to (`Cat`), a parameter by location and name (`query page`), a
//! server by its URL, a schema by its `title`, else by a property that can have one value only (`kind=cat`), else by the properties that it
//! requires (`{card,cvc}`), else by its items (`[Cat]`), else by what it says (`@1f3a9c02`, which changes with that). The
//! members of an `allOf` make one object, so that none of them is told from the others (`*`).

use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

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
    lists: RefCell<BTreeMap<Pointer, Rc<List>>>,
}

/// How the items of a list are called.
struct List {
    names: Vec<Option<String>>,
    named: BTreeMap<String, Vec<usize>>,
    /// Found out when something is not called by a name.
    marks: OnceCell<Marks>,
}

struct Marks {
    marks: Vec<String>,
    marked: BTreeMap<String, Vec<usize>>,
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
            lists: RefCell::default(),
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
        match node {
            Value::Object(members) => {
                if let Some(member) = members.get(token) {
                    self.collect(member, rest, at.child(token), found);
                }
            }
            Value::Array(items) => {
                for index in self.list(items, &at).called(token, items) {
                    if found.len() > 1 {
                        return;
                    }
                    if let Some(item) = items.get(index) {
                        self.collect(item, rest, at.child(index), found);
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
            let (child, called) = match node {
                Value::Object(members) => (members.get(&token)?, token.clone()),
                Value::Array(items) => {
                    let index = token.parse::<usize>().ok()?;
                    let list = self.list(items, &at);
                    let name = match at.last().as_deref() {
                        Some("allOf") => Some(ANY.to_owned()),
                        _ => list.names.get(index)?.clone(),
                    };
                    let name = name.filter(|_| matches!(spelling, Spelling::Named));
                    let mark = || list.marks(items).marks.get(index).cloned();
                    (items.get(index)?, name.or_else(mark)?)
                }
                _ => return None,
            };
            at = at.child(token);
            (node, place) = (child, place.child(called));
        }
        Some(place)
    }

    fn list(&self, items: &[Value], at: &Pointer) -> Rc<List> {
        let known = self.lists.borrow().get(at).cloned();
        known.unwrap_or_else(|| {
            let list = Rc::new(List::of(items));
            self.lists.borrow_mut().insert(at.clone(), list.clone());
            list
        })
    }
}

impl List {
    fn of(items: &[Value]) -> Self {
        let names: Vec<Option<String>> = items.iter().map(name).collect();
        let named = names.iter().enumerate();
        let named = named.filter_map(|(index, name)| Some((name.clone()?, index)));
        Self {
            named: by_text(named),
            names,
            marks: OnceCell::new(),
        }
    }

    /// The items that a token can mean, each once.
    fn called(&self, token: &str, items: &[Value]) -> BTreeSet<usize> {
        if token == ANY {
            return (0..items.len()).collect();
        }
        let marked = match token.starts_with(MARK) {
            true => self.marks(items).marked.get(token),
            false => None,
        };
        let called = [self.named.get(token), marked].into_iter().flatten();
        called.flatten().copied().collect()
    }

    fn marks(&self, items: &[Value]) -> &Marks {
        self.marks.get_or_init(|| {
            let marks = items.iter().map(hash);
            let marks: Vec<String> = marks
                .map(|hash| format!("{MARK}{:08x}", hash >> 32))
                .collect();
            let marked = marks.iter().enumerate();
            let marked = marked.map(|(index, mark)| (mark.clone(), index));
            Marks {
                marked: by_text(marked),
                marks,
            }
        })
    }
}

fn by_text(texts: impl Iterator<Item = (String, usize)>) -> BTreeMap<String, Vec<usize>> {
    let mut by_text: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (text, index) in texts {
        by_text.entry(text).or_default().push(index);
    }
    by_text
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
