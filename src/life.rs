//! How long a screen lives: for as long as its page, or until the element that it stands in is taken away. Nothing of it may
//! stay behind then: no listener, no stream, no effect.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, EventTarget};

/// What a screen holds on to. Clones are of one life.
#[derive(Clone, Default)]
pub(crate) struct Life(Rc<RefCell<Held>>);

#[derive(Default)]
struct Held {
    ended: bool,
    things: Vec<Box<dyn Any>>,
}

impl Life {
    /// Keeps something until the end; drops it at once where the end has come.
    pub(crate) fn keep(&self, thing: impl Any) {
        let mut held = self.0.borrow_mut();
        if !held.ended {
            held.things.push(Box::new(thing));
        }
    }

    /// Listens until the end.
    pub(crate) fn listen(&self, target: &EventTarget, event: &'static str, handle: impl Fn(Event) + 'static) {
        let handle = Closure::<dyn Fn(Event)>::new(handle);
        drop(target.add_event_listener_with_callback(event, handle.as_ref().unchecked_ref()));
        self.keep(Listener { target: target.clone(), event, handle });
    }

    /// Whether it has ended.
    pub(crate) fn has_ended(&self) -> bool {
        self.0.borrow().ended
    }

    /// Ends it: everything that was kept is dropped, the last first.
    pub(crate) fn end(&self) {
        let mut held = self.0.borrow_mut();
        held.ended = true;
        let things = std::mem::take(&mut held.things);
        // What is dropped may itself ask whether the end has come.
        drop(held);
        things.into_iter().rev().for_each(drop);
    }
}

struct Listener {
    target: EventTarget,
    event: &'static str,
    handle: Closure<dyn Fn(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let handle = self.handle.as_ref().unchecked_ref();
        drop(self.target.remove_event_listener_with_callback(self.event, handle));
    }
}
