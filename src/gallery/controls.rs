//! What can be pressed, and what says how things went.

use leptos::prelude::*;

use super::state;
use super::words;
use crate::client::Trouble;
use crate::desk::TroubleNotice;

/// Buttons and links, notices, a dialog, progress.
pub(super) fn section() -> AnyView {
    let buttons = vec![
        state(words().button(), view! { <button class="button" type="button">{words().button()}</button> }),
        state(
            words().button_quiet(),
            view! { <button class="button" data-kind="quiet" type="button">{words().button_quiet()}</button> },
        ),
        state(
            words().button_small(),
            view! {
                <div class="desk-actions">
                    <button class="button" data-size="small" type="button">{words().button_small()}</button>
                    <button class="button" data-kind="quiet" data-size="small" type="button">{words().button_small()}</button>
                </div>
            },
        ),
        state(
            words().button_off(),
            view! {
                <div class="desk-actions">
                    <button class="button" type="button" disabled>{words().button_off()}</button>
                    <button class="button" data-kind="quiet" type="button" disabled>{words().button_off()}</button>
                </div>
            },
        ),
        state(
            words().button_busy(),
            view! { <button class="button" type="button" aria-disabled="true">{words().button_busy()}</button> },
        ),
        state(
            words().link_button(),
            view! { <button class="link-button" type="button">{words().link_button()}</button> },
        ),
        state(words().link(), view! { <p><a href="#controls">{words().link()}</a></p> }),
        state(
            words().fold(),
            view! {
                <div class="desk-fold"><details open><summary>{words().fold()}</summary><p>{words().folded()}</p></details></div>
            },
        ),
    ];
    view! {
        {super::section("controls", words().controls(), buttons)}
        {super::section("notices", words().notices(), notices())}
    }
    .into_any()
}

fn notices() -> Vec<AnyView> {
    let notice = |kind: Option<&'static str>, said: &'static str| {
        state(said, view! { <div class="notice" data-kind=kind><p>{said}</p></div> })
    };
    let refused = vec![("/title".to_owned(), "blank".to_owned())];
    let troubles = [Trouble::Unreachable, Trouble::Refused(refused)];
    let mut states = vec![
        notice(None, words().notice()),
        notice(Some("bad"), words().notice_bad()),
        notice(Some("good"), words().notice_good()),
    ];
    states.extend(troubles.map(|trouble| {
        state(words().notices(), view! { <TroubleNotice trouble=Signal::stored(Some(trouble)) /> })
    }));
    states.push(state(
        words().dialog(),
        view! {
            <dialog class="dialog" open aria-labelledby="gallery-dialog">
                <h3 id="gallery-dialog">{words().dialog()}</h3>
                <p>{words().dialog_body()}</p>
                <div class="dialog-actions">
                    <button class="button" type="button">{words().button()}</button>
                    <button class="button" data-kind="quiet" type="button">{words().button_quiet()}</button>
                </div>
            </dialog>
        },
    ));
    states.push(state(words().progress(), view! {
        <div class="collected-progress"><progress max="100" value="60" aria-label=words().progress()></progress></div>
    }));
    states
}
