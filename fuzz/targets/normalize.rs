//! Bytes in each encoding: decoded and normalized; normalized once more, a line stays as it is.
#![no_main]

use kehoach::{
    ingest::{self, Options, encoding::Encoding},
    normalize::{self, Mapped, STEPS},
};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if !ingest::sniff(bytes, "plan.txt".as_ref()).is_ok_and(|format| ingest::tools(format).is_empty()) {
        return;
    }
    for encoding in Encoding::ALL.into_iter().map(Some).chain([None]) {
        let options = Options { encoding, ..Options::default() };
        let Ok(raw) = ingest::read(bytes, "plan.txt".as_ref(), &options) else { continue };
        normalize::lines(&raw);
        for line in &raw.lines {
            let once = normalized(&line.text);
            assert_eq!(once, normalized(&once), "{encoding:?}");
        }
    }
});

fn normalized(line: &str) -> String {
    let mut text = Mapped::new(line, 0);
    for step in STEPS {
        (step.apply)(&mut text);
    }
    text.as_str().to_owned()
}
