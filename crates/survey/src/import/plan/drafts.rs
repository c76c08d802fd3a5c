//! Drafts from a file of our own, looked at like a table that was read.

use super::rules::{self, Faults};
use super::{CellFault, Column, Field, LIMIT, Plan, Row, TableFault};
use crate::wire::{ProgrammeDraft, SessionDraft};

/// The members of a session's and a programme's draft that a table could have.
static MEMBERS: [(&str, Field); 13] = [
    ("group", Field::Group),
    ("programme", Field::Programme),
    ("audience", Field::Audience),
    ("title", Field::Title),
    ("date", Field::Date),
    ("date_end", Field::DateEnd),
    ("venue", Field::Venue),
    ("municipalities", Field::Municipalities),
    ("people", Field::People),
    ("expected", Field::Expected),
    ("purpose", Field::Purpose),
    ("agenda", Field::Agenda),
    ("homework", Field::Homework),
];

pub(super) fn plan(drafts: Vec<ProgrammeDraft>) -> Plan {
    let mut plan = Plan { columns: columns(&drafts), ..Plan::default() };
    for mut programme in drafts {
        let sessions = std::mem::take(&mut programme.sessions);
        let mut of_programme = Faults::new();
        rules::check_programme(&plan.columns, &programme, &mut of_programme);
        if sessions.is_empty() {
            let rules = programme.clone().into_programme().0.check();
            let fault = |rule| TableFault::Programme { title: programme.title.clone(), rule };
            plan.faults.extend(rules.into_iter().map(|refusal| fault(refusal.rule)));
        }
        for session in sessions {
            let mut faults = std::mem::take(&mut of_programme);
            check(&plan.columns, &session, programme.fiscal_year, &mut faults);
            let line = plan.rows.len() + 1;
            plan.rows.push(Row { line, programme: plan.programmes.len(), session, faults });
        }
        plan.programmes.push(programme);
    }
    if plan.rows.is_empty() && plan.faults.is_empty() {
        plan.faults.push(TableFault::Empty);
    }
    if plan.rows.len() > LIMIT {
        plan.faults.push(TableFault::TooManyRows { limit: LIMIT });
        plan.rows.clear();
    }
    plan
}

fn check(columns: &[Column], session: &SessionDraft, fiscal_year: i32, faults: &mut Faults) {
    let at = columns.iter().position(|column| column.field == Some(Field::Date));
    match session.date {
        None => faults.push((at, CellFault::NoDate)),
        Some(date) if date.fiscal_year() != fiscal_year => faults.push((at, CellFault::OutsideFiscalYear)),
        Some(_) => {}
    }
    rules::check_session(columns, session, faults);
}

/// The members, and the published axes, each once in the order they come.
fn columns(drafts: &[ProgrammeDraft]) -> Vec<Column> {
    let column =
        |(header, field): &(&str, Field)| Column { header: (*header).to_owned(), field: Some(field.clone()) };
    let mut columns: Vec<_> = MEMBERS.iter().map(column).collect();
    let published = || drafts.iter().flat_map(|draft| &draft.sessions).filter_map(|s| s.published.as_ref());
    if published().next().is_some() {
        columns.push(column(&("base", Field::Base)));
    }
    for axis in published().flat_map(|published| published.axes.keys()) {
        if !columns.iter().any(|column| column.header == *axis) {
            columns.push(Column { header: axis.clone(), field: Some(Field::Percent(axis.clone())) });
        }
    }
    columns
}
