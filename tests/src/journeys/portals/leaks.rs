//! What stays of elements that were taken away: nothing.

use serde_json::json;
use words::ja::answer as words;

use super::{answered, finished, first_line, inside, open, portal, run, two_lines};
use crate::{
    browser::Browser,
    by::{button, heading},
    failure::{Failure, Outcome, expect, same},
    journeys::{DESK, Journey, journeys},
    leaks::Held,
    stage::Stage,
    wait,
};

pub(crate) const JOURNEYS: &[Journey] = journeys!(scripts: true, DESK, [
    what_is_taken_away_leaves_nothing,
    what_is_taken_away_before_it_came_leaves_nothing,
]);

/// So often elements come and go before the first look, after which nothing may grow.
const FIRST: u32 = 10;
/// And so often in all.
const ALL: u32 = 60;
/// As many as one script lives to see on a slow machine.
const AT_ONCE: u32 = 5;
/// What an engine may hold on to for a while, whoever made it. A single node of each time would be as many as `ALL - FIRST`.
const SLACK: u64 = 20;

/// The step in which a program's memory grows, in bytes.
const WASM_PAGE: u64 = 65_536;

const COME_AND_GO: &str = "const round = async (shows, waits) => {
        const elements = shows.map(([view, code]) =>
            Object.assign(document.createElement('furikaeri-session'), { view, code }));
        const ready = elements.map(element =>
            new Promise(ready => element.addEventListener('furikaeri-ready', ready, { once: true })));
        document.body.append(...elements);
        if (waits) await Promise.all(ready);
        else await new Promise(next => setTimeout(next, 0));
        elements.forEach(element => element.remove());
        await new Promise(next => setTimeout(next, 0));
        window.heard.length = 0;
    };
    const [shows, waits, times, done] = arguments;
    const all = async () => { for (let time = 0; time < times; time += 1) await round(shows, waits) };
    all().then(() => done(null), error => done(String(error)))";

/// Has the page itself ask how many bytes of memory each program has taken: a driver's script imports nothing.
const MEASURE: &str = "
    const names = performance.getEntriesByType('resource').map(({ name }) => name);
    const programs = [...new Set(names.filter(name => /\\/(answer|board)-[0-9a-f]+\\.js$/.test(name)))];
    delete document.body.dataset.memory;
    const line = document.createElement('script');
    line.type = 'module';
    line.text = `const bytes = ${JSON.stringify(programs)}.map(async name =>
        (await (await import(name)).default()).memory.buffer.byteLength);
        document.body.dataset.memory = JSON.stringify(await Promise.all(bytes));`;
    document.body.append(line);
    line.remove()";

fn what_is_taken_away_leaves_nothing(stage: &Stage) -> Outcome {
    leaves_nothing(stage, true)
}

fn what_is_taken_away_before_it_came_leaves_nothing(stage: &Stage) -> Outcome {
    leaves_nothing(stage, false)
}

fn leaves_nothing(stage: &Stage, waits: bool) -> Outcome {
    let (portal, gate) = (portal(stage)?, stage.gate()?);
    let (open_one, done, over) = (answered(stage)?, answered(stage)?, finished(stage)?);
    let page = &stage.browser;
    // What this browser has answered follows the bars at once.
    two_lines(stage, &portal, done.code, "answer")?;
    page.tap(inside(button(words::SEND)))?;
    page.tap(inside(button(words::SEND_ANYWAY)))?;
    page.sees(inside(heading(words::SENT)))?;
    open(page, &portal, &first_line(&gate.origin()))?;
    let shows = json!([
        ["answer", open_one.code],
        ["answer", done.code],
        ["results", open_one.code],
        ["board", open_one.code],
        ["table", over.code],
    ]);
    let come_and_go = |times: u32| {
        for _ in 0..times / AT_ONCE {
            let failed = page.session().run_until_called(COME_AND_GO, json!([shows, waits, AT_ONCE]))?;
            same("what failed", failed, serde_json::Value::Null)?;
        }
        page.wait_for("no stream is open", |_| Ok(gate.under_way("/live") == 0))?;
        page.wait_for("no call is open", |_| Ok(gate.under_way("/api/") == 0))
    };
    come_and_go(FIRST)?;
    let (held, memory) = (page.held()?, memory(page)?);
    come_and_go(ALL - FIRST)?;
    let streams = gate.seen().iter().filter(|seen| seen.path.contains("/live")).count();
    // Some are taken away before they are sent.
    expect(&format!("streams were opened: {streams}"), !waits || streams >= ALL as usize)?;
    if let Some(before) = held {
        // What was under way when its element went holds on to it until it ends.
        wait::until("all of it is let go", wait::PATIENCE, || is_no_more(before, page.held()?).map(Some))?;
    }
    let later = self::memory(page)?;
    same("programs", memory.len(), 2)?;
    // How many are under way at once is chance, where none is waited for.
    let chance = if waits { 0 } else { 2 * WASM_PAGE };
    let grown = later.iter().zip(&memory).any(|(later, before)| *later > before + chance);
    expect(&format!("the programs take no more memory: {memory:?}, later {later:?}"), !grown)
}

fn memory(page: &Browser) -> Outcome<Vec<u64>> {
    run(page, MEASURE, json!([]))?;
    wait::until("the memory is known", wait::PATIENCE, || {
        let known: Option<String> = page.script("return document.body.dataset.memory ?? null", json!([]))?;
        Ok(known.map(|bytes| serde_json::from_str(&bytes)).transpose()?)
    })
}

fn is_no_more(before: Held, after: Option<Held>) -> Outcome {
    let after = after.unwrap_or(before);
    let pairs = [
        (before.documents, after.documents),
        (before.nodes, after.nodes),
        (before.listeners, after.listeners),
    ];
    if pairs.iter().all(|(before, after)| *after <= before + SLACK) {
        return Ok(());
    }
    Err(Failure::new(format!(
        "the page holds more after {ALL} times than after {FIRST}: {before:?} {after:?}"
    )))
}
