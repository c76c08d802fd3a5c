//! The domain stays pure: a short list of dependencies, and no word of clocks, files, networks or browsers.

use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

/// What no source of this crate may mention.
const FOREIGN: [&str; 16] = [
    "std::time",
    "std::fs",
    "std::net",
    "std::env",
    "std::io",
    "std::process",
    "std::thread",
    "async ",
    ".await",
    "tokio",
    "web_sys",
    "js_sys",
    "SystemTime",
    "Instant",
    "Utc",
    "println!",
];

#[cfg(test)]
fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[cfg(test)]
fn manifest() -> Table {
    fs::read_to_string(here().join("Cargo.toml")).unwrap().parse().unwrap()
}

#[cfg(test)]
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

#[test]
fn the_dependencies_are_three_without_extra_features() {
    let manifest = manifest();
    let dependencies = manifest["dependencies"].as_table().unwrap();
    assert_eq!(dependencies.keys().collect::<Vec<_>>(), ["chrono", "serde", "serde_json"]);
    let plain = Value::Table(Table::from_iter([("workspace".to_owned(), Value::Boolean(true))]));
    for (name, dependency) in dependencies {
        assert_eq!(dependency, &plain, "{name} is as the workspace has it");
    }
}

#[test]
fn there_is_no_other_way_in_for_a_dependency() {
    let manifest = manifest();
    for table in ["build-dependencies", "target", "features"] {
        assert!(!manifest.contains_key(table), "[{table}]");
    }
    assert!(!here().join("build.rs").exists());
}

#[test]
fn no_source_mentions_the_world_outside() {
    let sources = sources(&here().join("src"));
    assert!(sources.len() > 10, "the sources are found");
    for path in sources {
        let source = fs::read_to_string(&path).unwrap();
        for word in FOREIGN {
            assert!(!source.contains(word), "{} mentions {word}", path.display());
        }
    }
}
