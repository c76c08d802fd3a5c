//! What organiser and facilitator download: the desk, the board, the report, and the sheets with QR codes.

use leptos::mount::mount_to_body;
use leptos::prelude::*;
use survey::Route;

fn main() {
    furikaeri::client::language::settle();
    let path = window().location().pathname().unwrap_or_default();
    match Route::parse(&path) {
        Some(Route::Board(code)) => mount_to_body(move || view! { <furikaeri::board::Board code /> }),
        Some(Route::Report(ids)) => mount_to_body(move || view! { <furikaeri::report::Report ids /> }),
        Some(Route::Sheets(codes)) => mount_to_body(move || view! { <furikaeri::sheets::Sheets codes /> }),
        _ => mount_to_body(|| view! { <furikaeri::desk::Desk /> }),
    }
}
