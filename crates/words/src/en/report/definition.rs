//! How a report's percentages are defined.

use survey::Report;
use survey::report::AxisRule;

use super::mark;
use crate::en::figures::joined_labels;

/// The sentence under the table: which choices each axis counts as favourable, once where all programmes count alike.
pub fn definition(report: &Report) -> String {
    let mut groups: Vec<(Vec<String>, &[AxisRule])> = Vec::new();
    for programme in report.programmes.iter().filter(|programme| !programme.axes.is_empty()) {
        let mark = match mark(report, programme) {
            none if none.is_empty() => programme.title.clone(),
            mark => mark,
        };
        match groups.iter_mut().find(|(_, axes)| *axes == programme.axes) {
            Some((of, _)) => of.push(mark),
            None => groups.push((vec![mark], &programme.axes)),
        }
    }
    let is_alone = groups.len() == 1;
    let group = |(of, rules): (Vec<String>, &[AxisRule])| {
        let rules: Vec<_> = rules.iter().map(rule).collect();
        let rules = rules.join("; ");
        if is_alone { rules } else { format!("[{}] {rules}", of.join(", ")) }
    };
    let groups: Vec<_> = groups.into_iter().map(group).collect();
    format!(
        "Each percentage is of those who answered the question, and counts these choices: {}.",
        groups.join(". ")
    )
}

/// Understanding: “Very well” or “Well”.
fn rule(rule: &AxisRule) -> String {
    let labels = |favourable: &[String]| joined_labels(favourable.iter().map(String::as_str));
    let others =
        rule.exceptions.iter().map(|other| format!("in {}: {}", other.session, labels(&other.favourable)));
    let others: Vec<_> = others.collect();
    let others = if others.is_empty() { String::new() } else { format!(" ({})", others.join("; ")) };
    format!("{}: {}{others}", rule.name, labels(&rule.favourable))
}
