//! The sentences over the bars, as they were published of the first of the seven workshops.

use survey::Unanimous;
use survey::{AxisTally, Headline, Questionnaire};
use words::ja::{headline, of_people};

/// The headlines of the four axes, of these counts.
#[cfg(test)]
fn headlines(counts: [[u32; 5]; 4]) -> Vec<Headline> {
    let axes = Questionnaire::standard().axes.into_iter().zip(counts);
    axes.map(|(axis, counts)| Headline::of(&axis, &AxisTally { counts: counts.to_vec() }).unwrap()).collect()
}

#[cfg(test)]
fn sentences(counts: [[u32; 5]; 4], unanimous: Unanimous) -> Vec<String> {
    headlines(counts).iter().map(|figures| headline(figures, unanimous)).collect()
}

const FIRST: [[u32; 5]; 4] = [[9, 12, 0, 0, 0], [11, 9, 1, 0, 0], [3, 8, 5, 4, 1], [8, 9, 4, 0, 0]];

#[test]
fn the_first_workshop_reads_as_it_was_published() {
    assert_eq!(
        sentences(FIRST, Unanimous::Everybody),
        [
            "全ての回答者が「とても理解できた」「理解できた」と回答",
            "95%が「とても役に立つ」「役に立つ」と回答",
            "52%が「実践できる」「サポートがあれば実践できる」と回答",
            "全ての回答者が「大いに満足」「満足」「概ね満足」と回答",
        ]
    );
    assert_eq!(
        headlines(FIRST).iter().map(of_people).collect::<Vec<_>>(),
        ["21人中21人", "21人中20人", "21人中11人", "21人中21人"]
    );
}

#[test]
fn everybody_can_be_said_as_a_percentage_too() {
    let sentences = sentences(FIRST, Unanimous::Percent);
    assert_eq!(sentences[0], "100%が「とても理解できた」「理解できた」と回答");
    assert_eq!(sentences[1], "95%が「とても役に立つ」「役に立つ」と回答");
    assert_eq!(sentences[3], "100%が「大いに満足」「満足」「概ね満足」と回答");
}

#[test]
fn a_choice_that_nobody_chose_is_not_named() {
    let counts = [[0, 16, 0, 0, 0], [16, 0, 0, 0, 0], [0, 1, 0, 0, 15], [0, 0, 16, 0, 0]];
    assert_eq!(
        sentences(counts, Unanimous::Everybody),
        [
            "全ての回答者が「理解できた」と回答",
            "全ての回答者が「とても役に立つ」と回答",
            "6%が「サポートがあれば実践できる」と回答",
            "全ての回答者が「概ね満足」と回答",
        ]
    );
}

#[test]
fn where_nobody_was_favourable_no_choice_is_named() {
    let counts = [[0, 0, 3, 0, 0]; 4];
    for sentence in &sentences(counts, Unanimous::Everybody)[..3] {
        assert_eq!(sentence, "肯定的な回答はありませんでした");
    }
}
