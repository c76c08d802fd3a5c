//! みんなの回答: the room's bars on a phone, as far as they may be shown, following the live stream.

use survey::State;
use survey::wire::Tally;

use super::screen::Screen;
use crate::client::{self, Following, News};
use crate::parts::fill_result;

/// Follows the session: fills the page's bars, and calls with each state. Ends when dropped.
pub(crate) fn follow(screen: &Screen, on_state: impl Fn(State) + 'static) -> Following {
    let (code, endpoint) = (screen.code(), screen.endpoint());
    let screen = screen.clone();
    let on_news = move |news| match news {
        News::Tally(tally) => show(&screen, &tally),
        News::State(state) => on_state(state),
    };
    client::follow(endpoint, code, on_news, |_| {})
}

fn show(screen: &Screen, tally: &Tally) {
    screen.write("#ballots", &tally.ballots.to_string());
    let (Some(revealed), Some(axes)) = (tally.revealed, &tally.axes) else { return };
    screen.write("#revealed", &revealed.to_string());
    for axis in axes {
        if let Some(result) = screen.find_element(&["[data-result=\"", &axis.id, "\"]"].concat()) {
            fill_result(&result, axis, screen.language());
        }
    }
    if let Some(everybody) = screen.find_element(".everybody") {
        drop(everybody.set_attribute("data-revealed", &revealed.to_string()));
    }
}
