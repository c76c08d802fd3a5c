//! A result as an SVG file that stands by itself, to be put into slides and documents: its own colours, fonts by name, a
//! white ground.
//!
//! Nothing measures text here, so widths are estimated on the wide side.

use maud::{Markup, html};

use crate::bars::{Drawing, Line, Said};
use crate::colours::{ACCENT, INK, INK_QUIET, colour, hatch, ink_on, rim};
use crate::patterns::{self, TILE};

/// The file's width, in pixels.
pub const WIDTH: u32 = 960;
const EDGE: f64 = 32.0;
const ROOM: f64 = WIDTH as f64 - 2.0 * EDGE;
const BAR: f64 = 56.0;
const FONTS: &str =
    "'Noto Sans JP', 'Noto Sans CJK JP', 'Hiragino Sans', 'BIZ UDPGothic', Meiryo, sans-serif";

/// A chart file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// The file's text.
    pub svg: String,
    /// Its height, in pixels.
    pub height: u32,
}

/// The file of a result. `title` stands over it: which session it is of.
pub fn chart(drawing: &Drawing, title: &str) -> Chart {
    let words = ::words::figures(drawing.language);
    let mut body = Vec::new();
    let mut y = EDGE;
    for line in wrapped(title, 15.0, ROOM) {
        y += 22.0;
        body.push(text(EDGE, y - 6.0, 15.0, INK_QUIET, false, &line));
    }
    y += 30.0;
    body.push(text(EDGE, y - 7.0, 20.0, ACCENT, true, &drawing.name));
    match &drawing.said {
        Some(said) => {
            y = over(said, y, &mut body);
            body.push(bar(&drawing.lines, y));
            y = legend(&drawing.lines, y + BAR + 16.0, &mut body);
        }
        None => {
            y += 34.0;
            body.push(text(EDGE, y - 10.0, 16.0, INK, false, words.no_answer()));
        }
    }
    y += 30.0;
    body.push(text(EDGE, y - 8.0, 13.0, INK_QUIET, false, words.counted()));
    // Far under what a u32 holds: the texts are bounded.
    let height = (y + EDGE - 8.0).ceil() as u32;
    let svg = html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(WIDTH) height=(height) viewBox={ "0 0 " (WIDTH) " " (height) }
            font-family=(FONTS) role="img" aria-label=(clean(&said_aloud(drawing, title))) {
            rect width="100%" height="100%" fill="#ffffff" {}
            @for part in &body { (part) }
        }
    };
    Chart { svg: svg.into_string() + "\n", height }
}

/// The percentage, the sentence beside it, and what it is of; where the bar begins.
fn over(said: &Said, y: f64, body: &mut Vec<Markup>) -> f64 {
    let number = said.percent.to_string();
    let unit = EDGE + measure(&number, 60.0);
    let beside = unit + 48.0;
    let lines = wrapped(&said.sentence, 22.0, EDGE + ROOM - beside);
    let top = y + 62.0;
    body.push(text(EDGE, top, 60.0, ACCENT, true, &number));
    body.push(text(unit + 2.0, top, 32.0, ACCENT, true, "%"));
    // One line stands on the number's foot; several stand higher.
    let mut line_y = top - 30.0 * (lines.len().saturating_sub(1)) as f64 - 24.0;
    line_y = line_y.max(y + 18.0);
    for line in &lines {
        body.push(text(beside, line_y, 22.0, INK, true, line));
        line_y += 30.0;
    }
    body.push(text(beside, line_y - 4.0, 16.0, INK_QUIET, false, &said.count));
    line_y.max(top) + 20.0
}

/// The bar, 3 pixels between its pieces.
fn bar(lines: &[Line], y: f64) -> Markup {
    let length = |percent: u8| ROOM * f64::from(percent) / 100.0;
    let drawn = |line: &Line| {
        let (x, width) = (EDGE + length(line.piece.start), length(line.piece.share));
        let is_last = line.piece.start.saturating_add(line.piece.share) >= 100;
        (x, if is_last { width } else { (width - 3.0).max(1.0) })
    };
    html! {
        defs { @for line in lines { (pattern(line)) } }
        @for line in lines.iter().filter(|line| line.piece.share > 0) {
            @let (x, width) = drawn(line);
            (piece(line, [x, y, width, BAR], 0.0))
            @if line.piece.has_text() {
                text x=(px(x + 10.0)) y=(px(y + BAR / 2.0 + 7.0)) font-size="20" font-weight="700" fill=(ink_on(line.tone))
                    stroke=(colour(line.tone)) stroke-width="6" stroke-linejoin="round" paint-order="stroke" { (line.piece.share) "%" }
            }
        }
    }
}

