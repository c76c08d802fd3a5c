//! How to join, and how many have answered.

use leptos::prelude::*;
use survey::wire::SessionView;
use survey::{State, route};

use super::Known;
use crate::address::IS_ALONE;
use crate::language::language;
use crate::parts::{Qr, QrImage, changing};

/// The QR code, the code and the short address; how many have answered of how many expected.
#[component]
pub(super) fn Side(session: SessionView, known: Known) -> impl IntoView {
    let figures = ::words::figures(language());
    let words = ::words::board(language());
    let address = route::short_address(&session.public_url, session.code);
    let image = QrImage::of(&route::qr_text(&session.public_url, session.code));
    let (first, second) = session.code.as_str().split_at_checked(3).unwrap_or_default();
    let (first, second) = (first.to_owned(), second.to_owned());
    let ballots = move || known.tally.with(|tally| tally.ballots);
    let expected = session.expected;
    let status = move || match known.state.get() {
        State::Draft => words.not_yet(),
        State::Open if expected.is_some_and(|expected| ballots() >= expected) => words.all_answered(),
        State::Open => words.answering(),
        State::Closed | State::Sealed => words.over(),
    };
    let meter = expected.map(|expected| {
        view! { <meter class="board-meter" min="0" max=expected prop:value=move || f64::from(ballots().min(expected)) aria-hidden="true"></meter> }
    });
    view! {
        <aside class="board-side">
            // Nobody else's phone could open what is here alone.
            {IS_ALONE.then(|| view! {
                <div class="board-join"><p class="board-scan" hidden=move || known.state.get() != State::Open>{::words::kept(language()).board_kiosk()}</p></div>
            })}
            {(!IS_ALONE).then(|| view! { <div class="board-join">
                <Qr image name=words.qr_name(&address) />
                <div class="board-address">
                    <p class="board-scan" hidden=move || known.state.get() != State::Open>{words.scan()}</p>
                    <p class="board-code" translate="no" aria-label=session.code.to_string()><span>{first}</span><span>{second}</span></p>
                    <p class="board-url" translate="no">{address}</p>
                </div>
            </div> })}
            <div class="board-count">
                <p>
                    <b translate="no" prop:textContent=changing(move || figures.grouped(u64::from(ballots())))></b>
                    <span>{expected.map_or(words.people().to_owned(), |found| words.of_expected(found))}</span>
                </p>
                {meter}
                <p class="board-status" prop:textContent=changing(status)></p>
            </div>
        </aside>
    }
}
