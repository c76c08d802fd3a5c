//! What `client/saved` says, where it is not said at once.

use wasm_bindgen_futures::JsFuture;

use crate::address;

/// The number of changes that the last file had.
fn place() -> String {
    format!("furikaeri.saved {}", address::folder())
}

/// Notes that a file has everything up to this change.
pub(crate) fn note_saved(version: u32) {
    let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
    if let Some(storage) = storage {
        // Where nothing can be kept it is asked for again, which is right.
        drop(storage.set_item(&place(), &version.to_string()));
    }
    // What is saved has changed, though what is kept has not.
    super::news::hear();
}

/// Whether the last file has everything. True where there is nothing at all.
pub(crate) async fn is_all_saved() -> bool {
    let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
    let saved = storage.and_then(|storage| storage.get_item(&place()).ok().flatten());
    let saved = saved.and_then(|saved| saved.parse().ok()).unwrap_or(0_u32);
    super::version().await.is_ok_and(|version| version == saved)
}

/// Asks the browser to keep what is here even when space runs short. Whether it does.
pub(crate) async fn ask_to_persist() -> bool {
    let Some(window) = web_sys::window() else { return false };
    // Only a secure page has it.
    if !window.is_secure_context() {
        return false;
    }
    match window.navigator().storage().persist() {
        Ok(asked) => JsFuture::from(asked).await.is_ok_and(|kept| kept.is_truthy()),
        Err(_) => false,
    }
}
