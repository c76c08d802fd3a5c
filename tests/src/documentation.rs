//! A documentation site as MkDocs makes it of Markdown, and a web server for its files.

use std::{fs, path::Path, process::Command};

use tempfile::TempDir;

use crate::{
    failure::{Failure, Outcome},
    port,
    process::Process,
    wait,
};

const HINT: &str = "cargo xtask setup --tests";

/// A site that is served as its files are.
#[derive(Debug)]
pub struct Documentation {
    port: u16,
    folder: TempDir,
    _web: Process,
}

impl Documentation {
    /// Serves a site that is yet to be made.
    pub fn serve() -> Outcome<Self> {
        let folder = tempfile::Builder::new().prefix("documentation-").tempdir()?;
        let port = port::free()?;
        let site = folder.path().join("site");
        fs::create_dir(&site)?;
        // What serves WordPress serves files, too.
        let web = Process::start(
            Command::new("php").args(["-S", &format!("127.0.0.1:{port}"), "-t"]).arg(&site),
            &folder.path().join("php.log"),
            HINT,
        )?;
        Ok(Self { port, folder, _web: web })
    }

    /// Its address without a slash at the end: `http://127.0.0.1:PORT`.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Has MkDocs make the site of these Markdown files; gives the address of the first page.
    pub fn publish(&self, files: &[(&str, String)]) -> Outcome<String> {
        let folder = self.folder.path();
        fs::create_dir_all(folder.join("docs"))?;
        for (name, markdown) in files {
            fs::write(folder.join("docs").join(name), markdown)?;
        }
        fs::write(
            folder.join("mkdocs.yml"),
            "site_name: 研修の手引き\ntheme:\n  name: mkdocs\n  locale: ja\n",
        )?;
        build(folder)?;
        let page = self.origin() + "/index.html";
        wait::until("its page is served", wait::PATIENCE, || {
            Ok(ureq::get(&page).call().is_ok().then_some(()))
        })?;
        Ok(page)
    }
}

fn build(folder: &Path) -> Outcome {
    let output = Command::new("mkdocs").args(["build", "--quiet"]).current_dir(folder).output();
    let output = output.map_err(|error| Failure::from(error).during(&format!("mkdocs ({HINT})")))?;
    if output.status.success() {
        return Ok(());
    }
    Err(Failure::new(format!("mkdocs failed: {}", String::from_utf8_lossy(&output.stderr))))
}
