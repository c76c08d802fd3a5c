//! The three engines: how each is started, and made the size of a screen.

mod chromium;
mod firefox;
mod outside;
mod webkit;
mod wish;

use std::path::{Path, PathBuf};

pub(crate) use outside::Outside;
use serde_json::{Value, json};
use survey::Language;
use tempfile::TempDir;
pub use wish::Wish;

use crate::{
    camera,
    failure::{Failure, Outcome},
    process::Process,
    screen::Screen,
    wait,
    webdriver::Session,
};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Engine {
    /// Android's and most desktops'.
    Chromium,
    /// Firefox's, on desktops and Android.
    Firefox,
    /// The iPhone's, as WebKitGTK.
    WebKit,
}

/// How a browser is set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Setup {
    /// The engine.
    pub engine: Engine,
    /// The screen it fills.
    pub screen: Screen,
    /// Whether pages may run scripts. The driver's own scripts run either way.
    pub scripts: bool,
    /// What the browser asks pages for.
    pub language: Language,
    /// What the person has asked of their system.
    pub wish: Wish,
    /// Whether it has a camera, before which a journey holds what it wants: [`Browser::camera_shows`].
    ///
    /// [`Browser::camera_shows`]: crate::browser::Browser::camera_shows
    pub camera: bool,
}

/// A driver process with one session. Ends both, and all they need, when dropped.
#[derive(Debug)]
pub struct Running {
    /// The session.
    pub session: Session,
    pub(crate) outside: Option<Outside>,
    // In the order in which they end.
    processes: Vec<Process>,
    folder: TempDir,
}

/// What an engine's module starts: the driver's processes, first to end first, its port, and the session to ask it for.
struct Started {
    processes: Vec<Process>,
    port: u16,
    capabilities: Value,
    outside: Option<Outside>,
}

impl Engine {
    /// Every engine.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Its name in a journey's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Whether it can be driven while pages may run no scripts.
    pub fn goes_without_scripts(self) -> bool {
        self != Self::WebKit
    }

    /// Whether it can be given a camera whose picture is decided here.
    pub fn has_camera(self) -> bool {
        self == Self::Chromium
    }

    fn start(self, setup: Setup, folder: &Path) -> Outcome<Started> {
        match self {
            Self::Chromium => chromium::start(setup, folder),
            Self::Firefox => firefox::start(setup, folder),
            Self::WebKit => webkit::start(setup, folder),
        }
    }

    fn fit(self, session: &Session, screen: Screen) -> Outcome {
        match self {
            Self::Chromium => Ok(()), // begins at its size
            Self::Firefox => firefox::fit(session, screen),
            Self::WebKit => webkit::fit(session, screen),
        }
    }
}

impl Setup {
    /// Starts the driver and the browser, at the size of the screen.
    pub fn start(self) -> Outcome<Running> {
        let during = |failure: Failure| failure.during(&format!("starting {}", self.engine.name()));
        if self.camera && !self.engine.has_camera() {
            return Err(during(Failure::new("no camera of it shows what it is told, only Chromium's")));
        }
        let folder = tempfile::Builder::new().prefix("journey-").tempdir()?;
        let mut started = self.engine.start(self, folder.path()).map_err(during)?;
        let session =
            begin(&mut started).map_err(|failure| during(failure).with(&last_words(&started.processes)))?;
        let running = Running { session, outside: started.outside, processes: started.processes, folder };
        self.engine.fit(&running.session, self.screen).map_err(during)?;
        self.check_size(&running.session).map_err(during)?;
        wish::ask(&running.session, self).map_err(during)?;
        Ok(running)
    }
}

impl Setup {
    fn check_size(self, session: &Session) -> Outcome {
        // A phone pretends to be 980 pixels wide to a page that says nothing about its width.
        session.post(
            "/url",
            json!({ "url": "data:text/html,<meta name=viewport content=width=device-width>" }),
        )?;
        wait::until("a page has its screen's size", wait::PATIENCE, || {
            let (found, wanted) = (inner_size(session)?, self.screen.size());
            if found == wanted {
                Ok(Some(()))
            } else {
                Err(Failure::new(format!("{found:?}, not {wanted:?}")))
            }
        })
    }
}

impl Running {
    /// The film before the camera of a browser that has one.
    pub(crate) fn film(&self) -> PathBuf {
        camera::film_in(self.folder.path())
    }

    /// What driver and browser wrote to stderr lately.
    pub(crate) fn last_words(&self) -> String {
        last_words(&self.processes)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // A browser outlives a killed driver, so it is ended first; where the driver does not answer, nothing more can be done.
        let _ended = self.session.end();
    }
}

fn last_words(processes: &[Process]) -> String {
    processes.iter().map(Process::last_words).collect()
}

fn begin(started: &mut Started) -> Outcome<Session> {
    wait::until(
        "the driver is ready",
        wait::PATIENCE,
        || Ok(Session::is_ready(started.port)?.then_some(())),
    )?;
    // Pages are awaited by what they show (see `Browser::open`): a page whose script is held back never loads.
    let mut capabilities = started.capabilities.take();
    if let Some(wanted) = capabilities.as_object_mut() {
        wanted.insert("pageLoadStrategy".to_owned(), json!("none"));
    }
    Session::begin(started.port, &capabilities)
}

/// The size of what a page is given, in CSS pixels.
fn inner_size(session: &Session) -> Outcome<(u32, u32)> {
    Ok(serde_json::from_value(session.run("return [innerWidth, innerHeight]", json!([]))?)?)
}
