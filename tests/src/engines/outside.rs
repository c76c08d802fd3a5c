//! All that is not this machine, for a browser that does not say what it asks for: a proxy that answers nothing and
//! remembers who was called.

use std::{
    collections::BTreeSet,
    io::{BufRead, BufReader},
    net::{Ipv4Addr, TcpListener, TcpStream},
    sync::{Arc, Mutex, PoisonError},
    thread,
};

use crate::{failure::Outcome, port};

/// The proxy. Its thread waits for callers until the run ends.
#[derive(Clone, Debug)]
pub(crate) struct Outside {
    port: u16,
    called: Arc<Mutex<BTreeSet<String>>>,
}

impl Outside {
    pub(super) fn open() -> Outcome<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port::free()?))?;
        let outside = Self { port: listener.local_addr()?.port(), called: Arc::default() };
        let called = Arc::clone(&outside.called);
        thread::spawn(move || {
            for caller in listener.incoming().map_while(Result::ok) {
                let called = Arc::clone(&called);
                thread::spawn(move || {
                    called.lock().unwrap_or_else(PoisonError::into_inner).extend(address(caller));
                });
            }
        });
        Ok(outside)
    }

    pub(super) fn port(&self) -> u16 {
        self.port
    }

    /// The addresses that were called since this was last asked: whole, or `host:port` of what was to be encrypted.
    pub(crate) fn take(&self) -> BTreeSet<String> {
        std::mem::take(&mut *self.called.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The second word of the first line: `GET http://host/path HTTP/1.1` or `CONNECT host:443 HTTP/1.1`.
fn address(caller: TcpStream) -> Option<String> {
    let mut line = String::new();
    BufReader::new(caller).read_line(&mut line).ok()?;
    line.split_whitespace().nth(1).map(str::to_owned)
}
