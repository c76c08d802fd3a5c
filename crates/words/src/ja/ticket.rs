//! What a participant reads whose phone sends nothing: its answers become a ticket, which is shown to a camera.

/// The title of the page before the form is there.
pub const TICKET: &str = "回答のチケット";
/// Over the form: what will happen.
pub const NOTICE: &str = "このスマートフォンから回答は送信されません。書き終えるとQRコードの「チケット」ができるので、会場の係に見せてください。";
/// The button that makes the ticket.
pub const MAKE: &str = "チケットを作る";
/// The button that makes it anew after a correction.
pub const MAKE_AGAIN: &str = "修正して作り直す";
/// Pointed out once, above the button.
pub const UNANSWERED_AXES: &str = "未回答の設問があります。このままでも作れます。";
/// The button then.
pub const MAKE_ANYWAY: &str = "このまま作る";
/// While it is made.
pub const MAKING: &str = "作っています…";
/// Over the ticket.
pub const SHOW: &str = "この画面を会場の係に見せてください";
/// Under that: nothing has arrived yet.
pub const NOT_YET: &str =
    "カメラで読み取ると、回答が届きます。係が確認するまで、この画面のままお待ちください。";
/// It is not the first.
pub const CORRECTED: &str = "修正したチケットです。前のチケットを見せた方も、もう一度見せてください。";
/// The button that removes everything from the phone, for whoever uses it next.
pub const FORGET: &str = "このスマートフォンから回答を消す";
/// Whether that is meant.
pub const FORGET_SURE: &str = "このスマートフォンから回答とチケットを消します。チケットをまだ読み取ってもらっていないときは、回答は届きません。消しますか。";
/// What the picture is.
pub const QR_NAME: &str = "あなたの回答のチケット（QRコード）";
/// To the next of several QR codes.
pub const NEXT: &str = "次のQRコード";
/// Who can read it.
pub const SEALED: &str =
    "中身は暗号化されていて、この開催回の主催者の端末でしか開けません。お名前も端末の情報も入っていません。";
/// The ticket stays on the phone.
pub const STAYS: &str =
    "この画面を閉じても、会場のQRコードをもう一度読み取ると、このチケットが表示されます。";
/// The browser keeps nothing.
pub const KEEP_OPEN: &str =
    "このブラウザには回答を保存できません。読み取りが終わるまで、このページを閉じないでください。";
/// Opens what follows.
pub const OTHER_WAYS: &str = "カメラで読み取れないとき";
/// Over the short code.
pub const SHORT: &str = "読み上げ用のコード";
/// What it says and does not say.
pub const SHORT_BODY: &str = "係に読み上げると、選んだ回答だけが届きます。自由記述は届きません。このコードは暗号化されていないため、聞いた人には選んだ回答が分かります。";
/// The button that saves the ticket.
pub const SAVE: &str = "チケットをファイルに保存";
/// What the file is for.
pub const SAVE_BODY: &str = "渡し方は係にお尋ねください。中身は暗号化されたままです。";
/// What the file is called.
pub const FILE_NAME: &str = "振り返り_チケット";
/// There is no form.
pub const NO_FORM: &str = "アンケートを開けません";
/// The address has no session, or a part of it is missing.
pub const SCAN_AGAIN: &str =
    "会場に表示されているQRコードを、スマートフォンのカメラでもう一度読み取ってください。";
/// The address is of a later program.
pub const NEWER: &str =
    "このページの内容が古いようです。ページを読み込み直してから、もう一度QRコードを読み取ってください。";

/// Which of several QR codes is shown.
pub fn part(number: usize, parts: usize) -> String {
    format!("QRコードは{parts}枚あります。いま{number}枚目です。")
}

/// Too much was written for QR codes.
pub fn too_long(characters: usize) -> String {
    format!("文章が長く、QRコードに入りきりません。あと{characters}文字ほど短くしてください。")
}
