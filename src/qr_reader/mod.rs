//! The worker that reads QR codes in pictures, beside the page, which goes on showing what the camera sees. It hears a picture's
//! width, height and RGBA bytes, and says what the codes in it say.

use js_sys::{Array, Uint8Array};
use rqrr::PreparedImage;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Begins to listen to the page.
pub fn start() {
    let Ok(worker) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let answering = worker.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let said: Array = read(&event.data().unchecked_into()).iter().map(JsValue::from).collect();
        // Fails for what cannot be copied; texts always can.
        drop(answering.post_message(&said));
    });
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The worker listens until the page ends it.
    on_message.forget();
    drop(worker.post_message(&Array::new()));
}

/// What the codes in a picture say; nothing where it is no picture.
fn read(picture: &Array) -> Vec<String> {
    // A picture's sides are whole numbers, below 2^16.
    let side = |place: u32| picture.get(place).as_f64().map(|side| side as usize).unwrap_or_default();
    let (width, height) = (side(0), side(1));
    let rgba = Uint8Array::new(&picture.get(2)).to_vec();
    if width == 0 || height == 0 || rgba.len() != width * height * 4 {
        return Vec::new();
    }
    let light: Vec<u8> = rgba.chunks_exact(4).map(lightness).collect();
    let grey = |x: usize, y: usize| light.get(y * width + x).copied().unwrap_or_default();
    let mut picture = PreparedImage::prepare_from_greyscale(width, height, grey);
    let codes = picture.detect_grids();
    codes.into_iter().filter_map(|code| code.decode().ok()).map(|(_, text)| text).collect()
}

/// As the eye sees it: the sum of a colour's parts, each with its weight in 256ths.
fn lightness(rgba: &[u8]) -> u8 {
    let weighed = rgba.iter().zip([77, 150, 29]).map(|(part, weight)| u32::from(*part) * weight);
    u8::try_from(weighed.sum::<u32>() >> 8).unwrap_or(u8::MAX)
}
