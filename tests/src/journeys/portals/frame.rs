//! A session in a frame of somebody else's page: for whom it shows, and how the page learns its height.

use serde_json::{Value, json};
use survey::{Route, State};
use words::ja::answer as words;

use super::{answered, finished, open, page, portal, run, script, unlisted};
use crate::{
    browser::Browser,
    by::{By, button, css, group, heading, radio},
    failure::{Outcome, expect, same},
    journeys::{Journey, PHONE, journeys},
    portal::Page,
    stage::Stage,
    wait,
};

pub(crate) const JOURNEYS: &[Journey] = journeys!(scripts: true, PHONE, [
    pages_stand_in_frames_of_portals_and_of_nobody_else,
    a_participant_answers_in_a_frame_without_any_script_around_it,
    a_frame_says_how_high_it_is,
    a_frame_speaks_to_its_portal_alone,
]);

/// Remembers the messages that come.
const GOT: &str = "window.got = [];
addEventListener('message', ({ source, origin, data }) => {
  got.push({ of: [...document.querySelectorAll('iframe')].findIndex(frame => frame.contentWindow === source), origin, data });
});";

fn pages_stand_in_frames_of_portals_and_of_nobody_else(stage: &Stage) -> Outcome {
    let (portal, stranger) = (portal(stage)?, unlisted()?);
    let (session, over) = (answered(stage)?, finished(stage)?);
    let views = [
        (Route::Answer(session.code), button(words::SEND)),
        (Route::Results(session.code), css(".portal-bars .result")),
        (Route::Board(session.code), css(".board .result")),
        (Route::Table(over.code), css(".report-table tbody tr")),
    ];
    let browser = &stage.browser;
    for (route, shows) in &views {
        let gate = stage.gate()?;
        open(browser, &portal, &frame(&route.to_url(&gate.origin())))?;
        in_frame(browser, |frame| frame.sees(shows.clone()))
            .map_err(|failure| failure.during(&route.to_path()))?;
        browser.picture()?;
    }
    let gate = stage.gate()?;
    for (route, _) in &views {
        open(browser, &stranger, &frame(&route.to_url(&gate.origin())))?;
        browser.wait_for("the page is asked for", |_| {
            Ok(gate.seen().iter().any(|seen| seen.path == route.to_path()) && gate.under_way("/") == 0)
        })?;
        expect("nothing is shown", in_frame(browser, |frame| Ok(!frame.has(&css("main"))?))?)?;
    }
    // A page that shows, if only for a moment, asks for its program.
    let asked: Vec<_> =
        gate.seen().into_iter().map(|seen| seen.path).filter(|path| path.ends_with(".js")).collect();
    same("what pages that are not shown ask for", asked, Vec::new())
}

fn a_participant_answers_in_a_frame_without_any_script_around_it(stage: &Stage) -> Outcome {
    let (portal, session) = (portal(stage)?, stage.session(State::Open)?);
    let browser = &stage.browser;
    let headers = vec![(
        "content-security-policy",
        format!("default-src 'none'; style-src 'unsafe-inline'; frame-src {}", stage.server.origin()),
    )];
    let text = page(&frame(&stage.answer_page(session.code)));
    portal.sends("/", Page { headers, text, ..Page::default() });
    browser.open(&portal.url("/"))?;
    in_frame(browser, |frame| {
        frame.sees(css("[data-app]"))?;
        frame.tap(choice("理解度", "とても理解できた"))?;
        frame.write(css("[name=comment]"), "枠の中から")?;
        frame.tap(button(words::SEND))?;
        frame.tap(button(words::SEND_ANYWAY))?;
        frame.sees(heading(words::SENT))
    })?;
    browser.picture()?;
    same("the ballots stored", stage.api.session(session.code)?.ballots, 1)
}

fn a_frame_says_how_high_it_is(stage: &Stage) -> Outcome {
    let (portal, session) = (portal(stage)?, stage.session(State::Open)?);
    let browser = &stage.browser;
    let (host, code) = (stage.server.origin(), session.code.to_string());
    let snippet = documented_frame()?.replace(HOST_IN_DOCS, &host).replace(CODE_IN_DOCS, &code);
    for policy in ["strict-origin-when-cross-origin", "no-referrer"] {
        let headers = vec![("referrer-policy", policy.to_owned())];
        portal.sends("/", Page { headers, text: page(&snippet), ..Page::default() });
        browser.open(&portal.url("/"))?;
        let height = || -> Outcome<f64> {
            browser
                .script("return document.querySelector('iframe').getBoundingClientRect().height", json!([]))
        };
        let fits = |what: &str| {
            let message = format!("the frame is as high as {what} ({policy})");
            wait::until(&message, wait::PATIENCE, || {
                let inner: f64 = in_frame(browser, |frame| {
                    frame.script("return document.body.getBoundingClientRect().height", json!([]))
                })?;
                Ok(Some(height()?).filter(|outer| (outer - inner).abs() < 2.0 && inner > 100.0))
            })
        };
        let form = fits("the form")?;
        if policy == "no-referrer" {
            // What was answered before is a receipt at once.
            continue;
        }
        in_frame(browser, |frame| frame.find(choice("習得度", "もっと勉強が必要"))?.click())?;
        browser.wait_for("the frame grows with the reason", |_| Ok(height()? > form + 20.0))?;
        let asked = fits("the form with the reason")?;
        in_frame(browser, |frame| {
            frame.find(button(words::SEND))?.click()?;
            frame.find(button(words::SEND_ANYWAY))?.click()?;
            frame.sees(heading(words::SENT))
        })?;
        browser.wait_for("the frame shrinks to the receipt", |_| Ok(height()? < asked - 100.0))?;
        fits("the receipt")?;
        browser.picture()?;
    }
    Ok(())
}

