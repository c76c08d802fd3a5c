//! What the organiser writes about a programme: the report's texts, and folded away what the programme is.

use ::words::ja::programmes as words;
use leptos::{ev::SubmitEvent, prelude::*};
use survey::wire::ProgrammeDraft;
use survey::{Attendance, Code, Unanimous};

use super::year::Year;
use crate::client::{Endpoint, Trouble};
use crate::desk::inputs::{Lines, Radios, Text, lines, number, of_lines, of_number, text};
use crate::desk::trouble_notice::TroubleNotice;

/// The fields as they stand.
#[derive(Clone, Copy)]
struct Fields {
    title: RwSignal<String>,
    fiscal_year: RwSignal<i32>,
    audience: RwSignal<String>,
    group: RwSignal<String>,
    municipalities: RwSignal<String>,
    people: RwSignal<String>,
    cumulative: RwSignal<String>,
    unanimous: RwSignal<Unanimous>,
    good_points: RwSignal<String>,
    issues: RwSignal<String>,
    suggestions: RwSignal<String>,
}

impl Fields {
    fn new(draft: ProgrammeDraft) -> Self {
        Self {
            title: RwSignal::new(draft.title),
            fiscal_year: RwSignal::new(draft.fiscal_year),
            audience: RwSignal::new(draft.audience.unwrap_or_default()),
            group: RwSignal::new(draft.group.unwrap_or_default()),
            municipalities: of_number(draft.attendance.municipalities),
            people: of_number(draft.attendance.people),
            cumulative: of_number(draft.attendance.cumulative),
            unanimous: RwSignal::new(draft.unanimous),
            good_points: of_lines(&draft.good_points),
            issues: of_lines(&draft.issues),
            suggestions: of_lines(&draft.suggestions),
        }
    }

    /// The draft, or which number is none.
    fn draft(self) -> Result<ProgrammeDraft, Trouble> {
        let number = |field, name: &str| {
            let wrong = |_| Trouble::Refused(vec![(format!("/attendance/{name}"), "wrong_type".to_owned())]);
            number(field).map_err(wrong)
        };
        Ok(ProgrammeDraft {
            title: self.title.get_untracked(),
            fiscal_year: self.fiscal_year.get_untracked(),
            audience: text(self.audience),
            group: text(self.group),
            attendance: Attendance {
                municipalities: number(self.municipalities, "municipalities")?,
                people: number(self.people, "people")?,
                cumulative: number(self.cumulative, "cumulative")?,
            },
            good_points: lines(self.good_points),
            issues: lines(self.issues),
            suggestions: lines(self.suggestions),
            unanimous: self.unanimous.get_untracked(),
            sessions: Vec::new(),
        })
    }
}

/// The form; `said` learns of what was saved.
#[component]
pub(super) fn Edit(
    endpoint: Endpoint,
    id: Code,
    draft: ProgrammeDraft,
    said: RwSignal<ProgrammeDraft>,
) -> impl IntoView {
    let fields = Fields::new(draft);
    let trouble = RwSignal::new(None::<Trouble>);
    let status = RwSignal::new("");
    let busy = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        status.set("");
        let draft = match fields.draft() {
            Ok(draft) => draft,
            Err(wrong) => return trouble.set(Some(wrong)),
        };
        let endpoint = endpoint.clone();
        busy.set(true);
        leptos::task::spawn_local(async move {
            let saved = endpoint.correct_programme(id, &draft).await;
            busy.try_set(false);
            match saved {
                Ok(saved) => {
                    said.try_set(saved.programme);
                    status.try_set(::words::ja::desk::SAVED);
                    trouble.try_set(None);
                }
                Err(found) => drop(trouble.try_set(Some(found))),
            }
        });
    };
    view! {
        // What was saved is not said any more once something else is typed.
        <form class="programme-edit" on:submit=submit on:input=move |_| status.set("") novalidate>
            <h3>{words::TEXTS}</h3>
            <p class="hint">{words::TEXTS_HINT}</p>
            <Lines label=words::GOOD_POINTS name="good_points" rows="4" value=fields.good_points />
            <Lines label=words::ISSUES name="issues" rows="4" value=fields.issues />
            <Lines label=words::SUGGESTIONS name="suggestions" rows="4" value=fields.suggestions />
            <details class="desk-fold">
                <summary>{words::FACTS}</summary>
                <div class="desk-row">
                    <Text label=words::TITLE name="programme_title" value=fields.title />
                    <Year label=words::FISCAL_YEAR value=fields.fiscal_year />
                </div>
                <div class="desk-row">
                    <Text label=words::AUDIENCE name="audience" value=fields.audience />
                    <Text label=words::GROUP name="group" value=fields.group />
                </div>
                <fieldset class="desk-choices">
                    <legend>{words::ATTENDANCE}</legend>
                    <p class="hint">{words::ATTENDANCE_HINT}</p>
                    <div class="desk-row">
                        <Text label=words::MUNICIPALITIES name="programme_municipalities" kind="number" value=fields.municipalities />
                        <Text label=words::PEOPLE name="programme_people" kind="number" value=fields.people />
                        <Text label=words::CUMULATIVE name="cumulative" kind="number" value=fields.cumulative />
                    </div>
                </fieldset>
                <HowUnanimous value=fields.unanimous />
            </details>
            <TroubleNotice trouble fault=words::fault />
            <div class="desk-actions">
                <button class="button" type="submit" aria-disabled=move || busy.get().to_string()>{words::SAVE}</button>
                <span role="status">{move || status.get()}</span>
            </div>
        </form>
    }
}

/// How a headline says that every answer was favourable.
#[component]
fn HowUnanimous(value: RwSignal<Unanimous>) -> impl IntoView {
    let choices = [Unanimous::Everybody, Unanimous::Percent];
    let choices = choices.map(|unanimous| (unanimous, words::unanimous(unanimous))).to_vec();
    view! { <Radios legend=words::UNANIMOUS name="unanimous" choices value /> }
}
