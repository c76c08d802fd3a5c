//! What the organiser and the facilitator read on the desk.

use survey::{Attendance, Results, State};

pub use super::faults::fault;

/// The organiser's heading.
pub const DESK: &str = "事務局画面";
/// The facilitator's heading, over a single session.
pub const FACILITATOR: &str = "進行役画面";
/// The link to the organiser's guide.
pub const GUIDE_ORGANISER: &str = "事務局のてびき";
/// The link to the facilitator's guide, which is one page to print.
pub const GUIDE_FACILITATOR: &str = "進行役のてびき（印刷用1枚）";
/// A link: how it is done without a server.
pub const GUIDE_LOCAL: &str = "サーバーを使わないときのてびき";
/// What the links to the desk's two places are, together.
pub const PLACES: &str = "画面の切り替え";
/// The place of sessions.
pub const PLACE_SESSIONS: &str = "開催回";
/// The place of programmes and reports.
pub const PLACE_PROGRAMMES: &str = "事業・報告書";

/// A page's title in the browser.
pub fn page_title(place: &str) -> String {
    format!("{place}｜{DESK}")
}

// Making a session.

/// The form's heading.
pub const MAKE: &str = "開催回を作成する";
/// The form's heading when a session is copied.
pub const COPYING: &str = "開催回を複製する";
/// The form's heading when a session is corrected.
pub const EDITING: &str = "開催回の内容を編集する";
/// A field's label.
pub const TITLE: &str = "開催名";
/// Beside the name of a field that must be filled in.
pub const REQUIRED: &str = "必須";
/// A field's label.
pub const DATE: &str = "開催日";
/// Under the field of the date.
pub const DATE_HINT: &str = "未定のときは空欄にしてください";
/// A field's label.
pub const DATE_END: &str = "最終日（2日以上のとき）";
/// A field's label.
pub const EXPECTED: &str = "参加予定人数";
/// A field's label.
pub const VENUE: &str = "会場";
/// A field's label.
pub const PURPOSE: &str = "実施目的";
/// A field's label.
pub const AGENDA: &str = "実施内容（1行に1項目）";
/// A field's label.
pub const HOMEWORK: &str = "宿題（1行に1項目）";
/// A field's label.
pub const MUNICIPALITIES: &str = "参加自治体数";
/// A field's label.
pub const PEOPLE: &str = "参加者数";
/// A field's label.
pub const RESULTS: &str = "結果を見られる人";
/// What is folded away: none of it is needed.
pub const MORE: &str = "詳しい設定（任意）";
/// The box that opens it at once.
pub const OPEN_NOW: &str = "すぐに回答の受付を始める";
/// The button.
pub const MAKE_IT: &str = "作成する";
/// The button of a correction.
pub const SAVE: &str = "保存する";
/// A button that changes nothing.
pub const CANCEL: &str = "キャンセル";

/// Who may see the results.
pub fn results(results: Results) -> &'static str {
    match results {
        Results::AfterAnswer => "回答した人と投影画面",
        Results::Board => "投影画面だけ（進行役のリンク）",
        Results::Desk => "事務局だけ（受付終了後）",
    }
}

// The list.

/// Its heading.
pub const SESSIONS: &str = "開催回の一覧";
/// When there are none.
pub const NO_SESSIONS: &str = "開催回はまだありません。上の欄から作成できます。";
/// A column.
pub const STATE: &str = "状態";
/// A column.
pub const ANSWERS: &str = "回答";
/// In the column of answers, where published results stand in their place.
pub const PUBLISHED_SHORT: &str = "公表値";
/// The button of a row.
pub const LOOK: &str = "詳細";

/// A session's state.
pub fn state(state: State) -> &'static str {
    match state {
        State::Draft => "準備中",
        State::Open => "受付中",
        State::Closed => "受付終了",
        State::Sealed => "封をした",
    }
}

/// 12人 / 21人.
pub fn answers(ballots: u32, expected: Option<u32>) -> String {
    let answered = super::people(u64::from(ballots));
    expected
        .map_or(answered.clone(), |expected| format!("{answered} / {}", super::people(u64::from(expected))))
}

