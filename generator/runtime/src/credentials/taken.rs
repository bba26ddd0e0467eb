//! What a call has set by itself goes before the client's credentials.

use http::header::{AUTHORIZATION, COOKIE};
use http::{HeaderMap, Request, Uri};

use super::super::api::Placement;
use super::super::parameter::percent;

/// Whether a request has something at the place of a credential.
pub(super) fn is_taken<B>(request: &Request<B>, placement: Placement) -> bool {
    match placement {
        Placement::Header(name) => request.headers().contains_key(name),
        Placement::Query(name) => has_pair(request.uri(), &percent::encode(name)),
        Placement::Cookie(name) => has_cookie(request.headers(), name),
        Placement::Bearer | Placement::Basic => request.headers().contains_key(AUTHORIZATION),
    }
}

/// Whether the query has a pair of this name, which is encoded.
pub(super) fn has_pair(uri: &Uri, name: &str) -> bool {
    let mut pairs = uri.query().unwrap_or_default().split('&');
    pairs.any(|pair| pair.split('=').next() == Some(name))
}

/// Whether there is a cookie of this name.
pub(super) fn has_cookie(headers: &HeaderMap, name: &str) -> bool {
    let cookies = headers.get(COOKIE).and_then(|value| value.to_str().ok());
    let mut pairs = cookies.unwrap_or_default().split(';');
    pairs.any(|pair| pair.trim_start().split('=').next() == Some(name))
}
