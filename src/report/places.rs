//! What a report's programmes and sessions are called in it, so that each is called the same everywhere.

use std::collections::BTreeMap;

use survey::report::{Doubt, ProgrammeReport, SessionReport};
use survey::{Code, Report};
use words::ja::report as words;

/// The names, and which figures are doubtful.
pub(super) struct Places {
    /// By programme: ① where there are several.
    marks: BTreeMap<Code, String>,
    doubtful: Vec<(Code, String)>,
}

impl Places {
    pub(super) fn of(report: &Report) -> Self {
        let of = report.programmes.len();
        let programmes = report.programmes.iter().enumerate();
        let marks =
            programmes.map(|(position, programme)| (programme.id, words::number(position, of))).collect();
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
        words::short_title(&programme.title, &session.title).to_owned()
    }

    /// ①第1回, among all programmes; its whole title where another of its programme has the same number.
    pub(super) fn session_of(&self, programme: &ProgrammeReport, session: &SessionReport) -> String {
        let short = words::point(&session.title, None);
        let alike =
            programme.sessions.iter().filter(|other| words::point(&other.title, None) == short).count();
        let is_clear = alike == 1 && short.starts_with('第');
        let name = if is_clear { short } else { Self::session(programme, session) };
        format!("{}{name}", self.mark(programme))
    }

    /// Whether something is wrong with an axis's figure.
    pub(super) fn is_doubtful(&self, session: &SessionReport, axis: &str) -> bool {
        self.doubtful.iter().any(|(code, doubtful)| *code == session.code && doubtful == axis)
    }
}
