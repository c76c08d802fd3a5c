//! QR codes in pictures, read by a program that is not ours.

use std::{path::Path, process::Command};

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
