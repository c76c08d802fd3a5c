//! Moves the figures of a result that `form::bars` has drawn. Style sheets make the move gentle.

use form::bars::Piece;
use survey::wire::AxisTally;
use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList};

/// Fills a result with an axis's figures: the headline, each piece of the bar, each line of the legend.
pub fn fill_result(result: &Element, axis: &AxisTally) {
    let none = axis.headline_percent.is_none();
    drop(result.toggle_attribute_with_force("data-empty", none));
    write(result, ".result-number b", &axis.headline_percent.unwrap_or(0).to_string());

    let no_shares = vec![0; axis.counts.len()];
    let pieces = Piece::of(axis.shares.as_ref().unwrap_or(&no_shares), &axis.counts);
    let drawn = elements(result.query_selector_all("g").ok());
    for (drawn, piece) in drawn.iter().zip(&pieces) {
        let (start, share) = (percent(piece.start), percent(piece.share));
        for rect in elements(drawn.query_selector_all("rect").ok()) {
            drop(rect.set_attribute("x", &start));
            drop(rect.set_attribute("width", &share));
        }
        if let Ok(Some(text)) = drawn.query_selector("text") {
            drop(text.set_attribute("x", &start));
            text.set_text_content(piece.has_text().then_some(share.as_str()));
        }
    }
    let lines = elements(result.query_selector_all("li").ok());
    for (line, piece) in lines.iter().zip(&pieces) {
        drop(line.toggle_attribute_with_force("hidden", piece.count == 0));
        write(line, "span", &piece.legend());
    }
}

fn percent(number: u8) -> String {
    let mut text = number.to_string();
    text.push('%');
    text
}

fn write(within: &Element, selector: &str, text: &str) {
    if let Ok(Some(element)) = within.query_selector(selector) {
        element.set_text_content(Some(text));
    }
}

fn elements(list: Option<NodeList>) -> Vec<Element> {
    let Some(list) = list else { return Vec::new() };
    (0..list.length()).filter_map(|number| list.item(number)?.dyn_into().ok()).collect()
}
