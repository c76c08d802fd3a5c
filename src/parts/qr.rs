//! A QR code as inline SVG, and as files.

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc, QrSegment};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::save::{save_text, save_url};

/// The light margin that readers need, in modules.
const MARGIN: i32 = 4;
/// The side of a module in a PNG, in pixels.
const PIXELS: i32 = 24;

/// A QR code's dark modules.
#[derive(Clone, PartialEq, Eq)]
pub struct QrImage {
    code: QrCode,
}

impl QrImage {
    /// The QR code of a text, at error level M; none where the text is longer than a QR code can be.
    pub fn of(text: &str) -> Option<Self> {
        QrCode::encode_text(text, QrCodeEcc::Medium).ok().map(|code| Self { code })
    }

    /// The same of an address and the digits at its end. They are a part of their own, which a QR code has more room for.
    pub fn of_digits(address: &str, digits: &str) -> Option<Self> {
        let mut segments = QrSegment::make_segments(address);
        segments.push(
            digits.bytes().all(|digit| digit.is_ascii_digit()).then(|| QrSegment::make_numeric(digits))?,
        );
        QrCode::encode_segments(&segments, QrCodeEcc::Medium).ok().map(|code| Self { code })
    }

    /// Its side without the margin, in modules.
    pub fn modules(&self) -> i32 {
        self.code.size()
    }

    /// Its side with the margin, in modules.
    fn side(&self) -> i32 {
        self.code.size() + 2 * MARGIN
    }

    fn dark(&self) -> impl Iterator<Item = (i32, i32)> {
        let size = self.code.size();
        let all = (0..size).flat_map(move |y| (0..size).map(move |x| (x, y)));
        all.filter(|(x, y)| self.code.get_module(*x, *y)).map(|(x, y)| (x + MARGIN, y + MARGIN))
    }

    fn path(&self) -> String {
        self.dark().map(|(x, y)| format!("M{x},{y}h1v1h-1z")).collect()
    }

    fn view_box(&self) -> String {
        format!("0 0 {0} {0}", self.side())
    }

    /// A whole SVG file.
    pub fn to_svg(&self) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{}\" shape-rendering=\"crispEdges\">\
             <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\"{}\"/></svg>\n",
            self.view_box(),
            self.path()
        )
    }

    /// Lets the browser save the SVG file.
    pub fn save_svg(&self, name: &str) {
        save_text(&self.to_svg(), "image/svg+xml;charset=utf-8", &format!("{name}.svg"));
    }

    /// Lets the browser save a PNG file, drawn at 24 pixels a module.
    pub fn save_png(&self, name: &str) {
        if let Some(url) = self.to_png() {
            save_url(&url, &format!("{name}.png"));
        }
    }

    fn to_png(&self) -> Option<String> {
        let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
        let side = u32::try_from(self.side() * PIXELS).ok()?;
        canvas.set_width(side);
        canvas.set_height(side);
        let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        context.set_fill_style_str("#fff");
        context.fill_rect(0.0, 0.0, f64::from(side), f64::from(side));
        context.set_fill_style_str("#000");
        let pixels = |modules: i32| f64::from(modules * PIXELS);
        for (x, y) in self.dark() {
            context.fill_rect(pixels(x), pixels(y), pixels(1), pixels(1));
        }
        canvas.to_data_url_with_type("image/png").ok()
    }
}

/// A QR code in the page. `name` is what a screen reader says.
#[component]
pub fn Qr(image: Option<QrImage>, name: String) -> impl IntoView {
    image.map(|image| {
        view! {
            <svg class="qr" viewBox=image.view_box() role="img" aria-label=name shape-rendering="crispEdges">
                <rect width="100%" height="100%" fill="#fff"></rect>
                <path d=image.path() fill="#000"></path>
            </svg>
        }
    })
}
