//! What can be pressed, and what says how things went.

use leptos::prelude::*;
use words::ja::gallery as words;

use super::state;
use crate::client::Trouble;
use crate::desk::TroubleNotice;

/// Buttons and links, notices, a dialog, progress.
pub(super) fn section() -> AnyView {
    let buttons = vec![
        state(words::BUTTON, view! { <button class="button" type="button">{words::BUTTON}</button> }),
        state(
            words::BUTTON_QUIET,
            view! { <button class="button" data-kind="quiet" type="button">{words::BUTTON_QUIET}</button> },
        ),
        state(
            words::BUTTON_SMALL,
            view! {
                <div class="desk-actions">
                    <button class="button" data-size="small" type="button">{words::BUTTON_SMALL}</button>
                    <button class="button" data-kind="quiet" data-size="small" type="button">{words::BUTTON_SMALL}</button>
                </div>
            },
        ),
        state(
            words::BUTTON_OFF,
            view! {
                <div class="desk-actions">
                    <button class="button" type="button" disabled>{words::BUTTON_OFF}</button>
                    <button class="button" data-kind="quiet" type="button" disabled>{words::BUTTON_OFF}</button>
                </div>
            },
        ),
        state(
            words::BUTTON_BUSY,
            view! { <button class="button" type="button" aria-disabled="true">{words::BUTTON_BUSY}</button> },
        ),
        state(
            words::LINK_BUTTON,
            view! { <button class="link-button" type="button">{words::LINK_BUTTON}</button> },
        ),
        state(words::LINK, view! { <p><a href="#controls">{words::LINK}</a></p> }),
        state(
            words::FOLD,
            view! {
                <div class="desk-fold"><details open><summary>{words::FOLD}</summary><p>{words::FOLDED}</p></details></div>
            },
        ),
    ];
    view! {
        {super::section("controls", words::CONTROLS, buttons)}
        {super::section("notices", words::NOTICES, notices())}
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
        notice(None, words::NOTICE),
        notice(Some("bad"), words::NOTICE_BAD),
        notice(Some("good"), words::NOTICE_GOOD),
    ];
    states.extend(troubles.map(|trouble| {
        state(words::NOTICES, view! { <TroubleNotice trouble=Signal::stored(Some(trouble)) /> })
    }));
    states.push(state(
        words::DIALOG,
        view! {
            <dialog class="dialog" open aria-labelledby="gallery-dialog">
                <h3 id="gallery-dialog">{words::DIALOG}</h3>
                <p>{words::DIALOG_BODY}</p>
                <div class="dialog-actions">
                    <button class="button" type="button">{words::BUTTON}</button>
                    <button class="button" data-kind="quiet" type="button">{words::BUTTON_QUIET}</button>
                </div>
            </dialog>
        },
    ));
    states.push(state(words::PROGRESS, view! {
        <div class="collected-progress"><progress max="100" value="60" aria-label=words::PROGRESS></progress></div>
    }));
    states
}
