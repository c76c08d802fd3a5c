//! The links of imported sessions as a file that a spreadsheet opens.

use survey::Days;

use super::made::MadeSession;
use crate::language::language;

/// The file, UTF-8.
pub(super) fn csv<'p>(programmes: impl Iterator<Item = (&'p str, &'p [MadeSession])>) -> String {
    let figures = ::words::figures(language());
    let of_desk = ::words::desk(language());
    let words = ::words::programmes(language());
    let head = [
        words.title(),
        of_desk.date(),
        of_desk.title(),
        words.code(),
        words.answer_link(),
        words.facilitator_link(),
        words.board_link(),
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for (title, sessions) in programmes {
        for (draft, made) in sessions {
            rows.push(vec![
                title.to_owned(),
                figures.days(Days::of(draft.date, draft.date_end)),
                made.title.clone(),
                made.code.to_string(),
                made.links.answer.clone(),
                made.links.desk.clone(),
                made.links.board.clone(),
            ]);
        }
    }
    [tables::BOM, &tables::csv_text(&rows)].concat()
}
