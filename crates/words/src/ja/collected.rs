//! What is read where answers are taken in that were collected elsewhere, and where a file cannot be read as a table.

use survey::import::FileFault;
use survey::wire::{Batch, BatchKind};

use super::{grouped, people};

/// The heading.
pub const COLLECTED: &str = "ほかで集めた回答";
/// Under the heading.
pub const COLLECTED_BODY: &str = "Microsoft Forms、Google フォーム、LoGoフォームなどの回答ファイルや、紙のアンケートの集計を、この開催回の報告書に加えます。投影画面と参加者のスマートフォンには出ません。";
/// Where published results are there too.
pub const PUBLISHED_INSTEAD: &str =
    "公表済みの結果が入力されているため、報告書には公表値を示します。加えた回答は報告書に出ません。";
/// Instead of everything, for a sealed session.
pub const COLLECTED_SEALED: &str =
    "封をした開催回の結果は確定しているため、回答を加えることも取り除くこともできません。";

// What was taken in.

/// The heading of the list.
pub const BATCHES: &str = "取り込んだもの";
/// A column.
pub const BATCH_KIND: &str = "種類";
/// A column.
pub const BATCH_NAME: &str = "名前";
/// A column.
pub const BATCH_BALLOTS: &str = "回答";
/// A row's button.
pub const REMOVE: &str = "取り除く";
/// The button that removes indeed.
pub const REMOVE_YES: &str = "取り除く";
/// The button that does not.
pub const KEEP: &str = "やめる";

/// Where a batch came from.
pub fn batch_kind(kind: BatchKind) -> &'static str {
    match kind {
        BatchKind::File => "ファイル",
        BatchKind::Paper => "紙の集計",
    }
}

/// A batch that is not whole.
pub fn incomplete(batch: &Batch) -> String {
    format!(
        "取り込みの途中です（{}／{}）。同じファイルをもう一度選ぶと続けられます。終わるまで集計には入りません。",
        batch.arrived, batch.parts
    )
}

/// The name of the button that removes a batch, for those who do not see its row.
pub fn remove_named(name: &str) -> String {
    format!("「{name}」を取り除く")
}

/// Asked before removing.
pub fn remove_sure(batch: &Batch) -> String {
    format!(
        "「{}」の回答{}分を結果から取り除きます。元のファイルや用紙があれば、もう一度取り込めます。",
        batch.name,
        people(batch.ballots.into())
    )
}

// A file.

/// The heading.
pub const FILE: &str = "回答ファイルを取り込む";
/// The field.
pub const CHOOSE_FILE: &str = "CSVファイルまたはExcelブック（.xlsx）";
/// Under the field.
pub const CHOOSE_HINT: &str =
    "1行が1人の回答で、選択肢の文言がそのまま入っている表を選んでください。64 MBまで。";
/// While it is read.
pub const READING: &str = "ファイルを読んでいます";
/// The heading over the columns.
pub const COLUMNS: &str = "列の対応";
/// Under it.
pub const COLUMNS_BODY: &str = "見出しと回答の内容から判断しました。違っていたら選び直してください。";
/// The promise of anonymity.
pub const PERSONAL: &str =
    "回答した人や時刻がわかる列は取り込みません。メールアドレスや名前が保存されることはありません。";
