//! A page whose styles spare nothing, and whose policy allows little: the element looks as on any page, and changes nothing
//! around it.

use serde_json::{Value, json};

use super::{EARS, ELEMENT, answered, finished, hears_of, script, second_line, unlisted};
use crate::{
    browser::Browser,
    by::css,
    engines::Engine,
    failure::{Failure, Outcome, expect, same},
    journeys::{DESK, Journey, journeys},
    portal::{Page, Portal},
    stage::Stage,
};

pub(crate) const JOURNEYS: &[Journey] = journeys!(scripts: true, DESK, [
    a_hostile_page_and_the_element_leave_each_other_alone,
]);

/// What a portal's owner may say of the element from outside: where it stands, and how wide it is.
/// The rest is as high on both pages, so that the element stands at the same place.
const PLAIN: &str = "furikaeri-session { width: 700px !important; margin: 0 auto !important; }
    h1, p { height: 30px !important; margin: 4px !important; overflow: hidden !important; }";

const HOSTILE: &str = "
    html { font-size: 4px !important; direction: rtl !important; }
    html, body { background: #fdf3d0 !important; }
    * {
        all: revert !important;
        direction: rtl !important; unicode-bidi: bidi-override !important;
        font: italic 700 6px/0.5 serif !important; letter-spacing: 1em !important; word-spacing: 1em !important;
        color: red !important; background-color: #ff0 !important;
        text-transform: uppercase !important; text-align: right !important; text-indent: 3em !important;
        text-decoration: line-through !important; text-shadow: 2px 2px lime !important;
        white-space: nowrap !important; word-break: break-all !important; line-break: anywhere !important;
        box-sizing: content-box !important; cursor: wait !important; list-style: square !important;
        border-collapse: separate !important; border-spacing: 9px !important; quotes: none !important;
        visibility: hidden !important; pointer-events: none !important; user-select: none !important;
        hyphens: auto !important; tab-size: 1 !important; caption-side: bottom !important; fill: lime !important;
    }
    h1, p { visibility: visible !important; }
    div, section, header, main, form { display: none !important; }
    button, input, label, textarea, fieldset, legend, table, svg, b {
        display: inline !important; float: right !important; width: 3px !important; height: 3px !important;
        padding: 30px !important; margin: 30px !important; border: 9px dashed red !important; opacity: .1 !important;
        appearance: none !important; position: static !important;
    }
    body *::before, body *::after { content: 'X' !important; }
    ::first-line, ::first-letter { color: lime !important; font-size: 40px !important; }
    ::placeholder, ::selection { color: red !important; }";

/// What every element in the shadow root looks like, as far as the page around could change it.
const LOOK: &str = "
    const properties = ['display', 'visibility', 'direction', 'unicode-bidi', 'font-size', 'font-family', 'font-style',
        'font-weight', 'line-height', 'letter-spacing', 'word-spacing', 'color', 'background-color', 'text-transform',
        'text-align', 'text-indent', 'text-decoration-line', 'text-shadow', 'white-space', 'word-break', 'box-sizing',
        'cursor', 'list-style-type', 'border-collapse', 'border-spacing', 'pointer-events', 'opacity', 'float',
        'padding-left', 'margin-left', 'border-left-width', 'fill', 'content', 'user-select', 'hyphens'];
    const page = document.querySelector('furikaeri-session').shadowRoot.querySelector('.embed');
    return [page, ...page.querySelectorAll('*')].map(element => {
        const style = getComputedStyle(element), box = element.getBoundingClientRect();
        const looks = properties.map(property => [property, style.getPropertyValue(property)]);
        return [element.localName + '.' + (element.getAttribute('class') ?? ''),
            { ...Object.fromEntries(looks), width: Math.round(box.width), height: Math.round(box.height) }];
    })";

/// What everything else on the page looks like, but for the room that a longer page leaves it.
const AROUND: &str = "
    return [...document.querySelectorAll('html, body, body > :not(furikaeri-session, script)')].map(element => {
        const style = getComputedStyle(element);
        return [element.localName, Object.fromEntries([...style]
            .filter(property => !/^(--|height|width|block-size|inline-size|perspective-origin|transform-origin)/.test(property))
            .map(property => [property, style.getPropertyValue(property)]))];
    })";

fn a_hostile_page_and_the_element_leave_each_other_alone(stage: &Stage) -> Outcome {
    let portal = unlisted()?;
    stage.server.list_portals(&[&portal.origin()])?;
    let (session, over) = (answered(stage)?, finished(stage)?);
    let browser = &stage.browser;
    for (view, code) in
        [("answer", session.code), ("results", session.code), ("board", session.code), ("table", over.code)]
    {
        let during = |failure: Failure| failure.during(view);
        shows(stage, &portal, PLAIN, "");
        let plain = look(browser, &portal, code, view).map_err(during)?;
        let picture = browser.find(css(ELEMENT))?.picture()?;
        let host = stage.server.origin();
        let policy = format!(
            "default-src 'none'; script-src 'self' {host} 'wasm-unsafe-eval'; connect-src {host}; style-src 'self'"
        );
        shows(stage, &portal, &format!("{HOSTILE}\n{PLAIN}"), &policy);
        let hostile = look(browser, &portal, code, view).map_err(during)?;
        is_alike(&plain, &hostile)
            .map_err(|failure| during(failure.during("the page's styles reach into the element")))?;
        browser.picture()?;
        // Some of what comes from around is in no element's style: a line through a text, the style of a first line. A board
        // says the time; and WebKit does not draw the same thing the same to the pixel.
        let is_alike = browser.find(css(ELEMENT))?.picture()? == picture;
        let is_exact = view != "board" && browser.setup().engine != Engine::WebKit;
        expect(&format!("{view} looks the same to the pixel"), is_alike || !is_exact)?;
        same("what the browser complains of", browser.complaints()?, Vec::new())?;
    }
    Ok(())
}

/// Has the portal show pages with these styles under this policy.
fn shows(stage: &Stage, portal: &Portal, style: &str, policy: &str) {
    let headers =
        if policy.is_empty() { Vec::new() } else { vec![("content-security-policy", policy.to_owned())] };
    portal.sends("/page.css", Page { kind: Some("text/css"), text: style.to_owned(), ..Page::default() });
    portal.sends("/ears.js", script(EARS));
    // The script comes when it is asked for, so that the page can be seen before.
    let load = format!(
        "window.load = () => {{ const line = document.createElement('script'); line.type = 'module';
            line.src = '{}/embed.js'; document.head.append(line) }}",
        stage.server.origin()
    );
    portal.sends("/load.js", script(&load));
    portal.sends("/", Page { headers, ..Page::default() });
}

