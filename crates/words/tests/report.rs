//! The sentences of the report, as they are wanted of the seven published workshops.

use survey::report::{Doubt, Sources};
use survey::{Against, Attendance, HeadlineFault, Other, Summary, Unattainable};
use words::ja::report::{
    attendance, chart_name, course, file_name, finding, findings, fiscal_year, fiscal_years, number, point,
    session, short_title, sources, summary,
};

#[cfg(test)]
fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

#[cfg(test)]
fn audit(percent: u8, base: u32, place: &str) -> String {
    finding(place, &Doubt::Unattainable(Unattainable::of(percent, base).unwrap()), &[])
}

#[test]
fn the_three_percentages_that_no_count_gives_are_explained() {
    assert_eq!(
        audit(98, 20, "第2回 役立ち度"),
        "第2回 役立ち度 98%：20人の回答からは得られません（最も近い値は95%＝19人、100%＝20人。40人の回答なら39人で98%）"
    );
    assert_eq!(
        audit(67, 20, "第2回 習得度"),
        "第2回 習得度 67%：20人の回答からは得られません（最も近い値は65%＝13人、70%＝14人。21人の回答なら14人、18人の回答なら12人で67%）"
    );
    assert_eq!(
        audit(90, 19, "第5回 習得度"),
        "第5回 習得度 90%：19人の回答からは得られません（最も近い値は89%＝17人、95%＝18人。20人の回答なら18人、10人の回答なら9人で90%）"
    );
}

#[test]
fn a_headline_that_leaves_a_choice_out_is_told_which() {
    let fault = HeadlineFault { left_out: texts(&["概ね満足"]), ..HeadlineFault::default() };
    assert_eq!(
        finding("第2回 満足度", &Doubt::Headline(fault), &texts(&["大いに満足", "満足"])),
        "第2回 満足度：見出しが「大いに満足」「満足」だけを挙げていますが、「概ね満足」も肯定的な選択肢で、回答があります"
    );
    let fault = HeadlineFault {
        not_favourable: texts(&["やや不満"]),
        not_chosen: texts(&["満足"]),
        ..HeadlineFault::default()
    };
    assert_eq!(
        finding("第2回 満足度", &Doubt::Headline(fault), &texts(&["満足", "やや不満"])),
        "第2回 満足度：見出しが挙げる「やや不満」は、肯定的な選択肢ではありません。見出しが挙げる「満足」には、回答がありません"
    );
}

#[test]
fn findings_are_counted_under_what_they_are() {
    let unattainable = Doubt::Unattainable(Unattainable::of(98, 20).unwrap());
    let more = Doubt::MoreThanCame { answered: 22, people: 21 };
    assert_eq!(findings(&[&unattainable]), "※ 確認が必要な公表値　1件");
    assert_eq!(findings(&[&unattainable, &more]), "※ 確認が必要な値　2件");
    assert_eq!(finding("第1回", &more, &[]), "第1回：回答 22人が、参加 21人より多くなっています");
}

#[test]
fn the_first_session_is_summed_up() {
    let against = Against { percent: 24, labels: texts(&["もっと勉強が必要", "実践はしない"]) };
    let mastery = Other { axis: "習得度".into(), percent: 52, against: Some(against) };
    let first = Summary {
        high: texts(&["理解度", "役立ち度", "満足度"]),
        all_full: false,
        others: vec![mastery.clone()],
    };
    assert_eq!(
        summary(&first),
        "「理解度」「役立ち度」「満足度」は9割以上。「習得度」は52%で、24%が「もっと勉強が必要」「実践はしない」と回答した。"
    );
    let only_percent = Summary { others: vec![Other { against: None, ..mastery }], ..Summary::default() };
    assert_eq!(summary(&only_percent), "「習得度」は52%だった。");
    let all = Summary { high: texts(&["理解度", "習得度"]), all_full: true, others: vec![] };
    assert_eq!(summary(&all), "「理解度」「習得度」は全て100%。");
}

#[test]
fn a_session_is_headed_by_what_is_known_of_it() {
    let day = "令和7年6月4日（水）";
    assert_eq!(
        session("第1回", day, 21, Some(21), Some(100)),
        "第1回　令和7年6月4日（水）　アンケート結果（回答 21人／参加 21人、回答率100%）"
    );
    assert_eq!(
        session("第1回", day, 21, None, None),
        "第1回　令和7年6月4日（水）　アンケート結果（回答 21人）"
    );
    assert_eq!(session("第1回", day, 0, Some(21), None), "第1回　令和7年6月4日（水）");
}

#[test]
fn a_title_is_shortened_by_its_programmes() {
    assert_eq!(short_title("交流プログラム", "交流プログラム　第1回"), "第1回");
    assert_eq!(short_title("交流プログラム", "交流プログラム"), "交流プログラム");
    assert_eq!(short_title("交流プログラム", "首長報告会"), "首長報告会");
}

#[test]
fn a_line_names_its_points_in_few_words() {
    let day = "2025-06-04".parse().ok();
    assert_eq!(point("ワークショップ（第1回）", day), "第1回");
    assert_eq!(point("第12期", None), "第12期");
    assert_eq!(point("第二回", day), "6月4日");
    assert_eq!(point("首長への成果報告会", None), "首長への成果");
    assert_eq!(course("習得度", [("第1回", 52), ("第2回", 67)]), "習得度の推移：第1回 52%、第2回 67%");
}

#[test]
fn programmes_are_numbered_where_there_are_several() {
    assert_eq!([number(0, 2), number(1, 2), number(0, 1), number(20, 21)], ["①", "②", "", ""]);
}

#[test]
fn years_are_named_by_their_era() {
    assert_eq!(
        [2025, 2019, 2018, 1989, 1926].map(fiscal_year),
        ["令和7年度", "令和元年度", "平成30年度", "平成元年度", "1926年度"]
    );
    assert_eq!(fiscal_years(&[2024, 2025]), "令和6年度・令和7年度");
}

#[test]
fn attendance_is_said_as_far_as_it_is_known() {
    let came = Attendance { municipalities: Some(13), people: Some(18), cumulative: Some(37) };
    assert_eq!(attendance(&came), "13自治体・18人（延べ37人）");
    assert_eq!(attendance(&Attendance { municipalities: None, people: None, ..came }), "延べ37人");
    assert_eq!(attendance(&Attendance::default()), "");
}

#[test]
fn ways_are_told_where_there_are_several() {
    let one = Sources { form: 21, ..Sources::default() };
    assert_eq!(sources(&one), None);
    assert_eq!(sources(&Sources { paper: 3, ..one }).as_deref(), Some("フォーム 21件、紙 3件"));
}

#[test]
fn file_names_have_nothing_that_a_file_system_refuses() {
    assert_eq!(file_name("令和7年度", "横連携・BPR/BPO"), "報告書_令和7年度_横連携・BPR_BPO");
    assert_eq!(chart_name("第1回", "理解度<b>"), "第1回_理解度_b_");
}
