//! What organiser and facilitator download: the desk and the board.

use leptos::mount::mount_to_body;
use leptos::prelude::*;
use survey::Route;

fn main() {
    let path = window().location().pathname().unwrap_or_default();
    match Route::parse(&path) {
        Some(Route::Board(code)) => mount_to_body(move || view! { <furikaeri::board::Board code /> }),
        _ => mount_to_body(|| view! { <furikaeri::desk::Desk /> }),
    }
}
