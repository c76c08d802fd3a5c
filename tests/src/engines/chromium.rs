//! Chromium, by chromedriver.

use std::{path::Path, process::Command};

use serde_json::json;

use super::{Setup, Started};
use crate::{camera, failure::Outcome, port, process::Process};

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

/// The camera is a film, and a page that asks for it gets it without a person's consent.
const CAMERA: [&str; 2] = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];

pub(super) fn start(setup: Setup, folder: &Path) -> Outcome<Started> {
    let port = port::free()?;
    let driver = Process::start(
        Command::new("chromedriver").arg(format!("--port={port}")).env("TMPDIR", folder),
        &folder.join("chromedriver.log"),
        "apt-get install chromium chromium-driver",
    )?;
    let (width, height) = setup.screen.size();
    let touch = setup.screen.is_touched();
    let mut args: Vec<_> = FLAGS.map(str::to_owned).into();
    args.push(format!("--lang={}", setup.language.tag()));
    if setup.camera {
        let film = camera::film_in(folder);
        camera::shoot(&film, &[])?; // without a film, a page is told that there is no camera
        args.extend(CAMERA.map(str::to_owned));
        args.push(format!("--use-file-for-fake-video-capture={}", film.display()));
    }
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
