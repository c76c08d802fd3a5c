//! Every type that crosses the network or a file. Golden JSON in `tests/wire.rs` holds their shapes: a change there is a
//! change of the API.

mod collected;
mod problem;
mod programmes;

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

use crate::{Attendance, Code, Date, Published, Questionnaire, Results, Reveal, Session, Shares, State};

pub use collected::{
    Batch, BatchId, BatchKind, BatchPart, Comment, Comments, Merged, PaperTally, Picked, TicketSecret,
};
pub use problem::{Fault, Problem};
pub use programmes::{ProgrammeDraft, ProgrammeMade, ProgrammeRow, ProgrammeView, Programmes, SessionLinks};

/// `PUT /sessions/{code}/ballots/{id}`: a choice's number or null per axis, reasons per axis, and a comment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ballot {
    /// By axis id, the number of the choice, from 0; null or absent where the axis was skipped.
    #[serde(default)]
    pub choices: BTreeMap<String, Option<u32>>,
    /// By axis id, why.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub reasons: BTreeMap<String, Option<String>>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// `POST /sessions`: what makes a session. A title suffices, though most have a date.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionDraft {
    /// Its title.
    pub title: String,
    /// The first day; null or absent while it is not fixed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The last day, where it has several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_end: Option<Date>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<String>,
    /// How many people are expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<u32>,
    /// What for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// Its points: a list, or one text with a point a line.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "lines")]
    pub agenda: Vec<String>,
    /// What participants do until the next one: a list, or one text with a point a line.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "lines")]
    pub homework: Vec<String>,
    /// Who came, once it was held.
    #[serde(default, skip_serializing_if = "Attendance::is_unknown", deserialize_with = "or_default")]
    pub attendance: Attendance,
    /// The results that were published of it, in place of ballots.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Published>,
    /// The id of the programme it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub programme: Option<Code>,
    /// When the running tally may be shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reveal: Option<Reveal>,
    /// Who may see it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub results: Option<Results>,
    /// The state it starts in; `draft` where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<State>,
    /// What is asked; the standard questionnaire where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub questionnaire: Option<Questionnaire>,
}

impl SessionDraft {
    /// The draft that makes this session again, with all that was left to a default: the form in which it is kept and
    /// edited. Its state and its programme stand elsewhere.
    pub fn of(session: Session) -> Self {
        Self {
            title: session.title,
            date: session.date,
            date_end: session.date_end,
            venue: session.venue,
            expected: session.expected,
            purpose: session.purpose,
            agenda: session.agenda,
            homework: session.homework,
            attendance: session.attendance,
            published: session.published,
            programme: None,
            reveal: Some(session.reveal),
            results: Some(session.results),
            state: None,
            questionnaire: Some(session.questionnaire),
        }
    }

    /// The session it describes, unchecked; see [`Session::check`].
    pub fn into_session(self) -> Session {
        Session {
            title: self.title.trim().to_owned(),
            date: self.date,
            date_end: self.date_end,
            venue: text(self.venue),
            expected: self.expected,
            purpose: text(self.purpose),
            agenda: self.agenda,
            homework: self.homework,
            attendance: self.attendance,
            published: self.published,
            reveal: self.reveal.unwrap_or_default(),
            results: self.results.unwrap_or_default(),
            questionnaire: self.questionnaire.unwrap_or_else(Questionnaire::standard),
        }
    }
}

/// A text without the white space around it; nothing where it is empty.
fn text(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// Null for the default: so that a PATCH can empty what is not optional.
fn or_default<'de, D: Deserializer<'de>, T: Default + Deserialize<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

/// The points of a text with a point a line, without the marks and numbers that people type before them: lists have
/// their own.
pub fn points(text: &str) -> Vec<String> {
    let is_mark = |c: char| "・･•●○■□◆◇◎※①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳".contains(c) || c.is_whitespace();
    let point = |line: &str| {
        let line = line.trim_start_matches(is_mark);
        line.strip_prefix("- ").unwrap_or(line).trim().to_owned()
    };
    text.lines().map(point).filter(|point| !point.is_empty()).collect()
}

fn lines<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Agenda {
        Points(Vec<String>),
        Text(String),
        Nothing(()),
    }
    Ok(match Agenda::deserialize(deserializer)? {
        Agenda::Points(points) => points,
        Agenda::Text(text) => points(&text),
        Agenda::Nothing(()) => Vec::new(),
    })
}

/// The answer to `POST /sessions`. The key is shown here once and nowhere again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionMade {
    /// The public code.
    pub code: Code,
    /// The facilitator's key: 128 bits as 32 hexadecimal digits.
    pub facilitator_key: String,
    /// The addresses to hand out.
    pub links: Links,
}

