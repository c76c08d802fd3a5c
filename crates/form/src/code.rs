//! The six-character code by hand.

use maud::{Markup, html};
use survey::{Language, Route};

use crate::Page;
use crate::languages::{Switch, switch};

/// `GET /`: type a session's code. `typed` is what was typed and was no code.
pub fn home(typed: Option<&str>, language: Language) -> Page {
    let words = ::words::answer(language);
    let fault = typed.map(|_| words.code_wrong());
    let screen = html! {
        div lang=(language.tag()) data-screen="home" {
            (switch(language, Switch::Leads))
            section.calm { h1 { (words.home()) } }
            (field(typed.unwrap_or_default(), fault, language))
        }
    };
    Page::new(words.home(), screen, language)
}

pub(crate) fn field(typed: &str, fault: Option<&str>, language: Language) -> Markup {
    let words = ::words::answer(language);
    html! {
        form.code method="get" action=(Route::Home.to_path()) autocomplete="off" {
            label for="code" { (words.code_label()) }
            p.hint #code-hint { (words.code_hint()) }
            @if let Some(fault) = fault { p.fault #code-fault role="alert" { (fault) } }
            input #code name="code" value=(typed) required inputmode="text" autocapitalize="characters"
                autocorrect="off" spellcheck="false" enterkeyhint="go" aria-invalid=[fault.map(|_| "true")]
                aria-describedby=(if fault.is_some() { "code-hint code-fault" } else { "code-hint" });
            input type="hidden" name="lang" value=(language.name());
            button.button type="submit" { (words.code_go()) }
        }
    }
}
