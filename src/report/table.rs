//! The summary table: a row per session, a column per axis, each percentage large with a thin bar under it.

use leptos::prelude::*;

use crate::language::language;

/// More axes than these want narrow columns.
const MANY: usize = 5;

/// The table's columns beyond those that it always has.
#[derive(Clone, Default)]
pub(super) struct Columns {
    /// Whether any programme says for whom it is.
    pub(super) audience: bool,
    /// The names of the axes.
    pub(super) axes: Vec<String>,
}

/// A session's row.
#[derive(Clone)]
pub(super) struct Row {
    /// Which programme it is of; rows of one that follow each other share their first cells.
    pub(super) position: usize,
    pub(super) programme: String,
    pub(super) audience: String,
    pub(super) session: String,
    pub(super) days: String,
    pub(super) people: String,
    pub(super) answered: String,
    /// By axis; none where there is no figure.
    pub(super) figures: Vec<Option<Figure>>,
}

/// A percentage in the table.
#[derive(Clone)]
pub(super) struct Figure {
    pub(super) percent: u8,
    /// 21人中11人 where the base is small and was counted; how many the axis is of where not all answered it.
    pub(super) count: Option<String>,
    pub(super) is_doubtful: bool,
}

/// A table of these rows, with its head.
pub(super) fn table(columns: &Columns, rows: Vec<Row>) -> AnyView {
    let words = ::words::report(language());
    let axes = columns
        .axes
        .iter()
        .map(|name| view! { <th scope="col" class="number report-axis">{name.clone()}</th> });
    let many = columns.axes.len() > MANY;
    let audience = columns.audience;
    view! {
        <table class="report-table" data-many=many.to_string()>
            <caption class="unseen">{words.table()}</caption>
            <thead>
                <tr>
                    <th scope="col" class="report-programme">{words.programme()}</th>
                    {audience.then(|| view! { <th scope="col" class="report-audience">{words.audience()}</th> })}
                    <th scope="col" class="report-session">{words.session_label()}</th>
                    <th scope="col" class="report-days">{words.days()}</th>
                    <th scope="col" class="number report-people">{words.people()}</th>
                    <th scope="col" class="number report-answered">{words.answered()}</th>
                    {axes.collect::<Vec<_>>()}
                </tr>
            </thead>
            {groups(rows).into_iter().map(|group| body(group, audience)).collect::<Vec<_>>()}
        </table>
    }
    .into_any()
}

/// Days, broken between the first and the last only.
fn days(days: &str) -> Vec<AnyView> {
    let part = |part: &str| view! { <span class="report-day">{part.to_owned()}</span><wbr /> }.into_any();
    days.split_inclusive(['～', '–']).map(part).collect()
}

/// The rows of each programme.
fn groups(rows: Vec<Row>) -> Vec<Vec<Row>> {
    let mut groups: Vec<Vec<Row>> = Vec::new();
    for row in rows {
        match groups
            .last_mut()
            .filter(|group| group.first().is_some_and(|first| first.position == row.position))
        {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    groups
}

fn body(rows: Vec<Row>, audience: bool) -> AnyView {
    let span = rows.len().to_string();
    let row = |(number, row): (usize, Row)| {
        let first = (number == 0).then(|| {
            view! {
                <th scope="rowgroup" rowspan=span.clone()><div>{row.programme.clone()}</div></th>
                {audience.then(|| view! { <td rowspan=span.clone()><div>{row.audience.clone()}</div></td> })}
            }
        });
        view! {
            <tr data-block data-programme=row.position.to_string()>
                {first}
                <th scope="row">{row.session}</th>
                <td>{days(&row.days)}</td>
                <td class="number">{row.people}</td>
                <td class="number">{row.answered}</td>
                {row.figures.into_iter().map(cell).collect::<Vec<_>>()}
            </tr>
        }
    };
    view! { <tbody>{rows.into_iter().enumerate().map(row).collect::<Vec<_>>()}</tbody> }.into_any()
}

fn cell(figure: Option<Figure>) -> AnyView {
    let words = ::words::report(language());
    let Some(Figure { percent, count, is_doubtful }) = figure else {
        return view! { <td class="number report-figure">{words.nothing()}</td> }.into_any();
    };
    let mark = is_doubtful.then(|| {
        view! { <sup><span aria-hidden="true">{words.mark_label()}</span><span class="unseen">{words.mark_said()}</span></sup> }
    });
    view! {
        <td class="number report-figure" data-doubtful=is_doubtful.to_string()>
            <b>{percent}"%"</b>{mark}
            <svg aria-hidden="true"><rect width=format!("{percent}%") height="100%"></rect></svg>
            {count.map(|count| view! { <small>{count}</small> })}
        </td>
    }
    .into_any()
}
