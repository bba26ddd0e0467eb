//! What writes and reads any values of generated types. See `bindery_fuzz::values`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bindery_fuzz::values(bytes));
