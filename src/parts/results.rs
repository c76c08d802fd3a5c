//! All axes' results, following a tally.

use leptos::{html, prelude::*};
use survey::{AxisTally, Headline, Language, Questionnaire, wire};
use web_sys::Element;

use super::fill_result;
use crate::dom::write;
use crate::language::language;

/// The results of a questionnaire: drawn empty, filled as the tally moves.
#[component]
pub fn Results(questionnaire: Questionnaire, #[prop(into)] tally: Signal<wire::Tally>) -> impl IntoView {
    let language = language();
    let questionnaire = questionnaire.said_in(language);
    let place = NodeRef::<html::Div>::new();
    let drawn: String = questionnaire
        .axes
        .iter()
        .map(|axis| form::bars::result(axis, None, 0, language).into_string())
        .collect();
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        tally.with(|tally| {
            let Some(figures) = &tally.axes else { return };
            let drawn = place.children();
            for (number, (axis, figures)) in (0..).zip(questionnaire.axes.iter().zip(figures)) {
                let Some(result) = drawn.item(number) else { continue };
                fill_result(&result, figures, language);
                let headline = Headline::of(axis, &AxisTally { counts: figures.counts.clone() });
                say(&result, headline.as_ref(), tally.revealed.unwrap_or(0), language);
            }
        });
    });
    let hatches = form::bars::hatches().into_string();
    view! {
        <div class="hatch-patterns" inner_html=hatches></div>
        <div class="results" node_ref=place inner_html=drawn></div>
    }
}

/// Says an axis's headline: its sentence, and the count beside the percentage.
fn say(result: &Element, headline: Option<&Headline>, answered: u32, language: Language) {
    let words = ::words::figures(language);
    if let Some(headline) = headline {
        write(result, ".result-sentence", &words.headline(headline, survey::Unanimous::Everybody));
        write(result, ".result-count", &words.count(headline, answered));
    }
}
