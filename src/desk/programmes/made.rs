//! What an import made: every session with its code, and the links, which carry keys that are shown only now.

use leptos::prelude::*;
use survey::wire::{ProgrammeDraft, ProgrammeMade, SessionDraft, SessionLinks};
use survey::{Days, Route};

use super::links_file::csv;
use crate::address::{self, IS_ALONE};
use crate::desk::place::{Heading, Nav, Place};
use crate::language::language;
use crate::parts::save_text;

/// A session that was made, with what it was made of.
pub(super) type MadeSession = (SessionDraft, SessionLinks);

/// What was made; `again` begins anew. `saved` says whether the links were saved.
#[component]
pub(super) fn Made(
    nav: Nav,
    made: Vec<(ProgrammeDraft, ProgrammeMade)>,
    again: Callback<()>,
    saved: RwSignal<bool>,
) -> impl IntoView {
    let of_desk = ::words::desk(language());
    let words = ::words::programmes(language());
    if IS_ALONE {
        // There are no keys that could be lost.
        saved.set(true);
    }
    let programmes: Vec<_> = made
        .into_iter()
        .map(|(draft, made)| {
            let sessions: Vec<MadeSession> = draft.sessions.into_iter().zip(made.sessions).collect();
            (made.id, made.title, sessions)
        })
        .collect();
    let ids = programmes.iter().map(|(id, ..)| *id).collect();
    let codes: Vec<_> =
        programmes.iter().flat_map(|(_, _, sessions)| sessions).map(|(_, links)| links.code).collect();
    let number = codes.len();
    let file = csv(programmes.iter().map(|(_, title, sessions)| (title.as_str(), sessions.as_slice())));
    let save = move |_| {
        save_text(&file, "text/csv;charset=utf-8", words.links_file());
        saved.set(true);
    };
    let more = move |_| {
        if window().confirm_with_message(words.import_more_sure()).unwrap_or(false) {
            again.run(());
        }
    };
    let tables = programmes.into_iter().map(|(id, title, sessions)| {
        let rows = sessions.into_iter().map(row).collect::<Vec<_>>();
        view! {
            <h3><a href=nav.to(Place::Programme(id)) target="_blank" rel="noopener">{title}</a></h3>
            <table>
                <thead><tr>
                    <th scope="col">{of_desk.date()}</th><th scope="col">{of_desk.title()}</th><th scope="col">{words.code()}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        }
    });
    let tables = tables.collect::<Vec<_>>();
    // Other pages open beside this one: leaving it would lose the keys.
    view! {
        <section class="made">
            <Heading text=words.made(number) />
            <p class="desk-once" hidden=IS_ALONE>{words.keys_once()}</p>
            <div class="desk-actions">
                <button class="button" type="button" hidden=IS_ALONE on:click=save>{words.save_links()}</button>
                <a class="button" data-kind="quiet" href=address::to(&Route::Sheets(codes)) target="_blank" rel="noopener">{words.sheets()}</a>
                <a class="button" data-kind="quiet" href=nav.report(ids) target="_blank" rel="noopener">{words.report()}</a>
                <button class="link-button" type="button" on:click=more>{words.import_more()}</button>
            </div>
            {tables}
        </section>
    }
}

fn row((draft, links): MadeSession) -> impl IntoView {
    let figures = ::words::figures(language());
    let days = figures.days(Days::of(draft.date, draft.date_end));
    view! {
        <tr>
            <td>{days}</td>
            <th scope="row">{links.title}</th>
            <td class="made-code">{links.code.to_string()}</td>
        </tr>
    }
}
