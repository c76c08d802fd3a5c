//! The portals: whose pages may show ours in a frame, and whose scripts may speak with the endpoint. One list for both.

use std::sync::Arc;

use axum::http::{HeaderName, HeaderValue, Method, header};
use tower_http::cors::{AllowOrigin, CorsLayer};

/// How long a browser may remember what it was allowed, in seconds.
const REMEMBERED: std::time::Duration = std::time::Duration::from_secs(3600);

/// Other hosts' pages that may embed ours, by their origin, e.g. `https://www.city.example.lg.jp`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Portals(Arc<[String]>);

/// What was given is no origin.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "--portal {0} is no origin of a page. Give scheme and host (and a port where there is one) without a path, such as https://www.city.example.lg.jp"
)]
pub struct NoOrigin(pub String);

impl Portals {
    /// These origins; each once, as browsers write them.
    pub fn of(given: &[String]) -> Result<Self, NoOrigin> {
        let mut origins: Vec<String> = Vec::new();
        for text in given {
            let origin = origin(text).ok_or_else(|| NoOrigin(text.clone()))?;
            if !origins.contains(&origin) {
                origins.push(origin);
            }
        }
        Ok(Self(origins.into()))
    }

    /// The origins.
    pub(crate) fn origins(&self) -> &[String] {
        &self.0
    }

    /// Who may show a page of ours in a frame, as the content policy says it: nobody where there is no portal.
    pub(crate) fn frame_ancestors(&self) -> String {
        if self.0.is_empty() { "'none'".to_owned() } else { format!("'self' {}", self.0.join(" ")) }
    }

    /// Lets the portals' scripts make the calls that need no key. A key can never come from there: its header is not
    /// among those that are allowed.
    pub(crate) fn cors(&self) -> CorsLayer {
        let origins = self.0.iter().filter_map(|origin| HeaderValue::try_from(origin).ok());
        CorsLayer::new()
            .allow_origin(AllowOrigin::list(origins))
            .allow_methods([Method::GET, Method::PUT])
            .allow_headers([header::CONTENT_TYPE, header::IF_NONE_MATCH])
            .expose_headers([header::ETAG])
            .max_age(REMEMBERED)
    }
}

/// What lets any page load the app's own files: they are the same for everybody, and a page that is no portal is then told
/// so by the element and not by the browser's log alone.
pub(crate) const FOR_ANY_PAGE: [(HeaderName, HeaderValue); 2] = [
    (header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("cross-origin")),
];

/// `https://host:port` in lower case, without the port that goes without saying; none where there is more, or less.
fn origin(text: &str) -> Option<String> {
    let text = text.trim().to_ascii_lowercase();
    let (scheme, rest) = text.split_once("://")?;
    let usual = match scheme {
        "https" => ":443",
        "http" => ":80",
        _ => return None,
    };
    let host = rest.strip_suffix('/').unwrap_or(rest);
    let host = host.strip_suffix(usual).unwrap_or(host);
    let fits = |c: char| c.is_ascii_alphanumeric() || "-.:[]".contains(c);
    (!host.is_empty() && !host.starts_with(':') && host.chars().all(fits))
        .then(|| format!("{scheme}://{host}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn portals(given: &[&str]) -> Result<Portals, NoOrigin> {
        Portals::of(&given.iter().map(|&text| text.to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn origins_are_written_as_browsers_do() {
        let given =
            ["https://WWW.city.example.lg.jp/", "https://www.city.example.lg.jp:443", "http://10.0.0.2:8080"];
        assert_eq!(
            portals(&given).unwrap().origins(),
            ["https://www.city.example.lg.jp", "http://10.0.0.2:8080"]
        );
    }

    #[test]
    fn what_is_no_origin_is_refused_by_name() {
        for wrong in [
            "",
            "www.city.example.lg.jp",
            "https://a.jp/path",
            "ftp://a.jp",
            "https://*.a.jp",
            "https://a.jp b",
            "https://:1",
        ] {
            assert_eq!(portals(&[wrong]), Err(NoOrigin(wrong.to_owned())), "{wrong}");
        }
    }

    #[test]
    fn without_a_portal_nobody_frames_our_pages() {
        assert_eq!(Portals::default().frame_ancestors(), "'none'");
        assert_eq!(portals(&["https://a.jp"]).unwrap().frame_ancestors(), "'self' https://a.jp");
    }
}
