//! What a call tells about itself, with the cargo feature `tracing`: nothing that could be a secret.

#[cfg(not(feature = "tracing"))]
mod silent;
#[cfg(feature = "tracing")]
mod tracing;

#[cfg(feature = "tracing")]
pub(crate) use self::tracing::Span;
#[cfg(not(feature = "tracing"))]
pub(crate) use silent::Span;
