//! A QR code in a terminal, two modules to a character.

use qrcodegen::{QrCode, QrCodeEcc};

use crate::fault::{Explain, Outcome};
use crate::say;

/// Light modules around the code, without which a camera does not find it.
const QUIET: i32 = 3;

/// Prints the code that says `text`: dark on light whatever the terminal's colours are.
pub(crate) fn print(text: &str) -> Outcome {
    let code =
        QrCode::encode_text(text, QrCodeEcc::Medium).explain(|| "no QR code can be made".to_owned())?;
    for row in rows(&code) {
        // Without colours the blocks are the light modules, as on a dark terminal.
        say::line(if say::to_terminal() { format!("  \x1b[97;40m{row}\x1b[0m") } else { format!("  {row}") });
    }
    Ok(())
}

/// The rows, with blocks where modules are light.
fn rows(code: &QrCode) -> Vec<String> {
    let range = -QUIET..code.size() + QUIET;
    let light = |x: i32, y: i32| !code.get_module(x, y);
    let cell = |x: i32, y: i32| match (light(x, y), light(x, y + 1)) {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        (false, false) => ' ',
    };
    let ys = range.clone().step_by(2);
    ys.map(|y| range.clone().map(|x| cell(x, y)).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_hold_the_code_with_its_quiet_border() {
        let code = QrCode::encode_text("HTTP://192.0.2.1:8080/S/AB3K7Q", QrCodeEcc::Medium).unwrap();
        let rows = rows(&code);
        let width = (code.size() + 2 * QUIET) as usize;
        assert!(rows.iter().all(|row| row.chars().count() == width));
        assert_eq!(rows.len(), width.div_ceil(2));
        assert_eq!(rows[0], "█".repeat(width), "a light border");
        // The finder in the corner: seven dark modules in a row, from the fourth on.
        assert_eq!(rows[1].chars().skip(3).take(7).collect::<String>(), "▀".repeat(7));
    }
}
