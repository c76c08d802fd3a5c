//! What a date's text says, before the calendar is asked: years that may be missing, weekdays, 2泊3日, and times, which
//! are passed over.

use super::cursor::Cursor;
use crate::import::narrow::narrow;

/// A day or days as they were written.
pub(super) struct Written {
    pub(super) first: Day,
    pub(super) last: Option<(Between, Day)>,
    pub(super) length: Option<Length>,
}

/// What stands between two days.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Between {
    /// ～: from the one to the other.
    To,
    /// 、 and the like: the one and the other.
    And,
}

/// One day as it was written.
pub(super) struct Day {
    pub(super) said: Said,
    /// 0 for Monday to 6 for Sunday.
    pub(super) weekday: Option<usize>,
}

#[derive(Clone, Copy)]
pub(super) enum Said {
    /// A day of the calendar.
    Civil { year: Option<u32>, month: Option<u32>, day: u32 },
    /// A spreadsheet's number for it: days since 1899-12-30.
    Serial(u32),
}

/// 2泊3日, 3日間.
#[derive(Clone, Copy)]
pub(super) struct Length {
    pub(super) nights: Option<u32>,
    pub(super) days: u32,
}

/// What may stand behind a day.
#[derive(Default)]
struct Notes {
    weekday: Option<usize>,
    length: Option<Length>,
    timed: bool,
}

enum Note {
    Weekday(usize),
    Length(Length),
    Time,
    Remark,
}

const OPENING: [&str; 6] = ["(", "[", "【", "〔", "〈", "<"];
const CLOSING: [&str; 6] = [")", "]", "】", "〕", "〉", ">"];
const TO: [&str; 4] = ["~", "-", "から", "より"];
const AND: [&str; 6] = ["、", ",", "・", "及び", "および", "と"];

impl Written {
    /// Takes the text apart; nothing where it is not written as a date.
    pub(super) fn read(text: &str) -> Option<Self> {
        let text: String = narrow(text).chars().map(plain).collect();
        let mut cursor = Cursor::new(&text);
        let said = cursor.attempt(serial).or_else(|| full_day(&mut cursor))?;
        let notes = notes(&mut cursor)?;
        let first = Day { said, weekday: notes.weekday };
        let (last, length) = if cursor.is_at_end() {
            (None, notes.length)
        } else {
            let (between, day, length) = rest(&mut cursor, notes.timed)?;
            (Some((between, day)), length.or(notes.length))
        };
        cursor.is_at_end().then_some(Self { first, last, length })
    }
}

/// One kind of dash and wave, and small letters. In a date ー is a dash.
fn plain(c: char) -> char {
    match c {
        'ー' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        '〜' | '∼' | '˜' => '~',
        _ => c.to_ascii_lowercase(),
    }
}

fn rest(cursor: &mut Cursor, timed: bool) -> Option<(Between, Day, Option<Length>)> {
    let between = if cursor.eat(&TO) { Between::To } else { cursor.eat(&AND).then_some(Between::And)? };
    let said = match full_day(cursor) {
        Some(said) => said,
        // After a time of day a bare number is an hour, not a day.
        None if timed => return None,
        None => {
            let day = cursor.small()?;
            cursor.eat(&["日"]);
            Said::Civil { year: None, month: None, day }
        }
    };
    if cursor.sees(&[":", "時", "間", "泊"]) {
        return None;
    }
    let mut notes = notes(cursor)?;
    if cursor.eat(&["まで"]) {
        let more = self::notes(cursor)?;
        notes.length = notes.length.or(more.length);
    }
    Some((between, Day { said, weekday: notes.weekday }, notes.length))
}

/// Five digits and nothing else but a fraction, which is the time of day.
fn serial(cursor: &mut Cursor) -> Option<Said> {
    let (_, number) =
        cursor.digits().filter(|(digits, number)| *digits == 5 && (20_000..=80_000).contains(number))?;
    if cursor.eat(&["."]) {
        cursor.digits()?;
    }
    cursor.is_at_end().then_some(Said::Serial(number))
}

fn full_day(cursor: &mut Cursor) -> Option<Said> {
    cursor.attempt(compact).or_else(|| cursor.attempt(dated)).or_else(|| {
        let (month, day) = cursor.attempt(|cursor| month_and_day(cursor, &["/", "."]))?;
        Some(Said::Civil { year: None, month: Some(month), day })
    })
}

/// 20250604.
fn compact(cursor: &mut Cursor) -> Option<Said> {
    let (_, number) = cursor.digits().filter(|(digits, _)| *digits == 8)?;
    Some(Said::Civil { year: Some(number / 10_000), month: Some(number / 100 % 100), day: number % 100 })
}

/// A day with its year.
fn dated(cursor: &mut Cursor) -> Option<Said> {
    let before = match cursor.word(&["令和", "平成", "昭和", "r", "h", "s", "西暦"]) {
        Some("令和" | "r") => Some(2018),
        Some("平成" | "h") => Some(1988),
        Some("昭和" | "s") => Some(1925),
        _ => None,
    };
    let year = match before {
        Some(_) if cursor.eat(&["元"]) => before.map(|before| before + 1),
        Some(before) => cursor.small().filter(|year| *year > 0).map(|year| before + year),
        None => cursor.digits().filter(|(digits, _)| *digits == 4).map(|(_, year)| year),
    }?;
    let mark = cursor.word(&["年", "/", ".", "-"])?;
    let (month, day) =
        if mark == "年" { month_and_day(cursor, &["/", "."])? } else { month_and_day(cursor, &[mark])? };
    Some(Said::Civil { year: Some(year), month: Some(month), day })
}

