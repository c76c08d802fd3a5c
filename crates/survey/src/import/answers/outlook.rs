//! What a mapping would make of a file, before anything is made.

use super::{Facts, Labels, Mapping, Meaning, comparable};
use crate::{COMMENT_LIMIT, Questionnaire, REASON_LIMIT};

/// What would come of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// Per axis.
    pub axes: Vec<AxisOutlook>,
    /// Whether some comment or reason is longer than one may be, and would be cut.
    pub cuts: bool,
    /// Whether no column is taken in at all.
    pub is_nothing: bool,
}

/// What would come of one axis.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AxisOutlook {
    /// The columns that are said to be it; more than one is one too many.
    pub columns: Vec<usize>,
    /// Whether its column holds too many different texts to be answers.
    pub is_too_various: bool,
    /// How many would choose each choice.
    pub counts: Vec<u32>,
    /// Cells that hold no label.
    pub unknown: Vec<Unknown>,
}

/// A text that is no label of its axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// As it stands in the file.
    pub text: String,
    /// Made comparable: what [`Mapping::assigned`] knows it by.
    pub key: String,
    /// How many cells hold it, alike or not quite.
    pub count: u32,
    /// The choice that it was said to mean; none where it counts as no answer.
    pub choice: Option<u32>,
}

impl Outlook {
    /// What would come of these columns.
    pub fn of(questionnaire: &Questionnaire, facts: &[Facts], mapping: &Mapping) -> Self {
        let places = |meaning| {
            let columns = mapping.columns.iter().zip(facts).enumerate();
            columns.filter(move |(_, (said, _))| **said == meaning).map(|(place, (_, facts))| (place, facts))
        };
        let axes = (0..).zip(&questionnaire.axes).map(|(number, axis)| {
            let labels = Labels::of(axis);
            let mut outlook = AxisOutlook { counts: vec![0; axis.choices.len()], ..AxisOutlook::default() };
            for (place, facts) in places(Meaning::Axis(number)) {
                outlook.columns.push(place);
                outlook.is_too_various |= !facts.is_whole();
                for (text, count) in &facts.values {
                    outlook.add(mapping.choice(number, &labels, text), &labels, text, *count);
                }
            }
            outlook
        });
        let longest = |meaning| places(meaning).map(|(_, facts)| facts.longest + 1).sum::<usize>();
        let reasons = (0..questionnaire.axes.len()).map(|axis| longest(Meaning::Reason(axis)));
        Self {
            axes: axes.collect(),
            cuts: longest(Meaning::Comment) > COMMENT_LIMIT + 1 || reasons.max() > Some(REASON_LIMIT + 1),
            is_nothing: mapping.columns.iter().all(|meaning| *meaning == Meaning::Ignored),
        }
    }

    /// Whether ballots may be made like this.
    pub fn is_sound(&self) -> bool {
        !self.is_nothing && self.axes.iter().all(|axis| axis.columns.len() < 2 && !axis.is_too_various)
    }
}

impl AxisOutlook {
    fn add(&mut self, choice: Option<u32>, labels: &Labels, text: &str, count: u32) {
        let slot = choice.and_then(|choice| self.counts.get_mut(usize::try_from(choice).ok()?));
        if let Some(slot) = slot {
            *slot = slot.saturating_add(count);
        }
        if labels.find(text).is_some() || labels.is_nothing(text) {
            return;
        }
        let key = comparable(text);
        match self.unknown.iter_mut().find(|unknown| unknown.key == key) {
            Some(unknown) => unknown.count = unknown.count.saturating_add(count),
            None => self.unknown.push(Unknown { text: text.to_owned(), key, count, choice }),
        }
    }

    /// How many would choose something.
    pub fn base(&self) -> u64 {
        self.counts.iter().copied().map(u64::from).sum()
    }
}
