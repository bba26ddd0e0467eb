//! Server-sent events (WHATWG HTML, section 9.2).

use std::time::Duration;

/// An event of a stream (`text/event-stream`; WHATWG HTML, section 9.2, "Server-sent events").
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event {
    /// What the event is called (`event`). An event without a name is a `message` by the standard.
    pub name: Option<String>,
    /// Its lines of data, with line feeds between them.
    pub data: String,
    /// The last identifier (`id`) that the stream has named, with this event or before it: a server that
    /// knows the header `Last-Event-ID` goes on from there.
    pub id: Option<String>,
    /// How long the server asks to wait before the stream is asked for again (`retry`), if it has said.
    pub retry: Option<Duration>,
}
