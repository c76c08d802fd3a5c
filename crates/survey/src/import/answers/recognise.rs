//! What each column is, guessed from its header and its cells. Where two columns could be the same axis, a person chooses.

use super::{Facts, Labels, Meaning, comparable};
use crate::{Language, Questionnaire};

/// What was recognised of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognised {
    /// Per column, what it is; none where a person must choose.
    pub meanings: Vec<Option<Meaning>>,
    /// Why a person must choose.
    pub ambiguous: Vec<Ambiguity>,
    /// Per column, whether it says who answered, or when. Such a column is never taken in.
    pub personal: Vec<bool>,
}

/// Several columns that could be the same axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ambiguity {
    /// The axis's place.
    pub axis: usize,
    /// The columns' places.
    pub columns: Vec<usize>,
}

/// Parts of headers over what says who answered, or when, as the usual forms write them; narrow.
const PERSONAL: [&str; 18] = [
    "タイムスタンプ",
    "timestamp",
    "starttime",
    "completiontime",
    "lastmodifiedtime",
    "開始時刻",
    "完了時刻",
    "最終変更時刻",
    "回答日時",
    "送信日時",
    "受付日時",
    "回答時間",
    "受付番号",
    "回答番号",
    "回答者",
    "ipアドレス",
    "電話番号",
    "住所",
];
/// Ends of such headers.
const PERSONAL_ENDS: [&str; 10] =
    ["名前", "氏名", "ふりがな", "フリガナ", "メール", "メールアドレス", "id", "name", "email", "mail"];
/// Parts of headers over comments; narrow.
const COMMENTS: [&str; 9] =
    ["自由記述", "自由回答", "自由記入", "ご意見", "意見", "感想", "コメント", "要望", "お気づき"];
const REASON: &str = "理由";
/// A column whose header names an axis is one only where it holds no more different texts.
const FEW: u32 = 20;

/// Guesses what the columns are.
pub fn recognise(questionnaire: &Questionnaire, facts: &[Facts]) -> Recognised {
    let columns: Vec<_> = facts.iter().map(|facts| Seen::of(questionnaire, facts)).collect();
    let axes = 0..questionnaire.axes.len();
    let by_labels = |axis: usize| places(&columns, |seen| seen.by_labels.contains(&axis));
    let by_header = |axis: usize| places(&columns, |seen| seen.by_header == Some(axis));
    let candidates: Vec<Vec<usize>> = axes
        .map(|axis| {
            Some(by_labels(axis)).filter(|found| !found.is_empty()).unwrap_or_else(|| by_header(axis))
        })
        .collect();

    let ambiguous: Vec<_> = candidates
        .iter()
        .enumerate()
        .filter(|(axis, columns)| {
            columns.len() > 1
                || columns.iter().any(|column| claims(&candidates, *column).any(|other| other != *axis))
        })
        .map(|(axis, columns)| Ambiguity { axis, columns: columns.clone() })
        .collect();
    let is_unclear = |column: usize| ambiguous.iter().any(|unclear| unclear.columns.contains(&column));
    let meanings = columns.iter().enumerate().map(|(column, seen)| {
        if is_unclear(column) {
            return None;
        }
        Some(claims(&candidates, column).next().map_or(seen.otherwise, Meaning::Axis))
    });
    Recognised {
        meanings: meanings.collect(),
        personal: columns.iter().map(|seen| seen.is_personal).collect(),
        ambiguous,
    }
}

/// The same of a questionnaire that may have been asked in any of its languages: in the one in which most axes are found, its
/// own where several do as well.
pub fn recognise_in_any(questionnaire: &Questionnaire, facts: &[Facts]) -> (Questionnaire, Recognised) {
    let axes = |found: &Recognised| {
        let clear = found.meanings.iter().filter(|meaning| matches!(meaning, Some(Meaning::Axis(_))));
        clear.count() + found.ambiguous.len()
    };
    let mut best = (questionnaire.clone(), recognise(questionnaire, facts));
    for said in Language::ALL.map(|language| questionnaire.said_in(language)) {
        let found = recognise(&said, facts);
        if axes(&found) > axes(&best.1) {
            best = (said, found);
        }
    }
    best
}

fn places(columns: &[Seen], is_one: impl Fn(&Seen) -> bool) -> Vec<usize> {
    columns.iter().enumerate().filter(|(_, seen)| is_one(seen)).map(|(place, _)| place).collect()
}

/// The axes that the column could be.
fn claims(candidates: &[Vec<usize>], column: usize) -> impl Iterator<Item = usize> {
    candidates.iter().enumerate().filter(move |(_, columns)| columns.contains(&column)).map(|(axis, _)| axis)
}

