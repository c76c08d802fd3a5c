//! The guides for people, from Markdown to pages that the endpoint serves, each whole with its styles; and their pictures.

use std::fs;
use std::path::Path;

use pulldown_cmark::{Options, Parser, html};

use super::Files;
use crate::fault::{Explain, Fault, Outcome};

/// The guides, each a Markdown file of that name.
const GUIDES: [&str; 3] = ["facilitator", "local", "organiser"];
const FOLDER: &str = "docs/guides";
const STYLES: [&str; 4] = ["style/layers.css", "style/tokens.css", "style/base.css", "style/guide.css"];

/// The guides' pages, `guide-NAME.html`, and their pictures, `guides/pictures/NAME.png`.
pub(super) fn pages(root: &Path) -> Outcome<Files> {
    let read = |path: &str| fs::read_to_string(root.join(path)).explain(|| format!("{path} cannot be read"));
    let style = STYLES.iter().map(|path| read(path)).collect::<Outcome<String>>()?;
    let page = read(&format!("{FOLDER}/page.html"))?;
    let mut files = Files::new();
    for name in GUIDES {
        let markdown = read(&format!("{FOLDER}/{name}.md"))?;
        let html = filled(&page, name, &style, &markdown)?;
        files.insert(format!("guide-{name}.html"), html.into_bytes());
        for picture in pictures_in(&markdown) {
            let path = root.join(FOLDER).join(picture);
            let bytes = fs::read(&path).explain(|| format!("{} cannot be read", path.display()))?;
            files.insert(format!("guides/{picture}"), bytes);
        }
    }
    Ok(files)
}

/// A guide as a page.
fn filled(page: &str, name: &str, style: &str, markdown: &str) -> Outcome<String> {
    let title = markdown.lines().next().and_then(|line| line.strip_prefix("# ")).ok_or_else(|| {
        Fault::new(format!("{FOLDER}/{name}.md does not begin with its title")).hint("begin it with `# …`")
    })?;
    let mut text = String::new();
    html::push_html(&mut text, Parser::new_ext(markdown, Options::ENABLE_TABLES));
    if text.contains("**") {
        return Err(Fault::new(format!("{FOLDER}/{name}.md has a ** that ends nothing"))
            .hint("a bracket and then a letter right after it do not end bold type: put a space there"));
    }
    let text = text.replace("<th>", "<th scope=\"col\">");
    let fills = [("{title}", title), ("{name}", name), ("{style}", style), ("{text}", text.trim_end())];
    Ok(fills.iter().fold(page.to_owned(), |page, (place, with)| page.replacen(place, with, 1)))
}

/// The pictures that a guide shows, by their paths.
fn pictures_in(markdown: &str) -> impl Iterator<Item = &str> {
    let found = markdown.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    found.filter(|path| path.ends_with(".png"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guide_becomes_a_page() {
        let page = "<title>{title}</title><style>{style}</style><main data-guide=\"{name}\">{text}</main>";
        let markdown = "# てびき\n\n**押す**と進みます。\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
        let html = filled(page, "facilitator", "a{}", markdown).unwrap();
        assert!(
            html.starts_with("<title>てびき</title><style>a{}</style><main data-guide=\"facilitator\"><h1>")
        );
        assert!(html.contains("<strong>押す</strong>") && html.contains("<td>2</td>"), "{html}");
        assert!(html.contains("<th scope=\"col\">a</th>"), "{html}");
        assert!(filled(page, "x", "", "no title").is_err());
        assert!(filled(page, "x", "", "# a\n\n**b（c）**に").is_err());
    }

    #[test]
    fn a_guide_names_its_pictures() {
        let markdown = "![a](pictures/a.png) [b](b.md) ![c](pictures/c.png)";
        assert_eq!(pictures_in(markdown).collect::<Vec<_>>(), ["pictures/a.png", "pictures/c.png"]);
    }
}
