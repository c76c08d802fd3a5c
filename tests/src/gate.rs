//! A bad network between a browser and the endpoint, in every engine alike: a proxy that can hold requests back, refuse
//! them, or lose the answer to one that was carried out.

mod exchange;

use std::{
    fmt,
    net::{Ipv4Addr, TcpListener, TcpStream},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
};

use crate::{failure::Outcome, port};

/// What happens to requests whose path contains a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// They wait, and the streams of those that are already answered fall silent, until the rule is lifted.
    Hold,
    /// Their connection is cut without an answer.
    Refuse,
    /// They are carried out, and then their connection is cut.
    LoseAnswer,
}

/// A request that came to a gate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// E.g. `PUT`.
    pub method: String,
    /// The path with its query.
    pub path: String,
}

/// A gate in front of an endpoint. Lets everything through until a rule is set.
#[derive(Debug)]
pub struct Gate {
    port: u16,
    inner: Arc<Inner>,
}

#[derive(Default)]
struct Inner {
    state: Mutex<Rules>,
    changed: Condvar,
}

#[derive(Default)]
struct Rules {
    rules: Vec<(String, Rule)>,
    seen: Vec<Seen>,
    lost: Vec<Seen>,
    bodies: Vec<Vec<u8>>,
    /// The paths whose answers have not ended.
    under_way: Vec<String>,
    closed: bool,
}

impl Gate {
    /// Opens a gate in front of the endpoint at `port`.
    pub fn before(port: u16) -> Outcome<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port::free()?))?;
        let gate = Self { port: listener.local_addr()?.port(), inner: Arc::default() };
        let inner = Arc::clone(&gate.inner);
        thread::spawn(move || {
            for browser in listener.incoming().map_while(Result::ok) {
                let inner = Arc::clone(&inner);
                if inner.lock().closed {
                    return;
                }
                // A connection that breaks is the browser's to notice.
                thread::spawn(move || exchange::carry(&inner, browser, port));
            }
        });
        Ok(gate)
    }

    /// Its address without a slash at the end: `http://127.0.0.1:PORT`.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// From now on `rule` meets the requests whose path contains `part`.
    pub fn set(&self, part: &str, rule: Rule) {
        self.inner.change(|state| {
            state.rules.retain(|(known, _)| known != part);
            state.rules.push((part.to_owned(), rule));
        });
    }

    /// Lifts the rule for `part`; what was held goes on.
    pub fn lift(&self, part: &str) {
        self.inner.change(|state| state.rules.retain(|(known, _)| known != part));
    }

    /// All requests that have come, in their order.
    pub fn seen(&self) -> Vec<Seen> {
        self.inner.lock().seen.clone()
    }

    /// What the requests carried that were let through, in their order; those without a body carried nothing.
    pub fn bodies(&self) -> Vec<Vec<u8>> {
        self.inner.lock().bodies.clone()
    }

    /// How many requests whose path contains a text have an answer that has not ended, such as live streams.
    pub fn under_way(&self, part: &str) -> usize {
        self.inner.lock().under_way.iter().filter(|path| path.contains(part)).count()
    }

    /// Those that were carried out and whose answer was lost.
    pub fn lost(&self) -> Vec<Seen> {
        self.inner.lock().lost.clone()
    }
}

impl Drop for Gate {
    fn drop(&mut self) {
        self.inner.change(|state| state.closed = true);
        // Wakes the thread that accepts, which then ends.
        let _woken = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
    }
}

impl Inner {
    fn lock(&self) -> MutexGuard<'_, Rules> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self, change: impl FnOnce(&mut Rules)) {
        change(&mut self.lock());
        self.changed.notify_all();
    }

    /// Waits while `path` is held; then the rule for it, if any. None once the gate is closed.
    fn pass(&self, path: &str) -> Option<Option<Rule>> {
        let mut state = self.lock();
        loop {
            let rule = state.rules.iter().find(|(part, _)| path.contains(part)).map(|(_, rule)| *rule);
            match (state.closed, rule) {
                (true, _) => return None,
                (false, Some(Rule::Hold)) => {
                    state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
                }
                (false, rule) => return Some(rule),
            }
        }
    }
}

