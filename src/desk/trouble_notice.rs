//! What the desk says when a call fails: what is wrong, and what to do.

use leptos::prelude::*;
use words::Language;

use crate::client::Trouble;
use crate::language::language;

/// Says what is wrong with a field, by its pointer and code in the problem answer.
type Fault = fn(Language, &str, &str) -> String;

/// A fault of a session's field.
fn of_session(language: Language, pointer: &str, code: &str) -> String {
    ::words::desk(language).fault(pointer, code)
}

/// A fault of a programme's field.
pub(super) fn of_programme(language: Language, pointer: &str, code: &str) -> String {
    ::words::programmes(language).fault(pointer, code)
}

/// A trouble's sentences; the first is the main one.
fn sentences(language: Language, trouble: &Trouble, fault: Fault) -> Vec<String> {
    let words = ::words::desk(language);
    let one = |sentence: &str| vec![sentence.to_owned()];
    match trouble {
        Trouble::Unreachable => one(words.unreachable()),
        Trouble::NotKept => one(words.not_kept()),
        Trouble::NotFound => one(words.not_found()),
        Trouble::WrongKey => one(words.wrong_key()),
        Trouble::AlreadyThere => one(words.already_there()),
        Trouble::HasAnswers => one(words.has_answers()),
        Trouble::NotOpen | Trouble::IllegalMove => one(words.state_moved()),
        Trouble::Refused(faults) => {
            let faults = faults.iter().map(|(pointer, code)| fault(language, pointer, code));
            std::iter::once(words.mend().to_owned()).chain(faults).collect()
        }
    }
}

/// Says the trouble, where there is one. `fault` has the sentences for fields that are wrong: a session's, if nothing else
/// is said.
#[component]
pub(crate) fn TroubleNotice(
    #[prop(into)] trouble: Signal<Option<Trouble>>,
    #[prop(default = of_session)] fault: Fault,
) -> impl IntoView {
    let language = language();
    let lines = move || {
        let sentences = trouble
            .with(|trouble| trouble.as_ref().map(|trouble| sentences(language, trouble, fault)))
            .unwrap_or_default();
        sentences.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect::<Vec<_>>()
    };
    view! {
        <div class="notice" data-kind="bad" role="alert" hidden=move || trouble.with(Option::is_none)>{lines}</div>
    }
}
