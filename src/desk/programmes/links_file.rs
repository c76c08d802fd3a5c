//! The links of imported sessions as a file that a spreadsheet opens.

use ::words::ja::{desk, programmes as words};

use super::made::MadeSession;

/// The file: UTF-8 with the mark by which Excel knows it, CRLF, every cell quoted.
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
    let mut file = "\u{feff}".to_owned() + &line(&head.map(str::to_owned));
    for (title, sessions) in programmes {
        for (draft, made) in sessions {
            file += &line(&[
                title.to_owned(),
                draft.date.map(|date| date.to_string()).unwrap_or_default(),
                made.title.clone(),
                made.code.to_string(),
                made.links.answer.clone(),
                made.links.desk.clone(),
                made.links.board.clone(),
            ]);
        }
    }
    file
}

fn line(cells: &[String]) -> String {
    cells.iter().map(|text| cell(text)).collect::<Vec<_>>().join(",") + "\r\n"
}

/// A quoted cell. What a spreadsheet would take for a formula gets an apostrophe before it.
fn cell(text: &str) -> String {
    let risky = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    let apostrophe = if text.starts_with(risky) { "'" } else { "" };
    format!("\"{apostrophe}{}\"", text.replace('"', "\"\""))
}
