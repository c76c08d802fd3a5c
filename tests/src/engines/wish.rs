//! What a person has asked of their system for all pages: dark colours, less motion, colours of their own.

use serde_json::json;

use super::{Engine, Setup};
use crate::{
    failure::{Failure, Outcome},
    wait,
    webdriver::Session,
};

/// One wish.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Wish {
    /// Everything as it comes.
    #[default]
    None,
    /// Light on dark.
    Dark,
    /// As little motion as possible.
    Still,
    /// A few colours of the person's own in place of the page's: Windows' contrast themes.
    ForcedColours,
}

impl Wish {
    /// Whether an engine can be asked for it without a person: WebKitGTK has no forced colours.
    pub fn is_known_to(self, engine: Engine) -> bool {
        !(self == Self::ForcedColours && engine == Engine::WebKit)
    }

    /// How a page's style sheet asks for it: the feature and its value.
    fn media(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::None => None,
            Self::Dark => Some(("prefers-color-scheme", "dark")),
            Self::Still => Some(("prefers-reduced-motion", "reduce")),
            Self::ForcedColours => Some(("forced-colors", "active")),
        }
    }

    pub(super) fn firefox_prefs(self) -> &'static [(&'static str, u32)] {
        match self {
            Self::None => &[],
            Self::Dark => &[("layout.css.prefers-color-scheme.content-override", 0)],
            Self::Still => &[("ui.prefersReducedMotion", 1)],
            Self::ForcedColours => {
                &[("browser.display.document_color_use", 2), ("ui.useAccessibilityTheme", 1)]
            }
        }
    }

    /// GTK's `settings.ini`, which WebKitGTK follows.
    pub(super) fn gtk_settings(self) -> &'static str {
        match self {
            Self::Still => "[Settings]\ngtk-enable-animations=0\n",
            Self::None | Self::Dark | Self::ForcedColours => "[Settings]\n",
        }
    }

    pub(super) fn mini_browser_flag(self) -> Option<&'static str> {
        (self == Self::Dark).then_some("--dark-mode")
    }
}

/// Asks a browser that has begun, where it was not asked at its start, and sees that pages are told of the wish.
pub(super) fn ask(session: &Session, setup: Setup) -> Outcome {
    let Some((feature, value)) = setup.wish.media() else { return Ok(()) };
    if setup.engine == Engine::Chromium {
        let params = json!({ "features": [{ "name": feature, "value": value }] });
        session.cdp("Emulation.setEmulatedMedia", params)?;
    }
    let query = format!("({feature}: {value})");
    wait::until(&format!("a page is told of {query}"), wait::PATIENCE, || {
        let told = session.run("return matchMedia(arguments[0]).matches", json!([query]))?;
        if told == json!(true) { Ok(Some(())) } else { Err(Failure::new("the page is told nothing")) }
    })
}
