//! What the form of a session begins with, and the draft that its fields make.

use leptos::prelude::*;
use survey::wire::{SessionDraft, SessionView};
use survey::{Attendance, Code, Date, Results, State};

use super::inputs::{lines, number, of_lines, of_number, text};
use crate::client::Trouble;
use crate::language::language;

/// What a correction may change, by its members in data.
pub(super) const CORRECTED: [&str; 9] =
    ["title", "date", "date_end", "venue", "expected", "purpose", "agenda", "homework", "attendance"];

/// What the form begins with.
#[derive(Clone, Debug, Default)]
pub(super) struct Filled {
    /// The session it is like; none for a new one.
    session: Option<SessionView>,
    /// Whether that one is corrected, and not copied.
    corrects: bool,
    /// The programme that a new one belongs to.
    programme: Option<Code>,
}

impl Filled {
    /// Nothing but today, for a session of this programme.
    pub(super) fn within(programme: Code) -> Self {
        Self { programme: Some(programme), ..Self::default() }
    }

    /// A copy of a session, for another day, in the same programme.
    pub(super) fn like(session: SessionView, programme: Option<Code>) -> Self {
        Self { session: Some(session), corrects: false, programme }
    }

    /// A correction of a session.
    pub(super) fn correcting(session: SessionView) -> Self {
        Self { session: Some(session), corrects: true, programme: None }
    }

    /// The code of the session that is corrected.
    pub(super) fn corrected(&self) -> Option<Code> {
        self.session.as_ref().filter(|_| self.corrects).map(|session| session.code)
    }

    /// The programme that a new one belongs to.
    pub(super) fn programme(&self) -> Option<Code> {
        self.programme
    }

    pub(super) fn heading(&self) -> &'static str {
        let words = ::words::desk(language());
        match (&self.session, self.corrects) {
            (None, _) => words.make(),
            (Some(_), false) => words.copying(),
            (Some(_), true) => words.editing(),
        }
    }

    /// A copy takes place on another day, a correction on the same.
    fn date(&self) -> String {
        match &self.session {
            Some(session) if self.corrects => session.date.map(|date| date.to_string()).unwrap_or_default(),
            _ => today(),
        }
    }

    fn date_end(&self) -> String {
        let last = self.session.as_ref().filter(|_| self.corrects).and_then(|session| session.date_end);
        last.map(|date| date.to_string()).unwrap_or_default()
    }

    fn text(&self, of: impl Fn(&SessionView) -> Option<String>) -> RwSignal<String> {
        RwSignal::new(self.session.as_ref().and_then(of).unwrap_or_default())
    }

    /// Who came; not to a copy.
    fn attendance(&self) -> Attendance {
        self.session.as_ref().filter(|_| self.corrects).map(|session| session.attendance).unwrap_or_default()
    }
}

/// The fields as they stand.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    pub(super) title: RwSignal<String>,
    pub(super) date: RwSignal<String>,
    pub(super) date_end: RwSignal<String>,
    pub(super) expected: RwSignal<String>,
    pub(super) venue: RwSignal<String>,
    pub(super) purpose: RwSignal<String>,
    pub(super) agenda: RwSignal<String>,
    pub(super) homework: RwSignal<String>,
    pub(super) municipalities: RwSignal<String>,
    pub(super) people: RwSignal<String>,
    pub(super) results: RwSignal<Results>,
    pub(super) open_now: RwSignal<bool>,
}

impl Fields {
    pub(super) fn new(filled: &Filled) -> Self {
        let listed =
            |of: fn(&SessionView) -> &[String]| of_lines(filled.session.as_ref().map(of).unwrap_or_default());
        let attendance = filled.attendance();
        Self {
            title: filled.text(|session| Some(session.title.clone())),
            date: RwSignal::new(filled.date()),
            date_end: RwSignal::new(filled.date_end()),
            expected: of_number(filled.session.as_ref().and_then(|session| session.expected)),
            venue: filled.text(|session| session.venue.clone()),
            purpose: filled.text(|session| session.purpose.clone()),
            agenda: listed(|session| &session.agenda),
            homework: listed(|session| &session.homework),
            municipalities: of_number(attendance.municipalities),
            people: of_number(attendance.people),
            results: RwSignal::new(
                filled.session.as_ref().map(|session| session.results).unwrap_or_default(),
            ),
            open_now: RwSignal::new(false),
        }
    }

    /// The draft, or which field is not what it should be.
    pub(super) fn draft(self, filled: &Filled) -> Result<SessionDraft, Trouble> {
        let wrong = |pointer: &str| Trouble::Refused(vec![(pointer.to_owned(), "wrong_type".to_owned())]);
        let date = |field| text(field).map(|text| text.parse::<Date>()).transpose();
        let copied = filled.session.as_ref().filter(|_| !filled.corrects);
        let attendance = Attendance {
            municipalities: number(self.municipalities).map_err(|_| wrong("/attendance/municipalities"))?,
            people: number(self.people).map_err(|_| wrong("/attendance/people"))?,
            ..filled.attendance()
        };
        Ok(SessionDraft {
            title: self.title.get_untracked(),
            date: date(self.date).map_err(|_| wrong("/date"))?,
            date_end: date(self.date_end).map_err(|_| wrong("/date_end"))?,
            venue: text(self.venue),
            expected: number(self.expected).map_err(|_| wrong("/expected"))?,
            purpose: text(self.purpose),
            agenda: lines(self.agenda),
            homework: lines(self.homework),
            attendance,
            published: None,
            programme: filled.programme,
            reveal: copied.map(|session| session.reveal),
            results: (!filled.corrects).then(|| self.results.get_untracked()),
            state: self.open_now.get_untracked().then_some(State::Open),
            questionnaire: copied.map(|session| session.questionnaire.clone()),
        })
    }
}

/// Today by this machine's calendar, in the form of a date field.
fn today() -> String {
    chrono::Local::now().format("%Y-%m-%d").to_string()
}
