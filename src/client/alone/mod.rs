//! The endpoint in this browser, for where there is no other: calls are answered here, by the endpoint's own routes and rules,
//! over what IndexedDB keeps. Tabs of one browser share it: each change is one transaction, and the other tabs hear of it.

mod disk;
mod news;
mod saved;

use std::cell::RefCell;

use endpoint::Config;
use endpoint::alone::{Alone, Answer, Call};
use endpoint::keys::Key;
use endpoint::portals::Portals;
use futures_util::FutureExt;
use js_sys::Uint8Array;
use web_sys::{Headers, Response, ResponseInit};

use super::Trouble;
use crate::address;
use disk::Disk;
pub(super) use news::changed;
pub(super) use saved::{ask_to_persist, is_all_saved, note_saved};

/// What opens the desk here. It keeps nobody out and need not: what this browser keeps is whoever's who sits at it.
pub(crate) const KEY: &str = "00000000000000000000000000000000";

thread_local! {
    /// What the disk says, as far as this tab has read it.
    static READ: RefCell<Option<Read>> = const { RefCell::new(None) };
}

/// A reading of the disk.
struct Read {
    version: u32,
    endpoint: std::rc::Rc<Alone>,
}

/// Answers a call as an endpoint would.
pub(super) async fn fetch(
    method: &str,
    path: &str,
    headers: &Headers,
    body: Option<&str>,
) -> Result<Response, Trouble> {
    let call = Call {
        method: method.to_owned(),
        path: path.to_owned(),
        headers: vec![
            ("authorization".to_owned(), format!("Bearer {KEY}")),
            ("content-type".to_owned(), "application/json".to_owned()),
            ("if-none-match".to_owned(), headers.get("If-None-Match").ok().flatten().unwrap_or_default()),
        ],
        body: body.unwrap_or_default().as_bytes().to_vec(),
    };
    let answer = answer(call).await.map_err(|_| Trouble::NotKept)?;
    response(&answer).ok_or(Trouble::NotKept)
}

/// How many changes there were.
pub(super) async fn version() -> Result<u32, idb::Error> {
    Disk::open().await?.begin(false)?.version().await
}

async fn answer(call: Call) -> Result<Answer, idb::Error> {
    let is_reading = call.method == "GET";
    let disk = Disk::open().await?;
    let transaction = disk.begin(!is_reading)?;
    let version = transaction.version().await?;
    let known = READ.with_borrow(|read| {
        read.as_ref().filter(|read| read.version == version).map(|read| read.endpoint.clone())
    });
    let alone = match known {
        Some(alone) => alone,
        None => {
            let alone = std::rc::Rc::new(Alone::over(transaction.archive().await?, config()));
            READ.set(Some(Read { version, endpoint: alone.clone() }));
            alone
        }
    };
    // Nothing in it waits for anything, or the transaction would be over before it answers.
    let answer = alone.call(call).now_or_never().unwrap_or_else(Answer::unavailable);
    let changes = alone.take_changes();
    if changes.is_empty() {
        return Ok(answer);
    }
    // Until it is kept, what this tab knows is more than the truth.
    READ.set(None);
    for change in &changes {
        transaction.keep(change).await?;
    }
    let version = transaction.keep_version(version.wrapping_add(1)).await?;
    transaction.commit().await?;
    READ.set(Some(Read { version, endpoint: alone }));
    news::tell();
    Ok(answer)
}

fn config() -> Config {
    // It is thirty-two hexadecimal digits.
    let key: Key = KEY.parse().unwrap_or_else(|_| Key::of_bytes([0; 16]));
    Config { public_url: address::base(), organiser: key.hash(), portals: Portals::default() }
}

fn response(answer: &Answer) -> Option<Response> {
    let headers = Headers::new().ok()?;
    for (name, value) in &answer.headers {
        // The endpoint writes no header that a browser would refuse.
        drop(headers.set(name, value));
    }
    let init = ResponseInit::new();
    init.set_status(answer.status);
    init.set_headers(&headers);
    // A browser refuses a body, even an empty one, where the status allows none.
    let body = (!matches!(answer.status, 204 | 304)).then(|| Uint8Array::from(answer.body.as_slice()));
    Response::new_with_opt_js_u8_array_and_init(body.as_ref(), &init).ok()
}
