//! What `tracing` gets to see of a call.
//!
//! A program of its own: a call that is traced first on a thread without a subscriber may stay untraced on
//! all others, and here there is no such thread.

mod fixture;

use std::io;
use std::sync::{Arc, Mutex};

use bindery_runtime as runtime;
use bindery_runtime::{CallOptions, Client, Method, RawCall};
use serde_json::json;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::fmt::format::FmtSpan;
use wiremock::ResponseTemplate;

use fixture::{CreateOrder, KEY, answering, client, nobody};

/// What a subscriber writes.
#[derive(Clone, Default)]
struct Output(Arc<Mutex<Vec<u8>>>);

impl Output {
    /// Writes everything that this thread traces from now on.
    fn collect(&self) -> tracing::subscriber::DefaultGuard {
        let subscriber = tracing_subscriber::fmt()
            .with_ansi(false)
            .with_max_level(tracing::Level::TRACE)
            .with_span_events(FmtSpan::CLOSE)
            .with_writer(self.clone());
        tracing::subscriber::set_default(subscriber.finish())
    }

    fn text(&self) -> String {
        let bytes = self.0.lock().expect("the lock").clone();
        String::from_utf8(bytes).expect("text")
    }
}

impl io::Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("the lock").write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Output {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

#[tokio::test]
async fn a_call_is_a_span_and_an_attempt_an_event() {
    let created = ResponseTemplate::new(201)
        .insert_header("x-request-id", "r-1")
        .set_body_json(json!({}));
    let server = answering(Some(ResponseTemplate::new(429)), created).await;
    let client = client(&server.uri());
    let output = Output::default();
    let guard = output.collect();
    CreateOrder::new(&client, "north").await.expect("an order");
    drop(guard);
    let text = output.text();
    let (attempts, close) = text.trim_end().rsplit_once('\n').expect("more than a line");
    let expected = [
        r#"operation="create_order""#,
        "method=POST",
        r#"path="/shops/{shop}/orders""#,
        "status=201",
        "attempts=2",
        "duration=",
        "request_id=r-1",
    ];
    for field in expected {
        assert!(close.contains(field), "{field} is missing: {close}");
    }
    assert!(
        attempts.contains("attempt=1 status=429 wait="),
        "{attempts}"
    );
    assert!(attempts.contains("attempt=2 status=201"), "{attempts}");
}

/// A call with the secret in every place that there is.
fn secret_order(client: &Client) -> CreateOrder {
    CreateOrder::new(client, KEY)
        .header("x-secret", KEY)
        .query(KEY, KEY)
        .body_field(KEY, KEY)
        .idempotency_key(KEY)
}

fn secret_request(client: &Client) -> RawCall {
    let call = client.request(Method::POST, &format!("/{KEY}"));
    call.query(KEY, KEY).json(&KEY).header("x-secret", KEY)
}

#[tokio::test]
async fn no_output_shows_a_secret() {
    let echo = |status| {
        ResponseTemplate::new(status)
            .insert_header("set-cookie", KEY)
            .insert_header("location", format!("https://a.example/{KEY}"))
            .set_body_json(json!({ KEY: KEY }))
    };
    let answers = [201, 200, 302, 401, 429, 500].map(echo);
    let (_port, refusing) = nobody();
    let mut addresses = vec![refusing];
    let mut servers = Vec::new();
    for answer in answers.into_iter().chain([ResponseTemplate::new(201)]) {
        let server = answering(None, answer).await;
        addresses.push(server.uri());
        servers.push(server);
    }
    let output = Output::default();
    let guard = output.collect();
    let mut text = String::new();
    for address in addresses {
        let client = client(&address);
        let (order, request) = (secret_order(&client), secret_request(&client));
        text += &format!("{client:?} {order:?} {request:?}");
        text += &format!("{:?} ", order.clone().with_response().await.err());
        text += &format!(
            "{:?} ",
            order.send_raw().await.map(|answer| answer.status())
        );
        if let Err(error) = request.await {
            text += &format!("{error} {error:?} {error:#?}");
        }
    }
    drop(guard);
    text += &output.text();
    assert!(
        text.contains("attempt=3") && text.contains("error=Connect"),
        "{text}"
    );
    assert!(!text.contains(KEY), "{text}");
}
