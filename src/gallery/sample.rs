//! What the parts show: a session, its ballots, their tally. Nobody answered it.

use super::words;
use crate::language::language;
use survey::report::{ProgrammeRecord, SessionRecord, Sources};
use survey::wire::{self, Ballot, SessionDraft, SessionRow, SessionView};
use survey::{AxisTally, BallotId, Code, Date, Programme, Questionnaire, Report, State, Tally, Unanimous};

/// What its addresses begin with. A name that leads nowhere.
const ADDRESS: &str = "https://furikaeri.example";
/// How many are expected.
pub(super) const EXPECTED: u32 = 24;
/// How many have answered, where the bars are shown.
pub(super) const ANSWERED: u32 = 21;

/// Its code: six zeros.
pub(super) fn code() -> Code {
    Code::from_bits(0)
}

/// Its ballot's id.
pub(super) fn ballot_id() -> BallotId {
    BallotId::from_bytes([7; 16])
}

fn day() -> Option<Date> {
    "2025-06-04".parse().ok()
}

fn draft() -> SessionDraft {
    SessionDraft {
        title: words().session().to_owned(),
        date: day(),
        venue: Some(words().venue().to_owned()),
        expected: Some(EXPECTED),
        ..SessionDraft::default()
    }
}

/// A session in a state. `number` keeps its ids apart from those of others on the page.
pub(super) fn session(number: usize, state: State) -> SessionView {
    let session = draft().into_session();
    let programme = Some(words().programme().to_owned());
    let mut session = SessionView::new(code(), programme, session, state, ANSWERED, ADDRESS);
    for axis in &mut session.questionnaire.axes {
        axis.id = format!("{}-{number}", axis.id);
    }
    session
}

/// What was chosen, for each axis of the standard questionnaire.
fn counts() -> Vec<AxisTally> {
    let counts = [[9, 7, 2, 2, 1], [11, 9, 1, 0, 0], [3, 8, 5, 4, 1], [5, 8, 4, 3, 1]];
    counts.into_iter().map(|counts| AxisTally { counts: counts.to_vec() }).collect()
}

/// The tally of these.
pub(super) fn tally(questionnaire: &Questionnaire) -> wire::Tally {
    let shown = Tally { ballots: ANSWERED, axes: counts() };
    wire::Tally::revealed(ANSWERED + 1, &shown, questionnaire)
}

/// A ballot that asks for a reason and gives one; of a text that is `long`, too long a one.
pub(super) fn ballot(session: &SessionView, long: bool) -> Ballot {
    let text = words().reason().repeat(if long { 60 } else { 1 });
    let axes = &session.questionnaire.axes;
    Ballot {
        choices: axes.iter().zip([1, 0, 3]).map(|(axis, choice)| (axis.id.clone(), Some(choice))).collect(),
        reasons: axes.iter().skip(2).take(1).map(|axis| (axis.id.clone(), Some(text.clone()))).collect(),
        comment: Some(text.clone()),
    }
}

/// A row of the desk's list in a state.
pub(super) fn row(state: State, published: bool) -> SessionRow {
    SessionRow {
        code: code(),
        state,
        ballots: if state == State::Draft { 0 } else { ANSWERED },
        title: words().session().to_owned(),
        programme: None,
        programme_title: Some(words().programme().to_owned()),
        date: day(),
        date_end: None,
        expected: Some(EXPECTED),
        attendance: survey::Attendance::default(),
        published,
        collected: 0,
    }
}

/// A report of a programme with two sessions, of which one has no answers.
pub(super) fn report() -> Report {
    let session = |answered: bool| SessionRecord {
        code: code(),
        state: State::Closed,
        session: draft().into_session(),
        tally: if answered {
            Tally { ballots: ANSWERED, axes: counts() }
        } else {
            Tally {
                ballots: 0,
                axes: counts().iter().map(|axis| AxisTally { counts: vec![0; axis.counts.len()] }).collect(),
            }
        },
        sources: Sources::default(),
        remarks: Vec::new(),
    };
    let programme = Programme {
        title: words().programme().to_owned(),
        fiscal_year: 2025,
        audience: Some(words().audience().to_owned()),
        group: None,
        attendance: survey::Attendance::default(),
        good_points: Vec::new(),
        issues: Vec::new(),
        suggestions: Vec::new(),
        unanimous: Unanimous::Everybody,
    };
    Report::of(
        &[ProgrammeRecord { id: code(), programme, sessions: vec![session(true), session(false)] }],
        language(),
    )
}
