//! The word that something has changed, among the tabs of this browser and within one.

use std::cell::RefCell;

use futures_channel::mpsc;
use futures_util::StreamExt;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{BroadcastChannel, Event};

use crate::address;

/// Hears of changes.
pub(crate) struct Changes {
    heard: mpsc::UnboundedReceiver<()>,
}

thread_local! {
    static CHANNEL: Option<BroadcastChannel> = open();
    static LISTENERS: RefCell<Vec<mpsc::UnboundedSender<()>>> = const { RefCell::new(Vec::new()) };
}

/// From now on.
pub(crate) fn changed() -> Changes {
    let (tell, heard) = mpsc::unbounded();
    LISTENERS.with_borrow_mut(|listeners| listeners.push(tell));
    // The channel is opened when it is first looked at.
    CHANNEL.with(|_| {});
    Changes { heard }
}

impl Changes {
    /// Waits for the next change; several at once count as one.
    pub(crate) async fn next(&mut self) {
        self.heard.next().await;
        while self.heard.try_recv().is_ok() {}
    }
}

/// Something has changed here.
pub(super) fn tell() {
    hear();
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            // A browser without other tabs has nobody to tell.
            drop(channel.post_message(&true.into()));
        }
    });
}

pub(super) fn hear() {
    LISTENERS.with_borrow_mut(|listeners| listeners.retain(|listener| listener.unbounded_send(()).is_ok()));
}

fn open() -> Option<BroadcastChannel> {
    let channel = BroadcastChannel::new(&format!("furikaeri {}", address::folder())).ok()?;
    let listen = Closure::<dyn Fn(Event)>::new(|_| hear());
    channel.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    // As long as the page is there.
    listen.forget();
    Some(channel)
}
