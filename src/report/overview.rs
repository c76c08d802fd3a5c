//! The report's first sheet: the table of all sessions, what its percentages mean, what needs checking, who came, and
//! the axes over the sessions.

use leptos::prelude::*;
use survey::Report;
use survey::report::{AxisName, Figures, ProgrammeReport, SessionReport};

use super::papers::{Block, Sheet};
use super::places::Places;
use super::table::{Columns, Figure, Row};
use super::{course, findings, table, tools};
use crate::language::language;

pub(super) fn sheet(report: &Report, places: &Places) -> Sheet {
    let words = ::words::report(language());
    let axes = report.axes();
    let columns = columns(report, &axes);
    let mut blocks: Vec<_> = rows(report, places, &axes).into_iter().map(Block::Row).collect();
    // A plan without a percentage needs no definition of one.
    let figures = sessions(report).flat_map(|session| &session.axes);
    if figures.filter_map(|axis| axis.figures.percent()).next().is_some() {
        blocks.push(notes(report));
    }
    blocks.extend(findings::blocks(report));
    blocks.extend(attendance(report, places));
    blocks.extend(course::blocks(report, places));
    Sheet {
        over: tools::years_and_title(report),
        title: words.overview().to_owned(),
        foot: words.foot().to_owned(),
        columns,
        blocks,
    }
}

/// The table of all sessions by itself, without marks on doubtful figures.
pub(crate) fn summary_table(report: &Report) -> AnyView {
    let axes = report.axes();
    table::table(&columns(report, &axes), rows(report, &Places::of(report), &axes))
}

fn columns(report: &Report, axes: &[AxisName<'_>]) -> Columns {
    Columns {
        audience: report.programmes.iter().any(|programme| programme.audience.is_some()),
        axes: axes.iter().map(|axis| axis.name.to_owned()).collect(),
    }
}

fn rows(report: &Report, places: &Places, axes: &[AxisName<'_>]) -> Vec<Row> {
    let figures = ::words::figures(language());
    let words = ::words::report(language());
    let mut rows = Vec::new();
    for (position, programme) in report.programmes.iter().enumerate() {
        for session in &programme.sessions {
            let figure = |axis: &AxisName<'_>| figure(session, *axis, places.is_doubtful(session, axis.id));
            rows.push(Row {
                position,
                programme: places.programme(programme),
                audience: programme.audience.clone().unwrap_or_default(),
                session: Places::session(programme, session),
                days: figures.days(session.days()),
                people: session
                    .attendance
                    .people
                    .map_or(words.nothing().to_owned(), |came| words.in_column(came.into())),
                answered: match session.answered {
                    0 => words.nothing().to_owned(),
                    answered => words.in_column(answered.into()),
                },
                figures: axes.iter().map(figure).collect(),
            });
        }
    }
    rows
}

fn figure(session: &SessionReport, axis: AxisName<'_>, is_doubtful: bool) -> Option<Figure> {
    let words = ::words::report(language());
    let figures = session.figures(axis)?;
    let count = match figures {
        Figures::Counted { headline, .. } if headline.is_small() => {
            Some(::words::figures(language()).of_people(headline))
        }
        Figures::Counted { base, skipped: 1.., .. } => Some(words.answered_of(*base)),
        _ => None,
    };
    Some(Figure { percent: figures.percent()?, count, is_doubtful })
}

fn sessions(report: &Report) -> impl Iterator<Item = &SessionReport> {
    report.programmes.iter().flat_map(|programme| &programme.sessions)
}

/// What the percentages mean.
fn notes(report: &Report) -> Block {
    let words = ::words::report(language());
    let definition = words.definition(report);
    let published = sessions(report).any(|session| session.is_published).then_some(words.published_note());
    let gap = ::words::figures(language()).sentence_gap();
    Block::part(move || view! { <p class="report-notes">{definition.clone()}{gap}{published}</p> }.into_any())
}

/// Who came to each programme, as far as it is known.
fn attendance(report: &Report, places: &Places) -> Option<Block> {
    let words = ::words::report(language());
    let known = |programme: &ProgrammeReport| {
        let came = words.attendance(&programme.attendance);
        (!came.is_empty()).then(|| (places.programme(programme), came))
    };
    let lines: Vec<_> = report.programmes.iter().filter_map(known).collect();
    let draw = move || {
        let line = |(programme, came): &(String, String)| view! { <dt>{programme.clone()}</dt><dd>{came.clone()}</dd> };
        view! {
            <h3>{words.attendance_label()}</h3>
            <dl class="report-came">{lines.iter().map(line).collect::<Vec<_>>()}</dl>
        }
        .into_any()
    };
    report.programmes.iter().any(|programme| known(programme).is_some()).then(|| Block::part(draw))
}
