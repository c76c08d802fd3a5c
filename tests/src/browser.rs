//! A browser as a person uses it: pages are opened, things are found, tapped and written in, and what appears is awaited.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::{
    by::By,
    camera,
    element::Element,
    engines::{Outside, Running, Setup},
    failure::{Failure, Outcome},
    wait,
    webdriver::{self, Session},
};

/// Keys that are no characters, as WebDriver writes them.
pub mod key {
    /// To the next thing that takes the focus.
    pub const TAB: char = '\u{E004}';
    /// Sends, follows, presses.
    pub const ENTER: char = '\u{E007}';
    /// Held down: the other direction.
    pub const SHIFT: char = '\u{E008}';
    /// Away with it.
    pub const ESCAPE: char = '\u{E00C}';
    /// Chooses, presses.
    pub const SPACE: char = ' ';
    /// The choice before.
    pub const UP: char = '\u{E013}';
    /// The choice after.
    pub const DOWN: char = '\u{E015}';
}

/// One browser with one window.
#[derive(Debug)]
pub struct Browser {
    setup: Setup,
    running: Running,
    /// Where pictures go, without number and ending.
    pictures: RefCell<PathBuf>,
    taken: Cell<u32>,
}

impl Browser {
    /// Starts a browser.
    pub fn start(setup: Setup) -> Outcome<Self> {
        let running = setup.start()?;
        Ok(Self { setup, running, pictures: RefCell::default(), taken: Cell::new(0) })
    }

    /// Its engine, screen and scripts.
    pub fn setup(&self) -> Setup {
        self.setup
    }

    pub(crate) fn session(&self) -> &Session {
        &self.running.session
    }

    /// What it called on other hosts since this was last asked, where that is known by a proxy: in WebKit.
    pub(crate) fn called_outside(&self) -> BTreeSet<String> {
        self.running.outside.as_ref().map(Outside::take).unwrap_or_default()
    }

    /// Makes it ready for a journey: pictures go to `<pictures>-<n>.png`.
    pub(crate) fn begin(&self, pictures: &Path) {
        *self.pictures.borrow_mut() = pictures.to_owned();
        self.taken.set(0);
    }

    /// Leaves nothing of the journey behind: neither page nor storage nor log.
    pub(crate) fn forget(&self) -> Outcome {
        let _unstorable: Outcome<Value> =
            self.script("localStorage.clear(); sessionStorage.clear(); return null", json!([]));
        self.leave()?;
        // What the page did last is in the logs only now.
        self.requests()?;
        self.complaints().map(drop)
    }

    /// Opens an address and waits until all of the page is there.
    pub fn open(&self, url: &str) -> Outcome {
        self.go(url, "complete")
    }

    /// Opens an address and waits until the page can be read, even where its scripts have not come yet.
    pub fn open_early(&self, url: &str) -> Outcome {
        self.go(url, "interactive")
    }

    fn go(&self, url: &str, state: &str) -> Outcome {
        self.leave()?;
        self.session().post("/url", json!({ "url": url }))?;
        self.wait_for(&format!("{url} opens"), |page| {
            Ok(page.is_left()? == Some(false) && page.has_come(state)?)
        })
    }

    /// To a page between pages, so that an address which differs only after `#` is opened anew.
    fn leave(&self) -> Outcome {
        // To leave it twice would let the second time overtake the page that is opened next.
        if self.is_left()? == Some(true) {
            return Ok(());
        }
        self.session().post("/url", json!({ "url": "about:blank" }))?;
        self.wait_for("the page is left", |page| {
            Ok(page.is_left()? == Some(true) && page.has_come("complete")?)
        })
    }

    /// Whether no page is open; none in the moment in which one goes and another comes, when a script's answer is lost.
    fn is_left(&self) -> Outcome<Option<bool>> {
        self.script("return location.href === 'about:blank'", json!([]))
    }

    /// Holds QR codes of these texts before the camera, one after the other, again and again.
    /// A page sees them when it opens the camera next: one that is open goes on with what it showed.
    pub fn camera_shows(&self, texts: &[&str]) -> Outcome {
        if !self.setup.camera {
            return Err(Failure::new("this browser has no camera: Stage::browser_with_camera"));
        }
        camera::shoot(&self.running.film(), texts)
    }

