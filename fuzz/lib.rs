//! What every fuzz target asks of an input: no panic, and each record keeps the rules of records.

use kehoach::{ingest, pipeline::Pipeline, validate};

/// Reads the document that the file `name` holds. Pages and old office files are read by other programs first, which have
/// fuzzers of their own: they are left out.
///
/// # Panics
/// When a record breaks a rule.
pub fn read(bytes: &[u8], name: &str) {
    if !ingest::sniff(bytes, name.as_ref()).is_ok_and(|format| ingest::tools(format).is_empty()) {
        return;
    }
    for document in Pipeline::default().documents(bytes, name.as_ref()) {
        let Ok(plan) = document.record else { continue };
        let problems = validate::problems(&serde_json::to_value(plan).expect("a record is JSON"));
        assert!(problems.is_empty(), "{name}: {}", problems[0]);
    }
}
