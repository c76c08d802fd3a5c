//! The results alone: what was asked, how many have answered, and the bars as far as anybody may see them.

use leptos::prelude::*;
use survey::wire::SessionView;
use survey::{Days, Results as Shown};

use super::Place;
use crate::board::{Freshness, Known};
use crate::language::language;
use crate::parts;

/// The results of a session, following it.
#[component]
pub(super) fn Results(known: Known, place: Place) -> impl IntoView {
    let words = ::words::portal(language());
    let away = move || match (known.lost.get(), known.freshness.get()) {
        (Some(_), _) => words.unknown(),
        (None, Freshness::Stale(_)) => words.unreachable(),
        _ => words.loading(),
    };
    move || match known.session.get() {
        Some(session) => view! { <Of session known place /> }.into_any(),
        None => view! { <p class="portal-away" role="status">{away}</p> }.into_any(),
    }
}

#[component]
fn Of(session: SessionView, known: Known, place: Place) -> impl IntoView {
    let (words, answer, figures) =
        (::words::portal(language()), ::words::answer(language()), ::words::figures(language()));
    let (shown, at) = (session.results, session.reveal.at);
    let nothing = move || known.tally.with(|tally| tally.axes.is_none());
    let why = move || match shown {
        Shown::Board | Shown::Desk => words.not_shared().to_owned(),
        Shown::AfterAnswer if known.state.get().is_over() => answer.bars_never(at),
        Shown::AfterAnswer => answer.bars_later(at),
    };
    let ballots = move || known.tally.with(|tally| figures.people(tally.ballots.into()));
    let counted = move || known.tally.with(|tally| tally.revealed.unwrap_or(0).to_string());
    // Once per step of the reveal, not once per ballot.
    let announced = move || known.tally.with(|tally| tally.revealed.map(|revealed| words.shown(revealed)));
    view! {
        <header class="portal-head">
            {place.title(session.title.clone())}
            <p>{figures.days(Days::of(session.date, session.date_end))}</p>
            <p class="portal-count">{words.answered()}<b>{ballots}</b></p>
        </header>
        <p class="portal-later" hidden=move || !nothing()>{why}</p>
        <div class="portal-bars" part="bars" hidden=nothing>
            {(place == Place::Page).then(|| view! { <h2 class="unseen">{words.results()}</h2> })}
            <parts::Results questionnaire=session.questionnaire tally=known.tally />
            <p class="portal-counted"><b>{counted}</b>{answer.counted_so_far()}{figures.sentence_gap()}{figures.counted()}</p>
        </div>
        <p class="unseen" role="status">{announced}</p>
    }
}
