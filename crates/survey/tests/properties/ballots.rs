//! Whatever a phone sends is either a ballot that fits, or refused with every fault in its place.

use proptest::prelude::*;
use survey::{Ballot, COMMENT_LIMIT, Questionnaire, REASON_LIMIT, wire};

use crate::any::{fitting_ballot, questionnaire, wild_ballot, wild_questionnaire};

fn sent_to(
    questionnaire: impl Strategy<Value = Questionnaire>,
    ballot: fn(&Questionnaire) -> BoxedStrategy<wire::Ballot>,
) -> impl Strategy<Value = (Questionnaire, wire::Ballot)> {
    questionnaire.prop_flat_map(move |questionnaire| {
        let ballot = ballot(&questionnaire);
        (Just(questionnaire), ballot)
    })
}

proptest! {
    #[test]
    fn an_accepted_ballot_fits_and_reads_back_as_itself(
        (questionnaire, sent) in prop_oneof![
            sent_to(questionnaire(), fitting_ballot),
            sent_to(questionnaire(), wild_ballot),
        ],
    ) {
        let Ok(ballot) = Ballot::check(&sent, &questionnaire) else { return Ok(()) };
        prop_assert_eq!(ballot.choices().len(), questionnaire.axes.len());
        prop_assert_eq!(ballot.reasons().len(), questionnaire.axes.len());
        for ((axis, choice), reason) in questionnaire.axes.iter().zip(ballot.choices()).zip(ballot.reasons()) {
            prop_assert!(choice.is_none_or(|choice| usize::from(choice) < axis.choices.len()));
            prop_assert_eq!(choice.map(u32::from), sent.choices.get(&axis.id).copied().flatten());
            prop_assert!(reason.is_none() || axis.reason.is_some());
            prop_assert!(reason.as_ref().is_none_or(|text| is_trimmed(text, REASON_LIMIT)));
        }
        prop_assert!(ballot.comment().is_none() || questionnaire.comment.is_some());
        prop_assert!(ballot.comment().is_none_or(|text| is_trimmed(text, COMMENT_LIMIT)));
        prop_assert_eq!(Ballot::check(&ballot.to_wire(&questionnaire), &questionnaire), Ok(ballot));
    }

    #[test]
    fn a_ballot_made_for_its_questionnaire_is_accepted((questionnaire, sent) in sent_to(questionnaire(), fitting_ballot)) {
        prop_assert_eq!(questionnaire.check(""), []);
        prop_assert!(Ballot::check(&sent, &questionnaire).is_ok());
    }

    #[test]
    fn each_refusal_points_into_the_ballot(
        (questionnaire, sent) in prop_oneof![
            sent_to(questionnaire(), wild_ballot),
            sent_to(wild_questionnaire(), wild_ballot),
        ],
    ) {
        let Err(refusals) = Ballot::check(&sent, &questionnaire) else { return Ok(()) };
        prop_assert!(!refusals.is_empty());
        let sent = serde_json::to_value(&sent).unwrap();
        for refusal in refusals {
            prop_assert!(sent.pointer(&refusal.pointer).is_some(), "{}", refusal.pointer);
        }
    }

    #[test]
    fn a_ballot_survives_being_sent((_, ballot) in sent_to(questionnaire(), wild_ballot)) {
        let text = serde_json::to_string(&ballot).unwrap();
        prop_assert_eq!(serde_json::from_str::<wire::Ballot>(&text).unwrap(), ballot);
    }
}

fn is_trimmed(text: &str, limit: usize) -> bool {
    !text.is_empty() && text.trim() == text && text.chars().count() <= limit
}
