//! The sheets of the sessions: one for each that has figures, and one for all that have none.

use std::sync::Arc;

use survey::Report;
use survey::report::{Figures, ProgrammeReport, SessionReport};

use super::papers::Sheet;
use super::places::Places;
use super::session_blocks::{facts, paragraph, waiting};
use super::table::Columns;
use super::{results, session_blocks, tools};
use crate::language::language;

/// The sheets, in the order of the sessions; those without figures come last, together.
pub(super) fn sheets(report: &Report, places: &Places) -> Vec<Sheet> {
    let mut sheets = Vec::new();
    for programme in &report.programmes {
        let held = programme.sessions.iter().filter(|session| has_figures(session));
        sheets.extend(held.map(|session| sheet(programme, session, places)));
    }
    sheets.extend(waiting_sheet(report, places));
    sheets
}

fn has_figures(session: &SessionReport) -> bool {
    session.axes.iter().any(|axis| !matches!(axis.figures, Figures::Nothing))
}

fn sheet(programme: &ProgrammeReport, session: &SessionReport, places: &Places) -> Sheet {
    let figures = ::words::figures(language());
    let words = ::words::report(language());
    let name = Places::session(programme, session);
    let days = figures.days(session.days());
    let title =
        words.session(&name, &days, session.answered, session.attendance.people, session.response_percent);
    let chart = Arc::new(results::Title {
        over: [places.programme(programme).as_str(), &name, &days].join(figures.gap()),
        file: format!("{}{name}", places.mark(programme)),
    });
    let mut blocks = facts(session);
    blocks.extend(session.summary.as_ref().map(|summary| paragraph(words.summary(summary))));
    blocks.extend(results::blocks(session, places, programme.unanimous, &chart));
    blocks.extend(session_blocks::voices(session));
    let (over, foot) = (places.programme(programme), words.foot().to_owned());
    Sheet { over, title, foot, columns: Columns::default(), blocks }
}

/// One sheet for all sessions that nobody has answered.
fn waiting_sheet(report: &Report, places: &Places) -> Option<Sheet> {
    let figures = ::words::figures(language());
    let words = ::words::report(language());
    let mut blocks = Vec::new();
    for programme in &report.programmes {
        let mut name = Some(places.programme(programme));
        for session in programme.sessions.iter().filter(|session| !has_figures(session)) {
            let days = figures.days(session.days());
            let heading = words.session(&Places::session(programme, session), &days, 0, None, None);
            blocks.extend(waiting(session, heading, name.take()));
        }
    }
    let (over, title) = (tools::years_and_title(report), words.waiting().to_owned());
    (!blocks.is_empty()).then(|| Sheet {
        over,
        title,
        foot: String::new(),
        columns: Columns::default(),
        blocks,
    })
}
