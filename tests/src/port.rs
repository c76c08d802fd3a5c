//! Free ports of this machine.

use std::{
    net::{Ipv4Addr, TcpListener},
    sync::atomic::{AtomicU16, Ordering},
};

use crate::failure::{Failure, Outcome};

/// Below the range from which Linux takes the ports of outgoing connections, so that none of those can take a port
/// between its choice here and its use.
const FIRST: u16 = 20_000;
const LAST: u16 = 32_000;

static NEXT: AtomicU16 = AtomicU16::new(FIRST);

/// A port that nothing listens on. Never the same twice in a run, so that two journeys never share an origin, and with
/// it what browsers store.
pub fn free() -> Outcome<u16> {
    loop {
        let port = NEXT.fetch_add(1, Ordering::Relaxed);
        if port > LAST {
            return Err(Failure::new("no free port is left"));
        }
        if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return Ok(port);
        }
    }
}
