//! What a document knows about sending an operation again.

/// What a document says about sending an operation again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RetryRule {
    /// Whether doing it twice is doing it once; `None` leaves that to the method.
    pub idempotent: Option<bool>,
    /// The header that takes an idempotency key, if it isn't `Idempotency-Key`.
    pub key: Option<String>,
    /// How often it is sent at most, the first time included.
    pub attempts: Option<u32>,
}
