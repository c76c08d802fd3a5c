//! The form that makes a session, or corrects one. A title suffices, though most have a date.

use leptos::{ev::SubmitEvent, prelude::*};
use survey::wire::{SessionDraft, SessionMade, SessionView};
use survey::{Code, Results};

use super::filled::{CORRECTED, Fields, Filled};
use super::inputs::{Lines, Radios, Text, Tick};
use super::place::Heading;
use super::trouble_notice::TroubleNotice;
use crate::client::{Endpoint, Trouble};
use crate::language::language;

/// Makes a session, or corrects one: then `on_corrected` is called with it.
#[component]
pub(super) fn Make(
    endpoint: Endpoint,
    filled: Filled,
    #[prop(optional)] on_made: Option<Callback<SessionMade>>,
    #[prop(optional)] on_corrected: Option<Callback<SessionView>>,
) -> impl IntoView {
    let words = ::words::desk(language());
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
                <Text label=words.title() name="title" required=true value=fields.title />
                <Text label=words.date() name="date" kind="date" hint=words.date_hint() value=fields.date />
            </div>
            <details open=corrects>
                <summary>{words.more()}</summary>
                <div class="desk-row">
                    <Text label=words.expected() name="expected" kind="number" value=fields.expected />
                    <Text label=words.date_end() name="date_end" kind="date" value=fields.date_end />
                    <Text label=words.venue() name="venue" value=fields.venue />
                </div>
                <Lines label=words.purpose() name="purpose" value=fields.purpose />
                <Lines label=words.agenda() name="agenda" value=fields.agenda />
                <Lines label=words.homework() name="homework" value=fields.homework />
                <div class="desk-row">
                    <Text label=words.municipalities() name="municipalities" kind="number" value=fields.municipalities />
                    <Text label=words.people() name="people" kind="number" value=fields.people />
                </div>
                {(!corrects).then(|| view! { <WhoSees value=fields.results /> })}
            </details>
            {(!corrects).then(|| view! { <Tick label=words.open_now() name="open" value=fields.open_now /> })}
            <button class="button" type="submit" aria-disabled=move || busy.get().to_string()>
                {if corrects { words.save() } else { words.make_it() }}
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
    let words = ::words::desk(language());
    let choices = [Results::AfterAnswer, Results::Board, Results::Desk];
    let choices = choices.map(|results| (results, words.results(results))).to_vec();
    view! { <Radios legend=words.results_label() name="results" choices value /> }
}
