//! Without an endpoint: the page that is one file lies on somebody's web space, in a folder. A year is planned there, a device
//! takes answers, paper is added, and the report is printed, and nothing is asked for once the page is there.

use std::{
    fs,
    path::{Path, PathBuf},
};

use ::words::ja::{answer, collected, desk as words, kiosk, programmes, report, saving, scan};
use serde_json::json;
use survey::wire::Merged;

use super::{DESK, Journey, journeys, organiser::Files};
use crate::{
    browser::Browser,
    by::{By, button, css, group, heading, link, radio},
    engines::{Engine, Wish},
    failure::{Failure, Outcome, expect, same},
    portal::{Page, Portal},
    stage::Stage,
};

pub(super) const JOURNEYS: &[Journey] = journeys!(scripts: true, DESK, [
    without_an_endpoint_a_year_is_planned_answered_and_printed,
    a_device_for_all_keeps_nothing_of_the_last_person,
    a_device_that_somebody_left_asks_and_then_forgets,
    files_of_several_devices_add_up,
    a_file_that_would_remove_answers_asks_first,
    without_an_endpoint_nobody_is_kept_out,
]);

/// WebKit starts no worker there, so that files of answers cannot be read; docs/LOCAL.md names the other two.
pub(super) const FROM_A_FOLDER: &[Journey] = &[Journey {
    name: "without_an_endpoint_and_a_host_it_opens_from_a_folder",
    screens: DESK,
    scripts: true,
    wish: Wish::None,
    engines: &[Engine::Chromium, Engine::Firefox],
    run: without_an_endpoint_and_a_host_it_opens_from_a_folder,
}];

/// Where the page lies: no host lets everybody use its root.
pub(super) const FOLDER: &str = "/kenshu/r7/";
const OTHER_FOLDER: &str = "/kenshu/door/";

/// A web space with the pages in both folders, which gives them out as any static host does.
pub(super) fn web_space(stage: &Stage) -> Outcome<Portal> {
    let portal = Portal::open()?;
    let html =
        |path: &Path| -> Outcome<Page> { Ok(Page { text: fs::read_to_string(path)?, ..Page::default() }) };
    let (page, ticket) = (html(stage.alone()?)?, html(&stage.ticket_page()?)?);
    for folder in [FOLDER, OTHER_FOLDER] {
        portal.sends(folder, page.clone());
        portal.sends(&format!("{folder}index.html"), page.clone());
        portal.sends(&format!("{folder}ticket.html"), ticket.clone());
    }
    Ok(portal)
}

/// Opens the page there.
pub(super) fn opens(desk: &Browser, web: &Portal, folder: &str) -> Outcome {
    desk.open(&web.url(folder))?;
    desk.sees(heading(saving::SAVING))
}

/// Goes to a screen of the page that is open, as a link to it would.
pub(super) fn goes(page: &Browser, path: &str) -> Outcome {
    page.script::<()>("location.hash = arguments[0]", json!([path]))
}

/// Plans a programme of one session and opens it; its code.
pub(super) fn plans_and_opens(desk: &Browser) -> Outcome<String> {
    goes(desk, "/desk&view=import")?;
    desk.find(css("[name=paste]"))?.paste("事業,開催名,開催日\n業務改善,第1回,2025年6月4日（水）\n")?;
    desk.tap(button(&programmes::make_sessions(1)))?;
    desk.sees(heading(&programmes::made(1)))?;
    goes(desk, "/desk")?;
    desk.tap(css(".desk-list tbody button"))?;
    desk.tap(button(words::OPEN))?;
    desk.sees(css(".state[data-state=open]"))?;
    let address = desk.address()?;
    let code = address.split("session=").nth(1).map(|rest| rest.chars().take(6).collect());
    code.ok_or_else(|| Failure::new(format!("no session's code in {address}")))
}

/// One person answers on the device.
pub(super) fn answers(device: &Browser, understanding: &str, comment: &str) -> Outcome {
    device.sees(css("[data-app][data-stage=writing]"))?;
    for (axis, choice) in
        [("理解度", understanding), ("役立ち度", "役に立つ"), ("習得度", "実践できる"), ("満足度", "満足")]
    {
        device.tap(choice_of(axis, choice))?;
    }
    if !comment.is_empty() {
        device.write(css("[name=comment]"), comment)?;
    }
    device.tap(button(answer::SEND))?;
    device.sees(heading(kiosk::THANKS))
}

