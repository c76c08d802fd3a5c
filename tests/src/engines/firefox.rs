//! Firefox, by geckodriver.

use std::{path::Path, process::Command};

use serde_json::json;

use super::{Setup, Started};
use crate::{failure::Outcome, port, process::Process, screen::Screen, webdriver::Session};

/// `ui.…PointerCapabilities`: a coarse pointer that cannot hover; or a fine one that can.
const FINGER: u32 = 1;
const MOUSE: u32 = 2 | 4;

pub(super) fn start(setup: Setup, folder: &Path) -> Outcome<Started> {
    let (port, websocket) = (port::free()?, port::free()?);
    let driver = Process::start(
        Command::new("geckodriver")
            .args(["--port", &port.to_string(), "--websocket-port", &websocket.to_string()])
            .arg("--allow-system-access") // for `fit`
            .env("TMPDIR", folder)
            .env("MOZ_HEADLESS_WIDTH", "2400")
            .env("MOZ_HEADLESS_HEIGHT", "1800"),
        &folder.join("geckodriver.log"),
        "apt-get install firefox-esr; cargo install geckodriver",
    )?;
    let touched = setup.screen.is_touched();
    let pointer = if touched { FINGER } else { MOUSE };
    let mut prefs = json!({
        "javascript.enabled": setup.scripts,
        "intl.accept_languages": "ja",
        "layout.css.devPixelsPerPx": format!("{}.0", setup.screen.ratio()),
        "dom.w3c_touch_events.enabled": u32::from(touched),
        "dom.maxtouchpoints.testing.value": if touched { 5 } else { 0 },
        "ui.primaryPointerCapabilities": pointer,
        "ui.allPointerCapabilities": pointer,
        // A file that is saved would open a panel, which takes the keyboard.
        "browser.download.alwaysOpenPanel": false,
    });
    if let Some(prefs) = prefs.as_object_mut() {
        prefs.extend(
            setup.wish.firefox_prefs().iter().map(|(name, value)| ((*name).to_owned(), json!(value))),
        );
    }
    let capabilities = json!({
        "browserName": "firefox",
        "moz:firefoxOptions": { "args": ["-headless"], "prefs": prefs },
    });
    Ok(Started { processes: vec![driver], port, capabilities, outside: None })
}

/// A window of Firefox is at least 500 pixels wide, so the page's own part of it is given its size.
pub(super) fn fit(session: &Session, screen: Screen) -> Outcome {
    let (width, height) = screen.size();
    session.post("/window/rect", json!({ "width": width.max(500), "height": height + 100 }))?;
    session.post("/moz/context", json!({ "context": "chrome" }))?;
    session.run(
        "const [width, height] = arguments, style = gBrowser.selectedBrowser.style;
         for (const [name, value] of [['width', width], ['height', height]])
             for (const limit of ['', 'min-', 'max-']) style.setProperty(limit + name, value + 'px', 'important');",
        json!([width, height]),
    )?;
    session.post("/moz/context", json!({ "context": "content" }))?;
    Ok(())
}
