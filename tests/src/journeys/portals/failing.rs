//! What a portal's visitors see, and its page hears, where a session cannot be shown.

use serde_json::{Value, json};
use survey::State;
use words::ja::answer as words;

use super::{
    ELEMENT, VIEWS, answered, choice, finished, first_line, heard, hears, hears_error, hears_of, inside,
    open, page, portal, run, script, second_line, two_lines, unlisted,
};
use crate::{
    browser::Browser,
    by::{button, css},
    failure::{Outcome, expect, same},
    gate::Rule,
    journeys::{Journey, PHONE, journeys},
    portal::Page,
    stage::Stage,
};

pub(crate) const JOURNEYS: &[Journey] = journeys!(scripts: true, PHONE, [
    the_slot_stands_there_until_the_session_does,
    a_session_that_is_none_leaves_the_slot,
    a_view_that_is_none_leaves_the_slot,
    an_endpoint_that_is_away_comes_back_by_itself,
    a_page_that_is_no_portal_is_told_so,
    a_policy_without_wasm_is_told_so,
    colours_that_cannot_be_read_are_refused,
    a_form_is_never_sent_to_the_page_around,
]);

const OWN_WORDS: &str = "アンケートは受付でもお配りしています。";

fn the_slot_stands_there_until_the_session_does(stage: &Stage) -> Outcome {
    let (portal, session, gate) = (portal(stage)?, stage.session(State::Open)?, stage.gate()?);
    let browser = &stage.browser;
    gate.set("/form", Rule::Hold);
    let element = format!("<furikaeri-session code={}>{OWN_WORDS}</furikaeri-session>", session.code);
    open(browser, &portal, &(first_line(&gate.origin()) + &element))?;
    browser.wait_for("the form is asked for", |_| {
        Ok(gate.seen().iter().any(|seen| seen.path.contains("/form")))
    })?;
    expect("the page's own words stand there", shows_slot(browser)?)?;
    same("its state", &*state(browser)?, "loading")?;
    browser.picture()?;
    gate.lift("/form");
    browser.sees(inside(button(words::SEND)))?;
    expect("the page's own words are gone", !shows_slot(browser)?)?;
    same("its state", &*state(browser)?, "ready")
}

fn a_session_that_is_none_leaves_the_slot(stage: &Stage) -> Outcome {
    let portal = portal(stage)?;
    let browser = &stage.browser;
    for code in ["000000", "no code", ""] {
        for view in VIEWS {
            let element =
                format!("<furikaeri-session code=\"{code}\" view={view}>{OWN_WORDS}</furikaeri-session>");
            open(browser, &portal, &(first_line(&stage.server.origin()) + &element))?;
            let during = |failure: crate::failure::Failure| failure.during(&format!("{view} of 「{code}」"));
            let error = hears_error(browser, "session_not_found").map_err(during)?;
            same("what is said", (error.said("code"), error.said("view")), (code, view))?;
            expect("the page's own words stand there", shows_slot(browser)?)?;
            same("its state", &*state(browser)?, "failed")?;
        }
    }
    // Without words of the page there is a link to the page that says more.
    two_lines(
        stage,
        &portal,
        "000000".parse().map_err(|_| crate::failure::Failure::new("no code"))?,
        "answer",
    )?;
    hears_error(browser, "session_not_found")?;
    let link = browser.find(inside(css("slot a")))?;
    same("where it leads", link.attribute("href")?, Some(format!("{}/s/000000", stage.server.origin())))?;
    expect("it is seen", link.is_seen()?)
}

fn a_view_that_is_none_leaves_the_slot(stage: &Stage) -> Outcome {
    let (portal, session) = (portal(stage)?, stage.session(State::Open)?);
    two_lines(stage, &portal, session.code, "graph")?;
    hears_error(&stage.browser, "unknown_view")?;
    expect("there is a link", stage.browser.find(inside(css("slot a")))?.is_seen()?)
}

fn an_endpoint_that_is_away_comes_back_by_itself(stage: &Stage) -> Outcome {
    let (portal, session, gate) = (portal(stage)?, finished(stage)?, stage.gate()?);
    let browser = &stage.browser;
    for view in VIEWS {
        gate.set("/api/", Rule::Refuse);
        let element =
            format!("<furikaeri-session code={} view={view}>{OWN_WORDS}</furikaeri-session>", session.code);
        open(browser, &portal, &(first_line(&gate.origin()) + &element))?;
        let during = |failure: crate::failure::Failure| failure.during(view);
        hears_error(browser, "unreachable").map_err(during)?;
        expect("the page's own words stand there", shows_slot(browser)?)?;
        gate.lift("/api/");
        hears_of(browser, "ready").map_err(during)?;
        expect("the page's own words are gone", !shows_slot(browser)?)?;
    }
    Ok(())
}

