//! Pieces in any order, of several tickets, again and again; of another session; in a file.

use ticket::{Assembler, Fault, KeyPair, PARTS, PIECE_DIGITS, Piece, Taken, from_file, to_file};

use super::*;

#[test]
fn a_ticket_comes_back_whole() {
    for (comment, revision) in [("", 0), ("ありがとうございました。", 1), (COMMENTS[1], u16::MAX)]
    {
        let ticket = ticket(9, revision, comment);
        let pieces = written(&ticket);
        assert_eq!(pieces.len(), 1);
        assert_eq!(taken(&pieces[0]), Ok(Taken::Whole(ticket)));
    }
}

#[test]
fn what_was_written_by_the_first_version_is_read() {
    // White space between digits is nothing.
    let old = "562907152325988817732746289471421506873585722666524354152024152279528795619412948488968267 \
               242511036906337284834731443439043661682768488894219480120315130065903003764218005308492431 \
               232853029632193875708071108406206065641570363564705669";
    assert_eq!(taken(old), Ok(Taken::Whole(ticket(9, 1, "例がよかった。🎉 次も参加したい"))));
}

#[test]
fn of_two_revisions_each_says_which_it_is() {
    let (first, second) = (ticket(9, 0, "速かった"), ticket(9, 1, "少し速かった"));
    let mut assembler = assembler();
    for ticket in [&second, &first, &second] {
        assert_eq!(assembler.take(&written(ticket)[0]), Ok(Taken::Whole(ticket.clone())));
    }
}

#[test]
fn a_ticket_is_written_differently_each_time() {
    let ticket = ticket(9, 0, "同じ");
    let write = |seed| ticket.write(code(), &keys().public(), &mut rng(seed)).unwrap();
    assert_ne!(write(1), write(2));
    assert_eq!(write(1), write(1));
}

#[test]
fn what_is_read_without_a_key_is_the_session_and_the_place() {
    let long: Vec<_> = written(&long_ticket(3));
    for (number, piece) in long.iter().enumerate() {
        let read = Piece::read(piece).unwrap();
        assert_eq!((read.code, read.number, read.parts), (code(), number + 1, long.len()));
    }
}

#[test]
fn pieces_of_several_tickets_come_in_any_order() {
    let tickets = [long_ticket(1), long_ticket(2), long_ticket(3)];
    let pieces: Vec<Vec<String>> = tickets.iter().map(written).collect();
    let parts = pieces[0].len();
    assert!(parts >= 3, "{parts}");
    let mut assembler = assembler();
    let mut whole = Vec::new();
    // The last piece first; one of each in turn; each twice.
    for number in (0..parts).rev() {
        for (pieces, ticket) in pieces.iter().zip(&tickets) {
            for _ in 0..2 {
                match assembler.take(&pieces[number]) {
                    Ok(Taken::Part { number: said, have, parts: of }) => {
                        assert_eq!((said, have, of), (number + 1, parts - number, parts));
                    }
                    Ok(Taken::Whole(read)) => {
                        assert_eq!((number, &read), (0, ticket));
                        whole.push(read.id);
                    }
                    Err(fault) => panic!("{fault}"),
                }
            }
        }
    }
    assert_eq!(whole.len(), 6);
}

#[test]
fn tickets_that_are_never_finished_are_forgotten() {
    let mut assembler = assembler();
    let first = written(&long_ticket(0));
    assert!(matches!(assembler.take(&first[0]), Ok(Taken::Part { have: 1, .. })));
    for id in 1..=64 {
        assembler.take(&written(&long_ticket(id))[0]).unwrap();
    }
    assert!(matches!(assembler.take(&first[1]), Ok(Taken::Part { have: 1, .. })));
}

#[test]
fn what_is_no_ticket_of_this_session_is_told_apart() {
    let ticket = ticket(9, 0, "");
    let digits = &written(&ticket)[0];
    for other in ["", "https://example.com/s/AB3K7Q", "4901234567894", "562907", "あ", "0", "9784873119465"]
    {
        let expected = if other == "562907" { Fault::Damaged } else { Fault::NotATicket };
        assert_eq!(taken(other), Err(expected), "{other}");
    }
    let elsewhere = "ZZZZZZ".parse().unwrap();
    let theirs = ticket.write(elsewhere, &keys().public(), &mut rng(1)).unwrap();
    assert_eq!(taken(&theirs[0]), Err(Fault::OtherSession { code: elsewhere }));

    let other_key = KeyPair::from_secret([1; 32]);
    let forged = ticket.write(code(), &other_key.public(), &mut rng(1)).unwrap();
    assert_eq!(taken(&forged[0]), Err(Fault::Forged));

    let mut fewer = asked();
    fewer.axes.pop();
    let mut narrower = asked();
    narrower.axes[3].choices.truncate(4);
    let mut silent = asked();
    silent.comment = None;
    assert!(Assembler::new(code(), keys(), silent.clone()).take(digits).is_ok());
    for asked in [fewer, narrower] {
        assert_eq!(Assembler::new(code(), keys(), asked).take(digits), Err(Fault::Misfit));
    }
    let said = &written(&super::ticket(9, 0, "言いたいこと"))[0];
    assert_eq!(Assembler::new(code(), keys(), silent).take(said), Err(Fault::Misfit));
}

