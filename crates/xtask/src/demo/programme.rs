//! Programmes and their sessions as an organiser writes them down, with what was published of their results.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use survey::wire::{ProgrammeDraft, SessionDraft};
use survey::{Attendance, Date, Leaning, Questionnaire, State};

use crate::fault::{Explain, Outcome};

/// What these programmes are part of: not to be taken for the published ones of the same names.
const GROUP: &str = "回答の例";

/// A file of programmes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Examples {
    /// What the file is and where its facts are from.
    pub(super) about: String,
    /// The programmes.
    pub(super) programmes: Vec<Programme>,
}

/// A series of sessions for one audience in one fiscal year.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Programme {
    /// Its title.
    pub(super) title: String,
    /// The year of its April.
    pub(super) fiscal_year: i32,
    /// For whom.
    pub(super) audience: String,
    /// Its sessions, in order.
    pub(super) sessions: Vec<Session>,
}

/// One session and its results, by axis id.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Session {
    /// Its title.
    pub(super) title: String,
    /// Its day.
    pub(super) date: Date,
    /// How many people took part; all of them answered.
    pub(super) participants: u32,
    /// From how many municipalities.
    pub(super) municipalities: u32,
    /// Its points.
    pub(super) agenda: Vec<String>,
    /// Open where it is to be answered, otherwise closed.
    #[serde(default = "closed")]
    pub(super) state: State,
    /// How choices lean, where the session counted otherwise than the standard questionnaire.
    #[serde(default)]
    leanings: BTreeMap<String, Vec<Leaning>>,
    /// The headline percentages that were published.
    pub(super) published: BTreeMap<String, u8>,
    /// How many chose each choice; those missing to all participants skipped the axis.
    pub(super) counts: BTreeMap<String, Vec<u32>>,
}

fn closed() -> State {
    State::Closed
}

impl Examples {
    /// Reads such a file.
    pub(super) fn read(path: &Path) -> Outcome<Self> {
        let text = std::fs::read(path).explain(|| format!("{} cannot be read", path.display()))?;
        serde_json::from_slice(&text).explain(|| format!("{} is not as it should be", path.display()))
    }
}

impl Programme {
    /// What is sent to make it; its sessions follow one by one.
    pub(super) fn draft(&self) -> ProgrammeDraft {
        ProgrammeDraft {
            title: self.title.clone(),
            fiscal_year: self.fiscal_year,
            audience: Some(self.audience.clone()),
            group: Some(GROUP.to_owned()),
            ..ProgrammeDraft::default()
        }
    }
}

impl Session {
    /// What is sent to make it; it begins open, so that it can be answered.
    pub(super) fn draft(&self) -> SessionDraft {
        SessionDraft {
            title: self.title.clone(),
            date: Some(self.date),
            expected: Some(self.participants),
            agenda: self.agenda.clone(),
            attendance: Attendance {
                municipalities: Some(self.municipalities),
                people: Some(self.participants),
                cumulative: None,
            },
            state: Some(State::Open),
            questionnaire: self.questionnaire(),
            ..SessionDraft::default()
        }
    }

    /// Its own questionnaire, where it differs from the standard one.
    fn questionnaire(&self) -> Option<Questionnaire> {
        if self.leanings.is_empty() {
            return None;
        }
        let mut questionnaire = Questionnaire::standard();
        for axis in &mut questionnaire.axes {
            let leanings = self.leanings.get(&axis.id).into_iter().flatten();
            for (choice, leaning) in axis.choices.iter_mut().zip(leanings) {
                choice.leaning = *leaning;
            }
        }
        Some(questionnaire)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_is_whole() {
        let examples = Examples::read(Path::new("../../examples/answers-2025.json")).unwrap();
        let sessions: Vec<_> = examples.programmes.iter().flat_map(|p| &p.sessions).collect();
        assert_eq!(sessions.iter().map(|s| s.participants).collect::<Vec<_>>(), [21, 20, 16, 20, 19, 6, 6]);
        assert_eq!(sessions.iter().filter(|s| s.state == State::Open).count(), 1);
        for programme in &examples.programmes {
            for session in &programme.sessions {
                assert_eq!(session.date.fiscal_year(), programme.fiscal_year, "{}", session.title);
                assert!(session.title.starts_with(&programme.title), "{}", session.title);
            }
        }
        for session in sessions {
            assert_eq!(session.draft().into_session().check(), [], "{}", session.title);
            for axis in Questionnaire::standard().axes {
                let counts = &session.counts[&axis.id];
                assert_eq!(counts.len(), axis.choices.len(), "{} {}", session.title, axis.id);
                assert!(counts.iter().sum::<u32>() <= session.participants, "{} {}", session.title, axis.id);
            }
        }
    }
}
