//! What was understood of a plan, before anything is made: its columns, its rows, and what is wrong with them.

use leptos::prelude::*;
use survey::Questionnaire;
use survey::import::plan::{Column, Plan, Row};
use survey::wire::ProgrammeRow;

use super::row::{Seen, row};
use crate::language::language;

/// What the button below it is about, and whether anything is wrong; nothing while there is no plan. `file` is the name of
/// the file that was chosen, and `existing` are the programmes that are there already.
#[component]
pub(super) fn Preview(
    plan: Memo<Option<Plan>>,
    file: RwSignal<Option<String>>,
    questionnaire: Questionnaire,
    existing: RwSignal<Vec<ProgrammeRow>>,
) -> impl IntoView {
    let words = ::words::programmes(language());
    let heading =
        move || file.get().map_or_else(|| words.preview().to_owned(), |file| words.preview_of(&file));
    move || {
        plan.get().map(|plan| {
            view! {
                <section class="preview">
                    <h3>{heading}</h3>
                    <SameTitles plan=plan.clone() existing />
                    <Verdict plan is_file=file.get().is_some() questionnaire=questionnaire.clone() />
                </section>
            }
        })
    }
}

/// The columns and the rows. A file of our own has no columns that anybody would have to look at: only with `is_table` are
/// they shown.
#[component]
pub(super) fn Details(
    plan: Memo<Option<Plan>>,
    is_table: Memo<bool>,
    questionnaire: Questionnaire,
) -> impl IntoView {
    move || {
        plan.get().map(|plan| {
            view! {
                <div class="preview-details">
                    {is_table.get().then(|| view! {
                        <Columns columns=plan.columns.clone() questionnaire=questionnaire.clone() />
                    })}
                    <Rows plan questionnaire=questionnaire.clone() />
                </div>
            }
        })
    }
}

/// Whether a row cannot be imported like this.
pub(super) fn is_wrong(row: &Row) -> bool {
    row.faults.iter().any(|(_, fault)| fault.hinders())
}

/// Whether it can be made, and if not, why.
#[component]
fn Verdict(plan: Plan, is_file: bool, questionnaire: Questionnaire) -> impl IntoView {
    let sentences = ::words::plan(language());
    let words = ::words::programmes(language());
    let wrong = plan.rows.iter().filter(|row| is_wrong(row)).count();
    if plan.is_sound() {
        let sentence = words.understood(plan.programmes.len(), plan.rows.len());
        let gap = ::words::figures(language()).sentence_gap();
        let assumed = plan.assumes_that_all_answered().then_some(words.all_answered());
        return view! { <p role="status" class="preview-sound">{sentence}{gap}{assumed}</p> }.into_any();
    }
    let of_table = (!plan.faults.is_empty()).then(|| {
        let faults = plan.faults.iter().map(|fault| sentences.table_fault(fault, &questionnaire));
        let faults = faults.map(|fault| view! { <li>{fault}</li> }).collect::<Vec<_>>();
        view! { <p>{words.table_wrong()}</p><ul>{faults}</ul> }
    });
    let rows = plan.rows.len();
    let wrong_rows =
        if is_file { words.wrong_rows_of_file(wrong, rows) } else { words.wrong_rows(wrong, rows) };
    let of_rows = (wrong > 0).then(|| view! { <p>{wrong_rows}</p> });
    view! { <div class="notice" data-kind="bad" role="alert">{of_table}{of_rows}</div> }.into_any()
}

/// That programmes of these titles are there already: importing the same plan twice is easily done.
#[component]
fn SameTitles(plan: Plan, existing: RwSignal<Vec<ProgrammeRow>>) -> impl IntoView {
    let words = ::words::programmes(language());
    let same = move || {
        existing.with(|existing| {
            let is_there = |title: &str, year: i32| {
                existing.iter().any(|row| row.title == title && row.fiscal_year == year)
            };
            let there =
                plan.programmes.iter().filter(|draft| is_there(draft.title.trim(), draft.fiscal_year));
            there.map(|draft| draft.title.clone()).collect::<Vec<_>>()
        })
    };
    move || {
        let same = same();
        (!same.is_empty()).then(|| {
            let titles = same.into_iter().map(|title| view! { <li>{title}</li> }).collect::<Vec<_>>();
            view! { <div class="notice" role="status"><p>{words.same_title()}</p><ul>{titles}</ul></div> }
        })
    }
}

/// Which column was understood as what.
#[component]
fn Columns(columns: Vec<Column>, questionnaire: Questionnaire) -> impl IntoView {
    let sentences = ::words::plan(language());
    let words = ::words::programmes(language());
    let name = |header: &str| {
        let header = header.trim();
        if header.is_empty() { words.no_header().to_owned() } else { header.to_owned() }
    };
    let known: Vec<_> = columns
        .iter()
        .filter_map(|column| {
            Some((name(&column.header), sentences.field(column.field.as_ref()?, &questionnaire)))
        })
        .map(|(header, field)| view! { <li><span>{header}</span>" → "<b>{field}</b></li> })
        .collect();
    let others: Vec<_> =
        columns.iter().filter(|column| column.field.is_none()).map(|column| name(&column.header)).collect();
    let others = (!others.is_empty())
        .then(|| view! { <p class="preview-others">{words.not_imported()}{others.join(::words::figures(language()).comma())}</p> });
    (!known.is_empty() || others.is_some()).then(|| {
        view! {
            <h4>{words.columns()}</h4>
            <ul class="preview-columns">{known}</ul>
            {others}
        }
    })
}

/// The rows, a session each.
#[component]
fn Rows(plan: Plan, questionnaire: Questionnaire) -> impl IntoView {
    let words = ::words::programmes(language());
    if plan.rows.is_empty() {
        return None;
    }
    let headers: Vec<_> = plan.columns.iter().map(|column| column.header.clone()).collect();
    let mut last = None;
    let rows = plan.rows.into_iter().map(|read| {
        let programme = plan.programmes.get(read.programme);
        let is_first = last.replace(read.programme) != Some(read.programme);
        row(Seen { row: read, programme, is_first, headers: &headers, questionnaire: &questionnaire })
    });
    let rows: Vec<_> = rows.collect();
    let head =
        [words.line(), words.date(), words.title(), words.session_title(), words.came(), words.to_check()];
    let head = head.map(|name| view! { <th scope="col">{name}</th> });
    Some(view! {
        <div class="preview-rows">
            <table>
                <thead><tr>{head.to_vec()}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    })
}
