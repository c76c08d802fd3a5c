//! What a phone downloads, and what an operator installs, held against their budgets.

mod assets;
mod desk_words;
mod table;

use std::collections::BTreeMap;
use std::fs;

use survey::wire::SessionDraft;
use survey::{Date, Route, State};

use crate::endpoint::{Address, Api, Server, random_hex};
use crate::fault::{Explain, Fault, Outcome};
use crate::place::Place;
use crate::say;
use crate::{app, endpoint::Reply};
use table::{Budget, Row};

const KB: u64 = 1024;
/// A phone's first visit, everything, brotli.
const FIRST_VISIT: u64 = 60 * KB;
/// Its HTML alone, brotli.
const HTML: u64 = 8 * KB;
/// The page that needs no endpoint: all of it is in one file, packed.
const ALONE: u64 = 11 * KB * KB / 4;
/// What a phone opens there, likewise.
const TICKET: u64 = 240 * KB;
/// The one binary.
const BINARY: u64 = 25 * KB * KB;

/// Measures what is built, prints the tables, and fails where something is over its budget.
pub(crate) fn measure(place: &Place) -> Outcome {
    let phone = first_visit(place)?;
    let (board, desk) = (page(place, "board.html")?, page(place, "desk.html")?);
    let of_dist = |name| fs::metadata(place.dist().join(name)).map(|data| data.len()).unwrap_or_default();
    let binary = fs::metadata(place.binary()).map(|data| data.len()).unwrap_or_default();
    say::line(table::of("a phone's first visit", &phone));
    say::line(table::of("the board, for comparison", &board));
    say::line(table::of("the desk, for comparison", &desk));
    say::line(table::of("what an element in a portal loads besides its program", &element(place)?));
    say::line(table::of("the worker that reads files, loaded when one is chosen", &worker(place)?));

    let html = phone.first().map(|row| row.brotli).unwrap_or_default();
    let budgets = [
        Budget { what: "a phone's first visit, brotli", used: table::total(&phone).brotli, of: FIRST_VISIT },
        Budget { what: "its HTML alone, brotli", used: html, of: HTML },
        Budget { what: "the page that needs no endpoint", used: of_dist("index.html"), of: ALONE },
        Budget { what: "what a phone opens without one", used: of_dist("ticket.html"), of: TICKET },
        Budget { what: "the binary", used: binary, of: BINARY },
    ];
    for budget in &budgets {
        say::line(budget);
    }
    let over: Vec<_> = budgets.iter().filter(|budget| budget.is_over()).map(|budget| budget.what).collect();
    if !over.is_empty() {
        return Err(Fault::new(format!("over its budget: {}", over.join("; ")))
            .hint("see in the table what grew; what only the desk needs belongs into src/bin/desk.rs"));
    }
    desk_words::check(place)
}

/// The page of an open session and all that it refers to, as the binary serves them.
fn first_visit(place: &Place) -> Outcome<Vec<Row>> {
    let data = tempfile::tempdir().explain(|| "no temporary folder can be made".to_owned())?;
    let key = random_hex()?;
    let server = Server::start(&place.binary(), data.path(), &Address::private(), &key)?;
    let api = Api::new(&server.local_url(), &key);
    let page = Route::Answer(api.make_session(&measured_session()?)?.code).to_path();

    // A script names more than it fetches; a page does not.
    let files = app::read(&place.app())?;
    let html = fetch(&api, &page)?;
    let mut rows = vec![html.row("/s/CODE")];
    // What is said to the page around a frame is loaded in a frame alone.
    let mut left = assets::named_in(&html.text());
    left.retain(|path| path != "/frame.js");
    let mut seen = Vec::new();
    while let Some(path) = left.pop() {
        if seen.contains(&path) {
            continue;
        }
        let asset = fetch(&api, &path)?;
        rows.push(asset.row(&path));
        if path.ends_with(".js") {
            let named = assets::named_in(&asset.text());
            left.extend(named.into_iter().filter(|path| files.contains_key(path.trim_start_matches('/'))));
        }
        seen.push(path);
    }
    if !seen.iter().any(|path| path.ends_with(".wasm")) {
        return Err(Fault::new(format!("{page} refers to no wasm, so its size says nothing"))
            .hint("look at index.html: it needs <link data-trunk rel=\"rust\" data-bin=\"answer\">"));
    }
    Ok(rows)
}

/// A session as a year's programme has them.
fn measured_session() -> Outcome<SessionDraft> {
    let date: Date = "2025-06-04".parse().explain(|| "the date".to_owned())?;
    Ok(SessionDraft {
        title: "DX推進担当者の交流プログラム 第1回".to_owned(),
        date: Some(date),
        expected: Some(21),
        state: Some(State::Open),
        ..SessionDraft::default()
    })
}

/// A file as it comes in each compression.
struct Fetched {
    raw: Vec<u8>,
    gzip: u64,
    brotli: u64,
}

impl Fetched {
    fn row(&self, name: &str) -> Row {
        Row { name: name.to_owned(), raw: self.raw.len() as u64, gzip: self.gzip, brotli: self.brotli }
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.raw).into_owned()
    }
}

fn fetch(api: &Api, path: &str) -> Outcome<Fetched> {
    let compressed = |encoding: &str| {
        let Reply { encoding: sent, body } = api.get(path, encoding)?;
        if sent.as_deref() == Some(encoding) {
            return Ok(body.len() as u64);
        }
        Err(Fault::new(format!("{path} is not sent in {encoding} to a browser that takes it")))
    };
    let (brotli, gzip) = (compressed("br")?, compressed("gzip")?);
    Ok(Fetched { raw: api.get(path, "identity")?.body, gzip, brotli })
}

/// A page and its assets, as they were built. The desk's names its worker, too, but does not load it by itself.
fn page(place: &Place, html: &str) -> Outcome<Vec<Row>> {
    let files = app::read(&place.app())?;
    let page = html;
    let html = files.get(page).map(|html| String::from_utf8_lossy(html).into_owned()).unwrap_or_default();
    let named = assets::named_in(&html);
    let named = named.iter().map(|path| path.trim_start_matches('/')).filter(|name| !is_worker(name));
    Ok(std::iter::once(page).chain(named).map(|name| as_built(&files, name)).collect())
}

/// The element's script and the styles of its two kinds of programs.
fn element(place: &Place) -> Outcome<Vec<Row>> {
    let files = app::read(&place.app())?;
    let is_style = |name: &&String| name.starts_with("embed-") && name.ends_with(".css");
    let script = "embed.js".to_owned();
    Ok([&script]
        .into_iter()
        .chain(files.keys().filter(is_style))
        .map(|name| as_built(&files, name))
        .collect())
}

/// The worker's files, as they were built.
fn worker(place: &Place) -> Outcome<Vec<Row>> {
    let files = app::read(&place.app())?;
    let plain =
        files.keys().filter(|name| is_worker(name) && !name.ends_with(".br") && !name.ends_with(".gz"));
    Ok(plain.map(|name| as_built(&files, name)).collect())
}

fn is_worker(name: &str) -> bool {
    name.starts_with("files-")
}

fn as_built(files: &BTreeMap<String, Vec<u8>>, name: &str) -> Row {
    let size = |name: &str| files.get(name).map(|bytes| bytes.len() as u64).unwrap_or_default();
    Row {
        name: name.to_owned(),
        raw: size(name),
        gzip: size(&format!("{name}.gz")),
        brotli: size(&format!("{name}.br")),
    }
}
