//! The links of imported sessions as a file that a spreadsheet opens.

use ::words::ja::{self, desk, programmes as words};
use survey::Days;

use super::made::MadeSession;

/// The file, UTF-8.
pub(super) fn csv<'p>(programmes: impl Iterator<Item = (&'p str, &'p [MadeSession])>) -> String {
    let head = [
        words::TITLE,
        desk::DATE,
        desk::TITLE,
        words::CODE,
        words::ANSWER_LINK,
        words::FACILITATOR_LINK,
        words::BOARD_LINK,
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for (title, sessions) in programmes {
        for (draft, made) in sessions {
            rows.push(vec![
                title.to_owned(),
                ja::days(Days::of(draft.date, draft.date_end)),
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
