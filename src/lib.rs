//! Turns Vietnamese government plan documents (*kế hoạch*) into data that people can trust.
//!
//! ```text
//! bytes ─ ingest ─▶ RawDocument ─ normalize ─▶ NormalLines ─ layout ─▶ Layout ─ sections ─▶ SectionTree
//!                                                                                   │
//!              JSON ◀─ output ─ Plan ◀─ resolve ─ Findings ◀─ extract (by rule families)
//! ```
//!
//! Promises:
//!
//! 1. After `ingest` nothing fails, whatever the bytes; what a reader should know is a diagnostic.
//! 2. Every fact carries its section, its words, their place and the id of the rule that found it.
//! 3. Never guess: what the words do not say is `null`.
//! 4. Words are data (`src/lexicon/data`), sentence shapes are code (`extract`).
//! 5. The same input gives the same bytes, whatever the number of threads.
//! 6. Only `output` and `cli` write; only `ingest`, `batch` and `cli` read.
//! 7. No rule and no list knows a document.
//!
//! ```
//! use kehoach::pipeline::Pipeline;
//!
//! let text = "KẾ HOẠCH\nTrồng cây năm 2025\n\nI. MỤC TIÊU\nĐến hết năm 2025, ít nhất 65% số xã trồng cây phân tán.\n";
//! let plan = Pipeline::default().extract(text.as_bytes(), "trong-cay.txt".as_ref())?;
//! let target = &plan.targets[0];
//! assert_eq!((target.value.value, target.value.by.as_deref()), (65.0, Some("2025")));
//! assert_eq!((target.place.section.as_deref(), target.place.rule.as_str()), (Some("I"), "targets.rate"));
//! # Ok::<(), kehoach::error::Error>(())
//! ```

// in the order of the data
pub mod error;
pub mod text;

pub mod lexicon;
pub mod value;

pub mod model;

pub mod agency;
pub mod extract;
pub mod ingest;
pub mod layout;
pub mod normalize;
pub mod resolve;
pub mod sections;

pub mod eval;
pub mod output;
pub mod validate;

pub mod pipeline;

pub mod batch;

pub mod cli;
