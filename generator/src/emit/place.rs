//! Where the items of an API stand, as code outside of its crate writes it.

use super::prose;
use crate::ir::api::Api;

/// Where an API's module stands.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// The crate's name in code: `checkout_apis`.
    pub(super) krate: String,
    /// The API's module: `checkout_apis::creem`, or the crate itself.
    pub(super) module: String,
}

impl Place {
    /// In a module of a crate with several APIs.
    pub(super) fn module(package: &str, api: &Api) -> Self {
        let krate = package.replace('-', "_");
        let module = format!("{krate}::{}", api.module);
        Self { krate, module }
    }

    /// At the root of its own crate.
    pub(super) fn root(package: &str) -> Self {
        let krate = package.replace('-', "_");
        Self {
            module: krate.clone(),
            krate,
        }
    }
}

/// What a crate is, as the start of a sentence in Markdown.
pub(super) fn headline(api: &Api) -> String {
    format!("{} of {}", kind(api), title(api))
}

/// What there is of the API, as the first words of a sentence.
pub(super) fn kind(api: &Api) -> &'static str {
    if api.selection.only_types {
        "The types"
    } else {
        "A client"
    }
}

/// What the document calls the API, as Markdown.
pub(super) fn title(api: &Api) -> String {
    let title = prose::plain(&api.info.title);
    if title.is_empty() {
        prose::span(api.module.as_str())
    } else {
        title
    }
}
