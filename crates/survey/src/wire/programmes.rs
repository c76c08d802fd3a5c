//! Programmes: what makes them, and how they are listed and shown.

use serde::{Deserialize, Serialize};

use super::{Links, SessionDraft, SessionRow, lines, or_default, text};
use crate::{Attendance, Code, Programme, Unanimous};

/// Several of a kind: a request's body is an object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Programmes<T> {
    /// The programmes.
    pub programmes: Vec<T>,
}

/// `POST /programmes` takes [`Programmes`] of these, and makes all of them or none. Files of programmes have this shape.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeDraft {
    /// Its title.
    pub title: String,
    /// The fiscal year, by the year of its April: 2025 is 令和7年度.
    pub fiscal_year: i32,
    /// For whom it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<String>,
    /// What it is part of: programmes of one group are reported on together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Who came to any of its sessions.
    #[serde(default, skip_serializing_if = "Attendance::is_unknown", deserialize_with = "or_default")]
    pub attendance: Attendance,
    /// What went well: a list, or one text with a point a line.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "lines")]
    pub good_points: Vec<String>,
    /// What did not.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "lines")]
    pub issues: Vec<String>,
    /// What should follow.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "lines")]
    pub suggestions: Vec<String>,
    /// How its headlines say that every answer was favourable.
    #[serde(default)]
    pub unanimous: Unanimous,
    /// Its sessions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sessions: Vec<SessionDraft>,
}

impl ProgrammeDraft {
    /// The programme it describes, unchecked (see [`Programme::check`]), and its sessions' drafts.
    pub fn into_programme(self) -> (Programme, Vec<SessionDraft>) {
        let programme = Programme {
            title: self.title.trim().to_owned(),
            fiscal_year: self.fiscal_year,
            audience: text(self.audience),
            group: text(self.group),
            attendance: self.attendance,
            good_points: self.good_points,
            issues: self.issues,
            suggestions: self.suggestions,
            unanimous: self.unanimous,
        };
        (programme, self.sessions)
    }

    /// The draft that makes this programme again, without sessions: the form in which it is kept and edited.
    pub fn of(programme: Programme) -> Self {
        Self {
            title: programme.title,
            fiscal_year: programme.fiscal_year,
            audience: programme.audience,
            group: programme.group,
            attendance: programme.attendance,
            good_points: programme.good_points,
            issues: programme.issues,
            suggestions: programme.suggestions,
            unanimous: programme.unanimous,
            sessions: Vec::new(),
        }
    }
}

/// The answer to `POST /programmes`, as [`Programmes`]. The keys are shown here once and nowhere again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeMade {
    /// Its id.
    pub id: Code,
    /// Its title.
    pub title: String,
    /// Its sessions, in the order they were sent.
    pub sessions: Vec<SessionLinks>,
}

/// A session that was made with its programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionLinks {
    /// The public code.
    pub code: Code,
    /// Its title.
    pub title: String,
    /// The facilitator's key.
    pub facilitator_key: String,
    /// The addresses to hand out.
    pub links: Links,
}

/// One row of `GET /programmes`, the newest year first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeRow {
    /// Its id.
    pub id: Code,
    /// Its title.
    pub title: String,
    /// The fiscal year, by the year of its April.
    pub fiscal_year: i32,
    /// For whom it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<String>,
    /// What it is part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// How many sessions it has.
    pub sessions: u32,
    /// How many of them have answers or published results.
    pub answered: u32,
}

/// `GET /programmes/{id}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeView {
    /// Its id.
    pub id: Code,
    /// What is said of it; its `sessions` are empty.
    pub programme: ProgrammeDraft,
    /// Its sessions by date, those without one at the end.
    pub sessions: Vec<SessionRow>,
    /// The address that phones reach, without a slash at the end.
    pub public_url: String,
}