/// A piece or its swatch: its colour, its pattern, its rim. `place` is where it begins, and its width and height.
fn piece(line: &Line, place: [f64; 4], round: f64) -> Markup {
    let [x, y, width, height] = place;
    // A line of one pixel lies within the piece.
    let inside = |length: f64| (length - 1.0).max(0.0);
    html! {
        rect x=(px(x)) y=(px(y)) width=(px(width)) height=(px(height)) rx=(round) fill=(colour(line.tone)) {}
        @if let Some(name) = pattern_name(line) {
            rect x=(px(x)) y=(px(y)) width=(px(width)) height=(px(height)) rx=(round) fill={ "url(#" (name) ")" } {}
        }
        @if let Some(rim) = rim(line.tone) {
            rect x=(px(x + 0.5)) y=(px(y + 0.5)) width=(px(inside(width))) height=(px(inside(height))) rx=(round) fill="none" stroke=(rim) {}
        }
    }
}

fn pattern_name(line: &Line) -> Option<String> {
    let again = if line.again { "-again" } else { "" };
    path(line).map(|_| format!("hatch-{}{again}", line.tone.name()))
}

/// The lines of its pattern, and their colour.
fn path(line: &Line) -> Option<(&'static str, &'static str)> {
    if line.again {
        Some((patterns::AGAIN, "#ffffff"))
    } else {
        patterns::path(line.tone).zip(hatch(line.tone))
    }
}

fn pattern(line: &Line) -> Markup {
    html! {
        @if let (Some(name), Some((path, colour))) = (pattern_name(line), path(line)) {
            pattern id=(name) width=(TILE) height=(TILE) patternUnits="userSpaceOnUse" {
                path d=(path) fill="none" stroke=(colour) stroke-width=(patterns::WIDTH) stroke-linecap="round" {}
            }
        }
    }
}

/// The legend of what was chosen; where it ends.
fn legend(lines: &[Line], top: f64, body: &mut Vec<Markup>) -> f64 {
    let (mut x, mut y) = (EDGE, top);
    for line in lines.iter().filter(|line| !line.figures.is_empty()) {
        let (label, figures) = (measure(&line.label, 16.0), measure(&line.figures, 16.0));
        let width = 26.0 + label + 8.0 + figures;
        if x > EDGE && x + width > EDGE + ROOM {
            (x, y) = (EDGE, y + 28.0);
        }
        body.push(html! {
            (piece(line, [x, y + 4.0, 16.0, 16.0], 3.0))
        });
        body.push(text(x + 24.0, y + 18.0, 16.0, INK, false, &line.label));
        body.push(text(x + 32.0 + label, y + 18.0, 16.0, INK_QUIET, false, &line.figures));
        x += width + 24.0;
    }
    y + 24.0
}

fn text(x: f64, y: f64, size: f64, fill: &str, bold: bool, said: &str) -> Markup {
    html! {
        text x=(px(x)) y=(px(y)) font-size=(size) font-weight=[bold.then_some("700")] fill=(fill) { (clean(said)) }
    }
}

/// What a screen reader says of the file.
fn said_aloud(drawing: &Drawing, title: &str) -> String {
    let words = ::words::figures(drawing.language);
    let sentence = drawing.said.as_ref().map_or_else(
        || words.no_answer().to_owned(),
        |said| ::words::files(drawing.language).with_count(&said.sentence, &said.count),
    );
    words.labelled(&format!("{title} {}", drawing.name), &sentence)
}

/// XML has no place for control characters, however written.
fn clean(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') { ' ' } else { c })
        .collect()
}

