//! How cells and charts look: the type, the sizes, the colours of the screens.

use form::colours;
use rust_xlsxwriter::{ChartFont, ChartFormat, ChartLine, Color, Format, FormatAlign, FormatBorder};

/// The type that Office has for Japanese on every system.
const FONT: &str = "Yu Gothic";
/// The size of text, in points.
pub const SIZE: f64 = 10.0;
/// A row of one line, in points.
pub const LINE: f64 = 18.0;

/// The style sheet's hairline.
const HAIRLINE: Color = Color::RGB(0x00E0_E0E0);
/// The style sheet's lightest grey, behind heads of columns.
const HEAD: Color = Color::RGB(0x00F2_F2F2);

/// A colour written as `#rrggbb`.
pub fn color(hex: &str) -> Color {
    u32::from_str_radix(hex.trim_start_matches('#'), 16).map_or(Color::Default, Color::RGB)
}

/// Text of this many points.
pub fn text(size: f64) -> Format {
    let format = Format::new().set_font_name(FONT).set_font_size(size).set_font_color(color(colours::INK));
    format.set_align(FormatAlign::VerticalCenter).set_text_wrap()
}

/// Text that matters less.
pub fn quiet() -> Format {
    text(SIZE).set_font_color(color(colours::INK_QUIET))
}

/// What needs checking.
pub fn warning() -> Format {
    text(SIZE).set_font_color(color(colours::WARN))
}

/// A heading over a part of a sheet.
pub fn heading() -> Format {
    text(12.0).set_bold()
}

/// The name of an axis.
pub fn axis_name() -> Format {
    text(SIZE).set_bold().set_font_color(color(colours::ACCENT))
}

/// A heading over a column.
pub fn head() -> Format {
    let format = text(SIZE).set_bold().set_background_color(HEAD).set_align(FormatAlign::Center);
    format.set_border(FormatBorder::Thin).set_border_color(HAIRLINE)
}

/// A cell of a table.
pub fn cell() -> Format {
    text(SIZE)
        .set_border(FormatBorder::Thin)
        .set_border_color(HAIRLINE)
        .set_align(FormatAlign::Left)
        .set_indent(1)
}

/// A number in a table. It has no indent: where a number lacks room, spreadsheets show ### in its place.
pub fn number() -> Format {
    cell().set_indent(0).set_num_format("#,##0").set_align(FormatAlign::Right)
}

/// A percentage in a table, written as a part of 1.
pub fn percent() -> Format {
    number().set_num_format("0%")
}

/// The paragraph over the axes.
pub fn paragraph() -> Format {
    text(SIZE).set_background_color(HEAD)
}

/// A number or percentage with the mark of what needs checking after it.
pub fn marked(format: Format, pattern: &str, mark: &str) -> Format {
    format.set_num_format(format!("{pattern}\"{mark}\"")).set_font_color(color(colours::WARN))
}

/// Text in charts.
pub fn chart_font(size: f64, hex: &str) -> ChartFont {
    let mut font = ChartFont::new();
    font.set_name(FONT).set_size(size).set_color(color(hex));
    font
}

/// A chart's ground: white, so that it can be copied anywhere, and no frame.
pub fn chart_ground() -> ChartFormat {
    let mut ground = ChartFormat::new();
    let mut white = rust_xlsxwriter::ChartSolidFill::new();
    white.set_color(Color::White);
    ground.set_solid_fill(&white).set_no_border();
    ground
}

/// A chart's quiet lines.
pub fn chart_hairline() -> ChartLine {
    let mut line = ChartLine::new();
    line.set_color(HAIRLINE).set_width(0.75);
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_have_the_greys_of_the_screens() {
        let tokens = include_str!("../../../../style/tokens.css");
        for (name, grey) in [("hairline", HAIRLINE), ("color-neutral-solid-gray-50", HEAD)] {
            let value = tokens.split_once(&format!("--{name}: ")).unwrap().1;
            assert_eq!(color(value.split_once(';').unwrap().0), grey, "{name}");
        }
    }

    #[test]
    fn colours_are_read_as_they_are_written() {
        assert_eq!(color("#0017c1"), Color::RGB(0x0000_17C1));
    }
}
