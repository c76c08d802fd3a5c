//! An integer range coder: numbers in, as few bytes out as their likelihoods allow, and back. Nothing here is a
//! float, so phone and office compute the same.

/// The most that weights may add up to: `range` never falls below it, so a step never becomes zero.
const TOTAL_LIMIT: u32 = 1 << 24;
/// How many bytes the decoder is ahead of what it has decoded.
const AHEAD: usize = 4;

/// Writes or reads numbers, whichever it is: what is coded is described once, for both ways. An encoder writes the
/// number it is given and gives it back; a decoder ignores it and gives the one it read.
pub(crate) trait Coder {
    /// Codes a number from 0 to `total - 1`, all of them equally likely. `total` is at most 2^24.
    fn number(&mut self, number: u32, total: u32) -> Result<u32, Broken>;

    /// Codes a position in `weights`, each as likely as its weight. A weight of 0 cannot be coded.
    fn pick(&mut self, position: usize, weights: &[u32]) -> Result<usize, Broken>;
}

/// The bytes are none that the encoder wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Broken;

/// Codes yes or no.
pub(crate) fn flag(coder: &mut dyn Coder, yes: bool) -> Result<bool, Broken> {
    Ok(coder.number(u32::from(yes), 2)? == 1)
}

/// Codes a byte.
pub(crate) fn byte(coder: &mut dyn Coder, byte: u8) -> Result<u8, Broken> {
    u8::try_from(coder.number(u32::from(byte), 256)?).map_err(|_| Broken)
}

/// Codes a length of at most `limit`.
pub(crate) fn length(coder: &mut dyn Coder, length: usize, limit: usize) -> Result<usize, Broken> {
    let limit = u32::try_from(limit).map_err(|_| Broken)?;
    let length = u32::try_from(length).map_err(|_| Broken)?.min(limit);
    usize::try_from(coder.number(length, limit.saturating_add(1))?).map_err(|_| Broken)
}

/// Codes bytes of a known number.
pub(crate) fn bytes<const N: usize>(coder: &mut dyn Coder, bytes: &[u8; N]) -> Result<[u8; N], Broken> {
    let mut coded = *bytes;
    for slot in &mut coded {
        *slot = byte(coder, *slot)?;
    }
    Ok(coded)
}

/// Where a position's part begins among the weights, how wide it is, and what all are together.
fn part(position: usize, weights: &[u32]) -> Result<(u32, u32, u32), Broken> {
    let start = weights.iter().take(position).sum();
    let size = weights.get(position).copied().filter(|size| *size > 0).ok_or(Broken)?;
    Ok((start, size, weights.iter().sum()))
}

/// Writes.
pub(crate) struct Encoder {
    low: u32,
    range: u32,
    out: Vec<u8>,
}

impl Encoder {
    pub(crate) fn new() -> Self {
        Self { low: 0, range: u32::MAX, out: Vec::new() }
    }

    /// The bytes, with no more at their end than the decoder needs to tell the last number.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        for count in 0..=4_u32 {
            let mask = u32::MAX.checked_shr(8 * count).unwrap_or(0);
            let rounded = (u64::from(self.low) + u64::from(mask)) & !u64::from(mask);
            if rounded - u64::from(self.low) < u64::from(self.range) {
                if rounded > u64::from(u32::MAX) {
                    self.carry();
                }
                let last = u32::try_from(rounded & 0xffff_ffff).unwrap_or(0).to_be_bytes();
                self.out.extend(last.iter().take(usize::try_from(count).unwrap_or(AHEAD)));
                break;
            }
        }
        self.out
    }

    fn put(&mut self, start: u32, size: u32, total: u32) -> Result<(), Broken> {
        if size == 0 || total > TOTAL_LIMIT || start.checked_add(size).is_none_or(|end| end > total) {
            return Err(Broken);
        }
        let step = self.range / total;
        let (low, carries) = self.low.overflowing_add(step * start);
        self.low = low;
        if carries {
            self.carry();
        }
        self.range = step * size;
        while self.range < TOTAL_LIMIT {
            self.out.push(self.low.to_be_bytes()[0]);
            self.low <<= 8;
            self.range <<= 8;
        }
        Ok(())
    }

    fn carry(&mut self) {
        for byte in self.out.iter_mut().rev() {
            *byte = byte.wrapping_add(1);
            if *byte != 0 {
                break;
            }
        }
    }
}

impl Coder for Encoder {
    fn number(&mut self, number: u32, total: u32) -> Result<u32, Broken> {
        self.put(number, 1, total)?;
        Ok(number)
    }

