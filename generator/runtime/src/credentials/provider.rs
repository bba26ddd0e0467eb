//! What callers implement for tokens that expire.

use std::error::Error;
use std::sync::Arc;

use super::super::data::Secret;
use super::super::transport::BoxFuture;

/// Any error that can move between threads.
pub type BoxError = Box<dyn Error + Send + Sync>;

/// Gives tokens that expire, such as those of OAuth 2, or keys that are rotated.
///
/// Everything that takes a credential takes a provider as well; see [`Credential`](super::super::Credential).
///
/// The client asks when it needs the first token, and keeps what it gets until the server answers 401 (RFC
/// 9110, section 15.5.2). The call that was refused then waits for another token and is sent once more with
/// it, whatever its method: a server that does not know who is calling has not begun with the request. A
/// second 401 is the call's error. This is apart from [`Retries`](super::super::Retries) and counts for none
/// of them.
///
/// However many calls are refused at once, all wait for one new token, and a call that was refused with an
/// older token than the client has by now takes the newer one without asking. If the call that asks is
/// dropped or runs out of time, the future of [`token`](Self::token) is dropped with it, and one of those
/// that wait asks anew.
///
/// # Examples
///
/// ```
/// use bindery_runtime::{BoxError, BoxFuture, ClientBuilder, Secret, TokenProvider};
///
/// /// Reads the token from a file that somebody else keeps up to date.
/// struct TokenFile(&'static str);
///
/// impl TokenProvider for TokenFile {
///     fn token<'a>(&'a self, _: Option<&'a Secret>) -> BoxFuture<'a, Result<Secret, BoxError>> {
///         Box::pin(async { Ok(std::fs::read_to_string(self.0)?.trim().into()) })
///     }
/// }
///
/// fn with_file(builder: ClientBuilder) -> ClientBuilder {
///     builder.credential("access_token", TokenFile("/run/secrets/token"))
/// }
/// ```
pub trait TokenProvider: Send + Sync {
    /// A token, without the scheme's name before it (`Bearer`).
    ///
    /// `refused` is the one that the server has just refused; `None` if the client has none yet, or if it got
    /// none the last time. A provider that other clients ask as well compares: where it has a newer one
    /// already, it can give that.
    ///
    /// # Errors
    ///
    /// Why there is none: the source of the error of every call that waits for it, of the kind
    /// [`Token`](super::super::ErrorKind::Token). It must not show a secret. The next call asks again.
    fn token<'a>(&'a self, refused: Option<&'a Secret>) -> BoxFuture<'a, Result<Secret, BoxError>>;
}

impl<T: TokenProvider + ?Sized> TokenProvider for Arc<T> {
    fn token<'a>(&'a self, refused: Option<&'a Secret>) -> BoxFuture<'a, Result<Secret, BoxError>> {
        (**self).token(refused)
    }
}

impl<T: TokenProvider + ?Sized> TokenProvider for Box<T> {
    fn token<'a>(&'a self, refused: Option<&'a Secret>) -> BoxFuture<'a, Result<Secret, BoxError>> {
        (**self).token(refused)
    }
}
