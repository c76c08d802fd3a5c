//! What a participant reads whose phone sends nothing.

pub use crate::ja::ticket::FILE_NAME;

pub const TICKET: &str = "こたえの チケット";
pub const NOTICE: &str = "この スマホは、こたえを おくりません。書きおわると、QRコードの「チケット」が できます。会場の 係の人に 見せてください。";
pub const MAKE: &str = "チケットを つくる";
pub const MAKE_AGAIN: &str = "なおして もういちど つくる";
pub const UNANSWERED_AXES: &str = "こたえて いない 質問が あります。このままでも つくれます。";
pub const MAKE_ANYWAY: &str = "このまま つくる";
pub const MAKING: &str = "つくっています…";
pub const SHOW: &str = "この 画面を 係の人に 見せてください";
pub const NOT_YET: &str = "係の人が カメラで 読むと、こたえが とどきます。係の人が いいと 言うまで、この 画面の まま 待ってください。";
pub const CORRECTED: &str = "なおした チケットです。前の チケットを 見せた人も、もういちど 見せてください。";
pub const FORGET: &str = "この スマホから こたえを 消す";
pub const FORGET_SURE: &str = "この スマホから こたえと チケットを 消します。まだ 係の人に 見せていない ときは、こたえが とどきません。消しますか。";
pub const QR_NAME: &str = "あなたの こたえの チケット（QRコード）";
pub const NEXT: &str = "つぎの QRコード";
pub const SEALED: &str = "中身は 暗号（秘密の 書きかた）です。主催者の 機械だけが 読めます。あなたの 名前も スマホの ことも 入っていません。";
pub const STAYS: &str = "この 画面を とじても、会場の QRコードを もういちど 読むと、この チケットが 出ます。";
pub const KEEP_OPEN: &str =
    "この ブラウザは こたえを 保存できません。音が 鳴るまで、この ページを とじないでください。";
pub const OTHER_WAYS: &str = "カメラで 読めない とき";
pub const SHORT: &str = "読みあげる コード";
pub const SHORT_BODY: &str = "係の人に 読むと、えらんだ こたえだけが とどきます。書いた 文は とどきません。聞いた人は、あなたが えらんだ こたえが わかります。";
pub const SAVE: &str = "チケットを ファイルに 保存する";
pub const SAVE_BODY: &str = "わたしかたは 係の人に 聞いてください。中身は 暗号の ままです。";
pub const NO_FORM: &str = "アンケートを ひらけません";
pub const SCAN_AGAIN: &str = "会場の QRコードを、スマホの カメラで もういちど 読んでください。";
pub const NEWER: &str = "この ページは 古いです。もういちど ひらいてから、QRコードを 読んでください。";

pub fn part(number: usize, parts: usize) -> String {
    format!("QRコードは {parts}まい あります。いま {number}まいめです。")
}

pub fn too_long(characters: usize) -> String {
    format!("文が 長くて QRコードに 入りません。あと {characters}文字くらい みじかく してください。")
}
