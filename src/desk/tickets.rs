//! How phones take part where there is no endpoint: the QR code that invites them, the page that it opens, and the way to where
//! their tickets are read.

use leptos::prelude::*;
use survey::wire::SessionView;
use survey::{Code, Route, State};

use crate::address;
use crate::client::ticket_taker::{is_of_this_machine, keep_phone_page};
use crate::invite::Invite;
use crate::language::language;
use crate::parts::{Qr, QrImage};

/// More modules on a side are hard to read off a projected board: a QR code of version 20.
const SIDE: i32 = 97;

/// The panel, as long as the session may take answers.
#[component]
pub(super) fn Tickets(session: SessionView, state: RwSignal<State>) -> impl IntoView {
    let is_over = Memo::new(move |_| state.get().is_over());
    move || (!is_over.get()).then(|| view! { <Phones session=session.clone() /> })
}

#[component]
fn Phones(session: SessionView) -> impl IntoView {
    let words = ::words::scan(language());
    let invite = Invite::to(&session);
    let code = session.code;
    let is_wrong = RwSignal::new(false);
    let write = move |text: String| {
        let kept = keep_phone_page(text.trim());
        is_wrong.set(kept.is_none());
        if let Some(page) = kept {
            invite.page.set(page);
        }
    };
    let is_fine = move || invite.image().is_some_and(|image| image.modules() > SIDE);
    view! {
        <section class="desk-tickets" aria-labelledby="tickets-title">
            <h2 id="tickets-title">{words.phones()}</h2>
            <div class="desk-tickets-body">
                {move || invite.image().map(|image| view! { <Invitation image code /> })}
                <div>
                    <p>{words.phones_body()}</p>
                    <p class="notice" hidden=move || invite.page.with(|page| !page.is_empty())>{words.no_phone_page()}</p>
                    <p class="notice" hidden=move || !invite.page.with(|page| is_of_this_machine(page))>{words.phone_page_here()}</p>
                    <p class="notice" data-kind="bad" role="alert" hidden=move || !invite.has_failed()>{words.no_invitation()}</p>
                    <p class="notice" hidden=move || !is_fine()>{words.fine_code()}</p>
                    <div class="desk-here">
                        <a class="button" href=address::to(&Route::Scan(code)) target="_blank" rel="noopener">{words.scan_link()}</a>
                    </div>
                    <details>
                        <summary>{words.phone_page()}</summary>
                        <label class="desk-field">
                            <span>{words.phone_page_label()}</span>
                            <input class="field" name="phone-page" type="url" inputmode="url" prop:value=move || invite.page.get()
                                aria-invalid=move || is_wrong.get().then_some("true") aria-describedby="phone-page-wrong"
                                on:change:target=move |event| write(event.target().value()) />
                        </label>
                        <p class="fault" id="phone-page-wrong" role="alert" hidden=move || !is_wrong.get()>{words.phone_page_wrong()}</p>
                        <p>{words.phone_page_hint()}</p>
                        {move || invite.address().map(|address| view! {
                            <p><a href=address target="_blank" rel="noopener">{words.try_phone_page()}</a></p>
                        })}
                    </details>
                </div>
            </div>
        </section>
    }
}

/// The QR code, and the files of it.
#[component]
fn Invitation(image: QrImage, code: Code) -> impl IntoView {
    let words = ::words::desk(language());
    let (svg, png) = (image.clone(), image.clone());
    let name = words.qr_file(code.as_str());
    let file = name.clone();
    view! {
        <figure class="desk-qr">
            <Qr image=Some(image) name=::words::scan(language()).qr_name().to_owned() />
            <div class="desk-actions">
                <button class="button" data-kind="quiet" data-size="small" type="button" on:click=move |_| svg.save_svg(&file)>{words.save_svg()}</button>
                <button class="button" data-kind="quiet" data-size="small" type="button" on:click=move |_| png.save_png(&name)>{words.save_png()}</button>
            </div>
        </figure>
    }
}
