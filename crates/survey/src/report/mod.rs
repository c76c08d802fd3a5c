//! The report of one or several programmes: one value, of which the page, the print, the table files and the workbook are
//! renderings. It has figures and what people wrote, and no sentence of its own.

mod make;

use serde::{Deserialize, Serialize};

use crate::{
    Attendance, Axis, Code, Date, Days, Headline, HeadlineFault, Language, Programme, Session, State,
    Summary, Tally, Unanimous, Unattainable,
};

/// A programme with all that was counted of its sessions: what a report is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgrammeRecord {
    /// Its id.
    pub id: Code,
    /// What is said of it.
    pub programme: Programme,
    /// Its sessions, in any order.
    pub sessions: Vec<SessionRecord>,
}

/// A session with all that was counted of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRecord {
    /// Its public code.
    pub code: Code,
    /// Where it stands.
    pub state: State,
    /// What is said of it.
    pub session: Session,
    /// All answers, however they came, as far as they may be shown.
    pub tally: Tally,
    /// How they came.
    pub sources: Sources,
    /// What people wrote and the organiser picked.
    pub remarks: Vec<Remark>,
}

/// How a session's answers came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sources {
    /// Through its own form, on people's own phones.
    pub form: u32,
    /// On a device that stood there for all.
    #[serde(default)]
    pub kiosk: u32,
    /// On tickets: made by phones without a network, and scanned.
    #[serde(default)]
    pub ticket: u32,
    /// From files of answers that were collected elsewhere.
    pub file: u32,
    /// Counted on paper.
    pub paper: u32,
}

/// How one participant's ballot came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// Through the session's form, on the person's own phone.
    #[default]
    Form,
    /// On a device that stood there for all.
    Kiosk,
    /// On a ticket: made by a phone without a network, and scanned.
    Ticket,
}

impl Way {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Form, Self::Kiosk, Self::Ticket];

    /// Its name in data.
    pub fn name(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Kiosk => "kiosk",
            Self::Ticket => "ticket",
        }
    }

    /// The way of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.name() == name)
    }
}

impl Sources {
    /// How many ballots came this way.
    pub fn of(&mut self, way: Way) -> &mut u32 {
        match way {
            Way::Form => &mut self.form,
            Way::Kiosk => &mut self.kiosk,
            Way::Ticket => &mut self.ticket,
        }
    }
}

/// A text that a participant wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// The id of the axis whose answer it gives a reason for; none for a comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub axis: Option<String>,
    /// The text.
    pub text: String,
}

/// The report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// What its axes and choices are named in.
    pub language: Language,
    /// Of one programme its own title; of several, what each is part of, or its title where it is part of nothing, each
    /// once, with ・ between.
    pub title: String,
    /// The fiscal years, each once, by the year of their April.
    pub fiscal_years: Vec<i32>,
    /// The programmes, in the order they were asked for.
    pub programmes: Vec<ProgrammeReport>,
    /// What needs checking before it is published.
    pub findings: Vec<Finding>,
}

/// One programme of a [`Report`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeReport {
    /// Its id.
    pub id: Code,
    /// Its title.
    pub title: String,
    /// For whom it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<String>,
    /// Who came, as it was recorded. `cumulative` is the sum of the sessions' people where it was not recorded and
    /// each is known.
    pub attendance: Attendance,
    /// How a headline says that every answer was favourable.
    pub unanimous: Unanimous,
    /// The axes of its sessions' questionnaires, each once; what the columns of its table are.
    pub axes: Vec<AxisRule>,
    /// Its sessions by date, those without one at the end.
    pub sessions: Vec<SessionReport>,
    /// What went well.
    pub good_points: Vec<String>,
    /// What did not.
    pub issues: Vec<String>,
    /// What should follow.
    pub suggestions: Vec<String>,
}

/// How an axis's percentage is defined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AxisRule {
    /// The axis's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The labels of its favourable choices, in scale order.
    pub favourable: Vec<String>,
    /// The sessions that counted other choices as favourable.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exceptions: Vec<AxisException>,
}

/// A session whose questionnaire counts other choices of an axis as favourable than the programme's first one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AxisException {
    /// The session's title.
    pub session: String,
    /// The labels of its favourable choices, in scale order.
    pub favourable: Vec<String>,
}

