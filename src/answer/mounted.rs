//! A participant's screen in an element of somebody else's page.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use survey::Code;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

use super::host::Host;
use crate::client::Endpoint;
use crate::life::Life;
use crate::tell::Tell;

/// Milliseconds between two tries to reach the endpoint.
const PAUSE: u32 = 5_000;

/// A screen that was mounted. Dropped, it goes and leaves nothing behind but what the phone keeps of its ballot.
pub struct Mounted(Rc<Mount>);

struct Mount {
    within: Element,
    code: Code,
    endpoint: Endpoint,
    /// As the element's attribute has it, until the person chooses another.
    language: RefCell<String>,
    tell: Tell,
    /// Counts what was asked for, so that what comes late finds that something else is wanted; none when it is gone.
    turn: Cell<Option<u32>>,
    /// Of what stands there now.
    life: RefCell<Life>,
}

impl Mounted {
    /// Has the endpoint write the session's screen into an element, and runs it. `tell` hears `ready`, `answered`, and
    /// `error` with its code.
    pub fn new(within: Element, code: Code, endpoint: Endpoint, language: &str, tell: Tell) -> Self {
        super::init();
        let mount = Rc::new(Mount {
            within,
            code,
            endpoint,
            language: RefCell::new(language.to_owned()),
            tell,
            turn: Cell::new(Some(0)),
            life: RefCell::default(),
        });
        spawn_local(Rc::clone(&mount).load());
        Self(mount)
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.0.turn.set(None);
        self.0.life.borrow().end();
        self.0.within.set_text_content(None);
    }
}

impl Mount {
    /// Has the endpoint write the screen, and puts it in the place of what stands there. Until it has come, that goes on: a
    /// form without its app would be sent by the browser, to the page around.
    async fn load(self: Rc<Self>) {
        let Some(before) = self.turn.get() else { return };
        let turn = Some(before + 1);
        self.turn.set(turn);
        while self.turn.get() == turn {
            let language = self.language.borrow().clone();
            let written = self.endpoint.form(self.code, &language).await;
            if self.turn.get() != turn {
                return;
            }
            match written {
                Ok(html) => return self.show(&html),
                Err(trouble) => {
                    (self.tell)("error", trouble.code());
                    if !trouble.may_pass() {
                        return;
                    }
                }
            }
            TimeoutFuture::new(PAUSE).await;
        }
    }

    fn show(self: &Rc<Self>, html: &str) {
        let life = Life::default();
        self.life.replace(life.clone()).end();
        self.within.set_inner_html(html);
        self.switch_languages(&life);
        super::take_over(&self.within, self.host(), life);
        (self.tell)("ready", "");
    }

    /// Has the screen written in the language that somebody chooses on it. By itself that would lead away from the page.
    fn switch_languages(self: &Rc<Self>, life: &Life) {
        let mount = Rc::downgrade(self);
        life.listen(&self.within, "click", move |event| {
            let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let switch = element.and_then(|element| element.closest(".languages [lang]").ok().flatten());
            let Some((switch, mount)) = switch.zip(mount.upgrade()) else { return };
            event.prevent_default();
            let address = switch.get_attribute("formaction").or(switch.get_attribute("href"));
            if let Some((_, language)) = address.as_deref().and_then(|address| address.split_once("lang=")) {
                language.clone_into(&mut mount.language.borrow_mut());
                spawn_local(mount.load());
            }
        });
    }

    fn host(self: &Rc<Self>) -> Host {
        // Weak, because the screen's own listeners hold it.
        let mount = Rc::downgrade(self);
        let again = move || {
            if let Some(mount) = mount.upgrade() {
                spawn_local(mount.load());
            }
        };
        Host::Element { endpoint: self.endpoint.clone(), tell: Rc::clone(&self.tell), again: Rc::new(again) }
    }
}
