//! What needs checking before a report is published.

use survey::report::{Doubt, Figures, Finding};
use survey::{HeadlineFault, PartOf, Report, Unattainable};

use super::{MARK, among_all};
use crate::ja::{joined_labels, people};

/// A finding of a report as a sentence; none where the report does not have its session.
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

/// The box's heading: ※ 確認が必要な公表値　3件.
pub fn findings(doubts: &[&Doubt]) -> String {
    let about_session = |doubt: &&Doubt| matches!(doubt, Doubt::MoreThanCame { .. } | Doubt::NotShown { .. });
    let all_published = !doubts.iter().any(about_session);
    let what = if all_published { "公表値" } else { "値" };
    format!("{MARK} 確認が必要な{what}　{}件", doubts.len())
}

/// One finding: 第2回 役立ち度 98%：20人の回答からは得られません（…）. `place` says which session and axis; `named` are the
/// labels that the published headline names.
pub fn finding(place: &str, doubt: &Doubt, named: &[String]) -> String {
    match doubt {
        Doubt::Unattainable(found) => format!("{place} {}%：{}", found.percent, unattainable(found)),
        Doubt::Headline(fault) => format!("{place}：{}", headline_fault(fault, named)),
        Doubt::NotShown { answers } => format!(
            "{place}：公表値を示しているため、集計した回答 {}は入っていません",
            people((*answers).into())
        ),
        Doubt::MoreThanCame { answered, people: came } => format!(
            "{place}：回答 {}が、参加 {}より多くなっています",
            people((*answered).into()),
            people((*came).into())
        ),
    }
}

fn unattainable(found: &Unattainable) -> String {
    let nearest: Vec<_> = found.below.iter().chain(&found.above).map(near).collect();
    let mut reasons = Vec::new();
    if !nearest.is_empty() {
        reasons.push(format!("最も近い値は{}", nearest.join("、")));
    }
    if !found.other_bases.is_empty() {
        let bases: Vec<_> = found.other_bases.iter().map(other_base).collect();
        reasons.push(format!("{}で{}%", bases.join("、"), found.percent));
    }
    format!("{}の回答からは得られません（{}）", people(found.base.into()), reasons.join("。"))
}

/// 95%＝19人.
fn near(part: &PartOf) -> String {
    format!("{}%＝{}", part.percent, people(part.count.into()))
}

/// 40人の回答なら39人.
fn other_base(part: &PartOf) -> String {
    format!("{}の回答なら{}", people(part.base.into()), people(part.count.into()))
}

fn headline_fault(fault: &HeadlineFault, named: &[String]) -> String {
    let labels = |labels: &[String]| joined_labels(labels.iter().map(String::as_str));
    let mut faults = Vec::new();
    if !fault.left_out.is_empty() {
        let left_out = labels(&fault.left_out);
        faults.push(format!(
            "見出しが{}だけを挙げていますが、{left_out}も肯定的な選択肢で、回答があります",
            labels(named)
        ));
    }
    if !fault.not_favourable.is_empty() {
        faults
            .push(format!("見出しが挙げる{}は、肯定的な選択肢ではありません", labels(&fault.not_favourable)));
    }
    if !fault.not_chosen.is_empty() {
        faults.push(format!("見出しが挙げる{}には、回答がありません", labels(&fault.not_chosen)));
    }
    faults.join("。")
}
