//! WebKitGTK's MiniBrowser, by WebKitWebDriver, on a display of its own.
//!
//! What its driver cannot do: a finger is a mouse to it; it types nothing beyond the Basic Multilingual Plane (no emoji); and
//! where pages may run no scripts (`--enable-javascript=FALSE`) the page's process crashes now and then under the driver's.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::json;
use survey::Language;

use super::{Setup, Started, inner_size, outside::Outside};
use crate::{
    failure::{Failure, Outcome},
    port,
    process::Process,
    screen::Screen,
    wait,
    webdriver::Session,
};

/// The browser's tool bar is wider than a phone unless its parts take no room.
const NARROW_TOOLBAR: &str = "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; }
image { -gtk-icon-transform: scale(0.1); }
";

/// The middle of the display, where the mouse rests. No window manager gives the keyboard to a window: the one under the
/// mouse has it. So each window begins here, with the mouse on its tool bar and not on the page.
const MIDDLE: (u32, u32) = (2000, 1800);

pub(super) fn start(setup: Setup, folder: &Path) -> Outcome<Started> {
    if !setup.scripts {
        return Err(Failure::new("it cannot be driven without scripts"));
    }
    let display = Process::start(
        Command::new("Xvfb").args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            &format!("{}x{}x24", 2 * MIDDLE.0, 2 * MIDDLE.1),
            "-nolisten",
            "tcp",
        ]),
        &folder.join("xvfb.log"),
        "apt-get install xvfb",
    )?;
    let number = display.line(wait::PATIENCE)?;
    let gtk = folder.join("gtk-3.0");
    fs::create_dir_all(&gtk)?;
    fs::write(gtk.join("gtk.css"), NARROW_TOOLBAR)?;
    fs::write(gtk.join("settings.ini"), setup.wish.gtk_settings())?;
    let locale = make_locale(setup.language, folder)?;
    let port = port::free()?;
    let driver = Process::start(
        Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env("DISPLAY", format!(":{}", number.trim()))
            .env("GDK_BACKEND", "x11")
            .env("GDK_SCALE", setup.screen.ratio().to_string())
            .env("XDG_CONFIG_HOME", folder)
            .env("LOCPATH", folder)
            .env("LC_ALL", &locale)
            // Its own sandbox cannot be made by root, which is who runs tests in a container.
            .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1"),
        &folder.join("webkitwebdriver.log"),
        "apt-get install webkit2gtk-driver",
    )?;
    let outside = Outside::open()?;
    let proxy = format!("--proxy=http://127.0.0.1:{}", outside.port());
    let mut args = vec!["--automation", &proxy, "--ignore-host=127.0.0.1"];
    args.extend(setup.wish.mini_browser_flag());
    let capabilities = json!({ "webkitgtk:browserOptions": { "binary": mini_browser()?, "args": args } });
    Ok(Started { processes: vec![driver, display], port, capabilities, outside: Some(outside) })
}

/// The size of a window is asked for with the tool bar, so it is asked for again by what the page then lacked.
pub(super) fn fit(session: &Session, screen: Screen) -> Outcome {
    let (width, height) = screen.size();
    let place = |height| {
        let [x, y] = [MIDDLE.0, MIDDLE.1].map(|middle| (middle / screen.ratio()).saturating_sub(2));
        json!({ "x": x, "y": y, "width": width, "height": height })
    };
    session.post("/window/rect", place(height))?;
    let (_, inner) = wait::until("the window has its width", wait::PATIENCE, || {
        Ok(Some(inner_size(session)?).filter(|found| found.0 == width))
    })?;
    let lacking = height.saturating_sub(inner);
    session.post("/window/rect", place(height + lacking))?;
    Ok(())
}

/// The browser asks for pages in the language of its locale, which the machine may lack. Its name.
fn make_locale(language: Language, folder: &Path) -> Outcome<String> {
    let region = match language {
        Language::Japanese | Language::EasyJapanese => "ja_JP",
        Language::English => "en_GB",
    };
    let locale = format!("{region}.UTF-8");
    let made =
        Command::new("localedef").args(["-i", region, "-f", "UTF-8"]).arg(folder.join(&locale)).output()?;
    if made.status.success() {
        Ok(locale)
    } else {
        let said = String::from_utf8_lossy(&made.stderr).into_owned();
        Err(Failure::new(format!("there is no locale {locale}: apt-get install locales: {said}")))
    }
}

fn mini_browser() -> Outcome<PathBuf> {
    let library = format!("/usr/lib/{}-linux-gnu", std::env::consts::ARCH);
    let candidates =
        ["webkit2gtk-4.1", "webkit2gtk-4.0"].map(|name| Path::new(&library).join(name).join("MiniBrowser"));
    let found = candidates.into_iter().find(|path| path.exists());
    found.ok_or_else(|| Failure::new("MiniBrowser is missing: apt-get install webkit2gtk-driver"))
}
