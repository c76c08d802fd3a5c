//! What stands on the sheets with QR codes, and over them.

/// The page's name.
pub const SHEETS: &str = "QRコードの印刷";
/// The group of the two layouts.
pub const LAYOUT: &str = "用紙の使い方";
/// One session a page.
pub const ONE: &str = "1回を1枚に";
/// Several sessions a page.
pub const MANY: &str = "1枚に8回分（切り分け用）";
/// The button.
pub const PRINT: &str = "印刷／PDFで保存";
/// Over the QR code.
pub const ASK: &str = "アンケートにご協力ください";
/// Under the QR code.
pub const HOW: &str = "スマートフォンのカメラで読み取ってください。匿名で、1分ほどで終わります。";
/// Before the short address.
pub const OR: &str = "読み取れないときは、次のアドレスを開いてください";
/// Before the code.
pub const CODE: &str = "コード";
/// Where the sessions are being fetched.
pub const LOADING: &str = "読み込んでいます";

/// What a screen reader says of a QR code.
pub fn qr_of(title: &str) -> String {
    format!("「{title}」の回答ページを開くQRコード")
}
