//! The published results of seven workshops, counted again. Where so many people can produce a printed percentage, there
//! are counts of them that do, and the shares then say exactly it. Three printed percentages no count produces.

use survey::{AxisTally, Headline, Questionnaire, Shares};

/// How many took part, and the percentages printed for 理解度, 役立ち度, 習得度 and 満足度.
const SESSIONS: [(u32, [u8; 4]); 7] = [
    (21, [100, 95, 52, 100]),
    (20, [100, 98, 67, 95]),
    (16, [100, 100, 100, 100]),
    (20, [100, 100, 90, 100]),
    (19, [100, 100, 90, 100]),
    (6, [100, 100, 83, 100]),
    (6, [100, 100, 100, 100]),
];

/// The numbers of favourable answers, of so many people, that round half up to a percentage.
fn counts_that_round_to(percent: u8, people: u32) -> Vec<u32> {
    (0..=people).filter(|count| (200 * count + people) / (2 * people) == u32::from(percent)).collect()
}

/// Every way to give `favourable` answers to the first choice, the second, or both, and the rest to the last.
fn spread(favourable: u32, people: u32) -> impl Iterator<Item = Vec<u32>> {
    (0..=favourable).map(move |first| vec![first, favourable - first, 0, 0, people - favourable])
}

#[test]
fn what_people_can_produce_is_what_their_counts_say() {
    let standard = Questionnaire::standard();
    for (people, percentages) in SESSIONS {
        for (axis, percent) in standard.axes.iter().zip(percentages) {
            for favourable in counts_that_round_to(percent, people) {
                for counts in spread(favourable, people) {
                    let tally = AxisTally { counts };
                    let shares = Shares::of(axis, &tally).unwrap();
                    assert_eq!(shares.headline, percent, "{} of {people}", axis.id);
                    let headline = Headline::of(axis, &tally).unwrap();
                    assert_eq!((headline.percent, headline.favourable), (percent, favourable.into()));
                    assert_eq!(headline.base, u64::from(people));
                }
            }
        }
    }
}

#[test]
fn exactly_three_figures_are_no_count_of_people() {
    let figures =
        SESSIONS.iter().flat_map(|(people, figures)| figures.iter().map(|figure| (*figure, *people)));
    let unattainable: Vec<_> =
        figures.filter(|(percent, people)| counts_that_round_to(*percent, *people).is_empty()).collect();
    assert_eq!(unattainable, [(98, 20), (67, 20), (90, 19)]);
    for (percent, people) in unattainable {
        let produced = (0..=people).map(|favourable| {
            let counts = [favourable, 0, 0, 0, people - favourable];
            Shares::of_counts(&[true, true, false, false, false], &counts).unwrap().headline
        });
        assert!(!produced.into_iter().any(|headline| headline == percent), "{percent} of {people}");
    }
}

#[test]
fn the_first_session_is_counted_as_it_was_printed() {
    let counts = [[9, 12, 0, 0, 0], [11, 9, 1, 0, 0], [3, 8, 5, 4, 1], [8, 9, 4, 0, 0]];
    let (people, printed) = SESSIONS[0];
    for ((axis, counts), percent) in Questionnaire::standard().axes.iter().zip(counts).zip(printed) {
        let tally = AxisTally { counts: counts.to_vec() };
        assert_eq!(tally.base(), u64::from(people));
        assert_eq!(Shares::of(axis, &tally).map(|shares| shares.headline), Some(percent), "{}", axis.id);
    }
}
