//! Calls of the endpoint's API, as anyone with a session's code may make them.

use gloo_timers::callback::Timeout;
use survey::wire::Tally;
use survey::{BallotId, Code, State};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Headers, RequestCache, RequestInit, Response};

use super::json::Json;
use super::{Trouble, Written};

/// How long a call may take, in milliseconds. A phone that changes networks can hang without an error.
const PATIENCE: u32 = 15_000;
/// The longest body, in UTF-16 units, that goes out even when its page is closed: at most 64 KiB of UTF-8.
const KEEPALIVE_LIMIT: usize = 20_000;

/// An endpoint: the one that served this page, or that of an element in somebody else's.
#[derive(Clone, Debug, Default)]
pub struct Endpoint {
    /// What stands before each path; nothing for the page's own endpoint.
    base: String,
    key: Option<String>,
}

impl Endpoint {
    /// The page's own endpoint, with the key that the page's address carries, if any.
    pub fn new(key: Option<String>) -> Self {
        Self { base: String::new(), key }
    }

    /// The endpoint at this address, e.g. `https://feedback.example.lg.jp`, asked without a key.
    pub fn at(base: &str) -> Self {
        Self { base: base.trim_end_matches('/').to_owned(), key: None }
    }

    /// A participant's screen as HTML, as it stands now. `language` is `ja`, `easy` or `en`; empty, the browser's decides.
    pub async fn form(&self, code: Code, language: &str) -> Result<String, Trouble> {
        let asked = if language.is_empty() { "" } else { "?lang=" };
        self.call("GET", &[&session_path(code), "/form", asked, language].concat(), None).await
    }

    /// Stores a ballot, or corrects it. The same id never counts twice.
    pub async fn put_ballot(&self, code: Code, id: BallotId, ballot: &Written) -> Result<(), Trouble> {
        // Without a network the form stands on a device for all.
        let way = if crate::address::IS_ALONE { "?way=kiosk" } else { "" };
        let path = [&session_path(code), "/ballots/", &id.to_string(), way].concat();
        self.call("PUT", &path, Some(ballot.as_str())).await.map(drop)
    }

    /// Where the session stands.
    pub(crate) async fn state(&self, code: Code) -> Result<State, Trouble> {
        let text = self.call("GET", &session_path(code), None).await?;
        Json::parse(&text).and_then(|session| session.state()).ok_or(Trouble::Unreachable)
    }

    /// The tally if it differs from the one of `etag`, which becomes the new one's.
    pub(crate) async fn tally(&self, code: Code, etag: &mut String) -> Result<Option<Tally>, Trouble> {
        let headers = self.headers();
        set(&headers, "If-None-Match", etag);
        let path = [&session_path(code), "/tally"].concat();
        let response = fetch("GET", &self.url(&path), &headers, None).await?;
        if response.status() == 304 {
            return Ok(None);
        }
        *etag = response.headers().get("ETag").ok().flatten().unwrap_or_default();
        let text = read(response).await?;
        Ok(Json::parse(&text).and_then(|tally| tally.tally()))
    }

    /// Makes a call; the answer's body.
    pub(crate) async fn call(&self, method: &str, path: &str, body: Option<&str>) -> Result<String, Trouble> {
        read(self.ask(method, path, body).await?).await
    }

    /// Makes a call; the answer, whatever it is.
    pub(super) async fn ask(
        &self,
        method: &str,
        path: &str,
        body: Option<&str>,
    ) -> Result<Response, Trouble> {
        let headers = self.headers();
        if body.is_some() {
            set(&headers, "Content-Type", "application/json");
        }
        fetch(method, &self.url(path), &headers, body).await
    }

    /// Where a path of this endpoint is.
    pub(super) fn url(&self, path: &str) -> String {
        [&self.base, path].concat()
    }

    pub(crate) fn headers(&self) -> Headers {
        // Headers::new fails for bad initial headers only; there are none.
        let headers = Headers::new().unwrap_or_else(|none| none.unchecked_into());
        if let Some(key) = &self.key {
            set(&headers, "Authorization", &["Bearer ", key].concat());
        }
        headers
    }
}

pub(crate) fn session_path(code: Code) -> String {
    ["/api/v1/sessions/", code.as_str()].concat()
}

fn set(headers: &Headers, name: &str, value: &str) {
    // Fails for names and values that HTTP does not allow; then the call goes without, and the endpoint says so.
    drop(headers.set(name, value));
}

#[cfg(feature = "alone")]
use super::alone::fetch;
#[cfg(feature = "ticket")]
use super::ticket_maker::fetch;

#[cfg(not(any(feature = "alone", feature = "ticket")))]
async fn fetch(method: &str, url: &str, headers: &Headers, body: Option<&str>) -> Result<Response, Trouble> {
    let abort = AbortController::new().map_err(|_| Trouble::Unreachable)?;
    let init = request(method, headers, &abort);
    if let Some(body) = body {
        init.set_body(&JsValue::from_str(body));
        // The phone may close the page right after sending. Browsers refuse this for more than 64 KiB.
        if body.len() < KEEPALIVE_LIMIT {
            drop(js_sys::Reflect::set(&init, &"keepalive".into(), &JsValue::TRUE));
        }
    }
    let _patience = Timeout::new(PATIENCE, move || abort.abort());
    send(url, &init).await
}

pub(crate) fn request(method: &str, headers: &Headers, abort: &AbortController) -> RequestInit {
    let init = RequestInit::new();
    init.set_method(method);
    init.set_headers(headers);
    init.set_signal(Some(&abort.signal()));
    init.set_cache(RequestCache::NoStore);
    init
}

pub(crate) async fn send(url: &str, init: &RequestInit) -> Result<Response, Trouble> {
    let window = web_sys::window().ok_or(Trouble::Unreachable)?;
    let response = JsFuture::from(window.fetch_with_str_and_init(url, init)).await;
    response.ok().and_then(|response| response.dyn_into().ok()).ok_or(Trouble::Unreachable)
}

pub(super) async fn read(response: Response) -> Result<String, Trouble> {
    let text = JsFuture::from(response.text().map_err(|_| Trouble::Unreachable)?).await;
    let text = text.ok().and_then(|text| text.as_string()).ok_or(Trouble::Unreachable)?;
    if response.ok() { Ok(text) } else { Err(Trouble::of(response.status(), &text)) }
}
