//! `cargo xtask setup`: what is missing is installed.

use crate::fault::Outcome;
use crate::place::Place;
use crate::say;
use crate::tools::Tools;

/// What to set up for.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Also what the journeys need: browsers, their drivers, Japanese fonts (through apt, as root or with sudo)
    #[arg(long)]
    tests: bool,
}

/// Installs what is missing.
pub(crate) fn run(place: &Place, arguments: &Arguments) -> Outcome {
    Tools::for_building(place)?;
    if arguments.tests {
        Tools::for_journeys(place)?;
        Tools::design_tokens(place)?;
    }
    say::line("everything is there");
    Ok(())
}
