//! Credentials as callers give them.

use std::fmt;
use std::sync::Arc;

use super::super::data::Secret;
use super::TokenProvider;

/// What a security scheme is given: an API key or a token as text, or a [`TokenProvider`] for tokens that
/// expire. `Debug` never shows it.
///
/// # Examples
///
/// ```
/// use bindery_runtime::{ClientBuilder, Secret, TokenProvider};
///
/// fn with_text(builder: ClientBuilder) -> ClientBuilder {
///     builder.credential("api_key", "key_1234")
/// }
///
/// fn with_secret(builder: ClientBuilder, key: Secret) -> ClientBuilder {
///     builder.credential("api_key", key)
/// }
///
/// fn with_provider(builder: ClientBuilder, provider: impl TokenProvider + 'static) -> ClientBuilder {
///     builder.credential("access_token", provider)
/// }
/// ```
#[derive(Clone)]
pub struct Credential(pub(crate) Given);

/// What has been given.
#[derive(Clone)]
pub(crate) enum Given {
    /// An API key or a token.
    Text(Secret),
    /// User name and password of HTTP Basic.
    Login { user: String, password: Secret },
    /// What gives tokens when they are needed.
    Provider(Arc<dyn TokenProvider>),
}

impl From<&str> for Credential {
    fn from(text: &str) -> Self {
        Self(Given::Text(text.into()))
    }
}

impl From<String> for Credential {
    fn from(text: String) -> Self {
        Self(Given::Text(text.into()))
    }
}

impl From<&String> for Credential {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl From<Secret> for Credential {
    fn from(secret: Secret) -> Self {
        Self(Given::Text(secret))
    }
}

impl<P: TokenProvider + 'static> From<P> for Credential {
    fn from(provider: P) -> Self {
        Self(Given::Provider(Arc::new(provider)))
    }
}

impl fmt::Debug for Credential {
    /// Its kind only.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self.0 {
            Given::Text(_) => "Credential(text)",
            Given::Login { .. } => "Credential(login)",
            Given::Provider(_) => "Credential(provider)",
        })
    }
}
