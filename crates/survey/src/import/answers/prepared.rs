//! Ballots of a file's rows, in parts that can be sent.

use std::collections::BTreeMap;

use super::rows::Column;
use super::{Answers, Labels, Mapping, Meaning};
use crate::wire::Ballot;
use crate::{COMMENT_LIMIT, Questionnaire, REASON_LIMIT};

/// The most ballots of a part.
pub const PART_BALLOTS: usize = 1_000;
/// The most bytes of a part's ballots as JSON, about: people may write at length.
pub const PART_BYTES: usize = 800_000;

/// What each column is, ready for making ballots of rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    columns: Vec<(usize, Target)>,
    /// Ids of all axes: a row that answers none says so.
    axes: Vec<String>,
    /// The first row of each part.
    parts: Vec<usize>,
    rows: usize,
}

/// Where a column's cells go.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Target {
    /// To an axis: by text, the choice.
    Choices(String, Vec<Option<u32>>),
    /// To the reasons of an axis.
    Reason(String),
    /// To the comment.
    Comment,
}

impl Answers {
    /// Gets ready for making ballots. What the questionnaire does not ask for is left out.
    pub fn prepare(&self, questionnaire: &Questionnaire, mapping: &Mapping) -> Prepared {
        let columns = mapping.columns.iter().zip(self.columns()).enumerate();
        let targets = columns.filter_map(|(place, (meaning, column))| {
            Some((place, target(questionnaire, mapping, *meaning, column)?))
        });
        let mut prepared = Prepared {
            columns: targets.collect(),
            axes: questionnaire.axes.iter().map(|axis| axis.id.clone()).collect(),
            parts: Vec::new(),
            rows: usize::try_from(self.rows()).unwrap_or_default(),
        };
        prepared.parts = prepared.cut(self);
        prepared
    }
}

fn target(
    questionnaire: &Questionnaire,
    mapping: &Mapping,
    meaning: Meaning,
    column: &Column,
) -> Option<Target> {
    match meaning {
        Meaning::Axis(number) => {
            let axis = questionnaire.axes.get(number)?;
            let labels = Labels::of(axis);
            let choices = column.texts().iter().map(|text| mapping.choice(number, &labels, text));
            Some(Target::Choices(axis.id.clone(), choices.collect()))
        }
        Meaning::Reason(number) => {
            let axis = questionnaire.axes.get(number).filter(|axis| axis.reason.is_some())?;
            Some(Target::Reason(axis.id.clone()))
        }
        Meaning::Comment => questionnaire.comment.is_some().then_some(Target::Comment),
        Meaning::Ignored => None,
    }
}

impl Prepared {
    /// Of how many parts the batch consists; at least one.
    pub fn parts(&self) -> u32 {
        u32::try_from(self.parts.len()).unwrap_or(u32::MAX)
    }

    /// The ballots of the part with this number, from 0; none beyond the last.
    pub fn part(&self, answers: &Answers, number: u32) -> Vec<Ballot> {
        let number = usize::try_from(number).unwrap_or(usize::MAX);
        let Some(start) = self.parts.get(number) else { return Vec::new() };
        let end = self.parts.get(number + 1).copied().unwrap_or(self.rows);
        (*start..end).map(|row| self.ballot(answers, row)).collect()
    }

    fn ballot(&self, answers: &Answers, row: usize) -> Ballot {
        let mut choices: BTreeMap<_, _> = self.axes.iter().map(|id| (id.clone(), None)).collect();
        let mut reasons: BTreeMap<String, Option<String>> = BTreeMap::new();
        let mut comment = None;
        for (target, place, text) in self.cells(answers, row) {
            match target {
                Target::Choices(id, of_text) => {
                    let choice = of_text.get(place).copied().flatten();
                    choices.entry(id.clone()).and_modify(|chosen| *chosen = chosen.or(choice));
                }
                Target::Reason(id) => add(reasons.entry(id.clone()).or_default(), text, REASON_LIMIT),
                Target::Comment => add(&mut comment, text, COMMENT_LIMIT),
            }
        }
        Ballot { choices, reasons, comment }
    }

    /// The cells of a row that are taken in and not blank: where to, the text's place in its column, the text.
    fn cells<'a>(
        &'a self,
        answers: &'a Answers,
        row: usize,
    ) -> impl Iterator<Item = (&'a Target, usize, &'a str)> {
        self.columns.iter().filter_map(move |(column, target)| {
            let column = answers.columns().get(*column)?;
            let place = column.text_of(row)?;
            Some((target, place, column.texts().get(place)?.as_str()))
        })
    }

    /// The first row of each part.
    fn cut(&self, answers: &Answers) -> Vec<usize> {
        let fixed = self.axes.iter().map(|id| id.len() + 8).sum::<usize>() + 64;
        let (mut parts, mut bytes, mut first) = (vec![0], 0, 0);
        for row in 0..self.rows {
            let texts =
                self.cells(answers, row).filter(|(target, ..)| !matches!(target, Target::Choices(..)));
            let size = fixed + texts.map(|(target, _, text)| json_size(target, text)).sum::<usize>();
            if row - first >= PART_BALLOTS || (bytes + size > PART_BYTES && row > first) {
                parts.push(row);
                (first, bytes) = (row, 0);
            }
            bytes += size;
        }
        parts
    }
}

/// Several columns of comments make one comment, a line each. What is longer than may be is cut.
fn add(into: &mut Option<String>, text: &str, limit: usize) {
    let joined = match into.take() {
        Some(before) => [&before, "\n", text].concat(),
        None => text.to_owned(),
    };
    let end = joined.char_indices().nth(limit).map_or(joined.len(), |(end, _)| end);
    *into = joined.get(..end).map(|text| text.trim_end().to_owned());
}

/// At most how many bytes a text is in JSON, with its key.
fn json_size(target: &Target, text: &str) -> usize {
    let key = match target {
        Target::Choices(id, _) | Target::Reason(id) => id.len(),
        Target::Comment => 0,
    };
    let of = |c: char| match c {
        '"' | '\\' | '\n' | '\r' | '\t' => 2,
        c if c.is_control() => 6,
        c => c.len_utf8(),
    };
    key + 16 + text.chars().map(of).sum::<usize>()
}
