//! Sizes as a person reads them.

use std::fmt::{self, Display};

/// One file's sizes in bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// Its name.
    pub(super) name: String,
    /// As it is.
    pub(super) raw: u64,
    /// Compressed by gzip.
    pub(super) gzip: u64,
    /// Compressed by brotli.
    pub(super) brotli: u64,
}

/// A size in bytes with what it may be at most.
#[derive(Clone, Debug)]
pub(super) struct Budget {
    /// What is measured.
    pub(super) what: &'static str,
    /// Its size.
    pub(super) used: u64,
    /// What it may be.
    pub(super) of: u64,
}

impl Budget {
    /// Whether it is more than it may be.
    pub(super) fn is_over(&self) -> bool {
        self.used > self.of
    }
}

impl Display for Budget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mark, percent) = (if self.is_over() { '✗' } else { '✓' }, self.used * 100 / self.of.max(1));
        write!(f, "{mark} {}: {} of {} bytes ({percent} %)", self.what, grouped(self.used), grouped(self.of))
    }
}

/// The sum of all rows.
pub(super) fn total(rows: &[Row]) -> Row {
    let sum = |of: fn(&Row) -> u64| rows.iter().map(of).sum();
    Row { name: "together".to_owned(), raw: sum(|r| r.raw), gzip: sum(|r| r.gzip), brotli: sum(|r| r.brotli) }
}

/// The table of these rows and their sum, under a heading.
pub(super) fn of(heading: &str, rows: &[Row]) -> String {
    let all: Vec<Row> = rows.iter().cloned().chain([total(rows)]).collect();
    let width =
        all.iter().map(|row| row.name.chars().count()).chain([heading.chars().count()]).max().unwrap_or(0);
    let head = format!("{heading:width$} {:>10} {:>10} {:>10}", "raw", "gzip", "brotli");
    let line = |row: &Row| {
        let [raw, gzip, brotli] = [row.raw, row.gzip, row.brotli].map(grouped);
        format!("{:width$} {raw:>10} {gzip:>10} {brotli:>10}", row.name)
    };
    std::iter::once(head).chain(all.iter().map(line)).flat_map(|line| [line, "\n".to_owned()]).collect()
}

/// A number with its thousands apart: `61,440`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev();
    groups.map(|group| String::from_utf8_lossy(group).into_owned()).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_lines_up_and_ends_with_the_sum() {
        let row = |name: &str, raw, gzip, brotli| Row { name: name.to_owned(), raw, gzip, brotli };
        let table = of("phone", &[row("/s/CODE", 9000, 3000, 2500), row("/answer.js", 22_881, 5000, 4625)]);
        let expected = "phone             raw       gzip     brotli\n\
                        /s/CODE         9,000      3,000      2,500\n\
                        /answer.js     22,881      5,000      4,625\n\
                        together       31,881      8,000      7,125\n";
        assert_eq!(table, expected);
    }

    #[test]
    fn a_budget_may_be_used_up_but_not_more() {
        let budget = |used| Budget { what: "x", used, of: 61_440 };
        assert!(!budget(61_440).is_over());
        assert!(budget(61_441).is_over());
        assert_eq!(budget(30_720).to_string(), "✓ x: 30,720 of 61,440 bytes (50 %)");
        assert_eq!(grouped(1_234_567), "1,234,567");
    }
}
