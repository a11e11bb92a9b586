//! A process that does nothing: what starting one costs, the measure of a cold start in `bench-corpus`.

fn main() {}
