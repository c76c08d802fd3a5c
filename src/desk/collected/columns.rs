//! A file's columns: what each was taken for, and a select to say otherwise.

use leptos::prelude::*;
use survey::import::answers::{Facts, Meaning};

use super::import::Way;
use crate::language::language;

/// How many texts of a column are shown.
const SAMPLES: usize = 3;
/// How much of a text is shown, in characters.
const SAMPLE_LENGTH: usize = 24;

/// The columns.
#[component]
pub(super) fn Columns(way: Way, facts: Vec<Facts>) -> impl IntoView {
    let words = ::words::collected(language());
    let is_there = |facts: &Facts| facts.filled > 0 || !facts.header.is_empty();
    let personal = way.recognised.with_untracked(|found| found.personal.clone());
    let any_personal = personal.iter().any(|personal| *personal);
    let ambiguous = ambiguities(way, &facts);
    let columns =
        facts.into_iter().enumerate().filter(|(_, facts)| is_there(facts)).map(|(place, facts)| {
            column(way, place, &facts, personal.get(place).copied().unwrap_or_default())
        });
    view! {
        <h3>{words.columns()}</h3>
        <p>{words.columns_body()}</p>
        {any_personal.then(|| view! { <p class="collected-promise">{words.personal()}</p> })}
        {ambiguous.into_iter().map(|text| view! { <p class="notice">{text}</p> }).collect::<Vec<_>>()}
        <ul class="collected-columns">{columns.collect::<Vec<_>>()}</ul>
    }
}

/// Why a person must choose.
fn ambiguities(way: Way, facts: &[Facts]) -> Vec<String> {
    let words = ::words::collected(language());
    let name = |axis: usize| {
        let name = |asked: &survey::Questionnaire| asked.axes.get(axis).map(|axis| axis.name.clone());
        way.shared.shown.with_value(name).unwrap_or_default()
    };
    way.recognised.with_untracked(|found| {
        let unclear = found.ambiguous.iter();
        unclear
            .map(|unclear| {
                let headers = unclear.columns.iter().filter_map(|column| facts.get(*column)).map(header);
                words.ambiguous(&name(unclear.axis), &headers.collect::<Vec<_>>())
            })
            .collect()
    })
}

fn header(facts: &Facts) -> &str {
    let words = ::words::collected(language());
    if facts.header.is_empty() { words.no_header() } else { &facts.header }
}

fn column(way: Way, place: usize, facts: &Facts, is_personal: bool) -> AnyView {
    let words = ::words::collected(language());
    let title = header(facts).to_owned();
    if is_personal {
        return view! {
            <li class="collected-column"><b>{title}</b><p class="hint">{words.personal_column()}</p></li>
        }
        .into_any();
    }
    let id = format!("column-{place}");
    let samples = samples(facts);
    let chosen = Memo::new(move |_| way.meanings.with(|meanings| meanings.get(place).copied().flatten()));
    let was_unclear = chosen.get_untracked().is_none();
    let options = was_unclear.then_some((None, words.undecided().to_owned())).into_iter().chain(choices(way));
    let options = options.map(|(meaning, label)| {
        view! { <option value=key(meaning) prop:selected=move || chosen.get() == meaning>{label}</option> }
    });
    let keys: Vec<_> = choices(way).into_iter().map(|(meaning, _)| meaning).collect();
    let choose = move |value: String| {
        let meaning = keys.iter().copied().find(|meaning| key(*meaning) == value).flatten();
        way.meanings.update(|meanings| {
            if let Some(slot) = meanings.get_mut(place) {
                *slot = meaning;
            }
        });
    };
    view! {
        <li class="collected-column" data-unclear=move || chosen.get().is_none().then_some("true")>
            <label for=id.clone()><b>{title}</b></label>
            <p class="hint">{samples}</p>
            <select class="field" id=id disabled=move || way.sending.get().is_some()
                on:change:target=move |event| choose(event.target().value())>
                {options.collect::<Vec<_>>()}
            </select>
        </li>
    }
    .into_any()
}

fn samples(facts: &Facts) -> String {
    let words = ::words::collected(language());
    let texts: Vec<_> = facts
        .values
        .iter()
        .take(SAMPLES)
        .map(|(text, _)| {
            let end = text.char_indices().nth(SAMPLE_LENGTH);
            end.map_or(text.clone(), |(end, _)| format!("{}…", text.get(..end).unwrap_or_default()))
        })
        .collect();
    if texts.is_empty() {
        return words.no_cells().to_owned();
    }
    words.samples(&texts.iter().map(String::as_str).collect::<Vec<_>>())
}

/// What a column may be: what the questionnaire asks for.
fn choices(way: Way) -> Vec<(Option<Meaning>, String)> {
    let words = ::words::collected(language());
    way.shared.shown.with_value(|asked| {
        let axes = asked.axes.iter().enumerate();
        let answers = axes.clone().map(|(place, axis)| (Some(Meaning::Axis(place)), axis.name.clone()));
        let reasons = axes.filter(|(_, axis)| axis.reason.is_some());
        let reasons =
            reasons.map(|(place, axis)| (Some(Meaning::Reason(place)), words.reason_of(&axis.name)));
        let comment = asked.comment.is_some().then(|| (Some(Meaning::Comment), words.comment().to_owned()));
        let ignored = (Some(Meaning::Ignored), words.ignored().to_owned());
        answers.chain(reasons).chain(comment).chain([ignored]).collect()
    })
}

/// A choice's value in the select.
fn key(meaning: Option<Meaning>) -> String {
    match meaning {
        None => String::new(),
        Some(Meaning::Axis(place)) => format!("axis-{place}"),
        Some(Meaning::Reason(place)) => format!("reason-{place}"),
        Some(Meaning::Comment) => "comment".to_owned(),
        Some(Meaning::Ignored) => "ignored".to_owned(),
    }
}
