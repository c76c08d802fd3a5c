//! The form itself.

use maud::{Markup, html};
use survey::wire::{Ballot, SessionView};
use survey::{Axis, BallotId, COMMENT_LIMIT, Language, Leaning, REASON_LIMIT, Refusal, Rule};

use crate::languages::address;
use crate::read::{COMMENT, ID, reason_field};

/// What the button under the form does, as it says so at each stage.
pub(crate) struct Buttons {
    first: &'static str,
    unanswered: (&'static str, &'static str),
    correcting: &'static str,
    sending: &'static str,
}

impl Buttons {
    /// It sends.
    pub(crate) fn send(language: Language) -> Self {
        let words = ::words::answer(language);
        Self {
            first: words.send(),
            unanswered: (words.unanswered_axes(), words.send_anyway()),
            correcting: words.send_correction(),
            sending: words.sending(),
        }
    }

    /// It makes a ticket.
    pub(crate) fn make_ticket(language: Language) -> Self {
        let words = ::words::ticket(language);
        Self {
            first: words.make(),
            unanswered: (words.unanswered_axes(), words.make_anyway()),
            correcting: words.make_again(),
            sending: words.making(),
        }
    }
}

/// The form that is sent, filled in with `ballot`; `refusals` are said where they belong.
pub(crate) fn form(
    session: &SessionView,
    language: Language,
    id: BallotId,
    ballot: &Ballot,
    refusals: &[Refusal],
) -> Markup {
    form_with(session, language, id, ballot, refusals, &Buttons::send(language))
}

/// The form with these words on its button.
pub(crate) fn form_with(
    session: &SessionView,
    language: Language,
    id: BallotId,
    ballot: &Ballot,
    refusals: &[Refusal],
    buttons: &Buttons,
) -> Markup {
    let words = ::words::answer(language);
    let promise = if session.reveal.hides_each() { words.promise() } else { words.promise_no_names() };
    html! {
        form #paper method="post" action=(address(session.code, language)) autocomplete="off" {
            input type="hidden" name=(ID) value=(id);
            p.promise { (promise) }
            @for axis in &session.questionnaire.axes {
                (axis_group(axis, language, ballot, refusals))
            }
            @if let Some(prompt) = &session.questionnaire.comment {
                div.remark {
                    (text_field(COMMENT, prompt, language, ballot.comment.as_deref(), COMMENT_LIMIT, 4, fault("/comment", refusals)))
                }
            }
            (send_bar(session.questionnaire.axes.len(), buttons, language))
        }
    }
}

fn axis_group(axis: &Axis, language: Language, ballot: &Ballot, refusals: &[Refusal]) -> Markup {
    let words = ::words::answer(language);
    let chosen = ballot.choices.get(&axis.id).copied().flatten();
    html! {
        fieldset.axis #{ "axis-" (axis.id) } data-axis=(axis.id) {
            legend {
                span.axis-name { (axis.name) } " "
                span.axis-missing { (words.unanswered()) } " "
                span.axis-question { (axis.question) }
            }
            // For the app: without scripts a chosen radio button cannot be taken back, only changed.
            button.clear.link-button type="button" data-do="clear" aria-label=(words::figures(language).labelled(&axis.name, words.clear())) { (words.clear()) }
            @for (number, choice) in (0_u32..).zip(&axis.choices) {
                label.card {
                    input type="radio" name=(axis.id) value=(number) checked[chosen == Some(number)]
                        data-ask[axis.reason.is_some() && choice.leaning != Leaning::Favourable];
                    span { (choice.label) }
                }
            }
            @if let Some(prompt) = &axis.reason {
                @let text = ballot.reasons.get(&axis.id).and_then(Option::as_deref);
                @let fault = fault(&format!("/reasons/{}", axis.id), refusals);
                div.reason { (text_field(&reason_field(&axis.id), prompt, language, text, REASON_LIMIT, 2, fault)) }
            }
        }
    }
}

/// No `maxlength`: it would cut what is pasted, silently. What is too long is said, and kept.
fn text_field(
    name: &str,
    prompt: &str,
    language: Language,
    text: Option<&str>,
    limit: usize,
    rows: u8,
    fault: Option<&Rule>,
) -> Markup {
    let figures = ::words::figures(language);
    let words = ::words::answer(language);
    // What stands first keeps these ids apart from every field's name.
    let (hint, wrong) = (format!("hint-{name}"), format!("fault-{name}"));
    let described = if fault.is_some() { format!("{hint} {wrong}") } else { hint.clone() };
    html! {
        label for=(name) { (prompt) " " span.optional { (words.optional()) } }
        p.hint #(hint) { (words.no_names_please()) (figures.sentence_gap()) (words.limit(limit)) }
        @if let Some(fault) = fault { p.fault #(wrong) { (sentence(fault, language)) } }
        // A newline at the start of a textarea is dropped by HTML; one more keeps the person's own.
        textarea #(name) name=(name) rows=(rows) data-limit=(limit) aria-describedby=(described)
            aria-invalid=[fault.map(|_| "true")] { "\n" (text.unwrap_or_default()) }
        // For the app: how much room is left, or by how much the text is too long.
        p.room aria-live="polite" { span.room-left { (words.left().0) b {} (words.left().1) } span.room-over { b {} (words.over()) } }
    }
}

/// The button, always in reach, with how far one is. The app shows the one of its names that fits.
fn send_bar(axes: usize, buttons: &Buttons, language: Language) -> Markup {
    let words = ::words::answer(language);
    html! {
        div.send {
            p.when-unanswered role="status" { (buttons.unanswered.0) }
            div.progress {
                p { span.unseen { (words.progress()) } b #answered translate="no" { "0" } " / " (axes) }
                div.dots aria-hidden="true" { @for _ in 0..axes { i {} } }
            }
            button.button type="submit" {
                span.when-first { (buttons.first) }
                span.when-unanswered { (buttons.unanswered.1) }
                span.when-correcting { (buttons.correcting) }
                span.when-sending { (buttons.sending) }
            }
        }
    }
}

fn fault<'r>(pointer: &str, refusals: &'r [Refusal]) -> Option<&'r Rule> {
    refusals.iter().find(|refusal| refusal.pointer == pointer).map(|refusal| &refusal.rule)
}

/// A refusal in the person's own words. The form itself makes none but texts that are too long.
pub(crate) fn sentence(rule: &Rule, language: Language) -> String {
    let words = ::words::answer(language);
    match rule {
        Rule::TooLong { limit, length } => words.mend_long_text(*limit, *length),
        _ => words.mend_reload().to_owned(),
    }
}
