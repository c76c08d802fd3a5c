//! The small form that makes a programme without sessions.

use leptos::{ev::SubmitEvent, prelude::*};
use survey::wire::ProgrammeDraft;

use super::year::{self, Year};
use crate::client::{Endpoint, Trouble};
use crate::desk::inputs::{Text, text};
use crate::desk::place::{Nav, Place};
use crate::desk::trouble_notice::{TroubleNotice, of_programme};
use crate::language::language;

/// The form; then it goes to the programme.
#[component]
pub(super) fn New(endpoint: Endpoint, nav: Nav) -> impl IntoView {
    let words = ::words::programmes(language());
    let (title, audience, group) = (RwSignal::default(), RwSignal::default(), RwSignal::default());
    let fiscal_year = RwSignal::new(year::present());
    let trouble = RwSignal::new(None::<Trouble>);
    let busy = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let draft = ProgrammeDraft {
            title: title.get_untracked(),
            fiscal_year: fiscal_year.get_untracked(),
            audience: text(audience),
            group: text(group),
            ..ProgrammeDraft::default()
        };
        let endpoint = endpoint.clone();
        busy.set(true);
        leptos::task::spawn_local(async move {
            let made = endpoint.make_programmes(vec![draft]).await;
            busy.try_set(false);
            match made.map(|made| made.into_iter().next()) {
                Ok(Some(made)) => nav.go(Place::Programme(made.id)),
                Ok(None) => nav.go(Place::Programmes),
                Err(found) => drop(trouble.try_set(Some(found))),
            }
        });
    };
    view! {
        <form class="desk-make" on:submit=submit novalidate>
            <h3>{words.make()}</h3>
            <TroubleNotice trouble fault=of_programme />
            <div class="desk-row">
                <Text label=words.title() name="programme_title" value=title />
                <Year label=words.fiscal_year() value=fiscal_year />
            </div>
            <div class="desk-row">
                <Text label=words.audience() name="audience" value=audience />
                <Text label=words.group() name="group" value=group />
            </div>
            <button class="button" type="submit" aria-disabled=move || busy.get().to_string()>{words.make_it()}</button>
        </form>
    }
}
