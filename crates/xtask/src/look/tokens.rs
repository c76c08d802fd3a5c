//! What comes from the Digital Agency's design system has its values: the names that begin as the system's own do are held
//! against the package that it publishes.

use std::path::Path;

use super::sheet::{Declared, rules};
use crate::fault::{Explain, Fault, Outcome};
use crate::place::Place;
use crate::say;

/// How the system's names begin. Names of ours begin otherwise.
const THEIRS: [&str; 7] =
    ["color-", "font-size-", "font-weight-", "font-family-", "line-height-", "border-radius-", "elevation-"];

/// Holds `style/tokens.css` against the package's style sheet.
pub(crate) fn check(place: &Place, package: &Path) -> Outcome {
    let read = |path: &Path| {
        std::fs::read_to_string(path).explain(|| format!("{} could not be read", path.display()))
    };
    let ours = read(&place.root.join("style/tokens.css"))?;
    let theirs = read(&package.join("dist/tokens.css"))?;
    let (same, wrong) = compare(&all(&ours), &all(&theirs));
    if !wrong.is_empty() {
        return Err(Fault::new(format!(
            "style/tokens.css differs from the design system:\n{}",
            wrong.join("\n")
        ))
        .hint("take its value, or give what is ours a name of ours"));
    }
    if same == 0 {
        return Err(Fault::new("style/tokens.css has none of the design system's names")
            .hint("nothing was compared: mend crates/xtask/src/look/tokens.rs"));
    }
    say::line(format_args!("✓ {same} values are the design system's"));
    Ok(())
}

fn all(text: &str) -> Vec<(String, String)> {
    rules(text).into_iter().flat_map(|(_, declared): (String, Declared)| declared).collect()
}

/// How many of ours are as theirs, and what differs.
fn compare(ours: &[(String, String)], theirs: &[(String, String)]) -> (usize, Vec<String>) {
    let ours = ours.iter().filter(|(name, _)| THEIRS.iter().any(|begin| name.starts_with(begin)));
    let wrong = |(name, value): &(String, String)| match theirs.iter().find(|(known, _)| known == name) {
        Some((_, known)) if known == value => None,
        Some((_, known)) => Some(format!("  --{name} is {value}, and there {known}")),
        None => Some(format!("  --{name} is not there")),
    };
    let (mut same, mut all_wrong) = (0, Vec::new());
    for token in ours {
        match wrong(token) {
            Some(wrong) => all_wrong.push(wrong),
            None => same += 1,
        }
    }
    (same, all_wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_named_and_what_is_ours_is_left_alone() {
        let theirs = all(":root { --color-a: #000; --font-size-14: 0.875rem; }");
        let ours = all(":root { --color-a: #000; --ink: red; } p { --color-b: #fff; --font-size-14: 1rem; }");
        let (same, wrong) = compare(&ours, &theirs);
        assert_eq!(same, 1);
        assert_eq!(wrong, ["  --color-b is not there", "  --font-size-14 is 1rem, and there 0.875rem"]);
    }
}
