//! Programs that run beside a journey, and end with it.

use std::{
    fs::File,
    io::{BufRead, BufReader, ErrorKind, Read},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::mpsc::{Receiver, channel},
    thread,
    time::Duration,
};

use rustix::process::{Pid, Signal, kill_process};

use crate::{
    failure::{Failure, Outcome},
    wait,
};

/// A running program, killed when dropped. What it writes to stderr goes to a file.
#[derive(Debug)]
pub struct Process {
    name: String,
    child: Child,
    lines: Receiver<String>,
    log: PathBuf,
}

impl Process {
    /// Starts `command`, whose stderr goes to the file `log`. `hint` says how to get the program where it is missing.
    pub fn start(command: &mut Command, log: &Path, hint: &str) -> Outcome<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        let errors = File::options().create(true).append(true).open(log)?;
        let spawned = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(errors).spawn();
        let mut child = spawned.map_err(|error| match error.kind() {
            ErrorKind::NotFound => Failure::new(format!("{name} is missing: {hint}")),
            _ => Failure::from(error).during(&format!("starting {name}")),
        })?;
        let (send, lines) = channel();
        if let Some(stdout) = child.stdout.take() {
            // Reads to the end even when nobody listens, or the program would stop at a full pipe.
            thread::spawn(move || {
                for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                    let _nobody_listens = send.send(line);
                }
            });
        }
        Ok(Self { name, child, lines, log: log.to_owned() })
    }

    /// The next line it writes to stdout.
    pub fn line(&self, patience: Duration) -> Outcome<String> {
        self.lines
            .recv_timeout(patience)
            .map_err(|_| Failure::new(format!("{} did not say a line", self.name)).with(&self.last_words()))
    }

    /// What it wrote to stderr, at most the last 2000 characters.
    pub fn last_words(&self) -> String {
        let mut text = String::new();
        let read = File::open(&self.log).and_then(|mut log| log.read_to_string(&mut text));
        if read.is_err() {
            return String::new();
        }
        let skipped = text.chars().count().saturating_sub(2000);
        text.chars().skip(skipped).collect()
    }

    /// Asks it to end, as a service manager does, and waits until it has.
    pub fn stop(&mut self) -> Outcome {
        let pid = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw);
        let pid = pid.ok_or_else(|| Failure::new("a process without a number"))?;
        kill_process(pid, Signal::TERM).map_err(std::io::Error::from)?;
        let name = self.name.clone();
        wait::until(&format!("{name} ends when asked to"), wait::PATIENCE, || Ok(self.child.try_wait()?))?;
        Ok(())
    }

    /// Ends it at once, with no chance to tidy up (SIGKILL).
    pub fn kill(&mut self) -> Outcome {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself, which is as good.
        let _ended = self.child.kill().and_then(|()| self.child.wait());
    }
}
