//! Chromium, by chromedriver.

use std::{path::Path, process::Command};

use serde_json::json;

use super::{Setup, Started};
use crate::{failure::Outcome, port, process::Process};

/// Without a window, as root, and without the requests that the browser makes for itself.
const FLAGS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
];

pub(super) fn start(setup: Setup, folder: &Path) -> Outcome<Started> {
    let port = port::free()?;
    let driver = Process::start(
        Command::new("chromedriver").arg(format!("--port={port}")).env("TMPDIR", folder),
        &folder.join("chromedriver.log"),
        "apt-get install chromium chromium-driver",
    )?;
    let (width, height) = setup.screen.size();
    let touch = setup.screen.is_touched();
    let language = format!("--lang={}", setup.language.tag());
    let args: Vec<_> = FLAGS.into_iter().chain([language.as_str()]).collect();
    let capabilities = json!({
        "browserName": "chrome",
        "goog:chromeOptions": {
            "args": args,
            "prefs": {
                "intl.accept_languages": setup.language.tag(),
                "profile.managed_default_content_settings.javascript": if setup.scripts { 1 } else { 2 },
            },
            "mobileEmulation": { "deviceMetrics": {
                "width": width,
                "height": height,
                "pixelRatio": setup.screen.ratio(),
                "touch": touch,
                "mobile": touch,
            } },
        },
        "goog:loggingPrefs": { "performance": "ALL", "browser": "ALL" },
    });
    Ok(Started { processes: vec![driver], port, capabilities, outside: None })
}