/// A length to a tenth of a pixel.
fn px(length: f64) -> String {
    let tenths = format!("{length:.1}");
    tenths.strip_suffix(".0").map(str::to_owned).unwrap_or(tenths)
}

/// About how wide a text is at this size.
fn measure(text: &str, size: f64) -> f64 {
    text.chars().map(|c| if is_narrow(c) { 0.6 } else { 1.0 }).sum::<f64>() * size
}

/// ASCII, Latin letters with signs, and half-width katakana.
fn is_narrow(c: char) -> bool {
    matches!(c, '\0'..='\u{24f}' | '\u{ff61}'..='\u{ff9f}')
}

/// The lines of a text that are at most so wide. A line does not begin with what closes; that hangs over instead.
fn wrapped(text: &str, size: f64, room: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for c in text.chars() {
        let closes = "」』）、。％%！？ー".contains(c);
        if !line.is_empty()
            && !closes
            && measure(&line, size) + measure(c.encode_utf8(&mut [0; 4]), size) > room
        {
            lines.push(std::mem::take(&mut line));
        }
        line.push(c);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use survey::{AxisTally, Language, Questionnaire, Unanimous};

    fn mastery() -> Drawing {
        let axis = &Questionnaire::standard().axes[2];
        let tally = AxisTally { counts: vec![3, 8, 5, 4, 1] };
        Drawing::counted(axis, Some(&tally), 21, Unanimous::Everybody, Language::Japanese)
    }

    #[test]
    fn a_file_says_all_that_the_screen_says() {
        let Chart { svg, height } = chart(&mastery(), "第1回　令和7年6月4日（水）");
        assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"960\""));
        assert!((240..=360).contains(&height), "{height}");
        for said in [
            "第1回　令和7年6月4日（水）",
            ">習得度<",
            ">52<",
            "52%が「実践できる」「サポートがあれば実践できる」と回答",
            "21人中11人",
            ">もっと勉強が必要<",
            ">4人・19%<",
            words::ja::COUNTED,
        ] {
            assert!(svg.contains(said), "{said}");
        }
        assert_eq!(
            svg.matches("#0017c1").count(),
            6,
            "name, number, its unit, piece, its text's edge, swatch"
        );
        assert_eq!(svg.matches("<pattern").count(), 3, "all but the best and the neutral choice");
        assert_eq!(svg.matches("url(#hatch-").count(), 6, "in the bar and in the legend");
    }

    #[test]
    fn only_what_somebody_chose_is_drawn() {
        let axis = &Questionnaire::standard().axes[0];
        let tally = AxisTally { counts: vec![9, 12, 0, 0, 0] };
        let svg =
            chart(&Drawing::counted(axis, Some(&tally), 21, Unanimous::Percent, Language::Japanese), "").svg;
        assert!(!svg.contains("どちらでもない") && svg.contains("100%が"));
        let nobody = chart(&Drawing::counted(axis, None, 0, Unanimous::Percent, Language::Japanese), "");
        assert!(nobody.svg.contains(words::ja::NO_ANSWER) && !nobody.svg.contains(">0"));
    }

    #[test]
    fn texts_are_escaped_and_fit_for_xml() {
        let mut drawing = mastery();
        drawing.name = "<script>&\"\u{8}".to_owned();
        drawing.lines[0].label = "</text>".to_owned();
        let svg = chart(&drawing, "a\u{0}b<").svg;
        assert!(
            svg.contains("&lt;script&gt;&amp;") && svg.contains("&lt;/text&gt;") && svg.contains("a b&lt;")
        );
        assert!(!svg.contains("<script") && !svg.chars().any(|c| c.is_control() && c != '\n'));
    }

    #[test]
    fn long_texts_are_wrapped_and_make_the_file_higher() {
        let mut drawing = mastery();
        let usual = chart(&drawing, "").height;
        for line in &mut drawing.lines {
            line.label = "とても長い選択肢の名前".repeat(5);
        }
        if let Some(said) = &mut drawing.said {
            said.sentence = "とても長い見出し「あ」".repeat(12);
        }
        assert!(chart(&drawing, "").height > usual + 100);
        let lines = wrapped("あいう」えお", 10.0, 30.0);
        assert_eq!(lines, ["あいう」", "えお"]);
    }
}
