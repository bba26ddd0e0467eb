//! An HTTP server on the loopback interface that gives one answer to everything, and allocates nothing while it does, so
//! that what is counted is the clients'.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;

/// Starts a server that answers with a body of JSON for as long as the process runs, and gives back its address.
pub(crate) fn start(body: &str) -> String {
    let answer = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let address = listener.local_addr().expect("an address");
    thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let answer = answer.clone();
            thread::spawn(move || serve(stream, answer.as_bytes()));
        }
    });
    format!("http://{address}")
}

/// Answers one connection's requests until it is closed.
fn serve(mut stream: TcpStream, answer: &[u8]) {
    _ = stream.set_nodelay(true);
    let mut buffer = [0; 16 * 1024];
    let mut filled = 0;
    while let Ok(count @ 1..) = stream.read(&mut buffer[filled..]) {
        filled += count;
        if is_whole(&buffer[..filled]) {
            filled = 0;
            if stream.write_all(answer).is_err() {
                return;
            }
        }
    }
}

/// Whether a request has come in as a whole: its head, and as much of a body as the head says.
fn is_whole(received: &[u8]) -> bool {
    let Some(end) = received.windows(4).position(|window| window == b"\r\n\r\n") else {
        return false;
    };
    let head = str::from_utf8(&received[..end]).unwrap_or_default();
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        let is_length = name.eq_ignore_ascii_case("content-length");
        is_length.then(|| value.trim().parse().ok())?
    });
    received.len() >= end + 4 + length.unwrap_or(0)
}
