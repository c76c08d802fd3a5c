//! The table over all sessions: which axes have columns in it, and what both of its renderings say of a session.

use survey::Report;
use survey::report::{AxisName, Figures, ProgrammeReport, SessionReport};

/// An axis that has columns. Programmes may have axes of their own; those of the same id and name share theirs.
#[derive(Debug, PartialEq, Eq)]
pub struct Column<'a> {
    axis: AxisName<'a>,
    /// What stands over it: its name, unless an axis of another id has the same one.
    pub header: String,
}

impl<'a> Column<'a> {
    /// The axes of all programmes, in order.
    pub fn all(report: &'a Report) -> Vec<Self> {
        let files = ::words::files(report.language);
        let axes = report.axes();
        let is_alone = |name: &str| axes.iter().filter(|other| other.name == name).count() == 1;
        let header = |id, name| if is_alone(name) { name.to_owned() } else { files.told_apart(name, id) };
        axes.iter().map(|&axis| Self { axis, header: header(axis.id, axis.name) }).collect()
    }

    /// The id of its axis, where this programme has it.
    pub fn id_in(&self, programme: &ProgrammeReport) -> Option<&'a str> {
        programme.axes.iter().any(|axis| axis.called() == self.axis).then_some(self.axis.id)
    }

    /// The figures of a session.
    pub fn figures<'r>(&self, session: &'r SessionReport) -> Option<&'r Figures> {
        session.figures(self.axis)
    }
}

/// Where a session stands in the report: its programme, the programme's position, and what is told by them.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// All of it.
    pub report: &'a Report,
    /// The session's programme.
    pub programme: &'a ProgrammeReport,
    /// The session.
    pub session: &'a SessionReport,
    position: usize,
}

impl<'a> Place<'a> {
    /// Every session's place, in the report's order.
    pub fn all(report: &'a Report) -> impl Iterator<Item = Self> {
        report.programmes.iter().enumerate().flat_map(move |(position, programme)| {
            programme.sessions.iter().map(move |session| Self { report, programme, session, position })
        })
    }

    /// ①, where there are several programmes.
    pub fn number(&self) -> String {
        let said = ::words::report(self.report.language);
        said.number(self.position, self.report.programmes.len())
    }

    /// The session's title without its programme's before it: 第1回.
    pub fn title(&self) -> &'a str {
        let said = ::words::report(self.report.language);
        said.short_title(&self.programme.title, &self.session.title)
    }

    /// What needs checking of the session, of this axis or of itself where none is given.
    pub fn is_doubtful(&self, axis: Option<&str>) -> bool {
        let code = self.session.code;
        self.report.findings.iter().any(|finding| finding.code == code && finding.axis.as_deref() == axis)
    }

    /// What needs checking, a sentence each.
    pub fn findings(&self) -> Vec<String> {
        let said = ::words::report(self.report.language);
        let findings = self.report.findings.iter().filter(|finding| finding.code == self.session.code);
        findings.filter_map(|finding| said.finding_of(self.report, finding)).collect()
    }
}