/// Beside such a column.
pub const PERSONAL_COLUMN: &str = "取り込みません（回答した人や時刻がわかる列）";
/// A column without a header.
pub const NO_HEADER: &str = "（見出しなし）";
/// A choice of a column's select.
pub const UNDECIDED: &str = "選んでください";
/// A choice of a column's select.
pub const COMMENT: &str = "自由記述";
/// A choice of a column's select.
pub const IGNORED: &str = "取り込まない";
/// The heading over unknown cells.
pub const UNKNOWN: &str = "選択肢にない回答";
/// Under it.
pub const UNKNOWN_BODY: &str = "どの選択肢として数えるかを選べます。";
/// A choice of an unknown cell's select.
pub const AS_NO_ANSWER: &str = "無回答として数える";
/// The heading over what would come of it.
pub const PREVIEW: &str = "取り込み後の集計（このファイルの分）";
/// An axis that no column is.
pub const NO_COLUMN: &str = "対応する列がありません。全員を無回答として数えます。";
/// Comments that are too long.
pub const CUTS: &str = "長い文章は、自由記述は1,000文字、理由は400文字までを取り込みます。";
/// While it is sent.
pub const SENDING: &str = "取り込んでいます";
/// The button that stops.
pub const STOP: &str = "中断する";
/// The button that goes on.
pub const GO_ON: &str = "続きを取り込む";
/// The button that puts the file away.
pub const PUT_AWAY: &str = "このファイルをやめる";
/// When stopped.
pub const STOPPED: &str =
    "中断しました。送った分は残っています。「続きを取り込む」か、あとで同じファイルを選ぶと続けられます。";
/// When the network failed.
pub const BROKEN_OFF: &str = "途中でサーバーにつながらなくなりました。送った分は残っています。少し待ってから「続きを取り込む」を押してください。";

/// A choice of a column's select.
pub fn reason_of(axis: &str) -> String {
    format!("{axis}の理由")
}

/// The file's name and its rows.
pub fn file_rows(name: &str, rows: u32) -> String {
    format!("{name}：回答{}件", grouped(rows.into()))
}

/// A column's first texts.
pub fn samples(texts: &[&str]) -> String {
    format!("例：{}", texts.join("、"))
}

/// A column in which nothing stands.
pub const NO_CELLS: &str = "回答がありません";

/// An unknown cell.
pub fn unknown_cell(text: &str, count: u32) -> String {
    format!("「{text}」{}件", grouped(count.into()))
}

/// Several columns could be one axis.
pub fn ambiguous(axis: &str, columns: &[&str]) -> String {
    format!(
        "「{axis}」かもしれない列が{}つあります（{}）。どれにするか選んでください。",
        columns.len(),
        columns.join("、")
    )
}

/// A column could be several axes, and nobody has said which.
pub const UNDECIDED_LEFT: &str = "「選んでください」の列が残っています。";

/// An axis was given to several columns.
pub fn twice(axis: &str) -> String {
    format!("「{axis}」に選んだ列が2つ以上あります。1つにしてください。")
}

/// A column is no axis.
pub fn too_various(axis: &str) -> String {
    format!("「{axis}」に選んだ列は、内容の種類が多すぎて選択肢の回答とは思えません。")
}

/// No column was chosen.
pub const NOTHING_CHOSEN: &str = "取り込む列がありません。";

/// The button that takes it in.
pub fn take_in(rows: u32) -> String {
    format!("{}件を取り込む", grouped(rows.into()))
}

/// It is done.
pub fn taken_in(name: &str, rows: u32) -> String {
    format!("「{name}」の回答{}件を取り込みました。", grouped(rows.into()))
}

/// The same file was taken in before, perhaps under another name.
pub fn already(name: &str) -> String {
    format!("このファイルは「{name}」として取り込み済みです。二重に数えることはありません。")
}

/// How far it is, in parts of 100.
pub fn percent(what: &str, percent: u32) -> String {
    format!("{what}… {percent}%")
}

/// A choice and how many chose it.
pub fn counted(label: &str, count: u32) -> String {
    format!("{label} {}", people(count.into()))
}

/// How many answered an axis.
pub fn base(base: u64, rows: u32) -> String {
    let skipped = u64::from(rows).saturating_sub(base);
    format!("回答 {}・{}", people(base), super::skipped(skipped))
}

// Paper.

/// The heading.
pub const PAPER: &str = "紙のアンケートの集計を入力する";
/// A field.
pub const PAPER_NAME: &str = "名前";
/// Where none is given.
pub const PAPER_DEFAULT: &str = "紙のアンケート";
/// A field.
pub const SHEETS: &str = "回収した用紙の枚数";
/// Under the axes.
pub const PAPER_HINT: &str =
    "選択肢ごとの人数を入力します。空欄は0人です。合計が枚数より少ない分は無回答になります。";
