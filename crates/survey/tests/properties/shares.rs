//! Percentages add up, whatever was counted.

use proptest::collection::vec;
use proptest::prelude::*;
use survey::Shares;

use crate::any::count;

/// What somebody chose of an axis with 2 to 7 choices, any of them favourable.
fn counted() -> impl Strategy<Value = (Vec<bool>, Vec<u32>)> {
    let pairs = vec((any::<bool>(), count()), 2..=7);
    pairs
        .prop_map(|pairs| pairs.into_iter().unzip())
        .prop_filter("somebody answered", |(_, counts): &(Vec<bool>, Vec<u32>)| {
            counts.iter().any(|count| *count > 0)
        })
}

/// Sums of those that are favourable and those that are not.
fn by_group<T: Copy + Into<u128>>(favourable: &[bool], numbers: &[T]) -> (u128, u128) {
    let sum = |wanted| {
        let chosen = favourable.iter().zip(numbers).filter(|(is, _)| **is == wanted);
        chosen.map(|(_, &number)| number.into()).sum()
    };
    (sum(true), sum(false))
}

/// The whole number whose half-open interval from half below to half above holds 100 × part ÷ base.
fn half_up(part: u128, base: u128) -> Option<u128> {
    (0..=100).find(|p| 200 * part + base >= 2 * p * base && 200 * part < (2 * p + 1) * base)
}

proptest! {
    #[test]
    fn the_headline_is_rounded_half_up((favourable, counts) in counted()) {
        let shares = Shares::of_counts(&favourable, &counts).unwrap();
        let (good, rest) = by_group(&favourable, &counts);
        prop_assert_eq!(Some(u128::from(shares.headline)), half_up(good, good + rest));
    }

    #[test]
    fn favourable_shares_sum_to_the_headline_and_all_to_100((favourable, counts) in counted()) {
        let shares = Shares::of_counts(&favourable, &counts).unwrap();
        let headline = u128::from(shares.headline);
        prop_assert_eq!(shares.pieces.len(), counts.len());
        prop_assert_eq!(by_group(&favourable, &shares.pieces), (headline, 100 - headline));
    }

    #[test]
    fn what_nobody_chose_has_no_share((favourable, counts) in counted()) {
        let shares = Shares::of_counts(&favourable, &counts).unwrap();
        for (piece, count) in shares.pieces.iter().zip(&counts) {
            prop_assert!(*count > 0 || *piece == 0);
        }
    }

    #[test]
    fn a_larger_count_never_has_a_smaller_share_in_its_group((favourable, counts) in counted()) {
        let shares = Shares::of_counts(&favourable, &counts).unwrap();
        let choices: Vec<_> = favourable.iter().zip(&counts).zip(&shares.pieces).collect();
        for (number, ((is, count), piece)) in choices.iter().enumerate() {
            for ((other_is, other), other_piece) in &choices[..number] {
                if is == other_is {
                    prop_assert!(count <= other || piece >= other_piece);
                    prop_assert!(other <= count || other_piece >= piece);
                    prop_assert!(other != count || other_piece >= piece, "ties go to the earlier choice");
                }
            }
        }
    }

    #[test]
    fn a_share_is_less_than_one_percent_from_the_exact_one((favourable, counts) in counted()) {
        let shares = Shares::of_counts(&favourable, &counts).unwrap();
        let (good, rest) = by_group(&favourable, &counts);
        for ((is, count), piece) in favourable.iter().zip(&counts).zip(&shares.pieces) {
            let headline = u128::from(shares.headline);
            let (group, total) = if *is { (good, headline) } else { (rest, 100 - headline) };
            if group > 0 {
                let (exact, given) = (total * u128::from(*count), u128::from(*piece) * group);
                prop_assert!(exact.abs_diff(given) < group);
            }
        }
    }

    #[test]
    fn counts_and_choices_that_do_not_match_are_no_trouble(
        favourable in vec(any::<bool>(), 0..10),
        counts in vec(count(), 0..10),
    ) {
        let counted: u64 = counts.iter().take(favourable.len()).copied().map(u64::from).sum();
        let shares = Shares::of_counts(&favourable, &counts);
        prop_assert_eq!(shares.is_some(), counted > 0);
        if let Some(shares) = shares {
            prop_assert_eq!(shares.pieces.iter().copied().map(u32::from).sum::<u32>(), 100);
        }
    }
}
