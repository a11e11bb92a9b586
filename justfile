# `just` lists the recipes.
_default:
    @just --list

# The program, without optimizations
build:
    cargo build

# All tests
test:
    cargo test

# Formatting, lints and licences, as a change must pass them
lint:
    cargo fmt --check
    cargo clippy --all-targets -- --deny warnings
    cargo deny check

# The scores on the plans of corpus/ against the recorded ones
corpus:
    cargo test --test corpus

# Write schemas/plan.schema.json anew from the types
schema:
    KEHOACH_BLESS=1 cargo test --test schema

# The rules over the sections of the gold, compared with the gold; `just eval corpus targets` lists what was missed
eval gold="corpus" misses="all":
    cargo run --quiet --example from_gold -- {{ gold }} target/eval
    cargo run --quiet -- eval {{ gold }} target/eval --misses {{ misses }}

# The documentation of the library, in the browser
doc:
    cargo doc --no-deps --open
