//! Phones that can send nothing: the session comes in a QR code, and answers go as tickets that phones show to the desk's camera,
//! or hand over as files, or read aloud.

use std::path::Path;

use ::words::ja::{answer, board, collected, desk as words, programmes, report, scan, ticket as phone_words};
use serde_json::json;
use survey::{Ballot, BallotId, Questionnaire, wire};
use ticket::{Invitation, KeyPair, Ticket};

use super::{
    DESK, Journey,
    alone::{FOLDER, answers, goes, next_person, opens, plans_and_opens, web_space},
    journeys,
    organiser::Files,
};
use crate::{
    browser::Browser,
    by::{button, css, group, heading, link, radio},
    engines::{Engine, Wish},
    failure::{Failure, Outcome, expect, same},
    office,
    portal::{Page, Portal},
    qr,
    screen::Screen,
    stage::Stage,
};

pub(super) const JOURNEYS: &[Journey] = journeys!(scripts: true, DESK, [
    a_phone_that_sends_nothing_hands_over_a_ticket,
    a_ticket_of_many_words_is_several_codes,
    what_is_no_ticket_of_this_session_is_named,
]);

/// Only Chromium has a camera that shows what it is told.
pub(super) const BY_CAMERA: &[Journey] = &[Journey {
    name: "without_a_network_ten_phones_a_device_and_paper_make_one_report",
    screens: DESK,
    scripts: true,
    wish: Wish::None,
    engines: &[Engine::Chromium],
    run: without_a_network_ten_phones_a_device_and_paper_make_one_report,
}];

const AXES: [&str; 4] = ["理解度", "役立ち度", "習得度", "満足度"];
const FIRST: [&str; 4] = ["とても理解できた", "とても役に立つ", "実践できる", "大いに満足"];

/// The address in the session's QR code, as another program reads it off the desk.
fn invitation(desk: &Browser, code: &str) -> Outcome<String> {
    goes(desk, &format!("/desk&session={code}"))?;
    desk.sees(css(".desk-tickets svg"))?;
    desk.script::<()>("document.querySelector('.desk-tickets').scrollIntoView()", json!([]))?;
    seen(desk)
}

/// What the QR code on a screen says, as another program reads it.
fn seen(screen: &Browser) -> Outcome<String> {
    screen.is_drawn()?;
    qr::read(&screen.picture()?)
}

/// Somebody answers on the phone: the first choice of each axis, or of the first only.
fn makes_a_ticket(phone: &Browser, address: &str, axes: usize, comment: &str) -> Outcome {
    phone.open(address)?;
    phone.sees(css("[data-app][data-stage=writing]"))?;
    for (axis, choice) in AXES.into_iter().zip(FIRST).take(axes) {
        phone.tap(radio(choice).within(group(axis)))?;
    }
    if !comment.is_empty() {
        phone.write(css("[name=comment]"), comment)?;
    }
    phone.tap(button(phone_words::MAKE))?;
    if axes < AXES.len() {
        phone.tap(button(phone_words::MAKE_ANYWAY))?;
    }
    phone.sees(heading(phone_words::SHOW))
}

/// Another phone: nothing is left of the last one.
fn is_another_phone(phone: &Browser, web: &Portal) -> Outcome {
    phone.script::<()>("localStorage.clear()", json!([]))?;
    phone.open(&web.url("/favicon.ico"))
}

/// What came of what was taken last.
fn says(desk: &Browser, said: &str) -> Outcome {
    desk.wait_for(said, |desk| Ok(desk.find(css(".scan-said"))?.text()? == said))
}

fn takes_files(desk: &Browser, file: &Path) -> Outcome {
    desk.find(css("[name=tickets]"))?.choose_file(file)
}

fn counts(desk: &Browser, which: &str, count: u32) -> Outcome {
    desk.wait_for(&format!("{which} {count}"), |desk| Ok(desk.find(css(which))?.text()? == count.to_string()))
}