impl fmt::Debug for Inner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(&self.lock().rules).finish()
    }
}

#[cfg(test)]
mod tests {
    use std::{
        io::{Read, Write},
        sync::mpsc::channel,
    };

    use super::*;
    use crate::wait::{PATIENCE, until};

    /// An endpoint that answers every request with the request's own first bytes.
    fn echo() -> u16 {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        thread::spawn(move || {
            for mut caller in listener.incoming().map_while(Result::ok) {
                let mut request = [0; 4096];
                let length = caller.read(&mut request).unwrap();
                caller.write_all(request.get(..length).unwrap()).unwrap();
            }
        });
        port
    }

    fn ask(gate: &Gate, path: &str) -> String {
        let mut caller = TcpStream::connect((Ipv4Addr::LOCALHOST, gate.port)).unwrap();
        write!(caller, "GET {path} HTTP/1.1\r\nHost: here\r\nConnection: keep-alive\r\n\r\n").unwrap();
        let mut answer = String::new();
        caller.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn what_no_rule_meets_goes_through() {
        let gate = Gate::before(echo()).unwrap();
        gate.set("/other", Rule::Refuse);
        assert_eq!(ask(&gate, "/a"), "GET /a HTTP/1.1\r\nHost: here\r\nconnection: close\r\n\r\n");
        assert_eq!(gate.seen(), [Seen { method: "GET".into(), path: "/a".into() }]);
    }

    #[test]
    fn what_was_sent_through_is_known() {
        let gate = Gate::before(echo()).unwrap();
        let mut caller = TcpStream::connect((Ipv4Addr::LOCALHOST, gate.port)).unwrap();
        write!(caller, "PUT /a HTTP/1.1\r\nContent-Length: 4\r\n\r\nbody").unwrap();
        until("the body comes", PATIENCE, || Ok((gate.bodies() == [b"body"]).then_some(()))).unwrap();
    }

    #[test]
    fn an_answer_without_end_is_under_way_until_its_caller_goes() {
        let silent = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let gate = Gate::before(silent.local_addr().unwrap().port()).unwrap();
        let mut caller = TcpStream::connect((Ipv4Addr::LOCALHOST, gate.port)).unwrap();
        write!(caller, "GET /live HTTP/1.1\r\n\r\n").unwrap();
        until("it is under way", PATIENCE, || Ok((gate.under_way("/live") == 1).then_some(()))).unwrap();
        assert_eq!(gate.under_way("/other"), 0);
        drop(caller);
        until("it has ended", PATIENCE, || Ok((gate.under_way("/live") == 0).then_some(()))).unwrap();
    }

    #[test]
    fn what_is_refused_or_lost_has_no_answer_and_only_what_is_lost_was_carried_out() {
        let gate = Gate::before(echo()).unwrap();
        gate.set("/refused", Rule::Refuse);
        gate.set("/lost", Rule::LoseAnswer);
        assert_eq!((ask(&gate, "/refused"), ask(&gate, "/lost")), (String::new(), String::new()));
        assert_eq!(gate.lost(), [Seen { method: "GET".into(), path: "/lost".into() }]);
    }

    #[test]
    fn what_is_held_goes_on_when_the_rule_is_lifted() {
        let gate = Gate::before(echo()).unwrap();
        gate.set("/held", Rule::Hold);
        let (send, answers) = channel();
        thread::scope(|scope| {
            scope.spawn(|| send.send(ask(&gate, "/held")));
            until("the request comes", PATIENCE, || Ok((!gate.seen().is_empty()).then_some(()))).unwrap();
            assert!(answers.try_recv().is_err());
            gate.lift("/held");
            assert!(answers.recv().unwrap().starts_with("GET /held"));
        });
    }
}
