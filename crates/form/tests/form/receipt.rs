//! The answer to a form that was stored: it arrived, what everybody said, and the way to correct it.

use ::words::ja::{answer as words, headline};
use survey::Unanimous;
use survey::wire::{SessionView, Tally};
use survey::{Language, Results, State};

use crate::document::{Document, attr, text};
use crate::sessions::{ID, ballot, counts, id, in_state, session, tally};

fn page(tally: &Tally) -> Document {
    Document::of(&form::receipt(&session(), id(), &ballot(), tally, Language::Japanese))
}

#[test]
fn it_says_that_the_ballot_arrived() {
    let page = page(&Tally::hidden(4));
    let main = page.one("[data-screen]");
    assert_eq!((attr(main, "data-screen"), attr(main, "data-stage")), ("sent", "sent"));
    assert_eq!(text(page.one("title")), format!("{} | {}", words::SENT, words::PRODUCT));
    assert_eq!(text(page.one(".when-sent")), words::SENT);
}

#[test]
fn the_ballot_can_be_corrected_under_its_own_id() {
    let page = page(&Tally::hidden(4));
    assert_eq!(text(page.one("details summary")), words::CORRECT);
    assert!(page.has("details #paper"));
    assert_eq!(attr(page.one("#paper [name=ballot]"), "value"), ID);
    assert_eq!(form::read(&page.sent(), &session().questionnaire), Some((id(), ballot())));
}

#[test]
fn before_the_reveal_there_is_only_how_many_have_answered() {
    let page = page(&Tally::hidden(4));
    assert_eq!(text(page.one("#ballots")), "4");
    assert!(page.one(".everybody").attr("data-revealed").is_none());
    assert_eq!(text(page.one(".bars-later")), words::bars_later(5));
    assert_eq!(page.all(".result[data-empty]").len(), 4);
    assert!(page.texts(".result-number b").iter().all(String::is_empty));
    assert!(page.attrs(".bar rect", "width").iter().all(|width| *width == "0%"));
}

#[test]
fn what_is_revealed_is_drawn_with_its_sentences() {
    let page = page(&tally(23));
    assert_eq!(attr(page.one(".everybody"), "data-revealed"), "21");
    assert_eq!((text(page.one("#ballots")), text(page.one("#revealed"))), ("23".into(), "21".into()));
    assert!(!page.has(".result[data-empty]"));
    assert_eq!(page.texts(".result-number"), ["100%", "95%", "52%", "100%"]);
    let standard = session().questionnaire;
    let sentences: Vec<_> = standard
        .axes
        .iter()
        .zip(&counts())
        .map(|(axis, tally)| headline(&survey::Headline::of(axis, tally).unwrap(), Unanimous::Everybody))
        .collect();
    assert_eq!(page.texts(".result-sentence"), sentences);
}

#[test]
fn nothing_of_the_tally_is_shown_where_only_the_board_or_the_desk_may_see_it() {
    for results in [Results::Board, Results::Desk] {
        let session = SessionView { results, ..session() };
        let page = Document::of(&form::receipt(&session, id(), &ballot(), &tally(21), Language::Japanese));
        assert!(!page.has(".everybody") && !page.has(".result") && !page.has("#ballots"), "{results:?}");
    }
}

#[test]
fn a_session_that_closed_in_the_meantime_says_so_to_the_app() {
    let page = Document::of(&form::receipt(
        &in_state(State::Closed),
        id(),
        &ballot(),
        &Tally::hidden(4),
        Language::Japanese,
    ));
    assert!(page.one("[data-screen]").attr("data-over").is_some());
}
