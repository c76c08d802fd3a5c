//! A programme's axes over its sessions as a native line chart, taken from the table over all sessions.

use form::colours;
use rust_xlsxwriter::{
    Chart, ChartEmptyCells, ChartFormat, ChartLegendPosition, ChartLine, ChartLineDashType, ChartMarker,
    ChartMarkerType, ChartSolidFill, ChartType, ColNum, RowNum,
};
use survey::Tone;

use super::look::{chart_font, chart_ground, chart_hairline, color};

/// Axes are told apart by colour, by mark and by stroke; after five, again from the first.
fn stroke(number: usize) -> (&'static str, ChartMarkerType, ChartLineDashType) {
    match number % 5 {
        0 => (colours::ACCENT, ChartMarkerType::Circle, ChartLineDashType::Solid),
        1 => (colours::WARN, ChartMarkerType::Square, ChartLineDashType::Dash),
        2 => (colours::colour(Tone::Good(4)), ChartMarkerType::Triangle, ChartLineDashType::LongDash),
        3 => (colours::INK_QUIET, ChartMarkerType::Diamond, ChartLineDashType::SquareDot),
        _ => (colours::colour(Tone::Bad(1)), ChartMarkerType::Circle, ChartLineDashType::DashDot),
    }
}

/// Where a line's cells are: the column of its percentages, and the cell of its name.
pub struct Line {
    /// The column.
    pub column: ColNum,
    /// Row and column of the axis's name.
    pub name: (RowNum, ColNum),
}

/// The chart of lines over these rows. `sessions` is the column of the sessions' titles.
pub fn chart(
    sheet: &str,
    title: (RowNum, ColNum),
    rows: (RowNum, RowNum),
    sessions: ColNum,
    lines: &[Line],
    described: &str,
) -> Chart {
    let mut chart = Chart::new(ChartType::Line);
    for (number, line) in lines.iter().enumerate() {
        let (hex, mark, dash) = stroke(number);
        let mut stroke = ChartLine::new();
        stroke.set_color(color(hex)).set_width(2.25).set_dash_type(dash);
        let mut fill = ChartFormat::new();
        fill.set_solid_fill(ChartSolidFill::new().set_color(color(hex))).set_no_border();
        let mut marker = ChartMarker::new();
        marker.set_type(mark).set_size(7).set_format(&mut fill);
        chart
            .add_series()
            .set_name((sheet, line.name.0, line.name.1))
            .set_categories((sheet, rows.0, sessions, rows.1, sessions))
            .set_values((sheet, rows.0, line.column, rows.1, line.column))
            .set_format(ChartFormat::new().set_line(&stroke))
            .set_marker(&marker);
    }
    let mut font = chart_font(11.0, colours::INK);
    font.set_bold();
    chart.title().set_name((sheet, title.0, title.1)).set_font(&font);
    chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&chart_font(9.0, colours::INK));
    let mut font = chart_font(9.0, colours::INK);
    font.set_rotation(0);
    chart.x_axis().set_font(&font).set_format(ChartFormat::new().set_line(&chart_hairline()));
    chart
        .y_axis()
        .set_min(0)
        .set_max(1)
        .set_major_unit(0.25)
        .set_num_format("0%")
        .set_font(&chart_font(9.0, colours::INK_QUIET))
        .set_major_gridlines_line(&chart_hairline())
        .set_format(ChartFormat::new().set_no_line());
    // A session that nobody has answered interrupts the line.
    chart.show_empty_cells_as(ChartEmptyCells::Gaps);
    chart.chart_area().set_format(&mut chart_ground());
    chart.set_alt_text(described);
    chart
}
