//! An axis's result: the pieces lie end to end, and the legend names what somebody chose.

use form::bars::{Drawing, Piece, hatches, result};
use proptest::collection::vec;
use proptest::prelude::*;
use survey::{AxisTally, Language, Questionnaire, Shares, Unanimous};
use words::ja as words;

use crate::document::{Document, attr, text, within};
use crate::sessions::{counts, widest};

fn drawn(axis: usize, counts: &AxisTally, answered: u32) -> Document {
    Document::of_part(
        &result(&Questionnaire::standard().axes[axis], Some(counts), answered, Language::Japanese)
            .into_string(),
    )
}

fn percent(text: &str) -> u8 {
    text.strip_suffix('%').unwrap().parse().unwrap()
}

proptest! {
    #[test]
    fn pieces_lie_end_to_end_and_fill_the_bar(pairs in vec((any::<bool>(), any::<u32>()), 2..=7)) {
        let (favourable, counts): (Vec<_>, Vec<_>) = pairs.into_iter().unzip();
        let Some(shares) = Shares::of_counts(&favourable, &counts) else { return Ok(()) };
        let pieces = Piece::of(&shares.pieces, &counts);
        let mut end = 0;
        for (piece, (share, count)) in pieces.iter().zip(shares.pieces.iter().zip(&counts)) {
            prop_assert_eq!((piece.start, piece.share, piece.count), (end, *share, *count));
            end += piece.share;
        }
        prop_assert_eq!((pieces.len(), end), (counts.len(), 100));
    }

    #[test]
    fn shares_that_do_not_add_up_are_drawn_without_panic(shares: Vec<u8>, counts: Vec<u32>) {
        prop_assert_eq!(Piece::of(&shares, &counts).len(), shares.len().min(counts.len()));
    }

    #[test]
    fn any_counts_can_be_drawn(counts in vec(any::<u32>(), 0..9), answered: u32) {
        let axis = &widest().axes[0];
        let tally = AxisTally { counts };
        let page = Document::of_part(&result(axis, Some(&tally), answered, Language::Japanese).into_string());
        prop_assert_eq!(page.all(".result").len(), 1);
    }
}

#[test]
fn a_piece_has_text_where_there_is_room() {
    let pieces = Piece::of(&[88, 12, 0], &[22, 3, 0]);
    assert_eq!(pieces.iter().map(Piece::has_text).collect::<Vec<_>>(), [true, true, false]);
    assert!(!Piece { start: 0, share: 11, count: 1 }.has_text());
}

#[test]
fn the_bar_says_in_lengths_what_the_shares_are() {
    let page = drawn(2, &counts()[2], 21);
    let pieces: Vec<_> = page
        .all(".bar rect.piece")
        .into_iter()
        .map(|piece| (percent(attr(piece, "x")), percent(attr(piece, "width"))))
        .collect();
    assert_eq!(pieces, [(0, 14), (14, 38), (52, 24), (76, 19), (95, 5)]);
    assert_eq!(page.attrs(".bar > g", "data-tone"), ["good-1", "good-3", "neutral", "bad-1", "bad-3"]);
    assert_eq!(page.texts(".bar text"), ["14%", "38%", "24%", "19%", ""]);
    assert_eq!(attr(page.one("svg.bar"), "aria-hidden"), "true");
}

#[test]
fn the_legend_shows_only_what_somebody_chose() {
    let page = drawn(1, &counts()[1], 21);
    let shown: Vec<_> = page
        .all(".legend > li:not([hidden])")
        .into_iter()
        .map(|line| (text(within(line, "[data-choice]")[0]), text(within(line, "span")[0])))
        .collect();
    let expected = [("とても役に立つ", "11人・52%"), ("役に立つ", "9人・43%"), ("どちらでもない", "1人・5%")];
    assert_eq!(shown, expected.map(|(label, figures)| (label.to_owned(), figures.to_owned())));
    assert_eq!(page.all(".legend > li[hidden]").len(), 2, "the others are there for the app to show");
}

