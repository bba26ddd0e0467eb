//! Tokens that expire: asked for once, whatever happens at the same time.

use std::error::Error as StdError;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use bindery_runtime::{
    Api, BoxError, BoxFuture, CallOptions, Client, ClientBuilder, ErrorKind, Method, Placement,
    Retries, Scheme, Secret, TokenProvider,
};
use futures_util::future::{self, join_all};
use futures_util::{FutureExt, poll};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio::sync::Notify;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

use super::clock::TestClock;
use super::fixture::{build, failure};
use super::server::{accept, listen, requests};

static API: Api = Api {
    name: "shop",
    base_url: "https://api.example.com",
    base_url_variable: "BINDERY_TEST_BASE_URL",
    schemes: &[
        scheme("oauth", Placement::Bearer),
        scheme("header", Placement::Header("x-token")),
        scheme("query", Placement::Query("token")),
        scheme("cookie", Placement::Cookie("token")),
        scheme("login", Placement::Basic),
    ],
    environments: &[],
    user_agent: "shop-client/1.2.3",
};

const fn scheme(name: &'static str, placement: Placement) -> Scheme {
    Scheme {
        name,
        placement,
        variable: "BINDERY_TEST_KEY",
    }
}

/// Gives `token-1`, `token-2` and so on; fails in the rounds that are listed.
#[derive(Default)]
struct Counter {
    rounds: AtomicUsize,
    refused: Mutex<Vec<Option<String>>>,
    failing: &'static [usize],
    /// Waited for before each answer, if there is one.
    gate: Option<Notify>,
}

impl Counter {
    fn gated(failing: &'static [usize]) -> Arc<Self> {
        Arc::new(Self {
            failing,
            gate: Some(Notify::new()),
            ..Self::default()
        })
    }

    fn open(&self) {
        self.gate.as_ref().expect("a gate").notify_one();
    }

    fn rounds(&self) -> usize {
        self.rounds.load(Ordering::SeqCst)
    }

    /// What it has been told to be refused, round by round.
    fn refused(&self) -> Vec<Option<String>> {
        self.refused.lock().expect("the lock").clone()
    }
}

impl TokenProvider for Counter {
    fn token<'a>(&'a self, refused: Option<&'a Secret>) -> BoxFuture<'a, Result<Secret, BoxError>> {
        let refused = refused.map(|secret| secret.expose().to_owned());
        self.refused.lock().expect("the lock").push(refused);
        Box::pin(async {
            let round = self.rounds.fetch_add(1, Ordering::SeqCst) + 1;
            if let Some(gate) = &self.gate {
                gate.notified().await;
            }
            if self.failing.contains(&round) {
                return Err("the account is closed".into());
            }
            Ok(format!("token-{round}").into())
        })
    }
}

/// A server that takes tokens from the given one on, and answers 401 to others.
async fn server(first: usize) -> MockServer {
    let server = MockServer::start().await;
    let answer = move |request: &Request| {
        ResponseTemplate::new(if number(request) >= first { 200 } else { 401 })
    };
    Mock::given(any()).respond_with(answer).mount(&server).await;
    server
}

/// The number of the token that a request carries.
fn number(request: &Request) -> usize {
    let header = |name| {
        request
            .headers
            .get(name)
            .and_then(|value| value.to_str().ok())
    };
    let query = request.url.query();
    let token = header("authorization").or(header("x-token"));
    let token = token.or(header("cookie")).or(query).expect("a token");
    let (_, number) = token.rsplit_once("token-").expect("a token");
    number.parse().expect("a number")
}

/// The numbers of the tokens that have arrived.
async fn numbers(server: &MockServer) -> Vec<usize> {
    requests(server).await.iter().map(number).collect()
}

fn client(server: &MockServer, provider: &Arc<Counter>) -> Client {
    build(builder(server, "oauth", provider))
}

fn builder(server: &MockServer, scheme: &str, provider: &Arc<Counter>) -> ClientBuilder {
    let builder = ClientBuilder::new(&API).base_url(server.uri());
    let builder = builder.clock(TestClock::default()).retries(Retries::NONE);
    builder.credential(scheme, provider.clone())
}

#[tokio::test]
async fn a_token_is_kept_until_it_is_refused_and_the_call_is_sent_once_more() {
    for scheme in ["oauth", "header", "query", "cookie"] {
        let provider = Arc::<Counter>::default();
        let server = server(2).await;
        let client = build(builder(&server, scheme, &provider));
        let post = || client.request(Method::POST, "/").json(&[1]);
        for _ in 0..2 {
            assert_eq!(post().await.expect("an answer").status(), 200, "{scheme}");
        }
        assert_eq!(numbers(&server).await, [1, 2, 2], "{scheme}");
        assert_eq!(provider.refused(), [None, Some("token-1".to_owned())]);
        assert_eq!(requests(&server).await[1].body, b"[1]");
    }
}

#[tokio::test]
async fn what_the_server_never_takes_is_its_answer() {
    let provider = Arc::<Counter>::default();
    let server = server(usize::MAX).await;
    let error = failure(client(&server, &provider).request(Method::GET, "/").await);
    assert!(error.is_authentication());
    assert_eq!((error.attempts(), provider.rounds()), (2, 2));
}

#[tokio::test]
async fn many_calls_wait_for_one_new_token() {
    let provider = Arc::<Counter>::default();
    let server = server(2).await;
    let client = client(&server, &provider);
    let calls = (0..8).map(|_| client.request(Method::POST, "/").send());
    for answer in join_all(calls).await {
        answer.expect("an answer");
    }
    assert_eq!(provider.rounds(), 2);
    let numbers = numbers(&server).await;
    assert_eq!(numbers.iter().filter(|number| **number == 2).count(), 8);
}

