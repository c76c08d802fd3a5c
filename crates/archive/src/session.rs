//! A session as it is kept, with its ballots.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use survey::report::Sources;
use survey::wire::{BatchId, SessionDraft};
use survey::{Code, Questionnaire, State, Tally, Way};

use crate::edited::{Edited, Join, greater, join_all};
use crate::hex::{Hash, Id};
use crate::{Counts, KeptBatch};

/// A session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeptSession {
    /// What is said of it and what is asked.
    pub about: Edited<About>,
    /// Where it stands.
    pub state: Edited<State>,
    /// The hash of its facilitator's key.
    pub facilitator: Edited<Hash>,
    /// The secret that opens its tickets, once one was needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ticket_secret: Option<Hash>,
    /// The last tally that its reveal rule let through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revealed: Option<Counts>,
    /// Its ballots, by the hash of their id; none once it is sealed.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub ballots: BTreeMap<Hash, KeptBallot>,
    /// What is left of its ballots once it is sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealed: Option<Sealed>,
    /// Answers that came by other ways, by their batch's id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub batches: BTreeMap<BatchId, KeptBatch>,
    /// Which texts the report shows, by their ids.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub picks: BTreeMap<Id, Edited<bool>>,
}

/// What is said of a session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct About {
    /// In the form in which sessions are made.
    pub draft: SessionDraft,
    /// The programme it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub programme: Option<Code>,
    /// In which order it was made within its programme, from 0.
    pub position: u32,
}

/// One ballot.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeptBallot {
    /// How it came.
    pub way: Way,
    /// How often it was corrected.
    pub revision: u32,
    /// The number of the choice per axis.
    pub choices: Vec<Option<u8>>,
    /// The reason per axis; empty where there is none at all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Option<String>>,
    /// The comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// A text that somebody wrote, cut loose from choices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptText {
    /// The id of the axis that it is a reason of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub axis: Option<String>,
    /// The text.
    pub text: String,
}

/// What is left of a sealed session's ballots.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sealed {
    /// The final counts.
    pub counts: Counts,
    /// How the ballots came.
    pub sources: Sources,
    /// What people wrote, by random ids.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub texts: BTreeMap<Id, KeptText>,
}

impl KeptSession {
    /// A new session without ballots.
    pub fn new(about: About, state: State, facilitator: Hash) -> Self {
        Self {
            about: Edited::first(about),
            state: Edited::first(state),
            facilitator: Edited::first(facilitator),
            ticket_secret: None,
            revealed: None,
            ballots: BTreeMap::new(),
            sealed: None,
            batches: BTreeMap::new(),
            picks: BTreeMap::new(),
        }
    }

    /// Forgets what links, where it is sealed: the ids of its ballots were destroyed for good, with the picks that are made of
    /// them, and do not come back from another copy.
    pub fn settle(&mut self) {
        let Some(sealed) = &self.sealed else { return };
        self.ballots.clear();
        // What was sealed to it stays sealed: nobody opens a ticket that was filmed.
        self.ticket_secret = None;
        self.state.value = State::Sealed;
        let of_batches =
            || self.batches.values().flat_map(|batch| batch.whole.iter().chain(batch.arrived.values()));
        self.picks.retain(|id, _| {
            sealed.texts.contains_key(id) || of_batches().any(|part| part.texts.contains_key(id))
        });
    }

    /// Where it stands. Sealing is for good, wherever it was done.
    pub fn state(&self) -> State {
        if self.sealed.is_some() { State::Sealed } else { self.state.value }
    }

    /// What is asked.
    pub fn questionnaire(&self) -> Questionnaire {
        self.about.value.draft.questionnaire.clone().unwrap_or_else(Questionnaire::standard)
    }

    /// What its ballots say.
    pub fn tally(&self) -> Tally {
        if let Some(sealed) = &self.sealed {
            return sealed.counts.tally();
        }
        let mut tally = Tally::empty(&self.questionnaire());
        for ballot in self.ballots.values() {
            tally.add_choices(&ballot.choices, 1);
        }
        tally
    }

    /// How its ballots came; batches not counted.
    pub fn sources(&self) -> Sources {
        if let Some(sealed) = &self.sealed {
            return sealed.sources;
        }
        let mut sources = Sources::default();
        for ballot in self.ballots.values() {
            let count = sources.of(ballot.way);
            *count = count.saturating_add(1);
        }
        sources
    }
}

impl Join for KeptSession {
    fn join(&mut self, other: &Self) {
        self.about.join(&other.about);
        self.state.join(&other.state);
        self.facilitator.join(&other.facilitator);
        greater(&mut self.ticket_secret, &other.ticket_secret);
        join_maybe(&mut self.revealed, &other.revealed);
        join_maybe(&mut self.sealed, &other.sealed);
        join_all(&mut self.ballots, &other.ballots);
        join_all(&mut self.batches, &other.batches);
        join_all(&mut self.picks, &other.picks);
        self.settle();
    }
}

fn join_maybe<T: Join>(ours: &mut Option<T>, theirs: &Option<T>) {
    match (ours.as_mut(), theirs) {
        (Some(ours), Some(theirs)) => ours.join(theirs),
        (None, Some(theirs)) => *ours = Some(theirs.clone()),
        (_, None) => {}
    }
}

/// Of two copies of one ballot, the one that was corrected more often.
impl Join for KeptBallot {
    fn join(&mut self, other: &Self) {
        if other.revision > self.revision {
            *self = other.clone();
        } else if other.revision == self.revision {
            greater(self, other);
        }
    }
}

/// A session that was sealed in two places: the copy that counted more.
impl Join for Sealed {
    fn join(&mut self, other: &Self) {
        if other.counts.ballots() > self.counts.ballots() {
            *self = other.clone();
        } else if other.counts.ballots() == self.counts.ballots() {
            greater(self, other);
        }
    }
}
