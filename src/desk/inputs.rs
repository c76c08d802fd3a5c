//! The fields that the desk's forms are made of, and how what was typed into them is read.

use std::num::ParseIntError;

use leptos::prelude::*;

use crate::language::language;

/// A field of one line. `kind` is text, date or number. A number is typed as text, so that one that is none can be told
/// from nothing.
#[component]
pub(crate) fn Text(
    label: &'static str,
    name: &'static str,
    #[prop(default = "text")] kind: &'static str,
    #[prop(optional)] hint: Option<&'static str>,
    #[prop(optional)] required: bool,
    value: RwSignal<String>,
) -> impl IntoView {
    let (is, mode) = if kind == "number" { ("text", Some("numeric")) } else { (kind, None) };
    let words = ::words::desk(language());
    let hint_id = hint.map(|_| format!("hint-{name}"));
    view! {
        <div class="desk-field" data-kind=kind>
            <label>
                // What is required is told by the field itself to those who listen.
                <span>{label}{required.then(|| view! { <small class="required" aria-hidden="true">{words.required()}</small> })}</span>
                <input class="field" type=is inputmode=mode name=name aria-required=required.then_some("true") aria-describedby=hint_id.clone() bind:value=value />
            </label>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
        </div>
    }
}

/// A field of several lines.
#[component]
pub(crate) fn Lines(
    label: &'static str,
    name: &'static str,
    #[prop(default = "2")] rows: &'static str,
    value: RwSignal<String>,
) -> impl IntoView {
    view! {
        <label class="desk-field">
            <span>{label}</span>
            <textarea name=name rows=rows prop:value=move || value.get()
                on:input:target=move |event| value.set(event.target().value())></textarea>
        </label>
    }
}

/// One of several that exclude each other.
#[component]
pub(crate) fn Radios<T: Copy + PartialEq + Send + Sync + 'static>(
    legend: &'static str,
    name: &'static str,
    choices: Vec<(T, &'static str)>,
    value: RwSignal<T>,
) -> impl IntoView {
    let radio = move |(choice, label): (T, &'static str)| {
        view! {
            <label class="tick">
                <input type="radio" name=name prop:checked=move || value.get() == choice on:change=move |_| value.set(choice) />
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <fieldset class="desk-choices">
            <legend>{legend}</legend>
            {choices.into_iter().map(radio).collect::<Vec<_>>()}
        </fieldset>
    }
}

/// Something to tick.
#[component]
pub(crate) fn Tick(
    #[prop(into)] label: String,
    #[prop(optional)] name: Option<&'static str>,
    value: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <label class="tick">
            <input type="checkbox" name=name prop:checked=move || value.get()
                on:change:target=move |event| value.set(event.target().checked()) />
            <span>{label}</span>
        </label>
    }
}

/// What was typed, without the white space around it; nothing where that is all.
pub(super) fn text(field: RwSignal<String>) -> Option<String> {
    field.with_untracked(|typed| text_in(typed))
}

/// The number that was typed, in digits of either width; nothing where the field is empty.
pub(super) fn number(field: RwSignal<String>) -> Result<Option<u32>, ParseIntError> {
    field.with_untracked(|typed| number_in(typed))
}

/// The percentage that was typed, with its sign or without; nothing where the field is empty.
pub(super) fn percent(field: RwSignal<String>) -> Result<Option<u32>, ParseIntError> {
    let digits = |typed: String| parse(typed.strip_suffix(['%', '％']).unwrap_or(&typed).trim_end());
    text(field).map(digits).transpose()
}

/// The lines that were typed, without empty ones.
pub(super) fn lines(field: RwSignal<String>) -> Vec<String> {
    field.with_untracked(|typed| lines_in(typed))
}

/// A field with this number in it, or with nothing.
pub(super) fn of_number(number: Option<u32>) -> RwSignal<String> {
    RwSignal::new(number_as_typed(number))
}

/// A field with these lines in it.
pub(super) fn of_lines(lines: &[String]) -> RwSignal<String> {
    RwSignal::new(lines_as_typed(lines))
}

/// A text, without the white space around it; nothing where that is all.
pub(super) fn text_in(typed: &str) -> Option<String> {
    Some(typed.trim().to_owned()).filter(|text| !text.is_empty())
}

/// A number in digits of either width; nothing where there is nothing.
pub(super) fn number_in(typed: &str) -> Result<Option<u32>, ParseIntError> {
    text_in(typed).map(|digits| parse(&digits)).transpose()
}

/// Lines, without empty ones.
pub(super) fn lines_in(typed: &str) -> Vec<String> {
    survey::wire::points(typed)
}

/// A number as it stands in a field.
pub(super) fn number_as_typed(number: Option<u32>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

/// Lines as they stand in a field.
pub(super) fn lines_as_typed(lines: &[String]) -> String {
    lines.join("\n")
}

fn parse(digits: &str) -> Result<u32, ParseIntError> {
    let narrow = |c: char| match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
        other => other,
    };
    digits.chars().filter(|c| !matches!(c, ',' | '，')).map(narrow).collect::<String>().parse()
}
