//! Runs every journey in every engine at its sizes, and reports as cargo's own tests do.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::{Arc, Mutex, PoisonError},
};

use libtest_mimic::{Arguments, Trial};
use survey::Language;

use crate::{
    browser::Browser,
    engines::{Engine, Setup},
    failure::{Failure, Outcome},
    journeys::{self, Journey},
    pictures,
    screen::Screen,
    stage::Stage,
};

/// The browsers of one engine that wait for their next journey. Who holds the lock is the engine's only journey: engines
/// run beside each other, the journeys of an engine one after the other.
type Idle = Arc<Mutex<HashMap<Setup, Browser>>>;

/// Asks for the pictures in the documents to be renewed by those of the journeys.
const PICTURES: &str = "--pictures";

/// What the command line says beside what cargo's test binaries take.
#[derive(Clone, Debug)]
pub(crate) struct Options {
    /// `--app`: the binary.
    pub(crate) app: PathBuf,
    /// `--alone`: the page that needs no endpoint.
    pub(crate) alone: PathBuf,
    /// `--accept`: what pages are like now is what they shall be like.
    pub(crate) is_accepting: bool,
}

/// Runs the journeys that the command line names: `--app BINARY`, perhaps `--accept` and `--pictures`, and then
/// what cargo's test binaries take.
pub fn run(arguments: impl Iterator<Item = String>) -> Outcome<ExitCode> {
    let (options, mut rest) = split(arguments)?;
    let pictures = rest.iter().any(|argument| argument == PICTURES);
    rest.retain(|argument| argument != PICTURES);
    let mut arguments = Arguments::from_iter(rest);
    let benches: Vec<_> = Engine::ALL.iter().map(|engine| (*engine, Idle::default())).collect();
    let mut trials = Vec::new();
    for journey in journeys::all() {
        for (screen, (engine, idle)) in
            journey.screens.iter().flat_map(|screen| benches.iter().map(move |bench| (*screen, bench)))
        {
            if journey.is_for(*engine) {
                trials.push(trial(journey, *engine, screen, Arc::clone(idle), options.clone()));
            }
        }
    }
    // A thread for each, most of which wait for their engine's lock.
    arguments.test_threads = arguments.test_threads.or(Some(trials.len()));
    let code = libtest_mimic::run(&arguments, trials).exit_code();
    if pictures && code == ExitCode::SUCCESS {
        pictures::renew()?;
    }
    Ok(code)
}

/// What is ours of the arguments, and all others.
fn split(mut arguments: impl Iterator<Item = String>) -> Outcome<(Options, Vec<String>)> {
    let mut rest = Vec::new();
    let mut app = None;
    let mut alone = None;
    let mut is_accepting = false;
    while let Some(argument) = arguments.next() {
        let value_of = |name: &str| argument.strip_prefix(name).map(str::to_owned);
        let (of_app, of_alone) = (value_of("--app"), value_of("--alone"));
        match (of_app.as_deref(), of_alone.as_deref()) {
            (Some(""), _) => app = arguments.next(),
            (_, Some("")) => alone = arguments.next(),
            (Some(path), _) if path.starts_with('=') => app = path.get(1..).map(str::to_owned),
            (_, Some(path)) if path.starts_with('=') => alone = path.get(1..).map(str::to_owned),
            _ if argument == "--accept" => is_accepting = true,
            _ => rest.push(argument),
        }
    }
    let app = app.ok_or_else(|| Failure::new("say which binary: --app target/release/furikaeri"))?;
    let path = std::path::absolute(&app)?;
    if path.is_file() {
        // Beside the binary's folder, where it is built.
        let beside =
            path.parent().and_then(Path::parent).map(|target| target.join("dist/furikaeri/index.html"));
        let alone = alone.map(PathBuf::from).or(beside).unwrap_or_default();
        Ok((Options { app: path, alone, is_accepting }, rest))
    } else {
        Err(Failure::new(format!("there is no {app}: cargo xtask build")))
    }
}

fn trial(journey: &'static Journey, engine: Engine, screen: Screen, idle: Idle, options: Options) -> Trial {
    let name = format!("{}/{}/{}", engine.name(), screen.name(), journey.name);
    let language = Language::Japanese;
    let (scripts, wish) = (journey.scripts, journey.wish);
    let setup = Setup { engine, screen, scripts, language, wish, camera: false };
    let pictures = folder_for(&name);
    Trial::test(name, move || {
        // A journey that failed took its browser with it, so what is left behind the lock is whole.
        let mut idle = idle.lock().unwrap_or_else(PoisonError::into_inner);
        let browser = idle.remove(&setup).map_or_else(|| Browser::start(setup), Ok)?;
        let browser = live(journey, &options, browser, pictures)?;
        idle.insert(setup, browser);
        Ok(())
    })
}

/// Lives through a journey; gives the browser back as it was.
fn live(journey: &Journey, options: &Options, browser: Browser, pictures: PathBuf) -> Outcome<Browser> {
    let stage = Stage::new(options, browser, pictures)?;
    (journey.run)(&stage).map_err(|failure| stage.account(failure))?;
    stage.browser.forget()?;
    Ok(stage.browser)
}

/// `target/journeys/ENGINE/SCREEN/JOURNEY`, to which a number and `.png` are added.
fn folder_for(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("target").join("journeys").join(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_binary_is_told_apart_from_the_filter() {
        let here = std::env::current_exe().unwrap().display().to_string();
        for app in [vec!["--app".to_owned(), here.clone()], vec![format!("--app={here}")]] {
            let arguments = ["journeys", "--accept"].map(str::to_owned).into_iter();
            let arguments = arguments.chain(app).chain(["phone".to_owned()]);
            let (found, rest) = split(arguments).unwrap();
            assert!(found.is_accepting);
            assert_eq!(
                (found.app.display().to_string(), rest),
                (here.clone(), vec!["journeys".into(), "phone".into()])
            );
        }
        assert!(split(["journeys".to_owned()].into_iter()).is_err());
    }
}
