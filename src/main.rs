//! 台账: see the crate documentation in `lib.rs` for the map of the house.

use std::process::ExitCode;

fn main() -> ExitCode {
    taizhang::cli::main(std::env::args_os())
}
