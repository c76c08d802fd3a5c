//! Everything in one page, for where there is no endpoint: what follows its address's `#` says which of its screens is shown.

use furikaeri::address;
use furikaeri::board::BoardPage;
use furikaeri::desk::Desk;
use furikaeri::kiosk::Kiosk;
use furikaeri::report::Report;
use furikaeri::scan::Scan;
use furikaeri::sheets::Sheets;
use leptos::ev::hashchange;
use leptos::mount::mount_to_body;
use leptos::prelude::*;
use survey::Route;

fn main() {
    furikaeri::client::language::settle();
    if let Some(waiting) = document().get_element_by_id("waiting") {
        waiting.remove();
    }
    let route = RwSignal::new(address::here());
    mount_to_body(move || {
        let listening = window_event_listener(hashchange, move |_| {
            let now = address::here();
            // A screen's own places, such as the desk's, are its own matter.
            if route.get_untracked() != now {
                route.set(now);
            }
        });
        on_cleanup(move || listening.remove());
        view! { {move || screen(route.get())} }
    });
}

/// The screen of a page.
fn screen(route: Option<Route>) -> AnyView {
    if let Some(root) = document().document_element() {
        // Paper is white, whatever the screen likes.
        let is_paper = matches!(route, Some(Route::Report(_) | Route::Sheets(_)));
        drop(if is_paper {
            root.set_attribute("data-theme", "light")
        } else {
            root.remove_attribute("data-theme")
        });
    }
    match route {
        Some(Route::Board(code)) => view! { <BoardPage code /> }.into_any(),
        Some(Route::Kiosk(code)) => view! { <Kiosk code /> }.into_any(),
        Some(Route::Sheets(codes)) => view! { <Sheets codes /> }.into_any(),
        Some(Route::Scan(code)) => view! { <Scan code /> }.into_any(),
        Some(Route::Report(ids)) => view! { <Report ids /> }.into_any(),
        _ => view! { <Desk /> }.into_any(),
    }
}
