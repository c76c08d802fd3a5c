//! What the style sheet's colours make of each other, in light and in dark: text has 4.5:1, what can be operated 3:1, and a
//! piece of a bar 3:1 against the ground, by itself or by the rim around it.

use super::sheet::{Declared, rules};

const TOKENS: &str =
    concat!(include_str!("../../../../style/tokens.css"), include_str!("../../../../style/themes.css"));
const BARS: &str = include_str!("../../../../style/parts/bars.css");

const LIGHT: &str = "@layer tokens :root";
const DARK: &str = "@layer tokens @media screen :root[data-theme=\"dark\"]";
const DARK_DEVICE: &str =
    "@layer tokens @media screen and (prefers-color-scheme: dark) :root:not([data-theme])";
const PORTAL: &str = "@layer tokens :root[data-theme=\"portal\"]";

/// Texts, each with what it stands on.
const TEXTS: &[(&str, &[&str])] = &[
    (
        "ink",
        &[
            "ground",
            "ground-quiet",
            "ground-head",
            "ground-table",
            "accent-ground",
            "warn-ground",
            "bad-ground",
        ],
    ),
    ("ink-quiet", &["ground", "ground-quiet", "ground-head", "ground-table"]),
    ("accent", &["ground", "ground-quiet", "ground-table", "accent-ground"]),
    ("accent-hover", &["ground", "ground-quiet", "accent-ground", "accent-ground-hover", "focus-under"]),
    ("accent-active", &["accent-ground", "accent-ground-active"]),
    ("on-accent", &["accent", "accent-hover", "accent-active"]),
    ("good", &["ground", "ground-quiet"]),
    ("on-good", &["good"]),
    ("warn", &["ground", "ground-quiet", "warn-ground"]),
    ("on-warn", &["warn"]),
    ("bad", &["ground", "bad-ground"]),
    ("on-bad", &["bad"]),
];

/// Edges, marks and rings, each with what it is seen against.
const SHAPES: &[(&str, &[&str])] = &[
    ("edge", &["ground", "ground-quiet", "accent-ground"]),
    ("accent", &["track", "ground"]),
    ("focus", &["ground", "ground-quiet", "focus-under"]),
    ("rim", &["ground", "ground-quiet"]),
];

const TONES: [&str; 9] =
    ["good-1", "good-2", "good-3", "good-4", "good-5", "neutral", "bad-1", "bad-2", "bad-3"];

/// All rules of this selector, the later ones over the earlier.
fn declared(selector: &str) -> Declared {
    let found = rules(TOKENS).into_iter().filter(|(rule, _)| rule == selector);
    found.flat_map(|(_, declared)| declared).collect()
}