fn a_phone_that_sends_nothing_hands_over_a_ticket(stage: &Stage) -> Outcome {
    let (web, desk, files) = (web_space(stage)?, &stage.browser, Files::new()?);
    opens(desk, &web, FOLDER)?;
    let code = plans_and_opens(desk)?;
    let address = invitation(desk, &code)?;
    expect(
        "the page lies beside the desk's",
        address.starts_with(&web.url(&format!("{FOLDER}ticket.html#"))),
    )?;
    let phone = stage.another_browser(Screen::Phone)?;
    phone.open(&address)?;
    phone.sees(css("[data-app][data-stage=writing]"))?;
    phone.reads("業務改善")?;
    phone.reads(phone_words::NOTICE)?;
    phone.is_accessible()?;
    phone.picture()?;
    let before = phone.requests()?;
    makes_a_ticket(&phone, &address, 3, "ありがとう")?;
    phone.is_accessible()?;
    // What another program reads on the phone's screen is a ticket that says nothing without the key.
    phone.is_drawn()?;
    let picture = phone.picture()?;
    let digits = qr::read(&picture)?;
    expect("digits alone", digits.bytes().all(|digit| digit.is_ascii_digit()))?;
    phone.tap(css("summary"))?;
    let short = phone.find(css(".ticket-short"))?.text()?;
    phone.picture()?;
    // It is there again after the page was closed.
    phone.reload()?;
    phone.sees(heading(phone_words::SHOW))?;
    phone.tap(link("English"))?;
    phone.sees(heading(::words::en::ticket::SHOW))?;
    phone.tap(link("日本語"))?;
    phone.sees(heading(phone_words::SHOW))?;

    goes(desk, &format!("/scan/{code}"))?;
    desk.sees(heading(scan::SCAN))?;
    desk.is_accessible()?;
    desk.write(css("[name=short]"), &short.to_lowercase())?;
    desk.tap(button(scan::ADD))?;
    says(desk, &scan::taken(1))?;
    // The ticket has more to say; the phone is still one.
    takes_files(desk, &picture)?;
    says(desk, scan::CORRECTED)?;
    // And the code has nothing to add to it.
    desk.write(css("[name=short]"), &short)?;
    desk.tap(button(scan::ADD))?;
    says(desk, scan::CODE_AGAIN)?;
    let file = files.with("ticket.txt", format!("{digits}\n"))?;
    takes_files(desk, &file)?;
    says(desk, scan::AGAIN)?;
    desk.reads(&scan::files(0, 1, 0))?;
    counts(desk, ".scan-total", 1)?;
    desk.picture()?;
    // A correction replaces it.
    phone.tap(button(answer::CORRECT))?;
    phone.sees(css("[data-app][data-stage=correcting]"))?;
    phone.tap(radio(FIRST[3]).within(group(AXES[3])))?;
    phone.tap(button(phone_words::MAKE_AGAIN))?;
    phone.sees(heading(phone_words::SHOW))?;
    phone.reads(phone_words::CORRECTED)?;
    // The desk knows it as what it is, though its page was loaded anew.
    desk.reload()?;
    desk.sees(heading(scan::SCAN))?;
    phone.is_drawn()?;
    takes_files(desk, &phone.picture()?)?;
    says(desk, scan::CORRECTED)?;
    counts(desk, ".scan-total", 1)?;
    takes_files(desk, &file)?;
    says(desk, scan::AGAIN)?;
    // The phone's owner lends it to somebody else.
    phone.script::<()>("window.confirm = () => true", json!([]))?;
    phone.tap(button(phone_words::FORGET))?;
    phone.sees(css("[data-app][data-stage=writing]"))?;
    expect("nothing is chosen", !phone.has(&css("[data-screen] :checked"))?)?;
    same("the comment", phone.find(css("[name=comment]"))?.value()?.as_str(), "")?;
    let asked: Vec<_> = phone.requests()?.difference(&before).cloned().collect();
    same("what the phone asked for", asked, Vec::<String>::new())
}

fn a_ticket_of_many_words_is_several_codes(stage: &Stage) -> Outcome {
    let (web, desk) = (web_space(stage)?, &stage.browser);
    opens(desk, &web, FOLDER)?;
    let code = plans_and_opens(desk)?;
    let address = invitation(desk, &code)?;
    let phone = stage.another_browser(Screen::Phone)?;
    // As little alike as a text can be: it hardly gets shorter.
    let comment: String = (0..500).filter_map(|number| char::from_u32(0x4e00 + number * 37)).collect();
    makes_a_ticket(&phone, &address, 4, &comment)?;
    phone.is_accessible()?;
    let parts: usize =
        phone.script("return document.querySelectorAll('div[data-part]').length", json!([]))?;
    expect("several codes", parts > 1)?;
    goes(desk, &format!("/scan/{code}"))?;
    for part in 1..=parts {
        phone.reads(&phone_words::part(part, parts))?;
        phone.is_drawn()?;
        let picture = phone.picture()?;
        qr::read(&picture)?;
        takes_files(desk, &picture)?;
        if part < parts {
            says(desk, &scan::part(part, parts))?;
            phone.tap(button(phone_words::NEXT))?;
        }
    }
    says(desk, &scan::taken(1))?;
    goes(desk, &format!("/desk&session={code}"))?;
    desk.tap(button(words::END))?;
    desk.reads(&comment)
}

