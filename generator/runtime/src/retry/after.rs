//! The `Retry-After` header (RFC 9110, section 10.2.3).

use std::time::{Duration, SystemTime};

use http::HeaderMap;
use http::header::{DATE, RETRY_AFTER};

/// How long the server asks to wait from `now` on.
///
/// A date is held against the server's own `Date` where there is one, since the clocks of two machines
/// differ. A date in the past is no wait; a number too large to read is an endless one.
pub(crate) fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let value = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(value.parse().map_or(Duration::MAX, Duration::from_secs));
    }
    let until = httpdate::parse_http_date(value).ok()?;
    let from = date(headers).unwrap_or(now);
    Some(until.duration_since(from).unwrap_or_default())
}

fn date(headers: &HeaderMap) -> Option<SystemTime> {
    let value = headers.get(DATE)?.to_str().ok()?;
    httpdate::parse_http_date(value).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_the_header() {
        let now = httpdate::parse_http_date("Thu, 01 Jan 2026 12:00:00 GMT").expect("a date");
        let cases: [(&[(_, &str)], Option<u64>); 9] = [
            (&[], None),
            (&[(RETRY_AFTER, "0")], Some(0)),
            (&[(RETRY_AFTER, " 120 ")], Some(120)),
            (&[(RETRY_AFTER, "99999999999999999999999")], Some(u64::MAX)),
            (&[(RETRY_AFTER, "soon")], None),
            (&[(RETRY_AFTER, "-1")], None),
            (&[(RETRY_AFTER, "Thu, 01 Jan 2026 12:00:30 GMT")], Some(30)),
            (&[(RETRY_AFTER, "Thu, 01 Jan 2026 11:00:00 GMT")], Some(0)),
            (
                &[
                    (RETRY_AFTER, "Thu, 01 Jan 2026 13:00:07 GMT"),
                    (DATE, "Thu, 01 Jan 2026 13:00:00 GMT"),
                ],
                Some(7),
            ),
        ];
        for (headers, seconds) in cases {
            let headers: HeaderMap = headers
                .iter()
                .map(|(name, value)| (name.clone(), value.parse().expect("a header's value")))
                .collect();
            let wait = retry_after(&headers, now).map(|wait| wait.as_secs());
            assert_eq!(wait, seconds, "{headers:?}");
        }
    }
}
