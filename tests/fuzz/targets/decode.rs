//! What reads any bytes as a body. See `bindery_fuzz::decode`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bindery_fuzz::decode(bytes));
