//! Documents with changes, and what is to be said of each change.

use std::fs;

use bindery::source::Source;
use serde_json::{Map, Value};

use crate::cases::workspace;

/// A document and changes of it: a file of `tests/cases/diff`.
pub(super) struct Area {
    /// The file's name without the extension.
    pub(super) name: String,
    /// The document before any change.
    pub(super) document: Value,
    pub(super) cases: Vec<Case>,
}

/// A change of a document.
#[derive(Clone)]
pub(super) struct Case {
    pub(super) name: String,
    /// The document after the change.
    pub(super) document: Value,
    /// What is to be said: `major field_removed Order::note`.
    pub(super) expect: Vec<String>,
    /// Code that uses the older document's.
    pub(super) consumer: Option<String>,
    /// The rule for what breaks although the compiler takes it.
    pub(super) silent: Option<String>,
}

impl Case {
    /// Whether callers have to change their code.
    pub(super) fn is_breaking(&self) -> bool {
        self.expect.iter().any(|line| line.starts_with("major"))
    }
}

/// Every area, by name.
pub(super) fn areas() -> Vec<Area> {
    let folder = workspace().join("tests/cases/diff");
    let entries = fs::read_dir(folder).expect("the folder of cases");
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    let areas = files.iter().map(|file| {
        let text = fs::read_to_string(file).expect("a readable file");
        let root: Value = serde_yaml::from_str(&text)
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let document = root["document"].clone();
        let cases = root["cases"].as_array().expect("cases").iter();
        Area {
            name: file
                .file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned(),
            cases: cases.map(|case| read(case, &document)).collect(),
            document,
        }
    });
    areas.collect()
}

fn read(case: &Value, document: &Value) -> Case {
    let known = ["name", "move", "edit", "expect", "consumer", "silent"];
    let keys = case.as_object().expect("a case").keys();
    for key in keys {
        assert!(
            known.contains(&key.as_str()),
            "`{key}` of {case} means nothing"
        );
    }
    let text = |key: &str| case[key].as_str().map(str::to_owned);
    let expect = case["expect"].as_array().expect("what to expect").iter();
    Case {
        name: text("name").expect("a name"),
        document: changed(document, case),
        expect: expect
            .map(|line| line.as_str().expect("a line").to_owned())
            .collect(),
        consumer: text("consumer"),
        silent: text("silent"),
    }
}

/// The document with nodes under other keys (`move`), and with other nodes or without them (`edit`).
fn changed(document: &Value, case: &Value) -> Value {
    let mut document = document.clone();
    for (pointer, key) in case["move"].as_object().into_iter().flatten() {
        rename(&mut document, pointer, key.as_str().expect("a key"));
    }
    for (pointer, value) in case["edit"].as_object().into_iter().flatten() {
        set(&mut document, pointer, value);
    }
    document
}

fn rename(document: &mut Value, pointer: &str, key: &str) {
    let (parent, old) = split(document, pointer);
    let members = parent.as_object_mut().expect("an object");
    assert!(members.contains_key(&old), "there is no {pointer}");
    let renamed: Map<_, _> = std::mem::take(members)
        .into_iter()
        .map(|(name, value)| {
            if name == old {
                (key.to_owned(), value)
            } else {
                (name, value)
            }
        })
        .collect();
    *members = renamed;
}

fn set(document: &mut Value, pointer: &str, value: &Value) {
    let (parent, key) = split(document, pointer);
    match (parent, value) {
        (Value::Object(members), Value::Null) => {
            members
                .shift_remove(&key)
                .unwrap_or_else(|| panic!("there is no {pointer}"));
        }
        (Value::Object(members), value) => {
            members.insert(key, value.clone());
        }
        (Value::Array(items), value) => {
            let index: usize = key.parse().expect("an index");
            match value {
                Value::Null => drop(items.remove(index)),
                _ if index < items.len() => items[index] = value.clone(),
                _ => items.push(value.clone()),
            }
        }
        (other, _) => panic!("{pointer} stands in {other}"),
    }
}

/// The node that a pointer's last token is looked up in, and that token.
fn split<'d>(document: &'d mut Value, pointer: &str) -> (&'d mut Value, String) {
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    let parent = document
        .pointer_mut(parent)
        .unwrap_or_else(|| panic!("{pointer} has no place"));
    (parent, key.replace("~1", "/").replace("~0", "~"))
}

/// A document as a file.
pub(super) fn source(document: &Value, path: &str) -> Source {
    let text = serde_yaml::to_string(document).expect("YAML");
    Source::new(path, text)
}
