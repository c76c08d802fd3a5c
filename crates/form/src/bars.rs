//! An axis's result: its name, the headline percentage, a 100 % bar of its choices, and the legend of the chosen ones.
//!
//! The one drawing of bars that there is. The endpoint writes it into pages, filled or empty; the app fills the empty one
//! as figures arrive ([`Piece`] says how), and the report shows it filled. The bar is SVG with percentages for lengths: it needs no style attributes,
//! which a strict content policy forbids, and its text keeps its shape at any width.

use maud::{Markup, html};
use survey::{Axis, AxisTally, Choice, Headline, Language, Shares, Tone, Unanimous};

use crate::patterns::{self, ALL, TILE};

/// Under so many percent a piece is too narrow for its text on a small phone; the legend has it.
const NARROW: u8 = 12;

/// Under so many percent a piece is too narrow for its text on the smallest screens.
const NARROW_ON_THE_SMALLEST: u8 = 16;

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

    /// Whether its text goes where the screen is very small; style sheets say from when on.
    pub fn is_narrow(&self) -> bool {
        self.share < NARROW_ON_THE_SMALLEST
    }

    /// What the legend says of it: 9人・43%.
    pub fn legend(&self, language: Language) -> String {
        let words = ::words::figures(language);
        words.piece(self.count, self.share)
    }
}

/// What a result shows: drawn into pages by [`Drawing::html`], into files by [`crate::chart`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// What it is said in.
    pub language: Language,
    /// The axis's id.
    pub axis: String,
    /// The axis's name.
    pub name: String,
    /// What stands over the bar; none where nobody answered.
    pub said: Option<Said>,
    /// The pieces, in the order of the choices.
    pub lines: Vec<Line>,
}

/// What stands over a bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The headline percentage.
    pub percent: u8,
    /// The headline as a sentence.
    pub sentence: String,
    /// What the percentage is of: 21人中11人.
    pub count: String,
}

/// A piece of a bar and its line in the legend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it lies.
    pub piece: Piece,
    /// What it is drawn in.
    pub tone: Tone,
    /// Whether the one before it is drawn in the same, so that this one takes another pattern.
    pub again: bool,
    /// What it stands for.
    pub label: String,
    /// What the legend says of it: 9人・43%. Empty where nobody chose it: then the legend leaves it out.
    pub figures: String,
}

impl Drawing {
    /// Of counts; empty where there are none yet. `answered` is how many answered at all, so that those who skipped this
    /// axis can be told.
    pub fn counted(
        axis: &Axis,
        tally: Option<&AxisTally>,
        answered: u32,
        unanimous: Unanimous,
        language: Language,
    ) -> Self {
        let words = ::words::figures(language);
        let shares = tally.and_then(|tally| Shares::of(axis, tally));
        let headline = tally.and_then(|tally| Headline::of(axis, tally));
        let pieces = match (&shares, tally) {
            (Some(shares), Some(tally)) => Piece::of(&shares.pieces, &tally.counts),
            _ => vec![Piece::default(); axis.choices.len()],
        };
        let tones = Tone::of(axis);
        let looks = tones.iter().copied().zip(patterns::again(&tones));
        let line = |((piece, (tone, again)), choice): ((Piece, (Tone, bool)), &Choice)| Line {
            figures: if piece.count > 0 { piece.legend(language) } else { String::new() },
            label: choice.label.clone(),
            tone,
            again,
            piece,
        };
        Self {
            language,
            axis: axis.id.clone(),
            name: axis.name.clone(),
            said: headline.map(|headline| Said {
                percent: headline.percent,
                sentence: words.headline(&headline, unanimous),
                count: words.count(&headline, answered),
            }),
            lines: pieces.into_iter().zip(looks).zip(&axis.choices).map(line).collect(),
        }
    }

