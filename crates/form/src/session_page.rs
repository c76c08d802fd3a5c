//! The page of a session. Everything that a participant can come to see is in it from the start; `data-stage` on it
//! says what is shown, so that the app has no words of its own to download and nothing to draw.

use maud::{Markup, html};
use survey::wire::{self, Ballot, SessionView};
use survey::{AxisTally, BallotId, Days, Language, Results, State};

use crate::languages::{self, FORM, Switch};
use crate::{Page, bars, paper};

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

/// Which page of a session it is.
pub(crate) struct Which<'a> {
    /// The text of `<title>`.
    pub(crate) title: &'a str,
    /// Tells the app what it took over.
    pub(crate) screen: &'a str,
    /// What is shown first.
    pub(crate) stage: Stage,
    /// What the switch between the languages does.
    pub(crate) switch: Switch,
}

/// A session's page: `body` is the part that differs. `tally` is what may be shown to somebody who has just answered.
pub(crate) fn page(
    session: &SessionView,
    language: Language,
    which: &Which<'_>,
    body: Markup,
    tally: Option<&wire::Tally>,
) -> Page {
    let words = ::words::answer(language);
    let screen = html! {
        div lang=(language.tag()) data-screen=(which.screen) data-code=(session.code) data-stage=(which.stage.name()) data-over[session.state.is_over()] data-sealed[session.state == State::Sealed] {
            (languages::switch(language, which.switch))
            (head(session, language))
            p.notice.when-refused role="alert" data-kind="bad" { (words.mend_reload()) }
            p.notice.when-too-long role="alert" data-kind="bad" { (words.mend_too_long()) }
            (receipt(language))
            (body)
            @if session.results == Results::AfterAnswer { (everybody(session, language, tally)) }
        }
    };
    Page::new(which.title, screen, language)
}

/// Which session it is.
pub(crate) fn head(session: &SessionView, language: Language) -> Markup {
    let days = words::figures(language).days(Days::of(session.date, session.date_end));
    html! {
        header.session {
            p.session-days { (days) }
            @if let Some(programme) = &session.programme { p.session-programme { (programme) } }
            h1 { (session.title) }
        }
    }
}

/// The form with this ballot in it.
pub(crate) fn form(session: &SessionView, language: Language, id: BallotId, ballot: &Ballot) -> Page {
    let form = paper::form(session, language, id, ballot, &[]);
    page(session, language, &writing(session), form, None)
}

/// The page of a form that is being written.
pub(crate) fn writing(session: &SessionView) -> Which<'_> {
    Which { title: &session.title, screen: "form", stage: Stage::Writing, switch: sends(session, FORM) }
}

/// The switch on a page with the session's form in it.
pub(crate) fn sends(session: &SessionView, as_what: &'static str) -> Switch {
    Switch::Sends { form: "paper", code: session.code, as_what }
}

/// What follows the form: that it arrived, or where it is kept, and how to correct it.
fn receipt(language: Language) -> Markup {
    let words = ::words::answer(language);
    html! {
        section.receipt {
            h2.sign.when-sent tabindex="-1" { (words.sent()) }
            h2.sign.when-answered tabindex="-1" { (words.answered()) }
            p.when-thanks.for-app { (words.thanks()) }
            p.when-thanks.for-plain { (words.thanks_this_page()) }
            p.when-thanks-over { (words.thanks_over()) }
            button.button.when-thanks.for-app type="button" data-kind="quiet" data-do="correct" { (words.correct()) }

            h2.sign.wait.when-kept tabindex="-1" { (words.kept()) }
            p.when-kept.if-durable { (words.kept_body()) }
            p.when-kept.if-not-durable { (words.kept_open()) }
            button.button.when-kept type="button" data-kind="quiet" data-do="try-now" { (words.try_now()) }

            h2.sign.wait.when-not-taken tabindex="-1" {
                span.if-unsent { (words.not_taken()) }
                span.if-sent { (words.correction_not_taken()) }
            }
            p.when-not-taken.if-sent { (words.sent_stands()) }
            p.when-not-taken.if-words { (words.your_words()) }
            p.when-not-taken.if-reopens { (words.sent_when_reopened()) }
            div.own-words.when-not-taken {}

            button.link-button.when-correcting type="button" data-do="keep-as-sent" { (words.keep_as_sent()) }
        }
    }
}

/// みんなの回答: the bars, as far as `tally` reveals them; empty until the app has figures.
fn everybody(session: &SessionView, language: Language, tally: Option<&wire::Tally>) -> Markup {
    let figures = ::words::figures(language);
    let words = ::words::answer(language);
    let revealed = tally.and_then(|tally| tally.revealed);
    let of_axis = |number: usize| {
        let axis = tally?.axes.as_ref()?.get(number)?;
        Some(AxisTally { counts: axis.counts.clone() })
    };
    html! {
        section.everybody data-revealed=[revealed] {
            (bars::hatches())
            div.everybody-head {
                h2 { (words.everybody()) }
                p { b #ballots translate="no" { (tally.map_or(session.ballots, |tally| tally.ballots)) } (figures.people_label()) }
            }
            p.bars-later { (words.bars_later(session.reveal.at)) }
            p.bars-never { (words.bars_never(session.reveal.at)) }
            div.bars-now {
                @for (number, axis) in session.questionnaire.axes.iter().enumerate() {
                    (bars::result(axis, of_axis(number).as_ref(), revealed.unwrap_or(0), language))
                }
                // Said once for each step in which the bars move; the number above moves with every ballot and is not said.
                p.counted role="status" { b #revealed translate="no" { (revealed.unwrap_or(0)) } (words.counted_so_far()) (figures.sentence_gap()) (figures.counted()) }
            }
        }
    }
}
