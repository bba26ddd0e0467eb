//! Calls, from their parts to their results: on the wire wherever that makes a difference.

mod answers;
mod clients;
mod credentials;
mod fixture;
mod headers;
mod multipart;
mod parameters;
mod raw;
mod requests;
mod secrets;
mod wire;
