//! From text to a value tree.

mod failure;
mod nesting;
#[cfg(test)]
mod tests;
mod tree;

use serde::de::DeserializeSeed;
use serde_json::Value;

use self::failure::Failure;
use self::tree::{Builder, Tree};
use crate::diagnostic::Diagnostics;
use crate::source::{Source, Syntax};

/// How deep objects and lists may be nested. Both parsers have the same limit of their own, which keeps every recursion
/// over the tree within the stack.
pub(super) const DEEPEST: usize = 128;

/// Reads a document's text. `None` after an error was pushed.
///
/// JSON is read by a parser of its own, which is faster than the one for YAML and says more about what JSON allows.
/// Keys of YAML that aren't texts are read as they are written (`200:`), merge keys (`<<`) are applied, and whole
/// numbers that fit into no 64 bits are read as floating-point numbers.
pub(super) fn parse(source: &Source, diagnostics: &mut Diagnostics) -> Option<Value> {
    let result = match source.syntax() {
        Syntax::Json => json(source.text()),
        Syntax::Yaml => yaml(source.text()),
    };
    match result {
        Ok(tree) if !tree.duplicates.is_empty() => {
            failure::report_duplicates(source, &tree.duplicates, diagnostics);
            None
        }
        Ok(tree) => Some(tree.value),
        Err(failure) => {
            diagnostics.push(failure.diagnostic());
            None
        }
    }
}

fn json(text: &str) -> Result<Tree, Failure> {
    let builder = Builder::new(text, false);
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = builder
        .deserialize(&mut deserializer)
        .and_then(|value| deserializer.end().map(|()| value));
    match value {
        Ok(value) => Ok(builder.finish(value)),
        Err(error) if error.is_eof() && text.trim().is_empty() => Err(Failure::empty()),
        // JSON is YAML, too, and the parser for YAML keeps such numbers as texts.
        Err(error) if error.to_string().starts_with("number out of range") => yaml(text),
        Err(error) => Err(Failure::of_json(&error, text)),
    }
}

fn yaml(text: &str) -> Result<Tree, Failure> {
    nesting::check(text)?;
    let builder = Builder::new(text, true);
    let mut documents = serde_yaml::Deserializer::from_str(text);
    let first = documents.next().ok_or_else(Failure::empty)?;
    let value = match builder.deserialize(first) {
        Ok(Value::Null) => return Err(Failure::empty()),
        Ok(value) => value,
        Err(_) if builder.is_exhausted() => return Err(Failure::aliases()),
        Err(error) => return Err(Failure::of_yaml(&error, text)),
    };
    match documents.next() {
        Some(_) => Err(Failure::several_documents(text)),
        None => Ok(builder.finish(value)),
    }
}
