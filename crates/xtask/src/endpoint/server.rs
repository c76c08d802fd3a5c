//! The binary as a child process, from the line that says it listens to its orderly end.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use crate::fault::{Explain, Fault, Outcome};

/// How long it may take to begin and to end.
const PATIENCE: Duration = Duration::from_secs(20);

/// Where the binary listens and what it calls itself.
#[derive(Clone, Debug)]
pub(crate) struct Address {
    /// The local address; port 0 for any.
    pub(crate) listen: SocketAddr,
    /// The address that phones reach; where it listens, if nothing is said.
    pub(crate) public_url: Option<String>,
}

/// The running binary. It is asked to end when this is dropped.
#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    port: u16,
    log: PathBuf,
}

impl Server {
    /// Starts it with this data folder and this organiser's key, and waits until it listens.
    pub(crate) fn start(binary: &Path, data: &Path, address: &Address, organiser_key: &str) -> Outcome<Self> {
        fs::create_dir_all(data).explain(|| format!("{} cannot be made", data.display()))?;
        let log = data.join("furikaeri.log");
        let file = File::create(&log).explain(|| format!("{} cannot be written", log.display()))?;
        let mut command = Command::new(binary);
        command.args(["serve", "--listen", &address.listen.to_string(), "--data"]).arg(data);
        if let Some(url) = &address.public_url {
            command.args(["--public-url", url]);
        }
        command.env("FURIKAERI_ORGANISER_KEY", organiser_key).env("RUST_BACKTRACE", "0");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(file);
        let mut child = command.spawn().explain(|| format!("{} could not be started", binary.display()))?;
        let lines = child.stdout.take().map(lines_of);
        // From here on the child ends with this value, however this function ends.
        let mut server = Self { child, port: 0, log };
        server.port = server.await_port(lines.as_ref())?;
        Ok(server)
    }

    /// The port it listens on.
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// Its address on this machine, without a slash at the end.
    pub(crate) fn local_url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// What is wrong, where it has ended by itself.
    pub(crate) fn has_ended(&mut self) -> Option<Fault> {
        let status = self.child.try_wait().ok().flatten()?;
        Some(Fault::new(format!("the endpoint ended by itself ({status}){}", self.last_words())))
    }

    fn await_port(&mut self, lines: Option<&Receiver<String>>) -> Outcome<u16> {
        let until = Instant::now() + PATIENCE;
        while let Some(lines) = lines {
            match lines.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(line) => {
                    if let Some(port) = port_in(&line) {
                        return Ok(port);
                    }
                }
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => {
                    drop(self.child.wait());
                    break;
                }
            }
        }
        let ended = self.has_ended();
        Err(ended.unwrap_or_else(|| {
            Fault::new(format!("the endpoint does not say where it listens{}", self.last_words()))
        }))
    }

    fn last_words(&self) -> String {
        let log = fs::read_to_string(&self.log).unwrap_or_default();
        let lines: Vec<_> = log.lines().collect();
        let last = lines.get(lines.len().saturating_sub(8)..).unwrap_or_default();
        if last.is_empty() { String::new() } else { format!(":\n    {}", last.join("\n    ")) }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(Some(_))) {
            return;
        }
        ask_to_end(&mut self.child);
        let until = Instant::now() + PATIENCE;
        while Instant::now() < until && matches!(self.child.try_wait(), Ok(None)) {
            thread::sleep(Duration::from_millis(20));
        }
        // It has ended by now, unless it hangs.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

#[cfg(unix)]
fn ask_to_end(child: &mut Child) {
    use rustix::process::{Pid, Signal, kill_process};
    if let Some(pid) = i32::try_from(child.id()).ok().and_then(Pid::from_raw) {
        // It may have ended meanwhile.
        let _ = kill_process(pid, Signal::TERM);
    }
}

#[cfg(not(unix))]
fn ask_to_end(child: &mut Child) {
    drop(child.kill());
}

/// The lines of its stdout; read to the end, so that it never waits for a reader.
fn lines_of(stdout: ChildStdout) -> Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            drop(sender.send(line));
        }
    });
    receiver
}

/// The port in `listening on http://127.0.0.1:41234`.
fn port_in(line: &str) -> Option<u16> {
    line.strip_prefix("listening on ")?.trim_end_matches('/').rsplit(':').next()?.parse().ok()
}

impl Address {
    /// Any free port of this machine, for nobody else.
    pub(crate) fn private() -> Self {
        Self { listen: SocketAddr::from(([127, 0, 0, 1], 0)), public_url: None }
    }

    /// Whether somebody else listens there already, as a fault that says what to do.
    pub(crate) fn check_free(ip: IpAddr, port: u16) -> Outcome {
        TcpListener::bind((ip, port)).map(drop).map_err(|cause| {
            let other = port.checked_add(1).unwrap_or(8080);
            Fault::new(format!("port {port} cannot be listened on: {cause}"))
                .hint(format!("end what listens there, or choose another port, such as {other}"))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_that_says_where_it_listens_is_understood() {
        assert_eq!(port_in("listening on http://127.0.0.1:41234"), Some(41234));
        assert_eq!(port_in("listening on https://[::1]:8443/"), Some(8443));
        assert_eq!(port_in("organiser key: 8080"), None);
    }

    #[test]
    fn a_taken_port_is_no_free_port() {
        let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = taken.local_addr().unwrap();
        assert!(Address::check_free(address.ip(), address.port()).is_err());
        drop(taken);
        assert_eq!(Address::check_free(address.ip(), address.port()), Ok(()));
    }

    #[cfg(unix)]
    #[test]
    fn a_binary_that_ends_at_once_is_reported_with_its_last_words() {
        let data = tempfile::tempdir().unwrap();
        // The shell finds no script of the name `serve`, says so and ends.
        let started = Server::start(Path::new("/bin/sh"), data.path(), &Address::private(), "");
        let said = started.map(|server| server.port()).map_err(|fault| fault.to_string()).unwrap_err();
        assert!(said.contains("ended by itself") && said.contains("serve"), "{said}");
    }
}
