//! How fresh the board is, what its percentages are of, and where the keys are listed.

use ::words::ja::{self, board as words};
use leptos::prelude::*;

use super::actions::{Action, Actions};
use super::{Freshness, Known};

/// The board's last line.
#[component]
pub(super) fn Footer(
    known: Known,
    actions: Actions,
    /// Whether the keys do anything.
    listed: bool,
) -> impl IntoView {
    let stale = move || matches!(known.freshness.get(), Freshness::Stale(_));
    let fresh = move || match known.freshness.get() {
        Freshness::Connecting => words::CONNECTING.to_owned(),
        Freshness::Fresh(time) => words::fresh(&time),
        Freshness::Stale(time) => words::stale(&time),
    };
    // The bars may show fewer ballots than there are.
    let counted = move || {
        known.tally.with(|tally| {
            tally.revealed.filter(|revealed| *revealed < tally.ballots).map(words::counted_so_far)
        })
    };
    view! {
        <footer class="board-foot">
            <p class="board-fresh" data-stale=stale>{fresh}</p>
            <p hidden=move || !actions.shows_bars()>{counted}" "{ja::COUNTED}</p>
            {listed.then(|| view! {
                <button class="link-button" type="button" on:click=move |_| actions.act(Action::Keys)>{words::KEYS}</button>
            })}
        </footer>
    }
}
