//! Files that the app makes, opened by programs that are not ours: LibreOffice and Poppler.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use tempfile::TempDir;

use crate::failure::{Failure, Outcome};

/// A spreadsheet file's sheets as LibreOffice reads them, each as comma-separated text. `name` has the file's ending.
pub fn sheets(bytes: &[u8], name: &str) -> Outcome<Vec<String>> {
    let folder = TempDir::new()?;
    let file = folder.path().join(name);
    fs::write(&file, bytes)?;
    // Comma, double quotes, UTF-8, from the first line, all sheets as they are shown.
    let made = folder.path().join("made");
    fs::create_dir(&made)?;
    let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1";
    convert(&made, &file, filter)?;
    let mut files: Vec<_> = fs::read_dir(&made)?.collect::<Result<_, _>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    let sheets = files.iter().map(fs::DirEntry::path).filter(|path| path.extension().is_some());
    let texts = sheets.map(fs::read_to_string).collect::<Result<Vec<_>, _>>()?;
    if texts.is_empty() {
        return Err(Failure::new(format!("LibreOffice found no sheet in {name}")));
    }
    Ok(texts)
}

/// The text of each page of a PDF file, as Poppler reads it.
pub fn pages(pdf: &[u8]) -> Outcome<Vec<String>> {
    let folder = TempDir::new()?;
    let file = folder.path().join("printed.pdf");
    fs::write(&file, pdf)?;
    let output = run(Command::new("pdftotext").arg("-layout").arg(&file).arg("-"), "poppler-utils")?;
    let text = String::from_utf8_lossy(&output.stdout);
    let text = text.strip_suffix('\u{c}').unwrap_or(&text);
    Ok(text.split('\u{c}').map(str::to_owned).collect())
}

/// What of a text every engine's print gives back alike: Poppler sets spaces where letters stand apart, and reads some
/// ideographs and marks as others that look the same.
pub fn plain(text: &str) -> String {
    let is_plain = |c: &char| c.is_ascii_graphic() || matches!(c, '\u{3041}'..='\u{30ff}');
    text.chars().filter(is_plain).collect()
}

/// Converts a file into others in `folder`.
fn convert(folder: &Path, file: &Path, filter: &str) -> Outcome {
    // A profile of its own: several may run at once.
    let profile = format!("-env:UserInstallation=file://{}", folder.with_file_name("profile").display());
    let mut command = Command::new("soffice");
    if file.extension().is_some_and(|end| end == "csv") {
        // Without a person to ask, it takes the encoding of the machine.
        command.arg("--infilter=Text - txt - csv (StarCalc):44,34,76");
    }
    command.args([&profile, "--headless", "--convert-to", filter, "--outdir"]).arg(folder).arg(file);
    run(&mut command, "libreoffice-calc-nogui").map(drop)
}

fn run(command: &mut Command, package: &str) -> Outcome<Output> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output();
    let output = output
        .map_err(|error| Failure::from(error).during(&format!("{name} (apt-get install {package})")))?;
    if output.status.success() {
        return Ok(output);
    }
    Err(Failure::new(format!("{name} failed: {}", String::from_utf8_lossy(&output.stderr))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_engines_print_differently_is_no_difference() {
        assert_eq!(
            plain("6月4日　アンケート（回答 21人／参加）"),
            plain("6 ⽉ 4 ⽇ アンケート（回答21⼈∕参加）")
        );
        assert_eq!(plain("3 / 10"), "3/10");
    }
}
