//! Turns Vietnamese government plan documents (*kế hoạch*) into data that people can trust.

pub mod agency;
pub mod cli;
pub mod error;
pub mod eval;
pub mod extract;
pub mod ingest;
pub mod layout;
pub mod lexicon;
pub mod model;
pub mod normalize;
pub mod output;
pub mod pipeline;
pub mod resolve;
pub mod sections;
pub mod text;
pub mod validate;
pub mod value;