#[test]
fn the_heading_names_the_section_and_the_sentence_says_the_headline() {
    let page = drawn(1, &counts()[1], 21);
    let section = page.one("section.result[data-result=usefulness]");
    assert_eq!(text(page.one(&format!("#{}", attr(section, "aria-labelledby")))), "役立ち度");
    assert_eq!(text(page.one(".result-sentence")), "95%が「とても役に立つ」「役に立つ」と回答");
    assert_eq!(text(page.one(".result-number")), "95%");
    assert_eq!(text(page.one(".result-count")), "21人中20人");
}

#[test]
fn those_who_skipped_the_axis_are_told() {
    let page = drawn(1, &counts()[1], 23);
    assert_eq!(text(page.one(".result-count")), format!("21人中20人、{}", words::skipped(2)));
}

#[test]
fn an_axis_that_nobody_answered_is_empty_and_never_zero_percent() {
    let standard = Questionnaire::standard();
    let nobody = AxisTally { counts: vec![0; 5] };
    for tally in [None, Some(&nobody)] {
        let page = Document::of_part(&result(&standard.axes[0], tally, 9, Language::Japanese).into_string());
        assert!(page.has(".result[data-empty]"));
        assert_eq!(text(page.one(".result-none")), words::NO_ANSWER);
        assert_eq!(text(page.one(".result-number b")), "");
        assert_eq!(page.all(".legend > li[hidden]").len(), 5);
        assert!(page.attrs(".bar rect", "width").iter().all(|width| *width == "0%"));
    }
}

#[test]
fn a_published_percentage_is_drawn_without_counts() {
    let axis = &Questionnaire::standard().axes[2];
    let named = ["実践できる", "サポートがあれば実践できる"].map(str::to_owned);
    let drawing = Drawing::published(axis, 21, 52, &named, Unanimous::Everybody, Language::Japanese);
    let page = Document::of_part(&drawing.html("AB3K7Q-").into_string());
    assert_eq!(text(page.one(".result-sentence")), "52%が「実践できる」「サポートがあれば実践できる」と回答");
    assert_eq!(text(page.one(".result-count")), words::report::published_of(21));
    assert_eq!(page.texts(".legend > li:not([hidden]) span"), ["52%", "48%"]);
    assert_eq!(page.attrs(".bar > g", "data-tone"), ["good-1", "neutral"]);
    assert_eq!(attr(page.one("h3"), "id"), "AB3K7Q-result-mastery");
}

#[test]
fn a_published_hundred_is_said_as_its_programme_says_it() {
    let axis = &Questionnaire::standard().axes[0];
    let named = ["理解できた".to_owned()];
    let said = |unanimous| {
        Drawing::published(axis, 6, 100, &named, unanimous, Language::Japanese).said.unwrap().sentence
    };
    assert_eq!(said(Unanimous::Everybody), "全ての回答者が「理解できた」と回答");
    assert_eq!(said(Unanimous::Percent), "100%が「理解できた」と回答");
    let none = Drawing::published(axis, 6, 0, &named, Unanimous::Everybody, Language::Japanese);
    let page = Document::of_part(&none.html("").into_string());
    assert_eq!(page.texts(".legend > li:not([hidden]) [data-choice]"), [words::report::THE_OTHERS]);
}

#[test]
fn every_pattern_that_a_bar_names_is_in_the_page() {
    let page = Document::of_part(&hatches().into_string());
    let names = ["good-2", "good-3", "good-4", "good-5", "bad-1", "bad-2", "bad-3", "again"];
    assert_eq!(page.attrs("pattern", "id"), names.map(|name| format!("hatch-{name}")));
    let style = include_str!("../../../../style/parts/bars.css");
    for name in names {
        assert!(style.contains(&format!("--hatch: url(#hatch-{name});")), "{name}");
    }
}

#[test]
fn a_choice_in_the_tone_of_the_one_before_it_has_another_pattern_in_bar_and_legend() {
    let axis = &widest().axes[0];
    let tally = AxisTally { counts: vec![1; 7] };
    let page = Document::of_part(&result(axis, Some(&tally), 7, Language::Japanese).into_string());
    assert_eq!(page.attrs("[data-again]", "data-tone"), ["bad-1", "bad-1"]);
    assert_eq!(page.attrs("li:nth-child(5) .swatch[data-again]", "data-tone"), ["bad-1"]);
}
