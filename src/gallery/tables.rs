//! Tables, the states that stand in them, and the QR code.

use leptos::prelude::*;
use survey::{State, route};

use super::words;
use super::{sample, state};
use crate::desk::SessionTable;
use crate::parts::{Qr, QrImage};
use crate::report::summary_table;

/// The desk's list, the report's summary table, a QR code.
pub(super) fn section() -> AnyView {
    let rows =
        [State::Draft, State::Open, State::Closed, State::Sealed].map(|state| sample::row(state, false));
    let rows = rows.into_iter().chain([sample::row(State::Closed, true)]).collect();
    let session = sample::session(30, State::Open);
    let image = QrImage::of(&route::qr_text(&session.public_url, session.code));
    let on_look = Callback::new(|_| {});
    let states = vec![
        state(
            words().tables(),
            view! { <div class="desk-list desk"><SessionTable names_programmes=true rows on_look /></div> },
        ),
        state(
            words().programme(),
            view! {
                <div class="report-scroll" role="region" aria-label=words().programme() tabindex="0">{summary_table(&sample::report())}</div>
            },
        ),
        state(words().qr(), view! { <div class="desk-qr"><Qr image name=words().qr().to_owned() /></div> }),
    ];
    super::section("tables", words().tables(), states)
}
