//! Which row is the header, and what each column holds.

use super::{Column, Field, TableFault, cells};
use crate::Questionnaire;
use crate::import::narrow::narrow;

/// How far down the header may be: titles and dates of printing stand above it.
const DEPTH: usize = 20;

/// The usual headers, normalised. Each means one field wherever it stands.
static USUAL: [(Field, &[&str]); 14] = [
    (
        Field::Date,
        &[
            "開催日",
            "日程",
            "日時",
            "実施日",
            "開催年月日",
            "実施年月日",
            "開催日時",
            "実施日時",
            "開催日程",
            "実施日程",
            "年月日",
            "日付",
            "期日",
            "開催期間",
            "開始日",
            "date",
            "firstday",
        ],
    ),
    (Field::DateEnd, &["終了日", "最終日", "終了年月日", "lastday"]),
    (
        Field::Programme,
        &[
            "事業",
            "事業名",
            "事業名称",
            "プログラム",
            "プログラム名",
            "取組",
            "取組名",
            "programme",
            "program",
        ],
    ),
    (Field::Group, &["区分", "大分類", "分類", "事業区分", "カテゴリ", "カテゴリー", "group"]),
    (
        Field::Title,
        &[
            "開催名",
            "開催内容",
            "研修名",
            "講座名",
            "セミナー名",
            "ワークショップ名",
            "会議名",
            "行事名",
            "タイトル",
            "名称",
            "題名",
            "件名",
            "開催回名",
            "title",
            "session",
        ],
    ),
    (
        Field::Audience,
        &["対象", "対象者", "対象職員", "参加対象", "参加対象者", "受講対象", "受講対象者", "audience"],
    ),
    (Field::Venue, &["会場", "会場名", "場所", "開催場所", "開催会場", "実施場所", "venue"]),
    (
        Field::Municipalities,
        &["参加自治体数", "参加団体数", "参加市町村数", "自治体数", "団体数", "市町村数", "municipalities"],
    ),
    (
        Field::People,
        &[
            "参加者数",
            "受講者数",
            "参加人数",
            "受講人数",
            "出席者数",
            "出席人数",
            "参加実績",
            "実績人数",
            "participants",
        ],
    ),
    (
        Field::Expected,
        &[
            "定員",
            "参加予定人数",
            "参加予定者数",
            "予定人数",
            "予定者数",
            "募集人数",
            "募集定員",
            "想定人数",
            "expectedparticipants",
        ],
    ),
    (Field::Purpose, &["実施目的", "開催目的", "目的", "ねらい", "狙い", "趣旨", "開催趣旨", "purpose"]),
    (
        Field::Agenda,
        &[
            "実施内容",
            "プログラム内容",
            "研修内容",
            "カリキュラム",
            "アジェンダ",
            "次第",
            "実施事項",
            "議題",
            "agenda",
        ],
    ),
    (Field::Homework, &["宿題", "事前課題", "次回までの課題", "homework"]),
    (
        Field::Base,
        &[
            "回答数",
            "回答者数",
            "回答人数",
            "有効回答数",
            "アンケート回答数",
            "アンケート回答者数",
            "回答者",
            "n",
            "n数",
            "numberofanswers",
            "answered",
        ],
    ),
];

/// Headers that mean the first of these fields that no column has yet, and nothing where all are taken; in the order in
/// which they are tried.
static LOOSE: [(&[&str], &[Field]); 6] = [
    (&["期間", "月日", "日"], &[Field::Date]),
    (&["参加者", "受講者", "人数"], &[Field::People]),
    (&["開催回"], &[Field::Title]),
    (&["回"], &[Field::Title]),
    (&["テーマ"], &[Field::Title]),
    (&["内容"], &[Field::Title, Field::Agenda]),
];

/// The header of a table.
pub(super) struct Header {
    pub(super) columns: Vec<Column>,
    /// The number of rows down to and with the header.
    pub(super) depth: usize,
    /// The columns' names, normalised.
    names: Vec<String>,
}

impl Header {
    /// The first row with at least two known headers. Where the row under it has nothing but headers, they belong to it:
    /// a merged アンケート結果 over 理解度 and 満足度.
    pub(super) fn find(rows: &[Vec<String>], questionnaire: &Questionnaire) -> Option<Self> {
        let known = |row: &[String]| row.iter().filter(|cell| is_known(&normal(cell), questionnaire)).count();
        let at = rows.iter().take(DEPTH).position(|row| known(row) >= 2)?;
        let mut headers: Vec<_> = rows.get(at)?.iter().map(|cell| cells::line(cell)).collect();
        let mut depth = at + 1;
        if let Some(below) = rows.get(depth)
            && known(below) >= 2
            && known(below) == below.iter().filter(|cell| !cell.trim().is_empty()).count()
        {
            headers.resize(headers.len().max(below.len()), String::new());
            for (header, cell) in headers.iter_mut().zip(below).filter(|(_, cell)| !cell.trim().is_empty()) {
                *header = cells::line(cell);
            }
            depth += 1;
        }
        headers.resize(width(rows.get(at..)?), String::new());
        let names: Vec<_> = headers.iter().map(|header| normal(header)).collect();
        let fields = fields(&names, questionnaire);
        let columns =
            headers.into_iter().zip(fields).map(|(header, field)| Column { header, field }).collect();
        Some(Self { columns, depth, names })
    }

