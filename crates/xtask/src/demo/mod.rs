//! The example programme, loaded through the real API, and the phones that answer its open session.

mod audit;
mod ballots;
mod lan;
mod phones;
mod programme;
mod qr;

pub(crate) use lan::address as lan_address;
pub(crate) use phones::{Act, plan};
pub(crate) use qr::print as print_qr;

use survey::wire::{Ballot, SessionMade};
use survey::{Questionnaire, State};

use crate::endpoint::{Api, random_hex};
use crate::fault::{Fault, Outcome};
use crate::place::Place;
use crate::say;
use programme::{Examples, Session};

/// The example's file in the repository.
const EXAMPLE: &str = "examples/results-2025.json";

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

/// Loads all sessions of the example. Those that are over get their ballots and are closed.
pub(crate) fn load(place: &Place, api: &Api) -> Outcome<Open> {
    let examples = Examples::read(&place.root.join(EXAMPLE))?;
    say::note(&examples.about);
    let mut open = None;
    let mut seed = 0;
    for programme in &examples.programmes {
        say::note(format_args!("{} ({} {})", programme.title, programme.fiscal_year, programme.audience));
        for session in &programme.sessions {
            seed += 1;
            let ballots = ballots::of_counts(&session.counts, session.participants, seed);
            let loaded = load_session(api, session, ballots)?;
            open = open.or(loaded);
        }
    }
    open.ok_or_else(|| {
        Fault::new(format!("no session of {EXAMPLE} is open")).hint("give one \"state\": \"open\"")
    })
}

/// Makes one session. It is given back where it is to stay open, and otherwise gets its ballots and is closed.
fn load_session(api: &Api, session: &Session, ballots: Vec<Ballot>) -> Outcome<Option<Open>> {
    let draft = session.draft();
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