#[test]
fn pieces_that_do_not_open_can_come_again() {
    let ticket = long_ticket(1);
    let other = ticket.write(code(), &KeyPair::from_secret([1; 32]).public(), &mut rng(1)).unwrap();
    let mut assembler = assembler();
    for _ in 0..2 {
        let answers: Vec<_> = other.iter().map(|piece| assembler.take(piece)).collect();
        assert_eq!(answers.last(), Some(&Err(Fault::Forged)));
        assert!(answers.iter().rev().skip(1).all(|answer| matches!(answer, Ok(Taken::Part { .. }))));
    }
}

#[test]
fn the_longest_ballot_fits_and_one_of_rare_signs_says_by_how_much_it_does_not() {
    let prose: String = COMMENTS.concat().chars().cycle().take(1000).collect();
    let reason: String = prose.chars().skip(77).take(400).collect();
    let longest = ballot([Some(4); 4], [reason.as_str(); 4], &prose);
    let longest = Ticket { id: BallotId::from_bytes([3; 16]), revision: 7, ballot: longest };
    let pieces = written(&longest);
    assert!(pieces.len() <= PARTS && pieces.iter().all(|piece| piece.len() <= PIECE_DIGITS));
    let mut assembler = assembler();
    let last = pieces.iter().map(|piece| assembler.take(piece)).last();
    assert_eq!(last, Some(Ok(Taken::Whole(longest))));

    // Kanji of which none comes twice.
    let rare = |from: u32, count: u32| -> String {
        (from..from + count).filter_map(|n| char::from_u32(0x4e00 + n * 9 % 0x5200)).collect()
    };
    let reasons = [0, 200, 400, 600].map(|from| rare(from, 200));
    let excess = |cut: usize| {
        let comment: String = rare(800, 1000).chars().take(1000 - cut).collect();
        let ballot = ballot([None; 4], reasons.each_ref().map(String::as_str), &comment);
        let ticket = Ticket { id: BallotId::from_bytes([3; 16]), revision: 0, ballot };
        ticket.write(code(), &keys().public(), &mut rng(0)).map_err(|fault| fault.characters)
    };
    let characters = excess(0).unwrap_err();
    assert!(characters < 700, "{characters}");
    assert!(excess(characters + 30).is_ok(), "{characters}");
    assert!(excess(characters.saturating_sub(30)).is_err(), "{characters}");
}

#[test]
fn a_file_holds_tickets_however_it_was_carried() {
    let tickets = [long_ticket(1), ticket(2, 0, "一枚で足りる")];
    let pieces = tickets.each_ref().map(written);
    let file = pieces.each_ref().map(|pieces| to_file(pieces)).concat();
    let wrapped: String = pieces
        .concat()
        .iter()
        .flat_map(|piece| piece.as_bytes().chunks(76))
        .map(|line| format!("{}\n", str::from_utf8(line).unwrap()))
        .collect();
    for carried in [
        file.clone(),
        file.replace('\n', "\r\n"),
        file.replace('\n', "\r"),
        format!("\u{feff}{}", file.replace('\n', "  \n\n")),
        wrapped,
    ] {
        assert_eq!(from_file(&carried), pieces.concat());
    }
    let mut assembler = assembler();
    let whole: Vec<_> = from_file(&file)
        .iter()
        .filter_map(|piece| match assembler.take(piece) {
            Ok(Taken::Whole(ticket)) => Some(ticket),
            _ => None,
        })
        .collect();
    assert_eq!(whole, tickets);
    let noted = format!("2026年4月10日の分\n{}おわり\n12\n", to_file(&pieces[1]));
    assert_eq!(from_file(&noted), ["2026年4月10日の分", pieces[1][0].as_str(), "おわり", "12"]);
}

/// A ticket of at least three pieces.
#[cfg(test)]
fn long_ticket(id: u8) -> Ticket {
    let comment: String = COMMENTS.concat().chars().skip(id.into()).take(900).collect();
    ticket(id, 0, &comment)
}
