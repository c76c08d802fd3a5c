//! The app's files as they lie in the program, each with what it was compressed to when the app was built.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};

use crate::portals::FOR_ANY_PAGE;

/// One file.
pub(super) struct File {
    /// Its path in the app's folder, with `/` between parts.
    pub(super) name: &'static str,
    pub(super) plain: &'static [u8],
    pub(super) brotli: Option<&'static [u8]>,
    pub(super) gzip: Option<&'static [u8]>,
}

/// All files, written by the build script.
pub(super) static FILES: &[File] = include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// A name with a hash in it names these bytes for ever.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Any other name may name other bytes tomorrow.
const FOR_AN_HOUR: &str = "public, max-age=3600";

impl File {
    /// The file, in the smallest form that the browser takes.
    pub(super) fn answer(&self, asked: &HeaderMap) -> Response {
        let (bytes, encoding) = match (self.brotli, self.gzip) {
            (Some(brotli), _) if takes(asked, "br") => (brotli, Some("br")),
            (_, Some(gzip)) if takes(asked, "gzip") => (gzip, Some("gzip")),
            _ => (self.plain, None),
        };
        let mut response = bytes.into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.kind()));
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        let lasts = if self.is_hashed() { FOR_EVER } else { FOR_AN_HOUR };
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(lasts));
        headers.extend(FOR_ANY_PAGE);
        if let Some(encoding) = encoding {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        response
    }

    fn kind(&self) -> &'static str {
        match self.name.rsplit('.').next().unwrap_or_default() {
            "js" | "mjs" => "text/javascript; charset=utf-8",
            "wasm" => "application/wasm",
            "css" => "text/css; charset=utf-8",
            "svg" => "image/svg+xml",
            "png" => "image/png",
            "ico" => "image/x-icon",
            "json" | "map" => "application/json",
            "webmanifest" => "application/manifest+json",
            "woff2" => "font/woff2",
            "txt" => "text/plain; charset=utf-8",
            _ => "application/octet-stream",
        }
    }

    /// Whether the name carries a hash of the content: `answer-0123456789abcdef.js`, `answer-0123456789abcdef_bg.wasm`.
    fn is_hashed(&self) -> bool {
        self.name
            .split(['-', '_', '.', '/'])
            .any(|part| part.len() >= 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
    }
}

/// Whether the browser takes an encoding: it is named, and not with a weight of 0.
fn takes(asked: &HeaderMap, encoding: &str) -> bool {
    let values = asked.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).any(|offer| {
        let mut parts = offer.split(';').map(str::trim);
        let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding));
        let refused = parts
            .filter_map(|part| part.strip_prefix("q="))
            .any(|weight| weight.parse::<f32>().is_ok_and(|weight| weight <= 0.0));
        named && !refused
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: File = File {
        name: "answer-0123456789abcdef_bg.wasm",
        plain: b"plain",
        brotli: Some(b"br"),
        gzip: Some(b"gz"),
    };
    const ICON: File = File { name: "icon.svg", plain: b"<svg/>", brotli: None, gzip: None };

    fn sent(file: &File, accept: &'static str) -> (Option<String>, String) {
        let asked = HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(accept))]);
        let answer = file.answer(&asked);
        let text = |name| answer.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
        (text(header::CONTENT_ENCODING), text(header::CACHE_CONTROL).unwrap())
    }

    #[test]
    fn a_file_goes_out_in_the_smallest_form_that_the_browser_takes() {
        for (accept, expected) in [
            ("gzip, deflate, br", Some("br")),
            ("gzip, br;q=0", Some("gzip")),
            ("GZIP;q=0.5", Some("gzip")),
            ("identity", None),
            ("", None),
        ] {
            assert_eq!(sent(&SCRIPT, accept).0.as_deref(), expected, "{accept}");
        }
        assert_eq!(sent(&ICON, "br, gzip").0, None);
    }

    #[test]
    fn only_a_name_with_a_hash_is_kept_for_ever() {
        assert_eq!(sent(&SCRIPT, "").1, FOR_EVER);
        assert_eq!(sent(&ICON, "").1, FOR_AN_HOUR);
        assert_eq!(SCRIPT.kind(), "application/wasm");
    }
}
