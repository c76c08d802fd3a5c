//! An axis's bar as a native chart: one bar cut in pieces, a series per piece, so that the legend names what was chosen.

use form::colours;
use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartDataLabelPosition, ChartFormat, ChartLegendPosition, ChartLine,
    ChartPatternFill, ChartPatternFillType, ChartSolidFill, ChartType, ColNum, Color, RowNum,
};
use survey::Tone;

use super::look::{chart_font, chart_ground, color};

/// A cell: row and column.
pub type Cell = (RowNum, ColNum);

/// A piece of a bar and the cells that it is of.
pub struct Piece {
    /// The choice's label.
    pub label: Cell,
    /// Its share, as a part of 1.
    pub share: Cell,
    /// The share in percent.
    pub percent: u8,
    /// Which step of the ramp it is drawn in.
    pub tone: Tone,
}

/// Under so many percent a piece is too narrow for its label.
const NARROW: u8 = 3;

/// The chart of the pieces on the sheet of this name. `title` and `axis` are the cells of its headline and its axis's name.
pub fn chart(sheet: &str, title: Cell, axis: Cell, pieces: &[Piece], described: &str) -> Chart {
    let at = |(row, column): Cell| (sheet, row, column);
    let mut chart = Chart::new(ChartType::BarPercentStacked);
    for piece in pieces {
        let series = chart.add_series();
        series
            .set_name(at(piece.label))
            .set_categories(at(axis))
            .set_values(at(piece.share))
            .set_format(&mut filled(piece.tone))
            .set_gap(20);
        if piece.percent >= NARROW {
            let mut label = ChartDataLabel::new();
            let mut font = chart_font(11.0, colours::ink_on(piece.tone));
            font.set_bold();
            label
                .show_value()
                .set_num_format("0%")
                .set_position(ChartDataLabelPosition::Center)
                .set_font(&font);
            series.set_data_label(&label);
        }
    }
    let mut font = chart_font(10.0, colours::INK);
    font.set_bold();
    chart.title().set_name(at(title)).set_font(&font);
    chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&chart_font(9.0, colours::INK));
    // Of a bar, the crate calls the horizontal axis x.
    chart.x_axis().set_min(0).set_max(1).set_major_gridlines(false).set_hidden(true);
    chart.y_axis().set_major_gridlines(false).set_hidden(true);
    chart.chart_area().set_format(&mut chart_ground());
    chart.set_alt_text(described);
    chart
}

/// A piece's colour, and the pattern of its tone over it, so that nothing depends on colour.
fn filled(tone: Tone) -> ChartFormat {
    let mut format = ChartFormat::new();
    let mut gap = ChartLine::new();
    gap.set_color(Color::White).set_width(1.5);
    format.set_border(&gap);
    match colours::hatch(tone) {
        Some(hatch) => {
            let mut fill = ChartPatternFill::new();
            fill.set_pattern(pattern(tone))
                .set_background_color(color(colours::colour(tone)))
                .set_foreground_color(color(hatch));
            format.set_pattern_fill(&fill);
        }
        None => {
            format.set_solid_fill(ChartSolidFill::new().set_color(color(colours::colour(tone))));
        }
    }
    format
}

/// What comes nearest to the pattern that screens and paper have.
fn pattern(tone: Tone) -> ChartPatternFillType {
    match tone {
        Tone::Good(2) => ChartPatternFillType::HorizontalStripesLight,
        Tone::Good(4) => ChartPatternFillType::SmallGrid,
        Tone::Good(5) => ChartPatternFillType::LargeGrid,
        Tone::Good(_) | Tone::Neutral => ChartPatternFillType::Dotted10Percent,
        Tone::Bad(1) => ChartPatternFillType::DiagonalStripesWideUpwards,
        Tone::Bad(2) => ChartPatternFillType::VerticalStripesLight,
        Tone::Bad(_) => ChartPatternFillType::DiagonalStripesWideDownwards,
    }
}
