//! What reads any bytes as a document. See `bindery_fuzz::load`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bindery_fuzz::load(bytes));
