//! A page as one file: its program, its workers' and all styles are in it, so that nothing is asked for after it, no host needs
//! to know what a wasm is, and a browser can open it from a folder.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::Files;
use super::compress::gzip;
use crate::fault::{Fault, Outcome};

/// What wasm-bindgen's script ends with: only a module of its own can be imported, and here there is none.
const EXPORTS: &str = "export { initSync, __wbg_init as default };";
/// Gives back the bytes of a text. They are packed, because the hosts that this is for often do not compress.
const UNPACK: &str = r#"
const unpack = (text) => new Response(
  new Blob([Uint8Array.from(atob(text.trim()), (letter) => letter.charCodeAt(0))]).stream().pipeThrough(new DecompressionStream("gzip")),
).arrayBuffer();
"#;
/// Starts the page's program; the workers' texts become files of their own when the page is there.
const START: &str = r#"
const text = (id) => document.getElementById(id).textContent;
for (const place of document.querySelectorAll("meta[data-worker]"))
  place.content = URL.createObjectURL(new Blob([text(place.name)], { type: "text/javascript" }));
await __wbg_init({ module_or_path: await unpack(text("program")) });
// Where a browser allows it, the page is also there when its host is not.
if (isSecureContext && location.protocol.startsWith("http")) navigator.serviceWorker?.register("offline.js").catch(() => {});
"#;

/// The page `name` of what Trunk made, with its program `bin` and its workers: each is a program, too, and finds its place by
/// `<meta name="WORKER-worker" data-worker>`. `minify` makes scripts smaller.
pub(super) fn page(
    files: &Files,
    name: &str,
    bin: &str,
    workers: &[&str],
    minify: &mut dyn FnMut(&str) -> Outcome<String>,
) -> Outcome<String> {
    let page = text(files, |file| file == name)?;
    let glue = text(files, |file| file.starts_with(&format!("{bin}-")) && file.ends_with(".js"))?;
    let wasm = found(files, |file| file.starts_with(&format!("{bin}-")) && file.ends_with(".wasm"))?;
    let script = minify(&started(&glue, &format!("{UNPACK}{START}"))?)?;
    let program = STANDARD.encode(gzip(wasm)?);
    let mut whole = vec![
        head(&page)?,
        format!("</head>\n<body>\n{}\n<script type=\"text/plain\" id=\"program\">", body(&page)?),
        program,
    ];
    for worker in workers {
        let glue = text(files, |file| file == format!("{worker}.js"))?;
        let packed = STANDARD.encode(gzip(found(files, |file| file == format!("{worker}_bg.wasm"))?)?);
        let start = format!("{UNPACK}await __wbg_init({{ module_or_path: await unpack(\"{packed}\") }});");
        let script = minify(&as_classic(&started(&glue, &start)?))?;
        whole.push(format!("</script>\n<script type=\"text/plain\" id=\"{worker}-worker\">"));
        whole.push(inert(&script)?.to_owned());
    }
    whole.push("</script>\n<script type=\"module\">".to_owned());
    whole.push(inert(&script)?.to_owned());
    whole.push("</script>\n</body>\n</html>\n".to_owned());
    Ok(whole.concat())
}

/// What stands in the page's head before Trunk's own scripts and hints.
fn head(page: &str) -> Outcome<String> {
    let (head, _) = page.split_once("</head>").ok_or_else(|| Fault::new("the page has no head"))?;
    let (before, _) = head.split_once("<script type=\"module\">").unwrap_or((head, ""));
    Ok(before.trim_end().to_owned() + "\n")
}

/// What stands in the page until its program does.
fn body(page: &str) -> Outcome<&str> {
    let body = page.split_once("<body>").and_then(|(_, rest)| rest.split_once("</body>"));
    body.map(|(body, _)| body.trim()).ok_or_else(|| Fault::new("the page has no body"))
}

fn started(glue: &str, start: &str) -> Outcome<String> {
    let (before, after) =
        glue.split_once(EXPORTS).filter(|(before, _)| !before.contains("\nimport ")).ok_or_else(|| {
            Fault::new("wasm-bindgen's script is not what it was").hint("see EXPORTS in app/single.rs")
        })?;
    Ok([before, start, after].concat())
}

/// The script of a worker that is no module: a page that was opened from a folder may start no other.
fn as_classic(module: &str) -> String {
    let lines = module.lines().map(|line| line.strip_prefix("export ").unwrap_or(line)).collect::<Vec<_>>();
    format!("(async () => {{\n{}\n}})();\n", lines.join("\n").replace("import.meta.url", "location.href"))
}

/// A script that stands in a page must not end it.
fn inert(script: &str) -> Outcome<&str> {
    if script.to_ascii_lowercase().contains("</script") {
        return Err(Fault::new("a script holds the end of a script"));
    }
    Ok(script)
}

fn found(files: &Files, is_it: impl Fn(&str) -> bool) -> Outcome<&[u8]> {
    let found = files.iter().find(|(name, _)| is_it(name)).map(|(_, bytes)| bytes.as_slice());
    found.ok_or_else(|| Fault::new("Trunk did not make all that the page needs"))
}

fn text(files: &Files, is_it: impl Fn(&str) -> bool) -> Outcome<String> {
    Ok(String::from_utf8_lossy(found(files, is_it)?).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_in_the_page() {
        let glue = format!("const __wbg_init = 1;\n{EXPORTS}\n");
        let files: Files = [
            ("a.html", "<html><head><title>t</title>\n<script type=\"module\">import x</script></head><body><p>wait</p></body></html>"),
            ("a-0123.js", &glue),
            ("a-0123_bg.wasm", "wasm"),
            ("w.js", &glue),
            ("w_bg.wasm", "worker"),
        ]
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
        .into();
        let page = page(&files, "a.html", "a", &["w"], &mut |script| Ok(script.to_owned())).unwrap();
        assert!(!page.contains("import x") && !page.contains("export {"), "{page}");
        assert_eq!(page.matches("<script").count(), 3, "{page}");
        assert!(page.contains("<script type=\"text/plain\" id=\"w-worker\">(async"), "{page}");
        assert!(page.contains("<body>\n<p>wait</p>\n<script"), "{page}");
        assert!(page.starts_with("<html><head><title>t</title>\n</head>"), "{page}");
        assert!(!as_classic("export class A {}\nnew URL('a', import.meta.url)").contains("port"));
        assert!(inert("x</SCRIPT>").is_err());
        assert!(started("import a\nimport b", "").is_err());
    }
}
