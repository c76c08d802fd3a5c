//! What the facilitator can do to the board, by key or by button. None of it changes the session.

use leptos::prelude::*;

use super::Known;

/// The board's own state.
#[derive(Clone, Copy)]
pub(super) struct Actions {
    known: Known,
    /// The facilitator has hidden the bars.
    pub(super) hidden: RwSignal<bool>,
    /// The QR code is enlarged.
    pub(super) enlarged: RwSignal<bool>,
    /// The list of keys is open.
    pub(super) keys_open: RwSignal<bool>,
}

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    Hide,
    FullScreen,
    Enlarge,
    Keys,
}

impl Action {
    /// In the order in which they are listed.
    pub(super) const ALL: [Self; 4] = [Self::Hide, Self::FullScreen, Self::Enlarge, Self::Keys];

    /// The action of a key, by what it types.
    pub(super) fn of_key(key: &str) -> Option<Self> {
        match key {
            " " | "\u{3000}" => Some(Self::Hide),
            "f" | "F" | "ｆ" => Some(Self::FullScreen),
            "q" | "Q" | "ｑ" => Some(Self::Enlarge),
            "?" | "？" => Some(Self::Keys),
            _ => None,
        }
    }
}

impl Actions {
    pub(super) fn new(known: Known) -> Self {
        Self {
            known,
            hidden: RwSignal::new(false),
            enlarged: RwSignal::new(false),
            keys_open: RwSignal::new(false),
        }
    }

    /// Whether bars are on the board: something may be shown, and the QR code does not take the room.
    pub(super) fn shows_bars(self) -> bool {
        self.known.shows() && !self.enlarged.get()
    }

    pub(super) fn act(self, action: Action) {
        let toggle = |signal: RwSignal<bool>| signal.update(|value| *value = !*value);
        match action {
            Action::Hide => toggle(self.hidden),
            Action::Enlarge => toggle(self.enlarged),
            Action::Keys => toggle(self.keys_open),
            Action::FullScreen => toggle_full_screen(),
        }
    }
}

fn toggle_full_screen() {
    let document = document();
    if document.fullscreen_element().is_some() {
        document.exit_fullscreen();
    } else if let Some(root) = document.document_element() {
        // Refused where the browser does not allow it; then the window stays as it is.
        drop(root.request_fullscreen());
    }
}
