//! What a document knows about sending a call again.

/// What the document says about sending an operation again (`x-bindery-retry`): emitted for operations of
/// which it says something.
///
/// What a call is told by its caller goes before it, and it goes before what the client is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RetryRule {
    /// Whether doing it twice is doing it once; `None` leaves that to the method.
    pub idempotent: Option<bool>,
    /// The header that takes an idempotency key; `None` for `Idempotency-Key`.
    pub key: Option<&'static str>,
    /// How often it is sent at most, the first time included; `None` leaves that to the client. A client that
    /// sends it less often keeps to that.
    pub attempts: Option<u32>,
}

impl RetryRule {
    /// What holds for operations of which the document says nothing.
    pub(crate) const NONE: Self = Self {
        idempotent: None,
        key: None,
        attempts: None,
    };

    /// The header by which a server recognises a repetition (draft-ietf-httpapi-idempotency-key-header,
    /// unless the document names another).
    pub(crate) fn key(&self) -> &'static str {
        self.key.unwrap_or("idempotency-key")
    }
}
