//! What one sentence says about an axis; the sentence itself is made of it elsewhere, in the reader's language.

use serde::{Deserialize, Serialize};

use crate::{Axis, AxisTally, Shares};

/// The figures of an axis's headline: `percent` of `base` people chose one of `choices`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Headline {
    /// The favourable answers' percentage, rounded half up.
    pub percent: u8,
    /// How many answered favourably.
    pub favourable: u64,
    /// How many answered the axis.
    pub base: u64,
    /// The labels of the favourable choices that somebody chose, in scale order; empty where nobody did.
    pub choices: Vec<String>,
}

/// Under this base a percentage stands beside its count: of few people it sounds more precise than it is.
const SMALL_BASE: u64 = 30;

impl Headline {
    /// The headline of an axis; none where nobody answered it.
    pub fn of(axis: &Axis, tally: &AxisTally) -> Option<Self> {
        let chosen = || axis.choices.iter().zip(&tally.counts).filter(|(c, n)| c.is_favourable() && **n > 0);
        Some(Self {
            percent: Shares::of(axis, tally)?.headline,
            favourable: chosen().map(|(_, &count)| u64::from(count)).sum(),
            base: tally.base(),
            choices: chosen().map(|(choice, _)| choice.label.clone()).collect(),
        })
    }

    /// Whether every answer was favourable. Not the same as 100 %, which may be rounded.
    pub fn is_unanimous(&self) -> bool {
        self.favourable == self.base
    }

    /// Whether the count belongs beside the percentage: the base is under 30.
    pub fn is_small(&self) -> bool {
        self.base < SMALL_BASE
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Questionnaire;

    fn headline(axis: usize, counts: [u32; 5]) -> Option<Headline> {
        Headline::of(&Questionnaire::standard().axes[axis], &AxisTally { counts: counts.to_vec() })
    }

    #[test]
    fn only_chosen_favourable_choices_are_named() {
        let headline = headline(3, [8, 9, 0, 0, 1]).unwrap();
        assert_eq!(headline.choices, ["大いに満足", "満足"]);
        assert_eq!((headline.percent, headline.favourable, headline.base), (94, 17, 18));
        assert!(headline.is_small() && !headline.is_unanimous());
    }

    #[test]
    fn nobody_has_no_headline_and_a_rounded_hundred_is_not_everybody() {
        assert_eq!(headline(0, [0; 5]), None);
        let nearly = headline(0, [399, 0, 1, 0, 0]).unwrap();
        assert_eq!((nearly.percent, nearly.is_unanimous(), nearly.is_small()), (100, false, false));
    }
}
