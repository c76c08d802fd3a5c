//! How a report is made of what was counted.

use super::{
    AxisException, AxisReport, AxisRule, Doubt, Figures, Finding, ProgrammeRecord, ProgrammeReport, Remark,
    Report, SessionRecord, SessionReport, Sources,
};
use crate::shares::percent;
use crate::{
    Against, Axis, AxisTally, Code, Headline, HeadlineFault, Language, Leaning, Other, Published,
    Questionnaire, Shares, Summary, Unattainable,
};

impl Figures {
    fn counted(axis: &Axis, tally: &AxisTally, ballots: u32) -> Self {
        match (Shares::of(axis, tally), Headline::of(axis, tally)) {
            (Some(shares), Some(headline)) => Self::Counted {
                base: tally.base(),
                skipped: u64::from(ballots).saturating_sub(tally.base()),
                counts: tally.counts.clone(),
                shares: shares.pieces,
                headline,
            },
            _ => Self::Nothing,
        }
    }

    fn published(axis: &Axis, published: &Published) -> Self {
        let Some(figure) = published.axes.get(&axis.id) else { return Self::Nothing };
        let named = if figure.named.is_empty() { favourable(axis) } else { figure.named.clone() };
        Self::Published { base: published.base, percent: figure.percent, named }
    }
}

impl AxisReport {
    /// What the summary says of it; nothing without a percentage.
    fn in_summary(&self) -> Option<Other> {
        let against = match &self.figures {
            Figures::Counted { counts, shares, .. } => {
                let chosen = self.axis.choices.iter().zip(counts).zip(shares);
                let unfavourable: Vec<_> = chosen
                    .filter(|((choice, count), _)| choice.leaning == Leaning::Unfavourable && **count > 0)
                    .collect();
                let percent = unfavourable.iter().map(|(_, share)| **share).sum();
                let labels = unfavourable.iter().map(|((choice, _), _)| choice.label.clone()).collect();
                Some(Against { percent, labels }).filter(|against| !against.labels.is_empty())
            }
            _ => None,
        };
        Some(Other { axis: self.axis.name.clone(), percent: self.figures.percent()?, against })
    }
}

impl SessionReport {
    /// The report of one session.
    fn of(record: &SessionRecord) -> Self {
        let session = &record.session;
        let published = session.published.as_ref();
        let axis = |(axis, tally): (&Axis, &AxisTally)| AxisReport {
            axis: axis.clone(),
            figures: match published {
                Some(published) => Figures::published(axis, published),
                None => Figures::counted(axis, tally, record.tally.ballots),
            },
        };
        let axes: Vec<_> = session.questionnaire.axes.iter().zip(&record.tally.axes).map(axis).collect();
        let answered = published.map_or(record.tally.ballots, |published| published.base);
        let came = session.attendance.people.or(session.expected);
        Self {
            code: record.code,
            state: record.state,
            title: session.title.clone(),
            date: session.date,
            date_end: session.date_end,
            venue: session.venue.clone(),
            expected: session.expected,
            attendance: session.attendance,
            purpose: session.purpose.clone(),
            agenda: session.agenda.clone(),
            homework: session.homework.clone(),
            answered,
            is_published: published.is_some(),
            sources: if published.is_some() { Sources::default() } else { record.sources },
            response_percent: came
                .filter(|came| answered > 0 && answered <= *came)
                .and_then(|came| percent(u64::from(answered), u64::from(came))),
            summary: Summary::of(axes.iter().filter_map(AxisReport::in_summary)),
            axes,
            remarks: in_order(record),
        }
    }
}

impl ProgrammeReport {
    fn of(record: &ProgrammeRecord) -> Self {
        let programme = &record.programme;
        let mut sessions: Vec<_> = record.sessions.iter().map(SessionReport::of).collect();
        // Stable: sessions of one day, and those without a date, stay as they were made.
        sessions.sort_by_key(|session| (session.date.is_none(), session.date));
        let axes = rules(&sessions);
        let mut attendance = programme.attendance;
        let people: Option<Vec<u32>> = sessions.iter().map(|session| session.attendance.people).collect();
        let sum = people.filter(|people| !people.is_empty());
        let sum = sum.map(|people| people.into_iter().fold(0, u32::saturating_add));
        attendance.cumulative = attendance.cumulative.or(sum);
        Self {
            id: record.id,
            title: programme.title.clone(),
            audience: programme.audience.clone(),
            attendance,
            unanimous: programme.unanimous,
            axes,
            sessions,
            good_points: programme.good_points.clone(),
            issues: programme.issues.clone(),
            suggestions: programme.suggestions.clone(),
        }
    }
}

