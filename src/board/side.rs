//! How to join, and how many have answered.

use leptos::prelude::*;
use survey::wire::SessionView;
use survey::{State, route};

use super::Known;
use crate::address::IS_ALONE;
use crate::invite::Invite;
use crate::language::language;
use crate::parts::{Qr, changing};

/// The QR code, the code and the short address; how many have answered of how many expected.
#[component]
pub(super) fn Side(session: SessionView, known: Known) -> impl IntoView {
    let figures = ::words::figures(language());
    let words = ::words::board(language());
    let address = route::short_address(&session.public_url, session.code);
    let invite = Invite::to(&session);
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
            {IS_ALONE.then(|| view! { <JoinAlone invite known /> })}
            {(!IS_ALONE).then(|| view! { <div class="board-join">
                <Qr image=invite.image() name=words.qr_name(&address) />
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

/// Where there is no endpoint, phones are invited to make tickets; where no page can be given to them, there is a device.
#[component]
fn JoinAlone(invite: Invite, known: Known) -> impl IntoView {
    let words = ::words::scan(language());
    let said = move || {
        if invite.image().is_some() { words.board_ticket() } else { ::words::kiosk(language()).board() }
    };
    view! {
        <div class="board-join">
            // Nobody is to make a ticket that is not taken any more.
            {move || (!known.state.get().is_over()).then(|| view! { <Qr image=invite.image() name=words.qr_name().to_owned() /> })}
            <p class="board-scan" hidden=move || known.state.get() != State::Open prop:textContent=changing(said)></p>
        </div>
    }
}
