//! The board in every state.

use leptos::prelude::*;
use survey::State;
use survey::wire::Tally;

use super::words;
use super::{sample, state};
use crate::board::{EmbeddedBoard, Freshness, Known};
use crate::client::Trouble;

/// The boards, each as wide as the page.
pub(super) fn section() -> AnyView {
    let fresh = || Freshness::Fresh("16:42:05".to_owned());
    let stale = || Freshness::Stale("16:42:05".to_owned());
    let states = vec![
        board(40, words().board_draft(), State::Draft, Some(0), fresh()),
        board(41, words().board_join(), State::Open, Some(3), fresh()),
        board(42, words().board_all(), State::Open, Some(sample::EXPECTED), fresh()),
        board(43, words().board_results(), State::Open, None, fresh()),
        board(44, words().board_stale(), State::Open, None, stale()),
        board(45, words().board_closed(), State::Closed, None, fresh()),
        away(),
    ];
    super::section("boards", words().boards(), states)
}

/// A board: with its bars, or where they are not shown, with so many ballots.
fn board(
    number: usize,
    title: &'static str,
    at: State,
    hidden: Option<u32>,
    freshness: Freshness,
) -> AnyView {
    let session = sample::session(number, at);
    let tally = hidden.map_or_else(|| sample::tally(&session.questionnaire), Tally::hidden);
    let known = Known {
        session: RwSignal::new(Some(session)),
        lost: RwSignal::new(None),
        tally: RwSignal::new(tally),
        state: RwSignal::new(at),
        freshness: RwSignal::new(freshness),
    };
    state(title, view! { <EmbeddedBoard known /> })
}

fn away() -> AnyView {
    let known = Known {
        session: RwSignal::new(None),
        lost: RwSignal::new(Some(Trouble::NotFound)),
        tally: RwSignal::new(Tally::hidden(0)),
        state: RwSignal::new(State::Draft),
        freshness: RwSignal::new(Freshness::Connecting),
    };
    state(words().board_away(), view! { <EmbeddedBoard known /> })
}
