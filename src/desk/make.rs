//! The form that makes a session, or corrects one. Title and date suffice.

use leptos::{ev::SubmitEvent, prelude::*};
use survey::wire::{SessionDraft, SessionMade, SessionView};
use survey::{Code, Date, Results, State};
use words::ja::desk as words;

use super::trouble_notice::TroubleNotice;
use crate::client::{Endpoint, Trouble};

/// What the form begins with.
#[derive(Clone, Debug, Default)]
pub(super) struct Filled {
    /// The session it is like; none for a new one.
    session: Option<SessionView>,
    /// Whether that one is corrected, and not copied.
    corrects: bool,
}

impl Filled {
    /// A copy of a session, for another day.
    pub(super) fn like(session: SessionView) -> Self {
        Self { session: Some(session), corrects: false }
    }

    /// A correction of a session.
    pub(super) fn correcting(session: SessionView) -> Self {
        Self { session: Some(session), corrects: true }
    }

    fn heading(&self) -> &'static str {
        match (&self.session, self.corrects) {
            (None, _) => words::MAKE,
            (Some(_), false) => words::COPYING,
            (Some(_), true) => words::EDITING,
        }
    }

    /// A copy takes place on another day, a correction on the same.
    fn date(&self) -> String {
        match &self.session {
            Some(session) if self.corrects => session.date.to_string(),
            _ => today(),
        }
    }

    fn date_end(&self) -> String {
        let last = self.session.as_ref().filter(|_| self.corrects).and_then(|session| session.date_end);
        last.map(|date| date.to_string()).unwrap_or_default()
    }

    fn text(&self, of: impl Fn(&SessionView) -> Option<String>) -> String {
        self.session.as_ref().and_then(of).unwrap_or_default()
    }
}

/// The fields as they stand.
#[derive(Clone, Copy)]
struct Fields {
    title: RwSignal<String>,
    date: RwSignal<String>,
    date_end: RwSignal<String>,
    expected: RwSignal<String>,
    venue: RwSignal<String>,
    purpose: RwSignal<String>,
    agenda: RwSignal<String>,
    results: RwSignal<Results>,
    open_now: RwSignal<bool>,
}

impl Fields {
    fn new(filled: &Filled) -> Self {
        Self {
            title: RwSignal::new(filled.text(|session| Some(session.title.clone()))),
            date: RwSignal::new(filled.date()),
            date_end: RwSignal::new(filled.date_end()),
            expected: RwSignal::new(filled.text(|session| session.expected.map(|number| number.to_string()))),
            venue: RwSignal::new(filled.text(|session| session.venue.clone())),
            purpose: RwSignal::new(filled.text(|session| session.purpose.clone())),
            agenda: RwSignal::new(filled.text(|session| Some(session.agenda.join("\n")))),
            results: RwSignal::new(
                filled.session.as_ref().map(|session| session.results).unwrap_or_default(),
            ),
            open_now: RwSignal::new(false),
        }
    }

    /// The draft, or what is wrong with a field that the browser could not hold to its kind.
    fn draft(self, filled: &Filled) -> Result<SessionDraft, Trouble> {
        let wrong = |pointer: &str| Trouble::Refused(vec![(pointer.to_owned(), "wrong_type".to_owned())]);
        let text = |signal: RwSignal<String>| {
            Some(signal.get_untracked().trim().to_owned()).filter(|text| !text.is_empty())
        };
        let date = |signal| text(signal).map(|text| text.parse::<Date>()).transpose();
        let expected = text(self.expected).map(|number| number.parse::<u32>()).transpose();
        let copied = filled.session.as_ref().filter(|_| !filled.corrects);
        Ok(SessionDraft {
            title: self.title.get_untracked(),
            date: date(self.date).ok().flatten().ok_or_else(|| wrong("/date"))?,
            date_end: date(self.date_end).map_err(|_| wrong("/date_end"))?,
            venue: text(self.venue),
            expected: expected.map_err(|_| wrong("/expected"))?,
            purpose: text(self.purpose),
            agenda: self
                .agenda
                .get_untracked()
                .lines()
                .map(str::trim)
                .filter(|line| !line.is_empty())
                .map(str::to_owned)
                .collect(),
            reveal: copied.map(|session| session.reveal),
            results: (!filled.corrects).then(|| self.results.get_untracked()),
            state: self.open_now.get_untracked().then_some(State::Open),
            questionnaire: copied.map(|session| session.questionnaire.clone()),
        })
    }
}

