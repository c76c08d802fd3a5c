//! No word is missing in a room, left in Japanese, or said by nobody.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What is the same in another language: signs, names of formats, and what is plain enough in Japanese.
const THE_SAME: [&str; 10] =
    ["—", "※", "CSV", "Excel", "JSON", "PNG", "SVG", "Space", "あと", "このまま送る"];
/// English sentences with Japanese in them: what stands in the tables that organisers bring.
const JAPANESE_IN_ENGLISH: [&str; 7] =
    ["開催名", "開催日", "21人", "令和7年6月4日", "6月23日～24日", "6月4日", "※"];
/// Sentences that are only parts of others.
const PARTS: [(&str, &str); 3] = [("plan", "date_fault"), ("report", "among_all"), ("report", "finding")];

#[cfg(test)]
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The Rust sources below a folder, by path.
#[cfg(test)]
fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
            found.push((path.clone(), code.to_owned()));
        }
    }
    found
}

/// The room that a module's file belongs to: the first part of its path below the language.
#[cfg(test)]
fn room_of(language: &Path, file: &Path) -> String {
    let first = file.strip_prefix(language).unwrap().iter().next().unwrap();
    match Path::new(first).file_stem().unwrap().to_str().unwrap() {
        // What is wrong with fields is said on the desk.
        "faults" => "desk".to_owned(),
        name => name.to_owned(),
    }
}

/// The public items of a language: room and name.
#[cfg(test)]
fn items(language: &str) -> BTreeSet<(String, String)> {
    let folder = root().join("crates/words/src").join(language);
    let mut items = BTreeSet::new();
    for (file, text) in sources(&folder) {
        for line in text.lines() {
            let item = line.strip_prefix("pub const ").or_else(|| line.strip_prefix("pub fn "));
            let name = item.and_then(|item| item.split([':', '(', '<']).next());
            if let Some(name) = name {
                items.insert((room_of(&folder, &file), name.to_owned()));
            }
        }
    }
    items
}

/// What the rooms declare: room and name, and the method that says it.
#[cfg(test)]
fn declared() -> BTreeMap<(String, String), String> {
    let text = fs::read_to_string(root().join("crates/words/src/rooms/mod.rs")).unwrap();
    let mut declared = BTreeMap::new();
    for room in text.split("\nroom! {").skip(1).map(|room| room.split("\n}").next().unwrap()) {
        let code: Vec<_> = room.lines().filter(|line| !line.trim_start().starts_with("///")).collect();
        let code = code.join("\n");
        let (_, module) = code.split_once(" = ").unwrap();
        let (module, rest) = module.split_once(';').unwrap();
        let part = |name: &str| {
            rest.split_once(&format!("{name} {{")).map(|(_, part)| part.split('}').next().unwrap())
        };
        let mut declare = |name: &str, method: &str| {
            declared.insert((module.to_owned(), name.to_owned()), method.to_owned());
        };
        for name in part("texts").unwrap_or_default().split_whitespace() {
            declare(name, &name.to_lowercase());
        }
        let renamed: Vec<_> = part("renamed").unwrap_or_default().split_whitespace().collect();
        for pair in renamed.chunks(3) {
            declare(pair[0], pair[2]);
        }
        for value in part("values").unwrap_or_default().lines().filter_map(|line| line.split_once(':')) {
            declare(value.0.trim(), &value.0.trim().to_lowercase());
        }
        for sentence in rest.split("fn ").skip(1) {
            let name = sentence.split(['(', '<']).next().unwrap();
            declare(name, name);
        }
    }
    declared
}

/// The texts of a language's constants, by room and name.
#[cfg(test)]
fn texts(language: &str) -> BTreeMap<(String, String), String> {
    let folder = root().join("crates/words/src").join(language);
    let mut texts = BTreeMap::new();
    for (file, text) in sources(&folder) {
        for constant in text.split("\npub const ").skip(1) {
            let (head, rest) = constant.split_once('=').unwrap();
            let name = head.split(':').next().unwrap().to_owned();
            let text = rest.split_once('"').and_then(|(_, rest)| rest.split_once('"')).unwrap().0;
            texts.insert((room_of(&folder, &file), name), text.to_owned());
        }
    }
    texts
}

/// The literals of a source, without those in comments.
#[cfg(test)]
fn literals(text: &str) -> Vec<String> {
    let code: Vec<_> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    code.join("\n").split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[cfg(test)]
fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff9f}' | '※')
}

#[test]
fn every_japanese_word_can_be_said_by_its_room() {
    let declared = declared();
    assert!(declared.len() > 400, "the declarations were read: {}", declared.len());
    let is_part = |(room, name): &(String, String)| PARTS.contains(&(room.as_str(), name.as_str()));
    let missing = items("ja").into_iter().filter(|item| !declared.contains_key(item) && !is_part(item));
    let missing: Vec<_> = missing.collect();
    assert!(missing.is_empty(), "in no room: {missing:?}");
}

#[test]
fn no_other_language_has_words_that_japanese_lacks() {
    let japanese = items("ja");
    for language in ["en", "easy"] {
        let more: Vec<_> = items(language).difference(&japanese).cloned().collect();
        assert!(more.is_empty(), "{language} only: {more:?}");
    }
}

#[test]
fn english_is_english() {
    for (file, text) in sources(&root().join("crates/words/src/en")) {
        for literal in literals(&text) {
            let rest =
                JAPANESE_IN_ENGLISH.iter().fold(literal.clone(), |rest, known| rest.replace(known, ""));
            assert!(!rest.contains(is_japanese), "{}: {literal}", file.display());
        }
    }
}

#[test]
fn nothing_was_left_as_it_is_in_japanese() {
    let japanese = texts("ja");
    for language in ["en", "easy"] {
        let texts = texts(language);
        assert!(texts.len() > 50, "the words of {language} were read");
        let left = texts.iter().filter(|(at, text)| japanese.get(*at) == Some(text));
        let left: Vec<_> = left.filter(|(_, text)| !THE_SAME.contains(&text.as_str())).collect();
        assert!(left.is_empty(), "not in {language}: {left:?}");
    }
}

#[test]
fn every_word_is_said_somewhere() {
    let places = ["src", "crates/form/src", "crates/report-files/src", "crates/endpoint/src"];
    let sources = places.iter().flat_map(|place| sources(&root().join(place)));
    let sources: Vec<(String, String)> =
        sources.map(|(file, text)| (file.display().to_string(), text.split_whitespace().collect())).collect();
    let mut unsaid = Vec::new();
    for ((room, name), method) in declared() {
        let (call, of_room) = (format!(".{method}("), format!("words::{room}("));
        let of_type = format!("words::{}{}", room[..1].to_uppercase(), &room[1..]);
        // A folder of the room's name may take its words in one place.
        let (folder, of_folder) = (format!("/{room}/"), format!("words(){call}"));
        let said = sources.iter().any(|(file, text)| {
            let here = text.contains(&of_room) || text.contains(&of_type);
            text.contains(&call) && (here || (file.contains(&folder) && text.contains(&of_folder)))
        });
        if !said {
            unsaid.push(format!("{room}::{name}"));
        }
    }
    assert!(unsaid.is_empty(), "nobody says {unsaid:?}");
}
