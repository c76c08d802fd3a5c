//! What is known of a session that is being watched: it is loaded, and followed as it changes.

use leptos::prelude::*;
use survey::wire::{SessionView, Tally};
use survey::{Code, State};

use crate::client::{self, Endpoint, Link, News, Trouble};

/// How the connection is, with the time of the last news, e.g. 16:42:05.
#[derive(Clone, PartialEq, Eq)]
pub enum Freshness {
    /// Nothing was heard yet.
    Connecting,
    /// Something came just now.
    Fresh(String),
    /// Nothing comes any more.
    Stale(String),
}

/// What is known of the session. The parts read from it.
#[derive(Clone, Copy)]
pub struct Known {
    /// The session, once it has come.
    pub(crate) session: RwSignal<Option<SessionView>>,
    /// Why it will not come.
    pub(crate) lost: RwSignal<Option<Trouble>>,
    pub(crate) tally: RwSignal<Tally>,
    pub(crate) state: RwSignal<State>,
    pub(crate) freshness: RwSignal<Freshness>,
}

impl Known {
    /// Follows a session until the owner of this scope goes.
    pub(crate) fn follow(endpoint: Endpoint, code: Code) -> Self {
        let known = Self {
            session: RwSignal::new(None),
            lost: RwSignal::new(None),
            tally: RwSignal::new(Tally::hidden(0)),
            state: RwSignal::new(State::Draft),
            freshness: RwSignal::new(Freshness::Connecting),
        };
        known.load(&endpoint, code);
        let again = endpoint.clone();
        let on_news = move |news| {
            match news {
                News::Tally(tally) => drop(known.tally.try_set(tally)),
                News::State(state) => drop(known.state.try_set(state)),
            }
            if known.session.try_with_untracked(Option::is_none) == Some(true) {
                known.load(&again, code);
            }
        };
        StoredValue::new_local(client::follow(endpoint, code, on_news, move |link| known.hear(link)));
        known
    }

    /// Whether there are figures that a whole room may see: never of fewer people than the session is revealed at, even
    /// where the link's key would open them when it is over.
    pub(crate) fn shows(self) -> bool {
        let at = self.session.with(|session| session.as_ref().map_or(u32::MAX, |session| session.reveal.at));
        self.tally.with(|tally| tally.axes.is_some() && tally.ballots >= at)
    }

    fn load(self, endpoint: &Endpoint, code: Code) {
        let endpoint = endpoint.clone();
        leptos::task::spawn_local(async move {
            match endpoint.session(code).await {
                Ok(found) => drop(self.session.try_set(Some(found))),
                // The follower says that it is stale, and loads again when there is news.
                Err(trouble) if trouble.may_pass() => {}
                Err(trouble) => drop(self.lost.try_set(Some(trouble))),
            }
        });
    }

    fn hear(self, link: Link) {
        match link {
            Link::Fresh => drop(self.freshness.try_set(Freshness::Fresh(now()))),
            Link::Stale => drop(self.freshness.try_update(|freshness| {
                let since = match freshness {
                    Freshness::Connecting => String::new(),
                    Freshness::Fresh(since) | Freshness::Stale(since) => std::mem::take(since),
                };
                *freshness = Freshness::Stale(since);
            })),
            Link::Lost(trouble) => drop(self.lost.try_set(Some(trouble))),
        }
    }
}

/// The time of day on this machine, as people read it.
fn now() -> String {
    let now = js_sys::Date::new_0();
    format!("{}:{:02}:{:02}", now.get_hours(), now.get_minutes(), now.get_seconds())
}
