# `just` lists the recipes.
_default:
    @just --list

# The program, optimized
build:
    cargo build --release

# All tests
test:
    cargo test

# All that a change must pass
ci:
    .ci/run

# Formatting, lints and licences
lint:
    cargo fmt --check
    cargo clippy --all-targets -- --deny warnings
    cargo deny check

# Records of the composed plans in out/, and how accurate they are; `just eval assignments` lists what was missed
eval misses="":
    cargo run --release --quiet -- extract corpus/plans -o out
    cargo run --release --quiet -- eval corpus/plans out {{ if misses == "" { "" } else { "--misses " + misses } }}

# The rules alone, over the sections of the gold: what the text stages lose shows as the difference to `just eval`
eval-rules misses="all":
    cargo run --quiet --example from_gold -- corpus/plans target/eval
    cargo run --quiet -- eval corpus/plans target/eval --misses {{ misses }}

# What each stage costs
bench:
    cargo bench --bench stages

# The program beside the floor, an empty process and a Python script, on a corpus made in FOLDER
bench-corpus folder files="2000":
    cargo build --release --bin kehoach --examples
    cargo run --release --quiet --example bench-corpus -- {{ folder }} {{ files }}

# Memory, rate and open files of one run over many short plans, made in FOLDER
bench-scale folder files="100000":
    cargo build --release --bin kehoach --examples
    cargo run --release --quiet --example bench-corpus -- --scale {{ folder }} {{ files }}

# Write anew what is generated: the schema, the recorded scores, the tables of the README, the snapshot
bless:
    KEHOACH_BLESS=1 cargo test --test schema --test ratchet --test docs
    INSTA_UPDATE=always cargo test --test pipeline one_whole_record

# Damaged documents through the whole pipeline, as many as that and from a number on
mutations count="100000" from="0":
    KEHOACH_MUTATIONS={{ count }} KEHOACH_MUTATION_FROM={{ from }} cargo test --test mutations -- --nocapture

# Property tests over made-up inputs that no run has seen; `cargo test` has the same ones each time
search cases="10000":
    PROPTEST_RNG_SEED=$(od -An -N4 -tu4 /dev/urandom | tr -d ' ') PROPTEST_CASES={{ cases }} cargo test --test pipeline sound_record

# Coverage-guided fuzzing of a target in fuzz/targets; needs cargo-fuzz, a nightly compiler and unzip
fuzz target seconds="600":
    mkdir -p fuzz/corpus/{{ target }} fuzz/corpus/word
    # what the target of Word files reads is their body
    for file in fixtures/formats/*.docx; do unzip -p "$file" word/document.xml > "fuzz/corpus/word/$(basename "$file").xml"; done
    cargo +nightly fuzz run --sanitizer none {{ target }} fuzz/corpus/{{ target }} \
        {{ if target == "word" { "" } else { "corpus/plans fixtures/formats" } }} -- \
        -dict=fuzz/words.dict -max_len=8192 -timeout=10 -max_total_time={{ seconds }}

# The pictures of the README anew, in headless Chromium
screenshots:
    cargo test --test browser of_the_readme -- --ignored

# The documentation of the library, in the browser
doc:
    cargo doc --no-deps --open
