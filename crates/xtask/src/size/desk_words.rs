//! Nothing that a phone downloads is the desk's: no sentence that only the desk says stands in the phone's wasm.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::app;
use crate::fault::{Explain, Fault, Outcome};
use crate::place::Place;
use crate::say;

/// Long enough that it stands in no other place by chance.
const LONG: usize = 12;

/// Holds the two wasm against the words of the desk.
pub(super) fn check(place: &Place) -> Outcome {
    let words = place.root.join("crates/words/src/ja");
    let mut only_desk: BTreeSet<String> = literals_in(&words, |name| name == "desk")?;
    for shared in literals_in(&words, |name| name != "desk")? {
        only_desk.remove(&shared);
    }
    verdict(&only_desk, &wasm(place, "answer")?, &wasm(place, "desk")?).map(|words| {
        say::line(format_args!("✓ none of the desk's {words} sentences is in what a phone downloads"));
    })
}

/// How many sentences the desk's wasm has and the phone's has not; a fault where the phone has one, or the desk none,
/// because then nothing would have been compared.
fn verdict(only_desk: &BTreeSet<String>, answer: &[u8], desk: &[u8]) -> Outcome<usize> {
    let said: Vec<_> = only_desk.iter().filter(|words| contains(desk, words)).collect();
    if said.is_empty() {
        return Err(Fault::new("the desk's wasm has none of the desk's words, so nothing could be compared")
            .hint(
                "the words are read from crates/words/src/ja/desk; mend crates/xtask/src/size/desk_words.rs",
            ));
    }
    match only_desk.iter().find(|words| contains(answer, words)) {
        None => Ok(said.len()),
        Some(words) => Err(Fault::new(format!("what a phone downloads holds the desk's 「{words}」"))
            .hint("src/bin/answer.rs and what it uses must not use words::ja::desk")),
    }
}

fn contains(wasm: &[u8], words: &str) -> bool {
    wasm.windows(words.len()).any(|window| window == words.as_bytes())
}

fn wasm(place: &Place, bin: &str) -> Outcome<Vec<u8>> {
    let files = app::read(&place.app())?;
    let found = files.into_iter().find(|(name, _)| name.starts_with(bin) && name.ends_with(".wasm"));
    found.map(|(_, bytes)| bytes).ok_or_else(|| {
        Fault::new(format!("there is no wasm of {bin} in {}", place.app().display()))
            .hint("run `cargo xtask build`")
    })
}

/// The longer string literals of the modules whose name is wanted.
fn literals_in(folder: &Path, wanted: impl Fn(&str) -> bool) -> Outcome<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for (name, bytes) in app::read(folder)? {
        let module = PathBuf::from(&name);
        let module =
            module.iter().next().map(Path::new).and_then(Path::file_stem).and_then(|stem| stem.to_str());
        if module.is_some_and(&wanted) {
            let text = String::from_utf8(bytes).explain(|| format!("{name} is no text"))?;
            found.extend(literals(&text));
        }
    }
    Ok(found)
}

/// The string literals of a Rust source that hold no escapes and no places to fill.
fn literals(source: &str) -> impl Iterator<Item = String> {
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    let quoted = code.flat_map(|line| line.split('"').skip(1).step_by(2));
    quoted.filter(|text| text.len() >= LONG && !text.contains(['{', '\\'])).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_are_taken_from_code_and_not_from_remarks() {
        let source = "/// A \"remark in quotes\".\npub const A: &str = \"事務局画面\";\npub const B: &str = \"開く\";\nformat!(\"{n}人が回答しました\")\n";
        assert_eq!(literals(source).collect::<Vec<_>>(), ["事務局画面"]);
    }

    #[test]
    fn a_desks_sentence_on_the_phone_is_found() {
        let words = BTreeSet::from(["事務局画面".to_owned(), "進行役画面".to_owned()]);
        let (phone, desk) = ("..回答..".as_bytes(), "..事務局画面..".as_bytes());
        assert_eq!(verdict(&words, phone, desk), Ok(1));
        assert!(verdict(&words, "..進行役画面..".as_bytes(), desk).is_err());
        assert!(verdict(&words, phone, phone).is_err(), "nothing was compared");
    }
}
