//! Calls over the loopback interface: creating a Creem checkout, listing a page of Polar's.

use std::hint::black_box;

use checkout_apis::{creem, polar};
use divan::Bencher;
use tokio::runtime::{Builder, Runtime};

use crate::by_hand::{CreateCheckout, Creem, Polar};
use crate::ratio::{Comparison, compare};
use crate::server;

/// How many calls are timed together.
const BATCH: usize = 20;
const KEY: &str = "creem_test_key";

/// Both clients of an API, and what runs them.
struct Both<E, H> {
    executor: Runtime,
    emitted: E,
    by_hand: H,
}

fn executor() -> Runtime {
    let executor = Builder::new_current_thread().enable_all().build();
    executor.expect("an executor")
}

impl Both<creem::Client, Creem> {
    fn creem() -> Self {
        let url = server::start(include_str!("../payloads/creem/checkout.json"));
        let emitted = creem::Client::builder().api_key(KEY).base_url(&url).build();
        Self {
            executor: executor(),
            emitted: emitted.expect("a client"),
            by_hand: Creem::new(&url, KEY).expect("a client"),
        }
    }

    fn emitted(&self) {
        let request = creem::CreateCheckoutRequest::new("prod_123")
            .units(1)
            .success_url("https://example.com/thanks");
        let call = self.emitted.checkouts().create(request).send();
        black_box(self.executor.block_on(call).expect("a checkout"));
    }

    fn by_hand(&self) {
        let request = CreateCheckout {
            product_id: "prod_123".to_owned(),
            units: Some(1),
            success_url: Some("https://example.com/thanks".to_owned()),
        };
        let call = self.by_hand.create(request);
        black_box(self.executor.block_on(call).expect("a checkout"));
    }
}

impl Both<polar::Client, Polar> {
    fn polar() -> Self {
        let url = server::start(include_str!("../payloads/polar/checkouts.json"));
        let emitted = polar::Client::builder()
            .access_token(KEY)
            .base_url(&url)
            .build();
        Self {
            executor: executor(),
            emitted: emitted.expect("a client"),
            by_hand: Polar::new(&url, KEY).expect("a client"),
        }
    }

    fn emitted(&self) {
        let call = self.emitted.checkouts().list().page(1).limit(10).send();
        black_box(self.executor.block_on(call).expect("a page"));
    }

    fn by_hand(&self) {
        let call = self.by_hand.list(1, 10);
        black_box(self.executor.block_on(call).expect("a page"));
    }
}

pub(crate) fn create() -> Comparison {
    let both = Both::creem();
    compare(
        "create a checkout",
        BATCH,
        || both.emitted(),
        || both.by_hand(),
    )
}

pub(crate) fn list() -> Comparison {
    let both = Both::polar();
    compare("list a page", BATCH, || both.emitted(), || both.by_hand())
}

#[divan::bench]
fn create_emitted(bencher: Bencher) {
    let both = Both::creem();
    bencher.bench_local(|| both.emitted());
}

#[divan::bench]
fn create_by_hand(bencher: Bencher) {
    let both = Both::creem();
    bencher.bench_local(|| both.by_hand());
}

#[divan::bench]
fn list_emitted(bencher: Bencher) {
    let both = Both::polar();
    bencher.bench_local(|| both.emitted());
}

#[divan::bench]
fn list_by_hand(bencher: Bencher) {
    let both = Both::polar();
    bencher.bench_local(|| both.by_hand());
}
