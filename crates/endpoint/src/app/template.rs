//! A page's template: everything but its title and its `<main>`.

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use form::Page;

use super::security;
use crate::portals::Portals;

const LANGUAGE: &str = "<html lang=\"";
const TITLE: (&str, &str) = ("<title>", "</title>");
const MAIN: &str = "<!--main-->";

/// A template, cut into the pieces around the language, the title and main.
pub(crate) struct Template {
    start: String,
    language: String,
    head: String,
    title: String,
    middle: String,
    tail: String,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Template {
    /// Cuts a template, whose pages these portals may show in a frame. Where it says no language or no `<title>`, or has no place for `<main>`, the page lacks that too.
    pub(crate) fn new(html: &str, portals: &Portals) -> Self {
        let (start, language, rest) = html
            .find(LANGUAGE)
            .and_then(|at| html.split_at_checked(at + LANGUAGE.len()))
            .and_then(|(start, rest)| Some((start, rest.split_at_checked(rest.find('"')?)?)))
            .map_or(("", "", html), |(start, (language, rest))| (start, language, rest));
        let (head, title, rest) = rest
            .split_once(TITLE.0)
            .and_then(|(head, rest)| rest.split_once(TITLE.1).map(|(title, rest)| (head, title, rest)))
            .unwrap_or((rest, "", ""));
        let (middle, tail) = rest.split_once(MAIN).unwrap_or((rest, ""));
        Self {
            start: start.to_owned(),
            language: language.to_owned(),
            head: head.to_owned(),
            title: title.to_owned(),
            middle: middle.to_owned(),
            tail: tail.to_owned(),
            headers: headers(html, portals),
        }
    }

    /// A page with this language, title and main.
    pub(crate) fn page(&self, status: StatusCode, page: &Page) -> Response {
        let tag = page.language.tag();
        let mut response = self.answer(status, tag, &escape(&page.title), &page.main());
        response.headers_mut().insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(tag));
        response.headers_mut().append(header::VARY, HeaderValue::from_static("accept-language"));
        response
    }

    /// The template as it is, for the app to fill.
    pub(crate) fn bare(&self) -> Response {
        self.answer(StatusCode::OK, &self.language, &self.title, "")
    }

    fn answer(&self, status: StatusCode, language: &str, title: &str, main: &str) -> Response {
        let (open, close) = TITLE;
        let language = if self.start.is_empty() { "" } else { language };
        let start = [&self.start, language, &self.head].concat();
        let html = [&start, open, title, close, &self.middle, main, &self.tail].concat();
        let mut response = (status, Html(html)).into_response();
        response.headers_mut().extend(self.headers.iter().cloned());
        response
    }
}

/// What goes with every page. The page itself is never kept: it carries an id of its own, and may have changed.
fn headers(html: &str, portals: &Portals) -> Vec<(HeaderName, HeaderValue)> {
    let fixed = [
        ("cache-control", "no-store"),
        ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("cross-origin-opener-policy", "same-origin"),
    ];
    let fixed = fixed.map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
    let policy = HeaderValue::try_from(security::policy(html, portals)).ok();
    fixed.into_iter().chain(policy.map(|policy| (header::CONTENT_SECURITY_POLICY, policy))).collect()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
