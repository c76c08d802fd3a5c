//! The public surface, gathered from what runs and what is served: a portal's owner builds on each of these names, so none of
//! them changes by accident.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use survey::{Code, State};
use words::ja::answer as words;

use super::{
    EARS, ELEMENT, VIEWS, answered, documented, finished, first_line, heard, hears_error, hears_of,
    hears_times, inside, open, page, portal, run, script, second_line, two_lines, unlisted,
};
use crate::{
    browser::Browser,
    by::{button, heading, radio},
    failure::{Failure, Outcome},
    gate::Rule,
    journeys::{DESK, Journey, journeys},
    portal::{Page, Portal},
    snapshots::Snapshots,
    stage::Stage,
};

pub(crate) const JOURNEYS: &[Journey] = journeys!(scripts: true, DESK, [
    the_public_surface_is_as_accepted,
]);

/// What the class of the element has by itself.
const CLASS: &str = "
    const element = customElements.get(arguments[0]), own = Object.getOwnPropertyDescriptors(element.prototype);
    const names = Object.entries(own).filter(([name]) => !/^constructor$|Callback$/.test(name));
    return [
        ...element.observedAttributes.map(name => `attribute ${name}`),
        ...names.filter(([, found]) => found.get).map(([name, found]) => `property ${name}${found.set ? '' : ' (read only)'}`),
        ...names.filter(([, found]) => found.value).map(([name, found]) => `method ${name}(${found.value.length})`),
    ]";
const PARTS: &str = "
    return [...document.querySelectorAll(arguments[0])]
        .flatMap(element => [...element.shadowRoot.querySelectorAll('[part], slot')])
        .flatMap(one => one.localName === 'slot' ? [`slot ${one.name || '(default)'}`] : [...one.part].map(part => `part ${part}`))";
/// The names in what the page has loaded of the endpoint.
const SERVED: &str = "
    const done = arguments[0];
    const files = performance.getEntriesByType('resource').map(({ name }) => name).filter(name => /\\.(css|js)$/.test(name));
    Promise.all(files.map(async file => (await fetch(file)).text()))
        .then(texts => done(texts.flatMap(text => text.match(/--furikaeri-[a-z]+(-[a-z]+)*/g) ?? [])))";
const STORED: &str = "return Object.keys(localStorage)";

type Surface = BTreeSet<String>;

fn the_public_surface_is_as_accepted(stage: &Stage) -> Outcome {
    let mut surface = Surface::new();
    let portal = portal(stage)?;
    all_views(stage, &portal, &mut surface)?;
    all_stages(stage, &portal, &mut surface)?;
    all_reasons(stage, &portal, &mut surface)?;
    a_frame(stage, &portal, &mut surface)?;
    let lines: String = surface.iter().map(|line| format!("{line}\n")).collect();
    Snapshots::new("", stage.is_accepting).holds("embed-surface", &lines)?;
    is_documented(&surface)
}

fn all_views(stage: &Stage, portal: &Portal, surface: &mut Surface) -> Outcome {
    let (session, over) = (answered(stage)?, finished(stage)?);
    let lines: String =
        VIEWS.map(|view| second_line(if view == "table" { over.code } else { session.code }, view)).concat();
    let browser = &stage.browser;
    open(browser, portal, &(first_line(&stage.server.origin()) + &lines))?;
    hears_times(browser, "ready", VIEWS.len())?;
    for event in heard(browser)? {
        surface.insert(format!("view {}", event.said("view")));
    }
    surface.extend(browser.script::<Vec<String>>(CLASS, json!([ELEMENT]))?);
    let named: Vec<String> = serde_json::from_value(browser.session().run_until_called(SERVED, json!([]))?)?;
    surface.extend(named.into_iter().map(|name| format!("custom property {name}")));
    look(browser, surface)
}

/// What stands in the elements of the page, and what was heard of them.
fn look(browser: &Browser, surface: &mut Surface) -> Outcome {
    surface.extend(browser.script::<Vec<String>>(PARTS, json!([ELEMENT]))?);
    for event in heard(browser)? {
        let members: Vec<_> = event.detail.keys().map(String::as_str).collect();
        let reason = event.said("reason");
        let reason = if reason.is_empty() { String::new() } else { format!(" {reason}") };
        surface.insert(format!("event furikaeri-{}{reason} {{ {} }}", event.name, members.join(", ")));
    }
    Ok(())
}

/// A participant's way from a session that is not open to the receipt.
fn all_stages(stage: &Stage, portal: &Portal, surface: &mut Surface) -> Outcome {
    let (browser, session) = (&stage.browser, stage.session_shown_from_the_first_ballot()?);
    let draft = stage.session(State::Draft)?;
    two_lines(stage, portal, draft.code, "answer")?;
    browser.sees(inside(heading(words::NOT_YET)))?;
    look(browser, surface)?;
    let gate = stage.gate()?;
    gate.set("/ballots/", Rule::Hold);
    open(browser, portal, &(first_line(&gate.origin()) + &second_line(session.code, "answer")))?;
    browser.tap(inside(radio("もっと勉強が必要")))?;
    browser.tap(inside(button(words::SEND)))?;
    browser.tap(inside(button(words::SEND_ANYWAY)))?;
    keeps(browser, surface)?;
    gate.lift("/ballots/");
    browser.sees(inside(heading(words::SENT)))?;
    keeps(browser, surface)?;
    look(browser, surface)?;
    stage.api.state(&session, State::Closed)?;
    browser.reload()?;
    browser.sees(inside(heading(words::ANSWERED)))?;
    look(browser, surface)
}

