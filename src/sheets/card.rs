//! One session's QR code with what it is for and how else to get there.

use leptos::prelude::*;
use survey::wire::SessionView;
use survey::{Days, route};

use crate::language::language;
use crate::parts::{Qr, QrImage};

/// The card. Its sizes are the page's.
pub(super) fn card(session: &SessionView) -> AnyView {
    let figures = ::words::figures(language());
    let words = ::words::sheets(language());
    let image = QrImage::of(&route::qr_text(&session.public_url, session.code));
    let days = figures.days(Days::of(session.date, session.date_end));
    let venue = session.venue.as_ref().map(|venue| format!("{}{venue}", figures.gap()));
    view! {
        <article class="sheet-card">
            <header>
                {session.programme.clone().map(|programme| view! { <p>{programme}</p> })}
                <h2>{session.title.clone()}</h2>
                <p>{days}{venue}</p>
            </header>
            <p class="sheet-ask">{words.ask()}</p>
            <Qr image name=words.qr_of(&session.title) />
            <p class="sheet-how">{words.how()}</p>
            <footer>
                <p>{words.or()}</p>
                <p class="sheet-address">{route::short_address(&session.public_url, session.code)}</p>
                <p class="sheet-code">{words.code()}" "<b>{session.code.to_string()}</b></p>
            </footer>
        </article>
    }
    .into_any()
}
