//! How fresh the board is, what its percentages are of, and where the keys are listed.

use leptos::prelude::*;

use super::actions::{Action, Actions};
use super::{Freshness, Known};
use crate::language::language;
use crate::parts::changing;

/// The board's last line.
#[component]
pub(super) fn Footer(
    known: Known,
    actions: Actions,
    /// Whether the keys do anything.
    listed: bool,
) -> impl IntoView {
    let figures = ::words::figures(language());
    let words = ::words::board(language());
    let stale = move || matches!(known.freshness.get(), Freshness::Stale(_));
    let fresh = move || match known.freshness.get() {
        Freshness::Connecting => words.connecting().to_owned(),
        Freshness::Fresh(time) => words.fresh(&time),
        Freshness::Stale(time) => words.stale(&time),
    };
    // The bars may show fewer ballots than there are.
    let counted = move || {
        known.tally.with(|tally| {
            tally
                .revealed
                .filter(|revealed| *revealed < tally.ballots)
                .map(|found| words.counted_so_far(found))
                .unwrap_or_default()
        })
    };
    view! {
        <footer class="board-foot">
            <p class="board-fresh" data-stale=stale prop:textContent=changing(fresh)></p>
            <p hidden=move || !actions.shows_bars()><span prop:textContent=changing(counted)></span>" "{figures.counted()}</p>
            {listed.then(|| view! {
                <button class="link-button" type="button" on:click=move |_| actions.act(Action::Keys)>{words.keys()}</button>
            })}
        </footer>
    }
}
