//! One session's QR code with what it is for and how else to get there.

use leptos::prelude::*;
use survey::wire::SessionView;
use survey::{Days, Language, route};

use crate::parts::{Qr, QrImage};

/// The card. Its sizes are the page's. It hangs where everybody passes, so it speaks Japanese whatever the desk speaks, and
/// says in a line of English what it is.
pub(super) fn card(session: &SessionView) -> AnyView {
    let figures = ::words::figures(Language::Japanese);
    let words = ::words::sheets(Language::Japanese);
    let english = ::words::sheets(Language::English);
    let image = QrImage::of(&route::qr_text(&session.public_url, session.code));
    let days = figures.days(Days::of(session.date, session.date_end));
    let venue = session.venue.as_ref().map(|venue| format!("{}{venue}", figures.gap()));
    view! {
        <article class="sheet-card" lang=Language::Japanese.tag()>
            <header>
                {session.programme.clone().map(|programme| view! { <p>{programme}</p> })}
                <h2>{session.title.clone()}</h2>
                <p>{days}{venue}</p>
            </header>
            <p class="sheet-ask">{words.ask()}</p>
            <Qr image name=words.qr_of(&session.title) />
            <p class="sheet-how">{words.how()}<small lang=Language::English.tag()>{english.how()}</small></p>
            <footer>
                <p>{words.or()}</p>
                <p class="sheet-address">{route::short_address(&session.public_url, session.code)}</p>
                <p class="sheet-code">{words.code()}" "<b>{session.code.to_string()}</b></p>
            </footer>
        </article>
    }
    .into_any()
}
