//! `cargo xtask test`: everything, and its count in the last line.

use std::process::ExitCode;
use std::time::Instant;

use clap::ValueEnum;

use crate::fault::Outcome;
use crate::place::Place;
use crate::say;
use crate::test::{Count, Part, Session};

/// What to test.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Only these parts
    #[arg(long, value_name = "PART", value_enum, num_args = 1..)]
    only: Vec<Part>,
}

/// Runs all parts, whatever becomes of each, and says at the end what failed and what to do.
pub(crate) fn run(place: &Place, arguments: &Arguments) -> Outcome<ExitCode> {
    let begun = Instant::now();
    let mut session = Session::new(place);
    let mut all = Count::default();
    let mut failures = Vec::new();
    let mut built = true;
    for part in Part::value_variants().iter().filter(|part| wanted(arguments, **part)) {
        // Without a binary of today these would test yesterday's.
        if !built && matches!(part, Part::Size | Part::Journeys) {
            all += Count::one(false);
            failures.push(format!("{}: not run, because the binary was not built", part.name()));
            continue;
        }
        let (count, outcome) = part.run(&mut session);
        all += count;
        if let Err(fault) = &outcome {
            built &= *part != Part::Build;
            failures.push(format!("{}: {fault}\n  → {}", part.name(), part.remedy()));
        } else if count.failed > 0 {
            failures.push(format!("{}: no test ran\n  → {}", part.name(), part.remedy()));
        }
    }
    say::line(format_args!("\nall of it took {}", say::span(begun.elapsed())));
    for failure in &failures {
        say::line(format_args!("✗ {failure}"));
    }
    say::line(all);
    Ok(if all.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn wanted(arguments: &Arguments, part: Part) -> bool {
    arguments.only.is_empty() || arguments.only.contains(&part)
}
