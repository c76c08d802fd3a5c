//! What a participant reads: the form, the receipt and the calm pages.

/// The end of every page's title.
pub const PRODUCT: &str = "振り返りアンケート";
/// What the links to the page in other languages are, together.
pub const LANGUAGES: &str = "言語";

// The form.

/// The promise, where the reveal rule hides each person among others.
pub const PROMISE: &str =
    "お名前も端末の情報も保存しないため、どの回答がどなたのものかは主催者にも分かりません。";
/// The promise, where the reveal rule shows answers one by one, so that only this much is true.
pub const PROMISE_NO_NAMES: &str = "お名前も端末の情報も保存しません。";
/// Beside a text that need not be written.
pub const OPTIONAL: &str = "任意";
/// Under the prompt of a text.
pub const NO_NAMES_PLEASE: &str = "お名前など、個人が分かることは書かないでください。";
/// The button that sends.
pub const SEND: &str = "回答を送る";
/// The button that sends a correction.
pub const SEND_CORRECTION: &str = "修正して送る";
/// The button while sending.
pub const SENDING: &str = "送信中…";
/// The button that takes back an axis's choice.
pub const CLEAR: &str = "選択を取り消す";
/// The progress's name for a screen reader.
pub const PROGRESS: &str = "回答済みの設問";
/// The button that leaves a correction unsent.
pub const KEEP_AS_SENT: &str = "修正をやめる";

/// Under the prompt of a text: 400文字まで。
pub fn limit(limit: usize) -> String {
    format!("{limit}文字まで。")
}

/// Around the number of characters that a text has left.
pub const LEFT: (&str, &str) = ("あと", "文字");
/// After the number of characters by which a text is too long.
pub const OVER: &str = "文字超えています";

/// Beside an axis that is pointed out.
pub const UNANSWERED: &str = "未回答";
/// Pointed out once, above the button.
pub const UNANSWERED_AXES: &str = "未回答の設問があります。このままでも送れます。";
/// The button then.
pub const SEND_ANYWAY: &str = "このまま送る";

// The form, refused.

/// Above a form with faults.
pub const MEND: &str = "次の点を修正して、もう一度お送りください。書いた内容は残っています。";
/// A comment or reason over its limit.
pub fn mend_long_text(limit: usize, length: usize) -> String {
    format!("文章は{limit}文字までです（いま{length}文字）。")
}
/// The app saw it before sending.
pub const MEND_TOO_LONG: &str = "文章が長すぎます。短くしてから、もう一度お送りください。";
/// Any fault that the form itself cannot make.
pub const MEND_RELOAD: &str = "アンケートの内容が変わったようです。ページを読み込み直してください。";

// The receipt.

/// After sending.
pub const SENT: &str = "送信しました";
/// When the page is opened again.
pub const ANSWERED: &str = "回答済みです";
/// Under both, while the session is open.
pub const THANKS: &str = "ご回答ありがとうございました。受付中はこの端末から修正できます。";
/// Under both, where the browser cannot remember the ballot.
pub const THANKS_THIS_PAGE: &str =
    "ご回答ありがとうございました。このページを開いている間は、下から修正できます。";
/// Under both, when the session is over.
pub const THANKS_OVER: &str = "ご回答ありがとうございました。受付は終了しました。";
/// The button that opens the form again.
pub const CORRECT: &str = "回答を修正する";
/// Above the bars.
pub const EVERYBODY: &str = "みんなの回答";
/// In place of the bars until enough have answered.
pub fn bars_later(at: u32) -> String {
    format!("{at}人以上の回答が集まると、ここに結果が表示されます。")
}
/// After the number of ballots in the bars, which may be fewer than there are.
pub const COUNTED_SO_FAR: &str = "人分の集計です。";

/// In place of the bars where the session ended with too few.
pub fn bars_never(at: u32) -> String {
    format!("回答が{at}人に満たなかったため、結果は表示しません。")
}

// Waiting to be sent.

/// The network is away: the ballot is kept on the phone.
pub const KEPT: &str = "まだ送信できていません";
/// Under it.
pub const KEPT_BODY: &str = "回答はこの端末に保存しました。通信できるようになると自動で送ります。このページを閉じた場合は、もう一度開くと送ります。";
/// The button that tries at once.
pub const TRY_NOW: &str = "今すぐ送信する";
/// Storage is refused (private browsing): a closed tab would lose the ballot.
pub const KEPT_OPEN: &str =
    "通信できるようになると自動で送ります。送信が終わるまで、このページを閉じないでください。";

// The calm pages.

/// Not open yet.
pub const NOT_YET: &str = "まだ受付を始めていません";
/// Under it.
pub const NOT_YET_BODY: &str =
    "受付が始まると、この画面が自動でアンケートに切り替わります。そのままお待ちください。";
/// Under it for a browser without scripts.
pub const NOT_YET_RELOAD: &str =
    "自動で切り替わらない端末では、受付が始まってからページを読み込み直してください。";
/// Closed.
pub const CLOSED: &str = "受付は終了しました";
/// Under it.
pub const CLOSED_BODY: &str =
    "ご協力ありがとうございました。回答をご希望の方は、会場の進行役にお声がけください。";
/// Sealed.
pub const SEALED: &str = "このアンケートは終了しました";
/// Under it.
pub const SEALED_BODY: &str = "結果は確定し、回答の受付や修正はできません。ご協力ありがとうございました。";
/// Closed while a ballot was being written or kept.
pub const NOT_TAKEN: &str = "受付が終了したため、回答を送れませんでした";
/// A correction came when the session was closed.
pub const CORRECTION_NOT_TAKEN: &str = "受付が終了したため、修正を送れませんでした";
/// Under that.
pub const SENT_STANDS: &str = "先に送った回答は有効です。";
/// Above the person's own words.
pub const YOUR_WORDS: &str = "書いた文章は下に残っています。";
/// What happens if the session is opened again.
pub const SENT_WHEN_REOPENED: &str = "受付が再開されたときにこのページを開くと、自動で送ります。";
/// No such session.
pub const UNKNOWN: &str = "アンケートが見つかりません";
/// Under it.
pub const UNKNOWN_BODY: &str =
    "コードが違うようです。画面に表示されている6文字のコードを確かめて、入力してください。";
/// The endpoint cannot be reached.
pub const UNREACHABLE: &str = "いまは表示できません";
/// Under it.
pub const UNREACHABLE_BODY: &str =
    "サーバーに一時的な問題があります。回答は失われません。しばらくしてから読み込み直してください。";
/// A link that loads the page again.
pub const RELOAD: &str = "読み込み直す";

// The code by hand.

/// The heading.
pub const HOME: &str = "アンケートに回答する";
/// The field's label.
pub const CODE_LABEL: &str = "6文字のコード";
/// Under the label.
pub const CODE_HINT: &str = "会場の画面に表示されています。大文字・小文字の区別はありません。";
/// The button.
pub const CODE_GO: &str = "回答へ進む";
/// What was typed is no code.
pub const CODE_WRONG: &str =
    "コードは数字とアルファベットの6文字です。画面の表示をもう一度確かめてください。";
