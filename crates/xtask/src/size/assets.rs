//! Which files a page makes a browser fetch.

const KINDS: [&str; 9] = [".js", ".wasm", ".css", ".svg", ".png", ".ico", ".woff2", ".webmanifest", ".json"];

/// The paths of this host's files that an HTML page or a script names, each once, in order. They are found by how they
/// look, wherever they stand: in `href` and `src` with quotes or without, and in the script that loads the app.
pub(super) fn named_in(text: &str) -> Vec<String> {
    let mut paths: Vec<String> = Vec::new();
    let apart = |c: char| c.is_whitespace() || "\"'`<>=(){},;".contains(c);
    for word in text.split(apart).filter(|word| is_asset(word)) {
        let path = format!("/{}", word.trim_start_matches("./").trim_start_matches('/'));
        if !paths.contains(&path) {
            paths.push(path);
        }
    }
    paths
}

fn is_asset(word: &str) -> bool {
    let ours = (word.starts_with('/') && !word.starts_with("//")) || word.starts_with("./");
    ours && KINDS.iter().any(|kind| word.ends_with(kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_a_page_fetches_is_found() {
        let page = "<link rel=modulepreload href=/answer-1.js crossorigin><link href=\"/a.css\" rel='stylesheet'>\
                    <script type=module>import init from '/answer-1.js';await init({module_or_path:'/answer-1_bg.wasm'})</script>\
                    <img src='/mark.svg'><a href=\"/\">x</a><a href=\"//elsewhere.example/x.js\">y</a><link href='data:,'>";
        assert_eq!(named_in(page), ["/answer-1.js", "/a.css", "/answer-1_bg.wasm", "/mark.svg"]);
        assert_eq!(named_in("import{a}from'./snippets/x-1/inline0.js'"), ["/snippets/x-1/inline0.js"]);
    }
}
