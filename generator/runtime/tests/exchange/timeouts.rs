//! Time limits, and calls that are dropped.

use std::time::Duration;

use bindery_runtime::{CallOptions, ErrorKind, Method, RawCall, Retries};
use tokio::io::AsyncReadExt;
#[cfg(target_os = "linux")]
use tokio::net::{TcpListener, TcpSocket, TcpStream};

use super::clock::TestClock;
use super::fixture::{build, builder, client, failure};
use super::server::{accept, hanging, listen, requests};

const MINUTE: Duration = Duration::from_secs(60);

#[tokio::test]
async fn attempts_and_calls_have_their_limits() {
    type Change = fn(RawCall) -> RawCall;
    let table: [(Method, Change, u32, &str); 5] = [
        (Method::POST, |call| call, 1, "within 60s"),
        // The second attempt has what the first one and the wait have left.
        (Method::GET, |call| call, 2, "within 120s"),
        (
            Method::GET,
            |call| call.timeout(10 * MINUTE),
            3,
            "within 60s",
        ),
        (
            Method::GET,
            |call| call.timeout(MINUTE / 2 + MINUTE / 6),
            1,
            "within 40s",
        ),
        (
            Method::POST,
            |call| call.attempt_timeout(MINUTE / 4 * 3),
            1,
            "within 45s",
        ),
    ];
    for (method, change, attempts, message) in table {
        let clock = TestClock::default();
        let server = hanging(&clock).await;
        let call = client(&server.uri(), &clock).request(method.clone(), "/");
        let error = failure(change(call).send().await);
        assert_eq!(error.kind(), ErrorKind::Timeout);
        assert_eq!(error.attempts(), attempts, "{method}: {error}");
        assert_eq!(requests(&server).await.len(), attempts as usize);
        assert_eq!(error.is_retryable(), method == Method::GET);
        assert!(error.to_string().contains(message), "{error}");
    }
}

#[tokio::test]
async fn the_client_sets_them_for_all_calls() {
    let clock = TestClock::default();
    let server = hanging(&clock).await;
    let builder = builder(&server.uri(), &clock).attempt_timeout(5 * MINUTE);
    let client = build(builder.timeout(3 * MINUTE));
    let error = failure(client.request(Method::GET, "/").send().await);
    let message = error.to_string();
    assert!(
        message.contains("within 180s") && message.contains("`timeout`"),
        "{message}"
    );
}

/// The kernel answers no further connection once as many wait to be accepted as the listener allows, and one.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_connection_that_is_not_taken_is_given_up() {
    let (listener, _waiting) = busy().await;
    let address = listener.local_addr().expect("an address");
    let builder = builder(&format!("http://{address}"), &TestClock::default());
    let client = build(builder.connect_timeout(Duration::from_millis(20)));
    let call = client.request(Method::POST, "/").retries(Retries::NONE);
    let error = failure(call.send().await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connect, 1));
    assert!(error.is_connect() && error.is_retryable(), "{error:?}");
    assert!(error.to_string().contains("nothing was sent"), "{error}");
}

/// A listener that takes no connection any more, and those that it has taken.
#[cfg(target_os = "linux")]
async fn busy() -> (TcpListener, [TcpStream; 2]) {
    let socket = TcpSocket::new_v4().expect("a socket");
    let address = ([127, 0, 0, 1], 0).into();
    socket.bind(address).expect("a port");
    let listener = socket.listen(1).expect("a listener");
    let address = listener.local_addr().expect("an address");
    let connect = || async { TcpStream::connect(address).await.expect("a connection") };
    (listener, [connect().await, connect().await])
}

#[tokio::test]
async fn dropping_a_call_closes_its_connection() {
    let (listener, address) = listen().await;
    let client = client(&address, &TestClock::default());
    let call = client.request(Method::POST, "/").send();
    let mut stream = tokio::select! {
        result = call => panic!("{result:?}"),
        stream = accept(&listener) => stream,
    };
    // Neither an answer nor a reset can come but from the other end's being gone.
    let rest = stream.read(&mut [0; 16]).await;
    assert!(rest.is_err() || rest.is_ok_and(|length| length == 0));
}
