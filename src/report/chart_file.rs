//! A bar as a file: SVG as it is made, PNG as the browser paints that.

use form::bars::Drawing;
use form::chart::{Chart, WIDTH, chart};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use super::results::Title;
use crate::language::language;
use crate::parts::{save_text, save_url};

/// So many pixels of a PNG are one of the SVG.
const SCALE: u32 = 2;

pub(super) fn save_svg(drawing: &Drawing, title: &Title) {
    let words = ::words::report(language());
    let name = words.chart_name(&title.file, &drawing.name);
    save_text(&chart(drawing, &title.over).svg, "image/svg+xml;charset=utf-8", &format!("{name}.svg"));
}

pub(super) fn save_png(drawing: &Drawing, title: &Title) {
    let words = ::words::report(language());
    let name = words.chart_name(&title.file, &drawing.name);
    let chart = chart(drawing, &title.over);
    leptos::task::spawn_local(async move {
        if let Some(url) = painted(&chart).await {
            save_url(&url, &format!("{name}.png"));
        }
    });
}

/// The address of the PNG; none where the browser cannot paint.
async fn painted(chart: &Chart) -> Option<String> {
    let image = HtmlImageElement::new().ok()?;
    let text = String::from(js_sys::encode_uri_component(&chart.svg));
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{text}"));
    JsFuture::from(image.decode()).await.ok()?;
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(WIDTH * SCALE);
    canvas.set_height(chart.height * SCALE);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height).ok()?;
    canvas.to_data_url_with_type("image/png").ok()
}
