//! Lets the browser save a file that this page has made.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the browser may take to begin to read a file, in milliseconds.
const UNTIL_READ: std::time::Duration = std::time::Duration::from_secs(60);

/// Saves a blob as a file of this name.
pub fn save_blob(blob: &Blob, name: &str) {
    let Ok(url) = Url::create_object_url_with_blob(blob) else { return };
    save_url(&url, name);
    // Revoked at once, some browsers would find nothing to save.
    set_timeout(move || drop(Url::revoke_object_url(&url)), UNTIL_READ);
}

/// Saves a text as a file of this name. `kind` is its media type.
pub fn save_text(text: &str, kind: &str, name: &str) {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&text.into());
    if let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) {
        save_blob(&blob, name);
    }
}

/// Saves what an address of this page, such as a `data:` one, leads to.
pub fn save_url(url: &str, name: &str) {
    let link = document().create_element("a").map(JsCast::dyn_into::<HtmlAnchorElement>);
    if let Ok(Ok(link)) = link {
        link.set_href(url);
        link.set_download(name);
        link.click();
    }
}
