//! One row of the preview: everything that was understood of a session, and what is wrong with it.

use leptos::prelude::*;
use survey::import::plan::{CellFault, Row};
use survey::wire::{ProgrammeDraft, SessionDraft};
use survey::{Days, Published, Questionnaire};

use super::preview::is_wrong;
use crate::language::language;

/// A row, with what it stands among.
pub(super) struct Seen<'p> {
    /// The row.
    pub(super) row: Row,
    /// Its programme.
    pub(super) programme: Option<&'p ProgrammeDraft>,
    /// Whether the row before it is of another one.
    pub(super) is_first: bool,
    /// The table's headers.
    pub(super) headers: &'p [String],
    /// What percentages are of.
    pub(super) questionnaire: &'p Questionnaire,
}

/// The row as it is shown.
pub(super) fn row(seen: Seen<'_>) -> impl IntoView + use<> {
    let figures = ::words::figures(language());
    let words = ::words::programmes(language());
    let Seen { row, programme, is_first, headers, questionnaire } = seen;
    let wrong = is_wrong(&row);
    let faults: Vec<_> = row.faults.iter().map(|(column, fault)| said(*column, fault, headers)).collect();
    let session = row.session;
    // A date that cannot be read is not the same as none.
    let unreadable = row.faults.iter().any(|(_, fault)| matches!(fault, CellFault::Date(_)));
    let days = if unreadable { None } else { Some(figures.days(Days::of(session.date, session.date_end))) };
    let published = session.published.as_ref().map(|published| percentages(published, questionnaire));
    let came = came(&session);
    let of_programme = programme.map(|programme| {
        let rest = is_first.then(|| rest_of(programme)).filter(|rest| !rest.is_empty());
        (programme.title.clone(), rest)
    });
    let (title, rest) = of_programme.unwrap_or_default();
    let points = points(&session);
    view! {
        <tr data-wrong=wrong.to_string()>
            <td class="number" data-label=words.line()>{row.line}</td>
            <td data-label=words.date()>{days}</td>
            <td data-label=words.title()>{title}{rest.map(|rest| view! { <p class="hint">{rest}</p> })}</td>
            <th scope="row" data-label=words.session_title()>{session.title}{points}</th>
            <td data-label=words.came()>{came}{published.map(|published| view! { <p>{published}</p> })}</td>
            <td class="preview-faults" data-label=words.to_check()>{faults}</td>
        </tr>
    }
}

/// What is wrong with a cell, marked in words by how much it matters.
fn said(column: Option<usize>, fault: &CellFault, headers: &[String]) -> impl IntoView + use<> {
    let sentences = ::words::plan(language());
    let words = ::words::programmes(language());
    let sentence = sentences.cell_fault(fault);
    let header = column.and_then(|column| headers.get(column)).filter(|header| !header.trim().is_empty());
    let sentence = header.map_or(sentence.clone(), |header| words.in_column(header.trim(), &sentence));
    let (kind, mark) = if fault.hinders() { ("bad", words.wrong()) } else { ("note", words.noteworthy()) };
    view! { <p data-kind=kind><b class="preview-mark">{mark}</b>" "{sentence}</p> }
}

/// Audience and group.
fn rest_of(programme: &ProgrammeDraft) -> String {
    [programme.audience.as_deref(), programme.group.as_deref()]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(::words::figures(language()).gap())
}

/// 12自治体・21人, or how many are expected.
fn came(session: &SessionDraft) -> String {
    let of_desk = ::words::desk(language());
    let words = ::words::programmes(language());
    let expected =
        session.expected.filter(|_| session.attendance.people.is_none()).map(|found| words.expected(found));
    [of_desk.came(session.attendance), expected]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(::words::figures(language()).gap())
}

/// 公表値（21人）：理解度 100%　役立ち度 95%.
fn percentages(published: &Published, questionnaire: &Questionnaire) -> String {
    let words = ::words::programmes(language());
    let axes = questionnaire.axes.iter().filter_map(|axis| {
        let figure = published.axes.get(&axis.id)?;
        Some(words.percent(&axis.name, figure.percent))
    });
    words.published(published.base, &axes.collect::<Vec<_>>())
}

/// Venue, purpose, agenda and homework.
fn points(session: &SessionDraft) -> impl IntoView + use<> {
    let of_desk = ::words::desk(language());
    let words = ::words::programmes(language());
    let figures = ::words::figures(language());
    let joined = |lines: &[String]| (!lines.is_empty()).then(|| lines.join(figures.slash()));
    let points = [
        (of_desk.venue(), session.venue.clone()),
        (of_desk.purpose(), session.purpose.clone()),
        (words.agenda(), joined(&session.agenda)),
        (of_desk.homework_short(), joined(&session.homework)),
    ];
    let points = points.into_iter().filter_map(|(name, text)| Some((name, text?)));
    points.map(|(name, text)| view! { <p class="hint">{name}{figures.colon()}{text}</p> }).collect::<Vec<_>>()
}
