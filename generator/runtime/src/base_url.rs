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
