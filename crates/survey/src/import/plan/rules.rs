//! The rules of sessions and programmes, told of the columns that they concern.

use super::{CellFault, Column, Field};
use crate::wire::{ProgrammeDraft, SessionDraft};
use crate::{Refusal, Rule};

/// Faults by column.
pub(super) type Faults = Vec<(Option<usize>, CellFault)>;

/// What a session's draft breaks, without what its columns are already said to be wrong about.
pub(super) fn check_session(columns: &[Column], draft: &SessionDraft, faults: &mut Faults) {
    add(columns, draft.clone().into_session().check(), faults);
}

/// What a programme's draft breaks, for the first of its rows.
pub(super) fn check_programme(columns: &[Column], draft: &ProgrammeDraft, faults: &mut Faults) {
    let refusals = draft.clone().into_programme().0.check();
    let at = |pointer: &str| match pointer {
        // A programme's title is not a session's, nor its attendance.
        "/title" => "/programme".to_owned(),
        other if other.starts_with("/attendance") => String::new(),
        other => other.to_owned(),
    };
    add(columns, refusals.into_iter().map(|r| Refusal::new(at(&r.pointer), r.rule)).collect(), faults);
}

fn add(columns: &[Column], refusals: Vec<Refusal>, faults: &mut Faults) {
    for refusal in refusals {
        let column = column_of(columns, &refusal.pointer);
        if faults.iter().any(|(at, fault)| at.is_some() && *at == column && fault.hinders()) {
            continue;
        }
        faults.push((column, fault_of(refusal.rule)));
    }
}

pub(super) fn fault_of(rule: Rule) -> CellFault {
    if rule == Rule::Blank { CellFault::Blank } else { CellFault::Rule(rule) }
}

fn column_of(columns: &[Column], pointer: &str) -> Option<usize> {
    let mut parts = pointer.split('/').skip(1);
    let fields = match (parts.next()?, parts.next(), parts.next()) {
        ("title", ..) => vec![Field::Title],
        ("programme", ..) => vec![Field::Programme],
        ("audience", ..) => vec![Field::Audience],
        ("group", ..) => vec![Field::Group],
        ("date", ..) => vec![Field::Date],
        ("date_end", ..) => vec![Field::DateEnd, Field::Date],
        ("venue", ..) => vec![Field::Venue],
        ("purpose", ..) => vec![Field::Purpose],
        ("agenda", ..) => vec![Field::Agenda],
        ("homework", ..) => vec![Field::Homework],
        ("expected", ..) => vec![Field::Expected, Field::People],
        ("attendance", Some("municipalities"), _) => vec![Field::Municipalities, Field::People],
        ("attendance", ..) => vec![Field::People, Field::Municipalities],
        ("published", Some("base"), _) => vec![Field::Base, Field::People],
        ("published", Some("axes"), Some(axis)) => vec![Field::Percent(axis.to_owned())],
        _ => vec![],
    };
    let place = |field: &Field| columns.iter().position(|column| column.field.as_ref() == Some(field));
    fields.iter().find_map(place)
}
