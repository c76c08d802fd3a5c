//! The project's own commands. `cargo xtask --help` is their manual.

mod app;
mod commands;
mod demo;
mod endpoint;
mod fault;
mod look;
mod place;
mod process;
mod say;
mod size;
mod test;
#[cfg(test)]
mod tidy;
mod tools;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use fault::Outcome;
use place::Place;

/// Everything there is to do with this project: build it, try it, test it.
///
/// What a command needs and the machine does not have is installed into one folder: FURIKAERI_TOOLS, or
/// ~/.cache/furikaeri/tools. What is on PATH in the right version is used as it is.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Show it: build, load an example programme, and let simulated phones answer while you watch
    ///
    /// One session is open. Some twenty phones answer it through the real API within a minute, some correcting
    /// themselves, some skipping a question. Two places are left for phones in your hands: scan the QR code.
    Demo(commands::demo::Arguments),
    /// Build, and run the endpoint with the app inside
    Serve(commands::serve::Arguments),
    /// Build the one binary with the app inside, `target/release/furikaeri`
    Build,
    /// Build what needs no endpoint: a folder for any web space, and a zip of it, in `target/dist`
    Dist,
    /// Test everything: formats, lints, unit and property tests, sizes, and journeys in three browsers
    ///
    /// The last line is `N passed, N failed`.
    Test(commands::test::Arguments),
    /// Take the pictures of the guides and the documents anew, of the real screens
    Pictures,
    /// Print what a phone downloads, and hold it against its budget
    Size,
    /// Install what is missing for building, or for testing too
    Setup(commands::setup::Arguments),
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(code) => code,
        Err(fault) => {
            say::fault(fault);
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Outcome<ExitCode> {
    let place = Place::find()?;
    match command {
        Command::Demo(arguments) => commands::demo::run(&place, &arguments)?,
        Command::Serve(arguments) => commands::serve::run(&place, &arguments)?,
        Command::Build => commands::build::run(&place)?,
        Command::Dist => commands::dist::run(&place)?,
        Command::Test(arguments) => return commands::test::run(&place, &arguments),
        Command::Pictures => commands::pictures::run(&place)?,
        Command::Size => commands::size::run(&place)?,
        Command::Setup(arguments) => commands::setup::run(&place, &arguments)?,
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_manual_is_whole() {
        Arguments::command().debug_assert();
    }
}
