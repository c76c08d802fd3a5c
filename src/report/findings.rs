//! What needs checking before the report is published, spelled out under the table.

use leptos::prelude::*;
use survey::Report;
use survey::report::Doubt;

use super::papers::Block;
use crate::language::language;

/// So many lines stay together.
const TOGETHER: usize = 8;

/// The box, in pieces that stay together; none where nothing needs checking.
pub(super) fn blocks(report: &Report) -> Vec<Block> {
    let words = ::words::report(language());
    let doubts: Vec<&Doubt> = report.findings.iter().map(|finding| &finding.what).collect();
    let heading = words.findings(&doubts);
    let lines = report.findings.iter().filter_map(|finding| words.finding_of(report, finding));
    let lines: Vec<_> = lines.collect();
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
