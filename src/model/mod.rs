//! The record: what one document becomes. These types are the only source of `schemas/plan.schema.json`.
//!
//! A flat list for each kind of fact, in reading order, each fact pointing at its section and at its words, loads
//! straight into a data frame and can always be checked.

mod diagnostic;
mod document;
mod fact;
mod pattern;
mod plan;
mod section;

pub use diagnostic::{Diagnostic, Severity};
pub use document::{Attached, Document, DocumentType, Evidence, Signer};
pub use fact::{
    Assignment, AssignmentFact, Citation, CitationFact, CitationRelation, Comparator, Deadline, DeadlineFact,
    DeadlineRelation, Direction, Fact, Place, Role, Target, TargetFact, TargetRole,
};
pub use plan::{Plan, SCHEMA_VERSION, Source, schema};
pub use section::{Footnote, Locator, Section, SectionKind, Span, Table};
