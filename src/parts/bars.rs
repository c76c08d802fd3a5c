//! Moves the figures of a result that `form::bars` has drawn. Style sheets make the move gentle.

use form::bars::Piece;
use survey::Language;
use survey::wire::AxisTally;
use web_sys::Element;

use crate::dom::{elements, write};

/// Fills a result with an axis's figures: the headline, each piece of the bar, each line of the legend.
pub fn fill_result(result: &Element, axis: &AxisTally, language: Language) {
    let none = axis.headline_percent.is_none();
    drop(result.toggle_attribute_with_force("data-empty", none));
    write(result, ".result-number b", &axis.headline_percent.unwrap_or(0).to_string());

    let no_shares = vec![0; axis.counts.len()];
    let pieces = Piece::of(axis.shares.as_ref().unwrap_or(&no_shares), &axis.counts);
    let drawn: Vec<Element> = elements(result.query_selector_all("g").ok());
    for (drawn, piece) in drawn.iter().zip(&pieces) {
        let (start, share) = (percent(piece.start), percent(piece.share));
        for rect in elements::<Element>(drawn.query_selector_all("rect").ok()) {
            drop(rect.set_attribute("x", &start));
            drop(rect.set_attribute("width", &share));
        }
        if let Ok(Some(text)) = drawn.query_selector("text") {
            drop(text.set_attribute("x", &start));
            drop(text.toggle_attribute_with_force("data-narrow", piece.is_narrow()));
            text.set_text_content(piece.has_text().then_some(share.as_str()));
        }
    }
    let lines: Vec<Element> = elements(result.query_selector_all("li").ok());
    for (line, piece) in lines.iter().zip(&pieces) {
        drop(line.toggle_attribute_with_force("hidden", piece.count == 0));
        write(line, "span", &piece.legend(language));
    }
}

fn percent(number: u8) -> String {
    let mut text = number.to_string();
    text.push('%');
    text
}
