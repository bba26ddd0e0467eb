//! Servers on loopback.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::time::Duration;

use tokio::io::AsyncReadExt;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, Request, Respond, ResponseTemplate};

use super::clock::TestClock;

/// Longer than any test.
const NEVER: Duration = Duration::from_secs(3600);

/// A server that gives these answers in turn, the last one for ever.
pub(crate) async fn answering(answers: impl IntoIterator<Item = ResponseTemplate>) -> MockServer {
    serve(Script(Mutex::new(answers.into_iter().collect()))).await
}

/// A server that gives these statuses in turn, the last one for ever.
pub(crate) async fn statuses(statuses: &[u16]) -> MockServer {
    answering(statuses.iter().map(|status| ResponseTemplate::new(*status))).await
}

/// A server that answers too late: the time limit runs out once a request is there.
pub(crate) async fn hanging(clock: &TestClock) -> MockServer {
    serve(Hanging(clock.clone())).await
}

async fn serve(answer: impl Respond + 'static) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(answer).mount(&server).await;
    server
}

/// What has arrived.
pub(crate) async fn requests(server: &MockServer) -> Vec<Request> {
    server.received_requests().await.expect("recorded requests")
}

struct Script(Mutex<VecDeque<ResponseTemplate>>);

impl Respond for Script {
    fn respond(&self, _: &Request) -> ResponseTemplate {
        let mut answers = self.0.lock().expect("the lock");
        if answers.len() > 1 {
            answers.pop_front()
        } else {
            answers.front().cloned()
        }
        .expect("an answer")
    }
}

struct Hanging(TestClock);

impl Respond for Hanging {
    fn respond(&self, _: &Request) -> ResponseTemplate {
        self.0.run_out();
        ResponseTemplate::new(200).set_delay(NEVER)
    }
}

/// A port, and its address.
pub(crate) async fn listen() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    (listener, format!("http://{address}"))
}

/// An address at which nobody listens, as long as its socket is kept: its port can't be taken by others meanwhile.
pub(crate) fn nobody() -> (TcpSocket, String) {
    let socket = TcpSocket::new_v4().expect("a socket");
    let port = socket.bind(([127, 0, 0, 1], 0).into());
    let address = port.and_then(|()| socket.local_addr()).expect("a port");
    (socket, format!("http://{address}"))
}

/// The next request, whole: those of the tests fit into a buffer.
pub(crate) async fn accept(listener: &TcpListener) -> TcpStream {
    let (mut stream, _) = listener.accept().await.expect("a connection");
    let length = stream.read(&mut [0; 4096]).await.expect("a request");
    assert_ne!(length, 0, "a connection without a request");
    stream
}
