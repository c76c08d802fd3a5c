//! Whole percentages that add up: the pieces of a bar to 100, its favourable pieces to the headline.

use crate::{Axis, AxisTally, Choice};

/// An axis's percentages. There are none where nobody answered; that is `None` from [`Shares::of`], never 0/0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shares {
    /// The favourable answers' percentage of the base, rounded half up; 0 to 100.
    pub headline: u8,
    /// Each choice's percentage in the axis's order. All sum to 100, the favourable ones to `headline`.
    pub pieces: Vec<u8>,
}

impl Shares {
    /// The shares of an axis's counts.
    ///
    /// The headline is rounded once. The favourable choices then divide it, and the others divide what is left to 100,
    /// each group by largest remainder, ties to the earlier choice.
    pub fn of(axis: &Axis, tally: &AxisTally) -> Option<Self> {
        let favourable: Vec<bool> = axis.choices.iter().map(Choice::is_favourable).collect();
        Self::of_counts(&favourable, &tally.counts)
    }

    /// The shares of bare counts, where `favourable` says of each choice whether it is. Choices beyond the shorter of the
    /// two are not counted.
    pub fn of_counts(favourable: &[bool], counts: &[u32]) -> Option<Self> {
        let group = |wanted: bool| -> Vec<u64> {
            let pairs = favourable.iter().zip(counts);
            pairs.map(|(&is, &count)| if is == wanted { u64::from(count) } else { 0 }).collect()
        };
        let (good, rest) = (group(true), group(false));
        let chosen: u64 = good.iter().sum();
        let base = chosen + rest.iter().sum::<u64>();
        let headline = percent(chosen, base)?;
        let pieces = apportion(headline, &good).into_iter().zip(apportion(100 - headline, &rest));
        Some(Self { headline, pieces: pieces.map(|(good, rest)| good + rest).collect() })
    }
}

/// `part` of `base` as a whole percentage, rounded half up; none of nobody. `part` is at most `base`.
pub(crate) fn percent(part: u64, base: u64) -> Option<u8> {
    let (part, base) = (u128::from(part.min(base)), u128::from(base));
    u8::try_from((200 * part + base).checked_div(2 * base)?).ok()
}

/// Divides `total` among `counts` by largest remainder, ties to the earlier. Nothing where all counts are 0: then `total`
/// is 0 too, because a group that nobody chose has no part of the headline.
fn apportion(total: u8, counts: &[u64]) -> Vec<u8> {
    let sum: u128 = counts.iter().copied().map(u128::from).sum();
    let quota = |count: u64| u128::from(total) * u128::from(count);
    // Each whole part is at most `total`, so it fits.
    let whole =
        |count: u64| quota(count).checked_div(sum).and_then(|whole| u8::try_from(whole).ok()).unwrap_or(0);
    let mut pieces: Vec<u8> = counts.iter().map(|&count| whole(count)).collect();
    let left = usize::from(total).saturating_sub(pieces.iter().copied().map(usize::from).sum());

    let mut order: Vec<(u128, usize)> = counts
        .iter()
        .enumerate()
        .map(|(position, &count)| (quota(count).checked_rem(sum).unwrap_or(0), position))
        .filter(|(remainder, _)| *remainder > 0)
        .collect();
    order.sort_by(|(a, at), (b, bt)| b.cmp(a).then(at.cmp(bt)));
    for (_, position) in order.into_iter().take(left) {
        if let Some(piece) = pieces.get_mut(position) {
            *piece += 1;
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which choices are favourable, their counts, and then the headline and the shares.
    type Row = (&'static [bool], &'static [u32], u8, &'static [u8]);

    const STANDARD: [bool; 5] = [true, true, false, false, false];

    #[test]
    fn shares_of_known_counts() {
        let table: [Row; 8] = [
            (&[true, false, false], &[12, 3, 3], 67, &[67, 17, 16]),
            (&STANDARD, &[9, 12, 0, 0, 0], 100, &[43, 57, 0, 0, 0]),
            (&STANDARD, &[11, 9, 1, 0, 0], 95, &[52, 43, 5, 0, 0]),
            (&STANDARD, &[3, 8, 5, 4, 1], 52, &[14, 38, 24, 19, 5]),
            (&[true, true, true, false, false], &[8, 9, 4, 0, 0], 100, &[38, 43, 19, 0, 0]),
            (&STANDARD, &[0, 0, 1, 1, 1], 0, &[0, 0, 34, 33, 33]),
            // Half a percent rounds up, once, for the whole group.
            (&[true, true, false], &[1, 0, 199], 1, &[1, 0, 99]),
            (&[true, true, false], &[1, 1, 398], 1, &[1, 0, 99]),
        ];
        for (favourable, counts, headline, pieces) in table {
            let shares = Shares::of_counts(favourable, counts);
            assert_eq!(shares, Some(Shares { headline, pieces: pieces.to_vec() }), "{counts:?}");
        }
    }

    #[test]
    fn nobody_has_no_shares() {
        assert_eq!(Shares::of_counts(&STANDARD, &[0; 5]), None);
        assert_eq!(Shares::of_counts(&[], &[]), None);
    }
}
