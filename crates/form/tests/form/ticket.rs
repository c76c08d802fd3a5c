//! A phone that sends nothing.

use form::{NoForm, Ticket, answer_by_ticket, no_form, ticket};
use survey::{BallotId, Language};

use crate::sessions::session;

#[test]
fn the_button_says_that_it_makes_a_ticket_and_nothing_promises_to_send() {
    for language in Language::ALL {
        let words = words::ticket(language);
        let page = answer_by_ticket(&session(), BallotId::from_bytes([7; 16]), language).screen;
        for said in [words.make(), words.make_again(), words.make_anyway(), words.notice()] {
            assert!(page.contains(said), "{said}");
        }
        let of_sending = words::answer(language);
        for said in [of_sending.send(), of_sending.send_anyway(), of_sending.sending()] {
            assert!(!page.contains(&format!(">{said}<")), "{said}");
        }
    }
}

#[test]
fn a_ticket_shows_one_code_at_a_time_and_every_other_way() {
    let codes = ["<svg>1</svg>".to_owned(), "<svg>2</svg>".to_owned()];
    let shown = |codes, short, is_kept| {
        ticket(&session(), &Ticket { codes, short, is_kept, is_corrected: !is_kept }, Language::Japanese)
    };
    let words = words::ticket(Language::Japanese);
    let two = shown(&codes, Some("CP6S-S0W1-N451-AWY7"), true);
    assert_eq!(two.matches("<div class=\"ticket-code\"").count(), 2);
    assert_eq!(
        two.matches("data-part=\"1\" role=\"img\" aria-label=\"あなたの回答のチケット（QRコード）\" hidden")
            .count(),
        1
    );
    assert!(two.contains(&words.part(2, 2)) && two.contains(words.next()) && two.contains(words.stays()));
    assert!(two.contains("CP6S-S0W1-N451-AWY7"));
    let one = shown(&codes[..1], None, false);
    assert!(!one.contains(words.next()) && !one.contains(words.short_body()));
    assert!(one.contains(words.corrected()) && !two.contains(words.corrected()));
    assert!(one.contains(words.keep_open()) && !one.contains(words.stays()));
}

#[test]
fn an_address_without_a_session_says_what_to_do() {
    let words = words::ticket(Language::English);
    assert!(no_form(NoForm::NoSession, Language::English).contains(words.scan_again()));
    assert!(no_form(NoForm::Newer, Language::English).contains(words.newer()));
}