/// A ticket as a phone writes it.
fn written(invited: &Invitation, id: u8) -> Outcome<Vec<String>> {
    let ballot = Ballot::check(&wire::Ballot::default(), &Questionnaire::standard())
        .map_err(|refusals| Failure::new(format!("{refusals:?}")))?;
    let ticket = Ticket { id: BallotId::from_bytes([id; 16]), revision: 1, ballot };
    let mut random = |bytes: &mut [u8]| bytes.fill(id);
    ticket.write(invited.code, &invited.key, &mut random).map_err(|long| Failure::new(long.to_string()))
}

/// What a session's QR code tells phones.
fn invited(address: &str) -> Outcome<Invitation> {
    let digits = address.split('#').nth(1).unwrap_or_default();
    Invitation::from_digits(digits).map_err(|fault| Failure::new(fault.to_string()))
}

/// What may be held up that is no ticket of this session: what it is, and what is said of it.
fn others(address: &str) -> Outcome<Vec<(String, String)>> {
    let ours = invited(address)?;
    let mut other = ours.clone();
    other.code = "AB3K7Q".parse().map_err(|_| Failure::new("no code"))?;
    let mut forged = ours.clone();
    forged.key = KeyPair::from_secret([3; 32]).public();
    let one = |invited| Ok::<_, Failure>(written(invited, 9)?.concat());
    let whole = one(&ours)?;
    let (last, rest) = whole.chars().last().zip(whole.get(..whole.len() - 1)).unwrap_or_default();
    Ok(vec![
        (one(&other)?, scan::other_session("AB3K7Q")),
        (one(&forged)?, scan::FORGED.to_owned()),
        (format!("{rest}{}", if last == '0' { '1' } else { '0' }), scan::DAMAGED.to_owned()),
        ("https://example.lg.jp/".to_owned(), scan::NOT_A_TICKET.to_owned()),
    ])
}

fn what_is_no_ticket_of_this_session_is_named(stage: &Stage) -> Outcome {
    let (web, desk, files) = (web_space(stage)?, &stage.browser, Files::new()?);
    opens(desk, &web, FOLDER)?;
    let code = plans_and_opens(desk)?;
    let address = invitation(desk, &code)?;
    goes(desk, &format!("/scan/{code}"))?;
    desk.sees(heading(scan::SCAN))?;
    says(desk, scan::NOTHING_YET)?;
    for (number, (text, said)) in others(&address)?.into_iter().enumerate() {
        let is_ticket = said != scan::NOT_A_TICKET;
        takes_files(desk, &files.with(&format!("{number}.txt"), text)?)?;
        says(desk, if is_ticket { &said } else { scan::NOTHING_IN_FILE })?;
    }
    // Also in pictures that another program drew.
    for (text, said) in others(&address)? {
        takes_files(desk, &qr::make(&text, files.folder())?)?;
        says(desk, &said)?;
    }
    takes_files(desk, &files.with("picture.png", "no picture")?)?;
    says(desk, scan::NO_PICTURE)?;
    desk.is_accessible()?;
    desk.picture()?;
    for (typed, said) in [("AB3K", scan::letters(16)), ("0000-0000-0000-0001", scan::MISTYPED.to_owned())] {
        desk.write(css("[name=short]"), typed)?;
        desk.tap(button(scan::ADD))?;
        says(desk, &said)?;
        desk.find(css("[name=short]"))?.clear()?;
    }
    counts(desk, ".scan-count", 0)?;
    // A session that is closed takes none.
    let ticket = files.with("ticket.txt", written(&invited(&address)?, 1)?.concat())?;
    goes(desk, &format!("/desk&session={code}"))?;
    desk.tap(button(words::END))?;
    desk.sees(css(".state[data-state=closed]"))?;
    goes(desk, &format!("/scan/{code}"))?;
    desk.reads(scan::NOT_OPEN)?;
    takes_files(desk, &ticket)?;
    says(desk, scan::NOT_OPEN)?;
    counts(desk, ".scan-total", 0)?;
    // And a sealed one has nothing left to open them with.
    goes(desk, &format!("/desk&session={code}"))?;
    desk.tap(button(words::SEAL))?;
    desk.tap(button(words::SEAL_YES))?;
    desk.sees(css(".state[data-state=sealed]"))?;
    expect("no phone is invited any more", !desk.has(&css(".desk-tickets"))?)?;
    goes(desk, &format!("/scan/{code}"))?;
    desk.reads(scan::SEALED_BODY)?;
    // A phone whose address lost its end says what to do.
    let phone = stage.another_browser(Screen::Phone)?;
    phone.open(address.get(..address.len() - 7).unwrap_or_default())?;
    phone.reads(phone_words::SCAN_AGAIN)?;
    phone.is_accessible()?;
    phone.picture().map(drop)
}

