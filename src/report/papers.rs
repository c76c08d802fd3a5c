//! The report's paper: sheets of A4, dealt out by what the browser measures, so that no block is cut and each sheet is one
//! page of print.

use std::ops::Range;
use std::sync::Arc;

use form::paging::{Extent, Shared, deal};
use leptos::{html, prelude::*};
use web_sys::Element;

use super::table::{Columns, Row, table};
use crate::dom::elements;
use crate::language::language;

/// What stands under one heading. It takes as many sheets of paper as it is long.
pub(super) struct Sheet {
    /// Over the heading, small. The report's own title stands over the first one.
    pub(super) over: String,
    pub(super) title: String,
    /// At the foot.
    pub(super) foot: String,
    /// The head of its table, where it has rows.
    pub(super) columns: Columns,
    pub(super) blocks: Vec<Block>,
}

/// What is never cut.
pub(super) enum Block {
    /// A row of the sheet's table.
    Row(Row),
    /// Anything else.
    Part(Arc<dyn Fn() -> AnyView + Send + Sync>),
}

impl Block {
    pub(super) fn part(draw: impl Fn() -> AnyView + Send + Sync + 'static) -> Self {
        Self::Part(Arc::new(draw))
    }
}

/// Which blocks of a sheet stand on which paper.
type Dealt = Vec<Range<usize>>;

/// All sheets. They are first laid out each in one piece, to be measured, and then as paper.
#[component]
pub(super) fn Papers(sheets: Arc<Vec<Sheet>>) -> impl IntoView {
    let place = NodeRef::<html::Main>::new();
    let dealt = RwSignal::new(None::<Vec<Dealt>>);
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        // In the next frame the style sheets have done their work.
        request_animation_frame(move || {
            let sheets = elements::<Element>(place.query_selector_all(".report-sheet").ok());
            dealt.set(Some(sheets.iter().map(measure).collect()));
        });
    });
    let hatches = form::bars::hatches().into_string();
    view! {
        <div class="hatch-patterns" inner_html=hatches></div>
        <svg class="hatches" width="0" height="0" aria-hidden="true">
            <defs>
                <pattern id="hatch-doubt" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect width="2.8" height="5"></rect>
                </pattern>
            </defs>
        </svg>
        <main class="report" node_ref=place>{move || papers(&sheets, dealt.get())}</main>
    }
}

/// The papers of all sheets, numbered.
fn papers(sheets: &[Sheet], dealt: Option<Vec<Dealt>>) -> Vec<AnyView> {
    let measured = dealt.is_some();
    let whole = || sheets.iter().map(|sheet| std::iter::once(0..sheet.blocks.len()).collect()).collect();
    let dealt: Vec<Dealt> = dealt.unwrap_or_else(whole);
    let of = dealt.iter().map(Vec::len).sum();
    let each = sheets.iter().zip(&dealt).enumerate().flat_map(|(sheet_number, (sheet, dealt))| {
        dealt.iter().enumerate().map(move |(part, range)| (sheet_number, sheet, part, range.clone()))
    });
    each.enumerate()
        .map(|(number, (sheet_number, sheet, part, range))| {
            let at = At {
                is_first: sheet_number == 0 && part == 0,
                goes_on: part > 0,
                number: number + 1,
                of,
                measured,
            };
            paper(sheet, range, &at)
        })
        .collect()
}

/// Where a paper is among the others.
struct At {
    is_first: bool,
    goes_on: bool,
    number: usize,
    of: usize,
    measured: bool,
}

fn paper(sheet: &Sheet, range: Range<usize>, at: &At) -> AnyView {
    let words = ::words::report(language());
    let over = sheet.over.clone();
    let title =
        if at.goes_on { format!("{}{}", sheet.title, words.continued()) } else { sheet.title.clone() };
    let heading =
        if at.is_first { view! { <h1>{over}</h1> }.into_any() } else { view! { <p>{over}</p> }.into_any() };
    view! {
        <section class="report-sheet" data-measured=at.measured.to_string()>
            <header>{heading}<h2>{title}</h2></header>
            <div class="report-body">{body(sheet, range)}</div>
            <footer><p>{sheet.foot.clone()}</p><p>{format!("{} / {}", at.number, at.of)}</p></footer>
        </section>
    }
    .into_any()
}

/// The blocks of a paper; rows that follow each other are one table.
fn body(sheet: &Sheet, range: Range<usize>) -> Vec<AnyView> {
    let mut drawn = Vec::new();
    let mut rows: Vec<Row> = Vec::new();
    for block in sheet.blocks.get(range).unwrap_or_default() {
        match block {
            Block::Row(row) => rows.push(row.clone()),
            Block::Part(draw) => {
                if !rows.is_empty() {
                    drawn.push(scrolled(table(&sheet.columns, std::mem::take(&mut rows))));
                }
                drawn.push(view! { <div class="report-block" data-block>{draw()}</div> }.into_any());
            }
        }
    }
    if !rows.is_empty() {
        drawn.push(scrolled(table(&sheet.columns, rows)));
    }
    drawn
}

/// Where a narrow screen moves a table sideways, also by keyboard.
fn scrolled(table: AnyView) -> AnyView {
    view! { <div class="report-scroll" role="region" aria-label=::words::report(language()).table() tabindex="0">{table}</div> }
        .into_any()
}

/// Deals a sheet's blocks out by what they measure.
fn measure(sheet: &Element) -> Dealt {
    let Ok(Some(body)) = sheet.query_selector(".report-body") else { return Vec::new() };
    let origin = body.get_bounding_client_rect().top();
    let head = sheet.query_selector("thead").ok().flatten();
    let head = head.map_or(0.0, |head| head.get_bounding_client_rect().height());
    let cells = shared_cells(&body);
    let extent = |block: &Element| {
        let place = block.get_bounding_client_rect();
        let is_row = block.local_name() == "tr";
        let number = block.get_attribute("data-programme").and_then(|number| number.parse::<usize>().ok());
        let shared = number
            .filter(|_| is_row)
            .and_then(|number| cells.iter().find(|shared: &&Shared| shared.number == number).copied());
        let over = if is_row { head } else { 0.0 };
        Extent { top: place.top() - origin, bottom: place.bottom() - origin, over, shared }
    };
    let blocks: Vec<_> =
        elements::<Element>(body.query_selector_all("[data-block]").ok()).iter().map(extent).collect();
    deal(&blocks, f64::from(body.client_height()))
}

/// How high the cells are that the rows of each programme share: what is in them, and the space around it.
fn shared_cells(body: &Element) -> Vec<Shared> {
    let groups = elements::<Element>(body.query_selector_all("tbody").ok());
    let cell = |content: &Element| {
        let above = content.parent_element().map_or(0.0, |cell| cell.get_bounding_client_rect().top());
        let place = content.get_bounding_client_rect();
        // As much below as above.
        place.height() + 2.0 * (place.top() - above)
    };
    let group = |group: &Element| {
        let row = group.query_selector("tr").ok()??;
        let number = row.get_attribute("data-programme")?.parse().ok()?;
        let contents = elements::<Element>(group.query_selector_all("[rowspan] > div").ok());
        Some(Shared { number, height: contents.iter().map(cell).fold(0.0, f64::max) })
    };
    groups.iter().filter_map(group).collect()
}
