//! What a room reads on the projected board.

/// The page's title ends so.
pub const PRODUCT: &str = "投影画面";
/// Everybody who was expected has answered.
pub const ALL_ANSWERED: &str = "全員が回答しました";
/// The session is open.
pub const ANSWERING: &str = "回答受付中";
/// Over.
pub const OVER: &str = "受付は終了しました";
/// Not open.
pub const NOT_YET: &str = "受付開始前です";
/// Before the reveal: what to do.
pub const SCAN: &str = "スマートフォンで読み取って回答してください";
/// Before the reveal: when the bars come.
pub fn reveal_at(at: u32) -> String {
    format!("{at}人以上の回答が集まると、結果を表示します")
}
/// The session ended with too few answers to show any.
pub fn too_few(at: u32) -> String {
    format!("回答が{at}人に満たなかったため、結果は表示しません")
}
/// The results are not shown on this board.
pub const RESULTS_ELSEWHERE: &str = "結果は受付終了後に事務局が確認します";
/// The link lacks the facilitator's key.
pub const RESULTS_NEED_KEY: &str = "結果を表示するには、進行役用のリンクからこの画面を開いてください";
/// The facilitator has hidden the bars.
pub const HIDDEN: &str = "結果を伏せています（Spaceキーで表示）";
/// Where the bars show fewer ballots than there are.
pub fn counted_so_far(revealed: u32) -> String {
    format!("{revealed}人分を集計。")
}
/// 最終更新 16:42:05.
pub fn fresh(time: &str) -> String {
    format!("最終更新 {time}")
}
/// The board has heard nothing for a while.
pub fn stale(time: &str) -> String {
    format!("接続が切れています（最終更新 {time}）。再接続しています…")
}
/// Before the first answer of the endpoint.
pub const CONNECTING: &str = "接続しています…";
/// The number beside the count: of 21.
pub fn of_expected(expected: u32) -> String {
    format!("/ {expected}人")
}
/// The number without an expectation.
pub const PEOPLE: &str = "人が回答";
/// What a screen reader hears when the number of answers has moved.
pub fn announce(ballots: u32) -> String {
    format!("{ballots}人が回答しました")
}
/// The button that lists the keys.
pub const KEYS: &str = "？ キー操作";
/// The dialog's heading.
pub const KEYS_TITLE: &str = "キー操作";
/// What each key does.
pub const KEY_LIST: [(&str, &str); 4] = [
    ("Space", "結果を表示する・伏せる"),
    ("F", "全画面にする・戻す"),
    ("Q", "QRコードを大きくする・戻す"),
    ("?", "この一覧を開く・閉じる"),
];
/// The tick that stops the letters among them: whoever dictates, or hits keys by accident, must not move the board.
pub const KEYS_OFF: &str = "文字のキー（F・Q・?）による操作を止める";
/// A dialog's button.
pub const CLOSE: &str = "閉じる";
/// The QR code's name for a screen reader.
pub fn qr_name(address: &str) -> String {
    format!("アンケートのQRコード（{address}）")
}
/// No such session.
pub const UNKNOWN: &str = "このコードの開催回は見つかりません";
/// What to do about it.
pub const UNKNOWN_BODY: &str = "リンクをもう一度確かめるか、事務局画面から開き直してください。";
/// The link's key opens nothing any more.
pub const KEY_REPLACED: &str = "このリンクの鍵は使えなくなりました";
/// What to do about it.
pub const KEY_REPLACED_BODY: &str = "事務局から受け取った新しいリンクで開き直してください。";
/// The endpoint does not answer at all.
pub const UNREACHABLE: &str = "サーバーに接続できません";
/// What to do about it.
pub const UNREACHABLE_BODY: &str = "ネットワークを確かめてください。つながると自動で表示します。";
