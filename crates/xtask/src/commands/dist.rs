//! `cargo xtask dist`: the program that needs no endpoint, as a folder of files for any web space, and as a zip.

use std::fs;
use std::io::Write;
use std::path::Path;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::app;
use crate::fault::{Explain, Outcome};
use crate::place::Place;
use crate::say;
use crate::tools::Tools;

/// Makes both.
pub(crate) fn run(place: &Place) -> Outcome {
    let tools = Tools::for_building(place)?;
    build(place, &tools)
}

/// Makes both with these tools.
pub(crate) fn build(place: &Place, tools: &Tools) -> Outcome {
    let folder = place.dist();
    app::dist(place, tools, &folder)?;
    let archive = folder.with_extension("zip");
    say::step("pack the zip", || pack(&folder, &archive))?;
    let size = fs::metadata(folder.join("index.html")).explain(|| "the page is not there".to_owned())?.len();
    say::line(format_args!("{} (index.html: {:.1} MB)", folder.display(), size as f64 / 1_048_576.0));
    say::line(format_args!("{}", archive.display()));
    Ok(())
}

fn pack(folder: &Path, archive: &Path) -> Outcome {
    let unwritten = || format!("{} cannot be written", archive.display());
    let file = fs::File::create(archive).explain(unwritten)?;
    let mut zip = ZipWriter::new(file);
    for (name, bytes) in app::read(folder)? {
        zip.start_file(format!("furikaeri/{name}"), SimpleFileOptions::default()).explain(unwritten)?;
        zip.write_all(&bytes).explain(unwritten)?;
    }
    zip.finish().explain(unwritten)?;
    Ok(())
}
