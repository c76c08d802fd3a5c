//! The pages in every language, and the switch between them.

use form::{Page, SWITCH, Switched};
use scraper::ElementRef;
use survey::wire::{Ballot, Tally};
use survey::{Language, State};
use words::en;

use crate::document::{Document, text};
use crate::sessions::{ID, ballot, id, in_state, session};

/// Every page there is, in a language.
fn pages(language: Language) -> Vec<Page> {
    let mut pages: Vec<_> =
        State::ALL.map(|state| form::answer(&in_state(state), id(), language)).into_iter().collect();
    pages.extend([
        form::receipt(&session(), id(), &ballot(), &Tally::hidden(1), language),
        form::refused(&session(), id(), &ballot(), &[], language),
        form::not_taken(&in_state(State::Closed), id(), &ballot(), language),
        form::switched(&session(), id(), &ballot(), Switched::Receipt, &Tally::hidden(1), language),
        form::home(None, language),
        form::unknown(language),
        form::unavailable(language),
    ]);
    pages
}

#[test]
fn every_page_offers_every_language_and_says_which_it_is_in() {
    for language in Language::ALL {
        for page in pages(language) {
            let page = Document::of(&page);
            assert_eq!(page.attrs("html", "lang"), [language.tag()]);
            assert_eq!(page.attrs("[data-screen]", "lang"), [language.tag()]);
            assert_eq!(page.texts("nav.languages > *"), ["日本語", "やさしい日本語", "English"]);
            assert_eq!(page.attrs("nav.languages > *", "lang"), ["ja", "ja", "en"]);
            assert_eq!(page.texts("nav.languages [aria-current]"), [language.own_name()]);
        }
    }
}

#[test]
fn an_english_page_is_english_but_for_what_the_organiser_wrote() {
    let is_japanese = |c: char| matches!(c, '\u{3001}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}');
    let title = session().title;
    for page in pages(Language::English) {
        let page = Document::of(&page);
        let said =
            text(page.one("[data-screen]")).replace(&title, "").replace(&text(page.one("nav.languages")), "");
        let written: Vec<_> = ballot().reasons.into_values().flatten().chain(ballot().comment).collect();
        let said = written.iter().fold(said, |said, text| said.replace(text, ""));
        assert!(!said.contains(is_japanese), "{said}");
    }
}

#[test]
fn where_something_may_be_written_the_switch_sends_the_form() {
    let page = Document::of(&form::answer(&session(), id(), Language::English));
    let buttons = "nav.languages button";
    assert_eq!(
        page.attrs(buttons, "formaction"),
        ["/s/AB3K7Q?lang=ja", "/s/AB3K7Q?lang=easy", "/s/AB3K7Q?lang=en"]
    );
    assert_eq!(page.attrs(buttons, "form"), ["paper"; 3]);
    assert_eq!(page.attrs(buttons, "name"), [SWITCH; 3]);
    assert_eq!(page.attrs("#paper", "action"), ["/s/AB3K7Q?lang=en"], "and goes on in its language");
    let sends = |button: &ElementRef| button.attr("type").is_none_or(|kind| kind == "submit");
    let first = page.all("button").into_iter().find(sends).unwrap();
    assert!(first.attr("formaction").is_none(), "what Enter presses sends the form itself");

    let calm = Document::of(&form::answer(&in_state(State::Draft), id(), Language::Japanese));
    assert_eq!(calm.attrs("nav.languages a", "href"), ["?lang=ja", "?lang=easy", "?lang=en"]);
    assert_eq!(calm.attrs("nav.languages a", "hreflang"), ["ja", "ja", "en"]);
}

#[test]
fn a_form_comes_back_in_another_language_as_it_was_sent() {
    let switched = |state, from| {
        let session = in_state(state);
        Document::of(&form::switched(&session, id(), &ballot(), from, &Tally::hidden(1), Language::English))
    };
    let page = switched(State::Open, Switched::Form);
    assert_eq!(form::read(&page.sent(), &session().questionnaire), Some((id(), ballot())));
    assert_eq!(page.attrs("[data-screen]", "data-stage"), ["writing"]);

    let receipt = switched(State::Open, Switched::Receipt);
    assert_eq!(form::read(&receipt.sent(), &session().questionnaire), Some((id(), ballot())));
    assert_eq!(receipt.attrs("[data-screen]", "data-stage"), ["sent"]);
    assert_eq!(
        receipt.attrs("[data-screen]", "data-screen"),
        ["form"],
        "the app must not take it for stored"
    );
    assert_eq!(receipt.attrs("nav.languages button", "value"), ["receipt"; 3]);

    let late = switched(State::Closed, Switched::Form);
    assert_eq!(text(late.all("h2.when-not-taken")[0]), {
        let (one, other) = (en::answer::NOT_TAKEN, en::answer::CORRECTION_NOT_TAKEN);
        format!("{one}{other}")
    });
    assert_eq!(late.attrs("#kept [name=ballot]", "value"), [ID]);
    let words: Vec<_> = ballot().reasons.into_values().flatten().chain(ballot().comment).collect();
    assert_eq!(late.texts("#kept textarea").iter().map(|text| text.trim()).collect::<Vec<_>>(), words);
}

#[test]
fn only_the_switch_asks_for_a_language() {
    assert_eq!(form::asks_for_language(b"ballot=1&comment=a"), None);
    assert_eq!(form::asks_for_language(b"ballot=1&switch.language=form"), Some(Switched::Form));
    assert_eq!(form::asks_for_language(b"switch.language=receipt"), Some(Switched::Receipt));
    let blank = Ballot::default();
    let page =
        form::switched(&session(), id(), &blank, Switched::Form, &Tally::hidden(0), Language::EasyJapanese);
    assert_eq!(Document::of(&page).texts("legend .axis-name")[0], "わかりやすさ");
}
