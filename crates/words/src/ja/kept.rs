//! What is read where everything is saved to a file and taken in from one, and where the program has no server.

use survey::wire::Merged;

use super::figures::grouped;

/// Over it.
pub const KEPT: &str = "保存と引き継ぎ";
/// What a file is for.
pub const KEPT_BODY: &str = "事業、開催回、回答のすべてを1つのファイルに保存します。ほかの端末やサーバーで保存したファイルを取り込むと、ここにあるものと合わせます。同じファイルを何度取り込んでも、二重に数えることはありません。";
/// The button.
pub const SAVE_ALL: &str = "すべてをファイルに保存";
/// The label of the file to take in.
pub const TAKE_IN: &str = "ファイルを取り込む";
/// What the file is called.
pub const FILE_NAME: &str = "振り返り_控え";
/// While it works.
pub const WORKING: &str = "処理しています…";
/// The file is none of ours.
pub const NOT_OURS: &str =
    "この画面で保存したファイルではありません。「すべてをファイルに保存」で作ったファイルを選んでください。";
/// A later program wrote it.
pub const NEWER: &str =
    "新しい版で保存したファイルです。この画面を新しい版にしてから、もう一度取り込んでください。";
/// It is damaged.
pub const DAMAGED: &str =
    "ファイルの中身が壊れているため、何も取り込みませんでした。もう一度保存して、持ち運び直してください。";
/// The program has no server.
pub const ALONE: &str = "サーバーを使わずに動いています";
/// What that means.
pub const ALONE_BODY: &str = "事業、開催回、回答は、この端末のこのブラウザの中だけにあります。ほかの端末と自動では共有されず、参加者のスマートフォンから直接回答を受け取ることはできません。回答は、会場に置いた端末、紙の集計、ほかで集めた回答のファイルで集めます。";
/// What to do so that nothing is lost.
pub const ALONE_KEEP: &str = "ブラウザの履歴やデータを消すと、ここにあるものも消えます。作業が終わるたびに、ファイルに保存してください。";
/// Nothing was saved since the last change.
pub const UNSAVED: &str = "まだファイルに保存していない変更があります。";
/// Everything was saved.
pub const ALL_SAVED: &str = "すべてファイルに保存済みです。";
/// The browser keeps it.
pub const PERSISTED: &str = "容量が足りなくなっても、このブラウザはデータを自動では消しません。";
/// The browser may drop it.
pub const NOT_PERSISTED: &str =
    "容量が足りなくなると、このブラウザはデータを消すことがあります。こまめにファイルに保存してください。";
/// The way to the kiosk.
pub const KIOSK_LINK: &str = "この端末で回答を受け付ける";
/// What a kiosk is.
pub const KIOSK_HINT: &str =
    "会場に置く端末で開いてください。1人が送信するたびに、次の人の新しい画面になります。";
/// After sending.
pub const KIOSK_THANKS: &str = "ありがとうございました";
/// Where the answer is now.
pub const KIOSK_THANKS_BODY: &str = "回答を受け付けました。内容はこの画面に残りません。";
/// To the next person.
pub const KIOSK_NEXT: &str = "次の方はこちら";
/// What a kiosk's title says.
pub const KIOSK: &str = "回答の受付";
/// What comes instead of the QR code.
pub const BOARD_KIOSK: &str = "会場の端末で回答してください";

/// What came of taking a file in.
pub fn merged(merged: &Merged) -> String {
    let Merged { programmes, sessions, ballots, missing } = *merged;
    let mut said = format!(
        "事業{}件、開催回{}件を取り込みました。新しい回答は{}件です。",
        grouped(programmes.into()),
        grouped(sessions.into()),
        grouped(ballots.into())
    );
    if missing > 0 {
        said.push_str(&format!(
            "封をした開催回の回答{}件は、取り込めませんでした。",
            grouped(missing.into())
        ));
    }
    said
}
