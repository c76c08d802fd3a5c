//! The rules, each over one file: what is wrong with it, if anything.

use std::collections::BTreeSet;

use super::code::Source;

const LONGEST: usize = 400;
const DATA: [&str; 12] = [
    ".lock",
    ".md",
    ".json",
    ".svg",
    ".html.golden",
    ".txt",
    ".csv",
    ".snap",
    ".golden",
    ".pem",
    ".ics",
    ".xml",
];
/// What reaches beyond the page, by the names that Rust and the browser have for it.
const BEYOND: [&str; 14] = [
    "fetch",
    "fetch_with_str",
    "fetch_with_request",
    "fetch_with_str_and_init",
    "EventSource",
    "WebSocket",
    "XmlHttpRequest",
    "send_beacon",
    "localStorage",
    "local_storage",
    "sessionStorage",
    "session_storage",
    "LocalStorage",
    "SessionStorage",
];
const SCREENS: [&str; 12] = [
    "client",
    "answer",
    "board",
    "desk",
    "embed",
    "files",
    "kiosk",
    "qr_reader",
    "report",
    "scan",
    "sheets",
    "ticket_page",
];

/// No file is longer than a person reads at once, except data and prose.
pub(super) fn short(source: &Source) -> Option<String> {
    let data = DATA.iter().any(|end| source.path.ends_with(end)) || source.path.starts_with("LICENSE");
    let lines = source.text.lines().count();
    (!data && lines > LONGEST).then(|| format!("{lines} lines, and {LONGEST} are the most"))
}

/// Every Rust file begins with a line about itself.
pub(super) fn introduced(source: &Source) -> Option<String> {
    (source.is_rust() && !source.text.starts_with("//! ")).then(|| "does not say what it holds".to_owned())
}

/// In the app, only `src/client/` reaches beyond the page.
pub(super) fn only_the_client_talks(source: &Source) -> Option<String> {
    let elsewhere =
        source.is_rust() && source.path.starts_with("src/") && !source.path.starts_with("src/client");
    if elsewhere { source.first_with(&BEYOND) } else { None }
}

/// `src/parts/` imports neither the client nor a screen.
pub(super) fn parts_are_apart(source: &Source) -> Option<String> {
    if !source.is_rust() || !source.path.starts_with("src/parts") {
        return None;
    }
    let code: String = source.code().flat_map(|(_, line)| [line, "\n"]).collect();
    let ours = code.split("crate::").skip(1).map(|rest| rest.split(';').next().unwrap_or_default());
    ours.flat_map(first_names).find(|name| SCREENS.contains(name)).map(|name| format!("imports {name}"))
}

/// The first names of what follows `crate::`: of `client::live` it is `client`, of `{a::b, c}` they are `a` and `c`.
fn first_names(path: &str) -> Vec<&str> {
    let name = |path: &str| {
        path.trim().len() - path.trim().trim_start_matches(|c: char| c.is_alphanumeric() || c == '_').len()
    };
    let Some(group) = path.trim_start().strip_prefix('{') else {
        let path = path.trim_start();
        return vec![&path[..name(path)]];
    };
    let mut depth = 0;
    let mut names = Vec::new();
    for part in group.split_inclusive([',', '{', '}']) {
        if depth == 0 {
            let part = part.trim_start();
            names.push(&part[..name(part)]);
        }
        match part.chars().next_back() {
            Some('{') => depth += 1,
            Some('}') if depth == 0 => break,
            Some('}') => depth -= 1,
            _ => {}
        }
    }
    names
}

/// What may fail is answered.
pub(super) fn not_unwrapped(source: &Source) -> Option<String> {
    if !source.is_rust() || source.is_test() {
        return None;
    }
    source.code().find_map(|(number, line)| {
        let call = [".unwrap(", ".expect("].into_iter().find(|call| line.contains(call))?;
        Some(format!("line {number}: {call}…)"))
    })
}

