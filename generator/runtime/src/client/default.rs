//! The transport and the clock of a client that is given none.

use std::sync::Arc;
use std::time::Duration;

use super::super::clock::Clock;
use super::super::transport::Transport;
#[cfg(feature = "reqwest")]
use super::super::transport::reqwest::{CONNECT_TIMEOUT, ReqwestTransport};

#[cfg(feature = "reqwest")]
pub(super) fn transport(connect_timeout: Option<Duration>) -> Result<Arc<dyn Transport>, String> {
    match ReqwestTransport::connecting_within(connect_timeout.unwrap_or(CONNECT_TIMEOUT)) {
        Ok(transport) => Ok(Arc::new(transport)),
        Err(error) => Err(format!(
            "the HTTP client cannot be set up: {}",
            error.source
        )),
    }
}

#[cfg(feature = "reqwest")]
pub(super) fn clock() -> Result<Arc<dyn Clock>, String> {
    Ok(Arc::new(super::super::clock::Tokio::new()))
}

#[cfg(not(feature = "reqwest"))]
pub(super) fn transport(_: Option<Duration>) -> Result<Arc<dyn Transport>, String> {
    Err(missing("transport"))
}

#[cfg(not(feature = "reqwest"))]
pub(super) fn clock() -> Result<Arc<dyn Clock>, String> {
    Err(missing("clock"))
}

#[cfg(not(feature = "reqwest"))]
fn missing(what: &str) -> String {
    format!("there is no {what}: give one to the client's builder, or enable the feature `reqwest`")
}
