//! A programme: a series of sessions for one audience in one fiscal year, and what its organiser writes about it.

use serde::{Deserialize, Serialize};

use crate::Attendance;
use crate::refusal::{Refusal, check_length, check_lines, check_range, check_text};

/// What an organiser says of a programme. Its sessions stand elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Programme {
    /// Its title; never blank.
    pub title: String,
    /// The fiscal year, by the year of its April: 2025 is 令和7年度.
    pub fiscal_year: i32,
    /// For whom it is.
    pub audience: Option<String>,
    /// What it is part of: programmes of one group are reported on together.
    pub group: Option<String>,
    /// Who came to any of its sessions.
    pub attendance: Attendance,
    /// What went well, for the report.
    pub good_points: Vec<String>,
    /// What did not, for the report.
    pub issues: Vec<String>,
    /// What should follow, for the report.
    pub suggestions: Vec<String>,
    /// How its headlines say that every answer was favourable.
    pub unanimous: Unanimous,
}

/// How a headline says that every answer was favourable.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unanimous {
    /// 全ての回答者が…
    #[default]
    Everybody,
    /// 100%が…
    Percent,
}

impl Programme {
    /// All its faults, with pointers into the request that makes a programme.
    pub fn check(&self) -> Vec<Refusal> {
        let mut refusals = Vec::new();
        check_text("/title", &self.title, 120, &mut refusals);
        let year = usize::try_from(self.fiscal_year).unwrap_or_default();
        check_range("/fiscal_year", year, 1926, 9998, &mut refusals);
        check_length("/audience", self.audience.as_deref().unwrap_or_default(), 120, &mut refusals);
        check_length("/group", self.group.as_deref().unwrap_or_default(), 120, &mut refusals);
        self.attendance.check("/attendance", &mut refusals);
        for (at, lines) in [
            ("/good_points", &self.good_points),
            ("/issues", &self.issues),
            ("/suggestions", &self.suggestions),
        ] {
            check_lines(at, lines, 500, &mut refusals);
        }
        refusals
    }
}
