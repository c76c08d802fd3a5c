//! One session's QR code with what it is for and how else to get there.

use leptos::prelude::*;
use survey::wire::SessionView;
use survey::{Days, Language, route};

use crate::address::IS_ALONE;
use crate::invite::Invite;
use crate::parts::Qr;

/// The card. Its sizes are the page's. It hangs where everybody passes, so it speaks Japanese whatever the desk speaks, and
/// says in a line of English what it is.
pub(super) fn card(session: &SessionView) -> AnyView {
    let figures = ::words::figures(Language::Japanese);
    let words = ::words::sheets(Language::Japanese);
    let english = ::words::sheets(Language::English);
    let invite = Invite::to(session);
    let name = words.qr_of(&session.title);
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
            {move || view! { <Qr image=invite.image() name=name.clone() /> }}
            <p class="sheet-how">{words.how()}<small lang=Language::English.tag()>{english.how()}</small></p>
            {if IS_ALONE { ticket_steps() } else { typed(session) }}
        </article>
    }
    .into_any()
}

/// How to get there without a camera.
fn typed(session: &SessionView) -> AnyView {
    let words = ::words::sheets(Language::Japanese);
    view! {
        <footer>
            <p>{words.or()}</p>
            <p class="sheet-address">{route::short_address(&session.public_url, session.code)}</p>
            <p class="sheet-code">{words.code()}" "<b>{session.code.to_string()}</b></p>
        </footer>
    }
    .into_any()
}

/// What to do with the ticket. An address that holds a whole session is nothing to be typed.
fn ticket_steps() -> AnyView {
    let words = ::words::scan(Language::Japanese);
    let english = ::words::scan(Language::English);
    view! {
        <footer>
            <p class="sheet-ticket">{words.show_ticket()}<small lang=Language::English.tag()>{english.show_ticket()}</small></p>
        </footer>
    }
    .into_any()
}
