//! The pages without a form say where things stand, and which session it is.

use form::Page;
use survey::wire::{Ballot, SessionView};
use survey::{Language, Results, State};
use words::ja::answer as words;

use crate::document::{Document, attr, text};
use crate::sessions::{TITLE, ballot, id, in_state, session};

fn page(state: State) -> Document {
    Document::of(&form::answer(&in_state(state), id(), Language::Japanese))
}

#[test]
fn each_state_without_a_form_has_a_calm_page_that_names_the_session() {
    let pages = [
        (State::Draft, "waiting", words::NOT_YET, words::NOT_YET_BODY, false),
        (State::Closed, "closed", words::CLOSED, words::CLOSED_BODY, true),
        (State::Sealed, "sealed", words::SEALED, words::SEALED_BODY, true),
    ];
    for (state, screen, heading, body, over) in pages {
        let page = page(state);
        let main = page.one("[data-screen]");
        assert_eq!((attr(main, "data-screen"), attr(main, "data-stage")), (screen, "calm"));
        assert_eq!(attr(main, "data-code"), "AB3K7Q");
        assert_eq!(main.attr("data-over").is_some(), over, "{screen}");
        assert_eq!(text(page.one("h1")), TITLE);
        assert_eq!(text(page.one(".calm h2")), heading);
        assert!(page.texts(".calm p").contains(&body.to_owned()));
        assert!(!page.has("form"), "nothing can be sent from {screen}");
    }
}

#[test]
fn a_browser_without_scripts_is_told_to_load_the_waiting_page_again() {
    // With scripts a browser reads this element as one text; without them, as what that text says.
    let without = Document::of_part(&text(page(State::Draft).one("noscript")));
    assert_eq!(without.texts("p"), [words::NOT_YET_RELOAD]);
}

#[test]
fn the_day_or_days_stand_above_the_title() {
    let days = |last: Option<&str>| {
        let date_end = last.map(|last| last.parse().unwrap());
        text(
            Document::of(&form::answer(&SessionView { date_end, ..session() }, id(), Language::Japanese))
                .one(".session-days"),
        )
    };
    assert_eq!(days(None), "令和7年6月4日（水）");
    assert_eq!(days(Some("2025-06-05")), "令和7年6月4日（水）～5日（木）");
    assert_eq!(days(Some("2025-06-04")), "令和7年6月4日（水）");
    let undated = SessionView { date: None, ..session() };
    assert_eq!(
        text(Document::of(&form::answer(&undated, id(), Language::Japanese)).one(".session-days")),
        "開催日未定"
    );
}

#[test]
fn the_programme_stands_above_the_title() {
    assert!(!Document::of(&form::answer(&session(), id(), Language::Japanese)).has(".session-programme"));
    let part = SessionView { programme: Some("交流 & 研修".into()), ..session() };
    assert_eq!(
        text(Document::of(&form::answer(&part, id(), Language::Japanese)).one(".session-programme")),
        "交流 & 研修"
    );
}

#[test]
fn words_that_came_too_late_are_given_back() {
    let page = Document::of(&form::not_taken(&in_state(State::Closed), id(), &ballot(), Language::Japanese));
    let main = page.one("[data-screen]");
    assert_eq!((attr(main, "data-screen"), attr(main, "data-stage")), ("not-taken", "not-taken"));
    assert!(page.one("title").text().any(|title| title.contains(words::NOT_TAKEN)));
    assert_eq!(page.texts("blockquote"), ["手を動かす時間がもっと欲しい", "一行目\n二行目"]);
    assert!(!page.has("#paper"));
}

#[test]
fn too_late_without_words_gives_nothing_back() {
    let page = Document::of(&form::not_taken(
        &in_state(State::Sealed),
        id(),
        &Ballot::default(),
        Language::Japanese,
    ));
    assert!(!page.has("blockquote"));
}

#[test]
fn the_bars_wait_on_every_page_where_everybody_may_see_them_and_on_no_other() {
    let pages: [fn(&SessionView) -> Page; 3] = [
        |session| form::answer(session, id(), Language::Japanese),
        |session| form::refused(session, id(), &ballot(), &[], Language::Japanese),
        |session| form::not_taken(session, id(), &ballot(), Language::Japanese),
    ];
    for make in pages {
        for state in State::ALL {
            for (results, shown) in
                [(Results::AfterAnswer, true), (Results::Board, false), (Results::Desk, false)]
            {
                let page = Document::of(&make(&SessionView { results, ..in_state(state) }));
                assert_eq!(page.has(".everybody"), shown, "{results:?}");
                assert_eq!(page.all("section.result[data-empty]").len(), if shown { 4 } else { 0 });
            }
        }
    }
}

#[test]
fn an_endpoint_without_its_store_offers_to_load_again() {
    let page = Document::of(&form::unavailable(Language::Japanese));
    assert_eq!(attr(page.one("[data-screen]"), "data-screen"), "unavailable");
    assert_eq!(text(page.one("h1")), words::UNREACHABLE);
    let again = page.one("a.button");
    assert_eq!((attr(again, "href"), text(again)), ("", words::RELOAD.to_owned()));
}
