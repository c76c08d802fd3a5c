//! What the organiser writes about a programme: the report's texts, and folded away what the programme is.

use leptos::{ev::SubmitEvent, prelude::*};
use survey::wire::ProgrammeDraft;
use survey::{Code, Unanimous};

use super::typed::{Fields, Typed};
use super::unsaved::Unsaved;
use super::year::Year;
use crate::client::{Endpoint, Trouble};
use crate::desk::inputs::{Lines, Radios, Text};
use crate::desk::trouble_notice::{TroubleNotice, of_programme};
use crate::language::language;
use crate::parts::changing;

/// The form; `said` learns of what was saved, and `unsaved` keeps what was not.
#[component]
pub(super) fn Edit(
    endpoint: Endpoint,
    id: Code,
    draft: ProgrammeDraft,
    said: RwSignal<ProgrammeDraft>,
    unsaved: Unsaved,
) -> impl IntoView {
    let of_desk = ::words::desk(language());
    let words = ::words::programmes(language());
    let stored = Typed::of(&draft);
    let begun = unsaved.over(id, stored.clone());
    let facts_changed = begun.differs_in_facts(&stored);
    let (fields, loaded) = (Fields::new(begun), RwSignal::new(stored));
    let typed = Memo::new(move |_| fields.typed());
    let is_changed = Memo::new(move |_| typed.get() != loaded.get());
    Effect::new(move |_| unsaved.keep(id, loaded.get(), typed.get()));
    let trouble = RwSignal::new(None::<Trouble>);
    let status = RwSignal::new("");
    let busy = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        status.set("");
        let (sent, before) = (typed.get_untracked(), loaded.get_untracked());
        let endpoint = endpoint.clone();
        busy.set(true);
        leptos::task::spawn_local(async move {
            let saved = save(&endpoint, id, &sent, &before).await;
            busy.try_set(false);
            match saved {
                Ok(programme) => {
                    let stored = Typed::of(&programme);
                    unsaved.saved(id, &sent, &stored);
                    // The form may be gone by now; while it is there, somebody may have typed on.
                    if let Some(now) = typed.try_get_untracked() {
                        fields.show(now.laid_over(&sent, stored.clone()));
                        loaded.set(stored);
                    }
                    said.try_set(programme);
                    status.try_set(of_desk.saved());
                    trouble.try_set(None);
                }
                Err(found) => drop(trouble.try_set(Some(found))),
            }
        });
    };
    view! {
        // What was saved is not said any more once something else is typed.
        <form class="programme-edit" on:submit=submit on:input=move |_| status.set("") novalidate>
            <h3>{words.texts()}</h3>
            <p class="hint">{words.texts_hint()}</p>
            <Lines label=words.good_points() name="good_points" rows="4" value=fields.good_points />
            <Lines label=words.issues() name="issues" rows="4" value=fields.issues />
            <Lines label=words.suggestions() name="suggestions" rows="4" value=fields.suggestions />
            <details class="desk-fold" open=facts_changed>
                <summary>{words.facts()}</summary>
                <div class="desk-row">
                    <Text label=words.title() name="programme_title" value=fields.title />
                    <Year label=words.fiscal_year() value=fields.fiscal_year />
                </div>
                <div class="desk-row">
                    <Text label=words.audience() name="audience" value=fields.audience />
                    <Text label=words.group() name="group" value=fields.group />
                </div>
                <fieldset class="desk-choices">
                    <legend>{words.attendance()}</legend>
                    <p class="hint">{words.attendance_hint()}</p>
                    <div class="desk-row">
                        <Text label=words.municipalities() name="programme_municipalities" kind="number" value=fields.municipalities />
                        <Text label=words.people() name="programme_people" kind="number" value=fields.people />
                        <Text label=words.cumulative_label() name="cumulative" kind="number" value=fields.cumulative />
                    </div>
                </fieldset>
                <HowUnanimous value=fields.unanimous />
            </details>
            <TroubleNotice trouble fault=of_programme />
            <div class="desk-actions">
                <button class="button" type="submit" aria-disabled=move || busy.get().to_string()>{words.save()}</button>
                <span role="status" prop:textContent=changing(move || status.get())></span>
                <span class="programme-unsaved" hidden=move || !is_changed.get()>{words.unsaved()}</span>
            </div>
        </form>
    }
}

/// Stores what was changed in the form, and nothing else: the programme is read anew, as another page may have stored other
/// fields since this form was `loaded`. Gives what is stored then.
async fn save(
    endpoint: &Endpoint,
    id: Code,
    typed: &Typed,
    loaded: &Typed,
) -> Result<ProgrammeDraft, Trouble> {
    let stored = Typed::of(&endpoint.programme(id).await?.programme);
    let draft = typed.clone().laid_over(loaded, stored).draft()?;
    Ok(endpoint.correct_programme(id, &draft).await?.programme)
}

/// How a headline says that every answer was favourable.
#[component]
fn HowUnanimous(value: RwSignal<Unanimous>) -> impl IntoView {
    let words = ::words::programmes(language());
    let choices = [Unanimous::Everybody, Unanimous::Percent];
    let choices = choices.map(|unanimous| (unanimous, words.unanimous(unanimous))).to_vec();
    view! { <Radios legend=words.unanimous_label() name="unanimous" choices value /> }
}
