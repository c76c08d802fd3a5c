//! What the organiser writes about the programmes: what went well, what did not, what should follow.

use leptos::prelude::*;
use survey::Report;
use survey::report::ProgrammeReport;

use super::papers::{Block, Sheet};
use super::places::Places;
use super::table::Columns;
use super::tools;
use crate::language::language;

/// The sheet; none where nothing is written.
pub(super) fn sheet(report: &Report, places: &Places) -> Option<Sheet> {
    let words = ::words::report(language());
    let written: Vec<_> = report.programmes.iter().filter(|programme| has_any(programme)).collect();
    // The heading says of which programme it is, where there are several.
    let several = report.programmes.len() > 1;
    let name = |programme| several.then(|| places.programme(programme));
    let blocks: Vec<_> = written.iter().flat_map(|programme| blocks(programme, name(programme))).collect();
    let title = words.reflection().to_owned();
    let over = tools::years_and_title(report);
    (!blocks.is_empty()).then(|| Sheet {
        over,
        title,
        foot: String::new(),
        columns: Columns::default(),
        blocks,
    })
}

fn has_any(programme: &ProgrammeReport) -> bool {
    let lists = [&programme.good_points, &programme.issues, &programme.suggestions];
    lists.into_iter().any(|list| !list.is_empty())
}

/// A block per point, the first of each list with its headings.
fn blocks(programme: &ProgrammeReport, name: Option<String>) -> Vec<Block> {
    let words = ::words::report(language());
    let lists = [
        (words.good_points(), &programme.good_points),
        (words.issues(), &programme.issues),
        (words.suggestions(), &programme.suggestions),
    ];
    let mut name = name;
    let mut blocks = Vec::new();
    for (heading, points) in lists {
        for (number, point) in points.iter().enumerate() {
            let name = if number == 0 { name.take() } else { None };
            let heading = (number == 0).then_some(heading);
            let point = point.clone();
            blocks.push(Block::part(move || {
                view! {
                    {name.clone().map(|name| view! { <p class="report-part-name">{name}</p> })}
                    {heading.map(|heading| view! { <h3>{heading}</h3> })}
                    <ul class="report-points"><li>{point.clone()}</li></ul>
                }
                .into_any()
            }));
        }
    }
    blocks
}
