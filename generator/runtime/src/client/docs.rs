//! What the steps of a builder do: said once, for the runtime's own builder and for the emitted ones.

/// The docs of a step, by its name.
#[doc(hidden)]
#[macro_export]
macro_rules! __builder_docs {
    (from_env) => {
        "Reads what has not been given yet from the environment: the variable of each credential, and that of \
         the base URL. A variable that is empty counts as not set.\n\n\
         `build` fails if the API has security schemes and there is no credential for any of them."
    };
    (base_url) => {
        "Another address than the documented one, with or without a trailing slash; a path is kept as a \
         prefix. It must be `https`, except on loopback."
    };
    (allow_http) => {
        "Accepts a base URL with plain `http` outside of loopback. Default: refused.\n\n\
         Whoever can listen in on the network can then read credentials and answers, and change them."
    };
    (timeout) => {
        "How long a call may take as a whole, with all its attempts and the waits between them; if the answer \
         is a stream, until it begins. Default: 120 seconds."
    };
    (attempt_timeout) => {
        "How long each attempt may take, from connecting to the last byte of the answer; if that is a stream, \
         until it begins. Default: 60 seconds."
    };
    (idle_timeout) => {
        "How long a stream that has begun may be silent while it is waited for. Default: 120 seconds."
    };
    (connect_timeout) => {
        "How long connecting may take. Default: 10 seconds.\n\n\
         Connections are shared by calls, so no call has a limit of its own. A transport of the caller's has \
         its own as well: this one is for the transport that comes with the crate."
    };
    (retries) => {
        "How often and when a failed call is tried again. Default: up to twice, and nothing is done twice."
    };
    (max_response_bytes) => {
        "How large the body of an answer may be, in bytes; of a stream of events, each event. Default: 32 MiB. \
         A larger one is an error, and is not read to its end."
    };
    (transport) => {
        "Another transport than the one that comes with the crate, or one around it: for middleware, for \
         tests, or for a `reqwest::Client` of your own (`ReqwestTransport::from`)."
    };
    (clock) => {
        "Another source of time and of randomness than the system's: for tests that don't wait, and for \
         programs without tokio."
    };
}

pub use __builder_docs as builder_docs;