/// A session's addresses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Links {
    /// For participants.
    pub answer: String,
    /// For the projector; carries the facilitator's key after `#`.
    pub board: String,
    /// For the facilitator; carries the facilitator's key after `#`.
    pub desk: String,
}

/// `GET /sessions/{code}`: the session as anyone with its code may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionView {
    /// The public code.
    pub code: Code,
    /// Where it stands.
    pub state: State,
    /// How many have answered.
    pub ballots: u32,
    /// The title of the programme it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub programme: Option<String>,
    /// Its title.
    pub title: String,
    /// The first day; absent while it is not fixed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The last day, where it has several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_end: Option<Date>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<String>,
    /// How many people are expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<u32>,
    /// What for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// Its points.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agenda: Vec<String>,
    /// What participants do until the next one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub homework: Vec<String>,
    /// Who came, once it was held.
    #[serde(default, skip_serializing_if = "Attendance::is_unknown")]
    pub attendance: Attendance,
    /// The results that were published of it, in place of ballots.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Published>,
    /// When the running tally may be shown.
    pub reveal: Reveal,
    /// Who may see it.
    pub results: Results,
    /// What is asked.
    pub questionnaire: Questionnaire,
    /// The address that phones reach, without a slash at the end: what links and the QR code are made of.
    pub public_url: String,
}

impl SessionView {
    /// The view of a session.
    pub fn new(
        code: Code,
        programme: Option<String>,
        session: Session,
        state: State,
        ballots: u32,
        public_url: &str,
    ) -> Self {
        Self {
            code,
            state,
            ballots,
            programme,
            title: session.title,
            date: session.date,
            date_end: session.date_end,
            venue: session.venue,
            expected: session.expected,
            purpose: session.purpose,
            agenda: session.agenda,
            homework: session.homework,
            attendance: session.attendance,
            published: session.published,
            reveal: session.reveal,
            results: session.results,
            questionnaire: session.questionnaire,
            public_url: public_url.trim_end_matches('/').to_owned(),
        }
    }
}

/// One row of `GET /sessions`, which lists an endpoint's sessions to its organiser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionRow {
    /// The public code.
    pub code: Code,
    /// Where it stands.
    pub state: State,
    /// How many have answered.
    pub ballots: u32,
    /// Its title.
    pub title: String,
    /// The id of the programme it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub programme: Option<Code>,
    /// That programme's title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub programme_title: Option<String>,
    /// The first day; absent while it is not fixed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The last day, where it has several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_end: Option<Date>,
    /// How many people are expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<u32>,
    /// Who came, once it was held.
    #[serde(default, skip_serializing_if = "Attendance::is_unknown")]
    pub attendance: Attendance,
    /// Whether published results stand in place of ballots.
    #[serde(default)]
    pub published: bool,
    /// How many answers came by other ways than its own form: from files and paper.
    #[serde(default)]
    pub collected: u32,
}

/// `POST /sessions/{code}/state`, its answer, and the live stream's `state` event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StateMove {
    /// The state to go to.
    pub state: State,
}

/// `GET /sessions/{code}/tally` and the live stream's `tally` event. Before anything may be shown, or to those who may
/// not see it, there is only `ballots`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// How many have answered.
    pub ballots: u32,
    /// How many of these ballots are in `axes`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revealed: Option<u32>,
    /// Per axis, in the questionnaire's order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub axes: Option<Vec<AxisTally>>,
}

/// One axis of a [`Tally`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AxisTally {
    /// The axis's id.
    pub id: String,
    /// How many answered it.
    pub base: u64,
    /// How many chose each choice.
    pub counts: Vec<u32>,
    /// Whole percentages that sum to 100; null where nobody answered.
    pub shares: Option<Vec<u8>>,
    /// The favourable answers' percentage; null where nobody answered.
    pub headline_percent: Option<u8>,
}

impl Tally {
    /// Only how many have answered.
    pub fn hidden(ballots: u32) -> Self {
        Self { ballots, revealed: None, axes: None }
    }

    /// The tally `shown`, where `ballots` have answered by now.
    pub fn revealed(ballots: u32, shown: &crate::Tally, questionnaire: &Questionnaire) -> Self {
        let axes = questionnaire.axes.iter().zip(&shown.axes).map(|(axis, tally)| {
            let shares = Shares::of(axis, tally);
            AxisTally {
                id: axis.id.clone(),
                base: tally.base(),
                counts: tally.counts.clone(),
                headline_percent: shares.as_ref().map(|shares| shares.headline),
                shares: shares.map(|shares| shares.pieces),
            }
        });
        Self { ballots, revealed: Some(shown.ballots), axes: Some(axes.collect()) }
    }
}