/// （ほかに 5人）: answers that came by other ways than the form.
pub fn collected(answers: u32) -> String {
    format!("（ほかに{}）", super::people(u64::from(answers)))
}

// One session.

/// The button that goes back to the list.
pub const BACK: &str = "一覧へ戻る";
/// The button that opens a session.
pub const OPEN: &str = "受付を始める";
/// The button that closes it.
pub const END: &str = "受付を終了する";
/// The button that opens it again.
pub const REOPEN: &str = "受付を再開する";
/// The button that seals it.
pub const SEAL: &str = "封をする";
/// Asked before sealing.
pub const SEAL_SURE: &str = "封をすると、回答の修正も受付の再開もできなくなります。回答者の識別情報を消し、自由記述を選択肢から切り離します。元には戻せません。";
/// The button that seals indeed.
pub const SEAL_YES: &str = "封をする（元に戻せません）";
/// A sealed session.
pub const SEALED: &str = "封をしました。結果は確定しています。";
/// The button that makes another like it.
pub const COPY: &str = "複製する";
/// The button that corrects it.
pub const EDIT: &str = "内容を編集する";
/// The heading over the bars.
pub const RESULTS_SO_FAR: &str = "結果";
/// The label of the number of answers.
pub const ANSWERED: &str = "回答した人";
/// What participants do until the next one.
pub const HOMEWORK_SHORT: &str = "宿題";
/// What was saved is on disk.
pub const SAVED: &str = "保存しました";

/// 参加 12自治体・21人; nothing where neither is known.
pub fn came(attendance: Attendance) -> Option<String> {
    let municipalities =
        attendance.municipalities.map(|number| format!("{}自治体", super::grouped(number.into())));
    let people = attendance.people.map(|number| super::people(number.into()));
    let known: Vec<_> = [municipalities, people].into_iter().flatten().collect();
    (!known.is_empty()).then(|| format!("参加 {}", known.join("・")))
}

// Results that were published before.

/// The folded section.
pub const PUBLISHED: &str = "公表済みの結果を入力する";
/// The folded section, where there are some.
pub const PUBLISHED_THERE: &str = "公表済みの結果（入力済み）";
/// What it is for.
pub const PUBLISHED_HINT: &str = "既に公表した割合だけが分かる開催回のための欄です。入力すると、報告書では集計の代わりにこの値を公表値として示し、回答者数から得られる値かを確かめます。";
/// Where there are answers besides.
pub const PUBLISHED_INSTEAD: &str = "この開催回には回答があります。公表済みの結果を保存すると、報告書には回答の集計ではなく公表値が載ります。";
/// A field's label.
pub const BASE: &str = "回答者数";
/// A field's label.
pub const PERCENT: &str = "割合（%）";
/// The boxes of the choices that a headline names.
pub const NAMED: &str = "見出しに挙げた選択肢（分かるとき）";
/// The number of people is missing or none.
pub const BASE_WRONG: &str = "回答者数は1人から10万人までの整数で入力してください。";
/// No percentage was typed.
pub const PERCENT_MISSING: &str = "割合を1つ以上入力してください。";
/// The button that takes them away.
pub const PUBLISHED_REMOVE: &str = "公表済みの結果を消す";
/// Asked before.
pub const PUBLISHED_REMOVE_SURE: &str = "入力した公表済みの結果を消します。よろしいですか。";
/// They are gone.
pub const PUBLISHED_REMOVED: &str = "公表済みの結果を消しました";

/// A percentage that is none.
pub fn percent_wrong(axis: &str) -> String {
    format!("{axis}の割合は0から100までの整数で入力してください。")
}

// What people wrote.

/// The heading.
pub const REMARKS: &str = "自由記述";
/// While the session is open.
pub const REMARKS_LATER: &str = "自由記述は、受付を終了した後に読めます。";
/// When there are none.
pub const NO_REMARKS: &str = "自由記述はありません。";
/// What can be done with them.
pub const REMARKS_HINT: &str =
    "報告書に載せるものを選んでください。選ぶとすぐに保存されます。並び順に意味はありません。";
