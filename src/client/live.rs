//! A session's live stream. It is read with `fetch` and not `EventSource`, because it may need a key in a header. Where
//! the stream is blocked (some proxies hold it back), the same news is polled; either way the page learns how fresh it is.

use std::{cell::Cell, rc::Rc};

use gloo_timers::{callback::Timeout, future::TimeoutFuture};
use js_sys::{Reflect, Uint8Array};
use survey::wire::Tally;
use survey::{Code, State};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortController, ReadableStreamDefaultReader};

use super::Trouble;
use super::endpoint::{Endpoint, request, send, session_path};
use super::json::Json;

/// The first bytes must arrive within this many milliseconds, or the stream counts as blocked.
const FIRST_BYTES: u32 = 8_000;
/// The endpoint sends a heartbeat every 15 seconds; after this many milliseconds of silence the stream is dead.
const SILENCE: u32 = 40_000;
/// Milliseconds between two polls.
const POLL: u32 = 3_000;
/// So many polls before the stream is tried again.
const POLLS: u32 = 10;

/// What has happened.
#[derive(Clone, Debug, PartialEq)]
pub enum News {
    /// The tally, whole.
    Tally(Tally),
    /// The session has opened, closed or been sealed.
    State(State),
}

/// How the connection is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// Something, be it a heartbeat, has just arrived.
    Fresh,
    /// Nothing arrives; it is being tried again.
    Stale,
    /// It will not help to try again: no such session, or a wrong key.
    Lost(Trouble),
}

/// Follows a session as long as it is kept.
#[must_use = "following ends when this is dropped"]
pub struct Following {
    stopped: Rc<Cell<bool>>,
    stream: Rc<Cell<Option<AbortController>>>,
}

impl Drop for Following {
    fn drop(&mut self) {
        self.stopped.set(true);
        if let Some(stream) = self.stream.take() {
            stream.abort();
        }
    }
}

/// Calls `on_news` with the whole state at once and on each change, and `on_link` whenever the connection is heard of.
pub fn follow(
    endpoint: Endpoint,
    code: Code,
    on_news: impl Fn(News) + 'static,
    on_link: impl Fn(Link) + 'static,
) -> Following {
    let following = Following { stopped: Rc::default(), stream: Rc::default() };
    let follower = Follower {
        endpoint,
        code,
        stopped: Rc::clone(&following.stopped),
        stream: Rc::clone(&following.stream),
        on_news: Box::new(on_news),
        on_link: Box::new(on_link),
    };
    spawn_local(follower.run());
    following
}

struct Follower {
    endpoint: Endpoint,
    code: Code,
    stopped: Rc<Cell<bool>>,
    stream: Rc<Cell<Option<AbortController>>>,
    on_news: Box<dyn Fn(News)>,
    on_link: Box<dyn Fn(Link)>,
}

impl Follower {
    /// Without a network there is nothing to wait for but changes.
    #[cfg(feature = "alone")]
    async fn run(self) {
        let mut changes = super::alone::changed();
        let mut etag = String::new();
        while !self.stopped.get() {
            match self.poll(&mut etag).await {
                _ if self.stopped.get() => return,
                Ok(()) => (self.on_link)(Link::Fresh),
                // What could not be read now may be with the next change.
                Err(Trouble::NotKept) => (self.on_link)(Link::Stale),
                Err(trouble) => return (self.on_link)(Link::Lost(trouble)),
            }
            changes.next().await;
        }
    }

    /// There is nobody to be heard of.
    #[cfg(feature = "ticket")]
    async fn run(self) {}

    #[cfg(not(any(feature = "alone", feature = "ticket")))]
    async fn run(self) {
        while !self.stopped.get() {
            let streamed = self.stream().await;
            // A stream that ended after it worked is opened again soon; one that never worked is polled for a while.
            let polls = if streamed { 1 } else { POLLS };
            let mut etag = String::new();
            for _ in 0..polls {
                if self.stopped.get() {
                    return;
                }
                match self.poll(&mut etag).await {
                    Ok(()) => (self.on_link)(Link::Fresh),
                    Err(trouble) if trouble.may_pass() => (self.on_link)(Link::Stale),
                    Err(trouble) => return (self.on_link)(Link::Lost(trouble)),
                }
                // After a restart a hall of phones comes back at once; spread them.
                TimeoutFuture::new(jittered(POLL)).await;
            }
        }
    }

    /// Reads the stream until it ends. True where anything had arrived.
    async fn stream(&self) -> bool {
        self.try_stream().await.unwrap_or(false)
    }

    async fn try_stream(&self) -> Option<bool> {
        let abort = AbortController::new().ok()?;
        self.stream.set(Some(abort.clone()));
        let init = request("GET", &self.endpoint.headers(), &abort);
        let mut watchdog = watch(&abort, FIRST_BYTES);
        let response =
            send(&self.endpoint.url(&[&session_path(self.code), "/live"].concat()), &init).await.ok()?;
        if !response.ok() {
            return None;
        }
        let reader: ReadableStreamDefaultReader = response.body()?.get_reader().dyn_into().ok()?;
        let mut buffer = Vec::new();
        let mut heard = false;
        while let Some(chunk) = next(&reader).await {
            // Assigning drops the old watchdog, which cancels it.
            watchdog = watch(&abort, SILENCE);
            heard = true;
            (self.on_link)(Link::Fresh);
            buffer.extend_from_slice(&chunk);
            while let Some(event) = take_event(&mut buffer) {
                if let Some(news) = read_event(&event) {
                    self.tell(news);
                }
            }
        }
        drop(watchdog);
        Some(heard)
    }

    async fn poll(&self, etag: &mut String) -> Result<(), Trouble> {
        if let Some(tally) = self.endpoint.tally(self.code, etag).await? {
            self.tell(News::Tally(tally));
        }
        self.tell(News::State(self.endpoint.state(self.code).await?));
        Ok(())
    }

    /// Whoever wanted to know may have gone while it was asked.
    fn tell(&self, news: News) {
        if !self.stopped.get() {
            (self.on_news)(news);
        }
    }
}

fn watch(abort: &AbortController, milliseconds: u32) -> Timeout {
    let abort = abort.clone();
    Timeout::new(milliseconds, move || abort.abort())
}

fn jittered(milliseconds: u32) -> u32 {
    // From half to one and a half times; the product fits.
    (f64::from(milliseconds) * (0.5 + js_sys::Math::random())) as u32
}

async fn next(reader: &ReadableStreamDefaultReader) -> Option<Vec<u8>> {
    let result = JsFuture::from(reader.read()).await.ok()?;
    let value = Reflect::get(&result, &"value".into()).ok()?;
    // At the end `value` is undefined.
    value.dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec())
}

/// Takes the first whole event out of the buffer, without the blank line that ends it. A chunk may end anywhere, also
/// within a character.
fn take_event(buffer: &mut Vec<u8>) -> Option<String> {
    let end = buffer.windows(2).position(|pair| pair == b"\n\n")?;
    let event: Vec<u8> = buffer.drain(..end + 2).collect();
    String::from_utf8(event).ok()
}

fn read_event(event: &str) -> Option<News> {
    let field = |name: &str| event.lines().find_map(|line| line.strip_prefix(name)).map(str::trim_start);
    let data = Json::parse(field("data:")?)?;
    match field("event:")? {
        "tally" => data.tally().map(News::Tally),
        "state" => data.state().map(News::State),
        _ => None,
    }
}
