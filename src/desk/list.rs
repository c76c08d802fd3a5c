//! Sessions as a table: all of the endpoint's, newest first, or a programme's by date.

use leptos::prelude::*;
use survey::Days;
use survey::wire::SessionRow;

use super::place::Heading;
use super::trouble_notice::TroubleNotice;
use crate::client::{Endpoint, Trouble};
use crate::language::language;

/// All sessions; calls with the one to look at. `denied` says that the key is not the organiser's.
#[component]
pub(super) fn List(
    endpoint: Endpoint,
    on_look: Callback<SessionRow>,
    denied: RwSignal<bool>,
) -> impl IntoView {
    let words = ::words::desk(language());
    let rows = RwSignal::new(None::<Vec<SessionRow>>);
    let trouble = RwSignal::new(None::<Trouble>);
    leptos::task::spawn_local(async move {
        match endpoint.sessions().await {
            Ok(found) => drop(rows.try_set(Some(found))),
            Err(found) => {
                denied.try_set(found == Trouble::WrongKey);
                trouble.try_set(Some(found));
            }
        }
    });
    view! {
        <section class="desk-list">
            <Heading text=words.sessions() />
            <TroubleNotice trouble />
            {move || rows.get().map(|rows| if rows.is_empty() {
                view! { <p>{words.no_sessions()}</p> }.into_any()
            } else {
                view! { <SessionTable names_programmes=true rows on_look /> }.into_any()
            })}
        </section>
    }
}

/// The table; calls with the session to look at.
#[component]
pub(crate) fn SessionTable(
    rows: Vec<SessionRow>,
    on_look: Callback<SessionRow>,
    #[prop(optional)] names_programmes: bool,
) -> impl IntoView {
    let figures = ::words::figures(language());
    let words = ::words::desk(language());
    let row = move |row: SessionRow| {
        let days = Days::of(row.date, row.date_end);
        let answers = if row.published {
            words.published_short().to_owned()
        } else {
            words.answers(row.ballots.saturating_add(row.collected), row.expected)
        };
        let (title, state, id) = (row.title.clone(), row.state, format!("row-{}", row.code));
        let code = row.code.to_string();
        let programme = row.programme_title.clone().filter(|_| names_programmes);
        view! {
            <tr>
                <td>{figures.days(days)}</td>
                <th scope="row">{programme.clone().map(|programme| view! { <small>{programme}</small> })}{title}</th>
                <td><span class="state" data-state=state.as_str()>{words.state(state)}</span></td>
                <td class="number">{answers}</td>
                <td>
                    <button class="button" data-kind="quiet" data-size="small" type="button"
                        aria-describedby=id.clone() on:click=move |_| on_look.run(row.clone())>
                        {words.look()}<span class="unseen" id=id.clone()>{code}</span>
                    </button>
                </td>
            </tr>
        }
    };
    view! {
        <table>
            <thead><tr>
                <th scope="col">{words.date()}</th><th scope="col">{words.title()}</th>
                <th scope="col">{words.state_label()}</th><th scope="col" class="number">{words.answers_label()}</th>
                <td></td>
            </tr></thead>
            <tbody>{rows.into_iter().map(row).collect::<Vec<_>>()}</tbody>
        </table>
    }
}