/// One session of a [`Report`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionReport {
    /// Its public code.
    pub code: Code,
    /// Where it stands. Of an open one, the figures are what may be shown so far.
    pub state: State,
    /// Its title.
    pub title: String,
    /// The first day; none while it is not fixed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The last day, where it has several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_end: Option<Date>,
    /// Where it took place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<String>,
    /// How many people were expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<u32>,
    /// Who came.
    pub attendance: Attendance,
    /// What it was for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// Its points.
    pub agenda: Vec<String>,
    /// What participants were to do afterwards.
    pub homework: Vec<String>,
    /// How many people answered; of published results, how many they are of.
    pub answered: u32,
    /// Whether the figures are published ones, in place of ballots.
    pub is_published: bool,
    /// How the answers came; all 0 for published results.
    pub sources: Sources,
    /// The percentage of those who came (or were expected, where nobody counted who came) that answered; none where
    /// neither is known, or where more answered than came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response_percent: Option<u8>,
    /// Each axis, in the questionnaire's order.
    pub axes: Vec<AxisReport>,
    /// The paragraph over the axes; none where there are no figures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Summary>,
    /// What people wrote and the organiser picked.
    pub remarks: Vec<Remark>,
}

/// One axis of a [`SessionReport`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AxisReport {
    /// The axis as it was asked.
    pub axis: Axis,
    /// What is known of it.
    pub figures: Figures,
}

/// What is known of an axis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Figures {
    /// Nobody has answered it.
    Nothing,
    /// It was counted.
    Counted {
        /// How many answered the axis.
        base: u64,
        /// How many answered, but not this axis.
        skipped: u64,
        /// How many chose each choice.
        counts: Vec<u32>,
        /// Whole percentages that sum to 100.
        shares: Vec<u8>,
        /// The headline.
        headline: Headline,
    },
    /// It was published as a percentage.
    Published {
        /// How many people it is of.
        base: u32,
        /// The percentage.
        percent: u8,
        /// The labels that the published headline names; all favourable ones where that is not known.
        named: Vec<String>,
    },
}

/// Something that needs checking, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The session's public code.
    pub code: Code,
    /// The axis's id; none where it concerns the session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub axis: Option<String>,
    /// What it is.
    #[serde(flatten)]
    pub what: Doubt,
}

/// What needs checking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Doubt {
    /// A published percentage that is no count of its people.
    Unattainable(Unattainable),
    /// A published headline whose choices do not fit its axis's rule.
    Headline(HeadlineFault),
    /// The session has answers that its report does not show, because published results stand in their place.
    NotShown {
        /// How many answers.
        answers: u32,
    },
    /// More people answered than came.
    MoreThanCame {
        /// How many answered.
        answered: u32,
        /// How many came.
        people: u32,
    },
}

impl Figures {
    /// The headline percentage; none where nobody answered.
    pub fn percent(&self) -> Option<u8> {
        match self {
            Self::Nothing => None,
            Self::Counted { headline, .. } => Some(headline.percent),
            Self::Published { percent, .. } => Some(*percent),
        }
    }

    /// How many people it is of; 0 where nobody answered.
    pub fn base(&self) -> u64 {
        match self {
            Self::Nothing => 0,
            Self::Counted { base, .. } => *base,
            Self::Published { base, .. } => u64::from(*base),
        }
    }
}

impl SessionReport {
    /// The day or days it took; none while they are not fixed.
    pub fn days(&self) -> Option<Days> {
        Days::of(self.date, self.date_end)
    }

    /// The figures of an axis. Two programmes may give axes of other names the same id, and these are not the same axis.
    pub fn figures(&self, axis: AxisName<'_>) -> Option<&Figures> {
        let is_it = |report: &&AxisReport| report.axis.id == axis.id && report.axis.name == axis.name;
        self.axes.iter().find(is_it).map(|report| &report.figures)
    }
}

/// An axis among those of all programmes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AxisName<'r> {
    /// Its id.
    pub id: &'r str,
    /// Its name.
    pub name: &'r str,
}

impl AxisRule {
    /// What it is called.
    pub fn called(&self) -> AxisName<'_> {
        AxisName { id: &self.id, name: &self.name }
    }
}

impl Report {
    /// The axes of all programmes in order, each once: the columns of a table over all sessions.
    pub fn axes(&self) -> Vec<AxisName<'_>> {
        let mut axes: Vec<AxisName<'_>> = Vec::new();
        for axis in self.programmes.iter().flat_map(|programme| &programme.axes).map(AxisRule::called) {
            if !axes.contains(&axis) {
                axes.push(axis);
            }
        }
        axes
    }
}
