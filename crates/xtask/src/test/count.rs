//! Counting tests by what test programmes say of themselves.

use std::fmt::{self, Display};
use std::ops::AddAssign;

/// How many tests passed and how many failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    /// How many passed.
    pub(crate) passed: u64,
    /// How many failed.
    pub(crate) failed: u64,
}

impl Count {
    /// One test that passed, or did not.
    pub(crate) fn one(passed: bool) -> Self {
        Self { passed: u64::from(passed), failed: u64::from(!passed) }
    }

    /// What `test result: ok. 12 passed; 0 failed; …` says; nothing for any other line.
    pub(crate) fn in_line(line: &str) -> Option<Self> {
        let numbers = line.strip_prefix("test result: ")?.split_once(". ")?.1;
        let number = |word: &str| {
            let part = numbers.split(';').find_map(|part| part.trim().strip_suffix(word))?;
            part.trim().parse().ok()
        };
        Some(Self { passed: number(" passed")?, failed: number(" failed")? })
    }

    /// The count of a part that reports tests of its own: a part that ended badly has at least one failure, and so has
    /// one that ran no test at all.
    pub(crate) fn of_part(self, ended_well: bool) -> Self {
        let ran = self.passed + self.failed > 0;
        let unsaid = self.failed == 0 && !(ended_well && ran);
        Self { failed: self.failed + u64::from(unsaid), ..self }
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_of_several_programmes_add_up() {
        let said = "running 3 tests\n\
            test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s\n\
            test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.00s\n\
            test nothing: ok. 9 passed; 9 failed\n";
        let mut all = Count::default();
        for count in said.lines().filter_map(Count::in_line) {
            all += count;
        }
        assert_eq!(all, Count { passed: 15, failed: 2 });
        assert_eq!(all.to_string(), "15 passed, 2 failed");
    }

    #[test]
    fn no_failure_goes_uncounted() {
        let count = |passed, failed| Count { passed, failed };
        assert_eq!(count(3, 0).of_part(true), count(3, 0));
        assert_eq!(count(3, 0).of_part(false), count(3, 1), "it did not compile, or was killed");
        assert_eq!(count(3, 2).of_part(false), count(3, 2));
        assert_eq!(count(0, 0).of_part(true), count(0, 1), "nothing ran");
    }
}
