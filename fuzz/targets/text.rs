//! Plain text through the whole pipeline.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &[u8]| kehoach_fuzz::read(text, "plan.txt"));
