//! A plan or a summary table as an organiser keeps it in a spreadsheet: one row per session, columns known by their usual
//! headers. Nothing is made here: the reading says what was understood, row by row, and what is wrong and why.

mod cells;
mod drafts;
mod headers;
mod rows;
mod rules;

use headers::Header;
use rows::Reader;

use super::{DateFault, Table};
use crate::wire::{ProgrammeDraft, SessionDraft};
use crate::{Questionnaire, Rule};

/// The most rows a plan may have.
const LIMIT: usize = 500;

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// 事業: the programme's title. An empty cell means the one above, as in a merged cell.
    Programme,
    /// 区分: what the programme is part of.
    Group,
    /// 対象: the programme's audience. An empty cell means the one above, within the same programme.
    Audience,
    /// 開催名, 開催内容, 回: the session's title.
    Title,
    /// 開催日: the day or days.
    Date,
    /// 終了日: the last day.
    DateEnd,
    /// 会場.
    Venue,
    /// 参加自治体数.
    Municipalities,
    /// 参加者数, 受講者数.
    People,
    /// 定員, 参加予定人数.
    Expected,
    /// 実施目的.
    Purpose,
    /// 実施内容: a point a line.
    Agenda,
    /// 宿題: a point a line.
    Homework,
    /// 回答数: the people that published percentages are of; 参加者数 where there is no such column.
    Base,
    /// The published percentage of the axis with this id.
    Percent(String),
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its header as it stands in the table.
    pub header: String,
    /// What it holds; none where the header is not known: then it is not imported.
    pub field: Option<Field>,
}

/// Why a whole table cannot be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableFault {
    /// There is nothing in it, or nothing under the header.
    Empty,
    /// No row has known headers.
    NoHeader,
    /// A column that is needed is missing.
    Missing(Field),
    /// Several columns could be the same field.
    Ambiguous {
        /// The field.
        field: Field,
        /// Their headers.
        headers: Vec<String>,
    },
    /// More rows than a plan may have.
    TooManyRows {
        /// The most that is allowed.
        limit: usize,
    },
    /// A programme without sessions, in a file of our own, breaks a rule.
    Programme {
        /// Its title.
        title: String,
        /// The rule.
        rule: Rule,
    },
}

/// What is wrong with a cell, or noteworthy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellFault {
    /// Nothing stands where something is needed.
    Blank,
    /// No day is given: the session is made without one. Does not hinder.
    NoDate,
    /// It is no date.
    Date(DateFault),
    /// The day is not in the fiscal year. Does not hinder.
    OutsideFiscalYear,
    /// It is no whole number.
    NotANumber,
    /// It is no whole percentage from 0 to 100.
    NotAPercentage,
    /// Percentages without the number of people they are of.
    NoBase,
    /// It breaks a rule of sessions or programmes.
    Rule(Rule),
}

impl CellFault {
    /// Whether the row cannot be imported like this.
    pub fn hinders(&self) -> bool {
        !matches!(self, Self::NoDate | Self::OutsideFiscalYear)
    }
}

/// A row that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its line in the table, from 1.
    pub line: usize,
    /// The programme it belongs to, by its place in [`Plan::programmes`].
    pub programme: usize,
    /// What was understood of it.
    pub session: SessionDraft,
    /// What is wrong, or noteworthy: the column's place (none where it concerns the row) and what it is.
    pub faults: Vec<(Option<usize>, CellFault)>,
}

/// A table that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// Why nothing of it can be imported; empty where all is well.
    pub faults: Vec<TableFault>,
    /// The programmes, without sessions, in the order of their first rows.
    pub programmes: Vec<ProgrammeDraft>,
    /// The rows, one session each.
    pub rows: Vec<Row>,
}

impl Plan {
    /// Reads a table for a fiscal year; percentages are of this questionnaire's axes. `title` is the programme's where
    /// the table has no such column.
    ///
    /// Where the table as a whole cannot be imported, there are its columns, as far as they were found, and no rows.
    pub fn read(table: &Table, fiscal_year: i32, title: &str, questionnaire: &Questionnaire) -> Self {
        if table.rows.iter().all(|row| cells::is_blank(row)) {
            return Self { faults: vec![TableFault::Empty], ..Self::default() };
        }
        let Some(header) = Header::find(&table.rows, questionnaire) else {
            return Self { faults: vec![TableFault::NoHeader], ..Self::default() };
        };
        let mut plan = Self { faults: header.faults(!title.trim().is_empty()), ..Self::default() };
        if plan.faults.is_empty() {
            let reader = Reader { header: &header, fiscal_year, title, questionnaire };
            match reader.read(&table.rows) {
                Ok((programmes, rows)) => (plan.programmes, plan.rows) = (programmes, rows),
                Err(fault) => plan.faults.push(fault),
            }
        }
        plan.columns = header.columns;
        plan
    }

    /// The plan that drafts from a file of our own say, so that it can be looked at like any other. Its columns are the
    /// members of the file's sessions and programmes, by their names in the file.
    pub fn of_drafts(drafts: Vec<ProgrammeDraft>) -> Self {
        drafts::plan(drafts)
    }

    /// Whether published percentages are taken to be of all who came, because the table does not say how many answered.
    pub fn assumes_that_all_answered(&self) -> bool {
        let has = |wanted: fn(&Field) -> bool| {
            self.columns.iter().filter_map(|column| column.field.as_ref()).any(wanted)
        };
        has(|field| matches!(field, Field::Percent(_))) && !has(|field| *field == Field::Base)
    }

    /// The fiscal year near `fiscal_year` in which the table's weekdays are right; none where they are right as it was
    /// read, or in no year.
    pub fn year_of_its_weekdays(
        table: &Table,
        fiscal_year: i32,
        questionnaire: &Questionnaire,
    ) -> Option<i32> {
        let wrong = |year: i32| {
            let plan = Self::read(table, year, "-", questionnaire);
            let is_weekday = |fault: &CellFault| matches!(fault, CellFault::Date(DateFault::Weekday { .. }));
            let faults = plan.rows.iter().flat_map(|row| &row.faults);
            faults.filter(|(_, fault)| is_weekday(fault)).count()
        };
        if wrong(fiscal_year) < 2 {
            return None;
        }
        [-1, 1, -2, 2, -3, 3].into_iter().map(|step| fiscal_year + step).find(|year| wrong(*year) == 0)
    }

    /// Whether it can be imported.
    pub fn is_sound(&self) -> bool {
        let hinders = |row: &Row| row.faults.iter().any(|(_, fault)| fault.hinders());
        self.faults.is_empty() && !self.rows.is_empty() && !self.rows.iter().any(hinders)
    }

    /// The programmes with their sessions, ready to be made.
    pub fn into_drafts(self) -> Vec<ProgrammeDraft> {
        let mut drafts = self.programmes;
        for row in self.rows {
            if let Some(draft) = drafts.get_mut(row.programme) {
                draft.sessions.push(row.session);
            }
        }
        drafts
    }
}
