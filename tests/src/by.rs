//! How a person says which thing on a page they mean: by what it is and what it is called.

use crate::failure::Outcome;

/// Which elements are meant.
#[derive(Clone, Debug)]
pub struct By {
    pub(crate) css: String,
    pub(crate) role: Option<&'static str>,
    pub(crate) name: Name,
    pub(crate) within: Option<Box<By>>,
}

/// What the accessible name must be.
#[derive(Clone, Debug)]
pub(crate) enum Name {
    Any,
    Is(String),
    Contains(String),
}

impl By {
    /// Only those inside the first element that `outer` means; in its shadow root, where it has one.
    pub fn within(mut self, outer: By) -> Self {
        self.within = Some(Box::new(outer));
        self
    }

    /// As it is said in a message.
    pub(crate) fn describe(&self) -> String {
        let what = self.role.unwrap_or(&self.css);
        let name = match &self.name {
            Name::Any => String::new(),
            Name::Is(name) => format!("「{name}」"),
            Name::Contains(part) => format!("「…{part}…」"),
        };
        let place = self.within.as_ref().map(|outer| format!(" in {}", outer.describe())).unwrap_or_default();
        format!("{what}{name}{place}")
    }
}

impl Name {
    /// Whether an element fits; `computed` asks its browser for the name, where it matters.
    pub(crate) fn fits(&self, computed: impl FnOnce() -> Outcome<String>) -> Outcome<bool> {
        Ok(match self {
            Self::Any => true,
            Self::Is(name) => one_line(&computed()?) == *name,
            Self::Contains(part) => one_line(&computed()?).contains(part),
        })
    }
}

/// The elements that a CSS selector matches, seen or unseen.
pub fn css(selector: &str) -> By {
    By { css: selector.to_owned(), role: None, name: Name::Any, within: None }
}

/// A choice of one among several, called exactly so.
pub fn radio(name: &str) -> By {
    named("radio", "input[type=radio],[role=radio]", name)
}

/// Something to tick, called exactly so.
pub fn checkbox(name: &str) -> By {
    named("checkbox", "input[type=checkbox],[role=checkbox]", name)
}

/// A button, called exactly so.
pub fn button(name: &str) -> By {
    named("button", "button,input[type=submit],input[type=button],summary,[role=button]", name)
}

/// A link, called exactly so.
pub fn link(name: &str) -> By {
    named("link", "a[href],[role=link]", name)
}

/// A heading, called exactly so.
pub fn heading(name: &str) -> By {
    named("heading", "h1,h2,h3,h4,h5,h6,[role=heading]", name)
}

/// A heading whose name contains this.
pub fn heading_with(part: &str) -> By {
    By { name: Name::Contains(part.to_owned()), ..heading(part) }
}

/// A field to write in, whose name contains this. (Labels often add that a field may stay empty.)
pub fn field(part: &str) -> By {
    let kinds = "textarea,input:not([type=hidden],[type=radio],[type=checkbox],[type=submit],[type=button]),[role=textbox]";
    By { name: Name::Contains(part.to_owned()), ..named("field", kinds, part) }
}

/// A set of fields or choices, whose name contains this.
pub fn group(part: &str) -> By {
    By {
        name: Name::Contains(part.to_owned()),
        ..named("group", "fieldset,[role=group],[role=radiogroup]", part)
    }
}

/// A picture with a name that contains this.
pub fn image(part: &str) -> By {
    By { name: Name::Contains(part.to_owned()), ..named("image", "img,svg[role=img],[role=img]", part) }
}

fn named(role: &'static str, selector: &str, name: &str) -> By {
    By { css: selector.to_owned(), role: Some(role), name: Name::Is(name.to_owned()), within: None }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
