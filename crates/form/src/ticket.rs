//! A phone that can send nothing: the form whose button makes a ticket, and the ticket.

use maud::{Markup, PreEscaped, html};
use survey::wire::{Ballot, SessionView};
use survey::{BallotId, Language};

use crate::languages::{Switch, switch};
use crate::paper::Buttons;
use crate::session_page::{head, page, writing};
use crate::{Page, paper};

/// A ticket that was made.
#[derive(Clone, Copy, Debug)]
pub struct Ticket<'a> {
    /// The QR codes as SVG, in order.
    pub codes: &'a [String],
    /// The choices alone, to be read aloud.
    pub short: Option<&'a str>,
    /// Whether the phone keeps it when the page is closed.
    pub is_kept: bool,
    /// Whether there was another before it.
    pub is_corrected: bool,
}

/// Why there is no form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoForm {
    /// The address has no session, or not all of it.
    NoSession,
    /// The session was written by a later program.
    Newer,
}

pub(crate) fn form(session: &SessionView, id: BallotId, language: Language) -> Page {
    let buttons = Buttons::make_ticket(language);
    let body = html! {
        p.promise.ticket-notice { (words::ticket(language).notice()) }
        (paper::form_with(session, language, id, &Ballot::default(), &[], &buttons))
    };
    page(session, language, &writing(session), body, None)
}

pub(crate) fn shown(session: &SessionView, ticket: &Ticket<'_>, language: Language) -> Markup {
    let (words, of_form) = (words::ticket(language), words::answer(language));
    let parts = ticket.codes.len();
    html! {
        div lang=(language.tag()) data-screen="ticket" data-code=(session.code) {
            (switch(language, Switch::Leads))
            (head(session, language))
            section.ticket {
                h2 tabindex="-1" { (words.show()) }
                @if ticket.is_corrected { p.ticket-corrected { (words.corrected()) } }
                p { (words.not_yet()) }
                @for (number, code) in ticket.codes.iter().enumerate() {
                    div.ticket-code data-part=(number) role="img" aria-label=(words.qr_name()) hidden[number > 0] { (PreEscaped(code)) }
                }
                @if parts > 1 {
                    div.ticket-parts {
                        p role="status" {
                            @for number in 0..parts { span data-part=(number) hidden[number > 0] { (words.part(number + 1, parts)) } }
                        }
                        button.button type="button" data-do="next" { (words.next()) }
                    }
                }
                p.ticket-sealed { (words.sealed()) }
                p.ticket-stays { @if ticket.is_kept { (words.stays()) } @else { (words.keep_open()) } }
                button.button type="button" data-kind="quiet" data-do="correct" { (of_form.correct()) }
                details {
                    summary { (words.other_ways()) }
                    @if let Some(short) = ticket.short {
                        h3 { (words.short()) }
                        p.ticket-short translate="no" { (short) }
                        p { (words.short_body()) }
                    }
                    button.button type="button" data-kind="quiet" data-do="save" { (words.save()) }
                    p { (words.save_body()) }
                }
                button.link-button type="button" data-do="forget" data-sure=(words.forget_sure()) { (words.forget()) }
            }
        }
    }
}

pub(crate) fn no_form(why: NoForm, language: Language) -> Markup {
    let words = words::ticket(language);
    let body = match why {
        NoForm::NoSession => words.scan_again(),
        NoForm::Newer => words.newer(),
    };
    html! {
        div lang=(language.tag()) data-screen="no-form" {
            (switch(language, Switch::Leads))
            section.calm { h1 { (words.no_form()) } p { (body) } }
        }
    }
}