fn a_frame_speaks_to_its_portal_alone(stage: &Stage) -> Outcome {
    let (portal, stranger, session) = (portal(stage)?, unlisted()?, stage.session(State::Open)?);
    let browser = &stage.browser;
    // Beside the frame another one, of a stranger, which asks our frame for its height.
    stranger.sends("/got.js", script(GOT));
    stranger.shows("/", "<!doctype html><script src=/got.js></script><p>A stranger");
    portal.sends("/got.js", script(GOT));
    let body = format!(
        "<script src=/got.js></script>{}<iframe title=B src=\"{}\"></iframe>",
        frame(&stage.answer_page(session.code)),
        stranger.url("/")
    );
    open(browser, &portal, &body)?;
    let got = || -> Outcome<Vec<Value>> { browser.script("return got", json!([])) };
    browser.wait_for("the portal hears the height", |_| Ok(!got()?.is_empty()))?;
    let first = got()?.remove(0);
    same(
        "whose message",
        (first.get("of"), first.get("origin")),
        (Some(&json!(0)), Some(&json!(stage.server.origin()))),
    )?;
    let data = first.get("data").cloned().unwrap_or_default();
    let mut members: Vec<_> = data.as_object().into_iter().flatten().map(|(name, _)| &**name).collect();
    members.sort_unstable();
    same("what it says", members, vec!["furikaeri", "height", "path", "type"])?;
    same(
        "its version and type",
        (data.get("furikaeri"), data.get("type")),
        (Some(&json!(1)), Some(&json!("height"))),
    )?;
    same("its path", data.get("path"), Some(&json!(Route::Answer(session.code).to_path())))?;
    in_frame(browser, |frame| frame.sees(css("[data-app]")))?;
    let settled = got()?.len();
    let hello = |version: u32, kind: &str| {
        let script = "frames[0].postMessage({ furikaeri: arguments[0], type: arguments[1] }, '*')";
        run(browser, script, json!([version, kind]))
    };
    let by_stranger = "parent.frames[0].postMessage({ furikaeri: 1, type: 'hello' }, '*')";
    within_frame(browser, 1, |frame| run(frame, by_stranger, json!([])))?;
    hello(2, "hello")?;
    hello(1, "good day")?;
    run(browser, "frames[0].postMessage('hello', '*')", json!([]))?;
    // What is heard next answers the last, because messages come in their order.
    hello(1, "hello")?;
    browser.wait_for("the portal hears the height again", |_| Ok(got()?.len() > settled))?;
    same("how many answers", got()?.len(), settled + 1)?;
    let stranger_got: Value = within_frame(browser, 1, |frame| frame.script("return got", json!([])))?;
    same("what the stranger hears", stranger_got, json!([]))
}

/// The frame as a portal's owner writes it who writes no script.
fn frame(url: &str) -> String {
    format!("<iframe title=\"アンケート\" src=\"{url}\" style=\"width:100%;height:600px;border:0\"></iframe>")
}

/// What stands in the documents for the endpoint, and for a session's code.
pub(super) const HOST_IN_DOCS: &str = "https://furikaeri.example.lg.jp";
pub(super) const CODE_IN_DOCS: &str = "AB3K7Q";

/// The frame with its listener as docs/EMBED.md has it, ready to be copied.
fn documented_frame() -> Outcome<String> {
    let text = super::documented()?;
    let snippet =
        text.split("```html\n").find(|block| block.starts_with("<iframe") && block.contains("<script>"));
    let snippet = snippet.and_then(|block| block.split("```").next());
    snippet
        .map(str::to_owned)
        .ok_or_else(|| crate::failure::Failure::new("docs/EMBED.md has no frame to copy"))
}

fn choice(axis: &str, label: &str) -> By {
    radio(label).within(group(axis))
}

/// Does something in the page of the first frame.
fn in_frame<T>(browser: &Browser, what: impl Fn(&Browser) -> Outcome<T>) -> Outcome<T> {
    within_frame(browser, 0, what)
}

fn within_frame<T>(browser: &Browser, number: u32, what: impl Fn(&Browser) -> Outcome<T>) -> Outcome<T> {
    browser.session().post("/frame", json!({ "id": number }))?;
    let done = what(browser);
    browser.session().post("/frame", json!({ "id": null }))?;
    done
}
