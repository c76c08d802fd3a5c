//! No rule lets a single answer be read off a moving bar.

use proptest::collection::vec;
use proptest::prelude::*;
use survey::Reveal;

fn number() -> impl Strategy<Value = u32> {
    prop_oneof![4 => 1..20_u32, 1 => 1..=u32::MAX, 1 => u32::MAX - 5..=u32::MAX]
}

/// The counts that a board shows, one after the other, while so many ballots come in at a time.
fn shown(rule: Reveal, start: u32, arrivals: &[u32]) -> Vec<u32> {
    let (mut ballots, mut shown) = (start, Vec::new());
    for arrived in arrivals {
        ballots = ballots.saturating_add(*arrived);
        if rule.allows(shown.last().copied(), ballots, false) {
            shown.push(ballots);
        }
    }
    shown
}

proptest! {
    #[test]
    fn nothing_is_shown_early_and_then_it_moves_in_steps(
        at in number(),
        every in number(),
        start in prop_oneof![Just(0), u32::MAX - 100..=u32::MAX],
        arrivals in vec(prop_oneof![6 => 0..4_u32, 1 => any::<u32>()], 0..60),
    ) {
        let shown = shown(Reveal { at, every }, start, &arrivals);
        prop_assert!(shown.iter().all(|ballots| *ballots >= at));
        for pair in shown.windows(2) {
            prop_assert!(u64::from(pair[1]) >= u64::from(pair[0]) + u64::from(every), "{:?}", pair);
        }
    }

    #[test]
    fn what_may_be_shown_is_shown_at_once(at in 1..20_u32, every in 1..20_u32, ballots in 0..200_u32) {
        let shown = shown(Reveal { at, every }, 0, &vec![1; ballots as usize]);
        let expected: Vec<_> = (at..=ballots).step_by(every as usize).collect();
        prop_assert_eq!(shown, expected);
    }

    #[test]
    fn the_end_shows_all_or_too_few_to_show(at in number(), every in number(), before: Option<u32>, ballots: u32) {
        prop_assert_eq!(Reveal { at, every }.allows(before, ballots, true), ballots >= at);
    }

    #[test]
    fn a_rule_that_hides_each_person_never_moves_by_one(at in number(), every in number(), before in number()) {
        let rule = Reveal { at, every };
        if rule.hides_each() {
            prop_assert!(!rule.allows(None, 1, false));
            prop_assert!(!rule.allows(Some(before), before.saturating_add(1), false));
        }
    }
}