/// What the browser keeps for the page.
fn keeps(browser: &Browser, surface: &mut Surface) -> Outcome {
    let keys: Vec<String> = browser.script(STORED, json!([]))?;
    let of_any_session = keys.iter().map(|key| {
        let mut parts: Vec<_> = key.split('.').collect();
        parts.iter_mut().skip(1).take(1).for_each(|code| *code = "CODE");
        format!("kept {}", parts.join("."))
    });
    surface.extend(of_any_session);
    Ok(())
}

fn all_reasons(stage: &Stage, portal: &Portal, surface: &mut Surface) -> Outcome {
    let (browser, session) = (&stage.browser, answered(stage)?);
    let none: Code = "000000".parse().map_err(|_| Failure::new("no code"))?;
    let shows = |code: Code, view: &str, reason: &str, surface: &mut Surface| {
        two_lines(stage, portal, code, view)?;
        hears_error(browser, reason)?;
        look(browser, surface)
    };
    shows(none, "answer", "session_not_found", surface)?;
    shows(session.code, "graph", "unknown_view", surface)?;
    two_lines(stage, portal, session.code, "answer")?;
    hears_of(browser, "ready")?;
    run(
        browser,
        "const e = document.querySelector(arguments[0]); e.style.setProperty('--furikaeri-ink', '#ccc'); e.reload()",
        json!([ELEMENT]),
    )?;
    hears_error(browser, "theme_contrast")?;
    look(browser, surface)?;
    let gate = stage.gate()?;
    gate.set("/api/", Rule::Refuse);
    open(browser, portal, &(first_line(&gate.origin()) + &second_line(session.code, "answer")))?;
    hears_error(browser, "unreachable")?;
    look(browser, surface)?;
    let host = stage.server.origin();
    let policy = ("content-security-policy", format!("script-src 'self' {host}"));
    let text = page(&(first_line(&host) + &second_line(session.code, "answer")));
    portal.sends("/", Page { headers: vec![policy], text: text.clone(), ..Page::default() });
    browser.open(&portal.url("/"))?;
    hears_error(browser, "blocked")?;
    look(browser, surface)?;
    let stranger = unlisted()?;
    stranger.shows("/", &text);
    stranger.sends("/ears.js", script(EARS));
    browser.open(&stranger.url("/"))?;
    hears_error(browser, "portal_not_listed")?;
    look(browser, surface)
}

/// What a frame says, and to what it answers.
fn a_frame(stage: &Stage, portal: &Portal, surface: &mut Surface) -> Outcome {
    let (browser, session) = (&stage.browser, stage.session(State::Open)?);
    let body = format!(
        "<script src=/got.js></script><iframe title=A src=\"{}\"></iframe>",
        stage.answer_page(session.code)
    );
    portal.sends(
        "/got.js",
        script("window.got = []; addEventListener('message', ({ data }) => got.push(data));"),
    );
    open(browser, portal, &body)?;
    let got = || -> Outcome<Vec<Value>> { browser.script("return got", json!([])) };
    browser.wait_for("the frame speaks", |_| Ok(!got()?.is_empty()))?;
    let before = got()?.len();
    run(browser, "frames[0].postMessage({ furikaeri: 1, type: 'hello' }, '*')", json!([]))?;
    browser.wait_for("the frame answers", |_| Ok(got()?.len() > before))?;
    surface.insert("message to a frame { furikaeri: 1, type: hello }".to_owned());
    for message in got()? {
        let members: BTreeSet<_> =
            message.as_object().into_iter().flatten().map(|(name, _)| &**name).collect();
        let members: Vec<_> = members.into_iter().collect();
        let said = |name: &str| message.get(name).map(ToString::to_string).unwrap_or_default();
        let (version, kind) = (said("furikaeri"), said("type"));
        surface.insert(format!("message of a frame {version} {kind} {{ {} }}", members.join(", ")));
    }
    Ok(())
}

/// Fails where docs/EMBED.md does not name all of it.
fn is_documented(surface: &Surface) -> Outcome {
    let text = documented()?;
    let names = surface.iter().flat_map(|line| {
        let line = line.split_once(' ').map_or("", |(_, rest)| rest);
        line.split(|c: char| !(c.is_ascii_alphanumeric() || "-_.".contains(c)))
            .filter(|name| !name.is_empty())
    });
    const PROSE: [&str; 10] = ["a", "frame", "to", "of", "read", "only", "0", "1", "property", "default"];
    let missing: BTreeSet<_> =
        names.filter(|name| !PROSE.contains(name) && !text.contains(&format!("`{name}"))).collect();
    if missing.is_empty() {
        Ok(())
    } else {
        Err(Failure::new(format!("docs/EMBED.md does not name {missing:?}")))
    }
}
