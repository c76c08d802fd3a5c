//! Names by content. Trunk names an asset by what it was before shrinking, but a name that is cached for a year must
//! change with every byte.

use std::collections::BTreeMap;

use super::Files;
use super::cache::fingerprint;

/// A worker's files, each after those that it names. Trunk gives them plain names, because it does not know who asks for
/// them.
const WORKER: [&str; 3] = ["files_bg.wasm", "files.js", "files_loader.js"];

/// Gives each asset with a fingerprint in its name, and a worker's files, the fingerprint of their content, and whoever
/// names them the new names. Of other assets only pages name any; what scripts import by themselves lies in folders,
/// whose names Trunk leaves alone.
pub(super) fn by_content(mut files: Files) -> Files {
    let (pages, assets): (Vec<_>, Vec<_>) = files.keys().cloned().partition(|name| name.ends_with(".html"));
    let mut renames: BTreeMap<String, String> = assets
        .into_iter()
        .filter_map(|name| {
            let bytes = files.get(&name)?;
            renamed(&name, bytes).map(|new| (name, new))
        })
        .collect();
    for name in WORKER {
        rename_within(&mut files, name, &renames);
        if let Some(bytes) = files.get(name) {
            renames.insert(name.to_owned(), with_fingerprint(name, bytes));
        }
    }
    for name in pages {
        rename_within(&mut files, &name, &renames);
    }
    files.into_iter().map(|(name, bytes)| (renames.get(&name).cloned().unwrap_or(name), bytes)).collect()
}

/// Writes the new names into a file that names others. A wasm names none.
fn rename_within(files: &mut Files, name: &str, renames: &BTreeMap<String, String>) {
    let Some(bytes) = files.get_mut(name).filter(|_| !name.ends_with(".wasm")) else { return };
    let mut text = String::from_utf8_lossy(bytes).into_owned();
    for (old, new) in renames {
        text = text.replace(old, new);
    }
    *bytes = text.into_bytes();
}

/// `files-4f440dcc8f6f86b9_bg.wasm` of `files_bg.wasm`.
fn with_fingerprint(name: &str, bytes: &[u8]) -> String {
    let start = name.find(['_', '.']).unwrap_or(name.len());
    let (start, end) = name.split_at(start);
    format!("{start}-{}{end}", fingerprint(&bytes))
}

/// `answer-4f440dcc8f6f86b9_bg.wasm` with another fingerprint in it; none where the name has no fingerprint.
fn renamed(name: &str, bytes: &[u8]) -> Option<String> {
    let (start, rest) = name.rsplit_once('-').filter(|_| !name.contains('/'))?;
    let digits = rest.find(|c: char| !c.is_ascii_hexdigit())?;
    let (old, end) = rest.split_at(digits);
    (old.len() >= 8).then(|| format!("{start}-{}{end}", fingerprint(&bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built(wasm: &str) -> Files {
        let files = [
            (
                "index.html",
                "<script>import init from '/answer-00112233445566aa.js';init('/answer-00112233445566aa_bg.wasm')</script>",
            ),
            ("answer-00112233445566aa.js", "export default 1"),
            ("answer-00112233445566aa_bg.wasm", wasm),
            ("icon.svg", "<svg/>"),
            ("snippets/leptos-00112233445566aa/inline0.js", ""),
        ];
        by_content(files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).into())
    }

    #[test]
    fn a_name_changes_with_the_content_and_the_page_follows() {
        let (one, two) = (built("one"), built("two"));
        let named =
            |files: &Files, end: &str| files.keys().find(|name| name.ends_with(end)).cloned().unwrap();
        assert_eq!(named(&one, ".js"), named(&two, ".js"));
        assert_ne!(named(&one, ".wasm"), named(&two, ".wasm"));
        let page = String::from_utf8(one["index.html"].clone()).unwrap();
        assert!(page.contains(&format!("'/{}'", named(&one, ".js"))), "{page}");
        assert!(page.contains(&format!("'/{}'", named(&one, ".wasm"))), "{page}");
        assert!(one.contains_key("icon.svg"));
        assert!(one.contains_key("snippets/leptos-00112233445566aa/inline0.js"));
    }

    #[test]
    fn a_workers_files_are_named_by_content_and_name_each_other() {
        let built = |wasm: &str| {
            let files = [
                ("desk.html", "<meta name=files-worker content=/files_loader.js>"),
                ("files_loader.js", "import i from\"./files.js\";await i();"),
                ("files.js", "new URL(\"files_bg.wasm\",import.meta.url)"),
                ("files_bg.wasm", wasm),
            ];
            by_content(files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).into())
        };
        let (one, two) = (built("one"), built("two"));
        for end in ["_bg.wasm", "_loader.js"] {
            let named = |files: &Files| files.keys().find(|name| name.ends_with(end)).cloned().unwrap();
            assert_ne!(named(&one), named(&two), "what is named changes who names it");
        }
        let mut wanted = String::from_utf8(one["desk.html"].clone()).unwrap();
        for hops in 0..3 {
            let next = one
                .keys()
                .find(|name| wanted.contains(name.as_str()))
                .unwrap_or_else(|| panic!("{hops}: {wanted}"));
            wanted = String::from_utf8(one[next].clone()).unwrap();
        }
        assert_eq!(wanted, "one");
    }
}