    fn pick(&mut self, position: usize, weights: &[u32]) -> Result<usize, Broken> {
        let (start, size, total) = part(position, weights)?;
        self.put(start, size, total)?;
        Ok(position)
    }
}

/// Reads.
pub(crate) struct Decoder<'b> {
    code: u32,
    range: u32,
    bytes: &'b [u8],
    read: usize,
}

impl<'b> Decoder<'b> {
    pub(crate) fn new(bytes: &'b [u8]) -> Self {
        let mut decoder = Self { code: 0, range: u32::MAX, bytes, read: 0 };
        for _ in 0..AHEAD {
            decoder.shift();
        }
        decoder
    }

    /// Whether all that was written has been read.
    pub(crate) fn finish(self) -> Result<(), Broken> {
        if self.read >= self.bytes.len() { self.check() } else { Err(Broken) }
    }

    /// The encoder leaves out at most as many bytes as the decoder is ahead: who reads further reads what nobody wrote.
    fn check(&self) -> Result<(), Broken> {
        if self.read > self.bytes.len() + AHEAD { Err(Broken) } else { Ok(()) }
    }

    fn shift(&mut self) {
        self.code = (self.code << 8) | u32::from(self.bytes.get(self.read).copied().unwrap_or(0));
        self.read += 1;
    }

    fn target(&self, total: u32) -> Result<u32, Broken> {
        if total == 0 || total > TOTAL_LIMIT {
            return Err(Broken);
        }
        Ok((self.code / (self.range / total)).min(total - 1))
    }

    fn take(&mut self, start: u32, size: u32, total: u32) -> Result<(), Broken> {
        let step = self.range / total;
        self.code = self.code.checked_sub(step * start).ok_or(Broken)?;
        self.range = step * size;
        while self.range < TOTAL_LIMIT {
            self.shift();
            self.range <<= 8;
        }
        self.check()
    }
}

impl Coder for Decoder<'_> {
    fn number(&mut self, _: u32, total: u32) -> Result<u32, Broken> {
        let number = self.target(total)?;
        self.take(number, 1, total)?;
        Ok(number)
    }

    fn pick(&mut self, _: usize, weights: &[u32]) -> Result<usize, Broken> {
        let target = self.target(weights.iter().sum())?;
        let mut end = 0;
        for (position, weight) in weights.iter().enumerate() {
            end += weight;
            if target < end {
                let (start, size, total) = part(position, weights)?;
                self.take(start, size, total)?;
                return Ok(position);
            }
        }
        Err(Broken)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A number and its total, or a position and its weights.
    #[derive(Clone, Debug)]
    enum Step {
        Number(u32, u32),
        Pick(usize, Vec<u32>),
    }

    fn step() -> impl Strategy<Value = Step> {
        let number = (1..=TOTAL_LIMIT).prop_flat_map(|total| (0..total, Just(total)));
        let weights = prop::collection::vec(1..70_000_u32, 1..200);
        let pick = weights.prop_flat_map(|weights| (0..weights.len(), Just(weights)));
        prop_oneof![
            number.prop_map(|(number, total)| Step::Number(number, total)),
            pick.prop_map(|(position, weights)| Step::Pick(position, weights)),
        ]
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(steps in prop::collection::vec(step(), 0..60)) {
            let mut encoder = Encoder::new();
            for step in &steps {
                match step {
                    Step::Number(number, total) => prop_assert!(encoder.number(*number, *total).is_ok()),
                    Step::Pick(position, weights) => prop_assert!(encoder.pick(*position, weights).is_ok()),
                }
            }
            let bytes = encoder.finish();
            let mut decoder = Decoder::new(&bytes);
            for step in &steps {
                match step {
                    Step::Number(number, total) => prop_assert_eq!(decoder.number(0, *total), Ok(*number)),
                    Step::Pick(position, weights) => prop_assert_eq!(decoder.pick(0, weights), Ok(*position)),
                }
            }
            prop_assert_eq!(decoder.finish(), Ok(()));
        }

        #[test]
        fn reading_on_ends_soon(bytes in prop::collection::vec(any::<u8>(), 0..50)) {
            let mut decoder = Decoder::new(&bytes);
            let read = std::iter::from_fn(|| decoder.number(0, 256).ok()).count();
            prop_assert!(read <= bytes.len() + AHEAD);
        }
    }

    #[test]
    fn a_carry_runs_through_all_that_was_written() {
        let mut encoder = Encoder { low: 0xffff_ff00, range: 0x0100_0000, out: vec![7, 0xff, 0xff] };
        encoder.put(0xff_ffff, 1, 1 << 24).unwrap();
        assert_eq!(encoder.out.get(..3), Some([8, 0, 0].as_slice()));
    }
}
