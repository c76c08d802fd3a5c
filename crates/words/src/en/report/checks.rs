//! What needs checking before a report is published.

use survey::report::{Doubt, Figures, Finding};
use survey::{HeadlineFault, PartOf, Report, Unattainable};

use super::{MARK, among_all};
use crate::en::figures::{grouped, joined, people};

pub fn finding_of(report: &Report, found: &Finding) -> Option<String> {
    let (programme, session) = report.programmes.iter().find_map(|programme| {
        let session = programme.sessions.iter().find(|session| session.code == found.code)?;
        Some((programme, session))
    })?;
    let axis = found.axis.as_ref().and_then(|id| session.axes.iter().find(|report| report.axis.id == *id));
    let place = among_all(report, programme, session);
    let place = axis.map_or(place.clone(), |report| format!("{place} {}", report.axis.name));
    let named = match axis.map(|report| &report.figures) {
        Some(Figures::Published { named, .. }) => named.as_slice(),
        _ => &[],
    };
    Some(finding(&place, &found.what, named))
}

/// ※ 3 published figures need checking.
pub fn findings(doubts: &[&Doubt]) -> String {
    let about_session = |doubt: &&Doubt| matches!(doubt, Doubt::MoreThanCame { .. } | Doubt::NotShown { .. });
    let published = if doubts.iter().any(about_session) { "" } else { "published " };
    match doubts.len() {
        1 => format!("{MARK} 1 {published}figure needs checking"),
        number => format!("{MARK} {number} {published}figures need checking"),
    }
}

/// 第2回 Usefulness 98%: no number of 20 people gives this (…).
pub fn finding(place: &str, doubt: &Doubt, named: &[String]) -> String {
    match doubt {
        Doubt::Unattainable(found) => format!("{place} {}%: {}", found.percent, unattainable(found)),
        Doubt::Headline(fault) => format!("{place}: {}", headline_fault(fault, named)),
        Doubt::NotShown { answers } => format!(
            "{place}: published results are shown, so the answers of {} that were counted are not in them",
            people((*answers).into())
        ),
        Doubt::MoreThanCame { answered, people: came } => format!(
            "{place}: {} answered, more than the {} who attended",
            people((*answered).into()),
            grouped((*came).into())
        ),
    }
}

fn unattainable(found: &Unattainable) -> String {
    let nearest: Vec<_> = found.below.iter().chain(&found.above).map(near).collect();
    let mut reasons = Vec::new();
    if !nearest.is_empty() {
        reasons.push(format!("the nearest are {}", nearest.join(" and ")));
    }
    if !found.other_bases.is_empty() {
        let bases: Vec<_> = found.other_bases.iter().map(other_base).collect();
        reasons.push(format!("{}% would be {}", found.percent, bases.join(" or ")));
    }
    format!("no number of {} gives this ({})", people(found.base.into()), reasons.join("; "))
}

/// 95% = 19.
fn near(part: &PartOf) -> String {
    format!("{}% = {}", part.percent, people(part.count.into()))
}

/// 39 of 40.
fn other_base(part: &PartOf) -> String {
    format!("{} of {}", grouped(part.count.into()), grouped(part.base.into()))
}

fn headline_fault(fault: &HeadlineFault, named: &[String]) -> String {
    let labels = |labels: &[String]| joined(labels.iter().map(String::as_str), "and");
    let is = |labels: &[String]| if labels.len() == 1 { "is" } else { "are" };
    let mut faults = Vec::new();
    if !fault.left_out.is_empty() {
        faults.push(format!(
            "the headline names only {}, but {} {} favourable too and was chosen",
            labels(named),
            labels(&fault.left_out),
            is(&fault.left_out)
        ));
    }
    if !fault.not_favourable.is_empty() {
        faults.push(format!(
            "the headline names {}, which {} not favourable",
            labels(&fault.not_favourable),
            is(&fault.not_favourable)
        ));
    }
    if !fault.not_chosen.is_empty() {
        faults.push(format!("the headline names {}, which nobody chose", labels(&fault.not_chosen)));
    }
    faults.join("; ")
}
