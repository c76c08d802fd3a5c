//! The table of test results in `docs/ACCESSIBILITY.md`: every criterion stands in it once, and every test that it names is
//! there to be run.

use super::code::Source;
use super::files;

const PAGE: &str = "docs/ACCESSIBILITY.md";
const BY_A_PERSON: &str = "人による確認：";

/// The criteria of levels A and AA of JIS X 8341-3:2016, which are those of WCAG 2.0.
const JIS: [(&str, &str); 38] = [
    ("1.1.1", "A"),
    ("1.2.1", "A"),
    ("1.2.2", "A"),
    ("1.2.3", "A"),
    ("1.2.4", "AA"),
    ("1.2.5", "AA"),
    ("1.3.1", "A"),
    ("1.3.2", "A"),
    ("1.3.3", "A"),
    ("1.4.1", "A"),
    ("1.4.2", "A"),
    ("1.4.3", "AA"),
    ("1.4.4", "AA"),
    ("1.4.5", "AA"),
    ("2.1.1", "A"),
    ("2.1.2", "A"),
    ("2.2.1", "A"),
    ("2.2.2", "A"),
    ("2.3.1", "A"),
    ("2.4.1", "A"),
    ("2.4.2", "A"),
    ("2.4.3", "A"),
    ("2.4.4", "A"),
    ("2.4.5", "AA"),
    ("2.4.6", "AA"),
    ("2.4.7", "AA"),
    ("3.1.1", "A"),
    ("3.1.2", "AA"),
    ("3.2.1", "A"),
    ("3.2.2", "A"),
    ("3.2.3", "AA"),
    ("3.2.4", "AA"),
    ("3.3.1", "A"),
    ("3.3.2", "A"),
    ("3.3.3", "AA"),
    ("3.3.4", "AA"),
    ("4.1.1", "A"),
    ("4.1.2", "A"),
];

/// Those that WCAG 2.1 and 2.2 added.
const ADDED: [(&str, &str); 18] = [
    ("1.3.4", "AA"),
    ("1.3.5", "AA"),
    ("1.4.10", "AA"),
    ("1.4.11", "AA"),
    ("1.4.12", "AA"),
    ("1.4.13", "AA"),
    ("2.1.4", "A"),
    ("2.4.11", "AA"),
    ("2.5.1", "A"),
    ("2.5.2", "A"),
    ("2.5.3", "A"),
    ("2.5.4", "A"),
    ("2.5.7", "AA"),
    ("2.5.8", "AA"),
    ("3.2.6", "A"),
    ("3.3.7", "A"),
    ("3.3.8", "AA"),
    ("4.1.3", "AA"),
];

/// A row: number, name, level, whether it applies, the result, how it was tested, remarks.
fn rows(page: &str) -> Vec<[&str; 7]> {
    page.lines()
        .filter(|line| line.starts_with("| ") && line[2..].starts_with(|c: char| c.is_ascii_digit()))
        .map(|line| {
            let cells: Vec<_> = line.trim().trim_matches('|').split('|').map(str::trim).collect();
            cells.try_into().unwrap_or_else(|cells| panic!("a row of {PAGE} has not seven cells: {cells:?}"))
        })
        .collect()
}

fn page(sources: &[Source]) -> &str {
    &sources.iter().find(|source| source.path == PAGE).expect(PAGE).text
}

#[test]
fn every_criterion_stands_in_the_table_once() {
    let sources = files::all();
    let rows = rows(page(&sources));
    let found: Vec<_> = rows.iter().map(|row| (row[0], row[2])).collect();
    let expected: Vec<_> = JIS.into_iter().chain(ADDED).collect();
    assert_eq!(found, expected, "the criteria with their levels, in order, first those of JIS X 8341-3:2016");
}

#[test]
fn every_criterion_has_a_result_and_says_how_it_was_tested() {
    let sources = files::all();
    for [number, name, _, applies, result, how, remark] in rows(page(&sources)) {
        assert!(!name.is_empty(), "{number} has no name");
        let known = matches!((applies, result), ("○", "○" | "×") | ("－", "－"));
        assert!(known, "{number} applies {applies} and is {result}");
        assert!(
            how.contains('`') || how.starts_with(BY_A_PERSON),
            "{number} does not say how it was tested: {how}"
        );
        assert!(result != "×" || !remark.is_empty(), "{number} is not met, and what is missing is not said");
    }
}

#[test]
fn every_test_that_the_table_names_is_there() {
    let sources = files::all();
    let named = page(&sources).split('`').skip(1).step_by(2).filter(|name| {
        name.contains('_') && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    });
    let named: Vec<_> = named.collect();
    assert!(named.len() > 40, "only {} tests are named", named.len());
    for name in named {
        // A journey by its function, or by what a walk past all pages is called.
        let (function, walk) = (format!("fn {name}("), format!("\"{name}\""));
        let is_there = sources.iter().any(|source| {
            source.is_rust()
                && source.is_test()
                && (source.text.contains(&function) || source.text.contains(&walk))
        });
        assert!(is_there, "{PAGE} names {name}, and there is no such test");
    }
}
