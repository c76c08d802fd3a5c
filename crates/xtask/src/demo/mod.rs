//! The example programmes, loaded through the real API, and the phones that answer their open session.

mod audit;
mod ballots;
mod lan;
mod phones;
mod programme;
mod qr;

pub(crate) use lan::address as lan_address;
pub(crate) use phones::{Act, plan};
pub(crate) use qr::print as print_qr;

use std::fs;

use survey::wire::{Ballot, ProgrammeDraft, ProgrammeMade, Programmes, SessionDraft, SessionMade};
use survey::{Code, Questionnaire, State};

use crate::endpoint::{Api, random_hex};
use crate::fault::{Explain, Fault, Outcome};
use crate::place::Place;
use crate::say;
use programme::{Examples, Session};

/// Sessions with the counts of their answers.
const EXAMPLE: &str = "examples/answers-2025.json";

/// Year's programmes as an organiser writes them: the published results of one, the plan of another.
const YEARS: [&str; 2] = ["examples/results-2025.json", "examples/plan-2025.json"];

/// What was loaded.
pub(crate) struct Loaded {
    /// The session that is open.
    pub(crate) open: Open,
    /// The programmes of each report that is worth a look, with what it is of.
    pub(crate) reports: Vec<(String, Vec<Code>)>,
}

/// The session that is open, and the ballots that its phones are to send.
pub(crate) struct Open {
    /// Its code, keys and links.
    pub(crate) made: SessionMade,
    /// Its title.
    pub(crate) title: String,
    /// How many people are expected.
    pub(crate) participants: u32,
    /// The ballots, in the order in which they come in.
    pub(crate) ballots: Vec<Ballot>,
}

/// Loads all examples. Sessions that are over get their ballots and are closed.
pub(crate) fn load(place: &Place, api: &Api) -> Outcome<Loaded> {
    let mut reports = Vec::new();
    for year in YEARS {
        let text = fs::read(place.root.join(year)).explain(|| format!("{year} cannot be read"))?;
        let drafts: Programmes<ProgrammeDraft> =
            serde_json::from_slice(&text).explain(|| format!("{year} is not as it should be"))?;
        let made = api.make_programmes(&drafts)?.programmes;
        let sessions: usize = made.iter().map(|programme| programme.sessions.len()).sum();
        say::note(format_args!("{year}: {} programmes, {sessions} sessions", made.len()));
        reports.push((year.to_owned(), made.into_iter().map(|programme| programme.id).collect()));
    }
    let (open, ids) = load_answers(place, api)?;
    reports.push((EXAMPLE.to_owned(), ids));
    Ok(Loaded { open, reports })
}

/// Loads the sessions whose answers are known; the one that is open, and the programmes' ids.
fn load_answers(place: &Place, api: &Api) -> Outcome<(Open, Vec<Code>)> {
    let examples = Examples::read(&place.root.join(EXAMPLE))?;
    say::note(&examples.about);
    let mut open = None;
    let mut ids = Vec::new();
    let mut seed = 0;
    for programme in &examples.programmes {
        say::note(format_args!("{} ({} {})", programme.title, programme.fiscal_year, programme.audience));
        let made = api.make_programmes(&Programmes { programmes: vec![programme.draft()] })?.programmes;
        let id = made.first().map(|made: &ProgrammeMade| made.id);
        ids.extend(id);
        for session in &programme.sessions {
            seed += 1;
            let ballots = ballots::of_counts(&session.counts, session.participants, seed);
            let loaded = load_session(api, session, id, ballots)?;
            open = open.or(loaded);
        }
    }
    let open = open.ok_or_else(|| {
        Fault::new(format!("no session of {EXAMPLE} is open")).hint("give one \"state\": \"open\"")
    })?;
    Ok((open, ids))
}

/// Makes one session. It is given back where it is to stay open, and otherwise gets its ballots and is closed.
fn load_session(
    api: &Api,
    session: &Session,
    programme: Option<Code>,
    ballots: Vec<Ballot>,
) -> Outcome<Option<Open>> {
    let draft = SessionDraft { programme, ..session.draft() };
    let questionnaire = draft.questionnaire.clone().unwrap_or_else(Questionnaire::standard);
    let made = api.make_session(&draft)?;
    let (people, from) = (session.participants, session.municipalities);
    let state = if session.state == State::Open { "open" } else { "closed" };
    say::note(format_args!("  {}: {people} people from {from} municipalities, {state}", session.title));
    for remark in audit::remarks(session, &questionnaire) {
        say::note(format_args!("    {remark}"));
    }
    if session.state == State::Open {
        return Ok(Some(Open { made, title: session.title.clone(), participants: people, ballots }));
    }
    for ballot in &ballots {
        api.put_ballot(made.code, &random_hex()?, ballot)?;
    }
    api.move_session(made.code, &made.facilitator_key, State::Closed)?;
    Ok(None)
}
