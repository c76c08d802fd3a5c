//! A portal's page that changes while the element is in it.

use serde_json::json;
use survey::State;
use words::ja::answer as words;

use super::{
    ELEMENT, answered, choice, finished, first_line, heard, hears, hears_error, hears_times, inside, open,
    portal, run, second_line, two_lines,
};
use crate::{
    by::{button, css},
    failure::{Outcome, expect, same},
    journeys::{Journey, PHONE, journeys},
    stage::Stage,
};

pub(crate) const JOURNEYS: &[Journey] = journeys!(scripts: true, PHONE, [
    attributes_may_change_while_it_stands_there,
    what_a_page_sets_before_the_script_comes_holds,
    the_script_may_come_twice,
    an_element_that_is_moved_keeps_what_is_half_written,
    an_element_that_comes_back_finds_what_was_half_written,
    a_single_page_portal_comes_and_goes,
    an_element_speaks_the_language_it_is_given,
]);

/// Words that only an English form has.
const SEND_IN_ENGLISH: &str = "Send my answers";

fn attributes_may_change_while_it_stands_there(stage: &Stage) -> Outcome {
    let (portal, session, other) = (portal(stage)?, answered(stage)?, answered(stage)?);
    let page = &stage.browser;
    two_lines(stage, &portal, session.code, "answer")?;
    page.sees(inside(button(words::SEND)))?;
    set(stage, "view", "results")?;
    hears(page, "the results", |event| event.said("view") == "results")?;
    page.sees(inside(css(".portal-bars .result")))?;
    page.sees_no(inside(button(words::SEND)))?;
    set(stage, "code", &other.code.to_string())?;
    hears(page, "the other", |event| event.name == "ready" && event.said("code") == other.code.to_string())?;
    set(stage, "code", "000000")?;
    hears_error(page, "session_not_found")?;
    let state: String = page.script("return document.querySelector(arguments[0]).state", json!([ELEMENT]))?;
    same("its state", &*state, "failed")?;
    // A property is its attribute, and two changes at once are one.
    let before = heard(page)?.len();
    run(
        page,
        "const e = document.querySelector(arguments[0]); e.code = arguments[1]; e.view = 'board'",
        json!([ELEMENT, session.code]),
    )?;
    page.sees(inside(css(".board")))?;
    let since: Vec<_> = heard(page)?.into_iter().skip(before).map(|event| event.name).collect();
    same("what is heard of two changes", since, vec!["ready".to_owned()])?;
    let has: bool = page.script(
        "return document.querySelector(arguments[0]).getAttribute('view') === 'board'",
        json!([ELEMENT]),
    )?;
    expect("the property is the attribute", has)
}

fn what_a_page_sets_before_the_script_comes_holds(stage: &Stage) -> Outcome {
    let (portal, session) = (portal(stage)?, answered(stage)?);
    let page = &stage.browser;
    open(page, &portal, "<furikaeri-session>いま読み込んでいます</furikaeri-session>")?;
    let set = "const e = document.querySelector(arguments[0]); e.code = arguments[1]; e.view = 'results'";
    run(page, set, json!([ELEMENT, session.code]))?;
    page.reads("いま読み込んでいます")?;
    load(stage, "")?;
    hears(page, "the results", |event| event.name == "ready" && event.said("view") == "results")?;
    page.sees(inside(css(".portal-bars .result")))
}

fn the_script_may_come_twice(stage: &Stage) -> Outcome {
    let (portal, session) = (portal(stage)?, answered(stage)?);
    let page = &stage.browser;
    let line = first_line(&stage.server.origin());
    open(page, &portal, &[&*line, &line, &second_line(session.code, "answer")].concat())?;
    page.sees(inside(button(words::SEND)))?;
    for query in ["", "?ver=6.1", "?ver=6.2"] {
        load(stage, query)?;
    }
    run(page, "document.body.append(document.querySelector(arguments[0]).cloneNode())", json!([ELEMENT]))?;
    hears_times(page, "ready", 2)?;
    same("what is heard", heard(page)?.len(), 2)?;
    same("what the browser complains of", page.complaints()?, Vec::new())
}

fn an_element_that_is_moved_keeps_what_is_half_written(stage: &Stage) -> Outcome {
    let (portal, session) = (portal(stage)?, stage.session(State::Open)?);
    let page = &stage.browser;
    half_written(stage, &portal, session.code)?;
    run(
        page,
        "const a = document.body.appendChild(document.createElement('article'));
        a.append(document.querySelector(arguments[0]))",
        json!([ELEMENT]),
    )?;
    is_half_written(stage)?;
    run(page, "document.body.prepend(document.querySelector(arguments[0]))", json!([ELEMENT]))?;
    is_half_written(stage)?;
    same("how often it was made ready", heard(page)?.len(), 1)
}