    /// What keeps the whole table from being imported.
    pub(super) fn faults(&self, has_title: bool) -> Vec<TableFault> {
        let mut faults = Vec::new();
        for field in [Field::Title, Field::Date] {
            if self.column(&field).is_none() {
                faults.push(TableFault::Missing(field));
            }
        }
        if !has_title && self.column(&Field::Programme).is_none() {
            faults.push(TableFault::Missing(Field::Programme));
        }
        for (at, column) in self.columns.iter().enumerate() {
            let Some(field) = &column.field else { continue };
            let same = || self.columns.iter().filter(|other| other.field.as_ref() == Some(field));
            if self.column(field) == Some(at) && same().count() > 1 {
                let headers = same().map(|column| column.header.clone()).collect();
                faults.push(TableFault::Ambiguous { field: field.clone(), headers });
            }
        }
        faults
    }

    /// The place of the column that holds this.
    pub(super) fn column(&self, field: &Field) -> Option<usize> {
        self.columns.iter().position(|column| column.field.as_ref() == Some(field))
    }

    /// The cell of a row that holds this, without the white space around it, and its place; nothing where it is empty.
    pub(super) fn cell<'r>(&self, row: &'r [String], field: &Field) -> Option<(usize, &'r str)> {
        let at = self.column(field)?;
        row.get(at).map(|cell| (at, cell.trim())).filter(|(_, cell)| !cell.is_empty())
    }

    /// Whether a row is the header again, as at the top of a printed page.
    pub(super) fn is_repeated(&self, row: &[String]) -> bool {
        let mut pairs = row.iter().zip(&self.names).filter(|(cell, _)| !cell.trim().is_empty());
        pairs.all(|(cell, name)| normal(cell) == *name)
    }
}

/// The number of columns with anything in them.
fn width(rows: &[Vec<String>]) -> usize {
    let last =
        |row: &Vec<String>| row.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |at| at + 1);
    rows.iter().map(last).max().unwrap_or_default()
}

/// A header as the lists above have it: one width, small letters, no white space, nothing in brackets.
fn normal(header: &str) -> String {
    let text: String = narrow(header).chars().filter(|c| !c.is_whitespace()).collect();
    let text = text.to_lowercase();
    let mut depth = 0_u32;
    let mut name = String::new();
    for c in text.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            '【' | '】' | '〔' | '〕' | '「' | '」' | '〈' | '〉' | '<' | '>' | ':' | '=' | '※' | '*'
            | '%' | '・' => {}
            _ if depth == 0 => name.push(c),
            _ => {}
        }
    }
    name
}

fn usual(name: &str, questionnaire: &Questionnaire) -> Option<Field> {
    let field = USUAL.iter().find(|(_, names)| names.contains(&name)).map(|(field, _)| field.clone());
    field.or_else(|| {
        let of_axis = |name: &str| questionnaire.axes.iter().find(|axis| normal(&axis.name) == name);
        let axis = of_axis(name).or_else(|| of_axis(name.strip_suffix("の割合")?));
        axis.filter(|_| !name.is_empty()).map(|axis| Field::Percent(axis.id.clone()))
    })
}

fn is_known(name: &str, questionnaire: &Questionnaire) -> bool {
    usual(name, questionnaire).is_some() || LOOSE.iter().any(|(names, _)| names.contains(&name))
}

fn fields(names: &[String], questionnaire: &Questionnaire) -> Vec<Option<Field>> {
    let mut fields: Vec<_> = names.iter().map(|name| usual(name, questionnaire)).collect();
    for (loose, meanings) in &LOOSE {
        let is_free = |field: &&Field| !fields.iter().flatten().any(|taken| taken == *field);
        let Some(meaning) = meanings.iter().find(is_free) else { continue };
        // The same header twice is ambiguous, so that both get the field.
        for (field, name) in fields.iter_mut().zip(names) {
            if field.is_none() && loose.contains(&name.as_str()) {
                *field = Some(meaning.clone());
            }
        }
    }
    fields
}
