//! A participant's screen in an element of somebody else's page.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use survey::Code;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

use super::host::{Host, Tell};
use crate::client::Endpoint;
use crate::life::Life;

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
            life: RefCell::default(),
        });
        spawn_local(Rc::clone(&mount).load());
        Self(mount)
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.0.life.borrow().end();
        self.0.within.set_text_content(None);
    }
}

impl Mount {
    async fn load(self: Rc<Self>) {
        let life = self.life.borrow().clone();
        loop {
            let language = self.language.borrow().clone();
            let written = self.endpoint.form(self.code, &language).await;
            if life.has_ended() {
                return;
            }
            match written {
                Ok(html) => {
                    self.within.set_inner_html(&html);
                    self.switch_languages(&life);
                    super::take_over(&self.within, self.host(), life);
                    return (self.tell)("ready", "");
                }
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
                mount.again();
            }
        });
    }

    fn again(self: Rc<Self>) {
        self.life.replace(Life::default()).end();
        spawn_local(self.load());
    }

    fn host(self: &Rc<Self>) -> Host {
        // Weak, because the screen's own listeners hold it.
        let mount = Rc::downgrade(self);
        let again = move || {
            if let Some(mount) = mount.upgrade() {
                mount.again();
            }
        };
        Host::Element { endpoint: self.endpoint.clone(), tell: Rc::clone(&self.tell), again: Rc::new(again) }
    }
}
