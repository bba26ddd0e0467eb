//! Which row of a table an answer selects.

use http::Response;
use http::header::CONTENT_TYPE;

use super::Statuses;

/// The media type of server-sent events (WHATWG HTML, section 9.2).
pub(crate) const EVENT_STREAM: &str = "text/event-stream";

/// Which answers a table's row is about.
#[derive(Debug, Clone, Copy)]
pub(super) struct When {
    pub(super) statuses: Statuses,
    pub(super) media_type: &'static str,
}

/// The most precise match: by status first, then by media type, then in the table's order.
///
/// A media type that differs is no obstacle where nothing fits better: JSON is often labelled as text.
pub(super) fn select<'a, C, B>(
    cases: impl Iterator<Item = &'a C>,
    when: fn(&C) -> When,
    response: &Response<B>,
) -> Option<&'a C> {
    let media_type = media_type(response);
    let mut best: Option<((u8, u8), &C)> = None;
    for case in cases {
        let When {
            statuses,
            media_type: expected,
        } = when(case);
        let Some(precision) = statuses.precision(response.status()) else {
            continue;
        };
        let rank = (precision, affinity(expected, media_type));
        if best.is_none_or(|(other, _)| rank > other) {
            best = Some((rank, case));
        }
    }
    best.map(|(_, case)| case)
}

/// The media type of a response without its parameters, empty if there is none.
pub(crate) fn media_type<B>(response: &Response<B>) -> &str {
    let header = response
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    header
        .and_then(|value| value.split(';').next())
        .map_or("", str::trim)
}

/// Exact before range before anything else (RFC 9110, section 12.5.1 orders media ranges so).
fn affinity(expected: &str, actual: &str) -> u8 {
    if expected.eq_ignore_ascii_case(actual) {
        return 2;
    }
    match expected.split_once('/') {
        Some(("*", "*")) => 1,
        Some((kind, "*")) => u8::from(
            actual
                .split_once('/')
                .is_some_and(|(actual, _)| actual.eq_ignore_ascii_case(kind)),
        ),
        _ => 0,
    }
}
