//! Names of statuses.

use crate::ir::Statuses;
use crate::names::Words;

/// Reason phrases of the statuses that API documents use (RFC 9110 §15, RFC 4918 §11, RFC 6585), as words.
const REASONS: &[(u16, &str)] = &[
    (100, "continue"),
    (101, "switching protocols"),
    (200, "ok"),
    (201, "created"),
    (202, "accepted"),
    (203, "non authoritative"),
    (204, "no content"),
    (205, "reset content"),
    (206, "partial content"),
    (207, "multi status"),
    (300, "multiple choices"),
    (301, "moved permanently"),
    (302, "found"),
    (303, "see other"),
    (304, "not modified"),
    (307, "temporary redirect"),
    (308, "permanent redirect"),
    (400, "bad request"),
    (401, "unauthorized"),
    (402, "payment required"),
    (403, "forbidden"),
    (404, "not found"),
    (405, "method not allowed"),
    (406, "not acceptable"),
    (408, "request timeout"),
    (409, "conflict"),
    (410, "gone"),
    (411, "length required"),
    (412, "precondition failed"),
    (413, "content too large"),
    (415, "unsupported media type"),
    (416, "range not satisfiable"),
    (417, "expectation failed"),
    (421, "misdirected request"),
    (422, "unprocessable content"),
    (423, "locked"),
    (424, "failed dependency"),
    (426, "upgrade required"),
    (428, "precondition required"),
    (429, "too many requests"),
    (431, "header fields too large"),
    (451, "unavailable for legal reasons"),
    (500, "internal server error"),
    (501, "not implemented"),
    (502, "bad gateway"),
    (503, "service unavailable"),
    (504, "gateway timeout"),
    (507, "insufficient storage"),
];

/// What a status or range is called as one of an operation's successes: `Created`.
pub(in super::super) fn success_words(statuses: Statuses) -> Words {
    match statuses {
        Statuses::Exactly(code) => reason(code),
        Statuses::Class(_) => Words::of("success"),
        Statuses::Default => Words::of("other"),
    }
}

/// What the body of a response is called behind its operation's name, the best first. `fails` says whether `default`
/// stands for failures in this operation.
pub(super) fn body_words(statuses: Statuses, fails: bool) -> Vec<Words> {
    let response = Words::of("response");
    match statuses {
        Statuses::Default if fails => vec![Words::of("error"), Words::of("default error")],
        Statuses::Default => vec![response, Words::of("default response")],
        Statuses::Class(4) => vec![Words::of("client error")],
        Statuses::Class(5) => vec![Words::of("server error")],
        Statuses::Class(_) => vec![response.clone(), success_words(statuses).then(&response)],
        Statuses::Exactly(200..300) => {
            vec![response.clone(), success_words(statuses).then(&response)]
        }
        Statuses::Exactly(code @ 400..) => {
            let reason = reason(code);
            let error = Words::of("error");
            vec![if reason.iter().last() == Some("error") {
                reason
            } else {
                reason.then(&error)
            }]
        }
        Statuses::Exactly(code) => vec![reason(code).then(&response)],
    }
}

fn reason(code: u16) -> Words {
    match REASONS.binary_search_by_key(&code, |(code, _)| *code) {
        Ok(index) => REASONS
            .get(index)
            .map(|(_, reason)| Words::of(reason))
            .unwrap_or_default(),
        Err(_) => Words::of(&format!("status {code}")),
    }
}

#[cfg(test)]
mod tests {
    use super::{REASONS, body_words, success_words};
    use crate::ir::Statuses;

    #[test]
    fn reasons_can_be_searched() {
        assert!(REASONS.is_sorted_by_key(|(code, _)| code));
    }

    #[test]
    fn statuses_have_names() {
        let body = |statuses, fails| {
            body_words(statuses, fails)
                .iter()
                .map(|words| words.upper_camel())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            body(Statuses::Exactly(201), true),
            ["Response", "CreatedResponse"]
        );
        assert_eq!(body(Statuses::Exactly(404), true), ["NotFoundError"]);
        assert_eq!(body(Statuses::Exactly(500), true), ["InternalServerError"]);
        assert_eq!(body(Statuses::Exactly(499), true), ["Status499Error"]);
        assert_eq!(body(Statuses::Default, true), ["Error", "DefaultError"]);
        assert_eq!(
            body(Statuses::Default, false),
            ["Response", "DefaultResponse"]
        );
        assert_eq!(
            success_words(Statuses::Exactly(204)).upper_camel(),
            "NoContent"
        );
    }
}
