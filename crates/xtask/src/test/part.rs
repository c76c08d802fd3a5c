//! The parts of the whole test, in order: the quick ones first.

use clap::ValueEnum;

use super::Count;
use crate::commands::{build, dist};
use crate::fault::{Fault, Outcome};
use crate::look;
use crate::place::Place;
use crate::process::Run;
use crate::say;
use crate::size;
use crate::tools::Tools;

const WASM: &str = "wasm32-unknown-unknown";
/// The package of the browser app, which is built for the browser only.
const APP: &str = "furikaeri";

/// A part that can be run by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// Formats
    Fmt,
    /// Lints of all that runs on the host
    Clippy,
    /// Lints of the browser app
    ClippyApp,
    /// The domain builds for the browser by itself
    Wasm,
    /// Unit, property and endpoint tests
    Unit,
    /// The style sheet's values are the design system's
    Tokens,
    /// The one binary is built
    Build,
    /// Nothing is over its budget
    Size,
    /// Journeys in three browsers against the binary
    Journeys,
}

/// What the parts share: tools are looked for once.
pub(crate) struct Session<'p> {
    place: &'p Place,
    building: Option<Outcome<Tools>>,
}

impl<'p> Session<'p> {
    /// Nothing looked for yet.
    pub(crate) fn new(place: &'p Place) -> Self {
        Self { place, building: None }
    }

    fn building(&mut self) -> Outcome<Tools> {
        let place = self.place;
        self.building.get_or_insert_with(|| Tools::for_building(place)).clone()
    }
}

impl Part {
    /// What it is, in a few words.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Fmt => "formats",
            Self::Clippy => "lints of all that runs on the host",
            Self::ClippyApp => "lints of the browser app",
            Self::Wasm => "the domain builds for the browser",
            Self::Unit => "unit, property and endpoint tests",
            Self::Tokens => "the design system's values",
            Self::Build => "the binary is built",
            Self::Size => "sizes",
            Self::Journeys => "journeys in three browsers",
        }
    }

    /// What to do when it fails.
    pub(crate) fn remedy(self) -> &'static str {
        match self {
            Self::Fmt => "cargo fmt --all",
            Self::Clippy | Self::ClippyApp => "mend what clippy names above",
            Self::Wasm => "keep crates/survey free of what a browser has not",
            Self::Unit => "read the failures above; cargo test NAME runs one again",
            Self::Tokens => "mend style/tokens.css",
            Self::Build => "read what stands above; cargo xtask build runs it again",
            Self::Size => "see the table above",
            Self::Journeys => "pictures of each failure are in target/journeys",
        }
    }

    /// Runs it; how its tests went, and what went wrong.
    pub(crate) fn run(self, session: &mut Session<'_>) -> (Count, Outcome) {
        let mut own = Count::default();
        let outcome = say::step(self.name(), || self.work(session, &mut own));
        let count = match self {
            Self::Unit | Self::Journeys => own.of_part(outcome.is_ok()),
            _ => Count::one(outcome.is_ok()),
        };
        (count, outcome)
    }

    fn work(self, session: &mut Session<'_>, own: &mut Count) -> Outcome {
        let place = session.place;
        let cargo = |args: &[&str]| Run::new("cargo").args(args).within(&place.root);
        let deny = ["--", "--deny", "warnings"];
        let host = ["--workspace", "--exclude", APP];
        let app = ["--package", APP, "--target", WASM, "--lib", "--bins"];
        let mut count = |line: &str| {
            if let Some(count) = Count::in_line(line) {
                *own += count;
            }
        };
        match self {
            Self::Fmt => cargo(&["fmt", "--all", "--check"]).show(),
            Self::Clippy => cargo(&["clippy", "--all-targets"]).args(host).args(deny).show(),
            Self::ClippyApp => {
                session.building()?;
                cargo(&["clippy"]).args(app).args(deny).show()?;
                for feature in ["alone", "ticket"] {
                    let program = ["--features", feature, "--lib", "--bins"];
                    cargo(&["clippy", "--package", APP, "--target", WASM]).args(program).args(deny).show()?;
                }
                Ok(())
            }
            Self::Wasm => session
                .building()
                .and_then(|_| cargo(&["check", "--package", "survey", "--target", WASM]).show()),
            Self::Unit => {
                // Some of them have other programs read what was made.
                Tools::for_journeys(place)?;
                cargo(&["test", "--no-fail-fast"]).args(host).tee(&mut count)
            }
            Self::Tokens => look::check(place, &Tools::design_tokens(place)?),
            Self::Build => {
                let tools = session.building()?;
                build::build(place, &tools)?;
                dist::build(place, &tools)
            }
            Self::Size => built(place).and_then(|()| size::measure(place)),
            Self::Journeys => {
                built(place)?;
                let tools = Tools::for_journeys(place)?;
                let mut run = tools.run("cargo").args(["run", "--package", "journeys", "--", "--app"]);
                run = run
                    .args([place.binary()])
                    .args(["--alone"])
                    .args([place.dist().join("index.html")])
                    .within(&place.root);
                for (variable, path) in [("AXE_CORE", &tools.axe), ("LIGHTHOUSE", &tools.lighthouse)] {
                    if let Some(path) = path {
                        run = run.env(variable, path);
                    }
                }
                run.tee(&mut count)
            }
        }
    }
}

fn built(place: &Place) -> Outcome {
    if place.binary().is_file() {
        return Ok(());
    }
    Err(Fault::new(format!("there is no {}", place.binary().display())).hint("run `cargo xtask build`"))
}
