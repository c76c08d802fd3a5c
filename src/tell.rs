//! What the owner of an element in somebody else's page is told.

use std::rc::Rc;

use wasm_bindgen::JsValue;

/// Tells it: the event's name (`ready`, `answered`, `error`), and the code of what went wrong or nothing.
pub type Tell = Rc<dyn Fn(&str, &str)>;

/// Tells it to a function of the page.
pub fn to_function(function: js_sys::Function) -> Tell {
    Rc::new(move |event, code| {
        // What the page's own listener throws is the page's.
        drop(function.call2(&JsValue::NULL, &event.into(), &code.into()));
    })
}
