//! Shrinking wasm, scripts and styles, by tools that are there or not.

use std::fs;
use std::path::Path;

use super::Files;
use super::cache::Cache;
use super::html;
use crate::fault::{Explain, Outcome};
use crate::process::Run;
use crate::say;
use crate::tools::Tools;

/// A tool with what it is told, and the kind of file it reads and writes.
struct Shrinker<'t> {
    tool: &'t Path,
    args: &'static [&'static str],
    kind: &'static str,
    /// How the tool is told where its result goes; the path follows.
    out: &'static str,
}

/// wasm-opt reads from the module itself which features it uses; to give it more would let it use what WebKit refuses.
const WASM: &[&str] = &["-Oz", "--strip-producers", "--strip-target-features"];
const SCRIPT: &[&str] = &["--minify", "--format=esm", "--legal-comments=none", "--log-level=warning"];
const STYLE: &[&str] = &["--minify", "--legal-comments=none", "--log-level=warning"];

/// Shrinks all files that can be.
pub(super) fn all(cache: &mut Cache, tools: &Tools, files: &mut Files) -> Outcome {
    let wasm_opt = |tool| Shrinker { tool, args: WASM, kind: "wasm", out: "--output=" };
    let esbuild = |tool, args, kind| Shrinker { tool, args, kind, out: "--outfile=" };
    let (mut before, mut after) = (0, 0);
    for (name, bytes) in files.iter_mut() {
        let shrunk = match (name.rsplit('.').next(), tools.wasm_opt.as_deref(), tools.esbuild.as_deref()) {
            (Some("wasm"), Some(tool), _) => wasm_opt(tool).shrink(cache, bytes)?,
            (Some("js"), _, Some(tool)) => esbuild(tool, SCRIPT, "js").shrink(cache, bytes)?,
            (Some("css"), _, Some(tool)) => esbuild(tool, STYLE, "css").shrink(cache, bytes)?,
            (Some("html"), _, Some(tool)) => {
                let page = String::from_utf8_lossy(bytes).into_owned();
                let style = esbuild(tool, STYLE, "css");
                html::shrink(&page, |css| style.shrink(cache, css.as_bytes()))?.into_bytes()
            }
            _ => continue,
        };
        before += bytes.len();
        after += shrunk.len();
        *bytes = shrunk;
    }
    if before > 0 {
        say::note(format_args!("{before} → {after} bytes"));
    }
    Ok(())
}

impl Shrinker<'_> {
    fn shrink(&self, cache: &mut Cache, bytes: &[u8]) -> Outcome<Vec<u8>> {
        let how = format!("{} {}", self.kind, self.args.join(" "));
        cache.get(bytes, &how, |bytes| self.run(bytes))
    }

    fn run(&self, bytes: &[u8]) -> Outcome<Vec<u8>> {
        let folder = tempfile::tempdir().explain(|| "no temporary folder can be made".to_owned())?;
        let [from, to] = ["from", "to"].map(|name| folder.path().join(name).with_extension(self.kind));
        fs::write(&from, bytes).explain(|| format!("{} cannot be written", from.display()))?;
        let out = format!("{}{}", self.out, to.display());
        Run::new(self.tool).args(self.args).args([&out]).args([&from]).show()?;
        fs::read(&to).explain(|| format!("{} left no result", self.tool.display()))
    }
}