impl ProgrammeRecord {
    fn said_in(&self, language: Language) -> Self {
        let mut said = self.clone();
        for record in &mut said.sessions {
            record.session = record.session.said_in(language);
        }
        said
    }
}

impl Report {
    /// The report of these programmes, with axes and choices named in this language.
    pub fn of(records: &[ProgrammeRecord], language: Language) -> Self {
        let records: Vec<_> = records.iter().map(|record| record.said_in(language)).collect();
        let mut names: Vec<&str> = Vec::new();
        for programme in records.iter().map(|record| &record.programme) {
            let group = programme.group.as_deref().filter(|_| records.len() > 1);
            let name = group.unwrap_or(&programme.title);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let title = names.join("・");
        let mut fiscal_years: Vec<_> = records.iter().map(|record| record.programme.fiscal_year).collect();
        fiscal_years.sort_unstable();
        fiscal_years.dedup();
        let programmes: Vec<_> = records.iter().map(ProgrammeReport::of).collect();
        let by_code = |code: Code| {
            records.iter().flat_map(|record| &record.sessions).find(|session| session.code == code)
        };
        let in_order = programmes.iter().flat_map(|programme| &programme.sessions);
        let findings = in_order.filter_map(|session| by_code(session.code)).flat_map(findings_of).collect();
        Self { language, title, fiscal_years, programmes, findings }
    }
}

fn favourable(axis: &Axis) -> Vec<String> {
    axis.choices.iter().filter(|choice| choice.is_favourable()).map(|choice| choice.label.clone()).collect()
}

/// What people wrote: comments first, then the reasons of each axis.
fn in_order(record: &SessionRecord) -> Vec<Remark> {
    let mut remarks = record.remarks.clone();
    let questionnaire = &record.session.questionnaire;
    remarks.sort_by_key(|remark| remark.axis.as_deref().map(|id| questionnaire.position(id)));
    remarks
}

/// How the axes of these sessions are defined, each once.
fn rules(sessions: &[SessionReport]) -> Vec<AxisRule> {
    let mut rules: Vec<AxisRule> = Vec::new();
    for (session, report) in
        sessions.iter().flat_map(|session| session.axes.iter().map(move |axis| (session, axis)))
    {
        let favourable = favourable(&report.axis);
        match rules.iter_mut().find(|rule| rule.id == report.axis.id) {
            Some(rule) if rule.favourable != favourable => {
                rule.exceptions.push(AxisException { session: session.title.clone(), favourable });
            }
            Some(_) => {}
            None => {
                let (id, name) = (report.axis.id.clone(), report.axis.name.clone());
                rules.push(AxisRule { id, name, favourable, exceptions: Vec::new() });
            }
        }
    }
    rules
}

/// What needs checking of a session.
fn findings_of(record: &SessionRecord) -> Vec<Finding> {
    let session = &record.session;
    let mut found = Vec::new();
    let mut note = |axis: Option<&Axis>, what: Doubt| {
        found.push(Finding { code: record.code, axis: axis.map(|axis| axis.id.clone()), what });
    };
    let answered = session.published.as_ref().map_or(record.tally.ballots, |published| published.base);
    if let Some(people) = session.attendance.people.filter(|people| answered > *people) {
        note(None, Doubt::MoreThanCame { answered, people });
    }
    let Some(published) = &session.published else { return found };
    if record.tally.ballots > 0 {
        note(None, Doubt::NotShown { answers: record.tally.ballots });
    }
    let Questionnaire { axes, .. } = &session.questionnaire;
    for (axis, figure) in axes.iter().filter_map(|axis| Some((axis, published.axes.get(&axis.id)?))) {
        if let Some(unattainable) = Unattainable::of(figure.percent, published.base) {
            note(Some(axis), Doubt::Unattainable(unattainable));
        }
        if let Some(fault) = HeadlineFault::of(axis, figure) {
            note(Some(axis), Doubt::Headline(fault));
        }
    }
    found
}
