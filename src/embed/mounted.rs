//! A view in an element of somebody else's page.

use std::any::Any;

use leptos::mount::mount_to;
use leptos::prelude::provide_context;
use survey::{Code, Language};
use web_sys::HtmlElement;

use super::{Place, View, draw};
use crate::client::Endpoint;
use crate::language::of_page;
use crate::tell::Tell;

/// A view that was mounted. Dropped, it goes and leaves nothing behind.
pub struct Mounted(#[expect(dead_code, reason = "it is held, and dropped")] Box<dyn Any>);

impl Mounted {
    /// Draws a view of a session in an element. `tell` hears `ready`, and `error` with its code.
    pub fn new(
        within: HtmlElement,
        code: Code,
        view: View,
        endpoint: Endpoint,
        language: &str,
        tell: Tell,
    ) -> Self {
        // Without a name, as the page around.
        let language = Language::named(language).unwrap_or_else(of_page);
        within.set_lang(language.tag());
        let drawn = move || {
            provide_context(language);
            draw(endpoint, code, view, Place::Element, move |event, code| tell(event, code))
        };
        Self(Box::new(mount_to(within, drawn)))
    }
}
