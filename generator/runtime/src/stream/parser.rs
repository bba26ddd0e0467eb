//! From bytes to events, in chunks of any size.

use std::collections::VecDeque;
use std::time::Duration;

use super::Event;

/// The rules of WHATWG HTML, section 9.2.6, "Interpreting an event stream".
pub(super) struct Parser {
    /// The size in bytes of the largest event.
    limit: usize,
    /// The line that has begun.
    line: Vec<u8>,
    /// The last line ended with a carriage return, so that a line feed belongs to it.
    after_return: bool,
    /// No line has ended yet: a byte order mark may stand before it.
    at_start: bool,
    name: String,
    /// None if no line of data has come.
    data: Option<String>,
    id: Option<String>,
    retry: Option<Duration>,
}

/// An event is larger than it may be.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TooLarge;

impl Parser {
    pub(super) fn new(limit: usize) -> Self {
        Self {
            limit,
            line: Vec::new(),
            after_return: false,
            at_start: true,
            name: String::new(),
            data: None,
            id: None,
            retry: None,
        }
    }

    /// Reads on, and adds the events that are complete to `events`.
    ///
    /// # Errors
    ///
    /// The event that has begun is too large. Those before it have been added.
    pub(super) fn read(
        &mut self,
        mut bytes: &[u8],
        events: &mut VecDeque<Event>,
    ) -> Result<(), TooLarge> {
        while let Some(first) = bytes.first() {
            if std::mem::take(&mut self.after_return) && *first == b'\n' {
                bytes = bytes.get(1..).unwrap_or_default();
                continue;
            }
            let end = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
            let (line, rest) = bytes.split_at(end.unwrap_or(bytes.len()));
            if line.len() > self.left() {
                return Err(TooLarge);
            }
            self.line.extend_from_slice(line);
            bytes = rest;
            if let Some((end, rest)) = rest.split_first() {
                self.after_return = *end == b'\r';
                bytes = rest;
                events.extend(self.end_line());
            }
        }
        Ok(())
    }

    /// How many bytes more the event may have.
    fn left(&self) -> usize {
        let data = self.data.as_ref().map_or(0, String::len);
        let held = self.line.len() + self.name.len() + data;
        self.limit.saturating_sub(held)
    }

    /// The data of the event that has begun, as far as it has come.
    pub(super) fn into_rest(self) -> Vec<u8> {
        let mut rest = self.data.unwrap_or_default().into_bytes();
        rest.extend(self.line);
        rest
    }

    /// Takes the line that has ended; a blank one ends an event.
    fn end_line(&mut self) -> Option<Event> {
        let line = std::mem::take(&mut self.line);
        let line = String::from_utf8_lossy(&line);
        let line = match std::mem::take(&mut self.at_start) {
            true => line.strip_prefix('\u{feff}').unwrap_or(&line),
            false => &line,
        };
        if line.is_empty() {
            return self.end_event();
        }
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        self.field(field, value.strip_prefix(' ').unwrap_or(value));
        None
    }

    /// A line that begins with a colon is a comment: its field has no name.
    fn field(&mut self, field: &str, value: &str) {
        match field {
            "event" => value.clone_into(&mut self.name),
            "data" => match &mut self.data {
                Some(data) => data.extend(["\n", value]),
                None => self.data = Some(value.to_owned()),
            },
            "id" if !value.contains('\0') => {
                self.id = Some(value.to_owned()).filter(|id| !id.is_empty());
            }
            "retry" if value.bytes().all(|byte| byte.is_ascii_digit()) => {
                self.retry = value.parse().ok().map(Duration::from_millis).or(self.retry);
            }
            _ => {}
        }
    }

    /// Without data there is no event.
    fn end_event(&mut self) -> Option<Event> {
        let name = std::mem::take(&mut self.name);
        let data = self.data.take()?;
        Some(Event {
            name: Some(name).filter(|name| !name.is_empty()),
            data,
            id: self.id.clone(),
            retry: self.retry,
        })
    }
}
