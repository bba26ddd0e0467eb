//! What reads any answer of a server. See `bindery_fuzz::answer`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bindery_fuzz::answer(bytes));
