//! A session in somebody else's page: what a portal's owner writes, and what its visitors then see and do.

pub(super) mod changes;
pub(super) mod element;
pub(super) mod failing;
pub(super) mod frame;
pub(super) mod hostile;
pub(super) mod leaks;
pub(super) mod real;
pub(super) mod several;
pub(super) mod surface;

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};
use survey::{Code, State, wire::SessionMade};

use crate::{
    browser::Browser,
    by::{By, css, group, radio},
    failure::{Failure, Outcome},
    portal::{Page, Portal},
    stage::Stage,
};

/// The element of a page that has one.
const ELEMENT: &str = "furikaeri-session";
/// Everything that it can show.
const VIEWS: [&str; 4] = ["answer", "results", "board", "table"];

/// What a page remembers of the elements in it.
const EARS: &str = "window.heard = [];
for (const name of ['ready', 'answered', 'error']) {
  addEventListener(`furikaeri-${name}`, ({ target, detail }) => {
    const said = { ...detail };
    if (said.cause) said.cause = String(said.cause);
    else delete said.cause;
    heard.push({ name, id: target.id, detail: said });
  });
}";

/// An event that a page heard: `ready`, `answered`, `error`, the id of its element, and what it said.
#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Heard {
    name: String,
    id: String,
    detail: BTreeMap<String, Value>,
}

impl Heard {
    /// A text in what it said; empty where there is none.
    fn said(&self, member: &str) -> &str {
        self.detail.get(member).and_then(Value::as_str).unwrap_or_default()
    }
}

/// A portal that the endpoint knows.
fn portal(stage: &Stage) -> Outcome<Portal> {
    let portal = unlisted()?;
    stage.server.list_portals(&[&portal.origin()])?;
    Ok(portal)
}

/// A portal that no endpoint knows.
fn unlisted() -> Outcome<Portal> {
    let portal = Portal::open()?;
    portal.sends("/ears.js", script(EARS));
    Ok(portal)
}

fn script(text: &str) -> Page {
    Page { kind: Some("text/javascript"), text: text.to_owned(), ..Page::default() }
}

/// The first of the two lines: the script of the endpoint at `origin`.
fn first_line(origin: &str) -> String {
    format!("<script type=\"module\" src=\"{origin}/embed.js\"></script>\n")
}

/// The second of the two lines.
fn second_line(code: impl ToString, view: &str) -> String {
    format!("<furikaeri-session code=\"{}\" view=\"{view}\"></furikaeri-session>\n", code.to_string())
}

/// A portal's page with this in it, as such pages are.
fn page(body: &str) -> String {
    format!(
        "<!doctype html><html lang=ja><meta charset=utf-8><meta name=viewport content=\"width=device-width\">
         <title>A portal</title><script src=\"/ears.js\"></script>
         <body><h1>市役所のページ</h1><p id=own>ここは市役所のページです。</p>\n{body}</body></html>"
    )
}

/// Opens a page that a portal shows.
fn open(browser: &Browser, portal: &Portal, body: &str) -> Outcome {
    portal.shows("/", &page(body));
    browser.open(&portal.url("/"))
}

/// The two lines in a page of a portal, opened.
fn two_lines(stage: &Stage, portal: &Portal, code: Code, view: &str) -> Outcome {
    open(&stage.browser, portal, &(first_line(&stage.server.origin()) + &second_line(code, view)))
}

/// All that the page has heard so far.
fn heard(browser: &Browser) -> Outcome<Vec<Heard>> {
    browser.script("return window.heard ?? []", json!([]))
}

/// Waits for the page to hear an event that is meant, and gives it.
fn hears(browser: &Browser, what: &str, is_meant: impl Fn(&Heard) -> bool) -> Outcome<Heard> {
    let all = || heard(browser);
    let found = crate::wait::until(&format!("the page hears {what}"), crate::wait::PATIENCE, || {
        Ok(all()?.into_iter().find(|event| is_meant(event)))
    });
    found.map_err(|failure| failure.with(&format!("  heard {:?}", all())))
}

/// Waits for an event of this name.
fn hears_of(browser: &Browser, name: &str) -> Outcome<Heard> {
    hears(browser, name, |event| event.name == name)
}

/// Waits for an error with this reason.
fn hears_error(browser: &Browser, reason: &str) -> Outcome<Heard> {
    hears(browser, reason, |event| event.name == "error" && event.said("reason") == reason)
}

/// Waits until so many events of this name were heard.
fn hears_times(browser: &Browser, name: &str, times: usize) -> Outcome {
    let count =
        || -> Outcome<usize> { Ok(heard(browser)?.iter().filter(|event| event.name == name).count()) };
    browser
        .wait_for(&format!("the page hears {name} {times} times"), |_| Ok(count()? >= times))
        .map_err(|failure| failure.with(&format!("  heard {:?}", heard(browser))))
}

/// Something within the element.
fn inside(by: By) -> By {
    by.within(css(ELEMENT))
}

/// A choice of an axis, in the element.
fn choice(axis: &str, choice: &str) -> By {
    radio(choice).within(inside(group(axis)))
}

/// Runs the body of a function in the page for what it does.
fn run(browser: &Browser, script: &str, arguments: Value) -> Outcome {
    browser.script(&format!("{script}; return null"), arguments)
}

/// An open session that six people have answered, and whose tally may be seen.
fn answered(stage: &Stage) -> Outcome<SessionMade> {
    let session = stage.session_shown_from_the_first_ballot()?;
    super::board::answers(stage, &session, 6)?;
    Ok(session)
}

/// The same, closed, so that it stands in the table.
fn finished(stage: &Stage) -> Outcome<SessionMade> {
    let session = answered(stage)?;
    stage.api.state(&session, State::Closed)?;
    Ok(session)
}

/// The only element of a kind, or a failure that says how many there are.
fn only<T>(mut found: Vec<T>, what: &str) -> Outcome<T> {
    match (found.pop(), found.len()) {
        (Some(one), 0) => Ok(one),
        (_, others) => Err(Failure::new(format!("not one {what}, and {others} others"))),
    }
}

/// What a portal's owner reads.
fn documented() -> Outcome<String> {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("docs").join("EMBED.md");
    Ok(std::fs::read_to_string(file)?)
}
