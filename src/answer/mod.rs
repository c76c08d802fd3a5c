//! What a participant uses on a phone. The endpoint has already written the page, with everything that can come to be
//! shown; the app takes it over in place and moves it from stage to stage. Nothing is drawn anew, so nothing that was
//! chosen, typed, focused or scrolled to is lost when the app arrives, and no words need to be downloaded twice.
//!
//! `ballot` runs the form and its sending, `calm` the screens of a session that is not open. `mounted` does the same in an
//! element of somebody else's page, where it has the endpoint write the screen first.

mod ballot;
mod calm;
mod everybody;
mod host;
mod mounted;
mod paper;
mod screen;

use leptos::prelude::document;
use web_sys::Element;

use crate::life::Life;
use host::Host;
pub use mounted::Mounted;
use screen::Screen;

/// Takes over whichever page the endpoint wrote, for as long as it is there. A page without a session needs no app.
pub fn start() {
    init();
    if let Some(main) = document().query_selector("body > main").ok().flatten() {
        let life = Life::default();
        take_over(&main, Host::Page, life.clone());
        // It lasts as long as the page does.
        std::mem::forget(life);
    }
}

/// Leptos' effects need an executor. Fails where one is set already, which is as good.
fn init() {
    drop(any_spawner::Executor::init_wasm_bindgen());
}

/// Runs the screen in there until its life ends.
fn take_over(within: &Element, host: Host, life: Life) {
    let Some(screen) = Screen::find(within, host, life) else { return };
    match screen.name().as_str() {
        "form" | "sent" => ballot::take_over(screen),
        "waiting" => calm::wait(&screen),
        "closed" | "sealed" | "not-taken" => calm::take_over(&screen),
        _ => {}
    }
}
