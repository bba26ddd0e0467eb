//! What came of a call: the line that the program prints, judged.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A line of the program's.
#[derive(Debug, Deserialize)]
pub(super) struct Line {
    operation: String,
    line: String,
    status: Option<u16>,
    phase: Option<String>,
    message: Option<String>,
    violations: Option<String>,
    body: Option<String>,
}

/// A call and what came of it.
#[derive(Debug, Serialize)]
pub(super) struct Call {
    /// The operation's id.
    pub(super) operation: String,
    /// Its method and path.
    pub(super) line: String,
    pub(super) verdict: Verdict,
    /// Why it is no better.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) reason: String,
}

/// How far a call has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Verdict {
    /// No value for something that is required could be made, or the request could not be built.
    NotCalled,
    /// There was no answer.
    Unanswered,
    /// The validator found that the request breaks the document's rules.
    Refused,
    /// The validator found nothing wrong with the request, but has no answer: its own limit, or that of a document whose
    /// example breaks its own schema.
    Unserved,
    /// The answer could not be read.
    NotDecoded,
    /// The answer was read.
    Decoded,
}

/// Problems of Prism's that say nothing of the request.
const LIMITS: [&str; 5] = [
    "NO_COMPLEX_OBJECT_TEXT",
    "NO_RESPONSE_RESPONSE_DEFINED",
    "SCHEMA_TOO_COMPLEX",
    "NOT_FOUND",
    "UNKNOWN",
];

impl Verdict {
    pub(super) fn of(line: Line) -> Call {
        let (verdict, reason) = line.judge();
        Call {
            operation: line.operation,
            line: line.line,
            verdict,
            reason,
        }
    }

    /// Whether the validator found nothing wrong with the request.
    pub(super) fn is_accepted(self) -> bool {
        self >= Self::Unserved
    }

    /// Whether the request was sent.
    pub(super) fn is_called(self) -> bool {
        self >= Self::Unanswered
    }
}

impl Line {
    fn judge(&self) -> (Verdict, String) {
        let message = self.message.clone().unwrap_or_default();
        match (self.phase.as_deref(), self.status) {
            (None, Some(_)) => (Verdict::Decoded, String::new()),
            (None | Some("Build"), None) => (Verdict::NotCalled, message),
            (Some("Status"), Some(status)) => self.judge_status(status),
            (_, Some(_)) => (Verdict::NotDecoded, message),
            (_, None) => (Verdict::Unanswered, message),
        }
    }

    /// A status that is no success: Prism's own problems (`application/problem+json`), or an error that the document
    /// describes, which Prism answers with where the request breaks a rule.
    fn judge_status(&self, status: u16) -> (Verdict, String) {
        let problem = parsed(self.body.as_ref());
        let found = |part| {
            described(
                &parsed(self.violations.as_ref()),
                &problem["validation"],
                part,
            )
        };
        let wrong = found("request");
        if !wrong.is_empty() {
            return (Verdict::Refused, format!("{status}: {wrong}"));
        }
        let wrong = found("response");
        if !wrong.is_empty() {
            let reason = format!("what Prism makes of the document breaks its own schema: {wrong}");
            return (Verdict::Unserved, reason);
        }
        let text = |key: &str| problem[key].as_str().unwrap_or_default();
        let Some((_, kind)) = text("type").rsplit_once("prism/errors#") else {
            // Nothing broke a rule: the document has no success to answer with.
            let reason = format!("the document has no success to answer with, but {status}");
            return (Verdict::Unserved, reason);
        };
        let reason = format!(
            "Prism: {status}: {kind}: {} {}",
            text("title"),
            text("detail")
        );
        let verdict = match LIMITS.contains(&kind) {
            true => Verdict::Unserved,
            false => Verdict::Refused,
        };
        (verdict, reason.trim_end().to_owned())
    }
}

/// The JSON in a text, or null.
fn parsed(text: Option<&String>) -> Value {
    text.and_then(|text| serde_json::from_str(text).ok())
        .unwrap_or_default()
}

/// What Prism found wrong with one part of the exchange, in the header that it sends or in the answer itself.
fn described(header: &Value, body: &Value, part: &str) -> String {
    let lists = [header, body].into_iter().filter_map(Value::as_array);
    let of_part = lists
        .flatten()
        .filter(|violation| violation["location"][0] == part && violation["severity"] == "Error");
    let mut described: Vec<_> = of_part
        .map(|violation| {
            let place = violation["location"].as_array().into_iter().flatten();
            let place: Vec<_> = place
                .map(|step| step.as_str().unwrap_or_default())
                .collect();
            let message = violation["message"].as_str().unwrap_or_default();
            format!("{}: {message}", place.join("."))
        })
        .collect();
    described.dedup();
    described.join("; ")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Line, Verdict};

    fn judged(line: serde_json::Value) -> (Verdict, String) {
        let mut whole = json!({"operation": "list", "line": "GET /", "phase": "Status"});
        if let (Some(whole), serde_json::Value::Object(line)) = (whole.as_object_mut(), line) {
            whole.extend(line);
        }
        let line: Line = serde_json::from_value(whole).expect("a line");
        line.judge()
    }

    #[test]
    fn an_answer_is_what_the_validator_makes_of_the_request() {
        let decoded = judged(json!({"phase": null, "status": 200}));
        assert_eq!(decoded, (Verdict::Decoded, String::new()));
        let violation = |part: &str| {
            json!([{"location": [part, "query", "page"], "severity": "Error", "message": "must be integer"}])
                .to_string()
        };
        let documented =
            judged(json!({"status": 400, "violations": violation("request"), "body": "{}"}));
        assert_eq!(
            documented,
            (
                Verdict::Refused,
                "400: request.query.page: must be integer".into()
            )
        );
        let (own, _) = judged(json!({"status": 500, "violations": violation("response")}));
        assert_eq!(own, Verdict::Unserved);
        let problem = |kind: &str| {
            json!({"type": format!("https://stoplight.io/prism/errors#{kind}")}).to_string()
        };
        let (limit, _) = judged(json!({"status": 500, "body": problem("SCHEMA_TOO_COMPLEX")}));
        assert_eq!(limit, Verdict::Unserved);
        let (security, _) = judged(json!({"status": 401, "body": problem("UNAUTHORIZED")}));
        assert_eq!(security, Verdict::Refused);
        let (unread, reason) =
            judged(json!({"phase": "Decode", "status": 200, "message": "no text"}));
        assert_eq!((unread, reason.as_str()), (Verdict::NotDecoded, "no text"));
        let (unmade, _) = judged(json!({"phase": null, "message": "no value"}));
        assert_eq!(unmade, Verdict::NotCalled);
    }
}
