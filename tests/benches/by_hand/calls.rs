//! Two calls with reqwest, configured as the emitted clients configure it.

use std::error::Error;
use std::time::Duration;

use checkout_apis::runtime::ReqwestTransport;
use checkout_apis::runtime::reqwest::header::{ACCEPT, CONTENT_TYPE};
use checkout_apis::runtime::reqwest::{Client, RequestBuilder};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::bare;

const TIMEOUT: Duration = Duration::from_secs(60);

/// What both calls share.
struct Api {
    http: Client,
    base_url: String,
    key: String,
}

impl Api {
    fn new(base_url: &str, key: &str) -> Result<Self, Box<dyn Error>> {
        Ok(Self {
            http: ReqwestTransport::builder()?
                .user_agent("by-hand/1.0")
                .build()?,
            base_url: base_url.to_owned(),
            key: key.to_owned(),
        })
    }

    async fn send<T: DeserializeOwned>(request: RequestBuilder) -> Result<T, Box<dyn Error>> {
        let request = request.header(ACCEPT, "application/json").timeout(TIMEOUT);
        let response = request.send().await?.error_for_status()?;
        Ok(serde_json::from_slice(&response.bytes().await?)?)
    }
}

/// Creem.
pub(crate) struct Creem(Api);

/// A request for a checkout session.
#[derive(Serialize)]
pub(crate) struct CreateCheckout {
    pub(crate) product_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) units: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) success_url: Option<String>,
}

impl Creem {
    pub(crate) fn new(base_url: &str, key: &str) -> Result<Self, Box<dyn Error>> {
        Api::new(base_url, key).map(Self)
    }

    pub(crate) async fn create(
        &self,
        request: CreateCheckout,
    ) -> Result<bare::Checkout, Box<dyn Error>> {
        let Self(api) = self;
        let request = api
            .http
            .post(format!("{}/v1/checkouts", api.base_url))
            .header("x-api-key", &api.key)
            .header(CONTENT_TYPE, "application/json")
            .body(serde_json::to_vec(&request)?);
        Api::send(request).await
    }
}

/// Polar.
pub(crate) struct Polar(Api);

impl Polar {
    pub(crate) fn new(base_url: &str, key: &str) -> Result<Self, Box<dyn Error>> {
        Api::new(base_url, key).map(Self)
    }

    pub(crate) async fn list(
        &self,
        page: i64,
        limit: i64,
    ) -> Result<bare::polar::CheckoutPage, Box<dyn Error>> {
        let Self(api) = self;
        let request = api
            .http
            .get(format!(
                "{}/v1/checkouts/?page={page}&limit={limit}",
                api.base_url
            ))
            .header("Polar-Version", "2026-04")
            .bearer_auth(&api.key);
        Api::send(request).await
    }
}