/// What holds in each theme whose colours are ours.
fn themes() -> [(&'static str, Declared); 2] {
    let light = declared(LIGHT);
    let mut dark = light.clone();
    dark.extend(declared(DARK));
    [("light", light), ("dark", dark)]
}

/// The colour that a name stands for in the end: red, green, blue.
fn colour(theme: &Declared, name: &str) -> [f64; 3] {
    let mut value = &theme[name];
    while let Some(other) = value.strip_prefix("var(--") {
        value = &theme[other.trim_end_matches(')')];
    }
    let digits = value.strip_prefix('#').filter(|digits| digits.len() == 6);
    let digits = digits.unwrap_or_else(|| panic!("--{name} is {value}, and not written as #rrggbb"));
    let part = |at| u8::from_str_radix(&digits[at..at + 2], 16);
    [0, 2, 4].map(|at| part(at).map(f64::from).unwrap_or(f64::NAN) / 255.0)
}

/// As WCAG 2 defines it.
fn luminance(colour: [f64; 3]) -> f64 {
    let linear = |part: f64| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
    let [red, green, blue] = colour.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(theme: &Declared, one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(colour(theme, one)), luminance(colour(theme, other)));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The pairs that have less than they need.
fn too_little(pairs: &[(&str, &[&str])], least: f64) -> Vec<String> {
    let mut found = Vec::new();
    for (theme, colours) in themes() {
        for (one, others) in pairs {
            for other in *others {
                let has = contrast(&colours, one, other);
                if has < least {
                    found.push(format!("{theme}: --{one} on --{other} has {has:.2}:1"));
                }
            }
        }
    }
    found
}

#[test]
fn contrast_is_what_its_definition_says() {
    let theme: Declared = [("a", "#ffffff"), ("b", "#000000"), ("c", "var(--d)"), ("d", "#767676")]
        .map(|(n, v)| (n.into(), v.into()))
        .into();
    assert!((contrast(&theme, "b", "a") - 21.0).abs() < 1e-9);
    assert!((contrast(&theme, "a", "c") - 4.54).abs() < 5e-3);
}

#[test]
fn every_text_can_be_read() {
    assert_eq!(too_little(TEXTS, 4.5), [""; 0]);
}

#[test]
fn edges_and_rings_can_be_seen() {
    assert_eq!(too_little(SHAPES, 3.0), [""; 0]);
}

#[test]
fn a_piece_of_a_bar_has_readable_text_and_an_end_that_is_seen() {
    for (theme, colours) in themes() {
        for tone in TONES {
            let text = contrast(&colours, &format!("on-{tone}"), tone);
            assert!(text >= 4.5, "{theme}: the text on {tone} has {text:.2}:1");
            let rule =
                BARS.split_once(&format!("[data-tone=\"{tone}\"] {{")).unwrap().1.split_once('}').unwrap().0;
            let seen = contrast(&colours, tone, "ground");
            assert!(
                seen >= 3.0 || rule.contains("--edged: var(--rim)"),
                "{theme}: {tone} has {seen:.2}:1 and no rim"
            );
        }
    }
}

#[test]
fn the_lines_of_a_pattern_can_be_told_from_what_they_lie_on() {
    let lines = [
        ("good-line", ["good-2", "good-3"]),
        ("good-line-pale", ["good-4", "good-5"]),
        ("bad-line-pale", ["bad-1", "bad-1"]),
        ("bad-line", ["bad-2", "bad-3"]),
    ];
    for (theme, colours) in themes() {
        for (line, tones) in lines {
            for tone in tones {
                let has = contrast(&colours, line, tone);
                assert!(has >= 2.0, "{theme}: --{line} over {tone} has {has:.2}:1");
            }
        }
    }
}

#[test]
fn dark_is_the_same_whoever_asks_for_it() {
    assert_eq!(declared(DARK), declared(DARK_DEVICE));
    assert!(declared(DARK).len() > 40);
}

#[test]
fn dark_and_a_portal_leave_no_colour_of_light_behind() {
    let purposes = rules(TOKENS).into_iter().filter(|(rule, _)| rule == LIGHT).nth(1).unwrap().1;
    let dark = declared(DARK);
    let missing: Vec<_> = purposes.keys().filter(|name| !dark.contains_key(*name)).collect();
    assert_eq!(missing, [""; 0], "in dark");
    // Warning colours keep theirs: in a portal they are told from others by their patterns, and their text by its halo.
    let portal = declared(PORTAL);
    let stays = ["bad-1", "bad-2", "bad-3", "bad-line", "bad-line-pale"];
    let missing: Vec<_> = purposes
        .keys()
        .filter(|name| !portal.contains_key(*name) && !stays.contains(&name.as_str()))
        .collect();
    assert_eq!(missing, [""; 0], "in a portal");
}

#[test]
fn a_portal_gives_six_colours_and_all_else_follows_from_them() {
    let portal = declared(PORTAL);
    let asked = |value: &String| value.contains("--furikaeri-");
    let six = ["accent", "accent-ground", "ground", "ink", "ink-quiet", "on-accent"];
    let given: Vec<_> =
        portal.iter().filter(|(_, value)| asked(value)).map(|(name, _)| name.as_str()).collect();
    assert_eq!(given, six);
    for (name, value) in portal.iter().filter(|(_, value)| !asked(value)) {
        let from = value.strip_prefix("var(--").and_then(|value| value.strip_suffix(')'));
        assert!(from.is_some_and(|from| portal.contains_key(from)), "--{name} is {value}");
    }
}