fn a_page_that_is_no_portal_is_told_so(stage: &Stage) -> Outcome {
    let (stranger, session) = (unlisted()?, answered(stage)?);
    stage.server.list_portals(&["https://www.city.example.lg.jp"])?;
    for view in VIEWS {
        two_lines(stage, &stranger, session.code, view)?;
        hears_error(&stage.browser, "portal_not_listed").map_err(|failure| failure.during(view))?;
        expect("a link to the page stands there", stage.browser.find(inside(css("slot a")))?.is_seen()?)?;
        let ready = heard(&stage.browser)?.iter().any(|event| event.name == "ready");
        expect("nothing is shown", !ready)?;
    }
    Ok(())
}

fn a_policy_without_wasm_is_told_so(stage: &Stage) -> Outcome {
    let (portal, session) = (portal(stage)?, answered(stage)?);
    let host = stage.server.origin();
    let body = first_line(&host) + &second_line(session.code, "answer");
    for policy in [
        format!("default-src 'self'; script-src 'self' {host}; connect-src {host}"),
        format!("default-src 'self'; script-src 'self' {host} 'wasm-unsafe-eval'"),
    ] {
        let headers = vec![("content-security-policy", policy.clone())];
        portal.sends("/", Page { headers, text: page(&body), ..Page::default() });
        portal.sends("/ears.js", script(super::EARS));
        stage.browser.open(&portal.url("/"))?;
        let error = hears_error(&stage.browser, "blocked").map_err(|failure| failure.during(&policy))?;
        expect("it says what the browser said", !error.said("cause").is_empty())?;
        expect("there is a link", stage.browser.find(inside(css("slot a")))?.is_seen()?)?;
    }
    Ok(())
}

fn colours_that_cannot_be_read_are_refused(stage: &Stage) -> Outcome {
    let (portal, session) = (portal(stage)?, answered(stage)?);
    let browser = &stage.browser;
    two_lines(stage, &portal, session.code, "answer")?;
    hears_of(browser, "ready")?;
    let theme = || browser.find(inside(css(".embed")))?.attribute("data-theme");
    same("the theme", theme()?.as_deref(), Some("light"))?;
    let colours = |colours: Value| {
        run(browser, "const element = document.querySelector(arguments[0]);
        for (const [name, colour] of Object.entries(arguments[1])) element.style.setProperty(`--furikaeri-${name}`, colour);
        heard.length = 0; element.reload()", json!([ELEMENT, colours]))
    };
    colours(json!({ "accent": "rgb(0 90 40)", "ink": "hsl(30 20% 15%)" }))?;
    hears_of(browser, "ready")?;
    same("the theme", theme()?.as_deref(), Some("portal"))?;
    let accent = browser.find(inside(css(".axis-name")))?.style("color")?;
    same("the accent", &*accent, "rgb(0, 90, 40)")?;
    browser.picture()?;
    // 4.47:1 on white, which is not enough by a hair.
    colours(json!({ "ink-quiet": "#777" }))?;
    let refused = hears_error(browser, "theme_contrast")?;
    let pairs = refused.detail.get("pairs").and_then(Value::as_array).cloned().unwrap_or_default();
    let pair = super::only(pairs, "pair of colours")?;
    same(
        "which pair",
        (pair.get("text"), pair.get("under")),
        (Some(&json!("ink-quiet")), Some(&json!("ground"))),
    )?;
    let ratio = pair.get("ratio").and_then(Value::as_f64).unwrap_or_default();
    expect("it says the contrast", (4.4..4.5).contains(&ratio))?;
    hears(browser, "that it is there all the same", |event| event.name == "ready")?;
    same("the theme", theme()?.as_deref(), Some("light"))
}

/// Whether what stands in the slot is on the page for a person to see.
fn shows_slot(browser: &Browser) -> Outcome<bool> {
    let script = "const [slot, page] = ['slot', '.embed'].map(part =>
            document.querySelector(arguments[0]).shadowRoot.querySelector(part));
        if (slot.hidden !== page.checkVisibility()) throw new Error('either the slot or the session is seen');
        return !slot.hidden";
    browser.script(script, json!([ELEMENT]))
}

fn state(browser: &Browser) -> Outcome<String> {
    browser.script("return document.querySelector(arguments[0]).state", json!([ELEMENT]))
}

/// Not even between two languages, of which the other does not come.
fn a_form_is_never_sent_to_the_page_around(stage: &Stage) -> Outcome {
    let (portal, session, gate) = (portal(stage)?, stage.session(State::Open)?, stage.gate()?);
    let browser = &stage.browser;
    open(browser, &portal, &(first_line(&gate.origin()) + &second_line(session.code, "answer")))?;
    browser.sees(inside(button(words::SEND)))?;
    let address = browser.address()?;
    gate.set("/form", Rule::Refuse);
    let english = || inside(css(".languages [lang=en]"));
    browser.tap(english())?;
    browser.tap(english())?;
    browser.tap(choice("理解度", "理解できた"))?;
    browser.tap(inside(button(words::SEND)))?;
    browser.tap(inside(button(words::SEND_ANYWAY)))?;
    hears(browser, "that it is answered", |event| event.name == "answered")?;
    gate.lift("/form");
    browser.sees(inside(css("[data-screen][lang=en]")))?;
    same("the page around", browser.address()?, address)?;
    same("the ballots stored", stage.api.session(session.code)?.ballots, 1)
}
