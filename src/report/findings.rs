//! What needs checking before the report is published, spelled out under the table.

use leptos::prelude::*;
use survey::Report;
use survey::report::{Doubt, Figures, Finding};
use words::ja::report as words;

use super::papers::Block;
use super::places::Places;

/// So many lines stay together.
const TOGETHER: usize = 8;

/// The box, in pieces that stay together; none where nothing needs checking.
pub(super) fn blocks(report: &Report, places: &Places) -> Vec<Block> {
    let doubts: Vec<&Doubt> = report.findings.iter().map(|finding| &finding.what).collect();
    let heading = words::findings(&doubts);
    let lines: Vec<_> = report.findings.iter().filter_map(|finding| line(report, places, finding)).collect();
    let piece = |(number, lines): (usize, &[String])| {
        let heading = (number == 0).then(|| heading.clone());
        let lines = lines.to_vec();
        Block::part(move || {
            let lines: Vec<_> = lines.iter().map(|line| view! { <li>{line.clone()}</li> }).collect();
            let heading = heading.clone().map(|heading| view! { <h3>{heading}</h3> });
            view! { <div class="report-findings">{heading}<ul>{lines}</ul></div> }.into_any()
        })
    };
    lines.chunks(TOGETHER).enumerate().map(piece).collect()
}

/// A finding as a sentence; none where the report does not have its session.
fn line(report: &Report, places: &Places, finding: &Finding) -> Option<String> {
    let (programme, session) = report.programmes.iter().find_map(|programme| {
        let session = programme.sessions.iter().find(|session| session.code == finding.code)?;
        Some((programme, session))
    })?;
    let axis = finding.axis.as_ref().and_then(|id| session.axes.iter().find(|report| report.axis.id == *id));
    let place = places.session_of(programme, session);
    let place = axis.map_or(place.clone(), |report| format!("{place} {}", report.axis.name));
    let named = match axis.map(|report| &report.figures) {
        Some(Figures::Published { named, .. }) => named.as_slice(),
        _ => &[],
    };
    Some(words::finding(&place, &finding.what, named))
}
