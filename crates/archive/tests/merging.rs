//! Archives merge in any order, any grouping and any number of times.

use archive::{About, Archive, Edited, Hash, Id, KeptBallot, KeptSession, KeptText, Sealed};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use survey::wire::SessionDraft;
use survey::{Code, State, Way};

fn ballots() -> impl Strategy<Value = KeptBallot> {
    let ways = prop_oneof![Just(Way::Form), Just(Way::Kiosk), Just(Way::Ticket)];
    (ways, 0_u32..3, vec(proptest::option::of(0_u8..5), 4), proptest::option::of("[あ-ん]{1,4}")).prop_map(
        |(way, revision, choices, comment)| KeptBallot {
            way,
            revision,
            choices,
            reasons: Vec::new(),
            comment,
        },
    )
}

fn sessions() -> impl Strategy<Value = KeptSession> {
    let states = prop_oneof![Just(State::Draft), Just(State::Open), Just(State::Closed)];
    let of = btree_map((0_u8..6).prop_map(hash), ballots(), 0..6);
    (0_u32..3, "[a-c]", 0_u32..3, states, of, any::<bool>()).prop_map(
        |(edition, title, moves, state, ballots, is_sealed)| {
            let draft = SessionDraft { title, ..SessionDraft::default() };
            let about = About { draft, programme: None, position: 0 };
            let mut session = KeptSession::new(about, state, hash(0));
            session.about.edition = edition;
            session.state.edition = moves;
            session.ballots = ballots;
            if is_sealed {
                let text = KeptText { axis: None, text: "よかった".into() };
                session.sealed = Some(Sealed {
                    counts: (&session.tally()).into(),
                    sources: session.sources(),
                    texts: [(archive_id(1), text)].into(),
                });
                session.ballots.clear();
            }
            session.picks.insert(archive_id(2), Edited { edition: moves, value: edition == 1 });
            session
        },
    )
}

#[cfg(test)]
fn hash(byte: u8) -> Hash {
    format!("{byte:02x}").repeat(32).parse().unwrap()
}

#[cfg(test)]
fn archive_id(byte: u8) -> Id {
    format!("{byte:02x}").repeat(16).parse().unwrap()
}

fn archives() -> impl Strategy<Value = Archive> {
    let codes = (0_u32..3).prop_map(Code::from_bits);
    btree_map(codes, sessions(), 0..3).prop_map(|sessions| Archive { sessions, ..Archive::default() })
}

fn merged(all: &[&Archive]) -> Archive {
    let mut whole = Archive::default();
    for one in all {
        whole.merge(one);
    }
    whole
}

proptest! {
    #[test]
    fn order_and_grouping_do_not_matter(a in archives(), b in archives(), c in archives()) {
        let straight = merged(&[&a, &b, &c]);
        prop_assert_eq!(&straight, &merged(&[&c, &a, &b]));
        prop_assert_eq!(&straight, &merged(&[&b, &c, &a]));
        prop_assert_eq!(&straight, &merged(&[&a, &merged(&[&b, &c])]));
    }

    #[test]
    fn merging_again_changes_nothing(a in archives(), b in archives()) {
        let once = merged(&[&a, &b]);
        prop_assert_eq!(&once, &merged(&[&once, &a, &b, &once]));
    }

    #[test]
    fn a_file_reads_back(archive in archives()) {
        prop_assert_eq!(Archive::read(&archive.write()).unwrap(), archive);
    }

    #[test]
    fn no_file_is_too_strange(bytes in vec(any::<u8>(), 0..200)) {
        prop_assert!(Archive::read(&bytes).is_err());
    }
}

fn session(ballots: &[(u8, u32, u8)]) -> KeptSession {
    let draft = SessionDraft { title: "第1回".into(), ..SessionDraft::default() };
    let mut session = KeptSession::new(About { draft, programme: None, position: 0 }, State::Open, hash(0));
    for (id, revision, choice) in ballots {
        let choices = vec![Some(*choice), None, None, None];
        let (reasons, comment) = (Vec::new(), None);
        session.ballots.insert(
            hash(*id),
            KeptBallot { way: Way::Kiosk, revision: *revision, choices, reasons, comment },
        );
    }
    session
}

