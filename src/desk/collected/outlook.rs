//! What would come of a file: cells that are no choices, each with a select, and a count per axis.

use leptos::prelude::*;
use survey::import::answers::Unknown;

use super::import::Way;
use crate::language::language;

/// Cells that hold no choice's label.
#[component]
pub(super) fn UnknownCells(way: Way) -> impl IntoView {
    let words = ::words::collected(language());
    // The texts alone, so that giving one a choice does not draw the selects anew under somebody's hand.
    let unknown = Memo::new(move |_| {
        let axes = way.outlook().map(|outlook| outlook.axes).unwrap_or_default();
        let cells = |(place, cells): (usize, Vec<Unknown>)| {
            cells.into_iter().map(move |cell| (place, cell.key, cell.text, cell.count))
        };
        let various =
            axes.iter().map(|axis| if axis.is_too_various { Vec::new() } else { axis.unknown.clone() });
        various.enumerate().flat_map(cells).collect::<Vec<_>>()
    });
    let axes = move || {
        let unknown = unknown.get();
        let names = way.shared.shown.with_value(|asked| {
            asked.axes.iter().map(|axis| axis.name.clone()).enumerate().collect::<Vec<_>>()
        });
        let groups = names.into_iter().filter_map(|(place, name)| {
            let cells: Vec<_> = unknown.iter().filter(|(axis, ..)| *axis == place).cloned().collect();
            (!cells.is_empty()).then(|| {
                let cells = cells.into_iter().map(|(axis, key, text, count)| cell(way, axis, key, &text, count));
                view! { <fieldset class="collected-unknown"><legend>{name}</legend>{cells.collect::<Vec<_>>()}</fieldset> }
            })
        });
        groups.collect::<Vec<_>>()
    };
    view! {
        <div hidden=move || unknown.with(Vec::is_empty)>
            <h3>{words.unknown()}</h3>
            <p>{words.unknown_body()}</p>
            {axes}
        </div>
    }
}

fn cell(way: Way, axis: usize, key: String, text: &str, count: u32) -> impl IntoView + use<> {
    let words = ::words::collected(language());
    let labels = way.shared.shown.with_value(|asked| {
        let choices = asked.axes.get(axis).map(|axis| axis.choices.iter().map(|choice| choice.label.clone()));
        choices.map(Iterator::collect::<Vec<_>>).unwrap_or_default()
    });
    let of = key.clone();
    let chosen =
        Memo::new(move |_| way.assigned.with(|all| all.get(axis).and_then(|axis| axis.get(&of).copied())));
    let options = (0_u32..).zip(labels).map(move |(number, label)| {
        view! { <option value=number.to_string() prop:selected=move || chosen.get() == Some(number)>{label}</option> }
    });
    let choose = move |value: String| {
        way.assigned.update(|all| {
            if all.len() <= axis {
                all.resize_with(axis + 1, Default::default);
            }
            let Some(of_axis) = all.get_mut(axis) else { return };
            match value.parse() {
                Ok(choice) => drop(of_axis.insert(key.clone(), choice)),
                Err(_) => drop(of_axis.remove(&key)),
            }
        });
    };
    view! {
        <label class="collected-cell">
            <span>{words.unknown_cell(text, count)}</span>
            <select class="field" disabled=move || way.sending.get().is_some()
                on:change:target=move |event| choose(event.target().value())>
                <option value="" prop:selected=move || chosen.get().is_none()>{words.as_no_answer()}</option>
                {options.collect::<Vec<_>>()}
            </select>
        </label>
    }
}

/// What the file would count, per axis.
#[component]
pub(super) fn Preview(way: Way, rows: u32) -> impl IntoView {
    let words = ::words::collected(language());
    let axes = move || {
        let Some(outlook) = way.outlook() else { return Vec::new() };
        let asked = way.shared.shown.get_value();
        let axes = asked.axes.into_iter().zip(outlook.axes).map(|(axis, outlook)| {
            if outlook.columns.is_empty() {
                return view! { <dt>{axis.name}</dt><dd class="hint">{words.no_column()}</dd> }.into_any();
            }
            let base = words.base(outlook.base(), rows);
            let counts = axis.choices.iter().zip(outlook.counts).map(|(choice, count)| {
                view! { <span>{words.counted(&choice.label, count)}</span> }
            });
            view! { <dt>{axis.name}" "<small>{base}</small></dt><dd class="collected-counts">{counts.collect::<Vec<_>>()}</dd> }
                .into_any()
        });
        axes.collect()
    };
    view! {
        <h3>{words.preview()}</h3>
        <dl class="collected-preview">{axes}</dl>
        <p class="hint" hidden=move || !way.outlook().is_some_and(|outlook| outlook.cuts)>{words.cuts()}</p>
    }
}
