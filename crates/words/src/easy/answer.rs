//! What a participant reads.

pub const PRODUCT: &str = "感想（かんそう）のアンケート";

pub const LANGUAGES: &str = "ことば";

// The form.

pub const PROMISE: &str = "あなたの名前（なまえ）は、わかりません。スマートフォンのことも、わかりません。だれの答えか、だれにもわかりません。";
pub const PROMISE_NO_NAMES: &str =
    "あなたの名前（なまえ）は、のこりません。スマートフォンのことも、のこりません。";
pub const OPTIONAL: &str = "書かなくてもいいです";
pub const NO_NAMES_PLEASE: &str = "人の名前（なまえ）は、書かないでください。";
pub const SEND: &str = "答えを送る（おくる）";
pub const SEND_CORRECTION: &str = "直した答えを送る";
pub const SENDING: &str = "送っています…";
pub const CLEAR: &str = "えらんだ答えを消す（けす）";
pub const PROGRESS: &str = "答えた質問（しつもん）";
pub const KEEP_AS_SENT: &str = "直すのをやめる";

pub fn limit(limit: usize) -> String {
    format!("{limit}文字（もじ）まで書けます。")
}

pub const LEFT: (&str, &str) = ("あと", "文字（もじ）書けます");
pub const OVER: &str = "文字（もじ）多いです";

pub const UNANSWERED: &str = "まだです";
pub const UNANSWERED_AXES: &str =
    "まだ答えていない質問（しつもん）があります。答えなくても、送ることができます。";
pub const SEND_ANYWAY: &str = "このまま送る";

// The form, refused.

pub const MEND: &str =
    "下のところを直してください。それから、もう一度送ってください。書いたものは、消えていません。";

pub fn mend_long_text(limit: usize, length: usize) -> String {
    format!("{limit}文字（もじ）まで書けます。今は{length}文字です。")
}

pub const MEND_TOO_LONG: &str = "書いたものが長すぎます。短くして、もう一度送ってください。";
pub const MEND_RELOAD: &str =
    "アンケートが変わりました。このページを、もう一度読み込んで（よみこんで）ください。";

// The receipt.

pub const SENT: &str = "送りました";
pub const ANSWERED: &str = "もう答えました";
pub const THANKS: &str =
    "答えてくれて、ありがとうございます。アンケートが終わるまで、このスマートフォンで直すことができます。";
pub const THANKS_THIS_PAGE: &str =
    "答えてくれて、ありがとうございます。このページを開いて（ひらいて）いる間は、下で直すことができます。";
pub const THANKS_OVER: &str = "答えてくれて、ありがとうございます。アンケートは終わりました。";
pub const CORRECT: &str = "答えを直す";
pub const EVERYBODY: &str = "みんなの答え";

pub fn bars_later(at: u32) -> String {
    format!("{at}人の答えが集まる（あつまる）と、ここで見ることができます。")
}

pub const COUNTED_SO_FAR: &str = "人の答えです。";

pub fn bars_never(at: u32) -> String {
    format!("答えた人が{at}人より少ないので、見ることができません。")
}

// Waiting to be sent.

pub const KEPT: &str = "まだ送っていません";
pub const KEPT_BODY: &str = "答えは、このスマートフォンの中にあります。インターネットがつながると、送ります。このページを閉じた（とじた）ときは、もう一度開いて（ひらいて）ください。";
pub const TRY_NOW: &str = "今すぐ送る";
pub const KEPT_OPEN: &str =
    "インターネットがつながると、送ります。送るまで、このページを閉じないで（とじないで）ください。";

// The calm pages.

pub const NOT_YET: &str = "まだ始まっていません";
pub const NOT_YET_BODY: &str = "アンケートが始まると、このページが変わります。このまま待ってください。";
pub const NOT_YET_RELOAD: &str =
    "変わらないときは、アンケートが始まったあとで、もう一度読み込んで（よみこんで）ください。";
pub const CLOSED: &str = "アンケートは終わりました";
pub const CLOSED_BODY: &str =
    "ありがとうございました。まだ答えたい人は、会場（かいじょう）の人に言ってください。";
pub const SEALED: &str = "このアンケートは、もう終わりました";
pub const SEALED_BODY: &str = "もう答えることができません。直すこともできません。ありがとうございました。";
pub const NOT_TAKEN: &str = "アンケートが終わったので、送ることができませんでした";
pub const CORRECTION_NOT_TAKEN: &str = "アンケートが終わったので、直すことができませんでした";
pub const SENT_STANDS: &str = "前に送った答えは、だいじょうぶです。";
pub const YOUR_WORDS: &str = "あなたが書いたものは、下にあります。";
pub const SENT_WHEN_REOPENED: &str =
    "アンケートがまた始まったら、このページを開いて（ひらいて）ください。答えを送ります。";
pub const UNKNOWN: &str = "アンケートがありません";
pub const UNKNOWN_BODY: &str = "コードがちがいます。会場（かいじょう）の画面（がめん）にある6つの文字（もじ）を、もう一度入れてください。";
pub const UNREACHABLE: &str = "今は見ることができません";
pub const UNREACHABLE_BODY: &str =
    "少し待ってください。それから、もう一度読み込んで（よみこんで）ください。答えは消えません。";
pub const RELOAD: &str = "もう一度読み込む";

// The code by hand.

pub const HOME: &str = "アンケートに答える";
pub const CODE_LABEL: &str = "6つの文字（もじ）のコード";
pub const CODE_HINT: &str =
    "会場（かいじょう）の画面（がめん）にあります。大きい文字でも小さい文字でも、いいです。";
pub const CODE_GO: &str = "アンケートへ行く";
pub const CODE_WRONG: &str =
    "コードは、数字とアルファベットで6つです。会場（かいじょう）の画面（がめん）を、もう一度見てください。";
