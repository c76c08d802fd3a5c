//! The real program: started, read from, signalled, killed.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};

use endpoint::start::ORGANISER_KEY;

use crate::app::Caller;

/// The key that tests hand to the program.
pub(crate) const KEY: &str = "00112233445566778899aabbccddeeff";

/// The program with these arguments, and no key in its environment.
pub(crate) fn furikaeri(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_furikaeri"));
    command.args(arguments).env_remove(ORGANISER_KEY).stdin(Stdio::null());
    command
}

/// A process that does not outlive its test.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.0.kill().and_then(|()| self.0.wait());
    }
}

/// A program that serves.
pub(crate) struct Program {
    process: Process,
    lines: BufReader<ChildStdout>,
    pub(crate) address: String,
}

impl Program {
    /// Starts it on a free port.
    pub(crate) fn serve(data: &Path, key: Option<&str>) -> Self {
        let mut command = furikaeri(&["serve", "--listen", "127.0.0.1:0", "--data"]);
        command.arg(data).stdout(Stdio::piped()).stderr(Stdio::piped());
        if let Some(key) = key {
            command.env(ORGANISER_KEY, key);
        }
        let mut process = Process(command.spawn().unwrap());
        let mut lines = BufReader::new(process.0.stdout.take().unwrap());
        let mut first = String::new();
        lines.read_line(&mut first).unwrap();
        let address = first.trim_end().strip_prefix("listening on ").expect("the first line").to_owned();
        Self { process, lines, address }
    }

    /// Someone who calls it with the key of these tests.
    pub(crate) fn caller(&self) -> Caller {
        Caller::new(&self.address, KEY)
    }

    /// Kills it without a word (SIGKILL).
    pub(crate) fn kill(mut self) {
        self.process.0.kill().unwrap();
        self.process.0.wait().unwrap();
    }

    /// Asks it to stop (SIGTERM) and waits until it has.
    pub(crate) fn terminate(mut self) -> Ended {
        let kill = format!("kill -TERM {}", self.process.0.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
        let mut ended =
            Ended { status: self.process.0.wait().unwrap(), out: String::new(), err: String::new() };
        self.lines.read_to_string(&mut ended.out).unwrap();
        self.process.0.stderr.take().unwrap().read_to_string(&mut ended.err).unwrap();
        ended
    }
}

/// How a program ended, and what it said after its first line.
pub(crate) struct Ended {
    pub(crate) status: ExitStatus,
    pub(crate) out: String,
    pub(crate) err: String,
}
