//! One session's QR code with what it is for and how else to get there.

use ::words::ja::{self, sheets as words};
use leptos::prelude::*;
use survey::wire::SessionView;
use survey::{Days, route};

use crate::parts::{Qr, QrImage};

/// The card. Its sizes are the page's.
pub(super) fn card(session: &SessionView) -> AnyView {
    let image = QrImage::of(&route::qr_text(&session.public_url, session.code));
    let days = ja::days(Days::of(session.date, session.date_end));
    let venue = session.venue.as_ref().map(|venue| format!("　{venue}"));
    view! {
        <article class="sheet-card">
            <header>
                {session.programme.clone().map(|programme| view! { <p>{programme}</p> })}
                <h2>{session.title.clone()}</h2>
                <p>{days}{venue}</p>
            </header>
            <p class="sheet-ask">{words::ASK}</p>
            <Qr image name=words::qr_of(&session.title) />
            <p class="sheet-how">{words::HOW}</p>
            <footer>
                <p>{words::OR}</p>
                <p class="sheet-address">{route::short_address(&session.public_url, session.code)}</p>
                <p class="sheet-code">{words::CODE}" "<b>{session.code.to_string()}</b></p>
            </footer>
        </article>
    }
    .into_any()
}
