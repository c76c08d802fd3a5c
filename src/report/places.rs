//! What a report's programmes and sessions are called in it, so that each is called the same everywhere.

use std::collections::BTreeMap;

use crate::language::language;

use survey::report::{Doubt, ProgrammeReport, SessionReport};
use survey::{Code, Report};

/// The names, and which figures are doubtful.
pub(super) struct Places {
    /// By programme: ① where there are several.
    marks: BTreeMap<Code, String>,
    doubtful: Vec<(Code, String)>,
}

impl Places {
    pub(super) fn of(report: &Report) -> Self {
        let words = ::words::report(language());
        let programmes = report.programmes.iter();
        let marks = programmes.map(|programme| (programme.id, words.mark(report, programme))).collect();
        let doubtful =
            report.findings.iter().filter(|finding| !matches!(finding.what, Doubt::MoreThanCame { .. }));
        let doubtful = doubtful.filter_map(|finding| Some((finding.code, finding.axis.clone()?))).collect();
        Self { marks, doubtful }
    }

    /// ①, or nothing where there is but one programme.
    pub(super) fn mark(&self, programme: &ProgrammeReport) -> &str {
        self.marks.get(&programme.id).map(String::as_str).unwrap_or_default()
    }

    /// ①DX推進担当者の交流プログラム.
    pub(super) fn programme(&self, programme: &ProgrammeReport) -> String {
        format!("{}{}", self.mark(programme), programme.title)
    }

    /// 第1回, within its programme.
    pub(super) fn session(programme: &ProgrammeReport, session: &SessionReport) -> String {
        let words = ::words::report(language());
        words.short_title(&programme.title, &session.title).to_owned()
    }

    /// Whether something is wrong with an axis's figure.
    pub(super) fn is_doubtful(&self, session: &SessionReport, axis: &str) -> bool {
        self.doubtful.iter().any(|(code, doubtful)| *code == session.code && doubtful == axis)
    }
}
