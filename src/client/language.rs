//! The language of this page, and which one was chosen on this machine.

use survey::Language;
use web_sys::{Storage, Window};

const PLACE: &str = "furikaeri.language";

/// Gives the page its language: what its address asks for, or else what was chosen here before, or else what the browser
/// likes best, or else Japanese.
pub fn settle() {
    let Some(window) = web_sys::window() else { return };
    let language = asked(&window).or_else(|| chosen(&window)).or_else(|| liked(&window)).unwrap_or_default();
    if let Some(root) = window.document().and_then(|document| document.document_element()) {
        drop(root.set_attribute("lang", language.tag()));
    }
}

/// Keeps a choice for this machine, and loads the page again in that language.
pub fn choose(language: Language) {
    let Some(window) = web_sys::window() else { return };
    if let Some(storage) = storage(&window) {
        drop(storage.set_item(PLACE, language.name()));
    }
    let location = window.location();
    let query = location.search().unwrap_or_default();
    let pairs = query.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty());
    let mut kept: Vec<_> = pairs.filter(|pair| !pair.starts_with("lang=")).collect();
    // Where nothing is kept, the address has to say it.
    let said = ["lang=", language.name()].concat();
    if chosen(&window) != Some(language) {
        kept.push(&said);
    }
    let wanted = kept.join("&");
    if wanted == query.trim_start_matches('?') {
        drop(location.reload());
    } else {
        // What follows # stays.
        drop(location.set_search(&wanted));
    }
}

fn asked(window: &Window) -> Option<Language> {
    let query = window.location().search().ok()?;
    let pairs = query.trim_start_matches('?').split('&');
    pairs.filter_map(|pair| pair.strip_prefix("lang=")).find_map(Language::named)
}

fn chosen(window: &Window) -> Option<Language> {
    Language::named(&storage(window)?.get_item(PLACE).ok()??)
}

fn liked(window: &Window) -> Option<Language> {
    let tags = window.navigator().languages();
    let tags: Vec<_> = tags.iter().filter_map(|tag| tag.as_string()).collect();
    Language::preferred(&tags.join(","))
}

/// None where the browser allows none.
fn storage(window: &Window) -> Option<Storage> {
    window.local_storage().ok().flatten()
}