fn an_element_that_comes_back_finds_what_was_half_written(stage: &Stage) -> Outcome {
    let (portal, session) = (portal(stage)?, stage.session(State::Open)?);
    let page = &stage.browser;
    half_written(stage, &portal, session.code)?;
    run(page, "window.taken = document.querySelector(arguments[0]); taken.remove()", json!([ELEMENT]))?;
    page.sees_no(css(ELEMENT))?;
    let empty: bool =
        page.script("return taken.shadowRoot.querySelector('.embed').childElementCount === 0", json!([]))?;
    expect("nothing is left in what was taken away", empty)?;
    run(page, "document.body.append(taken)", json!([]))?;
    hears_times(page, "ready", 2)?;
    is_half_written(stage)
}

fn a_single_page_portal_comes_and_goes(stage: &Stage) -> Outcome {
    const VISITS: &str = "const visit = async (views, code) => {
            const main = document.body.appendChild(document.createElement('main'));
            for (const view of views) {
                history.pushState({}, '', `/${view}`);
                const ready = new Promise(ready => main.addEventListener('furikaeri-ready', ready, { once: true }));
                main.innerHTML = `<furikaeri-session code='${code}' view='${view}'></furikaeri-session>`;
                // Some are left before they are there.
                if (view !== 'board') await ready;
                main.replaceChildren();
                await new Promise(next => setTimeout(next));
            }
            main.innerHTML = `<furikaeri-session code='${code}' view='results'></furikaeri-session>`;
        };
        const [views, code, done] = arguments;
        visit(views, code).then(() => done(null), done)";
    let (portal, session) = (portal(stage)?, finished(stage)?);
    let page = &stage.browser;
    open(page, &portal, &first_line(&stage.server.origin()))?;
    let views = ["answer", "board", "results", "answer", "table", "board", "results", "board", "answer"];
    page.session().run_until_called(VISITS, json!([views, session.code]))?;
    page.sees(inside(css(".portal-bars .result")))?;
    let last = heard(page)?.into_iter().filter(|event| event.name == "ready").count();
    same("how many were ready", last, views.len() - 3 + 1)?;
    same("what the browser complains of", page.complaints()?, Vec::new())
}

fn an_element_speaks_the_language_it_is_given(stage: &Stage) -> Outcome {
    let (portal, session) = (portal(stage)?, stage.session(State::Open)?);
    let page = &stage.browser;
    two_lines(stage, &portal, session.code, "answer")?;
    page.sees(inside(button(words::SEND)))?;
    let spoken = || -> Outcome<String> {
        let script = "return document.querySelector(arguments[0]).shadowRoot.querySelector('button').closest('[lang]').lang";
        page.script(script, json!([ELEMENT]))
    };
    same("its language", &*spoken()?, "ja")?;
    set(stage, "language", "en")?;
    page.sees(inside(button(SEND_IN_ENGLISH)))?;
    same("its language", &*spoken()?, "en")?;
    // Where the element says nothing, the page around it does.
    run(
        page,
        "document.documentElement.lang = 'en-GB'; document.querySelector(arguments[0]).removeAttribute('language')",
        json!([ELEMENT]),
    )?;
    hears_times(page, "ready", 3)?;
    page.sees(inside(button(SEND_IN_ENGLISH)))
}

fn set(stage: &Stage, attribute: &str, value: &str) -> Outcome {
    let script = "document.querySelector(arguments[0]).setAttribute(arguments[1], arguments[2])";
    run(&stage.browser, script, json!([ELEMENT, attribute, value]))
}

/// Loads the element's script as a tag manager does.
fn load(stage: &Stage, query: &str) -> Outcome {
    let script = "const [url, done] = arguments, line = document.createElement('script');
        line.type = 'module'; line.src = url; line.onload = () => done(true); line.onerror = () => done(false);
        document.head.append(line)";
    let url = format!("{}/embed.js{query}", stage.server.origin());
    let came = stage.browser.session().run_until_called(script, json!([url]))?;
    expect("the script comes", came == true)
}

fn half_written(stage: &Stage, portal: &crate::portal::Portal, code: survey::Code) -> Outcome {
    two_lines(stage, portal, code, "answer")?;
    stage.browser.tap(choice("理解度", "理解できた"))?;
    stage.browser.write(inside(css("[name=comment]")), "書きかけ")
}

fn is_half_written(stage: &Stage) -> Outcome {
    let page = &stage.browser;
    expect("the choice is there", page.find(choice("理解度", "理解できた"))?.is_chosen()?)?;
    same("the comment", &*page.find(inside(css("[name=comment]")))?.value()?, "書きかけ")
}
