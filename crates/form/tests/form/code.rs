//! Typing a session's code by hand.

use survey::Language;
use words::ja::answer as words;

use crate::document::{Document, attr, text};

#[test]
fn the_home_page_asks_for_a_code_and_sends_it_to_itself() {
    let page = Document::of(&form::home(None, Language::Japanese));
    assert_eq!(attr(page.one("[data-screen]"), "data-screen"), "home");
    assert!(page.one("[data-screen]").attr("data-code").is_none());
    let form = page.one("form");
    assert_eq!((attr(form, "method"), attr(form, "action")), ("get", "/"));
    let field = page.one("input[name=code][required]");
    assert_eq!(attr(field, "value"), "");
    assert!(field.attr("aria-invalid").is_none());
    assert_eq!(text(page.one("label[for=code]")), words::CODE_LABEL);
    assert_eq!(text(page.one(&format!("#{}", attr(field, "aria-describedby")))), words::CODE_HINT);
    assert_eq!(text(page.one("button[type=submit]")), words::CODE_GO);
}

#[test]
fn a_wrong_code_stays_in_the_field_and_is_said_to_be_wrong() {
    let page = Document::of(&form::home(Some("AB3K7U"), Language::Japanese));
    let field = page.one("input[name=code]");
    assert_eq!((attr(field, "value"), attr(field, "aria-invalid")), ("AB3K7U", "true"));
    let described: Vec<_> =
        attr(field, "aria-describedby").split(' ').map(|id| text(page.one(&format!("#{id}")))).collect();
    assert_eq!(described, [words::CODE_HINT, words::CODE_WRONG]);
    assert_eq!(text(page.one("[role=alert]")), words::CODE_WRONG);
}

#[test]
fn an_unknown_code_can_be_typed_again() {
    let page = Document::of(&form::unknown(Language::Japanese));
    assert_eq!(attr(page.one("[data-screen]"), "data-screen"), "unknown");
    assert_eq!(text(page.one("h1")), words::UNKNOWN);
    assert_eq!(attr(page.one("form input[name=code]"), "value"), "");
    assert!(!page.has("[role=alert]"), "nothing was typed on this page yet");
}
