//! What every route works with: the store, the ballot box, the rooms, the pages, and the two things the endpoint knows of
//! itself.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use survey::{Ballot, BallotId, Code, Language, Questionnaire, Refusal, Way, wire};

#[cfg(not(target_family = "wasm"))]
use crate::app::App;
use crate::ballot_box::BallotBox;
use crate::keys::{Bearer, KeyHash};
use crate::live::Rooms;
use crate::portals::Portals;
use crate::problem::Problem;
use crate::sight::Viewer;
use crate::store::{IdHash, Placed, Sent, Store, Stored, Taken};

/// What an endpoint knows of itself.
#[derive(Clone, Debug)]
pub struct Config {
    /// The address that phones reach, e.g. `https://feedback.example.lg.jp`.
    pub public_url: String,
    /// The hash of the organiser's key.
    pub organiser: KeyHash,
    /// Whose pages may embed ours.
    pub portals: Portals,
}

/// The parts of a running endpoint.
pub(crate) struct Endpoint {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) ballot_box: BallotBox,
    pub(crate) rooms: Rooms,
    #[cfg(not(target_family = "wasm"))]
    pub(crate) app: App,
    /// The address that phones reach, without a slash at the end.
    pub(crate) public_url: String,
    /// Whose pages may embed ours.
    pub(crate) portals: Portals,
    /// Whether what the store deletes is gone for good. Where it is not, forms promise less.
    pub(crate) forgets: bool,
    organiser: KeyHash,
    questionnaires: Questionnaires,
}

/// A ballot that could not be taken, and what it was about.
pub(crate) enum NotTaken {
    /// It breaks rules.
    Refused(Vec<Refusal>),
    /// Anything else.
    Problem(Problem),
}

impl<T: Into<Problem>> From<T> for NotTaken {
    fn from(problem: T) -> Self {
        Self::Problem(problem.into())
    }
}

impl Endpoint {
    pub(crate) fn new(config: Config, store: Arc<dyn Store>, ballot_box: BallotBox, rooms: Rooms) -> Self {
        Self {
            store,
            ballot_box,
            rooms,
            #[cfg(not(target_family = "wasm"))]
            app: App::built_in(&config.portals),
            public_url: config.public_url.trim_end_matches('/').to_owned(),
            portals: config.portals,
            forgets: true,
            organiser: config.organiser,
            questionnaires: Questionnaires::default(),
        }
    }

    /// The session with this code.
    pub(crate) async fn session(&self, code: Code) -> Result<Stored, Problem> {
        self.store.session(code).await?.ok_or(Problem::SessionNotFound)
    }

    /// A session as anyone may see it.
    pub(crate) fn view(&self, stored: Stored) -> wire::SessionView {
        let ballots = stored.standing.tally.ballots;
        let programme = stored.programme.map(|(_, title)| title);
        wire::SessionView::new(
            stored.code,
            programme,
            stored.session,
            stored.state,
            ballots,
            &self.public_url,
        )
    }

    /// A session's page for participants as it stands now.
    pub(crate) fn answer(&self, stored: Stored, language: Language) -> Result<form::Page, Problem> {
        let mut view = self.view(stored);
        if !self.forgets {
            // From what is left it could be read in which order the answers came, so nobody is hidden among others.
            view.reveal.every = 1;
        }
        Ok(form::answer(&view, fresh_id()?, language))
    }

    /// Checks a ballot, puts it in the box, and waits until it is on disk.
    pub(crate) async fn take(
        &self,
        code: Code,
        id: BallotId,
        ballot: &wire::Ballot,
        (way, revision): (Way, Option<u32>),
    ) -> Result<(Placed, Arc<Stored>), NotTaken> {
        let questionnaire = self.questionnaire(code).await?;
        let ballot = Ballot::check(ballot, &questionnaire).map_err(NotTaken::Refused)?;
        match self.ballot_box.put(Sent { code, id: IdHash::of(code, id), ballot, way, revision }).await? {
            Taken::Stored { placed, session } => Ok((placed, session)),
            Taken::NotOpen(state) => Err(Problem::NotOpen(state).into()),
            Taken::NoSession => Err(Problem::SessionNotFound.into()),
        }
    }

    async fn questionnaire(&self, code: Code) -> Result<Arc<Questionnaire>, Problem> {
        if let Some(known) = self.questionnaires.get(code) {
            return Ok(known);
        }
        let questionnaire = Arc::new(self.session(code).await?.session.questionnaire);
        self.questionnaires.keep(code, &questionnaire);
        Ok(questionnaire)
    }

    /// Refuses whoever is not the organiser.
    pub(crate) fn organiser_only(&self, bearer: &Bearer) -> Result<(), Problem> {
        bearer.must_open(&[&self.organiser])
    }

    /// Refuses whoever holds neither the session's key nor the organiser's.
    pub(crate) fn key_holder_only(&self, bearer: &Bearer, stored: &Stored) -> Result<(), Problem> {
        bearer.must_open(&[&self.organiser, &stored.facilitator])
    }

    /// Who is looking at a session.
    pub(crate) fn viewer(&self, bearer: &Bearer, stored: &Stored) -> Result<Viewer, Problem> {
        Ok(Viewer::with_key(bearer.opens(&[&self.organiser, &stored.facilitator])?))
    }
}

/// An id for a form's ballot, where the phone cannot make one itself.
pub(crate) fn fresh_id() -> Result<BallotId, Problem> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)?;
    Ok(BallotId::from_bytes(bytes))
}

/// The questionnaires of sessions that are being answered, so that a ballot costs no reading. A session's questionnaire
/// never changes once the session is made, so a kept one cannot be out of date.
#[derive(Default)]
struct Questionnaires(Mutex<HashMap<Code, Arc<Questionnaire>>>);

impl Questionnaires {
    /// More than are ever answered at once; bounds the memory.
    const MOST: usize = 256;

    fn get(&self, code: Code) -> Option<Arc<Questionnaire>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&code).cloned()
    }

    fn keep(&self, code: Code, questionnaire: &Arc<Questionnaire>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= Self::MOST {
            kept.clear();
        }
        kept.insert(code, Arc::clone(questionnaire));
    }
}
