//! The form that makes a session, or corrects one. A title suffices, though most have a date.

use leptos::{ev::SubmitEvent, prelude::*};
use survey::wire::{SessionDraft, SessionMade, SessionView};
use survey::{Code, Results};
use words::ja::desk as words;

use super::filled::{CORRECTED, Fields, Filled};
use super::inputs::{Lines, Radios, Text, Tick};
use super::place::Heading;
use super::trouble_notice::TroubleNotice;
use crate::client::{Endpoint, Trouble};

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
    let (heading, corrects) = (filled.heading(), filled.corrected().is_some());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let draft = match fields.draft(&filled) {
            Ok(draft) => draft,
            Err(wrong) => return trouble.set(Some(wrong)),
        };
        let code = filled.corrected();
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
            <Heading text=heading />
            <TroubleNotice trouble />
            <div class="desk-row">
                <Text label=words::TITLE name="title" required=true value=fields.title />
                <Text label=words::DATE name="date" kind="date" hint=words::DATE_HINT value=fields.date />
            </div>
            <details open=corrects>
                <summary>{words::MORE}</summary>
                <div class="desk-row">
                    <Text label=words::EXPECTED name="expected" kind="number" value=fields.expected />
                    <Text label=words::DATE_END name="date_end" kind="date" value=fields.date_end />
                    <Text label=words::VENUE name="venue" value=fields.venue />
                </div>
                <Lines label=words::PURPOSE name="purpose" value=fields.purpose />
                <Lines label=words::AGENDA name="agenda" value=fields.agenda />
                <Lines label=words::HOMEWORK name="homework" value=fields.homework />
                <div class="desk-row">
                    <Text label=words::MUNICIPALITIES name="municipalities" kind="number" value=fields.municipalities />
                    <Text label=words::PEOPLE name="people" kind="number" value=fields.people />
                </div>
                {(!corrects).then(|| view! { <WhoSees value=fields.results /> })}
            </details>
            {(!corrects).then(|| view! { <Tick label=words::OPEN_NOW name="open" value=fields.open_now /> })}
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
        Some(code) => endpoint.correct(code, draft, &CORRECTED).await.map(Done::Corrected),
        None => endpoint.make(draft).await.map(Done::Made),
    }
}

/// Who may see the results.
#[component]
fn WhoSees(value: RwSignal<Results>) -> impl IntoView {
    let choices = [Results::AfterAnswer, Results::Board, Results::Desk];
    let choices = choices.map(|results| (results, words::results(results))).to_vec();
    view! { <Radios legend=words::RESULTS name="results" choices value /> }
}
