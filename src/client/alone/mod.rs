//! The endpoint in this browser, for where there is no other: calls are answered here, by the endpoint's own routes and rules,
//! over what IndexedDB keeps. Tabs of one browser share it: each change is one transaction, and the other tabs hear of it.

mod disk;
mod news;
mod saved;

use std::cell::RefCell;
use std::rc::Rc;

use endpoint::Config;
use endpoint::alone::{Alone, Answer, Call};
use endpoint::keys::Key;
use endpoint::portals::Portals;
use futures_util::FutureExt;
use js_sys::Uint8Array;
use web_sys::{Headers, Response, ResponseInit};

use super::Trouble;
use crate::address;
use disk::{Disk, Running};
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
    endpoint: Rc<Alone>,
    unreadable: u32,
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

/// How many of the disk's records cannot be read.
pub(super) async fn unreadable() -> Result<u32, idb::Error> {
    let transaction = Disk::open().await?.begin(false)?;
    let version = transaction.version().await?;
    read(&transaction, version).await?;
    Ok(READ.with_borrow(|read| read.as_ref().map_or(0, |read| read.unreadable)))
}

async fn answer(call: Call) -> Result<Answer, idb::Error> {
    if call.method == "GET"
        && let Some(answer) = look(&call).await?
    {
        return Ok(answer);
    }
    let disk = Disk::open().await?;
    let transaction = disk.begin(true)?;
    let version = transaction.version().await?;
    let alone = read(&transaction, version).await?;
    let answer = done(&alone, call);
    let changes = alone.take_changes();
    if changes.is_empty() {
        return Ok(answer);
    }
    // Until it is kept, what this tab knows is more than the truth.
    let unreadable = READ.take().map_or(0, |read| read.unreadable);
    for change in &changes {
        transaction.keep(change).await?;
    }
    let version = transaction.keep_version(version.wrapping_add(1)).await?;
    transaction.commit().await?;
    READ.set(Some(Read { version, endpoint: alone, unreadable }));
    news::tell();
    Ok(answer)
}

/// Answers a call that asks. None where the answer is something new that is to be kept, such as a secret: then it is to be asked
/// again by a transaction that can write.
async fn look(call: &Call) -> Result<Option<Answer>, idb::Error> {
    let disk = Disk::open().await?;
    let transaction = disk.begin(false)?;
    let version = transaction.version().await?;
    let alone = read(&transaction, version).await?;
    let answer = done(&alone, call.clone());
    if alone.take_changes().is_empty() {
        return Ok(Some(answer));
    }
    READ.set(None);
    Ok(None)
}

/// What the disk says, read again where another tab has changed it.
async fn read(transaction: &Running, version: u32) -> Result<Rc<Alone>, idb::Error> {
    let known = READ.with_borrow(|read| {
        read.as_ref().filter(|read| read.version == version).map(|read| read.endpoint.clone())
    });
    if let Some(known) = known {
        return Ok(known);
    }
    let (archive, unreadable) = transaction.archive().await?;
    let endpoint = Rc::new(Alone::over(archive, config()));
    READ.set(Some(Read { version, endpoint: endpoint.clone(), unreadable }));
    Ok(endpoint)
}

/// Nothing in it waits for anything, or the transaction would be over before it answers.
fn done(alone: &Alone, call: Call) -> Answer {
    alone.call(call).now_or_never().unwrap_or_else(Answer::unavailable)
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
