//! Choosing a fiscal year.

use leptos::prelude::*;

use crate::language::language;

/// How many years back there are to choose from.
const BACK: i32 = 6;

/// The fiscal year that this machine's calendar is in.
pub(super) fn present() -> i32 {
    use chrono::Datelike;
    let today = chrono::Local::now();
    if today.month() >= 4 { today.year() } else { today.year() - 1 }
}

/// A field of years around the present one; another year that stands there already is among them.
#[component]
pub(super) fn Year(
    label: &'static str,
    #[prop(optional)] hint: Option<&'static str>,
    value: RwSignal<i32>,
) -> impl IntoView {
    let of_report = ::words::report(language());
    let mut years: Vec<_> = (present() - BACK..=present() + 2).rev().collect();
    let given = value.get_untracked();
    if !years.contains(&given) {
        years.push(given);
        years.sort_unstable_by(|one, other| other.cmp(one));
    }
    let option = move |year: i32| {
        view! { <option value=year.to_string() selected=year == given>{of_report.fiscal_year(year)}</option> }
    };
    let change = move |year: String| {
        if let Ok(year) = year.parse() {
            value.set(year);
        }
    };
    view! {
        <div class="desk-field" data-kind="year">
            <label>
                <span>{label}</span>
                <select class="field" name="fiscal_year" aria-describedby=hint.map(|_| "hint-year")
                    prop:value=move || value.get().to_string() on:change:target=move |event| change(event.target().value())>
                    {years.into_iter().map(option).collect::<Vec<_>>()}
                </select>
            </label>
            {hint.map(|hint| view! { <p class="hint" id="hint-year">{hint}</p> })}
        </div>
    }
}
