//! From the parts of a call to its answer, and from the answer to its result.

use bytes::Bytes;
use http::{Request, Response as Answer};

use super::super::client::Client;
use super::super::decode::DecodeError;
use super::super::error::{Error, Subject};
use super::super::operation::{Case, ErrorCase, Operation};
use super::super::response::Response;
use super::help;
use super::parts::Parts;

/// Sends the call of an operation.
pub(super) async fn operation(
    client: &Client,
    operation: &'static Operation,
    parts: Parts,
) -> Result<Answer<Bytes>, Error> {
    let subject = Subject::Operation(operation);
    match request(client, operation, parts) {
        Ok(request) => client.send(&subject, request).await,
        Err(problem) => Err(Error::build(subject, problem)),
    }
}

/// Builds the request of an operation.
fn request(
    client: &Client,
    operation: &'static Operation,
    parts: Parts,
) -> Result<Request<Bytes>, String> {
    let path = parts.fill(operation.path)?;
    let credentials = client
        .credentials()
        .choose(operation.security)
        .ok_or_else(|| missing(client, operation))?;
    let user_agent = client.api().user_agent;
    parts.into_request(
        operation.method.clone(),
        client.base_url(),
        &path,
        user_agent,
        &credentials,
    )
}

/// Reads the answer: the only step that knows the type of the result.
pub(super) fn decode<T>(
    client: &Client,
    operation: &'static Operation,
    cases: &[Case<T>],
    answer: Answer<Bytes>,
) -> Result<Response<T>, Error> {
    let Some(case) = Case::select(cases, &answer) else {
        return Err(refusal(client, operation, answer));
    };
    match (case.decode)(&answer) {
        Ok(value) => {
            let (head, _) = answer.into_parts();
            Ok(Response::new(head.status, head.headers, value))
        }
        Err(problem) => Err(Error::decode(
            Subject::Operation(operation),
            answer,
            problem,
        )),
    }
}

fn refusal(client: &Client, operation: &'static Operation, answer: Answer<Bytes>) -> Error {
    let subject = Subject::Operation(operation);
    if answer.status().is_success() {
        return Error::decode(subject, answer, DecodeError::undescribed());
    }
    let body = ErrorCase::read(operation.errors, &answer);
    let help = help::about(client.api(), &operation.security.concat(), &answer);
    Error::status_of(subject, answer, body, help)
}

/// Which credentials would do.
fn missing(client: &Client, operation: &Operation) -> String {
    let alternatives = operation.security.iter().map(|names| {
        let names = names.iter().map(|name| match client.api().scheme(name) {
            Some(scheme) => format!("`{name}` (`{}` in the environment)", scheme.variable),
            None => format!("`{name}`"),
        });
        names.collect::<Vec<_>>().join(" and ")
    });
    let alternatives = alternatives.collect::<Vec<_>>().join(", or ");
    format!("there are no credentials for this call; give the client's builder {alternatives}")
}