/// The names of what a manifest needs to build, on whatever target.
pub(super) fn dependencies(manifest: &str) -> BTreeSet<String> {
    let mut within = false;
    let mut names = BTreeSet::new();
    for line in manifest.lines().map(str::trim) {
        if let Some(section) = line.strip_prefix('[') {
            let section = section.trim_end_matches(']').trim_start_matches('[');
            within = section.ends_with("dependencies") && !section.ends_with("dev-dependencies");
            if let Some((_, name)) =
                section.rsplit_once("dependencies.").filter(|(kind, _)| !kind.ends_with("dev-"))
            {
                names.insert(name.to_owned());
            }
        } else if within && !line.is_empty() && !line.starts_with('#') {
            names.extend(line.split(['.', ' ', '=']).next().map(str::to_owned));
        }
    }
    names
}

fn source(path: &str, text: &str) -> Source {
    Source { path: path.to_owned(), text: text.to_owned() }
}

#[test]
fn long_files_are_found_unless_they_are_data() {
    assert!(short(&source("src/a.rs", &"x\n".repeat(401))).is_some());
    assert!(short(&source("src/a.rs", &"x\n".repeat(400))).is_none());
    assert!(short(&source("Cargo.lock", &"x\n".repeat(401))).is_none());
}

#[test]
fn modules_without_an_introduction_are_found() {
    assert!(introduced(&source("src/a.rs", "use std::fs;\n")).is_some());
    assert!(introduced(&source("src/a.rs", "//! What it holds.\n")).is_none());
}

#[test]
fn the_network_is_for_the_client() {
    let text = "//! x\nlet answer = window.fetch_with_request(&request);\n";
    assert!(only_the_client_talks(&source("src/board/live.rs", text)).is_some());
    assert!(only_the_client_talks(&source("src/client/http.rs", text)).is_none());
    assert!(only_the_client_talks(&source("crates/endpoint/src/a.rs", text)).is_none());
}

#[test]
fn parts_that_import_a_screen_are_found() {
    for import in [
        "use crate::client::Live;",
        "use crate::{parts::qr, board};",
        "use crate::{\n    a::{b, c},\n    desk::x,\n};",
    ] {
        assert!(parts_are_apart(&source("src/parts/bars.rs", import)).is_some(), "{import}");
    }
    for import in
        ["use crate::parts::client;", "use words::ja::answer;", "use crate::{parts::{board, desk}, a};"]
    {
        assert!(parts_are_apart(&source("src/parts/bars.rs", import)).is_none(), "{import}");
    }
    assert!(parts_are_apart(&source("src/board/mod.rs", "use crate::client::Live;")).is_none());
}

#[test]
fn what_is_unwrapped_is_found_outside_tests() {
    let text = "//! x\nlet a = b.unwrap();\n";
    assert!(not_unwrapped(&source("crates/a/src/lib.rs", text)).is_some());
    assert!(not_unwrapped(&source("crates/a/tests/story.rs", text)).is_none());
    assert!(
        not_unwrapped(&source("src/a.rs", "//! x\n#[cfg(test)]\nmod tests { b.expect(\"c\") }\n")).is_none()
    );
    assert!(not_unwrapped(&source("src/a.rs", "//! x\nlet a = b.unwrap_or(0);\n")).is_none());
}

#[test]
fn all_kinds_of_dependencies_are_read() {
    let manifest = "[package]\nname = \"x\"\n\n[dependencies]\n# why\nserde.workspace = true\nchrono = \"1\"\n\n\
                    [dev-dependencies]\nproptest = \"1\"\n\n[target.'cfg(unix)'.dependencies]\nlibc = \"1\"\n\n\
                    [dependencies.rand]\nversion = \"1\"\n\n[lints]\nworkspace = true\n";
    assert_eq!(dependencies(manifest), ["serde", "chrono", "libc", "rand"].map(str::to_owned).into());
}