fn month_and_day(cursor: &mut Cursor, marks: &[&str]) -> Option<(u32, u32)> {
    let month = cursor.small()?;
    let named = cursor.eat(&["月"]);
    if !named && !cursor.eat(marks) {
        return None;
    }
    let day = cursor.small()?;
    if named {
        cursor.eat(&["日"]);
    }
    Some((month, day))
}

/// All notes that come next; nothing where they contradict each other.
fn notes(cursor: &mut Cursor) -> Option<Notes> {
    let mut notes = Notes::default();
    while let Some(note) = cursor.attempt(bracketed).or_else(|| cursor.attempt(bare)) {
        match note {
            Note::Weekday(weekday) if notes.weekday.is_none() => notes.weekday = Some(weekday),
            Note::Length(length) if notes.length.is_none() => notes.length = Some(length),
            Note::Weekday(_) | Note::Length(_) => return None,
            Note::Time => notes.timed = true,
            Note::Remark => {}
        }
    }
    Some(notes)
}

fn bracketed(cursor: &mut Cursor) -> Option<Note> {
    cursor.word(&OPENING)?;
    let note = cursor
        .attempt(|cursor| {
            let weekday = weekday(cursor)?;
            cursor.eat(&["・", "/", ",", "、"]);
            cursor.eat(&["祝日", "祝", "休日", "休"]);
            cursor.sees(&CLOSING).then_some(Note::Weekday(weekday))
        })
        .or_else(|| cursor.attempt(length).map(Note::Length))
        .or_else(|| cursor.attempt(time))
        .or_else(|| remark(cursor))?;
    cursor.word(&CLOSING).map(|_| note)
}

fn bare(cursor: &mut Cursor) -> Option<Note> {
    let lone_weekday = |cursor: &mut Cursor| {
        let before = *cursor;
        let weekday = weekday(cursor)?;
        let named = before.sees(&["月曜", "火曜", "水曜", "木曜", "金曜", "土曜", "日曜"]);
        let ends = cursor.is_at_end() || cursor.sees(&TO) || cursor.sees(&AND) || cursor.sees(&OPENING);
        (named || ends || cursor.sees(&["0", "1", "2"])).then_some(Note::Weekday(weekday))
    };
    cursor
        .attempt(lone_weekday)
        .or_else(|| cursor.attempt(length).map(Note::Length))
        .or_else(|| cursor.attempt(time))
        .or_else(|| cursor.attempt(remark))
}

fn remark(cursor: &mut Cursor) -> Option<Note> {
    cursor.word(&["予定", "仮", "終日", "午前", "午後", "祝日", "祝"]).map(|_| Note::Remark)
}

fn weekday(cursor: &mut Cursor) -> Option<usize> {
    const JAPANESE: [&str; 7] = ["月", "火", "水", "木", "金", "土", "日"];
    const ENGLISH: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let place = |names: &[&str], name| names.iter().position(|other| *other == name);
    if let Some(name) = cursor.word(&JAPANESE) {
        cursor.eat(&["曜日", "曜"]);
        return place(&JAPANESE, name);
    }
    let name = cursor.word(&ENGLISH)?;
    cursor.eat(&["sday", "nesday", "rsday", "urday", "day", "."]);
    place(&ENGLISH, name)
}

/// 1泊2日, 2日間, 全2日, 日帰り.
fn length(cursor: &mut Cursor) -> Option<Length> {
    if cursor.eat(&["日帰り"]) {
        return Some(Length { nights: None, days: 1 });
    }
    let whole = cursor.eat(&["全"]);
    let number = cursor.small()?;
    if cursor.eat(&["泊"]) {
        let days = cursor.attempt(|cursor| cursor.small().filter(|_| cursor.eat(&["日"])));
        cursor.eat(&["間"]);
        return Some(Length { nights: Some(number), days: days.unwrap_or(number + 1) });
    }
    let counted = cursor.eat(&["日間"]) || whole && cursor.eat(&["日"]);
    counted.then_some(Length { nights: None, days: number })
}

/// 13:30, 13時30分, 13:30～15:00, T00:00:00. A time of another zone (…Z) is not read: its day may be another one.
fn time(cursor: &mut Cursor) -> Option<Note> {
    cursor.eat(&["t"]);
    clock(cursor)?;
    let until = cursor.attempt(|cursor| {
        cursor.word(&TO)?;
        clock(cursor)
    });
    if until.is_some() {
        cursor.eat(&["まで"]);
    } else {
        cursor.attempt(|cursor| {
            cursor.word(&["~", "から", "開始"])?;
            (cursor.is_at_end() || cursor.sees(&CLOSING)).then_some(())
        });
    }
    Some(Note::Time)
}

fn clock(cursor: &mut Cursor) -> Option<()> {
    const HALVES: [&str; 4] = ["午前", "午後", "am", "pm"];
    cursor.eat(&HALVES);
    cursor.small().filter(|hour| *hour <= 24)?;
    if cursor.eat(&["時"]) {
        if !cursor.eat(&["半"]) {
            cursor.attempt(|cursor| cursor.small().filter(|_| cursor.eat(&["分"])));
        }
    } else {
        cursor.word(&[":"])?;
        cursor.small().filter(|minute| *minute < 60)?;
        if cursor.eat(&[":"]) {
            cursor.small().filter(|second| *second < 60)?;
            if cursor.eat(&["."]) {
                cursor.digits()?;
            }
        }
    }
    cursor.eat(&HALVES);
    Some(())
}
