//! The project's rules that no other tool holds, as ordinary tests. Each says what to do.

mod accessibility;
mod code;
mod files;
mod rules;

use code::Source;

/// All complaints of a rule over all files, as one text.
fn complaints(rule: impl Fn(&Source) -> Option<String>) -> String {
    let sources = files::all();
    assert!(sources.len() > 50, "only {} files were looked at", sources.len());
    let found =
        sources.iter().filter_map(|source| rule(source).map(|what| format!("{}: {what}\n", source.path)));
    found.collect()
}

#[test]
fn every_file_is_short() {
    assert_eq!(
        complaints(rules::short),
        "",
        "split it by what its parts are for, and name each for what it holds"
    );
}

#[test]
fn every_module_says_what_it_holds() {
    assert_eq!(complaints(rules::introduced), "", "begin it with a //! line that says what room this is");
}

#[test]
fn only_the_client_talks_to_the_network_and_the_storage() {
    assert_eq!(
        complaints(rules::only_the_client_talks),
        "",
        "move it into src/client/ and call it from here"
    );
}

#[test]
fn parts_know_no_screen_and_no_client() {
    assert_eq!(complaints(rules::parts_are_apart), "", "give the part what it needs as an argument");
}

#[test]
fn nothing_is_unwrapped_outside_tests() {
    assert_eq!(
        complaints(rules::not_unwrapped),
        "",
        "answer it: with ?, a default, or an error that a person can read"
    );
}

#[test]
fn the_guides_name_what_stands_on_the_screens() {
    let all = files::all();
    let words: String = all
        .iter()
        .filter(|source| source.path.starts_with("crates/words/src/ja/"))
        .map(|source| source.text.as_str())
        .collect();
    let guides: Vec<_> = all
        .iter()
        .filter(|source| source.path.starts_with("docs/guides/") && source.path.ends_with(".md"))
        .collect();
    assert_eq!(guides.len(), 3, "there are three guides");
    let named = guides.iter().flat_map(|guide| guide.text.split("**").skip(1).step_by(2));
    let gone: Vec<_> = named.filter(|label| !words.contains(&format!("\"{label}\""))).collect();
    assert_eq!(gone, [""; 0], "write in bold what a screen says, as crates/words/src/ja has it");
}

#[test]
fn the_domain_needs_three_libraries_and_no_more() {
    let all = files::all();
    let manifest =
        all.iter().find(|source| source.path == "crates/survey/Cargo.toml").map(|source| &source.text);
    assert_eq!(
        manifest.map(|manifest| rules::dependencies(manifest)),
        Some(["chrono", "serde", "serde_json"].map(str::to_owned).into()),
        "the domain stays pure: do it in the crate that needs it"
    );
}
