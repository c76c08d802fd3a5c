//! The pages of a session that is not open: they change by themselves when the session does, and know what this phone
//! has answered or still holds.

use survey::State;

use super::everybody;
use super::screen::{Screen, Stage};
use crate::client::{News, Outbox, Written, follow};

/// まだ受付を始めていません: waits for the session to open, and then loads the form.
pub(crate) fn wait(screen: &Screen) {
    let host = screen.host().clone();
    let on_news = move |news| {
        if matches!(news, News::State(state) if state != State::Draft) {
            host.reload();
        }
    };
    screen.life().keep(follow(screen.endpoint(), screen.code(), on_news, |_| {}));
}

/// The session is over. This phone may have answered, or still hold words that were never taken; and the session may be
/// opened again.
pub(crate) fn take_over(screen: &Screen) {
    if let Some(outbox) = Outbox::open(screen.code()) {
        if let Some(answers) = outbox.draft().and_then(Written::read) {
            screen.quote(&answers.texts());
            screen.flag("data-sent", outbox.sent().is_some());
            screen.show_stage(Stage::NotTaken);
        } else if outbox.sent().is_some() {
            screen.show_stage(Stage::Answered);
        }
    }
    let host = screen.host().clone();
    let on_state = move |state| {
        if state == State::Open {
            host.reload();
        }
    };
    screen.life().keep(everybody::follow(screen, on_state));
}
