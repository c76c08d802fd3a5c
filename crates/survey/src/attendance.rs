//! Who came. Documents count it in more than one way, so each is kept as it was counted and none is derived from another.

use serde::{Deserialize, Serialize};

use crate::refusal::{Refusal, check_range};

/// Who came to a session, or to a whole programme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attendance {
    /// How many different municipalities took part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipalities: Option<u32>,
    /// How many different people took part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
    /// 延べ人数: whoever came twice counts twice. For a programme of several sessions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cumulative: Option<u32>,
}

impl Attendance {
    /// Whether nothing is known.
    pub fn is_unknown(&self) -> bool {
        *self == Self::default()
    }

    pub(crate) fn check(&self, at: &str, refusals: &mut Vec<Refusal>) {
        let numbers = [
            ("municipalities", self.municipalities),
            ("people", self.people),
            ("cumulative", self.cumulative),
        ];
        for (name, number) in numbers {
            if let Some(number) = number {
                check_range(&format!("{at}/{name}"), number as usize, 1, 1_000_000, refusals);
            }
        }
    }
}
