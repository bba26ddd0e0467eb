//! What a call is addressed to.

use bytes::Bytes;
use http::{Method, Request};

use super::super::base_url::BaseUrl;
use super::super::client::Client;
use super::super::credentials::Source;
use super::super::error::Subject;
use super::super::operation::Operation;
use super::parts::Parts;

/// An operation, or a path of the caller's.
#[derive(Debug, Clone)]
pub(crate) enum Target {
    Operation(&'static Operation),
    Raw { method: Method, path: String },
}

impl Target {
    pub(crate) fn method(&self) -> &Method {
        match self {
            Self::Operation(operation) => &operation.method,
            Self::Raw { method, .. } => method,
        }
    }

    pub(crate) fn subject(&self) -> Subject {
        match self {
            Self::Operation(operation) => Subject::Operation(operation),
            Self::Raw { method, .. } => Subject::Raw(method.clone()),
        }
    }

    /// The names of the schemes whose credentials may go along.
    pub(super) fn schemes(&self, client: &Client) -> Vec<&'static str> {
        match self {
            Self::Operation(operation) => operation.security.concat(),
            Self::Raw { .. } => client
                .api()
                .schemes
                .iter()
                .map(|scheme| scheme.name)
                .collect(),
        }
    }

    /// Builds the request, and says which credentials belong into it.
    ///
    /// # Errors
    ///
    /// A sentence for people, without secrets.
    pub(super) fn request(
        &self,
        client: &Client,
        base_url: &BaseUrl,
        parts: Parts,
    ) -> Result<(Request<Bytes>, Vec<Source>), String> {
        let (path, credentials) = match self {
            Self::Operation(operation) => {
                let credentials = client.credentials().choose(operation.security);
                let credentials = credentials.ok_or_else(|| missing(client, operation))?;
                (parts.fill(operation.path)?, credentials)
            }
            Self::Raw { path, .. } => {
                check(path)?;
                let credentials = client.credentials().first(client.api().schemes);
                (path.clone(), credentials)
            }
        };
        let request = parts.into_request(
            self.method().clone(),
            base_url.as_str(),
            &path,
            client.api().user_agent,
        )?;
        Ok((request, credentials))
    }
}

/// A query has its own method, which encodes.
fn check(path: &str) -> Result<(), String> {
    if path.contains(['?', '#']) {
        return Err(
            "the path must not hold `?` or `#`; use `query`, or percent-encode them".to_owned(),
        );
    }
    Ok(())
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
