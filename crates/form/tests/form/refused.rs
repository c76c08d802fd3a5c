//! A form that broke rules comes back as it was sent, with what to mend and where.

use survey::wire::Ballot;
use survey::{COMMENT_LIMIT, Language, Questionnaire, REASON_LIMIT};
use words::ja::answer as words;

use crate::document::{Document, attr, text};
use crate::sessions::{ID, ballot, id, session};

/// The page of a ballot that its questionnaire refuses.
fn page(ballot: &Ballot) -> Document {
    let refusals = survey::Ballot::check(ballot, &Questionnaire::standard()).unwrap_err();
    Document::of(&form::refused(&session(), id(), ballot, &refusals, Language::Japanese))
}

fn with_long_comment() -> Ballot {
    Ballot { comment: Some("あ".repeat(COMMENT_LIMIT + 1)), ..ballot() }
}

#[test]
fn it_is_still_the_form_with_the_same_id() {
    let page = page(&with_long_comment());
    let main = page.one("[data-screen]");
    assert_eq!((attr(main, "data-screen"), attr(main, "data-stage")), ("form", "writing"));
    assert_eq!(attr(page.one("[name=ballot]"), "value"), ID);
}

#[test]
fn all_that_was_chosen_and_written_is_still_there() {
    let page = page(&with_long_comment());
    let chosen: Vec<_> =
        page.all("[checked]").into_iter().map(|input| (attr(input, "name"), attr(input, "value"))).collect();
    assert_eq!(chosen, [("understanding", "0"), ("mastery", "3"), ("satisfaction", "2")]);
    assert_eq!(text(page.one("[name=reason-mastery]")), "手を動かす時間がもっと欲しい");
    assert_eq!(text(page.one("[name=comment]")), "あ".repeat(COMMENT_LIMIT + 1));
}

#[test]
fn the_text_that_is_too_long_is_marked_and_says_by_how_much() {
    let page = page(&with_long_comment());
    let sentence = words::mend_long_text(COMMENT_LIMIT, COMMENT_LIMIT + 1);
    let wrong = page.one("[aria-invalid=true]");
    assert_eq!(attr(wrong, "name"), "comment");
    let described: Vec<_> =
        attr(wrong, "aria-describedby").split(' ').map(|id| text(page.one(&format!("#{id}")))).collect();
    assert_eq!(described.last(), Some(&sentence));
    assert_eq!(page.texts("#paper .fault"), [sentence]);
}

#[test]
fn every_fault_is_listed_with_a_link_to_its_field() {
    let mut ballot = with_long_comment();
    ballot.reasons.insert("mastery".into(), Some("い".repeat(REASON_LIMIT + 7)));
    let page = page(&ballot);
    let alert = page.one(".faults[role=alert]");
    assert!(text(alert).starts_with(words::MEND));
    assert_eq!(page.attrs(".faults a", "href"), ["#reason-mastery", "#comment"]);
    let listed = page.texts(".faults li");
    assert!(listed[0].contains("そう思われた理由") && listed[0].ends_with(&words::mend_long_text(400, 407)));
    assert!(listed[1].contains("ご意見・ご感想") && listed[1].ends_with(&words::mend_long_text(1000, 1001)));
    assert_eq!(page.attrs("[aria-invalid=true]", "name"), ["reason-mastery", "comment"]);
}

#[test]
fn a_fault_that_the_form_cannot_make_asks_to_load_it_again() {
    let mut ballot = ballot();
    ballot.choices.insert("understanding".into(), Some(99));
    let page = page(&ballot);
    assert_eq!(page.texts(".faults li"), [words::MEND_RELOAD]);
    assert!(!page.has("[name=understanding][checked]"));
    assert!(page.has("[name=mastery][value='3'][checked]"), "the other answers stay");
}

#[test]
fn a_body_that_could_not_be_read_has_nothing_to_mend() {
    let page = Document::of(&form::refused(&session(), id(), &Ballot::default(), &[], Language::Japanese));
    assert_eq!(text(page.one(".faults[role=alert]")), words::MEND_RELOAD);
    assert!(!page.has(".faults li") && page.has("#paper"));
}

#[test]
fn a_newline_that_the_person_put_first_is_kept() {
    let comment = format!("\n\n{}", "う".repeat(COMMENT_LIMIT + 1));
    let page = page(&Ballot { comment: Some(comment.clone()), ..ballot() });
    assert_eq!(page.one("[name=comment]").text().collect::<String>(), comment);
}
