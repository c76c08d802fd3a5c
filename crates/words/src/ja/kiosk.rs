//! What is read on a device that stands there for all, and of it.

/// The way to the kiosk.
pub const LINK: &str = "この端末で回答を受け付ける";
/// What a kiosk is.
pub const HINT: &str = "会場に置く端末で開いてください。1人が送信するたびに新しい画面になり、途中で離れたときは2分ほどで消えます。端末から離れるときは、ほかの画面に移れないよう、ブラウザやOSのキオスクモードをお使いください。";
/// After sending.
pub const THANKS: &str = "ありがとうございました";
/// Where the answer is now.
pub const THANKS_BODY: &str = "回答を受け付けました。内容はこの画面に残りません。";
/// To the next person.
pub const NEXT: &str = "次の方はこちら";
/// Nobody has touched it for a while.
pub const ASKING: &str = "まもなく、書いた内容を消して次の方の画面に変わります。続けますか。";
/// Somebody is there.
pub const GO_ON: &str = "続ける";
/// There is no form.
pub const WRONG: &str = "この端末では回答を受け付けられません";
/// What to do.
pub const WRONG_BODY: &str =
    "開催回が見つからないか、このブラウザがデータの保存を許していません。事務局画面から開き直してください。";
/// Tries again.
pub const AGAIN: &str = "もう一度試す";
/// What a kiosk's title says.
pub const KIOSK: &str = "回答の受付";
/// What comes instead of the QR code.
pub const BOARD: &str = "会場の端末で回答してください";
