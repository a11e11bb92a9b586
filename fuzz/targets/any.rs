//! Bytes whose content alone says what they are: archives and Word files among them.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| kehoach_fuzz::read(bytes, "plan"));
