//! The bars, or why there are none.

use leptos::prelude::*;
use survey::Results as Shown;
use survey::wire::SessionView;

use super::Known;
use super::actions::Actions;
use crate::language::language;
use crate::parts::{Results, changing};

/// The bars as far as they may be shown.
#[component]
pub(super) fn BoardResults(
    session: SessionView,
    has_key: bool,
    known: Known,
    actions: Actions,
) -> impl IntoView {
    let words = ::words::board(language());
    let (results, at) = (session.results, session.reveal.at);
    let why = move || match results {
        Shown::Desk => words.results_elsewhere().to_owned(),
        Shown::Board if !has_key => words.results_need_key().to_owned(),
        Shown::AfterAnswer | Shown::Board if known.state.get().is_over() => words.too_few(at),
        Shown::AfterAnswer | Shown::Board => words.reveal_at(at),
    };
    let nothing_yet = move || !known.shows();
    let hidden = move || actions.hidden.get() && actions.shows_bars();
    view! {
        <p class="board-later" hidden=move || !nothing_yet() prop:textContent=changing(why)></p>
        <p class="board-later" hidden=move || !hidden()>{words.hidden()}</p>
        <div class="board-bars" hidden=move || hidden() || !actions.shows_bars()>
            <h2 class="unseen">{::words::answer(language()).everybody()}</h2>
            <Results questionnaire=session.questionnaire tally=known.tally />
        </div>
    }
}
