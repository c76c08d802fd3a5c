//! What is held before a browser's camera: phones with QR codes, one after the other, in a film that Chromium
//! takes for its camera.
//!
//! The film is YUV4MPEG2: pictures without compression. Chromium reads format and pictures anew whenever a page
//! opens the camera, shows each picture for its time, and begins again after the last. A film that ends within a
//! picture ends the camera.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

use qrcodegen::{QrCode, QrCodeEcc};

use crate::failure::{Failure, Outcome};

const WIDTH: usize = 1280;
const HEIGHT: usize = 720;

/// Few, as each picture has 1.4 MB.
const PER_SECOND: u32 = 5;
/// How many pictures a phone is held still for, and how many show none before the next.
const HELD: usize = 4;
const BETWEEN: usize = 1;

/// A phone's side; it fills 85 % of the picture's height.
const PHONE: usize = HEIGHT * 85 / 100;
/// The modules that must be white around a code.
const QUIET: usize = 4;

/// Luma as in television, whose black and white are not 0 and 255: Chromium spreads it.
const BLACK: u8 = 16;
const WHITE: u8 = 235;
const GREY: u8 = 126;
/// Chroma of what has no colour.
const COLOURLESS: u8 = 128;

/// Where the film of a browser is that has this folder. By its ending, Chromium knows what it is.
pub(crate) fn film_in(folder: &Path) -> PathBuf {
    folder.join("camera.y4m")
}

/// Writes a film in which phones with QR codes of these texts are held before the camera, each for 0.8 seconds and
/// then for 0.2 none; of no texts, there is none. It takes the place of another film as a whole, never in parts:
/// who watches the other one goes on with that.
pub fn shoot(film: &Path, texts: &[&str]) -> Outcome {
    let new = film.with_extension("new");
    let mut out = BufWriter::new(File::create(&new)?);
    writeln!(out, "YUV4MPEG2 W{WIDTH} H{HEIGHT} F{PER_SECOND}:1 Ip A1:1 C420jpeg")?;
    let nothing = vec![GREY; WIDTH * HEIGHT];
    add(&mut out, &nothing, BETWEEN)?;
    for text in texts {
        add(&mut out, &phone(text)?, HELD)?;
        add(&mut out, &nothing, BETWEEN)?;
    }
    out.into_inner().map_err(io::IntoInnerError::into_error)?;
    Ok(fs::rename(new, film)?)
}

/// Adds a picture so many times: its luma, and both chromas, which have a quarter of its points each.
fn add(out: &mut impl Write, luma: &[u8], times: usize) -> io::Result<()> {
    let chroma = vec![COLOURLESS; WIDTH * HEIGHT / 2];
    for _ in 0..times {
        out.write_all(b"FRAME\n")?;
        out.write_all(luma)?;
        out.write_all(&chroma)?;
    }
    Ok(())
}

/// The luma of a picture of a phone that shows a text's code: black on a white square in the middle of grey.
fn phone(text: &str) -> Outcome<Vec<u8>> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium)
        .map_err(|_| Failure::new(format!("too long for a QR code: {text}")))?;
    // All codes have between 21 and 177 modules.
    let modules = usize::try_from(code.size()).unwrap_or_default();
    let scale = PHONE / (modules + 2 * QUIET);
    let (left, top) = ((WIDTH - PHONE) / 2, (HEIGHT - PHONE) / 2);
    let margin = (PHONE - modules * scale) / 2;
    let module = |pixel: usize| {
        let module = pixel.checked_sub(margin)? / scale;
        i32::try_from(module).ok()
    };
    let pixel = |x: usize, y: usize| {
        let (Some(x), Some(y)) = (x.checked_sub(left), y.checked_sub(top)) else { return GREY };
        if x >= PHONE || y >= PHONE {
            return GREY;
        }
        // Beyond the code, there are only light modules.
        let is_dark = module(x).zip(module(y)).is_some_and(|(x, y)| code.get_module(x, y));
        if is_dark { BLACK } else { WHITE }
    };
    Ok((0..HEIGHT).flat_map(|y| (0..WIDTH).map(move |x| (x, y))).map(|(x, y)| pixel(x, y)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::qr;

    /// What is read in each picture of a film.
    fn seen(film: &Path, folder: &Path) -> Vec<Vec<String>> {
        let film = fs::read(film).unwrap();
        let head = film.iter().position(|byte| *byte == b'\n').unwrap() + 1;
        assert_eq!(film[..head], *b"YUV4MPEG2 W1280 H720 F5:1 Ip A1:1 C420jpeg\n");
        let pictures = film[head..].chunks_exact(6 + 1280 * 720 * 3 / 2);
        assert!(pictures.remainder().is_empty());
        let read = |picture: &[u8]| {
            let (word, picture) = picture.split_at(6);
            assert_eq!(word, b"FRAME\n");
            let file = folder.join("picture.pgm");
            fs::write(&file, [b"P5 1280 720 255\n", &picture[..1280 * 720]].concat()).unwrap();
            qr::read_all(&file).unwrap()
        };
        pictures.map(read).collect()
    }

    #[test]
    fn phones_are_held_up_one_after_the_other() {
        let folder = tempfile::tempdir().unwrap();
        let film = film_in(folder.path());
        shoot(&film, &[]).unwrap();
        assert_eq!(seen(&film, folder.path()), [[""; 0]]);
        let long = "0123456789".repeat(60);
        let texts = ["https://example.jp/furikaeri/#/s/ABC234", &long];
        shoot(&film, &texts).unwrap();
        let [first, second] = texts.map(|text| vec![text]);
        let (first, second, none) = (&first, &second, &vec![]);
        let expected =
            [none, first, first, first, first, none, second, second, second, second, none].map(Vec::as_slice);
        assert_eq!(seen(&film, folder.path()), expected);
    }

    #[test]
    fn a_code_fills_most_of_the_height_whatever_it_says() {
        let dark_rows = |text: &str| {
            let picture = phone(text).unwrap();
            picture.chunks(WIDTH).filter(|row| row.contains(&BLACK)).count()
        };
        for text in ["1", &"1".repeat(5596)] {
            assert!((PHONE * 3 / 5..PHONE).contains(&dark_rows(text)), "{}", dark_rows(text));
        }
        assert!(phone(&"1".repeat(5597)).is_err());
    }
}
