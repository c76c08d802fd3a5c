//! The gallery of parts, for those who theme and test them.
#![expect(missing_docs, reason = "each names a part of the gallery, and says which")]

pub const GALLERY: &str = "部品一覧";
pub const ABOUT: &str =
    "画面の部品を、すべての状態で並べています。配色を確かめるためのページで、どこにも通信しません。";
pub const THEME: &str = "配色";
pub const THEME_DEVICE: &str = "端末の設定";
pub const THEME_LIGHT: &str = "明るい";
pub const THEME_DARK: &str = "暗い";
pub const THEME_PORTAL: &str = "ポータル（明るい例）";
pub const THEME_PORTAL_NIGHT: &str = "ポータル（暗い例）";

pub const FORMS: &str = "参加者のフォーム";
pub const FORM_PLAIN: &str = "アプリが届く前";
pub const FORM: &str = "記入前";
pub const FORM_CHOSEN: &str = "選んだあと、理由の欄";
pub const FORM_UNANSWERED: &str = "未回答の知らせ";
pub const FORM_FAULTS: &str = "長すぎる理由と感想";
pub const FORM_REFUSED: &str = "受け付けられなかったとき";
pub const FORM_SENDING: &str = "送信中";
pub const FORM_CORRECTING: &str = "修正中";

pub const RECEIPTS: &str = "送信のあと";
pub const RECEIPT: &str = "送信した、結果はまだ";
pub const RECEIPT_BARS: &str = "送信した、結果が出た";
pub const RECEIPT_PLAIN: &str = "アプリなしで送信した";
pub const RECEIPT_ANSWERED: &str = "回答済み";
pub const RECEIPT_KEPT: &str = "端末に保存した";
pub const RECEIPT_KEPT_OPEN: &str = "開いている間だけ保存した";
pub const RECEIPT_NOT_TAKEN: &str = "受付が終わっていた";

pub const CALM: &str = "案内のページ";
pub const CALM_DRAFT: &str = "受付の前";
pub const CALM_CLOSED: &str = "受付の終了後";
pub const CALM_SEALED: &str = "締め切ったあと";
pub const CALM_UNKNOWN: &str = "コードが見つからない";
pub const CALM_UNAVAILABLE: &str = "つながらない";
pub const CALM_HOME: &str = "コードの入力";
pub const CALM_HOME_WRONG: &str = "コードの入力、誤り";

pub const BARS: &str = "帯グラフ";
pub const BARS_USUAL: &str = "五つの選択肢";
pub const BARS_FULL: &str = "全員が肯定的";
pub const BARS_ONE: &str = "一つの選択肢だけ";
pub const BARS_SKIPPED: &str = "無回答あり";
pub const BARS_NARROW: &str = "細い区分";
pub const BARS_GOOD: &str = "七つの選択肢、肯定的";
pub const BARS_BAD: &str = "七つの選択肢、否定的";
pub const BARS_EMPTY: &str = "回答なし";
pub const BARS_PUBLISHED: &str = "公表値";

pub const CONTROLS: &str = "ボタンとリンク";
pub const BUTTON: &str = "主なボタン";
pub const BUTTON_QUIET: &str = "副のボタン";
pub const BUTTON_SMALL: &str = "小さいボタン";
pub const BUTTON_OFF: &str = "押せないボタン";
pub const BUTTON_BUSY: &str = "処理中のボタン";
pub const LINK_BUTTON: &str = "文中のボタン";
pub const LINK: &str = "リンク";
pub const FOLD: &str = "折りたたみ";
pub const FOLDED: &str = "折りたたみの中身です。";

pub const FIELDS: &str = "入力欄";
pub const FIELD: &str = "補足のある欄";
pub const FIELD_REQUIRED: &str = "必須の欄";
pub const FIELD_NUMBER: &str = "人数の欄";
pub const FIELD_LINES: &str = "複数行の欄";
pub const FIELD_WRONG: &str = "誤りのある欄";
pub const FIELD_FIXED: &str = "書き換えられない欄";
pub const HINT: &str = "全角でも半角でも入力できます。";
pub const FAULT: &str = "数字で入力してください。";
pub const RADIOS: &str = "一つを選ぶ欄";
pub const TICK: &str = "印を付ける欄";

pub const NOTICES: &str = "知らせ";
pub const NOTICE: &str = "確認が必要です。";
pub const NOTICE_BAD: &str = "保存できませんでした。";
pub const NOTICE_GOOD: &str = "取り込みました。";
pub const DIALOG: &str = "ダイアログ";
pub const DIALOG_BODY: &str = "この操作は取り消せません。";
pub const PROGRESS: &str = "進み具合";

pub const TABLES: &str = "表と状態";
pub const QR: &str = "QRコード";

pub const BOARDS: &str = "投影画面";
pub const BOARD_DRAFT: &str = "受付の前";
pub const BOARD_JOIN: &str = "受付中、結果はまだ";
pub const BOARD_ALL: &str = "全員が回答した";
pub const BOARD_RESULTS: &str = "結果";
pub const BOARD_STALE: &str = "更新が止まっている";
pub const BOARD_CLOSED: &str = "受付の終了後";
pub const BOARD_AWAY: &str = "見つからない";

pub const SESSION: &str = "業務改善ワークショップ（第1回）";
pub const PROGRAMME: &str = "業務改善の研修";
pub const AUDIENCE: &str = "担当者";
pub const VENUE: &str = "第1会議室";
pub const AXIS: &str = "評価軸";
pub const REASON: &str = "手順を試す時間がもう少しほしいと感じました。";

/// A choice by its number.
pub fn choice(number: usize) -> String {
    format!("選択肢{number}")
}
