//! Shrinking a page by what is certain: its styles become one, and its remarks go. The marks that the endpoint puts the
//! form in, such as `<!--main-->`, stay: a remark begins with a space.

use std::collections::BTreeSet;

use regex::{Captures, Regex};

use crate::fault::{Explain, Fault, Outcome};

const STYLE: &str = "<style>";
/// A custom property: its name and its value.
const DECLARED: &str = r"(--[a-z0-9-]+):([^;}]*);?";
const STYLE_END: &str = "</style>";

/// The page with all its styles in the place of the first, made smaller by `minify`, and without remarks.
pub(super) fn shrink(page: &str, minify: impl FnOnce(&str) -> Outcome<Vec<u8>>) -> Outcome<String> {
    let page = without(page, "<!-- ", "-->");
    let mut styles = String::new();
    let mut before = None;
    let mut rest = String::new();
    let mut left = page.as_str();
    while let Some((text, style)) = left.split_once(STYLE) {
        let (style, after) = style.split_once(STYLE_END).ok_or_else(|| Fault::new("a <style> has no end"))?;
        styles.push_str(style);
        match before {
            None => before = Some(text),
            Some(_) => rest.push_str(text),
        }
        left = after;
    }
    rest.push_str(left);
    let Some(before) = before else { return Ok(without_blank_lines(&rest)) };
    let styles = minify(&styles)?;
    let styles = without_unused(&in_place(&String::from_utf8_lossy(&styles))?)?;
    Ok(without_blank_lines(&format!("{before}{STYLE}{}{STYLE_END}{rest}", styles.trim_end())))
}

/// Styles with the values of a palette in place of its names: those that stand for one value on the whole page.
fn in_place(styles: &str) -> Outcome<String> {
    let pattern = |pattern| Regex::new(pattern).explain(|| format!("no pattern: {pattern}"));
    let (declared, of_root) = (pattern(DECLARED)?, pattern(r"(?:^|[{}]):root\{([^}]*)\}")?);
    let times = |name: &str| styles.matches(&format!("{name}:")).count();
    let mut styles_in_place = styles.to_owned();
    for rule in of_root.captures_iter(styles) {
        let palette = declared.captures_iter(&rule[1]).filter(|found| times(&found[1]) == 1);
        for found in palette.filter(|found| !found[2].contains("var(")) {
            styles_in_place = styles_in_place.replace(&format!("var({})", &found[1]), &found[2]);
        }
    }
    Ok(styles_in_place)
}

/// Styles without the custom properties that nothing in them uses: the palette is larger than what one page shows.
fn without_unused(styles: &str) -> Outcome<String> {
    let pattern = |pattern| Regex::new(pattern).explain(|| format!("no pattern: {pattern}"));
    let (declared, used) = (pattern(DECLARED)?, pattern(r"var\((--[a-z0-9-]+)")?);
    let mut styles = styles.to_owned();
    loop {
        let wanted: BTreeSet<String> = used.captures_iter(&styles).map(|found| found[1].to_owned()).collect();
        let kept = declared.replace_all(&styles, |found: &Captures<'_>| {
            let end = if found[0].ends_with(';') { ";" } else { "" };
            let declaration = found[0].trim_end_matches(';');
            if wanted.contains(&found[1]) { format!("{declaration}{end}") } else { String::new() }
        });
        // What only a dropped one used is unused now.
        if kept == styles {
            return Ok(styles);
        }
        styles = kept.into_owned();
    }
}

fn without(page: &str, start: &str, end: &str) -> String {
    let mut kept = String::new();
    let mut left = page;
    while let Some((text, cut)) = left.split_once(start) {
        kept.push_str(text);
        left = cut.split_once(end).map_or("", |(_, after)| after);
    }
    kept + left
}

fn without_blank_lines(page: &str) -> String {
    let lines = page.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_become_one_and_remarks_go_but_marks_stay() {
        let page = "<head>\n  <!-- why -->\n<style>a { }</style>\n<style>b { }</style>\n<title>t</title></head>\n<!--main-->\n";
        let small = shrink(page, |css| Ok(css.replace(' ', "").into_bytes())).unwrap();
        assert_eq!(small, "<head>\n<style>a{}b{}</style>\n<title>t</title></head>\n<!--main-->\n");
    }

    #[test]
    fn colours_that_nothing_shows_are_left_out() {
        let styles = ":root{--a:#fff;--b:var(--a);--c:var(--d);--d:#000}p{color:var(--b)}";
        assert_eq!(without_unused(styles).unwrap(), ":root{--a:#fff;--b:var(--a);}p{color:var(--b)}");
    }

    #[test]
    fn a_palettes_values_stand_in_place_of_its_names() {
        let styles = ":root{--a:#fff;--b:var(--a);--c:1px}@media x{:root{--c:2px}}p{color:var(--a);margin:var(--c)}.q{--d:0}";
        let expected = styles.replace("var(--a)", "#fff");
        assert_eq!(in_place(styles).unwrap(), expected);
    }

    #[test]
    fn a_page_without_styles_is_only_cleared() {
        let small = shrink("<p>\n\n<!-- x -->y", |_| Err(Fault::new("asked"))).unwrap();
        assert_eq!(small, "<p>\ny\n");
    }
}
