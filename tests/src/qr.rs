//! QR codes in pictures, read and made by programs that are not ours.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use crate::failure::{Failure, Outcome};

/// What the one QR code in a picture says, read by `zbarimg`.
pub fn read(picture: &Path) -> Outcome<String> {
    let mut codes = read_all(picture)?.into_iter();
    match (codes.next(), codes.next()) {
        (Some(code), None) => Ok(code),
        (None, _) => Err(Failure::new(format!("no QR code can be read in {}", picture.display()))),
        _ => Err(Failure::new(format!("several QR codes in {}", picture.display()))),
    }
}

/// What all QR codes in a picture say, in no order.
pub fn read_all(picture: &Path) -> Outcome<Vec<String>> {
    let output = Command::new("zbarimg")
        .args(["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"])
        .arg(picture)
        .output()
        .map_err(|error| Failure::from(error).during("zbarimg (apt-get install zbar-tools)"))?;
    Ok(String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect())
}

/// A picture of a QR code that says this, made by `qrencode` at error correction M: a PNG in `folder`.
pub fn make(text: &str, folder: &Path) -> Outcome<PathBuf> {
    let picture = folder.join("made.png");
    let made = Command::new("qrencode")
        .args(["--level=M", "--size=6", "--output"])
        .arg(&picture)
        .arg(text)
        .status()
        .map_err(|error| Failure::from(error).during("qrencode (apt-get install qrencode)"))?;
    if made.success() { Ok(picture) } else { Err(Failure::new(format!("qrencode made no QR code: {made}"))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_program_makes_another_reads() {
        let folder = tempfile::tempdir().unwrap();
        let picture = make("https://example.lg.jp/", folder.path()).unwrap();
        assert_eq!(read(&picture).unwrap(), "https://example.lg.jp/");
    }
}