/// The button.
pub const ADD_PAPER: &str = "集計を加える";
/// The number of sheets is missing.
pub const NO_SHEETS: &str = "回収した用紙の枚数を1以上の数字で入力してください。";

/// The name is too long.
pub const NAME_TOO_LONG: &str = "名前は200文字以内で入力してください。";

/// A field holds no number.
pub fn no_number(axis: &str, label: &str) -> String {
    format!("「{axis}」の「{label}」を数字で入力してください。")
}

/// An axis counts more than there are sheets.
pub fn too_many(axis: &str, sum: u64, sheets: u32) -> String {
    format!(
        "「{axis}」の合計{}が、用紙の枚数{}枚より多くなっています。人数か枚数を確かめてください。",
        people(sum),
        grouped(sheets.into())
    )
}

/// It was added.
pub fn paper_added(name: &str, sheets: u32) -> String {
    format!("「{name}」{}枚分の集計を加えました。", grouped(sheets.into()))
}

// A file that cannot be read.

/// Why a file, or a pasted text, gives no table, and what to do.
pub fn file_fault(fault: &FileFault) -> String {
    let said = match fault {
        FileFault::Empty => "ファイルに何も入っていません。見出しの行とデータの行がある表を選んでください。",
        FileFault::TooLarge { limit, bytes } => {
            return format!(
                "ファイルが大きすぎます（{}）。{}までのファイルを選んでください。分けて取り込むこともできます。",
                megabytes(*bytes),
                megabytes(*limit)
            );
        }
        FileFault::Binary => {
            "表のファイルではありません。CSV・TSVのファイルか、Excelブック（.xlsx）を選んでください。"
        }
        FileFault::OldExcel => {
            "古い形式のExcelブック（.xls）です。Excelで開き「Excelブック（.xlsx）」として保存し直してください。"
        }
        FileFault::Encrypted => {
            "パスワードで保護されたExcelブックです。Excelで開き、パスワードを外して保存し直してください。"
        }
        FileFault::MixedEncoding { line } => {
            return format!(
                "文字コードが混ざっています。{}行目から読み取れません。Excelで開き「CSV UTF-8」として保存し直してください。",
                grouped(*line)
            );
        }
        FileFault::Broken { line: Some(line) } => {
            return format!(
                "{}行目の近くでファイルが壊れているため、読み取れません。引用符（\"）が閉じているか確かめてください。",
                grouped(*line)
            );
        }
        FileFault::Broken { line: None } => {
            "ファイルが壊れているため、読み取れません。もう一度保存し直すか、書き出し直してください。"
        }
        FileFault::TooManyRows { limit } => {
            return format!("行が多すぎます。{}行までの表を選んでください。", grouped(*limit));
        }
        FileFault::Unreadable => {
            "ファイルを読み取れませんでした。移動や変更をしていないか確かめて、もう一度選んでください。"
        }
        FileFault::NoReader => {
            "ファイルを読み取る機能を起動できませんでした。ページを再読み込みして、もう一度選んでください。"
        }
    };
    said.to_owned()
}

/// 12.3 MB. A size that is not zero is never said as none.
fn megabytes(bytes: u64) -> String {
    let tenths = bytes.saturating_mul(10).div_ceil(1024 * 1024).max(1);
    if tenths.is_multiple_of(10) {
        format!("{} MB", grouped(tenths / 10))
    } else {
        format!("{}.{} MB", grouped(tenths / 10), tenths % 10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_said_in_megabytes() {
        const MB: u64 = 1024 * 1024;
        let said = file_fault(&FileFault::TooLarge { limit: 64 * MB, bytes: 100 * MB + MB / 2 });
        assert!(said.contains("（100.5 MB）。64 MBまで"), "{said}");
    }

    #[test]
    fn the_line_is_named_where_it_is_known() {
        assert!(file_fault(&FileFault::MixedEncoding { line: 1234 }).contains("1,234行目"));
        assert!(file_fault(&FileFault::Broken { line: Some(3) }).contains("3行目"));
        assert!(!file_fault(&FileFault::Broken { line: None }).contains("行目"));
    }
}