#[tokio::test]
async fn an_old_token_that_is_refused_late_is_replaced_without_asking() {
    let provider = Arc::<Counter>::default();
    let (listener, address) = listen().await;
    let builder = ClientBuilder::new(&API).base_url(address);
    let client = build(builder.credential("oauth", provider.clone()));
    let get = || tokio::spawn(client.request(Method::GET, "/").send());
    let slow = get();
    let late = accept(&listener).await;
    let quick = get();
    answer(accept(&listener).await, "401 Unauthorized").await;
    answer(accept(&listener).await, "200 OK").await;
    quick.await.expect("no panic").expect("an answer");
    answer(late, "401 Unauthorized").await;
    answer(accept(&listener).await, "200 OK").await;
    slow.await.expect("no panic").expect("an answer");
    assert_eq!(provider.rounds(), 2);
}

async fn answer(mut stream: TcpStream, status: &str) {
    let head = format!("HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
    stream.write_all(head.as_bytes()).await.expect("a reader");
}

#[tokio::test]
async fn a_call_that_is_given_up_leaves_asking_to_the_others() {
    let provider = Counter::gated(&[]);
    let server = server(1).await;
    let client = client(&server, &provider);
    let mut given_up = Box::pin(client.request(Method::GET, "/").send());
    let mut other = Box::pin(client.request(Method::GET, "/").send());
    assert!(poll!(&mut given_up).is_pending() && poll!(&mut other).is_pending());
    assert_eq!(provider.rounds(), 1);
    drop(given_up);
    provider.open();
    other.await.expect("an answer");
    assert_eq!(numbers(&server).await, [2]);
}

#[tokio::test]
async fn a_provider_that_never_answers_runs_into_the_timeout_of_the_call() {
    let provider = Counter::gated(&[]);
    let server = server(1).await;
    let clock = TestClock::default();
    let client = build(builder(&server, "oauth", &provider).clock(clock.clone()));
    clock.run_out();
    let error = failure(client.request(Method::GET, "/").await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Timeout, 0));
    provider.open();
    client.request(Method::GET, "/").await.expect("an answer");
}

#[tokio::test]
async fn a_failing_provider_is_asked_once_for_all_who_wait_and_again_by_the_next() {
    let provider = Counter::gated(&[1]);
    let server = server(1).await;
    let client = client(&server, &provider);
    let calls = join_all((0..4).map(|_| client.request(Method::GET, "/").send()));
    let (answers, ()) = future::join(calls, async { provider.open() }).await;
    for answer in answers {
        let error = failure(answer);
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Token, 0));
        let source = StdError::source(&error).map(ToString::to_string);
        assert_eq!(source.as_deref(), Some("the account is closed"));
        assert!(error.is_retryable(), "{error:?}");
        assert!(error.to_string().contains("`oauth`"), "{error}");
    }
    assert_eq!(provider.rounds(), 1);
    provider.open();
    client.request(Method::GET, "/").await.expect("an answer");
    assert_eq!(numbers(&server).await, [2]);
}

#[test]
fn programs_without_async_get_tokens_too() {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_all().build().expect("a runtime");
    let server = runtime.block_on(server(2));
    let provider = Arc::<Counter>::default();
    let client = client(&server, &provider);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let call = client.request(Method::POST, "/");
                call.send_blocking().expect("an answer");
            });
        }
    });
    assert_eq!(provider.rounds(), 2);
}

#[tokio::test]
async fn a_request_is_built_with_the_token_that_is_there() {
    let provider = Arc::<Counter>::default();
    let server = server(1).await;
    let client = client(&server, &provider);
    let build = || client.request(Method::GET, "/").build().expect("a request");
    assert!(!build().headers().contains_key("authorization"));
    client.request(Method::GET, "/").await.expect("an answer");
    let request = build();
    assert_eq!(request.headers()["authorization"], "Bearer token-1");
    assert!(request.headers()["authorization"].is_sensitive());
}

#[tokio::test]
async fn nobody_is_asked_for_what_a_call_brings_itself() {
    for (scheme, name) in [
        ("oauth", "authorization"),
        ("header", "X-Token"),
        ("query", "token"),
        ("cookie", "cookie"),
    ] {
        let provider = Arc::<Counter>::default();
        let server = server(8).await;
        let client = build(builder(&server, scheme, &provider));
        for token in ["token-7", "token-8"] {
            let call = client.request(Method::GET, "/");
            let call = match scheme {
                "query" => call.query(name, token),
                "cookie" => call.header(name, &format!("a=b; token={token}")),
                _ => call.header(name, token),
            };
            assert_eq!(call.send().await.is_ok(), token == "token-8", "{scheme}");
        }
        assert_eq!(provider.rounds(), 0, "{scheme}");
        assert_eq!(numbers(&server).await, [7, 8], "{scheme}");
    }
}

#[tokio::test]
async fn a_token_that_cannot_be_sent_is_no_token() {
    struct Broken;
    impl TokenProvider for Broken {
        fn token<'a>(&'a self, _: Option<&'a Secret>) -> BoxFuture<'a, Result<Secret, BoxError>> {
            future::ready(Ok("hunter2\n".into())).boxed()
        }
    }
    let client = build(ClientBuilder::new(&API).credential("oauth", Broken));
    let error = failure(client.request(Method::GET, "/").await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Token, 0));
    assert!(!format!("{error:?}").contains("hunter2"));
    let source = StdError::source(&error).map(ToString::to_string);
    assert!(
        source.is_some_and(|source| source.contains("white space") && !source.contains("hunter2"))
    );
}

#[test]
fn providers_give_tokens_only() {
    let builder = ClientBuilder::new(&API).credential("login", Counter::default());
    let error = failure(builder.build());
    assert!(error.to_string().contains("`login`"), "{error}");
}
