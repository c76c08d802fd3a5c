//! The bars of a session's axes, two beside each other, each with buttons that save it as a file.

use std::sync::Arc;

use form::bars::Drawing;
use leptos::prelude::*;
use survey::report::{AxisReport, Figures, SessionReport};
use survey::{AxisTally, Unanimous};

use super::chart_file;
use super::papers::Block;
use super::places::Places;
use crate::language::language;

/// So many stand beside each other.
const BESIDE: usize = 2;

/// What a session's chart files are called.
pub(super) struct Title {
    /// In the file, over the chart.
    pub(super) over: String,
    /// The beginning of its name.
    pub(super) file: String,
}

/// The bars, two a block.
pub(super) fn blocks(
    session: &SessionReport,
    places: &Places,
    unanimous: Unanimous,
    title: &Arc<Title>,
) -> Vec<Block> {
    let within = format!("{}-", session.code);
    let drawn = |report: &AxisReport| {
        let is_doubtful = places.is_doubtful(session, &report.axis.id);
        (drawing(report, session.answered, unanimous), is_doubtful)
    };
    let drawings: Vec<_> = session.axes.iter().map(drawn).collect();
    let pair = |pair: &[(Drawing, bool)]| {
        let (pair, within, title) = (pair.to_vec(), within.clone(), Arc::clone(title));
        Block::part(move || {
            let drawn: Vec<_> =
                pair.iter().map(|(drawing, doubt)| result(drawing, *doubt, &within, &title)).collect();
            view! { <div class="report-pair">{drawn}</div> }.into_any()
        })
    };
    drawings.chunks(BESIDE).map(pair).collect()
}

fn drawing(report: &AxisReport, answered: u32, unanimous: Unanimous) -> Drawing {
    match &report.figures {
        Figures::Nothing => Drawing::counted(&report.axis, None, answered, unanimous, language()),
        Figures::Counted { counts, .. } => {
            let tally = AxisTally { counts: counts.clone() };
            Drawing::counted(&report.axis, Some(&tally), answered, unanimous, language())
        }
        Figures::Published { base, percent, named } => {
            Drawing::published(&report.axis, *base, *percent, named, unanimous, language())
        }
    }
}

fn result(drawing: &Drawing, is_doubtful: bool, within: &str, title: &Arc<Title>) -> AnyView {
    let words = ::words::report(language());
    let drawn = drawing.html(within).into_string();
    let button = |kind: &'static str, save: fn(&Drawing, &Title)| {
        let (drawing, title) = (drawing.clone(), Arc::clone(title));
        let said = words.save_chart(&drawing.name, kind);
        view! { <button type="button" aria-label=said on:click=move |_| save(&drawing, &title)>{kind}</button> }
    };
    let files = drawing.said.as_ref().map(|_| {
        view! {
            <div class="report-save">
                {button(words.save_svg(), chart_file::save_svg)}
                {button(words.save_png(), chart_file::save_png)}
            </div>
        }
    });
    let doubt = is_doubtful.then(|| view! { <p class="report-doubt">{words.doubtful()}</p> });
    view! { <div class="report-result"><div inner_html=drawn></div>{doubt}{files}</div> }.into_any()
}
