//! Puts the browser app into the program: every file of the folder that `FURIKAERI_APP` names, with the `.br` and `.gz`
//! beside it. Without that variable the program serves its pages from a bare template.

use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

const TEMPLATES: [&str; 3] = ["index.html", "board.html", "desk.html"];
/// Where a page's `<main>` goes.
const MARKER: &str = "<!--main-->";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=FURIKAERI_APP");
    println!("cargo::rerun-if-changed=build.rs");
    let mut list = String::from("&[\n");
    if let Some(folder) = env::var_os("FURIKAERI_APP").filter(|folder| !folder.is_empty()) {
        let folder = fs::canonicalize(&folder)
            .map_err(|error| format!("FURIKAERI_APP={}: {error}", Path::new(&folder).display()))?;
        check_templates(&folder)?;
        let mut files = Vec::new();
        collect(&folder, &mut files)?;
        files.sort();
        for file in files.iter().filter(|file| !is_compressed(file)) {
            write_file(&mut list, &folder, file)?;
        }
    }
    list.push(']');
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    Ok(fs::write(out.join("files.rs"), list)?)
}

fn check_templates(folder: &Path) -> Result<(), Box<dyn Error>> {
    for name in TEMPLATES {
        let path = folder.join(name);
        let html = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        if !html.contains(MARKER) || !html.contains("<title>") {
            return Err(format!("{} needs a <title> and the marker {MARKER}", path.display()).into());
        }
    }
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            println!("cargo::rerun-if-changed={}", path.display());
            files.push(path);
        }
    }
    Ok(())
}

fn is_compressed(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension == "br" || extension == "gz")
}

fn write_file(list: &mut String, folder: &Path, file: &Path) -> Result<(), Box<dyn Error>> {
    let bytes = |path: &Path| format!("include_bytes!({:?})", path.display().to_string());
    let beside = |extension: &str| {
        let mut path = file.as_os_str().to_owned();
        path.push(extension);
        let path = PathBuf::from(path);
        if path.is_file() { format!("Some({})", bytes(&path)) } else { "None".to_owned() }
    };
    let name = file.strip_prefix(folder)?.display().to_string().replace('\\', "/");
    let (plain, brotli, gzip) = (bytes(file), beside(".br"), beside(".gz"));
    Ok(writeln!(list, "File {{ name: {name:?}, plain: {plain}, brotli: {brotli}, gzip: {gzip} }},")?)
}
