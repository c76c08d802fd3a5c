//! `cargo run -p journeys -- --app target/release/furikaeri [--pictures] [FILTER] [options of cargo's test binaries]`

use std::process::ExitCode;

fn main() -> ExitCode {
    match journeys::runner::run(std::env::args()) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::from(2)
        }
    }
}
