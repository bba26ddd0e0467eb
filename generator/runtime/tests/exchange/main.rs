//! How calls are sent: attempts, time, options and transports. On the wire, with a clock that does not wait.

mod blocking;
mod chunks;
mod clock;
mod environments;
mod errors;
mod events;
mod fixture;
mod options;
mod paging;
mod parsing;
mod retries;
mod rules;
mod server;
mod streams;
mod timeouts;
mod tokens;
mod transports;

use bindery_runtime as runtime;