/// The heading over comments.
pub const COMMENTS: &str = "感想・意見";
/// A remark's box.
pub const PICK: &str = "報告書に載せる";

/// The heading over the reasons of an axis's answers.
pub fn reasons(axis: &str) -> String {
    format!("{axis}の回答の理由")
}

/// 12件中3件を報告書に載せます.
pub fn picked(picked: usize, all: usize) -> String {
    format!("{all}件中{picked}件を報告書に載せます")
}

// Links.

/// The heading.
pub const LINKS: &str = "リンク";
/// For participants.
pub const LINK_ANSWER: &str = "参加者が回答するページ";
/// For the projector.
pub const LINK_BOARD: &str = "投影画面";
/// For the facilitator.
pub const LINK_DESK: &str = "進行役画面（進行役に渡すリンク）";
/// The button beside a link.
pub const COPY_LINK: &str = "コピー";
/// The button has done it.
pub const COPIED: &str = "コピーしました";
/// The browser does not allow it.
pub const COPY_BY_HAND: &str = "選んでコピーしてください";
/// Links with a key are shown only when they are made.
pub const KEY_SHOWN_ONCE: &str =
    "進行役のリンクには鍵が含まれ、表示されるのは今だけです。コピーして進行役に渡してください。";
/// They are not known any more.
pub const KEY_GONE: &str =
    "進行役のリンクは作ったときだけ表示されます。再発行すると、前のリンクは使えなくなります。";
/// The button that makes a new one.
pub const NEW_KEY: &str = "進行役のリンクを再発行する";

/// Asked before making a new one.
pub const NEW_KEY_SURE: &str =
    "再発行すると、いまの進行役のリンクと投影画面のリンクは使えなくなります。再発行しますか。";

// QR code.

/// The buttons under it.
pub const SAVE_SVG: &str = "SVGで保存";
/// The buttons under it.
pub const SAVE_PNG: &str = "PNGで保存";

/// The file's name, without its ending.
pub fn qr_file(code: &str) -> String {
    format!("QRコード_{code}")
}

// Trouble.

/// No key in the address.
pub const NO_KEY: &str = "専用のリンクから開いてください";
/// What to do.
pub const NO_KEY_BODY: &str = "事務局画面のリンクは、サーバーを初めて起動したときに表示されます。進行役の方は、事務局から受け取ったリンクで開いてください。";
/// The key is not the right one.
pub const WRONG_KEY: &str =
    "リンクの鍵が正しくありません。新しいリンクを受け取っていないか確かめてください。";
/// No such session or programme.
pub const NOT_FOUND: &str = "見つかりません。削除されたか、リンクが正しくない可能性があります。";
/// The browser could not keep it.
pub const NOT_KEPT: &str = "このブラウザに保存できませんでした。何も変わっていません。空き容量と、サイトのデータの保存を禁じる設定を確かめてください。";
/// The endpoint does not answer.
pub const UNREACHABLE: &str =
    "サーバーにつながりません。入力した内容はこの画面に残っています。少し待ってからもう一度お試しください。";
/// Somebody else changed the state.
pub const STATE_MOVED: &str =
    "他の利用者が状態を変更したため、操作できませんでした。現在の状態を確かめてください。";
/// The same file was imported before.
pub const ALREADY_THERE: &str = "このファイルはこの開催回に取り込み済みです。二重に数えることはありません。";
/// Somebody has answered.
pub const HAS_ANSWERS: &str = "回答がある開催回を含むため、削除できません。";
/// The input breaks rules.
pub const MEND: &str = "次の点を修正してください。";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_came_is_said_as_far_as_it_is_known() {
        let came_of = |municipalities, people| came(Attendance { municipalities, people, cumulative: None });
        assert_eq!(came_of(None, None), None);
        assert_eq!(came_of(Some(12), Some(21)).as_deref(), Some("参加 12自治体・21人"));
        assert_eq!(came_of(None, Some(1200)).as_deref(), Some("参加 1,200人"));
    }
}
