//! Sentences on a participant's pages that are made with a number, and those that promise something.

use words::ja::answer::{COUNTED_SO_FAR, PROMISE, PROMISE_NO_NAMES, bars_later, limit, mend_long_text};
use words::ja::{people, piece, skipped};

#[test]
fn numbers_stand_where_the_sentence_needs_them() {
    let sentences = [
        (limit(400), "400文字まで。"),
        (mend_long_text(400, 407), "文章は400文字までです（いま407文字）。"),
        (bars_later(5), "5人以上の回答が集まると、ここに結果が表示されます。"),
        (format!("21{COUNTED_SO_FAR}"), "21人分の集計です。"),
        (people(1234), "1,234人"),
        (skipped(1), "無回答 1人"),
        (piece(9, 43), "9人・43%"),
    ];
    for (sentence, expected) in sentences {
        assert_eq!(sentence, expected);
    }
}

#[test]
fn the_smaller_promise_does_not_promise_what_only_the_larger_can() {
    assert!(PROMISE.contains("分かりません"));
    assert!(!PROMISE_NO_NAMES.contains("分かりません"));
}
