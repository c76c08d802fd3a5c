//! What a journey has at hand: an endpoint of its own and a browser.

use std::{
    fs,
    path::{Path, PathBuf},
};

use survey::{
    Code, Language, Reveal, State,
    wire::{SessionDraft, SessionMade},
};

use crate::{
    api::Api,
    browser::Browser,
    engines::Setup,
    failure::{Failure, Outcome},
    gate::Gate,
    runner::Options,
    screen::Screen,
    server::Server,
};

/// One journey's endpoint and browser. All of it is gone afterwards.
#[derive(Debug)]
pub struct Stage {
    /// The endpoint.
    pub server: Server,
    /// Its API.
    pub api: Api,
    /// The browser of the engine, screen and scripts that the journey is run in.
    pub browser: Browser,
    /// Whether what is found is accepted in place of what was accepted before.
    pub is_accepting: bool,
    alone: PathBuf,
    pictures: PathBuf,
}

impl Stage {
    /// An endpoint of the options' binary and a browser; pictures begin with the path `pictures`.
    pub(crate) fn new(options: &Options, browser: Browser, pictures: PathBuf) -> Outcome<Self> {
        clear(&pictures)?;
        browser.begin(&pictures);
        let server = Server::start(options.app.clone())?;
        let is_accepting = options.is_accepting;
        let alone = options.alone.clone();
        Ok(Self { api: Api::new(&server.origin()), server, browser, is_accepting, alone, pictures })
    }

    /// The page that needs no endpoint.
    pub fn alone(&self) -> Outcome<&Path> {
        if self.alone.is_file() {
            return Ok(&self.alone);
        }
        Err(Failure::new(format!("there is no {}: cargo xtask dist", self.alone.display())))
    }

    /// The page of a phone that can send nothing, which lies beside it.
    pub fn ticket_page(&self) -> Outcome<PathBuf> {
        Ok(self.alone()?.with_file_name("ticket.html"))
    }

    /// A session of the standard questionnaire in this state, with nothing said but title, date and 21 expected people.
    pub fn session(&self, state: State) -> Outcome<SessionMade> {
        self.session_with(|draft| draft.state = Some(state))
    }

    /// The same with what `change` says.
    pub fn session_with(&self, change: impl FnOnce(&mut SessionDraft)) -> Outcome<SessionMade> {
        let draft =
            r#"{"title": "DX推進担当者の交流プログラム 第1回", "date": "2025-06-04", "expected": 21}"#;
        let mut draft = serde_json::from_str(draft)?;
        change(&mut draft);
        self.api.make(&draft)
    }

    /// An open session whose tally may be seen whole: nothing is hidden among others.
    pub fn session_shown_from_the_first_ballot(&self) -> Outcome<SessionMade> {
        self.session_with(|draft| {
            draft.state = Some(State::Open);
            draft.reveal = Some(Reveal { at: 1, every: 1 });
        })
    }

    /// Closes a session and gives how many chose each choice of an axis.
    pub fn final_counts(&self, session: &SessionMade, axis: &str) -> Outcome<Vec<u32>> {
        self.api.state(session, State::Closed)?;
        let tally = self.api.tally(session.code, Some(&session.facilitator_key))?;
        let found = tally.axes.into_iter().flatten().find(|found| found.id == axis);
        found.map(|axis| axis.counts).ok_or_else(|| Failure::new("the tally of a closed session is hidden"))
    }

    /// Where a participant answers this session.
    pub fn answer_page(&self, code: Code) -> String {
        survey::Route::Answer(code).to_url(&self.server.origin())
    }

    /// Another browser of the same engine, with nothing in common with the first.
    pub fn another_browser(&self, screen: Screen) -> Outcome<Browser> {
        self.browser_set_up(Setup { screen, ..self.browser.setup() }, screen.name())
    }

    /// Another browser of the same engine and screen, which asks for pages in this language.
    pub fn browser_in(&self, language: Language) -> Outcome<Browser> {
        self.browser_set_up(Setup { language, ..self.browser.setup() }, language.name())
    }

    /// Another browser of the same engine and screen, with a camera. In an engine that has none, it fails.
    pub fn browser_with_camera(&self) -> Outcome<Browser> {
        self.browser_set_up(Setup { camera: true, ..self.browser.setup() }, "camera")
    }

    /// Its pictures have this in their names.
    fn browser_set_up(&self, setup: Setup, name: &str) -> Outcome<Browser> {
        let browser = Browser::start(setup)?;
        browser.begin(&PathBuf::from(format!("{}-{name}", self.pictures.display())));
        Ok(browser)
    }

    /// A bad network in front of the endpoint; pages must be opened at the gate's address.
    pub fn gate(&self) -> Outcome<Gate> {
        Gate::before(self.server.port())
    }

    /// The failure with all that helps to understand it.
    pub(crate) fn account(&self, failure: Failure) -> Failure {
        let words = self.server.last_words();
        let endpoint = if words.is_empty() { String::new() } else { format!("\n  endpoint\n{words}") };
        failure.with(&format!("{}{endpoint}", self.browser.account()))
    }
}

/// Removes the pictures of the journey's last run, so that none of them is taken for this one's.
fn clear(pictures: &Path) -> Outcome {
    let (Some(folder), Some(name)) = (pictures.parent(), pictures.file_name()) else { return Ok(()) };
    fs::create_dir_all(folder)?;
    let prefix = format!("{}-", name.display());
    for file in fs::read_dir(folder)? {
        let file = file?;
        if file.file_name().to_string_lossy().starts_with(&prefix) {
            fs::remove_file(file.path())?;
        }
    }
    Ok(())
}
