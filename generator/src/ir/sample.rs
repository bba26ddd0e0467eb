//! Values to call an operation with: what the document shows of each, or something that its schema admits.

use serde_json::Value;

/// What one operation can be called with, in JSON.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sample {
    /// A value for each of the operation's parameters, in their order; `None` if none could be made.
    pub parameters: Vec<Option<Value>>,
    /// A value for the body; `None` if it has no schema, or none could be made.
    pub body: Option<Value>,
}
