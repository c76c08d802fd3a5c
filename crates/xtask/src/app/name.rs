//! Names by content. Trunk names an asset by what it was before shrinking, but a name that is cached for a year must
//! change with every byte.

use std::collections::BTreeMap;

use super::Files;
use super::cache::fingerprint;

/// Gives each asset with a fingerprint in its name the fingerprint of its content, and the pages the new names. Only
/// pages name assets; what scripts import by themselves lies in folders, whose names Trunk leaves alone.
pub(super) fn by_content(mut files: Files) -> Files {
    let (pages, assets): (Vec<_>, Vec<_>) = files.keys().cloned().partition(|name| name.ends_with(".html"));
    let renamed: BTreeMap<String, String> = assets
        .into_iter()
        .filter_map(|name| {
            let bytes = files.get(&name)?;
            renamed(&name, bytes).map(|new| (name, new))
        })
        .collect();
    for name in pages {
        if let Some(text) = files.remove(&name) {
            let mut text = String::from_utf8_lossy(&text).into_owned();
            for (old, new) in &renamed {
                text = text.replace(old, new);
            }
            files.insert(name, text.into_bytes());
        }
    }
    files.into_iter().map(|(name, bytes)| (renamed.get(&name).cloned().unwrap_or(name), bytes)).collect()
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
}
