//! Lighthouse, which gives a page's accessibility a score: run beside the browser of a journey, on the page as it is.

use std::{
    io::{self, BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    sync::{Mutex, PoisonError},
};

use serde::Deserialize;

use crate::{
    browser::Browser,
    failure::{Failure, Outcome},
    npm,
};

/// Lighthouse, attached to one Chromium. Ends when dropped.
#[derive(Debug)]
pub struct Lighthouse {
    process: Child,
    pipes: Mutex<(ChildStdin, BufReader<ChildStdout>)>,
}

/// What it says of a page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Report {
    /// From 0 to 1.
    score: f64,
    /// How many audits had something to look at.
    applied: usize,
    failed: Vec<Audit>,
    error: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Audit {
    id: String,
    title: String,
    nodes: Vec<String>,
}

impl Lighthouse {
    /// Attaches to a browser, which must be Chromium.
    pub fn beside(browser: &Browser) -> Outcome<Self> {
        let address = browser.session().capability("/goog:chromeOptions/debuggerAddress");
        let address = address.ok_or_else(|| Failure::new("this browser is not Chromium"))?;
        let package = npm::package("lighthouse", "LIGHTHOUSE")?;
        let modules = package.parent().unwrap_or(&package);
        let mut process = Command::new("node")
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("lighthouse/score.mjs"))
            .arg(modules)
            .arg(address)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| Failure::from(error).during("node (apt-get install nodejs)"))?;
        let (Some(input), Some(output)) = (process.stdin.take(), process.stdout.take()) else {
            return Err(Failure::new("node has no stdin and stdout"));
        };
        Ok(Self { process, pipes: Mutex::new((input, BufReader::new(output))) })
    }

    /// Fails where the page that the browser shows has less than 100 points; says the points on stdout.
    pub fn gives_all_points(&self, page: &str) -> Outcome {
        let report = self.look()?;
        if let Some(error) = report.error {
            return Err(Failure::new(error).during("Lighthouse"));
        }
        if report.applied == 0 {
            return Err(Failure::new("Lighthouse found nothing to look at"));
        }
        writeln!(io::stdout(), "lighthouse {:>3.0} {page}", report.score * 100.0)?;
        let lines = report.failed.iter().map(|audit| {
            format!("    {}: {}\n      {}", audit.id, audit.title, audit.nodes.join("\n      "))
        });
        let lines: Vec<_> = lines.collect();
        if report.score >= 1.0 && lines.is_empty() {
            return Ok(());
        }
        Err(Failure::new(format!(
            "Lighthouse gives {:.0} points\n{}",
            report.score * 100.0,
            lines.join("\n")
        )))
    }

    fn look(&self) -> Outcome<Report> {
        let mut pipes = self.pipes.lock().unwrap_or_else(PoisonError::into_inner);
        let (input, output) = &mut *pipes;
        writeln!(input, "score")?;
        let mut answer = String::new();
        output.read_line(&mut answer)?;
        if answer.is_empty() {
            return Err(Failure::new("Lighthouse ended early; what it said stands above"));
        }
        Ok(serde_json::from_str(&answer)?)
    }
}

impl Drop for Lighthouse {
    fn drop(&mut self) {
        // It has nothing to lose; where it has ended already, that is as well.
        let _ended = self.process.kill().and_then(|()| self.process.wait());
    }
}
