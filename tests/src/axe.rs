//! axe-core, which finds what keeps people with disabilities out, run on the page as it is at the moment.

use std::{env, fs, path::PathBuf};

use serde::Deserialize;
use serde_json::json;

use crate::{
    browser::Browser,
    failure::{Failure, Outcome},
    npm,
};

/// WCAG 2.0, 2.1 and 2.2, levels A and AA.
const RULES: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

const RUN: &str = "
    const [tags, done] = arguments;
    axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }).then(
        found => done({ passes: found.passes.length, violations: found.violations.map(({ id, help, nodes }) => ({
            id, help, nodes: nodes.map(node => node.target.flat().join(' ') + ' ' + node.any.concat(node.all, node.none).map(check => check.message).join('; ')) })) }),
        error => done({ error: String(error) }));";

#[derive(Deserialize)]
struct Findings {
    #[serde(default)]
    passes: usize,
    #[serde(default)]
    violations: Vec<Violation>,
    error: Option<String>,
}

#[derive(Deserialize)]
struct Violation {
    id: String,
    help: String,
    nodes: Vec<String>,
}

impl Browser {
    /// Fails with every violation that axe-core finds on the page.
    pub fn is_accessible(&self) -> Outcome {
        if !self.setup().scripts {
            return Err(Failure::new("axe-core needs a browser that runs scripts"));
        }
        let source = fs::read_to_string(source()?)?;
        self.session().run(&source, json!([]))?;
        let found: Findings = serde_json::from_value(self.session().run_until_called(RUN, json!([RULES]))?)?;
        if let Some(error) = found.error {
            return Err(Failure::new(error).during("axe-core"));
        }
        if found.passes == 0 {
            return Err(Failure::new("axe-core found nothing to check on the page"));
        }
        let lines: Vec<_> = found.violations.iter().map(Violation::describe).collect();
        if lines.is_empty() {
            Ok(())
        } else {
            Err(Failure::new(format!("axe-core finds\n{}", lines.join("\n"))))
        }
    }
}

impl Violation {
    fn describe(&self) -> String {
        format!("  {}: {}\n    {}", self.id, self.help, self.nodes.join("\n    "))
    }
}

/// `axe.min.js`: where `AXE_CORE` says, or in npm's package.
fn source() -> Outcome<PathBuf> {
    match env::var_os("AXE_CORE") {
        Some(file) => Ok(file.into()),
        None => Ok(npm::package("axe-core", "AXE_CORE_PACKAGE")?.join("axe.min.js")),
    }
}
