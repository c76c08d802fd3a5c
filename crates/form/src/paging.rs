//! Deals blocks out to sheets of paper, so that none is cut: which blocks stand on which sheet.

use std::ops::Range;

/// Where a block lies when all stand under each other, in any unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// Where it begins.
    pub top: f64,
    /// Where it ends.
    pub bottom: f64,
    /// How much room is wanted over it where it begins a further sheet: a table's head over its row.
    pub over: f64,
    /// What it shares with the blocks before and after it; none where it stands alone.
    pub shared: Option<Shared>,
}

/// What several blocks share and each sheet repeats: the cell beside a table's rows. It wants its height, however few of
/// them are left on a sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shared {
    /// Blocks that follow each other with the same number share it.
    pub number: usize,
    /// How high it is.
    pub height: f64,
}

/// The blocks of each sheet, in order; every block is on exactly one. `room` is what a sheet has. A block that is higher
/// than a sheet has one for itself. Without blocks there is one sheet without blocks.
pub fn deal(blocks: &[Extent], room: f64) -> Vec<Range<usize>> {
    let mut sheets = Vec::new();
    let mut first = 0;
    let mut sheet = Sheet::default();
    for (number, block) in blocks.iter().enumerate() {
        let mut grown = sheet;
        // Browsers round lengths.
        if grown.add(block) > room + 0.5 && number > first {
            sheets.push(first..number);
            first = number;
            grown = Sheet { origin: block.top - block.over, ..Sheet::default() };
            grown.add(block);
        }
        sheet = grown;
    }
    sheets.push(first..blocks.len());
    sheets
}

/// A sheet as it fills.
#[derive(Clone, Copy, Default)]
struct Sheet {
    /// Where it begins among the blocks.
    origin: f64,
    /// What the last block shares, and where that began on this sheet.
    shared: Option<(Shared, f64)>,
    /// Where the last block ends.
    bottom: f64,
}

impl Sheet {
    /// Adds a block; how full the sheet is then.
    fn add(&mut self, block: &Extent) -> f64 {
        let goes_on =
            self.shared.filter(|(shared, _)| block.shared.is_some_and(|next| next.number == shared.number));
        if goes_on.is_none() {
            // What was too high for its blocks has pushed down all that follows.
            self.origin -= (self.end() - self.bottom).max(0.0);
        }
        self.shared = goes_on.or(block.shared.map(|shared| (shared, block.top)));
        self.bottom = block.bottom;
        self.end() - self.origin
    }

    fn end(&self) -> f64 {
        self.shared.map_or(self.bottom, |(shared, top)| self.bottom.max(top + shared.height))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    fn blocks(heights: &[f64], over: f64) -> Vec<Extent> {
        let mut top = 0.0;
        let extent = |height: &f64| {
            let extent = Extent { top, bottom: top + height, over, shared: None };
            top += height;
            extent
        };
        heights.iter().map(extent).collect()
    }

    #[test]
    fn what_fits_stays_together() {
        assert_eq!(deal(&blocks(&[10.0, 20.0, 30.0], 0.0), 60.0), std::slice::from_ref(&(0..3)));
        assert_eq!(deal(&[], 60.0), std::slice::from_ref(&(0..0)));
    }

    #[test]
    fn what_does_not_fit_begins_a_further_sheet() {
        assert_eq!(deal(&blocks(&[10.0; 7], 0.0), 30.0), [0..3, 3..6, 6..7]);
    }

    #[test]
    fn a_repeated_table_head_takes_its_room() {
        assert_eq!(deal(&blocks(&[10.0; 7], 10.0), 30.0), [0..3, 3..5, 5..7]);
    }

    #[test]
    fn a_block_higher_than_a_sheet_has_one_for_itself() {
        assert_eq!(deal(&blocks(&[10.0, 99.0, 10.0], 0.0), 30.0), [0..1, 1..2, 2..3]);
    }

    #[test]
    fn a_shared_cell_has_its_height_even_beside_one_row() {
        let mut rows = blocks(&[10.0; 6], 0.0);
        for (number, row) in rows.iter_mut().enumerate() {
            row.shared = Some(Shared { number: usize::from(number > 1), height: 18.0 });
        }
        // Of the second group one row would fit, but not the cell beside it.
        assert_eq!(deal(&rows, 30.0), [0..2, 2..5, 5..6]);
        // A row alone is as high as its cell, and what follows begins below that.
        let mut rows = blocks(&[10.0; 4], 0.0);
        rows[0].shared = Some(Shared { number: 0, height: 18.0 });
        assert_eq!(deal(&rows, 30.0), [0..2, 2..4]);
    }

    proptest! {
        #[test]
        fn every_block_is_on_one_sheet_and_no_sheet_is_too_full(heights in vec(1.0..40.0_f64, 0..60), over in 0.0..9.0_f64) {
            let blocks = blocks(&heights, over);
            let sheets = deal(&blocks, 50.0);
            let dealt: Vec<usize> = sheets.iter().cloned().flatten().collect();
            prop_assert_eq!(dealt, (0..blocks.len()).collect::<Vec<_>>());
            for (number, sheet) in sheets.iter().enumerate() {
                let height: f64 = heights[sheet.clone()].iter().sum();
                let over = if number == 0 { 0.0 } else { over };
                prop_assert!(height + over <= 50.6 || sheet.len() == 1);
            }
        }
    }
}
