//! The bar over the report: printing, files, the way back. It is not printed.

use std::sync::Arc;

use leptos::prelude::*;
use survey::{Code, Report, Route};

use super::sentence;
use crate::address;
use crate::client::language::choose;
use crate::client::{Endpoint, ReportFile, Trouble};
use crate::language::language;
use crate::parts::{Languages, changing, save_blob};

/// The files, by what their buttons say and how their names end.
fn files(words: words::Report) -> [(ReportFile, &'static str, &'static str); 4] {
    [
        (ReportFile::Xlsx, words.xlsx(), ".xlsx"),
        (ReportFile::Csv, words.csv(), ".csv"),
        (ReportFile::CsvShiftJis, words.csv_shift_jis(), "_Shift_JIS.csv"),
        (ReportFile::Json, words.json(), ".json"),
    ]
}

/// 令和7年度　横連携・BPR/BPO.
pub(super) fn years_and_title(report: &Report) -> String {
    let words = ::words::report(language());
    let gap = ::words::figures(language()).gap();
    format!("{}{gap}{}", words.fiscal_years(&report.fiscal_years), report.title)
}

/// The page's title: what a browser calls the PDF.
pub(super) fn title(report: &Report) -> String {
    let words = ::words::report(language());
    words.file_name(&words.fiscal_years(&report.fiscal_years), &report.title)
}

/// The bar.
#[component]
pub(super) fn Tools(endpoint: Endpoint, ids: Vec<Code>, key: String, report: Arc<Report>) -> impl IntoView {
    let words = ::words::report(language());
    let trouble = RwSignal::new(None::<Trouble>);
    let busy = RwSignal::new(false);
    let name = title(&report);
    let report_language = report.language;
    let desk = address::to_with_key(&Route::Desk, &key) + "&view=programmes";
    let print = move |_| drop(window().print());
    let file = |(file, label, end): (ReportFile, &'static str, &'static str)| {
        let (endpoint, ids, name) = (endpoint.clone(), ids.clone(), format!("{name}{end}"));
        let save = move |_| {
            if busy.get_untracked() {
                return;
            }
            let (endpoint, ids, name) = (endpoint.clone(), ids.clone(), name.clone());
            busy.set(true);
            trouble.set(None);
            leptos::task::spawn_local(async move {
                let found = endpoint.report_file(&ids, file, report_language).await;
                busy.try_set(false);
                match found {
                    Ok(blob) => save_blob(&blob, &name),
                    Err(found) => drop(trouble.try_set(Some(found))),
                }
            });
        };
        view! {
            <button class="button" data-kind="quiet" data-size="small" type="button"
                aria-disabled=move || busy.get().to_string() on:click=save>{label}</button>
        }
    };
    let said = move || trouble.with(|trouble| trouble.as_ref().map(sentence)).unwrap_or_default();
    view! {
        <nav class="paper-tools" aria-label=words.tools()>
            <a href=desk>"‹ "{words.to_programmes()}</a>
            <button class="button" data-size="small" type="button" on:click=print>{words.print()}</button>
            <Languages choose=choose />
            {files(words).map(file).into_iter().collect::<Vec<_>>()}
        </nav>
        <div class="notice paper-trouble" data-kind="bad" role="alert" hidden=move || trouble.with(Option::is_none) prop:textContent=changing(said)></div>
    }
}
