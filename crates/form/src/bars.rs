//! An axis's result: its name, the headline percentage, a 100 % bar of its choices, and the legend of the chosen ones.
//!
//! The one drawing of bars that there is. The endpoint writes it into pages, filled or empty; the app fills the empty one
//! as figures arrive ([`Piece`] says how). The bar is SVG with percentages for lengths: it needs no style attributes,
//! which a strict content policy forbids, and its text keeps its shape at any width.

use maud::{Markup, html};
use survey::{Axis, AxisTally, Headline, Shares, Tone};
use words::ja as words;

/// Under so many percent a piece is too narrow for its text on a small phone; the legend has it.
const NARROW: u8 = 12;

/// A piece of a bar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// Where it begins, in percent of the bar.
    pub start: u8,
    /// Its length, in percent of the bar.
    pub share: u8,
    /// How many chose it.
    pub count: u32,
}

impl Piece {
    /// The pieces of a bar, one after the other. Choices without a count or a share are pieces of no length.
    pub fn of(shares: &[u8], counts: &[u32]) -> Vec<Self> {
        let mut start = 0_u8;
        let piece = |(&share, &count): (&u8, &u32)| {
            let piece = Self { start, share, count };
            start = start.saturating_add(share);
            piece
        };
        shares.iter().zip(counts).map(piece).collect()
    }

    /// Where its text begins, in percent of the bar, if it has room for one.
    pub fn has_text(&self) -> bool {
        self.share >= NARROW
    }

    /// What the legend says of it: 9人・43%.
    pub fn legend(&self) -> String {
        words::piece(self.count, self.share)
    }
}

/// An axis's result; empty where there are no figures yet or nobody answered. `answered` is how many answered at all, so
/// that those who skipped this axis can be told.
pub fn result(axis: &Axis, tally: Option<&AxisTally>, answered: u32) -> Markup {
    let shares = tally.and_then(|tally| Shares::of(axis, tally));
    let headline = tally.and_then(|tally| Headline::of(axis, tally));
    let pieces = match (&shares, tally) {
        (Some(shares), Some(tally)) => Piece::of(&shares.pieces, &tally.counts),
        _ => vec![Piece::default(); axis.choices.len()],
    };
    let heading = format!("result-{}", axis.id);
    html! {
        section.result data-result=(axis.id) data-empty[headline.is_none()] aria-labelledby=(heading) {
            h3.result-name #(heading) { (axis.name) }
            p.result-sentence { @if let Some(headline) = &headline { (words::headline(headline, words::Unanimous::Everybody)) } }
            p.result-number { b { @if let Some(headline) = &headline { (headline.percent) } } "%" }
            p.result-count { @if let Some(headline) = &headline { (count(headline, answered)) } }
            p.result-none { (words::NO_ANSWER) }
            // The legend says in words all that the bar shows.
            svg.bar aria-hidden="true" {
                @for (piece, tone) in pieces.iter().zip(Tone::of(axis)) {
                    g data-tone=(tone.name()) {
                        rect.piece x={ (piece.start) "%" } width={ (piece.share) "%" } height="100%" {}
                        // The hatch of unfavourable pieces lies over their colour.
                        rect.hatch x={ (piece.start) "%" } width={ (piece.share) "%" } height="100%" {}
                        text.piece-text x={ (piece.start) "%" } dx="0.5em" y="50%" dy="0.36em" {
                            @if piece.has_text() { (piece.share) "%" }
                        }
                    }
                }
            }
            ul.legend {
                @for ((piece, tone), choice) in pieces.iter().zip(Tone::of(axis)).zip(&axis.choices) {
                    li hidden[piece.count == 0] {
                        svg.swatch data-tone=(tone.name()) aria-hidden="true" {
                            rect.piece width="100%" height="100%" {}
                            rect.hatch width="100%" height="100%" {}
                        }
                        b data-choice { (choice.label) } " "
                        span { (piece.legend()) }
                    }
                }
            }
        }
    }
}

/// 21人中11人, and how many skipped the axis.
pub fn count(headline: &Headline, answered: u32) -> String {
    let mut text = words::of_people(headline);
    if let Some(skipped) = u64::from(answered).checked_sub(headline.base).filter(|skipped| *skipped > 0) {
        text.push('、');
        text.push_str(&words::skipped(skipped));
    }
    text
}

/// The patterns that hatch unfavourable pieces; once in every page that has bars.
pub fn hatches() -> Markup {
    html! {
        svg.hatches width="0" height="0" aria-hidden="true" {
            defs {
                @for (name, angle) in [("hatch-1", 45), ("hatch-2", 90), ("hatch-3", -45)] {
                    pattern #(name) width="8" height="8" patternUnits="userSpaceOnUse" patternTransform={ "rotate(" (angle) ")" } {
                        rect width="2.5" height="8" {}
                    }
                }
            }
        }
    }
}
