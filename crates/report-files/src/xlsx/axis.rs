//! An axis on a session's sheet: what is said of it, and the table that its chart is drawn from.

use rust_xlsxwriter::{ColNum, RowNum, XlsxError};
use survey::report::{AxisReport, Figures};
use survey::{Headline, Language, Leaning, Tone, Unanimous};

use super::bar::{Cell, Piece};
use super::look;
use super::page::Page;

/// Columns of a table: label, count, share, leaning.
pub const COLUMNS: ColNum = 4;

/// A row of an axis's table.
struct Row {
    label: String,
    count: Option<u32>,
    share: u8,
    leaning: Option<&'static str>,
    tone: Tone,
    is_drawn: bool,
}

/// Where a written table's cells are, for the chart that is drawn from them.
pub struct Table {
    /// The cell of the axis's name.
    pub name: Cell,
    /// The cell of its headline.
    pub sentence: Cell,
    /// The pieces of its bar.
    pub pieces: Vec<Piece>,
}

/// The headline of an axis and the count that belongs beside it. Of a published one as it was published.
pub fn sentence(report: &AxisReport, unanimous: Unanimous, language: Language) -> String {
    let figures = ::words::figures(language);
    let files = ::words::files(language);
    match &report.figures {
        Figures::Nothing => figures.no_answer().to_owned(),
        Figures::Counted { headline, .. } => {
            let sentence = figures.headline(headline, unanimous);
            if headline.is_small() {
                files.with_count(&sentence, &figures.of_people(headline))
            } else {
                sentence
            }
        }
        Figures::Published { base, percent, named } => {
            // How many it was is not known. Of fewer than 200 people nothing but everybody rounds to 100 %.
            let everybody = *percent == 100 && *base < 200;
            let base = u64::from(*base);
            let favourable = if everybody { base } else { 0 };
            let headline = Headline { percent: *percent, favourable, base, choices: named.clone() };
            files.with_count(&figures.headline(&headline, unanimous), files.published())
        }
    }
}

/// How many people the percentage is: 21人中11人, or that it was published.
pub fn count(figures: &Figures, language: Language) -> String {
    let of_figures = ::words::figures(language);
    let said = ::words::report(language);
    match figures {
        Figures::Nothing => said.nothing().to_owned(),
        Figures::Counted { headline, .. } => of_figures.of_people(headline),
        Figures::Published { base, .. } => said.published_of(*base),
    }
}

/// How many rows the table of an axis has.
pub fn height(report: &AxisReport) -> u32 {
    let rows = match &report.figures {
        Figures::Nothing => return 1,
        Figures::Counted { skipped, .. } => report.axis.choices.len() + usize::from(*skipped > 0),
        Figures::Published { .. } => 2,
    };
    // The sentence, the columns' heads and the base.
    u32::try_from(rows + 3).unwrap_or(u32::MAX)
}

/// Writes the table of an axis from this cell on. Its rows have their heights already.
pub fn write(
    page: &mut Page,
    at: Cell,
    report: &AxisReport,
    unanimous: Unanimous,
) -> Result<Table, XlsxError> {
    let files = ::words::files(page.language);
    let (top, left) = at;
    let last = left + COLUMNS - 1;
    page.text(top, left, &report.axis.name, &look::axis_name())?;
    page.wide(
        top,
        (left + 1, last),
        &sentence(report, unanimous, page.language),
        &look::text(look::SIZE).set_bold(),
    )?;
    let mut table = Table { name: at, sentence: (top, left + 1), pieces: Vec::new() };
    if matches!(report.figures, Figures::Nothing) {
        return Ok(table);
    }
    for (column, head) in (left..).zip([files.choice(), files.count(), files.share(), files.leaning()]) {
        page.text(top + 1, column, head, &look::head())?;
    }
    let mut row = top + 2;
    for choice in rows(report, page.language) {
        page.text(row, left, &choice.label, &look::cell())?;
        number(page, (row, left + 1), choice.count.map(f64::from))?;
        page.sheet.write_number_with_format(
            row,
            left + 2,
            f64::from(choice.share) / 100.0,
            &look::percent(),
        )?;
        page.text(row, left + 3, choice.leaning.unwrap_or_default(), &look::cell())?;
        if choice.is_drawn {
            let (label, share) = ((row, left), (row, left + 2));
            table.pieces.push(Piece { label, share, percent: choice.share, tone: choice.tone });
        }
        row += 1;
    }
    write_base(page, (row, left), &report.figures)?;
    Ok(table)
}