fn of(session: KeptSession) -> Archive {
    Archive { sessions: [(Code::from_bits(7), session)].into(), ..Archive::default() }
}

#[test]
fn kiosks_add_up_and_a_correction_wins() {
    let (one, other) = (of(session(&[(1, 0, 0), (2, 0, 0)])), of(session(&[(2, 1, 4), (3, 0, 1)])));
    let whole = merged(&[&one, &other, &one]);
    let tally = whole.sessions[&Code::from_bits(7)].tally();
    assert_eq!((tally.ballots, tally.axes[0].counts.clone()), (3, vec![1, 1, 0, 0, 1]));
    assert_eq!(whole.sessions[&Code::from_bits(7)].sources().kiosk, 3);
}

#[test]
fn a_sealed_session_takes_no_ballots_and_says_how_many() {
    let mut sealed = session(&[(1, 0, 0)]);
    sealed.sealed = Some(Sealed { counts: (&sealed.tally()).into(), ..Sealed::default() });
    sealed.ballots.clear();
    let (sealed, late) = (of(sealed), of(session(&[(2, 0, 0), (3, 0, 0)])));
    assert_eq!(sealed.misses(&late).ballots, 2);
    let whole = merged(&[&sealed, &late]);
    let session = &whole.sessions[&Code::from_bits(7)];
    assert_eq!((session.tally().ballots, session.state(), session.ballots.len()), (1, State::Sealed, 0));
}

#[test]
fn other_files_are_told_apart() {
    use archive::NotAnArchive;
    assert_eq!(Archive::read(b"{}"), Err(NotAnArchive::Other));
    assert_eq!(Archive::read(br#"{"format":"x","version":1}"#), Err(NotAnArchive::Other));
    assert_eq!(Archive::read(br#"{"format":"furikaeri","version":9}"#), Err(NotAnArchive::Newer(9)));
    let whole = of(session(&[(1, 0, 0)])).write();
    assert!(matches!(Archive::read(&whole[..whole.len() - 2]), Err(NotAnArchive::Damaged(_))));
    let strange = String::from_utf8(whole).unwrap().replace("[0,null,null,null]", "[9,null,null,null]");
    let damaged = Archive::read(strange.as_bytes()).unwrap_err();
    assert!(damaged.to_string().contains("does not fit the questionnaire"), "{damaged}");
}

#[test]
fn what_a_file_keeps_of_a_sealed_session_beyond_its_counts_is_not_taken_over() {
    let mut sealed = session(&[(1, 0, 0)]);
    let texts = [(archive_id(1), KeptText { axis: None, text: "よかった".into() })].into();
    sealed.sealed = Some(Sealed { counts: (&sealed.tally()).into(), texts, ..Sealed::default() });
    for id in 1..=2 {
        sealed.picks.insert(archive_id(id), Edited { edition: 1, value: true });
    }
    let whole = merged(&[&of(sealed)]);
    let session = &whole.sessions[&Code::from_bits(7)];
    assert_eq!((session.ballots.len(), session.state.value), (0, State::Sealed));
    assert_eq!(session.picks.keys().copied().collect::<Vec<_>>(), [archive_id(1)]);
}

#[test]
fn another_session_of_the_same_code_does_not_fit() {
    let mut other = session(&[]);
    let mut questions = other.questionnaire();
    questions.axes[0].question.push('?');
    other.about.value.draft.questionnaire = Some(questions);
    let ours = of(session(&[(1, 0, 0)]));
    assert!(ours.must_fit(&of(session(&[]))).is_ok());
    assert!(ours.must_fit(&of(other)).unwrap_err().to_string().contains("other questions"));
}
