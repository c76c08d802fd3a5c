//! A participant's screen in an element of somebody else's page.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use survey::Code;
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
    /// As the element's attribute has it.
    language: String,
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
            language: language.to_owned(),
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
            let written = self.endpoint.form(self.code, &self.language).await;
            if life.has_ended() {
                return;
            }
            match written {
                Ok(html) => {
                    self.within.set_inner_html(&html);
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

    fn host(self: &Rc<Self>) -> Host {
        // Weak, because the screen's own listeners hold it.
        let mount = Rc::downgrade(self);
        let again = move || {
            if let Some(mount) = mount.upgrade() {
                let ended = mount.life.replace(Life::default());
                ended.end();
                spawn_local(mount.load());
            }
        };
        Host::Element { endpoint: self.endpoint.clone(), tell: Rc::clone(&self.tell), again: Rc::new(again) }
    }
}