    /// Of a published percentage of `base` people, whose headline names these labels: what it names, and the rest.
    pub fn published(
        axis: &Axis,
        base: u32,
        percent: u8,
        named: &[String],
        unanimous: Unanimous,
        language: Language,
    ) -> Self {
        let (words, of_report) = (::words::figures(language), ::words::report(language));
        let percent = percent.min(100);
        let of_hundred = Headline {
            percent,
            favourable: u64::from(percent),
            base: 100,
            choices: if percent == 0 { Vec::new() } else { named.to_vec() },
        };
        let line = |start, share: u8, tone, label| Line {
            piece: Piece { start, share, count: 0 },
            tone,
            again: false,
            label,
            figures: if share > 0 { format!("{share}%") } else { String::new() },
        };
        let labels = words.joined_labels(named.iter().map(String::as_str));
        Self {
            language,
            axis: axis.id.clone(),
            name: axis.name.clone(),
            said: Some(Said {
                percent,
                sentence: words.headline(&of_hundred, unanimous),
                count: of_report.published_of(base),
            }),
            lines: vec![
                line(0, percent, Tone::Good(1), labels),
                line(percent, 100 - percent, Tone::Neutral, of_report.the_others().to_owned()),
            ],
        }
    }

    /// The result as a section of a page. `within` begins the ids in it, so that a page may have several of one axis.
    pub fn html(&self, within: &str) -> Markup {
        let words = ::words::figures(self.language);
        let heading = format!("{within}result-{}", self.axis);
        let said = self.said.as_ref();
        html! {
            section.result data-result=(self.axis) data-empty[said.is_none()] aria-labelledby=(heading) {
                h3.result-name #(heading) { (self.name) }
                p.result-sentence { @if let Some(said) = said { (said.sentence) } }
                p.result-number translate="no" { b { @if let Some(said) = said { (said.percent) } } "%" }
                p.result-count { @if let Some(said) = said { (said.count) } }
                p.result-none { (words.no_answer()) }
                // The legend says in words all that the bar shows.
                svg.bar aria-hidden="true" translate="no" {
                    @for Line { piece, tone, again, .. } in &self.lines {
                        g data-tone=(tone.name()) data-again[*again] {
                            rect.piece x={ (piece.start) "%" } width={ (piece.share) "%" } height="100%" {}
                            // The pattern lies over the colour.
                            rect.hatch x={ (piece.start) "%" } width={ (piece.share) "%" } height="100%" {}
                            text.piece-text data-narrow[piece.is_narrow()] x={ (piece.start) "%" } dx="0.5em" y="50%" dy="0.36em" {
                                @if piece.has_text() { (piece.share) "%" }
                            }
                        }
                    }
                }
                ul.legend {
                    @for line in &self.lines {
                        li hidden[line.figures.is_empty()] {
                            svg.swatch data-tone=(line.tone.name()) data-again[line.again] aria-hidden="true" {
                                rect.piece width="100%" height="100%" {}
                                rect.hatch width="100%" height="100%" {}
                            }
                            b data-choice { (line.label) } " "
                            span translate="no" { @if line.figures.is_empty() { (line.piece.legend(self.language)) } @else { (line.figures) } }
                        }
                    }
                }
            }
        }
    }
}

/// An axis's result; empty where there are no figures yet or nobody answered. `answered` is how many answered at all, so
/// that those who skipped this axis can be told.
pub fn result(axis: &Axis, tally: Option<&AxisTally>, answered: u32, language: Language) -> Markup {
    Drawing::counted(axis, tally, answered, Unanimous::Everybody, language).html("")
}

/// The patterns of the pieces; once in every page that has bars.
pub fn hatches() -> Markup {
    let all = ALL.into_iter().filter_map(|tone| patterns::path(tone).map(|path| (tone.name(), path)));
    html! {
        svg.hatches width="0" height="0" aria-hidden="true" {
            defs {
                @for (name, path) in all.chain([("again", patterns::AGAIN)]) {
                    pattern #{ "hatch-" (name) } data-tone=(name) width=(TILE) height=(TILE) patternUnits="userSpaceOnUse" {
                        path d=(path) {}
                    }
                }
            }
        }
    }
}
