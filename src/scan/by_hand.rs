//! Tickets without a camera: from files, from pictures of a screen, and as codes that were read aloud.

use leptos::prelude::*;
use ticket::{Fault, Piece};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement, ImageBitmap, ImageData};

use super::Station;
use super::camera::Picture;
use super::taking::Came;
use crate::client::qr_reader::QrReader;
use crate::language::language;
use crate::parts::changing;

/// A larger picture is read at this size: the longer side, in pixels.
const LONGEST: f64 = 1_800.0;

/// Both ways.
#[component]
pub(super) fn ByHand(station: Station, letters: usize) -> impl IntoView {
    let words = ::words::scan(language());
    let (short, said) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let busy = RwSignal::new(false);
    let add = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let text = short.get_untracked();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        leptos::task::spawn_local(async move {
            let came = station.taker.get_value().take_short(&text).await;
            if !matches!(came, Came::Wrong(_) | Came::NotNow(_)) {
                short.try_set(String::new());
            }
            station.say(came);
            busy.try_set(false);
        });
    };
    let choose = move |input: HtmlInputElement| {
        let files = input.files();
        let files: Vec<File> = files
            .iter()
            .flat_map(|files| (0..files.length()).filter_map(|number| files.get(number)))
            .collect();
        leptos::task::spawn_local(async move {
            let found = take_files(&files, station).await;
            said.try_set(found);
            // The same file can be chosen again.
            input.set_value("");
        });
    };
    view! {
        <section class="scan-by-hand" aria-labelledby="scan-by-hand">
            <h2 id="scan-by-hand">{words.other_ways()}</h2>
            <div>
            <label class="desk-field">
                <span>{words.file()}</span>
                <input class="field" name="tickets" type="file" multiple accept=".txt,text/plain,image/*"
                    on:change:target=move |event| choose(event.target()) />
            </label>
            <p role="status" prop:textContent=changing(move || said.get())></p>
            </div>
            <form on:submit=add>
                <label class="desk-field">
                    <span>{words.short()}</span>
                    <small>{words.letters(letters)}</small>
                    <input class="field" name="short" autocomplete="off" autocapitalize="characters" spellcheck="false"
                        prop:value=move || short.get() on:input:target=move |event| short.set(event.target().value()) />
                </label>
                <button class="button" data-kind="quiet" type="submit">{words.add()}</button>
                <p>{words.short_hint()}</p>
            </form>
        </section>
    }
}

/// Takes every ticket in the files; what came of them all.
async fn take_files(files: &[File], station: Station) -> String {
    let words = ::words::scan(language());
    let (mut taken, mut again, mut wrong) = (0, 0, 0);
    for file in files {
        let texts = match texts_of(file).await {
            Ok(texts) => texts,
            Err(why) => {
                station.say(Came::Wrong(why.to_owned()));
                wrong += 1;
                continue;
            }
        };
        for text in &texts {
            match station.take(text).await {
                Came::Taken | Came::Replaced => taken += 1,
                Came::Again => again += 1,
                Came::Part { .. } => {}
                Came::CodeAgain | Came::Wrong(_) | Came::NotNow(_) => wrong += 1,
            }
        }
    }
    // Of a part alone the rest is waited for, as it is said above.
    if taken + again + wrong == 0 { String::new() } else { words.files(taken, again, wrong) }
}

/// The tickets in a file, or why there are none.
async fn texts_of(file: &File) -> Result<Vec<String>, &'static str> {
    let words = ::words::scan(language());
    let texts = if file.type_().starts_with("image/") {
        let picture = picture_of(file).await.ok_or(words.no_picture())?;
        let reader = QrReader::start().await.ok_or(words.no_reader())?;
        reader.read(&picture).await.ok_or(words.no_reader())?
    } else {
        let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
        let lines = ticket::from_file(&text.unwrap_or_default()).into_iter();
        // What somebody has written beside it is not a ticket, and no fault either.
        lines.filter(|line| Piece::read(line) != Err(Fault::NotATicket)).collect()
    };
    if texts.is_empty() { Err(words.nothing_in_file()) } else { Ok(texts) }
}

async fn picture_of(file: &File) -> Option<ImageData> {
    let decoded = window().create_image_bitmap_with_blob(file).ok()?;
    let bitmap: ImageBitmap = JsFuture::from(decoded).await.ok()?.dyn_into().ok()?;
    let (width, height) = (f64::from(bitmap.width()), f64::from(bitmap.height()));
    let scale = (LONGEST / width.max(height)).min(1.0);
    let (width, height) = (width * scale, height * scale);
    // Both are whole numbers of pixels below 1800.
    Picture::default().draw(width as u32, height as u32, |context| {
        context.draw_image_with_image_bitmap_and_dw_and_dh(&bitmap, 0.0, 0.0, width, height)
    })
}
