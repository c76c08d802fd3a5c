//! An axis's labels, found in cells as forms write them.

use std::collections::BTreeMap;

use super::comparable;
use crate::Axis;

/// What people and forms write for no answer. Never unknown, and no label either, unless the axis has it.
const NOTHING: [&str; 9] = ["-", "--", "―", "ー", "無回答", "未回答", "回答なし", "なし", "n/a"];

/// The labels of an axis, ready for comparing.
#[derive(Clone, Debug)]
pub struct Labels {
    by_text: BTreeMap<String, u32>,
    choices: u32,
}

impl Labels {
    /// The labels of this axis.
    pub fn of(axis: &Axis) -> Self {
        let mut by_text = BTreeMap::new();
        let mut choices = 0;
        for choice in &axis.choices {
            // Of two that read alike, the earlier.
            by_text.entry(comparable(&choice.label)).or_insert(choices);
            choices += 1;
        }
        by_text.remove("");
        Self { by_text, choices }
    }

    /// The choice whose label the cell holds, also where it is numbered there: 5. とても理解できた, ①とても理解できた.
    pub fn find(&self, cell: &str) -> Option<u32> {
        let text = comparable(cell);
        let unnumbered = || text.trim_start_matches(is_numbering);
        self.by_text.get(&text).or_else(|| self.by_text.get(unnumbered())).copied()
    }

    /// Whether the axis has a choice with this number.
    pub fn has(&self, choice: u32) -> bool {
        choice < self.choices
    }

    /// Whether a cell says that there is no answer.
    pub fn is_nothing(&self, cell: &str) -> bool {
        let text = comparable(cell);
        text.is_empty() || (NOTHING.contains(&text.as_str()) && self.find(cell).is_none())
    }
}

fn is_numbering(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '①'..='⑳' | '.' | ',' | ')' | '(' | ':' | '、' | '。' | '・' | '-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Questionnaire;

    #[test]
    fn a_label_is_found_however_a_form_writes_it() {
        let labels = Labels::of(&Questionnaire::standard().axes[2]);
        for cell in [
            "サポートがあれば実践できる",
            " ｻﾎﾟｰﾄがあれば実践できる　",
            "４．サポートがあれば実践できる",
            "②サポートがあれば実践できる",
        ] {
            assert_eq!(labels.find(cell), Some(1), "{cell}");
        }
        for cell in ["", "4", "実践", "実践できる;実践はしない", "とても実践できる"] {
            assert_eq!(labels.find(cell), None, "{cell}");
        }
    }

    #[test]
    fn no_answer_is_known_unless_it_is_a_choice() {
        let mut axis = Questionnaire::standard().axes[0].clone();
        assert!(Labels::of(&axis).is_nothing("無回答"));
        assert!(Labels::of(&axis).is_nothing("　"));
        axis.choices[4].label = "無回答".into();
        assert!(!Labels::of(&axis).is_nothing("無回答"));
    }

    #[test]
    fn a_label_that_is_a_number_is_found_as_it_stands() {
        let mut axis = Questionnaire::standard().axes[0].clone();
        for (number, choice) in axis.choices.iter_mut().enumerate() {
            choice.label = (5 - number).to_string();
        }
        let labels = Labels::of(&axis);
        assert_eq!((labels.find("５"), labels.find("1"), labels.find("6")), (Some(0), Some(4), None));
    }
}
