//! Where a screen stands: on our own page, or in an element of somebody else's, which wants to be told what happens.

use std::rc::Rc;

use leptos::prelude::window;

use crate::client::Endpoint;
use crate::tell::Tell;

/// A screen's surroundings.
#[derive(Clone)]
pub(crate) enum Host {
    /// The page that the endpoint wrote.
    Page,
    /// An element.
    Element {
        endpoint: Endpoint,
        tell: Tell,
        /// Has the endpoint write the screen anew.
        again: Rc<dyn Fn()>,
    },
}

impl Host {
    pub(crate) fn is_page(&self) -> bool {
        matches!(self, Self::Page)
    }

    /// The endpoint that wrote the screen.
    pub(crate) fn endpoint(&self) -> Endpoint {
        match self {
            Self::Page => Endpoint::default(),
            Self::Element { endpoint, .. } => endpoint.clone(),
        }
    }

    /// Says that something has happened, to whoever listens.
    pub(crate) fn tell(&self, event: &str) {
        if let Self::Element { tell, .. } = self {
            tell(event, "");
        }
    }

    /// Has the screen written anew, for where the session stands now.
    pub(crate) fn reload(&self) {
        match self {
            Self::Page => drop(window().location().reload()),
            Self::Element { again, .. } => again(),
        }
    }
}