/// A column, looked at by itself.
struct Seen {
    /// The axes whose labels most of its cells are.
    by_labels: Vec<usize>,
    /// The axis that its header names, where its cells could be answers at all.
    by_header: Option<usize>,
    /// What it is where it is no axis.
    otherwise: Meaning,
    is_personal: bool,
}

impl Seen {
    fn of(questionnaire: &Questionnaire, facts: &Facts) -> Self {
        let header = comparable(&facts.header);
        let named = named_axis(questionnaire, &header);
        let by_labels = by_labels(questionnaire, facts, named);
        let is_personal = by_labels.is_empty() && is_personal(&header, facts);
        let otherwise = text_meaning(questionnaire, &header).filter(|_| !is_personal);
        // A question about reasons or for comments names the axis, too, and has no answers of its scale.
        let could_be_one =
            by_labels.is_empty() && !is_personal && otherwise.is_none() && facts.distinct <= FEW;
        Self {
            by_labels,
            by_header: named.filter(|_| could_be_one),
            otherwise: otherwise.unwrap_or(Meaning::Ignored),
            is_personal,
        }
    }
}

/// The axis whose question or name the header has.
fn named_axis(questionnaire: &Questionnaire, header: &str) -> Option<usize> {
    let has = |text: &str| {
        let text = comparable(text);
        let text = text.trim_end_matches(['?', '。', '.']);
        !text.is_empty() && header.contains(text)
    };
    let mut named = questionnaire.axes.iter().enumerate().filter(|(_, axis)| has(&axis.question));
    let by_question = named.next().filter(|_| named.next().is_none());
    let mut named = questionnaire.axes.iter().enumerate().filter(|(_, axis)| has(&axis.name));
    let by_name = named.next().filter(|_| named.next().is_none());
    by_question.or(by_name).map(|(place, _)| place)
}

/// The axes whose labels at least half of the cells hold: those that fit best, or the one that the header names.
fn by_labels(questionnaire: &Questionnaire, facts: &Facts, named: Option<usize>) -> Vec<usize> {
    let fit = |axis| {
        let labels = Labels::of(axis);
        let counts = facts.values.iter().filter(|(text, _)| labels.find(text).is_some());
        counts.map(|(_, count)| u64::from(*count)).sum::<u64>()
    };
    let asked =
        |text: &&(String, u32)| !questionnaire.axes.iter().any(|axis| Labels::of(axis).is_nothing(&text.0));
    let cells: u64 = facts.values.iter().filter(asked).map(|(_, count)| u64::from(*count)).sum();
    let fits: Vec<(usize, u64)> = questionnaire.axes.iter().map(fit).enumerate().collect();
    let fitting: Vec<_> = fits.into_iter().filter(|(_, fit)| *fit > 0 && fit * 2 >= cells).collect();
    if let Some(named) = named.filter(|named| fitting.iter().any(|(axis, _)| axis == named)) {
        return vec![named];
    }
    let best = fitting.iter().map(|(_, fit)| *fit).max();
    fitting.into_iter().filter(|(_, fit)| Some(*fit) == best).map(|(axis, _)| axis).collect()
}

/// Whether the column holds reasons or comments, as far as its header says.
fn text_meaning(questionnaire: &Questionnaire, header: &str) -> Option<Meaning> {
    let has = |text: &str| !comparable(text).is_empty() && header.contains(&comparable(text));
    let with_reason = || questionnaire.axes.iter().enumerate().filter(|(_, axis)| axis.reason.is_some());
    let prompted = with_reason().find(|(_, axis)| axis.reason.as_deref().is_some_and(has));
    let mut named = with_reason().filter(|(_, axis)| has(&axis.name));
    let mut all = with_reason();
    // Where one axis alone asks for reasons, 理由 is about that one.
    let only = all.next().filter(|_| all.next().is_none());
    let reason = prompted.or_else(|| header.contains(REASON).then(|| named.next().or(only)).flatten());
    if let Some((axis, _)) = reason {
        return Some(Meaning::Reason(axis));
    }
    let prompt = questionnaire.comment.as_deref()?;
    (has(prompt) || COMMENTS.iter().any(|part| header.contains(part))).then_some(Meaning::Comment)
}

/// Whether the column says who answered, or when.
fn is_personal(header: &str, facts: &Facts) -> bool {
    let addresses = facts.values.iter().filter(|(text, _)| looks_like_an_address(text)).count();
    PERSONAL.iter().any(|part| header.contains(part))
        || PERSONAL_ENDS.iter().any(|end| header.ends_with(end))
        || (addresses > 0 && addresses * 10 >= facts.values.len() * 8)
}

fn looks_like_an_address(text: &str) -> bool {
    !text.contains(char::is_whitespace)
        && text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}
