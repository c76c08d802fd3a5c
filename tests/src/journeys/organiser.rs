//! What the organiser's journeys have in common: the places of the desk, what is folded away there, and files to bring.

use std::{
    fs,
    path::{Path, PathBuf},
};

use ::words::ja::{desk as words, report};
use survey::{Code, Route, State, route, wire::SessionMade};
use tempfile::TempDir;

use crate::{
    browser::Browser,
    by::{button, css, heading},
    failure::Outcome,
    server::ORGANISER_KEY,
    stage::Stage,
};

/// Where the desk's address leads to beside the list of sessions.
pub(super) const PROGRAMMES: &str = "&view=programmes";
pub(super) const IMPORT: &str = "&view=import";

/// The organiser's desk at a place, e.g. [`PROGRAMMES`].
pub(super) fn at<'s>(stage: &'s Stage, place: &str) -> Outcome<&'s Browser> {
    at_origin(stage, &stage.server.origin(), place)
}

/// The same through a gate or another address of the endpoint.
pub(super) fn at_origin<'s>(stage: &'s Stage, origin: &str, place: &str) -> Outcome<&'s Browser> {
    let address = Route::Desk.to_url(origin) + &route::key_fragment(ORGANISER_KEY) + place;
    stage.browser.open(&address)?;
    stage.browser.sees(heading(words::DESK))?;
    Ok(&stage.browser)
}

/// One programme's place.
pub(super) fn of_programme(id: Code) -> String {
    format!("{PROGRAMMES}&programme={id}")
}

/// One session's place.
pub(super) fn of_session(code: Code) -> String {
    format!("&session={code}")
}

/// The panel of one session.
pub(super) fn panel(stage: &Stage, code: Code) -> Outcome<&Browser> {
    let desk = at(stage, &of_session(code))?;
    desk.sees(css(".desk-share .qr"))?;
    Ok(desk)
}

/// A session in a programme, so that there is a report of it.
pub(super) fn session(stage: &Stage, state: State) -> Outcome<(Code, SessionMade)> {
    let programme = stage.api.make_programme("DX推進担当者の交流プログラム")?.id;
    let session = stage.session_with(|draft| {
        draft.state = Some(state);
        draft.programme = Some(programme);
    })?;
    Ok((programme, session))
}

/// Opens what is folded away under these words.
pub(super) fn unfolds(desk: &Browser, words: &str) -> Outcome {
    desk.tap(button(words))
}

/// The report of these programmes, laid out as paper.
pub(super) fn opens_report(stage: &Stage, programmes: impl IntoIterator<Item = Code>) -> Outcome {
    let address = Route::Report(programmes.into_iter().collect()).to_url(&stage.server.origin());
    stage.browser.open(&(address + &route::key_fragment(ORGANISER_KEY)))?;
    stage.browser.sees(heading(report::OVERVIEW))?;
    // It is dealt out to sheets once it was measured.
    stage.browser.sees(css(".report-sheet[data-measured=true]"))
}

/// Files that are gone when the journey ends.
pub(super) struct Files(TempDir);

impl Files {
    pub(super) fn new() -> Outcome<Self> {
        Ok(Self(tempfile::Builder::new().prefix("journey-files-").tempdir()?))
    }

    /// Where they are.
    pub(super) fn folder(&self) -> &Path {
        self.0.path()
    }

    /// A file of this name with these bytes in it.
    pub(super) fn with(&self, name: &str, bytes: impl AsRef<[u8]>) -> Outcome<PathBuf> {
        let file = self.0.path().join(name);
        fs::write(&file, bytes)?;
        Ok(file)
    }

    /// A file of this name and length with nothing but zeros in it, which takes no room.
    pub(super) fn of_length(&self, name: &str, bytes: u64) -> Outcome<PathBuf> {
        let file = self.0.path().join(name);
        fs::File::create(&file)?.set_len(bytes)?;
        Ok(file)
    }
}

/// A text as Windows writes it in Japan.
pub(super) fn shift_jis(text: &str) -> Vec<u8> {
    encoding_rs::SHIFT_JIS.encode(text).0.into_owned()
}
