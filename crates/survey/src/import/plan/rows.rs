//! The rows under the header, one session each. A cell that a merged cell above reaches into means what stands there.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::{self, Counts};
use super::headers::Header;
use super::rules::{self, Faults};
use super::{CellFault, Field, LIMIT, Row, TableFault};
use crate::import::narrow::is_nothing;
use crate::import::{DateFault, dates};
use crate::wire::{self, ProgrammeDraft, SessionDraft};
use crate::{Published, PublishedAxis, Questionnaire};

/// What reads rows.
pub(super) struct Reader<'a> {
    pub(super) header: &'a Header,
    pub(super) fiscal_year: i32,
    pub(super) title: &'a str,
    pub(super) questionnaire: &'a Questionnaire,
}

/// What merged cells say: group, programme and audience.
#[derive(Clone, Default, PartialEq, Eq)]
struct Heading {
    group: Option<String>,
    title: Option<String>,
    audience: Option<String>,
}

impl Reader<'_> {
    pub(super) fn read(&self, rows: &[Vec<String>]) -> Result<(Vec<ProgrammeDraft>, Vec<Row>), TableFault> {
        let mut heading = Heading::default();
        let mut found = Vec::new();
        for (at, row) in rows.iter().enumerate().skip(self.header.depth) {
            if self.header.is_repeated(row) || is_aside(row) {
                continue;
            }
            heading = self.heading(row, heading);
            if !self.is_heading_alone(row) {
                found.push((at + 1, row, heading.clone()));
            }
            if found.len() > LIMIT {
                return Err(TableFault::TooManyRows { limit: LIMIT });
            }
        }
        if found.is_empty() {
            return Err(TableFault::Empty);
        }
        let fractions = self.fractions(found.iter().map(|(_, row, _)| row.as_slice()));
        let mut programmes = Vec::new();
        let mut headings: Vec<Heading> = Vec::new();
        let mut read = Vec::new();
        for (line, row, heading) in found {
            let (session, mut faults) = self.session(row, &fractions);
            let programme = headings.iter().position(|other| *other == heading).unwrap_or_else(|| {
                let draft = self.programme(&heading);
                rules::check_programme(&self.header.columns, &draft, &mut faults);
                programmes.push(draft);
                headings.push(heading);
                programmes.len() - 1
            });
            read.push(Row { line, programme, session, faults });
        }
        Ok((programmes, read))
    }

    fn text(&self, row: &[String], field: &Field) -> Option<String> {
        self.header.cell(row, field).map(|(_, cell)| cells::line(cell))
    }

    /// What a row's merged cells say, where `above` is what the row above it says.
    fn heading(&self, row: &[String], above: Heading) -> Heading {
        let own = self.text(row, &Field::Group);
        let is_same_group = own.is_none() || own == above.group;
        let group = own.or(above.group);
        let own = self.text(row, &Field::Programme).map(|title| cells::unnumbered(&title).to_owned());
        let is_same = is_same_group && (own.is_none() || own == above.title);
        let above_title = if is_same_group { above.title } else { None };
        let audience = self.text(row, &Field::Audience).or(if is_same { above.audience } else { None });
        Heading { group, title: own.or(above_title), audience }
    }

    /// Whether a row has nothing but merged cells: a heading over the rows that follow.
    fn is_heading_alone(&self, row: &[String]) -> bool {
        let is_heading =
            |field: &Option<Field>| matches!(field, Some(Field::Group | Field::Programme | Field::Audience));
        let mut cells = row.iter().zip(&self.header.columns).filter(|(cell, _)| !cell.trim().is_empty());
        cells.all(|(_, column)| is_heading(&column.field))
    }

    fn programme(&self, heading: &Heading) -> ProgrammeDraft {
        let title = match self.header.column(&Field::Programme) {
            Some(_) => heading.title.clone().unwrap_or_default(),
            None => self.title.trim().to_owned(),
        };
        ProgrammeDraft {
            title,
            fiscal_year: self.fiscal_year,
            audience: heading.audience.clone(),
            group: heading.group.clone(),
            ..ProgrammeDraft::default()
        }
    }

    /// The columns whose percentages are fractions.
    fn fractions<'r>(&self, rows: impl Iterator<Item = &'r [String]> + Clone) -> BTreeSet<usize> {
        let is_percent = |at: &usize| {
            let column = self.header.columns.get(*at);
            column.is_some_and(|column| matches!(column.field, Some(Field::Percent(_))))
        };
        let column = |at: usize| rows.clone().filter_map(move |row| row.get(at)).map(String::as_str);
        (0..self.header.columns.len())
            .filter(is_percent)
            .filter(|at| cells::are_fractions(column(*at)))
            .collect()
    }

    fn session(&self, row: &[String], fractions: &BTreeSet<usize>) -> (SessionDraft, Faults) {
        let points = |field| self.header.cell(row, &field).map(|(_, cell)| wire::points(cell));
        let mut draft = SessionDraft {
            title: self.text(row, &Field::Title).unwrap_or_default(),
            venue: self.text(row, &Field::Venue),
            purpose: self.header.cell(row, &Field::Purpose).map(|(_, cell)| cell.to_owned()),
            agenda: points(Field::Agenda).unwrap_or_default(),
            homework: points(Field::Homework).unwrap_or_default(),
            ..SessionDraft::default()
        };
        if *self.questionnaire != Questionnaire::standard() {
            draft.questionnaire = Some(self.questionnaire.clone());
        }
        let mut faults = Faults::new();
        self.days(row, &mut draft, &mut faults);
        self.people(row, &mut draft, &mut faults);
        self.published(row, fractions, &mut draft, &mut faults);
        rules::check_session(&self.header.columns, &draft, &mut faults);
        (draft, faults)
    }

    fn days(&self, row: &[String], draft: &mut SessionDraft, faults: &mut Faults) {
        let cell = |field| self.header.cell(row, &field).filter(|(_, cell)| !is_undecided(cell));
        let mut read = |at, text| match dates::days(text, self.fiscal_year) {
            Ok(days) => Some(days),
            Err(fault) => {
                faults.push((Some(at), CellFault::Date(fault)));
                None
            }
        };
        let (first, last) = (cell(Field::Date), cell(Field::DateEnd));
        let days = first.and_then(|(at, text)| read(at, text));
        let end = last.and_then(|(at, text)| Some((at, read(at, text)?)));
        if let Some(days) = days {
            (draft.date, draft.date_end) = (Some(days.first), days.last);
            if days.first.fiscal_year() != self.fiscal_year {
                faults.push((first.map(|(at, _)| at), CellFault::OutsideFiscalYear));
            }
        }
        match (draft.date, end) {
            (Some(date), Some((at, end))) => {
                let end = end.last.unwrap_or(end.first);
                draft.date_end = (end > date).then_some(end);
                if end < date {
                    faults.push((Some(at), CellFault::Date(DateFault::EndsBeforeStart)));
                }
            }
            // An end alone: the rules want a beginning.
            (None, Some((_, end))) if first.is_none() => draft.date_end = Some(end.last.unwrap_or(end.first)),
            _ => {}
        }
        if first.is_none() && last.is_none() {
            faults.push((self.header.column(&Field::Date), CellFault::NoDate));
        }
    }

    /// The numbers in a field's cell.
    fn counts(&self, row: &[String], field: Field, faults: &mut Faults) -> Option<(usize, Counts)> {
        let (at, cell) = self.header.cell(row, &field).filter(|(_, cell)| !is_nothing(cell))?;
        let counts = Counts::read(cell);
        // A column of people with municipalities only, or the other way round, is not what its header says.
        let counts = counts.filter(|counts| match field {
            Field::Municipalities => counts.municipalities.or(counts.plain).is_some(),
            _ => counts.of_people().is_some(),
        });
        if counts.is_none() {
            faults.push((Some(at), CellFault::NotANumber));
        }
        counts.map(|counts| (at, counts))
    }

    fn people(&self, row: &[String], draft: &mut SessionDraft, faults: &mut Faults) {
        let people = self.counts(row, Field::People, faults).map(|(_, counts)| counts);
        let municipalities = self.counts(row, Field::Municipalities, faults).map(|(_, counts)| counts);
        let expected = self.counts(row, Field::Expected, faults).and_then(|(_, counts)| counts.of_people());
        let both = || people.into_iter().chain(municipalities);
        let came = people.and_then(Counts::of_people).or(municipalities.and_then(|counts| counts.people));
        draft.attendance.people = came;
        draft.attendance.cumulative = both().find_map(|counts| counts.cumulative);
        draft.attendance.municipalities = municipalities
            .and_then(|counts| counts.municipalities.or(counts.plain))
            .or(people.and_then(|counts| counts.municipalities));
        draft.expected = expected;
    }

    fn published(
        &self,
        row: &[String],
        fractions: &BTreeSet<usize>,
        draft: &mut SessionDraft,
        faults: &mut Faults,
    ) {
        let base = self.counts(row, Field::Base, faults).and_then(|(_, counts)| counts.of_people());
        let mut axes = BTreeMap::new();
        for (at, (cell, column)) in row.iter().zip(&self.header.columns).enumerate() {
            let Some(Field::Percent(axis)) = &column.field else { continue };
            if is_nothing(cell) {
                continue;
            }
            match cells::percentage(cell, fractions.contains(&at)) {
                Some(percent) => {
                    axes.insert(axis.clone(), PublishedAxis { percent, ..PublishedAxis::default() });
                }
                None => faults.push((Some(at), CellFault::NotAPercentage)),
            }
        }
        if axes.is_empty() {
            return;
        }
        match base.or(draft.attendance.people) {
            Some(base) => draft.published = Some(Published { base, axes }),
            None => {
                let at = self.header.column(&Field::Base).or(self.header.column(&Field::People));
                if at.is_none() || !faults.iter().any(|(other, _)| *other == at) {
                    faults.push((at, CellFault::NoBase));
                }
            }
        }
    }
}

/// Whether a cell says that its day is not fixed.
fn is_undecided(cell: &str) -> bool {
    is_nothing(cell) || ["未定", "調整中", "日程調整中", "開催日未定"].contains(&cell)
}

/// Whether a row is no session but a note (a single cell that begins with ※ or 注) or a total.
fn is_aside(row: &[String]) -> bool {
    const TOTALS: [&str; 6] = ["合計", "計", "小計", "総計", "平均", "全体"];
    let mut cells = row.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let Some(first) = cells.next() else { return true };
    let is_note = first.starts_with(['※', '注']) || first.starts_with("（注");
    TOTALS.contains(&first) || is_note && cells.next().is_none()
}
