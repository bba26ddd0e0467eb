//! How calls are sent: attempts, time, options, transports, and what can be seen of it. On the wire, with a
//! clock that does not wait.

mod clock;
mod errors;
mod fixture;
mod options;
mod paging;
mod retries;
mod server;
mod timeouts;
mod traces;
mod transports;

use bindery_runtime as runtime;
