//! A tally is a commutative monoid, and counting ballots is a way into it.

use proptest::collection::vec;
use proptest::prelude::*;
use survey::{AxisTally, Ballot, Questionnaire, Tally};

use crate::any::{fitting_ballot, questionnaire, tally};

fn merged(one: &Tally, other: &Tally) -> Tally {
    let mut sum = one.clone();
    sum.merge(other);
    sum
}

fn counted<'b>(questionnaire: &Questionnaire, ballots: impl IntoIterator<Item = &'b Ballot>) -> Tally {
    let mut tally = Tally::empty(questionnaire);
    ballots.into_iter().for_each(|ballot| tally.add(ballot));
    tally
}

fn count(tally: &Tally, axis: usize, choice: usize) -> u32 {
    tally.axes.get(axis).and_then(|axis| axis.counts.get(choice)).copied().unwrap_or(0)
}

fn with_ballots() -> impl Strategy<Value = (Questionnaire, Vec<Ballot>)> {
    questionnaire().prop_flat_map(|questionnaire| {
        let checked = questionnaire.clone();
        let ballot = fitting_ballot(&questionnaire)
            .prop_map(move |ballot| Ballot::check(&ballot, &checked).expect("the ballot fits"));
        (Just(questionnaire), vec(ballot, 0..20))
    })
}

proptest! {
    #[test]
    fn the_order_of_merging_does_not_matter(a in tally(), b in tally()) {
        prop_assert_eq!(merged(&a, &b), merged(&b, &a));
    }

    #[test]
    fn the_grouping_of_merging_does_not_matter(a in tally(), b in tally(), c in tally()) {
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
    }

    #[test]
    fn the_empty_tally_changes_nothing((questionnaire, ballots) in with_ballots()) {
        let (empty, tally) = (Tally::empty(&questionnaire), counted(&questionnaire, &ballots));
        prop_assert_eq!(&merged(&tally, &empty), &tally);
        prop_assert_eq!(&merged(&empty, &tally), &tally);
    }

    #[test]
    fn merging_loses_no_count(a in tally(), b in tally()) {
        let sum = merged(&a, &b);
        prop_assert_eq!(sum.ballots, a.ballots.saturating_add(b.ballots));
        for axis in 0..a.axes.len().max(b.axes.len()) {
            for choice in 0..8 {
                let expected = count(&a, axis, choice).saturating_add(count(&b, axis, choice));
                prop_assert_eq!(count(&sum, axis, choice), expected);
            }
        }
    }

    #[test]
    fn counting_one_by_one_is_merging((questionnaire, ballots) in with_ballots(), cut in any::<prop::sample::Index>()) {
        let whole = counted(&questionnaire, &ballots);
        let (first, second) = ballots.split_at(cut.index(ballots.len() + 1));
        prop_assert_eq!(&merged(&counted(&questionnaire, second), &counted(&questionnaire, first)), &whole);

        let singles = ballots.iter().map(|ballot| counted(&questionnaire, [ballot]));
        let sum = singles.fold(Tally::empty(&questionnaire), |sum, single| merged(&sum, &single));
        prop_assert_eq!(sum, whole);
    }

    #[test]
    fn each_ballot_is_counted_once_where_it_answered((questionnaire, ballots) in with_ballots()) {
        let tally = counted(&questionnaire, &ballots);
        prop_assert_eq!(tally.ballots as usize, ballots.len());
        for (number, axis) in tally.axes.iter().enumerate() {
            let answered = ballots.iter().filter(|ballot| ballot.choices()[number].is_some()).count();
            prop_assert_eq!(usize::try_from(axis.base()).unwrap(), answered);
        }
    }

    #[test]
    fn ballots_that_chose_alike_count_as_so_many(
        (questionnaire, ballots) in with_ballots(),
        times in 0..5_u32,
    ) {
        let mut at_once = Tally::empty(&questionnaire);
        let mut one_by_one = Tally::empty(&questionnaire);
        for ballot in &ballots {
            at_once.add_choices(ballot.choices(), times);
            (0..times).for_each(|_| one_by_one.add(ballot));
        }
        prop_assert_eq!(at_once, one_by_one);
    }

    #[test]
    fn any_choices_can_be_counted(mut tally in tally(), choices in vec(any::<Option<u8>>(), 0..9), ballots: u32) {
        let before = tally.clone();
        tally.add_choices(&choices, ballots);
        prop_assert_eq!(tally.ballots, before.ballots.saturating_add(ballots));
        prop_assert!(tally.axes.iter().map(AxisTally::base).ge(before.axes.iter().map(AxisTally::base)));
    }
}
