//! The command line; see `kehoach --help`.
fn main() {}
