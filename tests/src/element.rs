//! One element on a page.

use std::path::Path;

use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::{Value, json};

use crate::{
    browser::Browser,
    engines::Engine,
    failure::{Failure, Outcome},
    webdriver,
};

/// One element of the page that `browser` shows.
#[derive(Clone, Debug)]
pub struct Element<'b> {
    pub(crate) browser: &'b Browser,
    pub(crate) id: String,
}

/// Brings the thing that a finger would aim at to the middle of the screen and says what keeps a finger from it, if
/// anything does. Where a choice stands in its label, the label is aimed at: it is the card that people see.
const AIM: &str = "
    const element = arguments[0];
    const choice = element.matches('input[type=radio],input[type=checkbox]');
    const target = (choice && element.labels && element.labels[0]) || element;
    target.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = target.getBoundingClientRect();
    if (!box.width || !box.height) return [target, 'it takes no room on the screen'];
    if (element.disabled || target.closest('[inert]')) return [target, 'it is disabled'];
    const top = target.getRootNode().elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const free = top && (target === top || target.contains(top) || top.contains(target) && top.matches('label,a,button'));
    return [target, free ? null : 'it is under ' + (top ? top.outerHTML.slice(0, 120) : 'nothing')];";

/// The accessible name by its plainest rules: said by ARIA, by a label, by a legend, or by the content.
const PLAIN_NAME: &str = "
    const element = arguments[0], text = one => one ? one.textContent : '';
    const by = (element.getAttribute('aria-labelledby') ?? '').split(' ').map(id => text(element.getRootNode().getElementById(id)));
    const labels = [...(element.labels ?? [])].map(text);
    return by.join(' ').trim() || element.ariaLabel || labels.join(' ').trim()
        || text(element.querySelector(':scope > legend')) || element.textContent;";

impl<'b> Element<'b> {
    /// What it says, as it is rendered.
    pub fn text(&self) -> Outcome<String> {
        self.script("return arguments[0].innerText ?? arguments[0].textContent")
    }

    /// Its accessible name, as assistive technology is told it.
    pub fn label(&self) -> Outcome<String> {
        // Firefox has no accessibility tree, and does not answer, until all of the page is there.
        if self.browser.setup().engine == Engine::Firefox && !self.browser.has_come("complete")? {
            return self.script(PLAIN_NAME);
        }
        self.ask("computedlabel")
    }

    /// Its role, as assistive technology is told it.
    pub fn role(&self) -> Outcome<String> {
        self.ask("computedrole")
    }

    /// An attribute as the markup has it; none where it has none.
    pub fn attribute(&self, name: &str) -> Outcome<Option<String>> {
        self.script_with("return arguments[0].getAttribute(arguments[1])", json!(name))
    }

    /// What stands in a field.
    pub fn value(&self) -> Outcome<String> {
        self.script("return arguments[0].value")
    }

    /// Whether it is the chosen choice, or ticked.
    pub fn is_chosen(&self) -> Outcome<bool> {
        self.script("return arguments[0].checked ?? arguments[0].getAttribute('aria-checked') === 'true'")
    }

    /// Whether typing goes to it.
    pub fn has_focus(&self) -> Outcome<bool> {
        self.script("return arguments[0].getRootNode().activeElement === arguments[0]")
    }

    /// Whether it is on the page for a person: neither hidden nor without a box.
    pub fn is_seen(&self) -> Outcome<bool> {
        self.script("return arguments[0].checkVisibility({ visibilityProperty: true })")
    }

    /// Left, top, width and height in CSS pixels, from the top left of the screen.
    pub fn place(&self) -> Outcome<[f64; 4]> {
        self.script("const box = arguments[0].getBoundingClientRect(); return [box.left, box.top, box.width, box.height]")
    }

    /// A value of its style as it is drawn, e.g. of `font-size`: `132px`.
    pub fn style(&self, property: &str) -> Outcome<String> {
        self.script_with(
            "return getComputedStyle(arguments[0]).getPropertyValue(arguments[1])",
            json!(property),
        )
    }

    /// What a finger aims at for this element, brought into view; fails where something keeps a finger from it.
    pub(crate) fn aim(&self) -> Outcome<Element<'b>> {
        let (target, obstacle): (Value, Option<String>) = self.script(AIM)?;
        match (webdriver::element_id(&target), obstacle) {
            (Some(id), None) => Ok(Element { browser: self.browser, id }),
            (_, obstacle) => Err(Failure::new(obstacle.unwrap_or_else(|| "it is gone".to_owned()))),
        }
    }

    /// Writes into a field, after what stands there.
    pub(crate) fn write(&self, text: &str) -> Outcome {
        let path = format!("/element/{}/value", self.id);
        self.browser.session().post(&path, json!({ "text": text })).map(drop)
    }

    /// Puts a text into a field in place of what stands there, at one stroke, as people paste.
    pub fn paste(&self, text: &str) -> Outcome {
        const PASTE: &str = "const [field, text] = arguments; field.focus(); field.select();
            return document.execCommand('insertText', false, text)";
        let is_pasted: bool = self.script_with(PASTE, json!(text))?;
        if is_pasted { Ok(()) } else { Err(Failure::new("nothing can be pasted here")) }
    }

    /// Has the page click it: within a frame that is higher than the window, drivers aim no pointer.
    pub fn click(&self) -> Outcome {
        self.script::<Value>("arguments[0].click(); return null").map(drop)
    }

    /// What of it is on the screen, as a PNG.
    pub fn picture(&self) -> Outcome<Vec<u8>> {
        let image = self.browser.session().get(&format!("/element/{}/screenshot", self.id))?;
        let image = BASE64_STANDARD.decode(image.as_str().unwrap_or_default());
        image.map_err(|error| Failure::new(format!("a picture that is no base64: {error}")))
    }

    /// Chooses a file in a field for files.
    pub fn choose_file(&self, file: &Path) -> Outcome {
        self.write(&file.display().to_string())
    }

    /// Chooses what is called exactly so among the options of a select.
    pub fn choose(&self, option: &str) -> Outcome {
        // As a person would, who has to see it; WebKit's driver does not bring a select into view for its option.
        const FIND: &str = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });
            return [...arguments[0].options].find(option => option.text === arguments[1]) ?? null";
        let found: Value = self.script_with(FIND, json!(option))?;
        let id = webdriver::element_id(&found)
            .ok_or_else(|| Failure::new(format!("there is no 「{option}」 to choose")))?;
        self.browser.session().post(&format!("/element/{id}/click"), json!({})).map(drop)
    }

    /// Empties a field, as a person who selects all and deletes.
    pub fn clear(&self) -> Outcome {
        self.browser.session().post(&format!("/element/{}/clear", self.id), json!({})).map(drop)
    }

    fn ask(&self, question: &str) -> Outcome<String> {
        let answer = self.browser.session().ask(&format!("/element/{}/{question}", self.id))?;
        Ok(answer.as_str().unwrap_or_default().to_owned())
    }

    fn script<T: serde::de::DeserializeOwned>(&self, script: &str) -> Outcome<T> {
        self.script_with(script, Value::Null)
    }

    fn script_with<T: serde::de::DeserializeOwned>(&self, script: &str, argument: Value) -> Outcome<T> {
        self.browser.script(script, json!([webdriver::element(&self.id), argument]))
    }
}