/// The rows under the choices: how many answered, and how many did not answer this axis.
fn write_base(page: &mut Page, (row, left): Cell, figures: &Figures) -> Result<(), XlsxError> {
    let files = ::words::files(page.language);
    let bold = look::cell().set_bold();
    page.text(row, left, files.base(), &bold)?;
    page.sheet.write_number_with_format(row, left + 1, figures.base() as f64, &look::number().set_bold())?;
    page.sheet.write_number_with_format(row, left + 2, 1.0, &look::percent().set_bold())?;
    let said = if matches!(figures, Figures::Published { .. }) { files.published() } else { "" };
    page.text(row, left + 3, said, &look::cell())?;
    if let Figures::Counted { skipped, .. } = figures
        && *skipped > 0
    {
        page.text(row + 1, left, files.skipped(), &look::cell())?;
        page.sheet.write_number_with_format(row + 1, left + 1, *skipped as f64, &look::number())?;
        page.text(row + 1, left + 2, "", &look::cell())?;
        page.text(row + 1, left + 3, "", &look::cell())?;
    }
    Ok(())
}

fn number(page: &mut Page, (row, column): Cell, number: Option<f64>) -> Result<(), XlsxError> {
    let said = ::words::report(page.language);
    match number {
        Some(number) => page.sheet.write_number_with_format(row, column, number, &look::number()).map(|_| ()),
        None => page.text(row, column, said.nothing(), &look::number()),
    }
}

fn rows(report: &AxisReport, language: Language) -> Vec<Row> {
    let figures = ::words::figures(language);
    let files = ::words::files(language);
    let said = ::words::report(language);
    match &report.figures {
        Figures::Nothing => Vec::new(),
        Figures::Counted { counts, shares, .. } => {
            let choices =
                report.axis.choices.iter().zip(Tone::of(&report.axis)).zip(counts.iter().zip(shares));
            choices
                .map(|((choice, tone), (&count, &share))| Row {
                    label: choice.label.clone(),
                    count: Some(count),
                    share,
                    leaning: Some(leaning(choice.leaning, language)),
                    tone,
                    is_drawn: count > 0,
                })
                .collect()
        }
        Figures::Published { percent, named, .. } => {
            let piece = |label, share, leaning, tone| Row {
                label,
                count: None,
                share,
                leaning,
                tone,
                is_drawn: share > 0,
            };
            let named = figures.joined_labels(named.iter().map(String::as_str));
            vec![
                piece(named, *percent, Some(files.favourable()), Tone::Good(1)),
                piece(said.the_others().to_owned(), 100_u8.saturating_sub(*percent), None, Tone::Neutral),
            ]
        }
    }
}

fn leaning(leaning: Leaning, language: Language) -> &'static str {
    let files = ::words::files(language);
    match leaning {
        Leaning::Favourable => files.favourable(),
        Leaning::Neutral => files.neutral(),
        Leaning::Unfavourable => files.unfavourable(),
    }
}

/// The height of the row with an axis's name and headline, in points.
pub fn sentence_height(page: &Page, left: ColNum, report: &AxisReport, unanimous: Unanimous) -> f64 {
    page.height(&sentence(report, unanimous, page.language), (left + 1, left + COLUMNS - 1), look::SIZE)
}

/// The height that a row of the table needs for its label, in points.
pub fn label_height(page: &Page, left: ColNum, report: &AxisReport, row: u32) -> f64 {
    let label = usize::try_from(row).ok().and_then(|row| rows(report, page.language).into_iter().nth(row));
    label.map_or(look::LINE, |row| page.height(&row.label, (left, left), look::SIZE))
}

/// Which row of the sheet below `top` is which: the sentence, the heads, then the choices.
pub fn choice_row(top: RowNum, row: RowNum) -> Option<u32> {
    row.checked_sub(top + 2)
}
