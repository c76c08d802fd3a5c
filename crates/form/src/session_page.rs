//! The page of a session. Everything that a participant can come to see is in it from the start; `data-stage` on `<main>`
//! says what is shown, so that the app has no words of its own to download and nothing to draw.

use ::words::ja::{self, answer as words};
use maud::{Markup, html};
use survey::wire::{self, SessionView};
use survey::{AxisTally, Days, Results, State};

use crate::{Page, bars};

/// What is shown first. The app moves on from there.
#[derive(Clone, Copy)]
pub(crate) enum Stage {
    /// The form.
    Writing,
    /// The receipt of a ballot that was stored just now.
    Sent,
    /// The session is not open, or no longer.
    Calm,
    /// The session was not open, and the person's words are shown.
    NotTaken,
}

impl Stage {
    fn name(self) -> &'static str {
        match self {
            Self::Writing => "writing",
            Self::Sent => "sent",
            Self::Calm => "calm",
            Self::NotTaken => "not-taken",
        }
    }
}

/// A session's page: `screen` tells the app what it took over, `body` is the part that differs. `tally` is what may be
/// shown to somebody who has just answered.
pub(crate) fn page(
    session: &SessionView,
    title: &str,
    screen: &str,
    stage: Stage,
    body: Markup,
    tally: Option<&wire::Tally>,
) -> Page {
    let days = Days::of(session.date, session.date_end);
    let main = html! {
        main data-screen=(screen) data-code=(session.code) data-stage=(stage.name()) data-over[session.state.is_over()] data-sealed[session.state == State::Sealed] {
            header.session {
                p.session-days { (ja::days(days)) }
                @if let Some(programme) = &session.programme { p.session-programme { (programme) } }
                h1 { (session.title) }
            }
            p.notice.when-refused role="alert" data-kind="bad" { (words::MEND_RELOAD) }
            p.notice.when-too-long role="alert" data-kind="bad" { (words::MEND_TOO_LONG) }
            (receipt())
            (body)
            @if session.results == Results::AfterAnswer { (everybody(session, tally)) }
        }
    };
    Page::new(title, main)
}

/// What follows the form: that it arrived, or where it is kept, and how to correct it.
fn receipt() -> Markup {
    html! {
        section.receipt {
            h2.sign.when-sent tabindex="-1" { (words::SENT) }
            h2.sign.when-answered tabindex="-1" { (words::ANSWERED) }
            p.when-thanks.for-app { (words::THANKS) }
            p.when-thanks.for-plain { (words::THANKS_THIS_PAGE) }
            p.when-thanks-over { (words::THANKS_OVER) }
            button.button.when-thanks.for-app type="button" data-kind="quiet" data-do="correct" { (words::CORRECT) }

            h2.sign.wait.when-kept tabindex="-1" { (words::KEPT) }
            p.when-kept.if-durable { (words::KEPT_BODY) }
            p.when-kept.if-not-durable { (words::KEPT_OPEN) }
            button.button.when-kept type="button" data-kind="quiet" data-do="try-now" { (words::TRY_NOW) }

            h2.sign.wait.when-not-taken tabindex="-1" {
                span.if-unsent { (words::NOT_TAKEN) }
                span.if-sent { (words::CORRECTION_NOT_TAKEN) }
            }
            p.when-not-taken.if-sent { (words::SENT_STANDS) }
            p.when-not-taken.if-words { (words::YOUR_WORDS) }
            p.when-not-taken.if-reopens { (words::SENT_WHEN_REOPENED) }
            div.own-words.when-not-taken {}

            button.link-button.when-correcting type="button" data-do="keep-as-sent" { (words::KEEP_AS_SENT) }
        }
    }
}

/// みんなの回答: the bars, as far as `tally` reveals them; empty until the app has figures.
fn everybody(session: &SessionView, tally: Option<&wire::Tally>) -> Markup {
    let revealed = tally.and_then(|tally| tally.revealed);
    let figures = |number: usize| {
        let axis = tally?.axes.as_ref()?.get(number)?;
        Some(AxisTally { counts: axis.counts.clone() })
    };
    html! {
        section.everybody data-revealed=[revealed] {
            (bars::hatches())
            div.everybody-head {
                h2 { (words::EVERYBODY) }
                p { b #ballots { (tally.map_or(session.ballots, |tally| tally.ballots)) } (ja::PEOPLE) }
            }
            p.bars-later { (words::bars_later(session.reveal.at)) }
            p.bars-never { (words::bars_never(session.reveal.at)) }
            div.bars-now {
                @for (number, axis) in session.questionnaire.axes.iter().enumerate() {
                    (bars::result(axis, figures(number).as_ref(), revealed.unwrap_or(0)))
                }
                // Said once for each step in which the bars move; the number above moves with every ballot and is not said.
                p.counted role="status" { b #revealed { (revealed.unwrap_or(0)) } (words::COUNTED_SO_FAR) (ja::COUNTED) }
            }
        }
    }
}
