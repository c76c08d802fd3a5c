//! Shrinking a page by what is certain: its styles become one, and its remarks go. The marks that the endpoint puts the
//! form in, such as `<!--main-->`, stay: a remark begins with a space.

use crate::fault::{Fault, Outcome};

const STYLE: &str = "<style>";
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
    let styles = String::from_utf8_lossy(&styles);
    Ok(without_blank_lines(&format!("{before}{STYLE}{}{STYLE_END}{rest}", styles.trim_end())))
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
    fn a_page_without_styles_is_only_cleared() {
        let small = shrink("<p>\n\n<!-- x -->y", |_| Err(Fault::new("asked"))).unwrap();
        assert_eq!(small, "<p>\ny\n");
    }
}
