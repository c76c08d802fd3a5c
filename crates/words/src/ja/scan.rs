//! What is read where tickets are taken: by the camera, from files, or typed.

use super::figures::grouped;

/// The screen.
pub const SCAN: &str = "チケットの読み取り";
/// Over the QR code for phones.
pub const PHONES: &str = "参加者のスマートフォンで回答する";
/// How that goes.
pub const PHONES_BODY: &str = "このQRコードには、開催回の名前・日付・設問が入っています。参加者が読み取って回答すると、スマートフォンに「チケット」（QRコード）が表示されます。それをこのパソコンのカメラで読み取ります。回答は通信では届きません。";
/// There is none.
pub const NO_PHONE_PAGE: &str = "参加者のスマートフォンが開くページのアドレスが決まっていないため、QRコードを表示できません。下の「参加者が開くページのアドレス」に入力してください。";
/// Many questions make many modules.
pub const FINE_CODE: &str =
    "設問が多いため、QRコードが細かくなっています。大きく表示するか、紙に印刷してください。";
/// Opens the setting.
pub const PHONE_PAGE: &str = "参加者が開くページのアドレス";
/// Its label.
pub const PHONE_PAGE_LABEL: &str = "ticket.html のアドレス（https:// から）";
/// What it is.
pub const PHONE_PAGE_HINT: &str = "ふだんはこのページと同じフォルダの ticket.html を使います。このパソコンのページを外から開けないときは、ticket.html を参加者が開ける場所（市のホームページなど）に置き、そのアドレスを入力してください。空にすると元に戻ります。";
/// A link.
pub const TRY_PHONE_PAGE: &str = "参加者の画面を開いて確かめる";
/// What the QR code is.
pub const QR_NAME: &str = "回答用のQRコード";
/// On the board.
pub const BOARD_TICKET: &str = "スマートフォンで読み取って回答し、できたチケットを会場の係に見せてください";
/// On the sheets, under the QR code.
pub const SHOW_TICKET: &str = "回答すると「チケット」（QRコード）ができます。会場の係に見せてください。";
/// The way to it.
pub const SCAN_LINK: &str = "チケットを読み取る";
/// What it is for.
pub const SCAN_HINT: &str =
    "参加者のスマートフォンに表示されたチケット（QRコード）を、この端末のカメラで読み取ります。";
/// Switches the camera on.
pub const START: &str = "カメラを使う";
/// Switches it off.
pub const STOP: &str = "カメラを止める";
/// While the browser asks.
pub const STARTING: &str = "カメラを準備しています…";
/// While nothing is seen.
pub const LOOKING: &str = "チケットの画面を、カメラに向けてもらってください。";
/// There is no camera.
pub const NO_CAMERA: &str = "カメラが見つかりません。カメラをつなぐか、下の「ファイル」か「読み上げ用のコード」で受け取ってください。";
/// The browser may not use it.
pub const CAMERA_REFUSED: &str =
    "ブラウザがカメラの使用を許可していません。アドレスバーの左の印から許可して、もう一度お試しください。";
/// Something else has it.
pub const CAMERA_BUSY: &str =
    "カメラを使えません。ほかのアプリがカメラを使っていないか確かめて、もう一度お試しください。";
/// The page may not use cameras at all.
pub const CAMERA_INSECURE: &str = "この開き方では、ブラウザがカメラを使わせません。https:// のアドレスで開くか、ファイルから直接開いてください。";
/// A tick.
pub const SOUND: &str = "読み取ったときに音を鳴らす";
/// What the camera sees.
pub const PICTURE: &str = "カメラの映像";
/// A ballot replaces an earlier one.
pub const CORRECTED: &str = "前に受け取った回答と差し替えました";
/// It counts already.
pub const AGAIN: &str = "このチケットはもう数えてあります";
/// A code of somebody whose ticket was taken.
pub const CODE_AGAIN: &str = "この人のチケットはもう受け取ってあります。直した回答は、コードではなくチケットかファイルで受け取ってください";
/// Before anything has come.
pub const NOTHING_YET: &str = "まだ受け取っていません";
/// Back to the session's panel.
pub const TO_DESK: &str = "開催回の画面へ";
/// The reading itself does not run.
pub const NO_READER: &str = "QRコードを読み取る部品が動きません。ページを読み込み直してください。チケットのファイルと読み上げ用のコードは受け取れます";
/// A picture that this browser cannot show.
pub const NO_PICTURE: &str =
    "画像を開けませんでした。PNGかJPEGの画像にするか、チケットのファイルを受け取ってください";
