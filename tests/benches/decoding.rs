//! Decoding a page of Polar's checkout sessions, a megabyte of it.

use std::hint::black_box;

use checkout_apis::polar;
use divan::Bencher;
use divan::counter::BytesCount;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::by_hand::{bare, kept};
use crate::ratio::{Comparison, compare};

const MEGABYTE: usize = 1_000_000;

/// A page with the checkout sessions of the payloads, over and over: those that plainly derived types can read, which
/// refuse a variant that they don't know.
fn page() -> String {
    let payloads = [
        include_str!("../payloads/polar/checkouts.json"),
        include_str!("../payloads/polar/checkouts_variants.json"),
    ];
    let items = payloads.map(|text| {
        let page: Value = serde_json::from_str(text).expect("JSON");
        page["items"].as_array().cloned().unwrap_or_default()
    });
    let mut items = items.concat();
    items.retain(|item| serde_json::from_value::<bare::polar::Checkout>(item.clone()).is_ok());
    let round = Value::from(items.clone()).to_string().len();
    let repeated: Vec<_> = items
        .iter()
        .cycle()
        .take(items.len() * (MEGABYTE / round + 1))
        .collect();
    let count = repeated.len();
    let page = json!({"items": repeated, "pagination": {"total_count": count, "max_page": 1}});
    page.to_string()
}

fn decode<T: DeserializeOwned>(page: &str) {
    black_box(serde_json::from_slice::<T>(black_box(page.as_bytes())).expect("a page"));
}

/// Against what most people would write.
pub(crate) fn bare() -> Comparison {
    let page = page();
    let by_hand = || decode::<bare::polar::CheckoutPage>(&page);
    compare(
        "decode 1 MB, bare derive",
        1,
        || decode::<polar::CheckoutPage>(&page),
        by_hand,
    )
}

/// Against derived types that lose as little as the emitted ones.
pub(crate) fn kept() -> Comparison {
    let page = page();
    let by_hand = || decode::<kept::CheckoutPage>(&page);
    compare(
        "decode 1 MB, nothing lost",
        1,
        || decode::<polar::CheckoutPage>(&page),
        by_hand,
    )
}

#[divan::bench(types = [polar::CheckoutPage, bare::polar::CheckoutPage, kept::CheckoutPage])]
fn page_of_a_megabyte<T: DeserializeOwned>(bencher: Bencher) {
    let page = page();
    bencher
        .counter(BytesCount::of_str(&page))
        .bench_local(|| decode::<T>(&page));
}
