//! From findings to the record: mentions merged, references to sections resolved, ids given.

pub mod citations;
pub mod task_refs;
