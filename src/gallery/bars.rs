//! The bars, with every tone and in every state.

use form::bars::Drawing;
use leptos::prelude::*;
use survey::{Axis, AxisTally, Choice, Leaning, Questionnaire, Unanimous};

use super::state;
use super::words;
use crate::language::language;

/// All of them, as the desk shows them.
pub(super) fn section() -> AnyView {
    let standard = Questionnaire::standard();
    let understanding = standard.axes.first().cloned().unwrap_or_else(|| axis(5, 2));
    let satisfaction = standard.axes.last().cloned().unwrap_or_else(|| axis(5, 3));
    let named: Vec<_> = understanding.choices.iter().take(2).map(|choice| choice.label.clone()).collect();
    let states = vec![
        counted(1, words().bars_usual(), &understanding, &[9, 7, 2, 2, 1], 21),
        counted(2, words().bars_full(), &satisfaction, &[5, 8, 8, 0, 0], 21),
        counted(3, words().bars_one(), &understanding, &[0, 0, 0, 7, 0], 7),
        counted(4, words().bars_skipped(), &satisfaction, &[4, 6, 3, 2, 1], 21),
        counted(5, words().bars_narrow(), &satisfaction, &[191, 2, 3, 2, 2], 200),
        counted(6, words().bars_good(), &axis(7, 5), &[6, 5, 4, 3, 3, 2, 2], 25),
        counted(7, words().bars_bad(), &axis(7, 1), &[5, 4, 4, 3, 3, 3, 3], 25),
        counted(8, words().bars_empty(), &understanding, &[0, 0, 0, 0, 0], 3),
        drawn(
            9,
            words().bars_published(),
            &Drawing::published(&understanding, 20, 95, &named, Unanimous::Everybody, language()),
        ),
    ];
    super::section("bars", words().bars(), states)
}

fn counted(number: usize, title: &'static str, axis: &Axis, counts: &[u32], answered: u32) -> AnyView {
    let tally = AxisTally { counts: counts.to_vec() };
    drawn(number, title, &Drawing::counted(axis, Some(&tally), answered, Unanimous::Everybody, language()))
}

fn drawn(number: usize, title: &'static str, drawing: &Drawing) -> AnyView {
    let html = drawing.html(&format!("bar{number}-")).into_string();
    state(title, view! { <div class="desk-results" inner_html=html></div> })
}

/// An axis of so many choices: so many favourable ones, a neutral one, and unfavourable ones.
fn axis(choices: usize, favourable: usize) -> Axis {
    let leaning = |number: usize| match number.checked_sub(favourable) {
        None => Leaning::Favourable,
        Some(0) => Leaning::Neutral,
        Some(_) => Leaning::Unfavourable,
    };
    let choice = |number| Choice { label: words().choice(number + 1), leaning: leaning(number) };
    Axis {
        id: "axis".to_owned(),
        name: words().axis().to_owned(),
        question: String::new(),
        choices: (0..choices).map(choice).collect(),
        reason: None,
    }
}
