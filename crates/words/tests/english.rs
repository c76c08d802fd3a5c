//! The sentences of the report and of its figures, in English.

use survey::report::{Doubt, Sources};
use survey::{
    Against, Attendance, Days, Headline, HeadlineFault, Language, Other, Summary, Unanimous, Unattainable,
};

#[cfg(test)]
fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

#[cfg(test)]
fn on(first: &str, last: Option<&str>) -> String {
    let days = Days { first: first.parse().unwrap(), last: last.map(|last| last.parse().unwrap()) };
    words::figures(Language::English).days(days)
}

#[test]
fn dates_read_as_people_write_them() {
    assert_eq!(on("2025-06-04", None), "Wed 4 June 2025");
    assert_eq!(on("2025-06-23", Some("2025-06-24")), "Mon 23 – Tue 24 June 2025");
    assert_eq!(on("2025-06-30", Some("2025-07-01")), "Mon 30 June – Tue 1 July 2025");
    assert_eq!(on("2025-12-31", Some("2026-01-01")), "Wed 31 December 2025 – Thu 1 January 2026");
    let of_report = words::report(Language::English);
    assert_eq!(
        [2025, 2019, 2018, 1926].map(|year| of_report.fiscal_year(year)),
        ["FY2025 (Reiwa 7)", "FY2019 (Reiwa 1)", "FY2018 (Heisei 30)", "FY1926"]
    );
    assert_eq!(of_report.file_name("FY2024 (Reiwa 6), FY2025 (Reiwa 7)", "A/B"), "Report_FY2024-FY2025_A_B");
    assert_eq!(of_report.point("Closing report to the mayors", None), "Closing repo…");
    assert_eq!(of_report.point("Closing report", "2025-06-04".parse().ok()), "4 Jun");
}

#[test]
fn a_headline_is_one_sentence() {
    let figures = words::figures(Language::English);
    let all = Headline { percent: 100, favourable: 21, base: 21, choices: texts(&["Very useful", "Useful"]) };
    assert_eq!(figures.headline(&all, Unanimous::Everybody), "Everyone answered “Very useful” or “Useful”");
    assert_eq!(figures.headline(&all, Unanimous::Percent), "100% answered “Very useful” or “Useful”");
    let most = Headline { percent: 95, favourable: 20, ..all };
    assert_eq!(figures.headline(&most, Unanimous::Everybody), "95% answered “Very useful” or “Useful”");
    assert_eq!(figures.count(&most, 21), "20 of 21 people");
    assert_eq!(figures.count(&most, 22), "20 of 21 people; 1 skipped it");
    let nobody = Headline { percent: 0, favourable: 0, base: 1, choices: vec![] };
    assert_eq!(figures.headline(&nobody, Unanimous::Everybody), "Nobody answered favourably");
    assert_eq!(figures.of_people(&nobody), "0 of 1 person");
}

#[test]
fn a_session_is_headed_and_summed_up() {
    let said = words::report(Language::English);
    assert_eq!(
        said.session("Workshop 1", "Wed 4 June 2025", 21, Some(21), Some(100)),
        "Workshop 1 · Wed 4 June 2025 · Results (21 answered, 21 attended, response rate 100%)"
    );
    let against =
        Against { percent: 24, labels: texts(&["I need to learn more", "I will not put it into practice"]) };
    let mastery = Other { axis: "Mastery".into(), percent: 52, against: Some(against) };
    let summary = Summary {
        high: texts(&["Understanding", "Usefulness", "Satisfaction"]),
        all_full: false,
        others: vec![mastery],
    };
    assert_eq!(
        said.summary(&summary),
        "“Understanding”, “Usefulness” and “Satisfaction” are at 90% or more. “Mastery” is at 52%; 24% answered “I need to learn more” or “I will not put it into practice”."
    );
    let came = Attendance { municipalities: Some(13), people: Some(18), cumulative: Some(37) };
    assert_eq!(said.attendance(&came), "13 municipalities, 18 people (37 attendances)");
    let ways = Sources { form: 21, paper: 3, ..Sources::default() };
    assert_eq!(said.sources(&ways).as_deref(), Some("form 21, paper 3"));
}

#[test]
fn what_needs_checking_is_explained() {
    let audit = |percent, base| {
        let doubt = Doubt::Unattainable(Unattainable::of(percent, base).unwrap());
        words::en::report::finding("第2回 Usefulness", &doubt, &[])
    };
    assert_eq!(
        audit(98, 20),
        "第2回 Usefulness 98%: no number of 20 people gives this (the nearest are 95% = 19 people and 100% = 20 people; 98% would be 39 of 40)"
    );
    let fault = HeadlineFault { left_out: texts(&["Fairly satisfied"]), ..HeadlineFault::default() };
    assert_eq!(
        words::en::report::finding("A", &Doubt::Headline(fault), &texts(&["Very satisfied", "Satisfied"])),
        "A: the headline names only “Very satisfied” and “Satisfied”, but “Fairly satisfied” is favourable too and was chosen"
    );
    let more = Doubt::MoreThanCame { answered: 22, people: 21 };
    assert_eq!(words::report(Language::English).findings(&[&more]), "※ 1 figure needs checking");
}

#[test]
fn easy_japanese_counts_years_as_everybody_does() {
    let figures = words::figures(Language::EasyJapanese);
    let day = Days { first: "2025-06-04".parse().unwrap(), last: None };
    assert_eq!(figures.days(day), "2025年6月4日（水）");
    assert_eq!(
        words::desk(Language::EasyJapanese).desk(),
        words::ja::desk::DESK,
        "the desk has no easy words"
    );
}
