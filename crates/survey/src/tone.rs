//! Which step of the ramp a choice is drawn in. A name, not a colour: screens, paper and spreadsheets have their own.

use crate::{Axis, Leaning};

/// A step of the ramp from best to worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Favourable: 1 is the best, 5 the least.
    Good(u8),
    /// Neither.
    Neutral,
    /// Unfavourable: 1 is the mildest, 3 the worst.
    Bad(u8),
}

impl Tone {
    /// The tones of an axis's choices, in their order. However many there are, they are spread along the whole ramp.
    pub fn of(axis: &Axis) -> Vec<Self> {
        let count = |leaning| axis.choices.iter().filter(|choice| choice.leaning == leaning).count();
        let (good, bad) = (count(Leaning::Favourable), count(Leaning::Unfavourable));
        let (mut seen_good, mut seen_bad) = (0, 0);
        let tone = |choice: &crate::Choice| match choice.leaning {
            Leaning::Favourable => {
                seen_good += 1;
                // Two stand at 1 and 3: the last step is pale, and of two it would look like the lesser half.
                let steps = if good == 2 { 3 } else { 5 };
                Self::Good(spread(seen_good, good, steps))
            }
            Leaning::Neutral => Self::Neutral,
            Leaning::Unfavourable => {
                seen_bad += 1;
                Self::Bad(spread(seen_bad, bad, 3))
            }
        };
        axis.choices.iter().map(tone).collect()
    }

    /// Its name in style sheets: `good-1` … `good-5`, `neutral`, `bad-1` … `bad-3`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Good(1) => "good-1",
            Self::Good(2) => "good-2",
            Self::Good(3) => "good-3",
            Self::Good(4) => "good-4",
            Self::Good(_) => "good-5",
            Self::Neutral => "neutral",
            Self::Bad(1) => "bad-1",
            Self::Bad(2) => "bad-2",
            Self::Bad(_) => "bad-3",
        }
    }
}

/// The step, from 1 to `steps`, of the `number`th of `of`, both from 1.
fn spread(number: usize, of: usize, steps: usize) -> u8 {
    let step = (number.saturating_sub(1) * (steps - 1)).checked_div(of.saturating_sub(1)).unwrap_or(0);
    u8::try_from(step + 1).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Questionnaire;

    fn names(axis: &Axis) -> Vec<&'static str> {
        Tone::of(axis).into_iter().map(Tone::name).collect()
    }

    #[test]
    fn the_standard_axes_run_from_dark_blue_to_dark_orange() {
        let standard = Questionnaire::standard();
        assert_eq!(names(&standard.axes[0]), ["good-1", "good-3", "neutral", "bad-1", "bad-3"]);
        assert_eq!(names(&standard.axes[3]), ["good-1", "good-3", "good-5", "bad-1", "bad-3"]);
    }

    #[test]
    fn any_number_of_choices_is_spread_along_the_ramp() {
        let mut axis = Questionnaire::standard().axes[0].clone();
        axis.choices.truncate(1);
        assert_eq!(names(&axis), ["good-1"]);
        axis.choices = vec![axis.choices[0].clone(); 7];
        assert_eq!(names(&axis), ["good-1", "good-1", "good-2", "good-3", "good-3", "good-4", "good-5"]);
    }
}