fn choice_of(axis: &str, choice: &str) -> By {
    radio(choice).within(group(axis))
}

pub(super) fn next_person(device: &Browser) -> Outcome {
    device.tap(button(kiosk::NEXT))?;
    device.sees(css("[data-app][data-stage=writing]"))
}

fn without_an_endpoint_a_year_is_planned_answered_and_printed(stage: &Stage) -> Outcome {
    let (web, page) = (web_space(stage)?, &stage.browser);
    opens(page, &web, FOLDER)?;
    page.picture()?;
    let code = plans_and_opens(page)?;
    // Another window of this browser follows.
    let board = format!("{}#/board/{code}", web.url(FOLDER));
    page.script::<()>(
        "document.body.append(Object.assign(document.createElement('iframe'), { src: arguments[0] }))",
        json!([board]),
    )?;
    let seen_there = "return document.querySelector('iframe').contentDocument.querySelector('.board-count b')?.textContent ?? ''";
    page.wait_for("the board is there", |page| Ok(page.script::<String>(seen_there, json!([]))? == "0"))?;
    page.requests()?;
    let before = page.requests()?;

    // The network is gone from here on.
    drop(web);
    goes(page, &format!("/kiosk/{code}"))?;
    for person in 0..5 {
        answers(
            page,
            if person < 3 { "とても理解できた" } else { "どちらでもない" },
            &format!("ひとこと{person}"),
        )?;
        if person < 4 {
            next_person(page)?;
        }
    }
    page.picture()?;
    page.wait_for("the board has followed", |page| Ok(page.script::<String>(seen_there, json!([]))? == "5"))?;
    page.script::<()>("document.querySelector('iframe').remove()", json!([]))?;
    goes(page, &format!("/desk&session={code}"))?;
    page.tap(button(words::END))?;
    page.sees(css(".state[data-state=closed]"))?;
    page.reads("60%が「とても理解できた」と回答")?;
    page.tap(button(collected::PAPER))?;
    page.write(css("[name=paper-sheets]"), "3")?;
    page.write(css("[name=paper-understanding-0]"), "3")?;
    page.tap(button(collected::ADD_PAPER))?;
    page.reads(&collected::paper_added(collected::PAPER_DEFAULT, 3))?;
    page.picture()?;
    goes(page, "/desk&view=programmes")?;
    page.tap(link(programmes::REPORT))?;
    page.sees(heading(report::OVERVIEW))?;
    page.sees(css(".report-sheet[data-measured=true]"))?;
    page.reads("会場の端末 5件、紙 3件")?;
    page.picture()?;
    page.script::<()>(
        "window.saved = []; const make = URL.createObjectURL;
        URL.createObjectURL = blob => { saved.push(blob.size); return make(blob) }",
        json!([]),
    )?;
    for (number, file) in
        [report::XLSX, report::CSV, report::CSV_SHIFT_JIS, report::JSON].into_iter().enumerate()
    {
        page.tap(button(file))?;
        page.wait_for(file, |page| {
            let sizes: Vec<u32> = page.script("return saved", json!([]))?;
            Ok(sizes.len() > number && sizes.iter().all(|size| *size > 100))
        })?;
    }
    if let Some(pdf) = page.print("portrait")? {
        expect("it is printed", pdf.starts_with(b"%PDF"))?;
    }
    same("what was asked for since", page.requests()?.difference(&before).count(), 0)
}

fn a_device_for_all_keeps_nothing_of_the_last_person(stage: &Stage) -> Outcome {
    const SECRET: &str = "ここだけの話";
    let (web, page) = (web_space(stage)?, &stage.browser);
    opens(page, &web, FOLDER)?;
    let code = plans_and_opens(page)?;
    let kiosk = format!("{}#/kiosk/{code}", web.url(FOLDER));
    goes(page, &format!("/kiosk/{code}"))?;
    answers(page, "理解できた", SECRET)?;
    page.picture()?;
    let traces = "return [document.documentElement.outerHTML, JSON.stringify(localStorage), JSON.stringify(sessionStorage)].join()";
    let none = |page: &Browser| {
        expect("nothing is left", !page.script::<String>(traces, json!([]))?.contains(SECRET))
    };
    none(page)?;
    next_person(page)?;
    none(page)?;
    same("the comment", page.find(css("[name=comment]"))?.value()?.as_str(), "")?;
    // Whoever goes away in the middle, and somebody loads the page anew.
    page.write(css("[name=comment]"), SECRET)?;
    page.tap(choice_of("理解度", "理解できた"))?;
    page.open(&web.url("/"))?;
    page.open(&kiosk)?;
    page.sees(css("[data-app][data-stage=writing]"))?;
    same("the comment", page.find(css("[name=comment]"))?.value()?.as_str(), "")?;
    expect("nothing is chosen", !page.has(&css("[data-screen] :checked"))?)?;
    page.picture().map(drop)
}

