//! A file's way to the endpoint, part by part: each is asked of the worker when the one before it has arrived. What has
//! arrived stays, so that an import can be stopped and gone on with.

use leptos::prelude::*;
use survey::import::answers::{Facts, Mapping};

use super::import::Way;
use crate::client::Trouble;
use crate::client::files::{AnswersFile, FileTrouble};
use crate::language::language;
use crate::parts::changing;

/// Why it ended before its end.
enum Ended {
    Stopped,
    Already(String),
    Trouble(Trouble),
    File(FileTrouble),
}

impl From<Trouble> for Ended {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

impl From<FileTrouble> for Ended {
    fn from(trouble: FileTrouble) -> Self {
        Self::File(trouble)
    }
}

/// Sends all parts that have not arrived yet.
async fn send(way: Way, file: &AnswersFile, mapping: &Mapping) -> Result<(), Ended> {
    let shared = way.shared;
    let id = file.opened.id;
    let parts = file.map(&way.asked.get_untracked(), mapping).await?;
    let same = shared.look().await?.into_iter().find(|batch| batch.id == id);
    let begun = way.begun.get_untracked().is_some_and(|begun| begun == (id, mapping.clone()));
    let first = match same {
        Some(same) if same.is_whole() => return Err(Ended::Already(same.name)),
        // As far as it came, it came by the same mapping.
        Some(same) if begun && same.parts == parts => same.arrived,
        // What came by another mapping must not be mixed with this.
        Some(_) => {
            shared.endpoint().remove_batch(shared.code, id).await?;
            0
        }
        None => 0,
    };
    way.begun.try_set(Some((id, mapping.clone())));
    for number in first..parts {
        way.sending.try_set(Some((number, parts)));
        let json = file.part(number).await?;
        // Also where the screen is gone.
        if way.stopping.try_get_untracked().unwrap_or(true) {
            return Err(Ended::Stopped);
        }
        match shared.endpoint().put_part(shared.code, id, number, &json).await {
            Ok(_) => {}
            // The endpoint's last answer was lost on the way.
            Err(Trouble::AlreadyThere) => break,
            Err(found) => return Err(found.into()),
        }
    }
    Ok(())
}

fn begin(way: Way, rows: u32) {
    let words = ::words::collected(language());
    if way.sending.get_untracked().is_some() {
        return;
    }
    let Some(file) = way.file.get_untracked() else { return };
    let mapping = untrack(|| way.mapping());
    way.stopping.set(false);
    way.said.set(None);
    way.shared.trouble.set(None);
    way.sending.set(Some((0, 1)));
    leptos::task::spawn_local(async move {
        let ended = send(way, &file, &mapping).await;
        if way.sending.try_set(None).is_some() {
            return;
        }
        match ended {
            Ok(()) => {
                way.put_away();
                way.begun.set(None);
                way.done.set(Some(words.taken_in(&file.opened.name, rows)));
            }
            Err(Ended::Stopped) => way.said.set(Some(words.stopped().to_owned())),
            Err(Ended::Already(name)) => {
                way.put_away();
                way.said.set(Some(words.already(&name)));
            }
            Err(Ended::Trouble(Trouble::Unreachable)) => way.said.set(Some(words.broken_off().to_owned())),
            Err(Ended::Trouble(found)) => way.shared.trouble.set(Some(found)),
            Err(Ended::File(fault)) => way.said.set(Some(words.file_fault(&fault))),
        }
        way.shared.refresh();
    });
}

/// What hinders the import, where something does.
fn hindrance(way: Way, facts: &[Facts]) -> Option<String> {
    let words = ::words::collected(language());
    let outlook = way.outlook()?;
    let undecided = way.meanings.with(|meanings| {
        meanings.iter().zip(facts).any(|(meaning, facts)| meaning.is_none() && facts.filled > 0)
    });
    if undecided {
        return Some(words.undecided_left().to_owned());
    }
    let names = way
        .shared
        .shown
        .with_value(|asked| asked.axes.iter().map(|axis| axis.name.clone()).collect::<Vec<_>>());
    let wrong = names.iter().zip(&outlook.axes).find_map(|(name, axis)| match axis.columns.len() {
        2.. => Some(words.twice(name)),
        _ => axis.is_too_various.then(|| words.too_various(name)),
    });
    wrong.or_else(|| outlook.is_nothing.then(|| words.nothing_chosen().to_owned()))
}

/// The button that takes the file in, and how far it is.
#[component]
pub(super) fn Sending(way: Way, facts: Vec<Facts>, rows: u32) -> impl IntoView {
    let words = ::words::collected(language());
    let hindrance = Memo::new(move |_| hindrance(way, &facts));
    let percent = move || way.sending.get().map_or(0, |(sent, parts)| sent * 100 / parts.max(1));
    let is_sending = Memo::new(move |_| way.sending.get().is_some());
    // Those who listen are told by quarters.
    let quarter = Memo::new(move |_| is_sending.get().then(|| percent() / 25 * 25));
    let goes_on = Memo::new(move |_| {
        let id = way.file.with(|file| file.as_ref().map(|file| file.opened.id));
        way.begun.with(|begun| {
            begun.as_ref().is_some_and(|(begun, mapping)| Some(*begun) == id && *mapping == way.mapping())
        })
    });
    let take = move |_| {
        if hindrance.get_untracked().is_none() {
            begin(way, rows);
        }
    };
    view! {
        <p class="fault" id="import-hindrance" role="status">{hindrance}</p>
        <div class="collected-progress" hidden=move || !is_sending.get()>
            <progress max="100" value=move || percent().to_string() aria-label=words.sending()></progress>
            <span aria-hidden="true" prop:textContent=changing(move || words.percent(words.sending(), percent()))></span>
        </div>
        <p class="unseen" role="status" prop:textContent=changing(move || quarter.get().map(|percent| words.percent(words.sending(), percent)).unwrap_or_default())></p>
        <div class="desk-actions">
            <button class="button" type="button" hidden=move || is_sending.get() on:click=take
                aria-disabled=move || hindrance.with(Option::is_some).to_string() aria-describedby="import-hindrance">
                <span prop:textContent=changing(move || if goes_on.get() { words.go_on().to_owned() } else { words.take_in(rows) })></span>
            </button>
            <button class="button" data-kind="quiet" type="button" hidden=move || is_sending.get()
                on:click=move |_| way.put_away()>{words.put_away()}</button>
            <button class="button" data-kind="quiet" type="button" hidden=move || !is_sending.get()
                on:click=move |_| way.stopping.set(true)>{words.stop()}</button>
        </div>
    }
}
