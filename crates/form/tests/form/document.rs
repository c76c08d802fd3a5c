//! A page, parsed. Every page that a test parses is sound, or the test fails: no parse error, ids unique, every reference
//! to an id leads somewhere, nothing that runs.

use std::collections::BTreeSet;

use form::Page;
use scraper::{ElementRef, Html, Selector};

pub(crate) struct Document(Html);

impl Document {
    pub(crate) fn of(page: &Page) -> Self {
        let document = Self(Html::parse_document(&page.bare()));
        assert_eq!(text(document.one("title")), page.title);
        document.is_sound();
        document
    }

    /// A part of a page.
    pub(crate) fn of_part(html: &str) -> Self {
        let document = Self(Html::parse_fragment(html));
        document.is_sound();
        document
    }

    pub(crate) fn all(&self, css: &str) -> Vec<ElementRef<'_>> {
        self.0.select(&selector(css)).collect()
    }

    pub(crate) fn one(&self, css: &str) -> ElementRef<'_> {
        let found = self.all(css);
        assert_eq!(found.len(), 1, "one {css}");
        found[0]
    }

    pub(crate) fn has(&self, css: &str) -> bool {
        !self.all(css).is_empty()
    }

    /// The texts of all that match.
    pub(crate) fn texts(&self, css: &str) -> Vec<String> {
        self.all(css).into_iter().map(text).collect()
    }

    /// The values of an attribute of all that match.
    pub(crate) fn attrs(&self, css: &str, name: &str) -> Vec<&str> {
        self.all(css).into_iter().map(|element| attr(element, name)).collect()
    }

    /// What a browser sends of the form: `application/x-www-form-urlencoded`, with line ends as CR LF.
    pub(crate) fn sent(&self) -> Vec<u8> {
        let mut body = form_urlencoded::Serializer::new(String::new());
        for field in self.all("#paper input, #paper textarea") {
            let value = match (field.value().name(), field.attr("type")) {
                ("textarea", _) => field.text().collect::<String>().replace('\n', "\r\n"),
                (_, Some("hidden")) => attr(field, "value").to_owned(),
                (_, Some("radio")) if field.attr("checked").is_some() => attr(field, "value").to_owned(),
                _ => continue,
            };
            body.append_pair(attr(field, "name"), &value);
        }
        body.finish().into_bytes()
    }

    fn is_sound(&self) {
        assert!(self.0.errors.is_empty(), "{:?}", self.0.errors);
        let ids = self.attrs("[id]", "id");
        let unique: BTreeSet<_> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "ids are unique: {ids:?}");
        for name in ["for", "aria-describedby", "aria-labelledby"] {
            for id in self.attrs(&format!("[{name}]"), name).iter().flat_map(|ids| ids.split(' ')) {
                assert!(unique.contains(&id), "{name} leads to {id}");
            }
        }
        for address in self.attrs("a[href^='#']", "href") {
            assert!(unique.contains(&&address[1..]), "a link leads to {address}");
        }
        for running in ["script", "style", "[style]", "[onclick]", "[onload]", "[onerror]", "iframe", "img"] {
            assert!(!self.has(running), "{running}");
        }
    }
}

pub(crate) fn attr<'e>(element: ElementRef<'e>, name: &str) -> &'e str {
    element.attr(name).unwrap_or_else(|| panic!("{} has {name}", element.html()))
}

/// The text of an element, without the white space around it.
pub(crate) fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().trim().to_owned()
}

/// The elements within an element.
pub(crate) fn within<'e>(element: ElementRef<'e>, css: &str) -> Vec<ElementRef<'e>> {
    element.select(&selector(css)).collect()
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap()
}
