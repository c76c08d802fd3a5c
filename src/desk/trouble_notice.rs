//! What the desk says when a call fails: what is wrong, and what to do.

use leptos::prelude::*;
use words::ja::desk as words;

use crate::client::Trouble;

/// Says what is wrong with a field, by its pointer and code in the problem answer.
type Fault = fn(&str, &str) -> String;

/// A trouble's sentences; the first is the main one.
fn sentences(trouble: &Trouble, fault: Fault) -> Vec<String> {
    let one = |sentence: &str| vec![sentence.to_owned()];
    match trouble {
        Trouble::Unreachable => one(words::UNREACHABLE),
        Trouble::NotFound => one(words::NOT_FOUND),
        Trouble::WrongKey => one(words::WRONG_KEY),
        Trouble::AlreadyThere => one(words::ALREADY_THERE),
        Trouble::HasAnswers => one(words::HAS_ANSWERS),
        Trouble::NotOpen | Trouble::IllegalMove => one(words::STATE_MOVED),
        Trouble::Refused(faults) => {
            let faults = faults.iter().map(|(pointer, code)| fault(pointer, code));
            std::iter::once(words::MEND.to_owned()).chain(faults).collect()
        }
    }
}

/// Says the trouble, where there is one. `fault` has the sentences for fields that are wrong: a session's, if nothing else
/// is said.
#[component]
pub(crate) fn TroubleNotice(
    #[prop(into)] trouble: Signal<Option<Trouble>>,
    #[prop(default = words::fault)] fault: Fault,
) -> impl IntoView {
    let lines = move || {
        let sentences = trouble
            .with(|trouble| trouble.as_ref().map(|trouble| sentences(trouble, fault)))
            .unwrap_or_default();
        sentences.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect::<Vec<_>>()
    };
    view! {
        <div class="notice" data-kind="bad" role="alert" hidden=move || trouble.with(Option::is_none)>{lines}</div>
    }
}
