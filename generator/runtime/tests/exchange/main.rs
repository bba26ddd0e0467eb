//! How calls are sent: attempts, time, options and transports. On the wire, with a clock that does not wait.

mod blocking;
mod clock;
mod environments;
mod errors;
mod fixture;
mod options;
mod paging;
mod retries;
mod rules;
mod server;
mod timeouts;
mod tokens;
mod transports;

use bindery_runtime as runtime;
