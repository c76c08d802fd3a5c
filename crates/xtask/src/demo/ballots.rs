//! Ballots that add up to given counts.

use std::collections::BTreeMap;

use survey::wire::Ballot;

/// As many ballots as `people`, of which each axis's choices were made as often as `counts` says. Who chose what is drawn
/// by lot, the same with the same `seed`; who is missing to an axis's counts skipped it.
pub(super) fn of_counts(counts: &BTreeMap<String, Vec<u32>>, people: u32, seed: u64) -> Vec<Ballot> {
    let mut lots = fastrand::Rng::with_seed(seed);
    let mut ballots = vec![Ballot::default(); people as usize];
    for (axis, counts) in counts {
        let chosen = (0..).zip(counts).flat_map(|(choice, count)| (0..*count).map(move |_| Some(choice)));
        let mut choices: Vec<_> = chosen.chain(std::iter::repeat(None)).take(ballots.len()).collect();
        lots.shuffle(&mut choices);
        for (ballot, choice) in ballots.iter_mut().zip(choices) {
            ballot.choices.insert(axis.clone(), choice);
        }
    }
    ballots
}

#[cfg(test)]
mod tests {
    use super::*;
    use survey::{Questionnaire, Tally};

    #[test]
    fn ballots_add_up_to_the_counts_they_were_made_of() {
        let questionnaire = Questionnaire::standard();
        let counts: BTreeMap<String, Vec<u32>> = [
            ("understanding", vec![9, 12, 0, 0, 0]),
            ("usefulness", vec![11, 9, 1, 0, 0]),
            ("mastery", vec![3, 8, 5, 1, 1]),
            ("satisfaction", vec![8, 9, 4, 0, 0]),
        ]
        .map(|(axis, counts)| (axis.to_owned(), counts))
        .into();
        let ballots = of_counts(&counts, 21, 7);
        assert_eq!(ballots.len(), 21);
        let mut tally = Tally::empty(&questionnaire);
        for ballot in &ballots {
            tally.add(&survey::Ballot::check(ballot, &questionnaire).unwrap());
        }
        for (axis, tally) in questionnaire.axes.iter().zip(&tally.axes) {
            assert_eq!(tally.counts, counts[&axis.id], "{}", axis.id);
        }
        assert_eq!(ballots, of_counts(&counts, 21, 7), "the same lots with the same seed");
        assert_ne!(ballots, of_counts(&counts, 21, 8));
    }
}
