//! What a portal loads: the element's script with the names of the programs in it, and for each program the styles of its
//! page, written anew for a shadow root.

use std::fs;
use std::path::Path;

use regex::Regex;

use super::Files;
use crate::fault::{Explain, Fault, Outcome};

/// The programs that an element runs, by the page whose styles they need.
const PROGRAMS: [(&str, &str); 2] = [("answer", "index.html"), ("board", "board.html")];
const ELEMENT: &str = "src/embed/element.js";
const FRAME: &str = "src/embed/frame.js";
/// What the names of these styles begin with, so that none is that of a page's own.
const STYLES: &str = "embed-";
/// What an element may be asked for, and no page of its own.
const THEMES: &str = "style/themes.css";
const OWN_STYLE: &str = "style/embedded.css";

/// The styles of each program as one file, with a place for a fingerprint in its name.
pub(super) fn styles(root: &Path) -> Outcome<Files> {
    let mut files = Files::new();
    for (program, page) in PROGRAMS {
        let mut css = String::new();
        for path in named_in(&read(root, page)?) {
            css.push_str(&read(root, &path)?);
        }
        css.push_str(&read(root, THEMES)?);
        // The element's own are written for a shadow root, and speak of the page's size of type.
        let css = for_shadow_root(&css)? + &read(root, OWN_STYLE)?;
        files.insert(format!("{STYLES}{program}-00000000.css"), css.into_bytes());
    }
    Ok(files)
}

/// The element's script, which names what was built, and the frame's.
pub(super) fn scripts(root: &Path, app: &Files) -> Outcome<Files> {
    let mut element = read(root, ELEMENT)?;
    for (program, _) in PROGRAMS {
        let script = program.to_owned() + "-";
        let style = format!("{STYLES}{program}-");
        for (kind, start, end) in
            [("js", &script, ".js"), ("wasm", &script, "_bg.wasm"), ("css", &style, ".css")]
        {
            let name = named(app, start, end)
                .ok_or_else(|| Fault::new(format!("the app has no {start}….{kind} for {ELEMENT}")))?;
            element = element.replace(&format!("{{{program}.{kind}}}"), name);
        }
    }
    Ok([
        ("embed.js".to_owned(), element.into_bytes()),
        ("frame.js".to_owned(), read(root, FRAME)?.into_bytes()),
    ]
    .into())
}

/// The file whose name has nothing but a fingerprint between these.
fn named<'a>(app: &'a Files, start: &str, end: &str) -> Option<&'a str> {
    let between = |name: &&String| {
        let print = name.strip_prefix(start).and_then(|rest| rest.strip_suffix(end));
        print.is_some_and(|print| print.chars().all(|c| c.is_ascii_hexdigit()))
    };
    app.keys().find(between).map(String::as_str)
}

fn read(root: &Path, path: &str) -> Outcome<String> {
    fs::read_to_string(root.join(path)).explain(|| format!("{path} cannot be read"))
}

/// The style files that a page names, in order.
fn named_in(page: &str) -> Vec<String> {
    let names = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    names.filter(|name| name.ends_with(".css")).map(str::to_owned).collect()
}

/// Styles of a page as those of a shadow root's `.embed`: it stands for the page, its width for the window's, and its own
/// size of type for the page's.
fn for_shadow_root(css: &str) -> Outcome<String> {
    const RULES: [(&str, &str); 6] = [
        // The root, the page and its body, where they begin a selector or follow another.
        (r"(^|[\s,{}>])(?::root|html|body)([\s,{.:\[>])", "${1}.embed${2}"),
        (r"([0-9]*\.?[0-9]+)rem\b", "calc(${1} * var(--rem))"),
        (r"([0-9]*\.?[0-9]+)vw\b", "${1}cqw"),
        // A window of 16 to 9 as wide as the place.
        (r"([0-9]*\.?[0-9]+)vh\b", "calc(${1} * .5625cqw)"),
        (r"@media\s*\(((?:max-|min-)?width)", "@container (${1}"),
        (r"/\*[\s\S]*?\*/", ""),
    ];
    let mut css = css.to_owned();
    for (from, to) in RULES.iter().rev() {
        let rule = Regex::new(from).explain(|| format!("no pattern: {from}"))?;
        css = rule.replace_all(&css, *to).into_owned();
        // A match may end where the next begins.
        css = rule.replace_all(&css, *to).into_owned();
    }
    Ok(css)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pages_styles_become_those_of_an_element() {
        let page = "/* html */ :root { --a: 1rem; }\n:root[data-theme=\"dark\"] { }\nhtml, body { width: 50vw; }\n\
                    body:has(.x) { height: min(50vh, 2.5rem); }\n@media (max-width: 760px) { html { } }\n\
                    @media (width < 640px) { .a { } }\n@media print { .body-like .x { } }";
        let element = for_shadow_root(page).unwrap();
        for gone in ["html", ":root", "body,", "vw;", "1rem", "@media (max", "@media (width"] {
            assert!(!element.contains(gone), "{gone} in {element}");
        }
        for there in [
            ".embed { --a: calc(1 * var(--rem)); }",
            ".embed[data-theme=\"dark\"]",
            ".embed, .embed { width: 50cqw; }",
            ".embed:has(.x) { height: min(calc(50 * .5625cqw), calc(2.5 * var(--rem))); }",
            "@container (max-width: 760px)",
            "@container (width < 640px)",
            "@media print { .body-like .x { } }",
        ] {
            assert!(element.contains(there), "{there} in {element}");
        }
    }

    #[test]
    fn our_own_styles_leave_nothing_of_the_page() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        for (name, css) in styles(&root).unwrap() {
            let css = String::from_utf8(css).unwrap();
            // Its own size of type is the one place for the page's.
            let without = css.replace("--rem: max(1rem, 16px)", "");
            assert_ne!(without, css, "the size of type is that of the page in {name}");
            for page in ["rem;", "rem ", "vw", "vh", ":root", "html ", "html,"] {
                let number = without.match_indices(page).find(|(at, _)| !without[..*at].ends_with("--"));
                assert_eq!(number, None, "{page} in {name}");
            }
        }
    }
}
