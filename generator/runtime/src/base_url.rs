//! The part of every URL that stands before an operation's path.

use std::fmt;
use std::net::IpAddr;

use http::Uri;

/// A checked base URL: scheme, authority and a path prefix without its trailing slash.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct BaseUrl(String);

impl BaseUrl {
    /// Checks `text`. Plain `http` is refused except on loopback, where nobody can listen in, and
    /// where `allow_http` says that the caller knows the network.
    ///
    /// # Errors
    ///
    /// A sentence for people. It repeats `text` only where that cannot hold a secret.
    pub(crate) fn parse(text: &str, allow_http: bool) -> Result<Self, String> {
        if text.is_empty() {
            return Err("the API's document names no server; give the client a base URL".into());
        }
        if text.contains(['@', '?', '#']) {
            return Err(
                "the base URL must not hold a user name, a query or a fragment; give credentials \
                 to the client's builder"
                    .into(),
            );
        }
        let uri = text
            .parse::<Uri>()
            .map_err(|error| format!("the base URL `{text}` cannot be read: {error}"))?;
        let (Some(scheme), Some(host)) = (uri.scheme_str(), uri.host()) else {
            return Err(format!(
                "the base URL `{text}` must start with `https://` and name a host"
            ));
        };
        match scheme {
            "https" => {}
            "http" if allow_http || is_loopback(host) => {}
            "http" => {
                return Err(format!(
                    "the base URL `{text}` would send credentials unencrypted; use `https://`, or \
                     `allow_http` on the client's builder if the network can be trusted"
                ));
            }
            _ => return Err(format!("the base URL `{text}` must start with `https://`")),
        }
        Ok(Self(text.trim_end_matches('/').to_owned()))
    }

    /// Whether this is `other`, which need not be checked. The case counts in the path only, but no two
    /// environments of an API differ in nothing else.
    pub(crate) fn is(&self, other: &str) -> bool {
        self.0.eq_ignore_ascii_case(other.trim_end_matches('/'))
    }

    /// Scheme and authority alone.
    pub(crate) fn origin(&self) -> Self {
        let (scheme, rest) = self.0.split_once("://").unwrap_or(("", &self.0));
        let authority = rest.split('/').next().unwrap_or(rest);
        Self(format!("{scheme}://{authority}"))
    }

    /// The path and the query of a URL on this server, whole or from its path or query on; no path where
    /// it stays the same (RFC 3986, section 4.2).
    ///
    /// The scheme does not count: servers behind a proxy call themselves `http`, and are asked by this base
    /// URL's own scheme all the same.
    ///
    /// # Errors
    ///
    /// The URL leads to another server, which must not get the credentials, or is none: a sentence for
    /// people, without the URL.
    pub(crate) fn resolve<'u>(&self, url: &'u str) -> Result<(Option<&'u str>, &'u str), String> {
        let url = url.split('#').next().unwrap_or(url);
        let rest = match url.split_once("//") {
            Some(("" | "http:" | "https:", rest)) => self.below(rest)?,
            _ => url,
        };
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        match path {
            "" => Ok((None, query)),
            path if path.starts_with('/') => Ok((Some(path), query)),
            _ => Err("the URL of the next page cannot be followed: it has no path".to_owned()),
        }
    }

    /// What stands behind this server's name at the start of `url`.
    fn below<'u>(&self, url: &'u str) -> Result<&'u str, String> {
        let end = url.find(['/', '?']).unwrap_or(url.len());
        let (authority, rest) = url.split_at(end);
        let origin = self.origin();
        let own = origin.0.split_once("://").map_or("", |(_, own)| own);
        if !authority.eq_ignore_ascii_case(own) {
            return Err(format!(
                "the URL of the next page leads to another server than `{own}`, which must not get the \
                 credentials"
            ));
        }
        Ok(if rest.starts_with('/') { rest } else { "/" })
    }

    /// The base URL without a trailing slash: an operation's path is appended to it.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for BaseUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Names under `localhost` never leave the machine (RFC 6761, section 6.3).
fn is_loopback(host: &str) -> bool {
    let name = host.trim_start_matches('[').trim_end_matches(']');
    name == "localhost"
        || name.ends_with(".localhost")
        || name
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}
