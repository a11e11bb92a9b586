//! The command line. One file a subcommand: its arguments, and what it does with them.
//!
//! To add one: a file with `Args` and `run`, a line in `Command` and a line in `Command::run`.

mod doctor;
mod eval;
pub mod explain;
mod extract;
mod schema;
mod validate;

use std::{io, process::ExitCode};

use clap::{Parser, Subcommand};

/// How a command ended. `2` is also what a wrong argument gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Exit {
    /// All is well.
    Success = 0,
    /// The command ran and found problems in what it was given.
    Problems = 1,
    /// Something could not be read or done.
    Failure = 2,
}

/// Turns Vietnamese government plan documents (kế hoạch) into data that people can trust.
#[derive(Debug, Parser)]
#[command(name = "kehoach", version, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Extract(extract::Args),
    Explain(explain::Args),
    Validate(validate::Args),
    Eval(eval::Args),
    Schema(schema::Args),
    Doctor(doctor::Args),
}

impl Command {
    fn run(&self) -> anyhow::Result<Exit> {
        match self {
            Self::Extract(args) => extract::run(args),
            Self::Explain(args) => explain::run(args),
            Self::Validate(args) => validate::run(args),
            Self::Eval(args) => eval::run(args),
            Self::Schema(args) => schema::run(args),
            Self::Doctor(args) => doctor::run(args),
        }
    }
}

/// Reads the arguments, runs the command, says what went wrong.
pub fn run() -> ExitCode {
    let exit = Cli::parse().command.run().unwrap_or_else(|error| {
        if is_broken_pipe(&error) {
            return Exit::Success;
        }
        anstream::eprintln!("kehoach: {error:#}");
        Exit::Failure
    });
    ExitCode::from(exit as u8)
}

/// Whoever reads our output has had enough (`kehoach … | head`): no failure of ours.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let kind = |cause: &(dyn std::error::Error + 'static)| {
        let io = cause.downcast_ref().map(io::Error::kind);
        io.or_else(|| cause.downcast_ref().and_then(serde_json::Error::io_error_kind))
    };
    error.chain().any(|cause| kind(cause) == Some(io::ErrorKind::BrokenPipe))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_sound() {
        super::Cli::command().debug_assert();
    }
}
