//! What is read where everything is saved to a file and taken in from one, and where the program has no server.

use survey::wire::Merged;

use super::figures::grouped;

/// Over it.
pub const SAVING: &str = "保存と引き継ぎ";
/// What a file is for.
pub const SAVING_BODY: &str = "事業、開催回、回答のすべてを1つのファイルに保存します。ほかの端末やサーバーで保存したファイルを取り込むと、その内容をここに加えます。同じファイルを何度取り込んでも、二重に数えることはありません。封をする前のファイルには回答と自由記述がそのまま入っています。回答用紙と同じように扱い、用が済んだら削除してください。";
/// The button.
pub const SAVE_ALL: &str = "すべてをファイルに保存";
/// The label of the file to take in.
pub const TAKE_IN: &str = "ファイルを取り込む";
/// What the file is called.
pub const FILE_NAME: &str = "振り返り_控え";
/// Whether answers that are only here may be gone.
pub const WOULD_LOSE: &str = "このファイルには、封をした開催回があります。取り込むと、その開催回についてこの端末だけにある回答が失われます。失いたくないときは「キャンセル」を押し、先にこの端末のファイルを、封をする前の端末に取り込んでください。取り込みますか。";
/// It was not wanted.
pub const LEFT: &str = "取り込みませんでした。ここにあるものは変わっていません。";
/// While it works.
pub const WORKING: &str = "処理しています…";
/// The file is none of ours.
pub const NOT_OURS: &str = "「すべてをファイルに保存」で作ったファイルではありません。";
/// A later program wrote it.
pub const NEWER: &str =
    "新しい版で保存されたファイルです。このプログラムを新しい版に替えてから、もう一度取り込んでください。";
/// It is damaged.
pub const DAMAGED: &str = "ファイルが壊れているか、ここにある開催回と内容が合わないため、何も取り込みませんでした。元の端末でもう一度保存し、そのファイルを取り込んでください。";
/// The program has no server.
pub const ALONE: &str = "サーバーを使わずに動いています";
/// What that means.
pub const ALONE_BODY: &str = "事業、開催回、回答は、この端末のこのブラウザの中だけにあります。ほかの端末と自動では共有されず、参加者のスマートフォンから通信で回答を受け取ることもできません。回答は、スマートフォンに表示されたチケットをカメラで読み取るか、会場に置いた端末で受け付けます。紙の集計や、ほかのフォームの回答ファイルも加えられます。";
/// What to do so that nothing is lost.
pub const ALONE_KEEP: &str = "閲覧データ（Cookieとサイトデータ）を削除すると、ここにあるものも消えます。シークレットウィンドウや、閉じるとデータを消す設定のブラウザでは使わないでください。";
/// Nothing was saved since the last change.
pub const UNSAVED: &str = "まだファイルに保存していない変更があります。";
/// Everything was saved.
pub const ALL_SAVED: &str = "すべてファイルに保存済みです。";
/// The browser keeps it.
pub const PERSISTED: &str = "容量が足りなくなっても、このブラウザはデータを自動では消しません。";
/// The browser may drop it.
pub const NOT_PERSISTED: &str =
    "容量が足りなくなると、このブラウザはデータを消すことがあります。こまめにファイルに保存してください。";

/// So many things cannot be read.
pub fn unreadable(count: u32) -> String {
    format!(
        "このブラウザにある記録のうち{}件を読み取れません。消してはいませんが、表示も保存もされません。以前に保存したファイルを取り込むと、元に戻せます。",
        grouped(count.into())
    )
}

/// What came of taking a file in.
pub fn merged(merged: &Merged) -> String {
    let Merged { programmes, sessions, ballots, missing } = *merged;
    let mut said = format!(
        "取り込みました。ファイルの内容は、事業{}件、開催回{}件。そのうち新しい回答は{}件です。",
        grouped(programmes.into()),
        grouped(sessions.into()),
        grouped(ballots.into())
    );
    if missing > 0 {
        said.push_str(&format!(
            "すでに封をした開催回のため、ファイルの回答{}件は加えていません（封をする前に数えた回答を含むことがあります）。",
            grouped(missing.into())
        ));
    }
    said
}
