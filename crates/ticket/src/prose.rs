//! Text as few bytes: each sign is foretold from the two before it, else from the one before, else from its class.
//! All three have first read what people write about workshops, so that also a short comment is foretold well.

use crate::block::Blocks;
use crate::coder::{Broken, Coder, length};

/// What is read before the first sign. A change here is another format.
const READ_BEFORE: &str = include_str!("../data/prose.txt");
/// The most that is remembered, so that no input makes memory or time grow.
const MEMORY: usize = 16_384;
const COUNT_LIMIT: u32 = 2000;

/// Codes texts, one after another; each is better foretold for those before it.
pub(crate) struct Prose {
    /// How often a sign came after a context, sorted by context.
    seen: Vec<Seen>,
    blocks: Blocks,
    /// The two signs before.
    before: [char; 2],
}

struct Seen {
    context: u64,
    next: char,
    count: u32,
}

impl Prose {
    pub(crate) fn new() -> Self {
        let mut prose = Self { seen: Vec::new(), blocks: Blocks::new(), before: ['\n'; 2] };
        for c in READ_BEFORE.chars() {
            prose.learn(c);
        }
        prose
    }

    /// Codes a text of at most `limit` signs; what is beyond is cut off.
    pub(crate) fn text(&mut self, coder: &mut dyn Coder, text: &str, limit: usize) -> Result<String, Broken> {
        let mut signs = text.chars();
        let count = length(coder, signs.clone().count(), limit)?;
        // Texts begin as lines do.
        self.before = ['\n'; 2];
        (0..count).map(|_| self.sign(coder, signs.next().unwrap_or_default())).collect()
    }

    fn sign(&mut self, coder: &mut dyn Coder, c: char) -> Result<char, Broken> {
        let mut excluded = Vec::new();
        for context in self.contexts() {
            if let Some(c) = self.foretold(coder, context, c, &mut excluded)? {
                self.learn(c);
                return Ok(c);
            }
        }
        let c = self.blocks.code(coder, c, &excluded)?;
        self.learn(c);
        Ok(c)
    }

    /// Codes the sign as one that came after this context before; none where it did not. Those that came after it are
    /// excluded from what follows.
    fn foretold(
        &self,
        coder: &mut dyn Coder,
        context: u64,
        c: char,
        excluded: &mut Vec<char>,
    ) -> Result<Option<char>, Broken> {
        let seen: Vec<&Seen> = self.after(context).filter(|seen| !excluded.contains(&seen.next)).collect();
        if seen.is_empty() {
            return Ok(None);
        }
        // The more different signs came, the likelier is another one.
        let different = u32::try_from(seen.len()).unwrap_or(COUNT_LIMIT);
        let weights = std::iter::once(different).chain(seen.iter().map(|seen| 2 * seen.count - 1));
        let weights: Vec<u32> = weights.collect();
        let place = seen.iter().position(|seen| seen.next == c).map_or(0, |place| place + 1);
        let place = coder.pick(place, &weights)?;
        let Some(place) = place.checked_sub(1) else {
            excluded.extend(seen.iter().map(|seen| seen.next));
            return Ok(None);
        };
        seen.get(place).map(|seen| Some(seen.next)).ok_or(Broken)
    }

    /// The two signs before, and the one before.
    fn contexts(&self) -> [u64; 2] {
        let [first, second] = self.before.map(|c| u64::from(u32::from(c)));
        [((first + 1) << 32) | second, second]
    }

    fn after(&self, context: u64) -> impl Iterator<Item = &Seen> {
        let start = self.seen.partition_point(|seen| seen.context < context);
        self.seen.iter().skip(start).take_while(move |seen| seen.context == context)
    }

    fn learn(&mut self, c: char) {
        for context in self.contexts() {
            let start = self.seen.partition_point(|seen| seen.context < context);
            let place = self.after(context).position(|seen| seen.next == c).map(|place| start + place);
            if let Some(seen) = place.and_then(|place| self.seen.get_mut(place)) {
                seen.count = seen.count.saturating_add(1).min(COUNT_LIMIT);
            } else if place.is_none() && self.seen.len() < MEMORY {
                self.seen.insert(start, Seen { context, next: c, count: 1 });
            }
        }
        self.blocks.learn(c);
        self.before = [self.before[1], c];
    }
}
