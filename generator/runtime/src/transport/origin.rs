//! URLs for reqwest, whose parser does most of its work on what stands before the path.

use std::sync::{Arc, OnceLock};

use http::Uri;
use http::uri::{Authority, Scheme};
use reqwest::Url;

use super::{TransportError, TransportPhase};

/// The origin of the first request, which is that of nearly all others of a client.
#[derive(Clone, Default)]
pub(super) struct KnownOrigin(Arc<OnceLock<Origin>>);

struct Origin {
    scheme: Scheme,
    authority: Authority,
    /// With the path and the query of the first request.
    url: Url,
}

impl KnownOrigin {
    /// `uri` as reqwest takes it.
    pub(super) fn url(&self, uri: &Uri) -> Result<Url, TransportError> {
        if let Some(url) = self.0.get().and_then(|origin| origin.url(uri)) {
            return Ok(url);
        }
        let url = Url::parse(&uri.to_string())
            .map_err(|error| TransportError::new(TransportPhase::Permanent, error))?;
        if let (Some(scheme), Some(authority)) = (uri.scheme(), uri.authority()) {
            self.0.get_or_init(|| Origin {
                scheme: scheme.clone(),
                authority: authority.clone(),
                url: url.clone(),
            });
        }
        Ok(url)
    }
}

impl Origin {
    /// `uri`, if it has this origin.
    fn url(&self, uri: &Uri) -> Option<Url> {
        // Letter by letter: authorities are equal whatever their case, but user names and passwords in them are not.
        let authority = uri.authority().map(Authority::as_str);
        if uri.scheme() != Some(&self.scheme) || authority != Some(self.authority.as_str()) {
            return None;
        }
        let mut url = self.url.clone();
        url.set_path(uri.path());
        url.set_query(uri.query());
        Some(url)
    }
}

#[cfg(test)]
mod tests {
    use super::KnownOrigin;
    use reqwest::Url;

    #[test]
    fn urls_are_those_that_the_parser_makes() {
        let uris = [
            "https://api.example.com/v1/checkouts?a=b%20c",
            "https://api.example.com/",
            "https://api.example.com/v1/caf%C3%A9/a'b\"{?q='x'&r={y}",
            "https://api.example.com//evil.example/x",
            "https://api.example.com/a/../b/%2e%2e/c",
            "https://API.example.com/a",
            "https://api.example.com:8443/a",
            "http://api.example.com/a",
            "https://other.example.com/a?",
            "https://api.example.com/after?again",
        ];
        assert_parsed(&uris);
    }

    #[test]
    fn user_names_are_told_apart_by_their_case() {
        assert_parsed(&["https://me:Key@example.com/", "https://me:key@example.com/"]);
    }

    fn assert_parsed(uris: &[&str]) {
        let known = KnownOrigin::default();
        for text in uris {
            let uri = text.parse().unwrap();
            let expected = Url::parse(text).unwrap();
            assert_eq!(known.url(&uri).unwrap().as_str(), expected.as_str());
        }
    }
}
