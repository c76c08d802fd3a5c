//! Texts of every kind come back as they were written.

use proptest::prelude::*;
use ticket::Taken;

use super::*;

#[cfg(test)]
fn choices() -> impl Strategy<Value = [Option<u32>; 4]> {
    prop::array::uniform4(prop::option::of(0..5_u32))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_ballot_comes_back(
        id in any::<[u8; 16]>(),
        revision in any::<u16>(),
        choices in choices(),
        reasons in prop::array::uniform4(".{0,20}|[ぁ-ヿ一-龠、。 \n]{0,40}"),
        comment in prop::collection::vec(any::<char>(), 0..60),
    ) {
        let comment: String = comment.into_iter().collect();
        let ballot = ballot(choices, reasons.each_ref().map(String::as_str), &comment);
        let ticket = Ticket { id: BallotId::from_bytes(id), revision, ballot };
        let pieces = ticket.write(code(), &keys().public(), &mut rng(1)).unwrap();
        let mut assembler = assembler();
        let last = pieces.iter().map(|piece| assembler.take(piece)).last();
        prop_assert_eq!(last, Some(Ok(Taken::Whole(ticket))));
    }
}

#[test]
fn signs_of_all_planes_come_back() {
    let texts = [
        "👩‍🏫🎉よかった👍🏽",
        "𠮷野家で𩸽",
        "ﾊﾝｶｸ①②③→…―“”㈱㍻",
        "Ünïcödé — naïve",
        "\u{0}\u{1}x\r\ny\tz\u{10ffff}!",
        "한국어",
        "العربية",
        "々〆〇ヶ",
        "ＡＢＣ１２３",
        "〜～ー－‐",
    ];
    for text in texts {
        let ticket = ticket(9, 0, text);
        assert_eq!(taken(&written(&ticket)[0]), Ok(Taken::Whole(ticket)), "{text}");
    }
}
