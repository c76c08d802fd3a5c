//! What must hold on a page for everybody, whichever page it is. Each check is a script that looks at the page as it is and
//! says what is wrong, one sentence for each fault; `common.js` is what they share.

mod trees;

use serde_json::json;

use crate::{
    browser::Browser,
    failure::{Failure, Outcome},
};

const COMMON: &str = include_str!("common.js");

/// Something to look for on a page.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// What it finds, in the words in which it is reported.
    pub name: &'static str,
    script: &'static str,
}

/// What can be operated is 44 CSS pixels wide and high, but for links in running text.
pub const TARGETS: Check = Check { name: "targets are large enough", script: include_str!("targets.js") };
/// Title, language, headings, landmarks; every control and every picture has a name.
pub const NAMES: Check =
    Check { name: "everything has its name and place", script: include_str!("names.js") };
/// The page does not scroll sideways, and only tables may, in regions that can be reached and have a name.
pub const REFLOW: Check = Check { name: "the page fits its width", script: include_str!("reflow.js") };
/// No text is cut off.
pub const TEXT: Check = Check { name: "no text is cut", script: include_str!("text.js") };
/// Nothing moves for longer than 10 ms.
pub const STILL: Check = Check { name: "nothing moves", script: include_str!("still.js") };
/// In forced colours controls have an edge, what is chosen differs, and a bar's pieces can be told apart.
pub const TOLD_APART: Check =
    Check { name: "everything is told apart", script: include_str!("told_apart.js") };

/// Listens to what a screen reader would say from now on, into `window.announced`: pairs of a text and whether it interrupts.
pub const ANNOUNCED: &str = include_str!("announced.js");

/// Says where the focus is and what is wrong with it there, given where it was before: `{ at, faults }`.
pub(crate) fn focus() -> String {
    format!("{COMMON}\n{}", include_str!("focus.js"))
}

/// A person's own style, laid over the page's.
#[derive(Clone, Copy, Debug)]
pub struct OwnStyle {
    /// What it is, in the words in which it is reported.
    pub name: &'static str,
    css: &'static str,
}

/// WCAG 1.4.12: more room between lines, paragraphs, letters and words.
pub const SPACED: OwnStyle = OwnStyle {
    name: "with text spacing",
    css: "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
        p { margin-bottom: 2em !important }",
};
/// WCAG 1.4.4: text of twice its size.
pub const LARGE: OwnStyle =
    OwnStyle { name: "with text of twice its size", css: "html { font-size: 200% !important }" };

impl Browser {
    /// Fails with every fault that a check finds on the page.
    pub fn holds(&self, check: Check) -> Outcome {
        let found = self.faults(check)?;
        if found.is_empty() { Ok(()) } else { Err(Failure::new(report(check.name, &found))) }
    }

    /// The same while a person's own style lies over the page's.
    pub fn holds_with(&self, style: OwnStyle, check: Check) -> Outcome {
        // Not an element: the content policy forbids styles in the page, as it should.
        self.script::<()>(
            "const sheet = new CSSStyleSheet(); sheet.replaceSync(arguments[0]); document.adoptedStyleSheets = [sheet]",
            json!([style.css]),
        )?;
        self.is_drawn()?;
        let held = self.holds(check);
        self.script::<()>("document.adoptedStyleSheets = []", json!([]))?;
        held.map_err(|failure| failure.during(style.name))
    }

    fn faults(&self, check: Check) -> Outcome<Vec<String>> {
        self.script(&format!("{COMMON}\n{}", check.script), json!([]))
    }
}

fn report(name: &str, found: &[String]) -> String {
    format!("not so: {name}\n    {}", found.join("\n    "))
}

/// All of these, with everything that is wrong in any of them.
pub fn all(outcomes: impl IntoIterator<Item = Outcome>) -> Outcome {
    let failed: Vec<_> =
        outcomes.into_iter().filter_map(Result::err).map(|failure| failure.to_string()).collect();
    if failed.is_empty() { Ok(()) } else { Err(Failure::new(failed.join("\n"))) }
}
