//! Decoding a page of Polar's checkout sessions, a megabyte of it.

use std::hint::black_box;

use checkout_apis::polar;
use checkout_apis::runtime::{Bytes, decode};
use divan::Bencher;
use divan::counter::BytesCount;
use http::Response;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::by_hand::{bare, kept};
use crate::ratio::{Comparison, compare};

const MEGABYTE: usize = 1_000_000;

/// An answer with the checkout sessions of the payloads, over and over: those that plainly derived types can read, which
/// refuse a variant that they don't know.
fn answer() -> Response<Bytes> {
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
    Response::new(page.to_string().into())
}

/// As the emitted clients read an answer.
fn emitted(answer: &Response<Bytes>) {
    let page = decode::json::<polar::CheckoutPage>(black_box(answer));
    black_box(page.expect("a page"));
}

/// As the calls by hand read one.
fn by_hand<T: DeserializeOwned>(answer: &Response<Bytes>) {
    let page = serde_json::from_slice::<T>(black_box(answer.body()));
    black_box(page.expect("a page"));
}

fn against<T: DeserializeOwned>(name: &'static str) -> Comparison {
    let answer = answer();
    compare(name, 1, || emitted(&answer), || by_hand::<T>(&answer))
}

/// Against what most people would write.
pub(crate) fn bare() -> Comparison {
    against::<bare::polar::CheckoutPage>("decode 1 MB, bare derive")
}

/// Against derived types that lose as little as the emitted ones.
pub(crate) fn kept() -> Comparison {
    against::<kept::CheckoutPage>("decode 1 MB, nothing lost")
}

#[divan::bench]
fn decode_emitted(bencher: Bencher) {
    bench(bencher, emitted);
}

#[divan::bench(types = [bare::polar::CheckoutPage, kept::CheckoutPage])]
fn decode_by_hand<T: DeserializeOwned>(bencher: Bencher) {
    bench(bencher, by_hand::<T>);
}

fn bench(bencher: Bencher, decode: impl Fn(&Response<Bytes>)) {
    let answer = answer();
    bencher
        .counter(BytesCount::of_slice(answer.body()))
        .bench_local(|| decode(&answer));
}
