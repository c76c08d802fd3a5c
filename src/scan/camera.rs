//! What the camera sees, and the codes in it.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use js_sys::{Object, Reflect};
use leptos::{html, prelude::*};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CanvasRenderingContext2d, DomException, HtmlCanvasElement, HtmlVideoElement, ImageData, MediaStream,
    MediaStreamConstraints, MediaStreamTrack,
};

use super::Station;
use crate::client::qr_reader::QrReader;
use crate::language::language;
use crate::parts::changing;

/// Milliseconds between two pictures, for the page to do something else.
const PAUSE: u32 = 30;
/// A code that was away for so many milliseconds is a new one.
const AWAY: f64 = 2_000.0;
/// The picture that is asked for: enough for a QR code of version 15 at arm's length.
const WIDTH: u32 = 1280;
const HEIGHT: u32 = 720;

/// How the camera is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Eye {
    Off,
    Opening,
    Open,
    Trouble(NoCamera),
}

/// Why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NoCamera {
    None,
    Refused,
    Busy,
    /// The page was not loaded in a way that browsers trust.
    Insecure,
    /// There is one, but what reads QR codes does not run.
    NoReader,
}

/// A camera that is on. It goes off when this is dropped.
struct Stream(MediaStream);

impl Stream {
    /// Whether it is a tablet's camera that looks away from whoever holds it, and shows no mirror.
    fn looks_away(&self) -> bool {
        let track = self.0.get_video_tracks().get(0).dyn_into::<MediaStreamTrack>();
        let facing =
            track.ok().and_then(|track| Reflect::get(&track.get_settings(), &"facingMode".into()).ok());
        facing.and_then(|facing| facing.as_string()).as_deref() == Some("environment")
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        for track in self.0.get_tracks() {
            track.unchecked_into::<MediaStreamTrack>().stop();
        }
    }
}

/// The picture and its buttons.
#[component]
pub(super) fn Camera(station: Station) -> impl IntoView {
    let words = ::words::scan(language());
    let eye = RwSignal::new(Eye::Off);
    let video = NodeRef::<html::Video>::new();
    let mirrored = RwSignal::new(true);
    // What is on now; the watching ends when it is another, or none.
    let on = StoredValue::new_local(Rc::new(RefCell::new(None::<Rc<Stream>>)));
    let stop = move || {
        on.with_value(|on| drop(on.take()));
        eye.set(Eye::Off);
    };
    let start = move |_| {
        if eye.get_untracked() == Eye::Opening {
            return;
        }
        super::sound::wake();
        eye.set(Eye::Opening);
        let on = on.get_value();
        leptos::task::spawn_local(async move {
            match open().await {
                Ok(stream) => {
                    let stream = Rc::new(stream);
                    let Some(video) = video.try_get_untracked().flatten() else { return };
                    on.replace(Some(stream.clone()));
                    mirrored.try_set(!stream.looks_away());
                    eye.try_set(Eye::Open);
                    let ended = watch(&video, &stream, &on, station).await;
                    let is_ours = on.borrow().as_ref().is_some_and(|now| Rc::ptr_eq(now, &stream));
                    if is_ours {
                        on.take();
                        eye.try_set(Eye::Trouble(ended));
                    }
                }
                Err(why) => drop(eye.try_set(Eye::Trouble(why))),
            }
        });
    };
    on_cleanup(move || on.with_value(|on| drop(on.take())));
    let said = move || match eye.get() {
        Eye::Off => words.scan_hint(),
        Eye::Opening => words.starting(),
        Eye::Open => words.looking(),
        Eye::Trouble(NoCamera::None) => words.no_camera(),
        Eye::Trouble(NoCamera::Refused) => words.camera_refused(),
        Eye::Trouble(NoCamera::Busy) => words.camera_busy(),
        Eye::Trouble(NoCamera::Insecure) => words.camera_insecure(),
        Eye::Trouble(NoCamera::NoReader) => words.no_reader(),
    };
    let is_on = move || matches!(eye.get(), Eye::Open);
    view! {
        <section class="scan-camera" data-on=move || is_on().to_string()>
            <video node_ref=video data-mirrored=move || mirrored.get().to_string() muted playsinline aria-label=words.picture() hidden=move || !is_on()></video>
            <p role="status" data-trouble=move || matches!(eye.get(), Eye::Trouble(_)).to_string() prop:textContent=changing(said)></p>
            <button class="button" type="button" hidden=is_on on:click=start>{words.start()}</button>
            <button class="button" data-kind="quiet" type="button" hidden=move || !is_on() on:click=move |_| stop()>{words.stop()}</button>
        </section>
    }
}

async fn open() -> Result<Stream, NoCamera> {
    let navigator = window().navigator();
    // There is none in pages that browsers do not trust.
    let devices =
        Reflect::get(&navigator, &"mediaDevices".into()).ok().filter(|devices| !devices.is_undefined());
    if devices.is_none() {
        return Err(NoCamera::Insecure);
    }
    let devices = navigator.media_devices().map_err(|_| NoCamera::Insecure)?;
    let constraints = MediaStreamConstraints::new();
    constraints.set_video(&wanted());
    let asked = devices.get_user_media_with_constraints(&constraints).map_err(|_| NoCamera::Busy)?;
    let stream = JsFuture::from(asked).await.map_err(|why| {
        match why.dyn_into::<DomException>().map(|why| why.name()).unwrap_or_default().as_str() {
            "NotAllowedError" | "SecurityError" => NoCamera::Refused,
            "NotFoundError" | "OverconstrainedError" => NoCamera::None,
            _ => NoCamera::Busy,
        }
    })?;
    stream.dyn_into().map(Stream).map_err(|_| NoCamera::Busy)
}

