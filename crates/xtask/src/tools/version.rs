//! Versions, as programmes say them and as Cargo.lock holds them.

/// The first word of `text` that is a version: digits and dots, perhaps after a `v`.
pub(super) fn first_in(text: &str) -> Option<&str> {
    let words = text.split(|c: char| c.is_whitespace() || c == '(' || c == ')' || c == ',');
    let bare = words.map(|word| word.strip_prefix('v').unwrap_or(word));
    bare.into_iter().find(|word| {
        word.starts_with(|c: char| c.is_ascii_digit()) && word.chars().all(|c| c.is_ascii_digit() || c == '.')
    })
}

/// Whether a programme that says `said` of itself is the one of version `wanted`, to the last digit; parts that one of
/// them leaves out are zero, as in `132` and `132.0.0`.
pub(super) fn is_that(said: &str, wanted: &str) -> bool {
    let parts = |version: &str| {
        let mut parts: Vec<u64> = version.split('.').map(|part| part.parse().unwrap_or(u64::MAX)).collect();
        while parts.last() == Some(&0) {
            parts.pop();
        }
        parts
    };
    first_in(said).is_some_and(|said| parts(said) == parts(wanted))
}

/// The version of a package in the text of a `Cargo.lock`.
pub(super) fn in_lock<'t>(lock: &'t str, package: &str) -> Option<&'t str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == name)?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programmes_say_their_versions_in_many_ways() {
        let table = [
            ("trunk 0.21.14\n", "0.21.14", true),
            ("wasm-bindgen 0.2.130", "0.2.130", true),
            ("wasm-bindgen 0.2.130", "0.2.13", false),
            ("wasm-opt version 132 (version_132)", "132.0.0", true),
            ("wasm-opt version 123", "132.0.0", false),
            ("v20.20.2", "20.20.2", true),
            ("geckodriver 0.37.1 (abc 2026-01-01)", "0.37.1", true),
            ("no version here", "1.0.0", false),
            ("", "1.0.0", false),
        ];
        for (said, wanted, same) in table {
            assert_eq!(is_that(said, wanted), same, "{said} as {wanted}");
        }
    }

    #[test]
    fn a_lock_file_is_asked_for_one_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"0.2.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(in_lock(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(in_lock(lock, "bindgen"), None);
    }
}
