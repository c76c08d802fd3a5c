//! A person who has nothing but a keyboard: goes from thing to thing with the tab key, sees each time where they are, and is
//! never left without a place.

use std::{cell::RefCell, time::Duration};

use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    browser::{Browser, key},
    by::By,
    checks,
    failure::{Failure, Outcome, expect},
    wait,
};

/// How long a person may be without a place while the page changes.
const SOON: Duration = Duration::from_secs(4);
/// So many times the tab key lead past everything on any page.
const FAR: usize = 150;
/// A field for a date has a stop for each of its parts, and for its calendar.
const PARTS: usize = 5;

/// A keyboard at a browser. What is wrong with the focus anywhere on the way fails at the end, all of it at once.
#[derive(Debug)]
pub struct Keyboard<'b> {
    page: &'b Browser,
    faults: RefCell<Vec<String>>,
}

/// Where the focus is, e.g. `button「送信する」`; empty where it is nowhere.
#[derive(Debug, Deserialize)]
struct Focus {
    at: String,
    faults: Vec<String>,
}

impl<'b> Keyboard<'b> {
    /// The keyboard of a browser.
    pub fn of(page: &'b Browser) -> Self {
        Self { page, faults: RefCell::default() }
    }

    /// Goes on with the tab key to this.
    pub fn to(&self, by: By) -> Outcome {
        self.go(&by, || self.page.press([key::TAB]))
    }

    /// Goes back with Shift and the tab key to this.
    pub fn back_to(&self, by: By) -> Outcome {
        self.go(&by, || self.page.press_with_shift(key::TAB))
    }

    /// Presses keys on what has the focus, waits for what comes of it, and sees that there is a place to go on from.
    pub fn press(&self, keys: impl IntoIterator<Item = char>, shows: By) -> Outcome {
        let wanted = shows.describe();
        self.page.press(keys)?;
        self.page.sees(shows)?;
        self.has_a_place(&wanted)
    }

    /// Types a text where the focus is; a line's end is the Enter key.
    pub fn types(&self, text: &str) -> Outcome {
        self.page.press(text.chars().map(|c| if c == '\n' { key::ENTER } else { c }))
    }

    /// Fails where the focus is on nothing.
    pub fn has_a_place(&self, after: &str) -> Outcome {
        const IS_SOMEWHERE: &str = "const at = document.activeElement;
            return at && at !== document.body && at !== document.documentElement && at.checkVisibility({ visibilityProperty: true })";
        let placed = wait::until("the focus is on something", SOON, || {
            Ok(self.page.script::<bool>(IS_SOMEWHERE, json!([]))?.then_some(()))
        });
        if let Err(failure) = placed {
            self.faults.borrow_mut().push(format!("when there is {after}: {failure}"));
        }
        Ok(())
    }

    /// What was wrong on the way, if anything.
    pub fn report(self) -> Outcome {
        let faults = self.faults.into_inner();
        if faults.is_empty() { Ok(()) } else { Err(Failure::new(faults.join("\n"))) }
    }

    /// Whether the focus is on this, or on one of these.
    fn is_at(&self, by: &By) -> Outcome<bool> {
        for element in self.page.all(by)? {
            if element.has_focus()? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Fails where keys do not reach the page, which is the engine's fault and not the page's.
    fn is_heard(&self) -> Outcome {
        let is_heard: bool = self.page.script("return document.hasFocus()", json!([]))?;
        expect("the page has the keyboard", is_heard)
    }

    fn go(&self, by: &By, step: impl Fn() -> Outcome) -> Outcome {
        self.page.sees(by.clone())?;
        let mut at = String::new();
        let mut still = 0;
        let mut way = Vec::new();
        for _ in 0..FAR {
            if self.is_at(by)? {
                return self.is_heard();
            }
            let before: Value = self.page.script("return document.activeElement", json!([]))?;
            step()?;
            // An engine scrolls to what has the focus with the next frame.
            self.page.is_drawn()?;
            let focus: Focus = self.page.script(&checks::focus(), json!([before]))?;
            still = if focus.at == at && !at.is_empty() { still + 1 } else { 0 };
            if still > PARTS {
                return Err(Failure::new(format!("the focus is trapped on {at}")));
            }
            at = focus.at;
            way.push(at.clone());
            let mut faults = self.faults.borrow_mut();
            for fault in focus.faults {
                if !faults.contains(&fault) {
                    faults.push(fault);
                }
            }
        }
        Err(Failure::new(format!(
            "{FAR} times the tab key do not lead to {}: {}",
            by.describe(),
            way.join(" → ")
        )))
    }
}
