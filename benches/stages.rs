//! What each stage costs on the composed plans of the corpus: `cargo bench --bench stages`.

use std::{fs, path::Path};

use divan::{Bencher, counter::BytesCount};
use kehoach::{
    extract::{self, Finding, View},
    ingest::{self, RawDocument},
    layout::{self, Layout},
    normalize,
    pipeline::Pipeline,
    sections::{self, SectionTree},
};

fn main() {
    divan::main();
}

/// The plans of the corpus.
fn plans() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/plans");
    let files = fs::read_dir(folder).expect("the corpus").map(|entry| entry.expect("an entry").path());
    let plans = files.filter(|path| path.extension().is_none_or(|e| e != "json"));
    plans.map(|path| fs::read(path).expect("a plan")).collect()
}

fn read(bytes: &[u8]) -> RawDocument<'_> {
    ingest::read(bytes, "plan.txt".as_ref(), &ingest::Options::default()).expect("text")
}

fn laid_out(bytes: &[u8]) -> Layout {
    layout::layout(normalize::lines(&read(bytes)))
}

fn with_tree(bytes: &[u8]) -> (Layout, SectionTree) {
    let layout = laid_out(bytes);
    let tree = sections::read(&layout);
    (layout, tree)
}

/// Times a step over all plans; what comes before it is prepared once.
fn time<P, R>(bencher: Bencher, prepare: impl Fn(&[u8]) -> P, step: impl Fn(&P) -> R + Sync)
where
    P: Sync,
{
    let plans = plans();
    let prepared: Vec<P> = plans.iter().map(|plan| prepare(plan)).collect();
    let bytes: usize = plans.iter().map(Vec::len).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        for one in &prepared {
            divan::black_box(step(one));
        }
    });
}

#[divan::bench]
fn a_ingest(bencher: Bencher) {
    time(bencher, <[u8]>::to_vec, |bytes| read(bytes).lines.len());
}

#[divan::bench]
fn b_ingest_and_normalize(bencher: Bencher) {
    time(bencher, <[u8]>::to_vec, |bytes| normalize::lines(&read(bytes)));
}

#[divan::bench]
fn c_up_to_layout(bencher: Bencher) {
    time(bencher, <[u8]>::to_vec, |bytes| laid_out(bytes));
}

#[divan::bench]
fn d_sections(bencher: Bencher) {
    time(bencher, laid_out, sections::read);
}

#[divan::bench]
fn e_metadata(bencher: Bencher) {
    time(bencher, with_tree, |(layout, tree)| extract::metadata::read(layout, tree));
}

/// Times a family of rules.
fn family<T>(bencher: Bencher, find: impl Fn(View) -> Vec<Finding<T>> + Sync) {
    time(bencher, with_tree, |(layout, tree)| {
        find(View { text: &layout.text, tree, title: None, issued_year: Some(2024), directs: false, recognized: false })
    });
}

#[divan::bench]
fn f_targets(bencher: Bencher) {
    family(bencher, extract::targets::find);
}

#[divan::bench]
fn g_deadlines(bencher: Bencher) {
    family(bencher, extract::deadlines::find);
}

#[divan::bench]
fn h_assignments(bencher: Bencher) {
    family(bencher, |view| extract::assignments::find(view, |words| view.text.at(words).to_owned()));
}

#[divan::bench]
fn i_citations(bencher: Bencher) {
    family(bencher, extract::citations::find);
}

#[divan::bench]
fn j_whole(bencher: Bencher) {
    let pipeline = Pipeline::default();
    time(bencher, <[u8]>::to_vec, move |bytes| pipeline.extract(bytes, "plan.txt".as_ref()).is_ok());
}

#[divan::bench]
fn k_json(bencher: Bencher) {
    let pipeline = Pipeline::default();
    let record = move |bytes: &[u8]| pipeline.extract(bytes, "plan.txt".as_ref()).expect("a plan");
    time(bencher, record, |plan| serde_json::to_vec(plan).expect("JSON").len());
}