/// The session is sealed.
pub const SEALED: &str = "封をした開催回です";
/// What that means.
pub const SEALED_BODY: &str = "チケットを開く鍵は、封をしたときに消えました。チケットはもう受け取れません。";
/// What is here cannot be read.
pub const UNREADABLE: &str = "この端末の記録を読み取れません";
/// What to do.
pub const UNREADABLE_BODY: &str =
    "ページを読み込み直してください。直らないときは、ブラウザがデータの保存を許しているか確かめてください。";
/// What was typed is no address of the phones' page.
pub const PHONE_PAGE_WRONG: &str =
    "https:// から始まり ticket.html で終わるアドレスを入力してください。前のアドレスのままにしています。";
/// Only this machine can open it.
pub const PHONE_PAGE_HERE: &str = "このアドレスは、このパソコンからしか開けません。参加者のスマートフォンで開けるアドレスを、下に入力してください。";
/// It cannot be made.
pub const NO_INVITATION: &str = "QRコードを作れませんでした。ページを読み込み直してください。";
/// Of a later program.
pub const NEWER: &str = "新しい版のチケットです。このプログラムを新しい版に替えてください";
/// Something was lost.
pub const DAMAGED: &str = "チケットが壊れています。もう一度見せてもらってください";
/// Its key is not this session's.
pub const FORGED: &str = "この開催回の鍵で開けないため、数えません。参加者に、会場のQRコードをもう一度読み取り、チケットを作り直してもらってください";
/// It is no ticket.
pub const NOT_A_TICKET: &str = "チケットではないQRコードです";
/// It answers other questions.
pub const MISFIT: &str =
    "設問が合わないため、数えません。参加者に、会場のQRコードをもう一度読み取ってもらってください";
/// The session takes no answers now.
pub const NOT_OPEN: &str =
    "受付中ではないため、受け取れません。受付を始めるか再開してから、もう一度読み取ってください";
/// It could not be stored.
pub const NOT_KEPT: &str = "保存できなかったため、数えていません。もう一度読み取ってください";
/// Over the number of tickets.
pub const COUNT: &str = "この画面で受け取ったチケット";
/// Over the number of answers.
pub const TOTAL: &str = "回答の合計";
/// Over the other ways.
pub const OTHER_WAYS: &str = "カメラを使わずに受け取る";
/// The file's label.
pub const FILE: &str = "チケットのファイル、または画面の画像";
/// Nothing was in it.
pub const NOTHING_IN_FILE: &str = "チケットが見つかりませんでした";
/// The short code's label.
pub const SHORT: &str = "読み上げ用のコード";
/// What it lacks.
pub const SHORT_HINT: &str =
    "選んだ回答だけが加わります。同じ人のチケットを後で読み取ると、自由記述も加わります。";
/// The button.
pub const ADD: &str = "加える";
/// A letter is wrong.
pub const MISTYPED: &str = "コードが違います。1文字ずつ確かめてください。別の開催回のコードかもしれません";
/// The session is not there.
pub const NO_SESSION: &str = "開催回が見つかりません";
/// What to do.
pub const NO_SESSION_BODY: &str = "事務局画面から開き直してください。";

/// One of several QR codes was read.
pub fn part(have: usize, parts: usize) -> String {
    format!("{parts}枚のQRコードのうち{have}枚を読み取りました。次のQRコードを見せてもらってください")
}

/// It is another session's.
pub fn other_session(code: &str) -> String {
    format!("別の開催回（コード {code}）のチケットです")
}

/// So many letters are not so many.
pub fn letters(letters: usize) -> String {
    format!("読み上げ用のコードは、英字と数字で{letters}文字です")
}

/// What came of files: how many were new or corrected, how many counted already, how many could not be taken.
pub fn files(taken: usize, again: usize, wrong: usize) -> String {
    let count = |number: usize| grouped(u64::try_from(number).unwrap_or(u64::MAX));
    let mut said = format!("{}枚を受け取りました", count(taken));
    if again > 0 {
        said.push_str(&format!("。{}枚はもう数えてありました", count(again)));
    }
    if wrong > 0 {
        said.push_str(&format!("。{}枚は受け取れませんでした", count(wrong)));
    }
    said
}

/// A ballot is new; so many were.
pub fn taken(count: u32) -> String {
    format!("{}枚目を受け取りました", grouped(count.into()))
}
