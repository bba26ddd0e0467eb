//! What writes any values of parameters. See `bindery_fuzz::request`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bindery_fuzz::request(bytes));
