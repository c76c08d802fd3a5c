//! A page's template: everything but its title and its `<main>`.

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use form::Page;

use super::security;
use crate::portals::Portals;

const TITLE: (&str, &str) = ("<title>", "</title>");
const MAIN: &str = "<!--main-->";

/// A template, cut into the three pieces around title and main.
pub(crate) struct Template {
    head: String,
    title: String,
    middle: String,
    tail: String,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Template {
    /// Cuts a template, whose pages these portals may show in a frame. Where it has no `<title>`, or no place for `<main>`, the page lacks that too.
    pub(crate) fn new(html: &str, portals: &Portals) -> Self {
        let (head, title, rest) = html
            .split_once(TITLE.0)
            .and_then(|(head, rest)| rest.split_once(TITLE.1).map(|(title, rest)| (head, title, rest)))
            .unwrap_or((html, "", ""));
        let (middle, tail) = rest.split_once(MAIN).unwrap_or((rest, ""));
        Self {
            head: head.to_owned(),
            title: title.to_owned(),
            middle: middle.to_owned(),
            tail: tail.to_owned(),
            headers: headers(html, portals),
        }
    }

    /// A page with this title and main.
    pub(crate) fn page(&self, status: StatusCode, page: &Page) -> Response {
        self.answer(status, &escape(&page.title), &page.main())
    }

    /// The template as it is, for the app to fill.
    pub(crate) fn bare(&self) -> Response {
        self.answer(StatusCode::OK, &self.title, "")
    }

    fn answer(&self, status: StatusCode, title: &str, main: &str) -> Response {
        let (open, close) = TITLE;
        let html = [&self.head, open, title, close, &self.middle, main, &self.tail].concat();
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
