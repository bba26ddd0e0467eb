//! What a caller can do about a status.

use bytes::Bytes;
use http::header::LOCATION;
use http::{Response, StatusCode, Uri};

use super::super::api::Api;

/// A hint for the statuses of which more can be said than their name.
pub(super) fn about(
    api: &'static Api,
    schemes: &[&str],
    answer: &Response<Bytes>,
) -> Option<String> {
    match answer.status() {
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => credentials(api, schemes),
        status if status.is_redirection() => redirect(answer),
        _ => None,
    }
}

fn credentials(api: &'static Api, schemes: &[&str]) -> Option<String> {
    let names: Vec<_> = api
        .schemes
        .iter()
        .filter(|scheme| schemes.contains(&scheme.name))
        .map(|scheme| {
            format!(
                "`{}` (`{}` in the environment)",
                scheme.name, scheme.variable
            )
        })
        .collect();
    (!names.is_empty()).then(|| format!("check the credential {}", names.join(" or ")))
}

/// The path of the new address may hold anything, so only the server is named.
fn redirect(answer: &Response<Bytes>) -> Option<String> {
    let target: Uri = answer
        .headers()
        .get(LOCATION)?
        .to_str()
        .ok()?
        .parse()
        .ok()?;
    let server = match (target.scheme_str(), target.host()) {
        (Some(scheme), Some(host)) => format!("{scheme}://{host}"),
        _ => "another path of the same server".to_owned(),
    };
    Some(format!(
        "it points to {server}; redirects are not followed, since the credentials would go along"
    ))
}
