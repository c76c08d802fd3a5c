//! Calls about programmes and their reports. All of them need the organiser's key.

use survey::wire::{ProgrammeDraft, ProgrammeMade, ProgrammeRow, ProgrammeView, Programmes};
use survey::{Code, Language, Report};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use super::desk::{parse, print};
use super::endpoint::{read, session_path};
use super::{Endpoint, Trouble};

const PROGRAMMES: &str = "/api/v1/programmes";

/// A file that the endpoint makes of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportFile {
    /// The summary table, UTF-8.
    Csv,
    /// The summary table, Shift_JIS.
    CsvShiftJis,
    /// The workbook.
    Xlsx,
    /// The report as one JSON value.
    Json,
}

impl ReportFile {
    fn address(self, ids: &[Code], language: Language) -> String {
        let rest = match self {
            Self::Csv => "/report.csv?lang=",
            Self::CsvShiftJis => "/report.csv?encoding=shift_jis&lang=",
            Self::Xlsx => "/report.xlsx?lang=",
            Self::Json => "/report?lang=",
        };
        [&path(ids), rest, language.name()].concat()
    }
}

impl Endpoint {
    /// All programmes, the newest year first.
    pub async fn programmes(&self) -> Result<Vec<ProgrammeRow>, Trouble> {
        parse(&self.call("GET", PROGRAMMES, None).await?)
    }

    /// A programme with its sessions.
    pub async fn programme(&self, id: Code) -> Result<ProgrammeView, Trouble> {
        parse(&self.call("GET", &path(&[id]), None).await?)
    }

    /// Makes all of these programmes with their sessions, or none of them.
    pub async fn make_programmes(&self, drafts: Vec<ProgrammeDraft>) -> Result<Vec<ProgrammeMade>, Trouble> {
        let body = print(&Programmes { programmes: drafts });
        let made: Programmes<ProgrammeMade> = parse(&self.call("POST", PROGRAMMES, Some(&body)).await?)?;
        Ok(made.programmes)
    }

    /// Replaces what is said of a programme; its sessions stay.
    pub async fn correct_programme(
        &self,
        id: Code,
        draft: &ProgrammeDraft,
    ) -> Result<ProgrammeView, Trouble> {
        parse(&self.call("PUT", &path(&[id]), Some(&print(draft))).await?)
    }

    /// Removes a programme with its sessions, as long as nobody has answered any of them.
    pub async fn remove_programme(&self, id: Code) -> Result<(), Trouble> {
        self.call("DELETE", &path(&[id]), None).await.map(drop)
    }

    /// The report of these programmes, in this language.
    pub async fn report(&self, ids: &[Code], language: Language) -> Result<Report, Trouble> {
        parse(&self.call("GET", &ReportFile::Json.address(ids, language), None).await?)
    }

    /// What anybody may see of the finished sessions of a session's programme, with its choices named in this language.
    /// Needs no key.
    pub async fn public_report(&self, code: Code, language: Language) -> Result<Report, Trouble> {
        let path = [&session_path(code), "/report?lang=", language.name()].concat();
        parse(&self.call("GET", &path, None).await?)
    }

    /// A file of the report of these programmes, in this language.
    pub async fn report_file(
        &self,
        ids: &[Code],
        file: ReportFile,
        language: Language,
    ) -> Result<Blob, Trouble> {
        let response = self.ask("GET", &file.address(ids, language), None).await?;
        if !response.ok() {
            return Err(read(response).await.err().unwrap_or(Trouble::Unreachable));
        }
        let blob = JsFuture::from(response.blob().map_err(|_| Trouble::Unreachable)?).await;
        blob.ok().and_then(|blob| blob.dyn_into().ok()).ok_or(Trouble::Unreachable)
    }
}

fn path(ids: &[Code]) -> String {
    let ids: Vec<_> = ids.iter().map(Code::as_str).collect();
    [PROGRAMMES, "/", &ids.join(",")].concat()
}
