//! What was typed about programmes and not saved yet: it stays while one looks at other places of the desk.

use std::collections::BTreeMap;

use leptos::prelude::*;
use survey::Code;

use super::typed::Typed;

/// What was typed about a programme.
#[derive(Clone)]
struct Changed {
    /// What its form was loaded with.
    loaded: Typed,
    /// What stands in it.
    typed: Typed,
}

/// What was typed, by programme.
#[derive(Clone, Copy, Default)]
pub(in crate::desk) struct Unsaved(RwSignal<BTreeMap<Code, Changed>>);

impl Unsaved {
    /// Whether there is anything; follows it.
    pub(in crate::desk) fn is_any(self) -> bool {
        self.0.with(|all| !all.is_empty())
    }

    /// What the form of a programme begins with: what was typed before, over what is stored.
    pub(super) fn over(self, id: Code, stored: Typed) -> Typed {
        match self.0.with_untracked(|all| all.get(&id).cloned()) {
            Some(Changed { loaded, typed }) => typed.laid_over(&loaded, stored),
            None => stored,
        }
    }

    /// Keeps what stands in the form of a programme as long as it differs from what is stored.
    pub(super) fn keep(self, id: Code, loaded: Typed, typed: Typed) {
        if typed == loaded {
            self.forget(id);
        } else {
            self.0.update(|all| drop(all.insert(id, Changed { loaded, typed })));
        }
    }

    /// What was `sent` is `stored` now. What was typed after it was sent stays, also where the form is gone by now.
    pub(super) fn saved(self, id: Code, sent: &Typed, stored: &Typed) {
        if let Some(Changed { typed, .. }) = self.0.with_untracked(|all| all.get(&id).cloned()) {
            self.keep(id, stored.clone(), typed.laid_over(sent, stored.clone()));
        }
    }

    /// Forgets it: nothing differs any more, or the programme is gone.
    pub(super) fn forget(self, id: Code) {
        if self.0.with_untracked(|all| all.contains_key(&id)) {
            self.0.update(|all| drop(all.remove(&id)));
        }
    }
}
