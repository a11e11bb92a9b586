//! A web page through the whole pipeline.
#![no_main]

libfuzzer_sys::fuzz_target!(|page: &[u8]| kehoach_fuzz::read(page, "plan.html"));