/// Wishes, none of which a camera must have.
fn wanted() -> JsValue {
    let video = Object::new();
    let wishes: [(&str, JsValue); 3] =
        [("width", WIDTH.into()), ("height", HEIGHT.into()), ("facingMode", "environment".into())];
    for (name, value) in wishes {
        let ideal = Object::new();
        // Cannot fail for objects of our own.
        drop(Reflect::set(&ideal, &"ideal".into(), &value));
        drop(Reflect::set(&video, &name.into(), &ideal));
    }
    video.into()
}

/// Takes every ticket that is held up, until the camera is off, or gone: unplugged, or taken away by the system.
async fn watch(
    video: &HtmlVideoElement,
    stream: &Rc<Stream>,
    on: &RefCell<Option<Rc<Stream>>>,
    station: Station,
) -> NoCamera {
    // Where sounds may not play by themselves, pictures without sound may.
    video.set_muted(true);
    video.set_src_object(Some(&stream.0));
    if let Ok(playing) = video.play() {
        drop(JsFuture::from(playing).await);
    }
    let picture = Picture::default();
    let mut seen = Seen::default();
    let mut reader = None;
    let is_on = || stream.0.active() && on.borrow().as_ref().is_some_and(|now| Rc::ptr_eq(now, stream));
    let mut ended = NoCamera::Busy;
    while is_on() {
        if reader.is_none() {
            reader = QrReader::start().await;
            if reader.is_none() {
                ended = NoCamera::NoReader;
                break;
            }
        }
        if let (Some(image), Some(started)) = (picture.of_video(video), &reader) {
            match started.read(&image).await {
                Some(texts) => {
                    for text in texts {
                        if is_on() && seen.is_new(&text) && station.take(&text).await.may_be_taken_later() {
                            seen.look_again(&text);
                        }
                    }
                }
                // It has ended: another one is started.
                None => reader = None,
            }
        }
        TimeoutFuture::new(PAUSE).await;
    }
    video.set_src_object(None);
    ended
}

/// The codes that are held up now: each is taken once, however many pictures it is in.
#[derive(Default)]
struct Seen(HashMap<String, Held>);

/// A code before the camera.
struct Held {
    /// When it was seen, in milliseconds.
    at: f64,
    /// Whether it is tried again though it stays.
    again: bool,
}

impl Seen {
    fn is_new(&mut self, text: &str) -> bool {
        let now = js_sys::Date::now();
        self.0.retain(|_, held| now - held.at < AWAY);
        match self.0.get_mut(text) {
            None => {
                self.0.insert(text.to_owned(), Held { at: now, again: false });
                true
            }
            Some(held) => {
                if !held.again {
                    held.at = now;
                }
                false
            }
        }
    }

    /// What could not be taken now is tried again after a while, though nobody moves.
    fn look_again(&mut self, text: &str) {
        if let Some(held) = self.0.get_mut(text) {
            held.again = true;
        }
    }
}

/// Makes pictures that can be read.
#[derive(Default)]
pub(super) struct Picture {
    canvas: Cell<Option<(HtmlCanvasElement, CanvasRenderingContext2d)>>,
}

impl Picture {
    /// What a video shows now; none while it shows nothing.
    fn of_video(&self, video: &HtmlVideoElement) -> Option<ImageData> {
        let (width, height) = (video.video_width(), video.video_height());
        self.draw(width, height, |context| {
            context.draw_image_with_html_video_element_and_dw_and_dh(
                video,
                0.0,
                0.0,
                width.into(),
                height.into(),
            )
        })
    }

    /// What `draw` draws in so many pixels; none where there are none.
    pub(super) fn draw(
        &self,
        width: u32,
        height: u32,
        draw: impl Fn(&CanvasRenderingContext2d) -> Result<(), JsValue>,
    ) -> Option<ImageData> {
        if width == 0 || height == 0 {
            return None;
        }
        let (canvas, context) = self.canvas.take().or_else(make_canvas)?;
        if (canvas.width(), canvas.height()) != (width, height) {
            canvas.set_width(width);
            canvas.set_height(height);
        }
        let drawn =
            draw(&context).and_then(|()| context.get_image_data(0.0, 0.0, width.into(), height.into()));
        self.canvas.set(Some((canvas, context)));
        drawn.ok()
    }
}

fn make_canvas() -> Option<(HtmlCanvasElement, CanvasRenderingContext2d)> {
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    let options = Object::new();
    // Kept where it can be read fast.
    drop(Reflect::set(&options, &"willReadFrequently".into(), &JsValue::TRUE));
    let context = canvas.get_context_with_context_options("2d", &options).ok()??.dyn_into().ok()?;
    Some((canvas, context))
}
