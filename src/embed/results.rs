//! The results alone: what was asked, how many have answered, and the bars as far as anybody may see them.

use ::words::ja::{self, answer, portal as words};
use leptos::prelude::*;
use survey::wire::SessionView;
use survey::{Days, Results as Shown};

use crate::board::{Freshness, Known};
use crate::parts;

/// The results of a session, following it.
#[component]
pub(super) fn Results(known: Known) -> impl IntoView {
    move || match known.session.get() {
        Some(session) => view! { <Of session known /> }.into_any(),
        None => view! { <p class="portal-away" role="status">{move || away(known)}</p> }.into_any(),
    }
}

/// Why nothing is shown yet.
fn away(known: Known) -> &'static str {
    match (known.lost.get(), known.freshness.get()) {
        (Some(_), _) => words::UNKNOWN,
        (None, Freshness::Stale(_)) => words::UNREACHABLE,
        _ => words::LOADING,
    }
}

#[component]
fn Of(session: SessionView, known: Known) -> impl IntoView {
    let (shown, at) = (session.results, session.reveal.at);
    let nothing = move || known.tally.with(|tally| tally.axes.is_none());
    let why = move || match shown {
        Shown::Board | Shown::Desk => words::NOT_SHARED.to_owned(),
        Shown::AfterAnswer if known.state.get().is_over() => answer::bars_never(at),
        Shown::AfterAnswer => answer::bars_later(at),
    };
    let ballots = move || known.tally.with(|tally| ja::people(tally.ballots.into()));
    let counted = move || known.tally.with(|tally| tally.revealed.unwrap_or(0).to_string());
    // Once per step of the reveal, not once per ballot.
    let announced = move || known.tally.with(|tally| tally.revealed.map(words::shown));
    view! {
        <header class="portal-head">
            <h2 part="title">{session.title.clone()}</h2>
            <p>{ja::days(Days::of(session.date, session.date_end))}</p>
            <p class="portal-count">{words::ANSWERED}<b>{ballots}</b></p>
        </header>
        <p class="portal-later" hidden=move || !nothing()>{why}</p>
        <div class="portal-bars" part="bars" hidden=nothing>
            <parts::Results questionnaire=session.questionnaire tally=known.tally />
            <p class="portal-counted"><b>{counted}</b>{answer::COUNTED_SO_FAR}{ja::COUNTED}</p>
        </div>
        <p class="unseen" role="status">{announced}</p>
    }
}
