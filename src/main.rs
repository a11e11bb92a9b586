//! The command line; see `kehoach --help`.

fn main() -> std::process::ExitCode {
    kehoach::cli::run()
}
