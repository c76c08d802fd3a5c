//! Texts that change while they are on the screen.

use leptos::prelude::*;

/// A text to be given to an element's `prop:textContent`. Where a browser translates the page, it puts its own nodes in the
/// place of ours: a text that is written into its element whole is seen again, one in a node of its own is not. It is
/// written only when it is another, so that what is read aloud is not read twice.
pub fn changing<T: Into<String>>(
    text: impl Fn() -> T + Send + Sync + 'static,
) -> impl Fn() -> String + Clone + Send + Sync + 'static {
    let text = Memo::new(move |_| text().into());
    move || text.get()
}
