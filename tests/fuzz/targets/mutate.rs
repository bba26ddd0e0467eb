//! What makes crates of documents with changes anywhere. See `bindery_fuzz::mutate`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bindery_fuzz::mutate(bytes));
