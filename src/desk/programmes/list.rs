//! All programmes: by fiscal year, and within it by what they are part of.

use leptos::prelude::*;
use survey::wire::ProgrammeRow;

use super::new::New;
use crate::client::{Endpoint, Trouble};
use crate::desk::place::{Heading, Nav, Place};
use crate::desk::trouble_notice::TroubleNotice;
use crate::language::language;

/// A year's programmes that are part of the same.
type Group = (Option<String>, Vec<ProgrammeRow>);

/// The rows by year and group, each in the order in which it first appears.
fn by_year_and_group(rows: Vec<ProgrammeRow>) -> Vec<(i32, Vec<Group>)> {
    let mut years: Vec<(i32, Vec<Group>)> = Vec::new();
    for row in rows {
        let at = position_or_end(&years, &row.fiscal_year);
        if at == years.len() {
            years.push((row.fiscal_year, Vec::new()));
        }
        let Some((_, groups)) = years.get_mut(at) else { continue };
        let at = position_or_end(groups, &row.group);
        if at == groups.len() {
            groups.push((row.group.clone(), Vec::new()));
        }
        if let Some((_, rows)) = groups.get_mut(at) {
            rows.push(row);
        }
    }
    years
}

fn position_or_end<K: PartialEq, V>(pairs: &[(K, V)], key: &K) -> usize {
    pairs.iter().position(|(found, _)| found == key).unwrap_or(pairs.len())
}

/// The list, with the ways to make more.
#[component]
pub(in crate::desk) fn Programmes(endpoint: Endpoint, nav: Nav) -> impl IntoView {
    let words = ::words::programmes(language());
    let of_report = ::words::report(language());
    let rows = RwSignal::new(None::<Vec<ProgrammeRow>>);
    let trouble = RwSignal::new(None::<Trouble>);
    let making = RwSignal::new(false);
    let reader = endpoint.clone();
    leptos::task::spawn_local(async move {
        match reader.programmes().await {
            Ok(found) => drop(rows.try_set(Some(found))),
            Err(found) => drop(trouble.try_set(Some(found))),
        }
    });
    let denied = move || trouble.with(|trouble| *trouble == Some(Trouble::WrongKey));
    let all = move |rows: Vec<ProgrammeRow>| {
        let years = by_year_and_group(rows).into_iter();
        let year = |(year, groups): (i32, Vec<Group>)| {
            let groups = groups.into_iter().map(|group| view! { <OneGroup nav group /> });
            view! { <section class="programme-year"><h3>{of_report.fiscal_year(year)}</h3>{groups.collect::<Vec<_>>()}</section> }
        };
        years.map(year).collect::<Vec<_>>()
    };
    view! {
        <section class="programmes">
            <Heading text=words.programmes() />
            <TroubleNotice trouble />
            <div class="desk-actions" hidden=denied>
                <a class="button" href=nav.to(Place::Import)>{words.import_link()}</a>
                <button class="button" data-kind="quiet" type="button" aria-expanded=move || making.get().to_string()
                    on:click=move |_| making.update(|making| *making = !*making)>{words.make()}</button>
            </div>
            {move || making.get().then(|| view! { <New endpoint=endpoint.clone() nav /> })}
            {move || rows.get().map(|rows| if rows.is_empty() {
                view! { <p class="programmes-none">{words.no_programmes()}</p> }.into_any()
            } else {
                all(rows).into_any()
            })}
        </section>
    }
}

/// One group's table.
#[component]
fn OneGroup(nav: Nav, group: Group) -> impl IntoView {
    let words = ::words::programmes(language());
    let (name, rows) = group;
    let together = (name.is_some() && rows.len() > 1).then(|| {
        let ids = rows.iter().map(|row| row.id).collect();
        view! { <a class="link" href=nav.report(ids)>{words.report_together()}</a> }
    });
    let row = move |row: ProgrammeRow| {
        let id = format!("programme-{}", row.id);
        view! {
            <tr>
                <th scope="row" id=id.clone()>{row.title}</th>
                <td>{row.audience}</td>
                <td class="number" data-label=words.answered_label()>{words.answered(row.answered, row.sessions)}</td>
                <td>
                    <a class="button" data-kind="quiet" data-size="small" aria-describedby=id.clone()
                        href=nav.to(Place::Programme(row.id))>{words.look()}</a>
                    " "
                    <a class="button" data-kind="quiet" data-size="small" aria-describedby=id
                        href=nav.report(vec![row.id])>{words.report()}</a>
                </td>
            </tr>
        }
    };
    view! {
        <div class="programme-group-head">
            <h4>{name.unwrap_or_else(|| words.no_group().to_owned())}</h4>
            {together}
        </div>
        <table>
            <thead><tr>
                <th scope="col">{words.title()}</th><th scope="col">{words.audience()}</th>
                <th scope="col" class="number">{words.answered_label()}</th><td></td>
            </tr></thead>
            <tbody>{rows.into_iter().map(row).collect::<Vec<_>>()}</tbody>
        </table>
    }
}
