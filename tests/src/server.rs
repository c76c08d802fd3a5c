//! The endpoint's real binary, on a port and a data folder of its own.

use std::{
    fs,
    path::PathBuf,
    process::Command,
    sync::{Mutex, MutexGuard, PoisonError},
};

use tempfile::TempDir;

use crate::{
    failure::{Failure, Outcome},
    port,
    process::Process,
    wait,
};

/// The organiser's key of every endpoint that journeys start.
pub const ORGANISER_KEY: &str = "0123456789abcdef0123456789abcdef";

/// An endpoint that can be stopped, killed and started again, on the same port and data.
#[derive(Debug)]
pub struct Server {
    app: PathBuf,
    port: u16,
    folder: TempDir,
    process: Mutex<Option<Process>>,
    portals: Mutex<Vec<String>>,
}

impl Server {
    /// Starts the binary `app` with an empty data folder.
    pub fn start(app: PathBuf) -> Outcome<Self> {
        let folder = tempfile::Builder::new().prefix("journey-data-").tempdir()?;
        let server =
            Self { app, port: port::free()?, folder, process: Mutex::default(), portals: Mutex::default() };
        server.start_again()?;
        Ok(server)
    }

    /// Starts it anew with these origins as its portals, and no others.
    pub fn list_portals(&self, origins: &[&str]) -> Outcome {
        self.stop()?;
        *self.portals.lock().unwrap_or_else(PoisonError::into_inner) =
            origins.iter().map(|origin| (*origin).to_owned()).collect();
        self.start_again()
    }

    /// Starts it again after it was stopped or killed.
    pub fn start_again(&self) -> Outcome {
        let portals = self.portals.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let process = Process::start(
            Command::new(&self.app)
                .args(["serve", "--listen", &format!("127.0.0.1:{}", self.port)])
                .args(["--public-url", &self.origin(), "--data"])
                .arg(self.folder.path().join("data"))
                .args(portals.iter().flat_map(|portal| ["--portal", portal]))
                .env("FURIKAERI_ORGANISER_KEY", ORGANISER_KEY),
            &self.folder.path().join("log"),
            "cargo xtask build",
        )?;
        // The address is asked for with its port, because links and QR codes carry it; the line says when it answers.
        let line = process.line(wait::PATIENCE)?;
        if line != format!("listening on {}", self.origin()) {
            return Err(
                Failure::new(format!("the endpoint began with 「{line}」")).with(&process.last_words())
            );
        }
        *self.process() = Some(process);
        Ok(())
    }

    /// Ends it as a service manager does.
    pub fn stop(&self) -> Outcome {
        self.process().take().map_or(Ok(()), |mut process| process.stop())
    }

    /// Ends it as a power cut does.
    pub fn kill(&self) -> Outcome {
        self.process().take().map_or(Ok(()), |mut process| process.kill())
    }

    /// Its port.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Its address without a slash at the end: `http://127.0.0.1:PORT`.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Whether a text stands in any of the files in which it keeps its data.
    pub fn keeps(&self, text: &str) -> Outcome<bool> {
        for file in fs::read_dir(self.folder.path().join("data"))? {
            let bytes = fs::read(file?.path())?;
            if bytes.windows(text.len()).any(|window| window == text.as_bytes()) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// What it wrote to stderr lately.
    pub fn last_words(&self) -> String {
        self.process().as_ref().map(Process::last_words).unwrap_or_default()
    }

    fn process(&self) -> MutexGuard<'_, Option<Process>> {
        self.process.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
