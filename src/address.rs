//! Where pages are: under an endpoint each has a path of its own; without one all of them are one file, and what follows its
//! `#` says which.

use survey::{Code, Route, route};

/// Whether this program has no endpoint to ask, and is its own.
pub const IS_ALONE: bool = cfg!(feature = "alone");

/// The page that the address says.
pub fn here() -> Option<Route> {
    let location = web_sys::window()?.location();
    if IS_ALONE {
        let hash = location.hash().ok()?;
        let path = hash.trim_start_matches('#').split('&').next().unwrap_or_default().to_owned();
        return if path.is_empty() { Some(Route::Desk) } else { Route::parse(&path) };
    }
    Route::parse(&location.pathname().ok()?)
}

/// A link to a page.
pub fn to(route: &Route) -> String {
    if let (true, Route::Guide(guide)) = (IS_ALONE, route) {
        // A file beside this one.
        return ["guides/", guide.name(), ".html"].concat();
    }
    let mark = if IS_ALONE { "#" } else { "" };
    [mark, &route.to_path()].concat()
}

/// A link to a page that wants a key.
pub fn to_with_key(route: &Route, key: &str) -> String {
    if IS_ALONE { to(route) } else { to(route) + &route::key_fragment(key) }
}

/// The whole address of a page under `base`, with the key that it wants.
pub fn url_with_key(base: &str, route: &Route, key: &str) -> String {
    let url = route.to_url(base);
    if IS_ALONE { url } else { url + &route::key_fragment(key) }
}

/// The facilitator's desk of a session, under `base`.
pub fn facilitators_desk(base: &str, code: Code, key: &str) -> String {
    Route::Desk.to_url(base) + &route::desk_fragment(code, key)
}

/// What stands before a page's path in its whole address.
#[cfg(feature = "alone")]
pub fn base() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let file = href.split('#').next().unwrap_or_default().split('?').next().unwrap_or_default();
    [file, "#"].concat()
}

/// The folder that this program lies in, e.g. `/kenshu/`.
#[cfg(feature = "alone")]
pub fn folder() -> String {
    let path = web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    path.rsplit_once('/').map(|(folder, _)| folder.to_owned() + "/").unwrap_or_default()
}
