//! What organiser and facilitator download: the desk, the report, the sheets with QR codes, and the gallery
//! of all their parts.

use leptos::mount::mount_to_body;
use leptos::prelude::*;
use survey::Route;

fn main() {
    furikaeri::client::language::settle();
    let route = furikaeri::address::here();
    // Paper is white, whatever the screen likes.
    if let (Some(Route::Report(_) | Route::Sheets(_)), Some(root)) = (&route, document().document_element()) {
        drop(root.set_attribute("data-theme", "light"));
    }
    match route {
        Some(Route::Report(ids)) => mount_to_body(move || view! { <furikaeri::report::Report ids /> }),
        Some(Route::Sheets(codes)) => mount_to_body(move || view! { <furikaeri::sheets::Sheets codes /> }),
        Some(Route::Gallery) => mount_to_body(|| view! { <furikaeri::gallery::Gallery /> }),
        _ => mount_to_body(|| view! { <furikaeri::desk::Desk /> }),
    }
}
