//! Where a page's capability key comes from: the address's fragment, which no server sees.

use survey::{Code, route};

/// What the address's fragment says: the key, and for a facilitator's desk the session it is for.
pub fn from_fragment() -> (Option<String>, Option<Code>) {
    #[cfg(feature = "alone")]
    return (Some(super::alone::KEY.to_owned()), None);
    #[cfg(not(feature = "alone"))]
    in_address()
}

/// A key opens what the endpoint of this page keeps.
#[cfg(not(feature = "alone"))]
fn in_address() -> (Option<String>, Option<Code>) {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    let value = |name| route::in_fragment(&hash, name).map(str::to_owned);
    (value("key"), value("code").and_then(|code| code.parse().ok()))
}

/// The board's key. A projected address bar would show it to the whole room, so it is taken out of the address and kept
/// for this tab alone, where loading the page again finds it.
pub fn for_board(code: Code) -> Option<String> {
    if crate::address::IS_ALONE {
        return from_fragment().0;
    }
    let window = web_sys::window()?;
    let place = ["furikaeri.board.", code.as_str()].concat();
    let storage = window.session_storage().ok().flatten();
    let (from_address, _) = from_fragment();
    if let Some(key) = &from_address {
        if let Some(storage) = &storage {
            drop(storage.set_item(&place, key));
        }
        let location = window.location();
        let path = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
        if let Ok(history) = window.history() {
            drop(history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&path)));
        }
    }
    from_address.or_else(|| storage?.get_item(&place).ok()?)
}