    /// Loads the page again and waits until all of it is there.
    pub fn reload(&self) -> Outcome {
        let _: Value = self.script("document.documentElement.dataset.left = ''; return null", json!([]))?;
        self.session().post("/refresh", json!({}))?;
        self.wait_for("the page comes again", |page| {
            let left: Option<bool> =
                page.script("return 'left' in document.documentElement.dataset", json!([]))?;
            Ok(left == Some(false) && page.has_come("complete")?)
        })
    }

    /// Goes back, as by the browser's own button. Whoever goes waits for what is there.
    pub fn back(&self) -> Outcome {
        self.session().post("/back", json!({})).map(drop)
    }

    pub(crate) fn has_come(&self, state: &str) -> Outcome<bool> {
        let states: [&str; 2] = ["interactive", "complete"];
        let now: Option<String> = self.script("return document.readyState", json!([]))?;
        Ok(states.iter().skip_while(|known| **known != state).any(|known| now.as_deref() == Some(*known)))
    }

    /// The address of the page.
    pub fn address(&self) -> Outcome<String> {
        self.script("return location.href", json!([]))
    }

    /// All that the page says, as it is rendered.
    pub fn text(&self) -> Outcome<String> {
        self.script("return document.body ? document.body.innerText : ''", json!([]))
    }

    /// Runs the body of a function in the page, and gives what it returns.
    pub fn script<T: DeserializeOwned>(&self, script: &str, arguments: Value) -> Outcome<T> {
        Ok(serde_json::from_value(self.session().run(script, arguments)?)?)
    }

