//! What stands in the fields of a programme's form, and how what was typed is laid over what is stored.

use leptos::prelude::*;
use survey::wire::ProgrammeDraft;
use survey::{Attendance, Unanimous};

use crate::client::Trouble;
use crate::desk::inputs::{lines_as_typed, lines_in, number_as_typed, number_in, text_in};

/// The fields of the form.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    pub(super) title: RwSignal<String>,
    pub(super) fiscal_year: RwSignal<i32>,
    pub(super) audience: RwSignal<String>,
    pub(super) group: RwSignal<String>,
    pub(super) municipalities: RwSignal<String>,
    pub(super) people: RwSignal<String>,
    pub(super) cumulative: RwSignal<String>,
    pub(super) unanimous: RwSignal<Unanimous>,
    pub(super) good_points: RwSignal<String>,
    pub(super) issues: RwSignal<String>,
    pub(super) suggestions: RwSignal<String>,
}

/// What stands in them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Typed {
    title: String,
    fiscal_year: i32,
    audience: String,
    group: String,
    municipalities: String,
    people: String,
    cumulative: String,
    unanimous: Unanimous,
    good_points: String,
    issues: String,
    suggestions: String,
}

impl Fields {
    /// Fields in which this stands.
    pub(super) fn new(typed: Typed) -> Self {
        Self {
            title: RwSignal::new(typed.title),
            fiscal_year: RwSignal::new(typed.fiscal_year),
            audience: RwSignal::new(typed.audience),
            group: RwSignal::new(typed.group),
            municipalities: RwSignal::new(typed.municipalities),
            people: RwSignal::new(typed.people),
            cumulative: RwSignal::new(typed.cumulative),
            unanimous: RwSignal::new(typed.unanimous),
            good_points: RwSignal::new(typed.good_points),
            issues: RwSignal::new(typed.issues),
            suggestions: RwSignal::new(typed.suggestions),
        }
    }

    /// What stands in them now; follows them.
    pub(super) fn typed(self) -> Typed {
        Typed {
            title: self.title.get(),
            fiscal_year: self.fiscal_year.get(),
            audience: self.audience.get(),
            group: self.group.get(),
            municipalities: self.municipalities.get(),
            people: self.people.get(),
            cumulative: self.cumulative.get(),
            unanimous: self.unanimous.get(),
            good_points: self.good_points.get(),
            issues: self.issues.get(),
            suggestions: self.suggestions.get(),
        }
    }

    /// Puts this into them.
    pub(super) fn show(self, typed: Typed) {
        self.title.set(typed.title);
        self.fiscal_year.set(typed.fiscal_year);
        self.audience.set(typed.audience);
        self.group.set(typed.group);
        self.municipalities.set(typed.municipalities);
        self.people.set(typed.people);
        self.cumulative.set(typed.cumulative);
        self.unanimous.set(typed.unanimous);
        self.good_points.set(typed.good_points);
        self.issues.set(typed.issues);
        self.suggestions.set(typed.suggestions);
    }
}

impl Typed {
    /// What stands in the fields of this draft.
    pub(super) fn of(draft: &ProgrammeDraft) -> Self {
        Self {
            title: draft.title.clone(),
            fiscal_year: draft.fiscal_year,
            audience: draft.audience.clone().unwrap_or_default(),
            group: draft.group.clone().unwrap_or_default(),
            municipalities: number_as_typed(draft.attendance.municipalities),
            people: number_as_typed(draft.attendance.people),
            cumulative: number_as_typed(draft.attendance.cumulative),
            unanimous: draft.unanimous,
            good_points: lines_as_typed(&draft.good_points),
            issues: lines_as_typed(&draft.issues),
            suggestions: lines_as_typed(&draft.suggestions),
        }
    }

    /// What was changed since `loaded`, over what is `stored` now: another page may have stored other fields meanwhile.
    pub(super) fn laid_over(self, loaded: &Self, stored: Self) -> Self {
        fn lay<T: PartialEq>(typed: T, loaded: &T, stored: T) -> T {
            if typed == *loaded { stored } else { typed }
        }
        Self {
            title: lay(self.title, &loaded.title, stored.title),
            fiscal_year: lay(self.fiscal_year, &loaded.fiscal_year, stored.fiscal_year),
            audience: lay(self.audience, &loaded.audience, stored.audience),
            group: lay(self.group, &loaded.group, stored.group),
            municipalities: lay(self.municipalities, &loaded.municipalities, stored.municipalities),
            people: lay(self.people, &loaded.people, stored.people),
            cumulative: lay(self.cumulative, &loaded.cumulative, stored.cumulative),
            unanimous: lay(self.unanimous, &loaded.unanimous, stored.unanimous),
            good_points: lay(self.good_points, &loaded.good_points, stored.good_points),
            issues: lay(self.issues, &loaded.issues, stored.issues),
            suggestions: lay(self.suggestions, &loaded.suggestions, stored.suggestions),
        }
    }

    /// Whether they differ in what is folded away: everything but the three texts.
    pub(super) fn differs_in_facts(&self, other: &Self) -> bool {
        let texts_of_other = Self {
            good_points: other.good_points.clone(),
            issues: other.issues.clone(),
            suggestions: other.suggestions.clone(),
            ..self.clone()
        };
        texts_of_other != *other
    }

    /// The draft, or which number is none.
    pub(super) fn draft(&self) -> Result<ProgrammeDraft, Trouble> {
        let number = |field: &str, name: &str| {
            let wrong = |_| Trouble::Refused(vec![(format!("/attendance/{name}"), "wrong_type".to_owned())]);
            number_in(field).map_err(wrong)
        };
        Ok(ProgrammeDraft {
            title: self.title.clone(),
            fiscal_year: self.fiscal_year,
            audience: text_in(&self.audience),
            group: text_in(&self.group),
            attendance: Attendance {
                municipalities: number(&self.municipalities, "municipalities")?,
                people: number(&self.people, "people")?,
                cumulative: number(&self.cumulative, "cumulative")?,
            },
            good_points: lines_in(&self.good_points),
            issues: lines_in(&self.issues),
            suggestions: lines_in(&self.suggestions),
            unanimous: self.unanimous,
            sessions: Vec::new(),
        })
    }
}
