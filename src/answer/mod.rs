//! What a participant uses on a phone. The endpoint has already written the page, with everything that can come to be
//! shown; the app takes it over in place and moves it from stage to stage. Nothing is drawn anew, so nothing that was
//! chosen, typed, focused or scrolled to is lost when the app arrives, and no words need to be downloaded twice.
//!
//! `ballot` runs the form and its sending, `calm` the pages of a session that is not open.

mod ballot;
mod calm;
mod everybody;
mod paper;
mod screen;

use screen::Screen;

/// Takes over whichever page the endpoint wrote. A page without a session needs no app.
pub fn start() {
    // Fails where an executor is set already, which is as good.
    drop(any_spawner::Executor::init_wasm_bindgen());
    let Some(screen) = Screen::find() else { return };
    match screen.name().as_str() {
        "form" | "sent" => ballot::take_over(screen),
        "waiting" => calm::wait(&screen),
        "closed" | "sealed" | "not-taken" => calm::take_over(&screen),
        _ => {}
    }
}
