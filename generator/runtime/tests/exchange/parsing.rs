//! How bytes become events (WHATWG HTML, section 9.2.6).

use bindery_runtime::Event;
use futures_util::TryStreamExt;

use super::streams::{Chunked, WatchOrders};

/// The events in these chunks.
async fn events<'c>(chunks: impl IntoIterator<Item = &'c [u8]>) -> Vec<Event> {
    let call = WatchOrders::new(&Chunked::client(chunks)).raw();
    let events = call.await.expect("a stream");
    events.try_collect().await.expect("events")
}

/// An event as `name|data|id|milliseconds`.
fn shown(event: &Event) -> String {
    let name = event.name.as_deref().unwrap_or_default();
    let id = event.id.as_deref().unwrap_or_default();
    let retry = event.retry.map(|retry| retry.as_millis().to_string());
    format!("{name}|{}|{id}|{}", event.data, retry.unwrap_or_default())
}

#[tokio::test]
async fn events_are_read_as_the_standard_says() {
    let table: [(&[u8], &[&str]); 20] = [
        (b"", &[]),
        (b"\n\n\n", &[]),
        (b"data: a\n\n", &["|a||"]),
        (b"data:a\n\ndata:  b\n\n", &["|a||", "| b||"]),
        (
            b"data: a\r\n\r\ndata: b\r\rdata: c\n\n",
            &["|a||", "|b||", "|c||"],
        ),
        (
            b"data: a\r\n\ndata: b\n\r\ndata: c\r\n\r\n",
            &["|a||", "|b||", "|c||"],
        ),
        (b"\xef\xbb\xbfdata: a\n\n", &["|a||"]),
        (
            b"\xef\xbb\xbf\xef\xbb\xbfdata: a\n\n\xef\xbb\xbfdata: b\n\n",
            &[],
        ),
        (b": hello\n\n:\n\ndata: a\n: hello\n\n", &["|a||"]),
        (b"data: a\ndata: b\n\n", &["|a\nb||"]),
        (b"data\n\n", &["|||"]),
        (b"data\ndata\n\n", &["|\n||"]),
        (b"data: a: b:\n\n", &["|a: b:||"]),
        (b"event: x\ndata: a\n\ndata: b\n\n", &["x|a||", "|b||"]),
        (b"event: x\n\ndata: b\n\n", &["|b||"]),
        (b"id: 1\n\ndata: a\n\nid\ndata: b\n\n", &["|a|1|", "|b||"]),
        (
            b"id: 1\ndata: a\n\nid: 2\x00\ndata: b\n\n",
            &["|a|1|", "|b|1|"],
        ),
        (
            b"retry: 50\n\ndata: a\n\nretry: 5s\nretry:\ndata: b\n\n",
            &["|a||50", "|b||50"],
        ),
        (b"Data: a\n data: b\ndata : c\nnothing\n\n", &[]),
        (b"data: a\xff\n\ndata: unfinished\n", &["|a\u{fffd}||"]),
    ];
    for (text, expected) in table {
        let events = events([text]).await;
        let shown: Vec<_> = events.iter().map(shown).collect();
        assert_eq!(shown, expected, "{:?}", String::from_utf8_lossy(text));
    }
}

#[tokio::test]
async fn any_chunking_gives_the_same_events() {
    for seed in 0..60 {
        let text = text(seed);
        let whole = events([text.as_slice()]).await;
        assert_eq!(events(text.chunks(1)).await, whole, "{text:?}");
        for middle in 0..=text.len() {
            let (start, end) = text.split_at(middle);
            assert_eq!(events([start, end]).await, whole, "{start:?} {end:?}");
        }
    }
}

/// A text of what means something in a stream, in an order that means nothing.
fn text(seed: u32) -> Vec<u8> {
    const PIECES: [&[u8]; 16] = [
        b"\n",
        b"\r",
        b"\r\n",
        b"\n\n",
        b"\r\n\r\n",
        b"data",
        b"data: x\n",
        b"data: {\"a\":1}",
        b"event: e\n",
        b"id: 1\n",
        b"retry: 9\r",
        b":",
        b" ",
        b"\xef\xbb\xbf",
        "é".as_bytes(),
        b"\xff",
    ];
    // The constants of Numerical Recipes' linear congruential generator.
    let next = |state: &u32| Some(state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223));
    let numbers = std::iter::successors(Some(seed), next).skip(1);
    let pieces = numbers.map(|number| PIECES[(number >> 28) as usize]);
    pieces.take(24).collect::<Vec<_>>().concat()
}
