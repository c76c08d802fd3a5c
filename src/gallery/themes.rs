//! Which theme the gallery is seen in: a choice on it, and in its address, so that a link leads to the same.

use super::words;
use leptos::prelude::*;
use survey::route;

/// In the order of the choices.
fn all() -> [(&'static str, &'static str); 5] {
    [
        ("device", words().theme_device()),
        ("light", words().theme_light()),
        ("dark", words().theme_dark()),
        ("portal", words().theme_portal()),
        ("portal-night", words().theme_portal_night()),
    ]
}

/// The choice.
#[component]
pub(super) fn Themes() -> impl IntoView {
    let hash = window().location().hash().unwrap_or_default();
    let asked = route::in_fragment(&hash, "theme").unwrap_or_default();
    let known = all().into_iter().find(|(name, _)| *name == asked).map_or("device", |(name, _)| name);
    let theme = RwSignal::new(known);
    Effect::new(move |_| show(theme.get()));
    let radio = move |(name, label): (&'static str, &'static str)| {
        view! {
            <label class="paper-choice">
                <input type="radio" name="theme" value=name prop:checked=move || theme.get() == name on:change=move |_| theme.set(name) />
                <span>{label}</span>
            </label>
        }
    };
    view! { <fieldset class="gallery-themes"><legend>{words().theme()}</legend>{all().map(radio)}</fieldset> }
}

/// Sets it on the page. The two portals are one theme with other colours.
fn show(theme: &str) {
    let Some(root) = document().document_element() else { return };
    let (theme, portal) = match theme.strip_prefix("portal") {
        Some(which) => ("portal", Some(if which.is_empty() { "day" } else { "night" })),
        None => (theme, None),
    };
    let set = |name, value: Option<&str>| match value {
        Some(value) => drop(root.set_attribute(name, value)),
        None => drop(root.remove_attribute(name)),
    };
    set("data-theme", Some(theme).filter(|theme| *theme != "device"));
    set("data-portal", portal);
}