/// How the element looks in the portal's page, which it does not change.
fn look(browser: &Browser, portal: &Portal, code: survey::Code, view: &str) -> Outcome<Vec<(String, Value)>> {
    portal.with("/", |page| {
        page.text = format!(
            "<!doctype html><html lang=ja><meta charset=utf-8><meta name=viewport content=\"width=device-width\">
             <title>A portal</title><link rel=stylesheet href=/page.css><script src=/ears.js></script>
             <script src=/load.js></script><body><h1>市役所のページ</h1><p>ここは市役所のページです。</p>{}
             <ul><li>お知らせ</li></ul></body></html>",
            second_line(code, view)
        );
    });
    browser.open(&portal.url("/"))?;
    let before: Vec<(String, Value)> = browser.script(AROUND, json!([]))?;
    super::run(browser, "load()", json!([]))?;
    hears_of(browser, "ready")?;
    browser.is_drawn()?;
    let after: Vec<(String, Value)> = browser.script(AROUND, json!([]))?;
    is_alike(&before, &after).map_err(|failure| failure.during("the element changes what is around it"))?;
    browser.script(LOOK, json!([]))
}

/// Fails with the first differences between what elements look like and what they should.
fn is_alike(wanted: &[(String, Value)], found: &[(String, Value)]) -> Outcome {
    same("how many elements there are", found.len(), wanted.len())?;
    let mut differences = Vec::new();
    for ((name, wanted), (_, found)) in wanted.iter().zip(found) {
        for (property, value) in wanted.as_object().into_iter().flatten() {
            let found = found.get(property).unwrap_or(&Value::Null);
            if found != value {
                differences.push(format!("  {name} {property}: {found}, not {value}"));
            }
        }
    }
    if differences.is_empty() {
        return Ok(());
    }
    let number = differences.len();
    differences.truncate(30);
    Err(Failure::new(format!("{number} differences\n{}", differences.join("\n"))))
}
