//! The endpoint's sessions, newest first.

use ::words::ja::{self, desk as words};
use leptos::prelude::*;
use survey::wire::SessionRow;
use survey::{Code, Days};

use super::trouble_notice::TroubleNotice;
use crate::client::{Endpoint, Trouble};

/// The list; calls with the session to look at. `denied` says that the key is not the organiser's.
#[component]
pub(super) fn List(endpoint: Endpoint, on_look: Callback<Code>, denied: RwSignal<bool>) -> impl IntoView {
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
    let row = move |row: SessionRow| {
        let days = Days { first: row.date, last: row.date_end };
        view! {
            <tr>
                <td>{ja::days(days)}</td>
                <th scope="row">{row.title}</th>
                <td><span class="state" data-state=row.state.as_str()>{words::state(row.state)}</span></td>
                <td class="number">{words::answers(row.ballots, row.expected)}</td>
                <td>
                    <button class="button" data-kind="quiet" data-size="small" type="button"
                        aria-describedby=format!("row-{}", row.code) on:click=move |_| on_look.run(row.code)>
                        {words::LOOK}<span class="unseen" id=format!("row-{}", row.code)>{row.code.to_string()}</span>
                    </button>
                </td>
            </tr>
        }
    };
    view! {
        <section class="desk-list">
            <h2>{words::SESSIONS}</h2>
            <TroubleNotice trouble />
            {move || rows.get().map(|rows| if rows.is_empty() {
                view! { <p>{words::NO_SESSIONS}</p> }.into_any()
            } else {
                view! {
                    <table>
                        <thead><tr>
                            <th scope="col">{words::DATE}</th><th scope="col">{words::TITLE}</th>
                            <th scope="col">{words::STATE}</th><th scope="col" class="number">{words::ANSWERS}</th>
                            <td></td>
                        </tr></thead>
                        <tbody>{rows.into_iter().map(row).collect::<Vec<_>>()}</tbody>
                    </table>
                }.into_any()
            })}
        </section>
    }
}
