//! The browser app, from sources to the files that the endpoint carries: bundled by Trunk a page at a time, shrunk, named
//! by content, compressed.

mod cache;
mod compress;
mod embed;
mod guides;
mod html;
mod name;
mod shrink;
mod single;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::fault::{Explain, Fault, Outcome};
use crate::place::Place;
use crate::say;
use crate::tools::Tools;
use cache::Cache;

/// The pages. Each has a wasm of its own, so that a phone downloads nothing of the desk.
pub(crate) const PAGES: [Page; 3] = [
    Page { html: "index.html", bin: "answer", who: "the phone's page" },
    Page { html: "board.html", bin: "board", who: "the board's page" },
    Page { html: "desk.html", bin: "desk", who: "the desk's page" },
];

/// One page of the app.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Page {
    /// Its HTML file, in the repository and in the app.
    pub(crate) html: &'static str,
    /// The binary that its wasm is made of.
    pub(crate) bin: &'static str,
    who: &'static str,
}

/// Files by name.
type Files = BTreeMap<String, Vec<u8>>;

/// Builds all pages into the app's folder.
pub(crate) fn build(place: &Place, tools: &Tools) -> Outcome {
    say::step("fetch what the app is made of", || {
        tools.run("cargo").args(["fetch", "--locked"]).within(&place.root).show().map_err(|fault| {
            Fault::new(format!("the app's crates are not all there: {fault}"))
                .hint("connect to the network once, so that cargo can fetch them from crates.io")
        })
    })?;
    for page in PAGES {
        say::step(&format!("build {}", page.who), || bundle(place, tools, page))?;
    }
    say::step("shrink, name and compress the app", || {
        let mut cache = Cache::at(&place.target.join("browser-app-cache"))?;
        let mut app = Files::new();
        for page in PAGES {
            app.extend(made(&mut cache, tools, read(&bundled(place, page))?)?);
        }
        app.extend(made(&mut cache, tools, embed::styles(&place.root)?)?);
        app.extend(made(&mut cache, tools, embed::scripts(&place.root, &app)?)?);
        app.extend(made(&mut cache, tools, guides::pages(&place.root)?)?);
        compress::beside(&mut cache, &mut app)?;
        cache.forget_unused()?;
        write(&place.app(), &app)
    })
}

/// A page that needs no endpoint: all of it becomes one file.
struct SinglePage {
    page: Page,
    /// What the file is called.
    file: &'static str,
    /// The workers that are in it.
    workers: &'static [&'static str],
}

const SINGLE_PAGES: [SinglePage; 2] = [
    SinglePage {
        page: Page { html: "alone.html", bin: "alone", who: "the page that needs no endpoint" },
        file: "index.html",
        workers: &["files", "qr_reader"],
    },
    SinglePage {
        page: Page { html: "ticket.html", bin: "ticket", who: "the page of a phone that can send nothing" },
        file: "ticket.html",
        workers: &[],
    },
];

/// Builds what is put on a web space where there is no endpoint: its pages with everything in them, and the guides.
pub(crate) fn dist(place: &Place, tools: &Tools, folder: &Path) -> Outcome {
    for single in &SINGLE_PAGES {
        say::step(&format!("build {}", single.page.who), || bundle(place, tools, single.page))?;
    }
    say::step("shrink them and make each one file", || {
        let mut cache = Cache::at(&place.target.join("browser-app-cache"))?;
        let mut dist = Files::new();
        for single in &SINGLE_PAGES {
            dist.insert(single.file.to_owned(), single_page(place, tools, &mut cache, single)?.into_bytes());
        }
        dist.insert("offline.js".to_owned(), include_bytes!("offline.js").to_vec());
        for (name, bytes) in guides::pages(&place.root)? {
            // Beside their pictures.
            let name = name.strip_prefix("guide-").map_or(name.clone(), |guide| format!("guides/{guide}"));
            dist.insert(name, bytes);
        }
        write(folder, &dist)
    })
}

fn single_page(place: &Place, tools: &Tools, cache: &mut Cache, single: &SinglePage) -> Outcome<String> {
    let SinglePage { page, workers, .. } = single;
    let mut files = read(&bundled(place, *page))?;
    let mut shrunk = files.clone();
    shrunk.retain(|name, _| !name.ends_with(".js"));
    shrink::all(cache, tools, &mut shrunk)?;
    files.extend(shrunk);
    single::page(&files, page.html, page.bin, workers, &mut |script| {
        let mut one = Files::from([("script.js".to_owned(), script.as_bytes().to_vec())]);
        shrink::all(cache, tools, &mut one)?;
        Ok(one.into_values().map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect())
    })
}

/// Files shrunk and named by their content.
fn made(cache: &mut Cache, tools: &Tools, mut files: Files) -> Outcome<Files> {
    shrink::all(cache, tools, &mut files)?;
    Ok(name::by_content(files))
}

fn bundled(place: &Place, page: Page) -> PathBuf {
    place.target.join("trunk").join(page.bin)
}

/// Has Trunk build one page, with wasm-bindgen and everything in Trunk.toml.
fn bundle(place: &Place, tools: &Tools, page: Page) -> Outcome {
    let dist = bundled(place, page);
    // Trunk leaves what earlier builds made.
    if dist.exists() {
        fs::remove_dir_all(&dist).explain(|| format!("{} cannot be removed", dist.display()))?;
    }
    tools
        .run("trunk")
        .args(["build", "--release", "--offline", "--html-output", page.html, "--dist"])
        .args([dist.as_path(), Path::new(page.html)])
        .within(&place.root)
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        .without_env("NO_COLOR")
        .show()
}

/// The files of a folder and its folders, by their paths with `/` between.
pub(crate) fn read(folder: &Path) -> Outcome<Files> {
    let mut files = Files::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        let entries = fs::read_dir(&next).explain(|| format!("{} cannot be read", next.display()))?;
        for entry in entries {
            let path = entry.explain(|| format!("{} cannot be read", next.display()))?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let relative = path.strip_prefix(folder).unwrap_or(&path);
            let name: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
            let bytes = fs::read(&path).explain(|| format!("{} cannot be read", path.display()))?;
            files.insert(name.join("/"), bytes);
        }
    }
    Ok(files)
}

/// Makes `folder` hold exactly these files. What is the same stays untouched, so that cargo does not build the endpoint
/// again for nothing.
fn write(folder: &Path, files: &Files) -> Outcome {
    fs::create_dir_all(folder).explain(|| format!("{} cannot be made", folder.display()))?;
    let before = read(folder)?;
    for gone in before.keys().filter(|name| !files.contains_key(*name)) {
        fs::remove_file(folder.join(gone)).explain(|| format!("{gone} cannot be removed"))?;
    }
    for (name, bytes) in files.iter().filter(|(name, bytes)| before.get(*name) != Some(bytes)) {
        let path = folder.join(name);
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent)
            .and_then(|()| fs::write(&path, bytes))
            .explain(|| format!("{} cannot be written", path.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_made_to_hold_exactly_the_files() {
        let folder = tempfile::tempdir().unwrap();
        let files = |names: &[&str]| -> Files {
            names.iter().map(|name| ((*name).to_owned(), name.as_bytes().to_vec())).collect()
        };
        write(folder.path(), &files(&["a", "in/b"])).unwrap();
        let first = fs::metadata(folder.path().join("a")).unwrap().modified().unwrap();
        write(folder.path(), &files(&["a", "in/c"])).unwrap();
        assert_eq!(read(folder.path()).unwrap(), files(&["a", "in/c"]));
        assert_eq!(fs::metadata(folder.path().join("a")).unwrap().modified().unwrap(), first);
    }
}
