//! What a client knows about its API before the first call: emitted once per API as a constant.

/// An API: its name, its default address and how callers identify themselves.
///
/// Everything here comes from the document (`info`, `servers`, `components.securitySchemes`); the
/// runtime adds no knowledge of any vendor.
#[derive(Debug)]
pub struct Api {
    /// The API's name as it appears in messages and in `Debug` output.
    pub name: &'static str,
    /// Where calls go unless the builder or the environment says otherwise; empty if the document
    /// names no server, and then a base URL has to be given.
    pub base_url: &'static str,
    /// The environment variable from which [`ClientBuilder::from_env`](super::ClientBuilder::from_env)
    /// reads another base URL.
    pub base_url_variable: &'static str,
    /// The security schemes, in the document's order.
    pub schemes: &'static [Scheme],
    /// The addresses between which keys can be told apart; empty if none can.
    pub environments: &'static [Environment],
    /// The value of the `User-Agent` header (RFC 9110, section 10.1.5).
    pub user_agent: &'static str,
}

impl Api {
    pub(crate) fn scheme(&self, name: &str) -> Option<&'static Scheme> {
        self.schemes.iter().find(|scheme| scheme.name == name)
    }
}

/// An address of the API that takes keys of its own (`x-bindery-prefixes` in the document).
#[derive(Debug)]
pub struct Environment {
    /// Its variant in the client's `Environment`.
    pub name: &'static str,
    /// Its base URL.
    pub base_url: &'static str,
    /// Names of schemes, each with what its keys for this environment start with. A key belongs to the
    /// environment with the longest prefix that fits.
    pub prefixes: &'static [(&'static str, &'static str)],
}

/// A way to identify the caller (OpenAPI 3.0.3, "Security Scheme Object").
#[derive(Debug)]
pub struct Scheme {
    /// The name under which operations refer to the scheme.
    pub name: &'static str,
    /// Where the credential travels.
    pub placement: Placement,
    /// The environment variable that holds the credential; for [`Placement::Basic`] as
    /// `user:password`.
    pub variable: &'static str,
}

/// Where in a request a credential travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placement {
    /// An API key in the header of this name.
    Header(&'static str),
    /// An API key in the query parameter of this name.
    Query(&'static str),
    /// An API key in the cookie of this name.
    Cookie(&'static str),
    /// `Authorization: Bearer …` (RFC 6750, section 2.1); OAuth 2 and OpenID Connect tokens too.
    Bearer,
    /// `Authorization: Basic …` (RFC 7617).
    Basic,
}
