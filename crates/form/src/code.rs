//! The six-character code by hand.

use maud::{Markup, html};
use survey::Route;
use words::ja::answer as words;

use crate::Page;

/// `GET /`: type a session's code. `typed` is what was typed and was no code.
pub fn home(typed: Option<&str>) -> Page {
    let fault = typed.map(|_| words::CODE_WRONG);
    let screen = html! {
        div data-screen="home" {
            section.calm { h1 { (words::HOME) } }
            (field(typed.unwrap_or_default(), fault))
        }
    };
    Page::new(words::HOME, screen)
}

pub(crate) fn field(typed: &str, fault: Option<&str>) -> Markup {
    html! {
        form.code method="get" action=(Route::Home.to_path()) autocomplete="off" {
            label for="code" { (words::CODE_LABEL) }
            p.hint #code-hint { (words::CODE_HINT) }
            @if let Some(fault) = fault { p.fault #code-fault role="alert" { (fault) } }
            input #code name="code" value=(typed) required inputmode="text" autocapitalize="characters"
                autocorrect="off" spellcheck="false" enterkeyhint="go" aria-invalid=[fault.map(|_| "true")]
                aria-describedby=(if fault.is_some() { "code-hint code-fault" } else { "code-hint" });
            button.button type="submit" { (words::CODE_GO) }
        }
    }
}