fn without_a_network_ten_phones_a_device_and_paper_make_one_report(stage: &Stage) -> Outcome {
    const PHONES: usize = 10;
    let web = web_space(stage)?;
    // What phones open lies where they can open it.
    let outside = Portal::open()?;
    let text = std::fs::read_to_string(stage.ticket_page()?)?;
    outside.sends("/ticket.html", Page { text, ..Page::default() });
    let desk = &stage.browser_with_camera()?;
    opens(desk, &web, FOLDER)?;
    let code = plans_and_opens(desk)?;
    goes(desk, &format!("/desk&session={code}"))?;
    desk.tap(css(".desk-tickets summary"))?;
    desk.script::<()>("document.querySelector('[name=phone-page]').select()", json!([]))?;
    desk.write(css("[name=phone-page]"), "www.city.example.lg.jp/kenshu")?;
    desk.press(['\t'])?;
    desk.reads(scan::PHONE_PAGE_WRONG)?;
    desk.script::<()>("document.querySelector('[name=phone-page]').select()", json!([]))?;
    desk.write(css("[name=phone-page]"), &outside.url("/ticket.html"))?;
    desk.press(['\t'])?;
    let address = invitation(desk, &code)?;
    expect("the QR code says what was written", address.starts_with(&outside.url("/ticket.html#")))?;
    desk.requests()?;
    let before = desk.requests()?;

    // The office's network is gone from here on.
    drop(web);
    let phone = stage.another_browser(Screen::Phone)?;
    let mut shown = Vec::new();
    for number in 0..PHONES {
        makes_a_ticket(&phone, &address, if number < 7 { 4 } else { 3 }, &format!("電話{number}"))?;
        shown.push(seen(&phone)?);
        is_another_phone(&phone, &outside)?;
    }
    // Held up among them: one twice, and what is no ticket of this session.
    let others = others(&address)?;
    let mut film: Vec<&str> = shown.iter().map(String::as_str).collect();
    film.extend(shown.first().map(String::as_str));
    film.extend(others.iter().map(|(text, _)| text.as_str()));
    desk.camera_shows(&film)?;
    goes(desk, &format!("/scan/{code}"))?;
    desk.sees(heading(scan::SCAN))?;
    desk.script::<()>(
        "window.said = new Set(); const place = document.querySelector('.scan-said');
        new MutationObserver(() => said.add(place.textContent)).observe(place, { childList: true, characterData: true, subtree: true })",
        json!([]),
    )?;
    desk.tap(button(scan::START))?;
    desk.sees(css("video"))?;
    counts(desk, ".scan-count", u32::try_from(PHONES).unwrap_or_default())?;
    desk.picture()?;
    let mut expected: Vec<_> = others.iter().map(|(_, said)| said.as_str()).collect();
    expected.push(scan::AGAIN);
    for said in expected {
        desk.wait_for(said, |desk| desk.script("return said.has(arguments[0])", json!([said])))?;
    }
    counts(desk, ".scan-total", 10)?;
    desk.tap(button(scan::STOP))?;

    goes(desk, &format!("/kiosk/{code}"))?;
    for person in 0..5 {
        answers(desk, "理解できた", &format!("端末{person}"))?;
        if person < 4 {
            next_person(desk)?;
        }
    }
    goes(desk, &format!("/board/{code}"))?;
    desk.sees(css(".board[data-view=results] .result"))?;
    same("on the board", desk.find(css(".board-count b"))?.text()?.as_str(), "15")?;
    expect("the board shows the way in, too", desk.has(&css(".board-side .qr"))?)?;
    expect("and no end", !desk.text()?.contains(board::OVER))?;
    desk.picture()?;
    goes(desk, &format!("/desk&session={code}"))?;
    desk.tap(button(words::END))?;
    desk.sees(css(".state[data-state=closed]"))?;
    desk.tap(button(collected::PAPER))?;
    desk.write(css("[name=paper-sheets]"), "3")?;
    desk.write(css("[name=paper-understanding-0]"), "3")?;
    desk.tap(button(collected::ADD_PAPER))?;
    desk.reads(&collected::paper_added(collected::PAPER_DEFAULT, 3))?;
    goes(desk, "/desk&view=programmes")?;
    desk.tap(link(programmes::REPORT))?;
    desk.sees(heading(report::OVERVIEW))?;
    desk.sees(css(".report-sheet[data-measured=true]"))?;
    desk.reads("18")?;
    desk.reads("会場の端末 5件、チケット 10件、紙 3件")?;
    desk.picture()?;
    let pdf = desk.print("portrait")?.ok_or_else(|| Failure::new("it is not printed"))?;
    let printed = office::plain(&office::pages(&pdf)?.concat());
    expect("18 are printed", printed.contains("18"))?;
    // Its workers are in the page.
    let asked: Vec<_> =
        desk.requests()?.difference(&before).filter(|url| !url.starts_with("blob:")).cloned().collect();
    same("what was asked for since", asked, Vec::<String>::new())
}
