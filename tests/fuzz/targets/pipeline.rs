//! What makes a crate of any bytes. See `bindery_fuzz::pipeline`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bindery_fuzz::pipeline(bytes));