fn a_device_that_somebody_left_asks_and_then_forgets(stage: &Stage) -> Outcome {
    // Its minutes pass a hundred times as fast.
    const FAST: &str = "const slow = window.setTimeout;
        window.setTimeout = (then, after, ...more) => slow(then, after / 100, ...more)";
    let (web, page) = (web_space(stage)?, &stage.browser);
    opens(page, &web, FOLDER)?;
    let code = plans_and_opens(page)?;
    page.script::<()>(FAST, json!([]))?;
    goes(page, &format!("/kiosk/{code}"))?;
    page.sees(css("[data-app][data-stage=writing]"))?;
    page.write(css("[name=comment]"), "途中まで")?;
    page.sees(css(".kiosk-asking"))?;
    page.reads(kiosk::ASKING)?;
    // Nobody answers.
    page.wait_for("the form is fresh", |page| {
        page.script("return document.querySelector('[name=comment]')?.value === ''", json!([]))
    })?;
    page.sees_no(css(".kiosk-asking:not([hidden])"))
}

fn a_file_that_would_remove_answers_asks_first(stage: &Stage) -> Outcome {
    let (web, page, files) = (web_space(stage)?, &stage.browser, Files::new()?);
    opens(page, &web, FOLDER)?;
    let code = plans_and_opens(page)?;
    let plan = saves(page, &files, "plan.json")?;
    // The office seals while the door's device still has an answer.
    goes(page, &format!("/desk&session={code}"))?;
    page.tap(button(words::END))?;
    page.sees(css(".state[data-state=closed]"))?;
    page.tap(button(words::SEAL))?;
    page.tap(button(words::SEAL_YES))?;
    page.sees(css(".state[data-state=sealed]"))?;
    let sealed = saves(page, &files, "sealed.json")?;
    opens(page, &web, OTHER_FOLDER)?;
    takes_in(page, &plan)?;
    has_taken_in(page, 0)?;
    goes(page, &format!("/kiosk/{code}"))?;
    answers(page, "理解できた", "入口から")?;
    goes(page, "/desk")?;
    page.script::<()>("window.confirm = (text) => { window.asked = text; return false }", json!([]))?;
    takes_in(page, &sealed)?;
    page.reads(saving::LEFT)?;
    same("asked", page.script::<String>("return window.asked", json!([]))?.as_str(), saving::WOULD_LOSE)?;
    goes(page, &format!("/desk&session={code}"))?;
    page.reads("回答した人 1人")?;
    page.sees(css(".state[data-state=open]"))?;
    // Who is sure gets it.
    goes(page, "/desk")?;
    page.script::<()>("window.confirm = () => true", json!([]))?;
    takes_in(page, &sealed)?;
    has_taken_in(page, 0)?;
    goes(page, &format!("/desk&session={code}"))?;
    page.sees(css(".state[data-state=sealed]"))?;
    page.reads("回答した人 0人")
}

fn files_of_several_devices_add_up(stage: &Stage) -> Outcome {
    let (web, page, files) = (web_space(stage)?, &stage.browser, Files::new()?);
    opens(page, &web, FOLDER)?;
    let code = plans_and_opens(page)?;
    let plan = saves(page, &files, "plan.json")?;
    // The door's device takes the plan in, and two people answer there.
    opens(page, &web, OTHER_FOLDER)?;
    takes_in(page, &plan)?;
    has_taken_in(page, 0)?;
    goes(page, &format!("/kiosk/{code}"))?;
    answers(page, "とても理解できた", "入口から")?;
    next_person(page)?;
    answers(page, "理解できた", "")?;
    let door = saves(page, &files, "door.json")?;
    // The office has three more, and takes in the door's, twice.
    opens(page, &web, FOLDER)?;
    goes(page, &format!("/kiosk/{code}"))?;
    for _ in 0..3 {
        answers(page, "理解できた", "")?;
        next_person(page)?;
    }
    goes(page, "/desk")?;
    for new in [2, 0] {
        takes_in(page, &door)?;
        has_taken_in(page, new)?;
    }
    page.picture()?;
    let other = files.with("other.json", "{}")?;
    takes_in(page, &other)?;
    page.reads(saving::NOT_OURS)?;
    // An endpoint takes it in, too, and nothing is lost on the way.
    let office = saves(page, &files, "office.json")?;
    super::organiser::at(stage, "")?;
    takes_in(page, &office)?;
    has_taken_in(page, 5)?;
    super::organiser::at(stage, &format!("&session={code}"))?;
    page.reads("回答した人 5人")?;
    page.picture().map(drop)
}