    /// All elements that are meant, at this moment. Those meant by a role are on the page for a person to see.
    pub fn all(&self, by: &By) -> Outcome<Vec<Element<'_>>> {
        let root = match &by.within {
            None => None,
            Some(outer) => match self.all(outer)?.into_iter().next() {
                None => return Ok(Vec::new()),
                found => found,
            },
        };
        let found: Vec<Value> = self.script(
            "const [root, selector, seen] = arguments;
             return [...(root?.shadowRoot ?? root ?? document).querySelectorAll(selector)]
                 .filter(element => !seen || element.checkVisibility({ visibilityProperty: true }))",
            json!([root.map(|root| webdriver::element(&root.id)), by.css, by.role.is_some()]),
        )?;
        let elements = found.iter().filter_map(webdriver::element_id).map(|id| Element { browser: self, id });
        let mut meant = Vec::new();
        for element in elements {
            if by.name.fits(|| element.label())? {
                meant.push(element);
            }
        }
        Ok(meant)
    }

    /// Whether there is such a thing at this moment.
    pub fn has(&self, by: &By) -> Outcome<bool> {
        Ok(!self.all(by)?.is_empty())
    }

    /// The first such thing, as soon as there is one.
    pub fn find(&self, by: By) -> Outcome<Element<'_>> {
        let wanted = format!("there is a {}", by.describe());
        wait::until(&wanted, wait::PATIENCE, || Ok(self.all(&by)?.into_iter().next()))
    }

    /// Waits until there is such a thing.
    pub fn sees(&self, by: By) -> Outcome {
        self.find(by).map(drop)
    }

    /// Waits until there is no such thing.
    pub fn sees_no(&self, by: By) -> Outcome {
        let wanted = format!("there is no {}", by.describe());
        self.wait_for(&wanted, |page| Ok(!page.has(&by)?))
    }

    /// Waits until the page says this somewhere.
    pub fn reads(&self, words: &str) -> Outcome {
        self.wait_for(&format!("the page says 「{words}」"), |page| Ok(page.text()?.contains(words)))
    }

    /// Waits until `condition` holds; otherwise fails with `message`.
    pub fn wait_for(&self, message: &str, condition: impl Fn(&Self) -> Outcome<bool>) -> Outcome {
        wait::until(message, wait::PATIENCE, || Ok(condition(self)?.then_some(())))
    }

    /// Taps with a finger on a phone, clicks with the mouse elsewhere, as soon as nothing is in the way.
    pub fn tap(&self, by: By) -> Outcome {
        let wanted = format!("{} can be tapped", by.describe());
        let target = wait::until(&wanted, wait::PATIENCE, || {
            let found = self.all(&by)?.into_iter().next();
            found.map(|element| element.aim()).transpose()
        })?;
        let pointer = if self.setup.screen.is_touched() { "touch" } else { "mouse" };
        let origin = webdriver::element(&target.id);
        self.act(json!({
            "type": "pointer",
            "id": pointer,
            "parameters": { "pointerType": pointer },
            "actions": [
                { "type": "pointerMove", "duration": 0, "origin": origin, "x": 0, "y": 0 },
                { "type": "pointerDown", "button": 0 },
                { "type": "pointerUp", "button": 0 },
            ],
        }))
    }

    /// Writes into a field, after what stands there.
    pub fn write(&self, by: By, text: &str) -> Outcome {
        self.find(by)?.write(text)
    }

    /// Presses keys one after the other, wherever the focus is.
    pub fn press(&self, keys: impl IntoIterator<Item = char>) -> Outcome {
        let stroke = |key: char| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key }));
        let strokes: Vec<_> = keys.into_iter().flat_map(stroke).collect();
        self.act(json!({ "type": "key", "id": "keyboard", "actions": strokes }))
    }

    /// Presses a key while Shift is held down.
    pub fn press_with_shift(&self, pressed: char) -> Outcome {
        let strokes: Vec<_> =
            [("keyDown", key::SHIFT), ("keyDown", pressed), ("keyUp", pressed), ("keyUp", key::SHIFT)]
                .map(|(kind, value)| json!({ "type": kind, "value": value }))
                .into();
        self.act(json!({ "type": "key", "id": "keyboard", "actions": strokes }))
    }

    /// Goes on with the tab key until the focus is on this, as people without a mouse do.
    pub fn tab_to(&self, by: By) -> Outcome {
        const FAR: usize = 60;
        for _ in 0..FAR {
            if self.all(&by)?.first().map(Element::has_focus).transpose()? == Some(true) {
                return Ok(());
            }
            self.press([key::TAB])?;
        }
        Err(Failure::new(format!("{FAR} times the tab key do not lead to {}", by.describe())))
    }

    fn act(&self, source: Value) -> Outcome {
        self.session().post("/actions", json!({ "actions": [source] })).map(drop)
    }

    /// Waits until the screen shows the page as it is now; an engine may draw what was scrolled a little later.
    pub fn is_drawn(&self) -> Outcome {
        const TWO_FRAMES: &str =
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(null)))";
        self.session().run_until_called(TWO_FRAMES, json!([])).map(drop)
    }

    /// Takes a picture of what is on the screen and gives its file, a PNG.
    pub fn picture(&self) -> Outcome<PathBuf> {
        let number = self.taken.get() + 1;
        self.taken.set(number);
        let file = PathBuf::from(format!("{}-{number}.png", self.pictures.borrow().display()));
        self.picture_as(&file)?;
        Ok(file)
    }

    /// Prints the page on A4 and gives the PDF; none where the engine's driver cannot print. The printer's paper lies as
    /// `orientation` says, `portrait` or `landscape`: a page that wants it otherwise must say so itself.
    pub fn print(&self, orientation: &str) -> Outcome<Option<Vec<u8>>> {
        if self.setup().engine == crate::engines::Engine::WebKit {
            return Ok(None);
        }
        let how = json!({
            "orientation": orientation, "page": { "width": 21.0, "height": 29.7 }, "background": true,
            "margin": { "top": 0, "bottom": 0, "left": 0, "right": 0 }, "shrinkToFit": false,
        });
        let pdf = self.session().post("/print", how)?;
        let pdf = BASE64_STANDARD.decode(pdf.as_str().unwrap_or_default());
        pdf.map(Some).map_err(|error| Failure::new(format!("a print that is no base64: {error}")))
    }

    fn picture_as(&self, file: &Path) -> Outcome {
        let image = self.session().get("/screenshot")?;
        let image = BASE64_STANDARD.decode(image.as_str().unwrap_or_default());
        let image = image.map_err(|error| Failure::new(format!("a picture that is no base64: {error}")))?;
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        Ok(fs::write(file, image)?)
    }

    /// What a person would want to know who was not there: the address, the page's text and a picture.
    pub(crate) fn account(&self) -> String {
        let say = |found: Outcome<String>| found.unwrap_or_else(|failure| format!("({failure})"));
        let file = PathBuf::from(format!("{}-failed.png", self.pictures.borrow().display()));
        let picture = self.picture_as(&file).map(|()| file.display().to_string());
        let (address, page) = (say(self.address()), indent(&say(self.text())));
        let words = indent(&self.running.last_words());
        format!("  address {address}\n  picture {}\n  page\n{page}\n  driver\n{words}", say(picture))
    }
}

fn indent(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.trim().is_empty()).map(|line| format!("    {line}"));
    lines.collect::<Vec<_>>().join("\n")
}
