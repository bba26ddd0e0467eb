//! What the document knows about sending an operation again: `x-bindery-retry`.
//!
//! | value | meaning |
//! |---|---|
//! | `false` | it is sent once, whatever happens |
//! | `true` | doing it twice is doing it once: it may be sent again like a `GET` |
//! | an object | each key says one thing |
//! | … `idempotent` | `true` as above; `false` where the method alone (`PUT`, `DELETE`) says too much |
//! | … `key` | the header that takes an idempotency key, where it isn't called `Idempotency-Key` |
//! | … `attempts` | how often it is sent at most, the first time included |
//!
//! What isn't said is left to the method and the client. A client that repeats less keeps to that.

use serde_json::{Map, Value};

use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Pointer, nearest};
use crate::ir::RetryRule;
use crate::lower::context::Lowering;

/// The extension's key.
pub(super) const EXTENSION: &str = "x-bindery-retry";

/// The keys of its object.
const KEYS: [&str; 3] = ["idempotent", "key", "attempts"];

impl Lowering<'_> {
    /// What is said about sending an operation again. What can't be used is reported and left out.
    pub(super) fn retry_rule(&mut self, operation: &Pointer) -> Option<RetryRule> {
        let place = operation.child(EXTENSION);
        let rule = match self.document.node(&place)? {
            Value::Bool(false) => RetryRule {
                attempts: Some(1),
                ..RetryRule::default()
            },
            Value::Bool(true) => RetryRule {
                idempotent: Some(true),
                ..RetryRule::default()
            },
            Value::Object(object) => self.declared_rule(object, &place),
            _ => {
                let message = "sending again is `true`, `false` or described by an object";
                self.report_extension(
                    place,
                    message,
                    "write `idempotent: true` and so on below it",
                );
                return None;
            }
        };
        (rule != RetryRule::default()).then_some(rule)
    }

    fn declared_rule(&mut self, object: &Map<String, Value>, place: &Pointer) -> RetryRule {
        let mut rule = RetryRule::default();
        for (key, value) in object {
            let read = match key.as_str() {
                "idempotent" => value.as_bool().map(|yes| rule.idempotent = Some(yes)),
                "key" => header(value).map(|name| rule.key = Some(name)),
                "attempts" => attempts(value).map(|attempts| rule.attempts = Some(attempts)),
                _ if key.starts_with("x-") => continue,
                _ => {
                    self.report_retry_key(place.child(key), key);
                    continue;
                }
            };
            if read.is_none() {
                let (message, help) = expected(key);
                self.report_extension(place.child(key), message, help);
            }
        }
        rule
    }

    fn report_retry_key(&mut self, place: Pointer, key: &str) {
        let help = match nearest(key, KEYS) {
            Some(nearest) => format!("did you mean `{nearest}`?"),
            None => format!("the keys are `{}`", KEYS.join("`, `")),
        };
        let message = format!("`{key}` says nothing about sending again");
        let diagnostic = Diagnostic::new(Code::Extension, place, message).at_key();
        self.diagnostics.push(diagnostic.help(help));
    }
}

/// What the value of a key should be, and what to write.
fn expected(key: &str) -> (&'static str, &'static str) {
    match key {
        "idempotent" => ("this is neither `true` nor `false`", "write one of them"),
        "key" => (
            "this is no name of a header",
            "name the header that takes the key, as in `key: Idempotency-Key`",
        ),
        _ => (
            "this is no number of attempts",
            "write a whole number from 1: how often the operation is sent at most",
        ),
    }
}

/// A name as RFC 9110, section 5.1 allows it.
fn header(value: &Value) -> Option<String> {
    let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    let name = value.as_str()?;
    (!name.is_empty() && name.bytes().all(is_token)).then(|| name.to_owned())
}

fn attempts(value: &Value) -> Option<u32> {
    let attempts = u32::try_from(value.as_u64()?).ok()?;
    (attempts > 0).then_some(attempts)
}