/// Saves everything to a file, as the button does; where it is.
fn saves(page: &Browser, files: &Files, name: &str) -> Outcome<PathBuf> {
    // What a browser does with a download is its own; what it is given is seen here.
    const HOOK: &str = "delete document.documentElement.dataset.saved;
        const make = window.makeUrl ??= URL.createObjectURL.bind(URL);
        URL.createObjectURL = blob => { blob.text().then(text => document.documentElement.dataset.saved = text); return make(blob) }";
    goes(page, "/desk")?;
    page.sees(heading(saving::SAVING))?;
    page.script::<()>(HOOK, json!([]))?;
    page.tap(button(saving::SAVE_ALL).within(css(".desk-saving")))?;
    let saved = || page.script::<String>("return document.documentElement.dataset.saved ?? ''", json!([]));
    page.wait_for("the file is made", |_| Ok(!saved()?.is_empty()))?;
    page.sees(css(".desk-all-saved"))?;
    files.with(name, saved()?)
}

/// The desk says that it took a file of one session in, and with it so many new answers.
fn has_taken_in(page: &Browser, ballots: u32) -> Outcome {
    page.reads(&saving::merged(&Merged { programmes: 1, sessions: 1, ballots, missing: 0 }))
}

fn takes_in(page: &Browser, file: &Path) -> Outcome {
    page.sees(heading(saving::SAVING))?;
    page.find(css(".desk-saving input[type=file]"))?.choose_file(file)
}

fn without_an_endpoint_nobody_is_kept_out(stage: &Stage) -> Outcome {
    let (web, page) = (web_space(stage)?, &stage.browser);
    opens(page, &web, FOLDER)?;
    page.is_accessible()?;
    let code = plans_and_opens(page)?;
    page.is_accessible()?;
    goes(page, &format!("/board/{code}"))?;
    page.reads(scan::BOARD_TICKET)?;
    page.is_accessible()?;
    page.picture()?;
    goes(page, &format!("/kiosk/{code}"))?;
    page.sees(css("[data-app][data-stage=writing]"))?;
    page.is_accessible()?;
    answers(page, "理解できた", "")?;
    page.is_accessible()
}

fn without_an_endpoint_and_a_host_it_opens_from_a_folder(stage: &Stage) -> Outcome {
    let (page, files) = (&stage.browser, Files::new()?);
    let file = files.with("index.html", fs::read(stage.alone()?)?)?;
    page.open(&format!("file://{}", file.display()))?;
    page.sees(heading(saving::SAVING))?;
    goes(page, "/desk&view=import")?;
    // Read by the worker, which is in the page.
    let plan = files.with("plan.csv", "事業,開催名,開催日\n業務改善,第1回,2025年6月4日（水）\n")?;
    page.find(css("input[type=file]"))?.choose_file(&plan)?;
    page.tap(button(&programmes::make_sessions(1)))?;
    page.sees(heading(&programmes::made(1)))?;
    // Once is enough, though the file brings what opens tickets into being.
    saves(page, &files, "plan.json")?;
    page.reload()?;
    goes(page, "/desk")?;
    page.sees(css(".desk-list tbody tr"))?;
    page.picture()?;
    // No phone can open a folder of this machine, so that none is invited until it is said what phones can open.
    page.tap(css(".desk-list tbody button"))?;
    page.reads(scan::NO_PHONE_PAGE)?;
    let address = page.address()?;
    let code = address.split("session=").nth(1).and_then(|rest| rest.get(..6)).unwrap_or_default();
    goes(page, &format!("/board/{code}"))?;
    page.sees(css(".board"))?;
    expect("there is no QR code", !page.has(&css(".board .qr"))?)?;
    goes(page, "/desk&view=programmes")?;
    page.tap(link(programmes::REPORT))?;
    page.sees(css(".report-sheet[data-measured=true]"))
}