/// Makes a session, or corrects one: then `on_corrected` is called with it.
#[component]
pub(super) fn Make(
    endpoint: Endpoint,
    filled: Filled,
    #[prop(optional)] on_made: Option<Callback<SessionMade>>,
    #[prop(optional)] on_corrected: Option<Callback<SessionView>>,
) -> impl IntoView {
    let fields = Fields::new(&filled);
    let trouble = RwSignal::new(None::<Trouble>);
    let busy = RwSignal::new(false);
    let (heading, corrects) = (filled.heading(), filled.corrects);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let draft = match fields.draft(&filled) {
            Ok(draft) => draft,
            Err(wrong) => return trouble.set(Some(wrong)),
        };
        let code = filled.session.as_ref().filter(|_| filled.corrects).map(|session| session.code);
        let endpoint = endpoint.clone();
        busy.set(true);
        leptos::task::spawn_local(async move {
            let result = send(&endpoint, code, &draft).await;
            busy.try_set(false);
            match result {
                Ok(Done::Made(made)) => drop(on_made.map(|done| done.run(made))),
                Ok(Done::Corrected(session)) => drop(on_corrected.map(|done| done.run(session))),
                Err(found) => drop(trouble.try_set(Some(found))),
            }
        });
    };
    view! {
        <form class="desk-make" on:submit=submit novalidate>
            <h2>{heading}</h2>
            <TroubleNotice trouble />
            <div class="desk-row">
                <Text label=words::TITLE name="title" kind="text" value=fields.title />
                <Text label=words::DATE name="date" kind="date" value=fields.date />
            </div>
            <details open=corrects>
                <summary>{words::MORE}</summary>
                <div class="desk-row">
                    <Text label=words::EXPECTED name="expected" kind="number" value=fields.expected />
                    <Text label=words::DATE_END name="date_end" kind="date" value=fields.date_end />
                    <Text label=words::VENUE name="venue" kind="text" value=fields.venue />
                </div>
                <Lines label=words::PURPOSE name="purpose" value=fields.purpose />
                <Lines label=words::AGENDA name="agenda" value=fields.agenda />
                {(!corrects).then(|| view! { <WhoSees value=fields.results /> })}
            </details>
            {(!corrects).then(|| view! { <OpenNow value=fields.open_now /> })}
            <button class="button" type="submit" aria-disabled=move || busy.get().to_string()>
                {if corrects { words::SAVE } else { words::MAKE_IT }}
            </button>
        </form>
    }
}

enum Done {
    Made(SessionMade),
    Corrected(SessionView),
}

async fn send(endpoint: &Endpoint, code: Option<Code>, draft: &SessionDraft) -> Result<Done, Trouble> {
    match code {
        Some(code) => endpoint.correct(code, draft).await.map(Done::Corrected),
        None => endpoint.make(draft).await.map(Done::Made),
    }
}

/// A field of one line.
#[component]
fn Text(
    label: &'static str,
    name: &'static str,
    kind: &'static str,
    value: RwSignal<String>,
) -> impl IntoView {
    let min = (kind == "number").then_some("1");
    view! {
        <label class="desk-field" data-kind=kind>
            <span>{label}</span>
            <input class="field" type=kind name=name min=min bind:value=value />
        </label>
    }
}

/// A field of several lines.
#[component]
fn Lines(label: &'static str, name: &'static str, value: RwSignal<String>) -> impl IntoView {
    view! {
        <label class="desk-field">
            <span>{label}</span>
            <textarea name=name rows="2" prop:value=move || value.get() on:input:target=move |event| value.set(event.target().value())></textarea>
        </label>
    }
}

/// Who may see the results.
#[component]
fn WhoSees(value: RwSignal<Results>) -> impl IntoView {
    let choice = move |results: Results| {
        view! {
            <label class="desk-choice">
                <input type="radio" name="results" prop:checked=move || value.get() == results on:change=move |_| value.set(results) />
                <span>{words::results(results)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="desk-choices">
            <legend>{words::RESULTS}</legend>
            {[Results::AfterAnswer, Results::Board, Results::Desk].map(choice)}
        </fieldset>
    }
}

/// Whether to open it as soon as it is made.
#[component]
fn OpenNow(value: RwSignal<bool>) -> impl IntoView {
    view! {
        <label class="desk-choice">
            <input type="checkbox" name="open" prop:checked=move || value.get()
                on:change:target=move |event| value.set(event.target().checked()) />
            <span>{words::OPEN_NOW}</span>
        </label>
    }
}

/// Today by this machine's calendar, in the form of a date field.
fn today() -> String {
    chrono::Local::now().format("%Y-%m-%d").to_string()
}
