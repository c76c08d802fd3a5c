//! One ballot's way on this phone: written in the form, kept at every stroke, sent until it is acknowledged, corrected
//! while the session is open.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use survey::State;
use wasm_bindgen_futures::spawn_local;

use super::everybody;
use super::paper::Paper;
use super::screen::{Screen, Stage, forget_post};
use crate::client::{Outbox, Trouble, Written, new_ballot_id};

/// Sending is shown as kept on the phone after so many milliseconds, so that nobody waits at a dead network.
const PATIENCE: u32 = 4_000;
/// Milliseconds before the first retry; each later one waits twice as long, up to `LONGEST_PAUSE`.
const FIRST_PAUSE: u32 = 1_000;
const LONGEST_PAUSE: u32 = 30_000;

/// The running of one ballot.
struct Ballot {
    screen: Screen,
    paper: Paper,
    outbox: RefCell<Outbox>,
    stage: RwSignal<Stage>,
    /// Unanswered axes are pointed out once,
    pointed_out: Cell<bool>,
    /// and stay marked until they are answered or the ballot is sent.
    pointing: Cell<bool>,
    delivering: Cell<bool>,
    /// Set when there is a reason to try again at once.
    nudged: Cell<bool>,
}

/// Takes over the endpoint's form, or its receipt of a form that was sent before the app arrived.
pub(crate) fn take_over(screen: Screen) {
    let Some(paper) = Paper::find(&screen) else { return };
    let owner = Owner::new();
    let Some(ballot) = owner.with(|| Ballot::adopt(screen, paper)).map(Rc::new) else { return };
    ballot.listen();
    owner.with(|| ballot.show());
    ballot.deliver_if_waiting();
    ballot.screen.life().keep(owner);
}

impl Ballot {
    /// None where there is no id to be had: two phones must never share one, and the plain form works without the app.
    fn adopt(screen: Screen, paper: Paper) -> Option<Self> {
        let (outbox, stage) = if screen.name() == "sent" {
            adopt_receipt(&screen, &paper)
        } else {
            adopt_form(&screen, &paper)
        }?;
        paper.set_id(outbox.id());
        Some(Self {
            screen,
            paper,
            outbox: RefCell::new(outbox),
            stage: RwSignal::new(stage),
            pointed_out: Cell::new(false),
            pointing: Cell::new(false),
            delivering: Cell::new(false),
            nudged: Cell::new(false),
        })
    }

    fn listen(self: &Rc<Self>) {
        let life = self.screen.life();
        let ballot = Rc::clone(self);
        self.paper.on_input(life, move || ballot.keep());
        let ballot = Rc::clone(self);
        self.paper.on_submit(life, move || ballot.submit());
        let ballot = Rc::clone(self);
        self.screen.on_do(move |what, element| match what {
            "clear" => {
                ballot.paper.clear(element);
                ballot.keep();
            }
            "correct" => ballot.open_form(),
            "keep-as-sent" => ballot.keep_as_sent(),
            "try-now" => ballot.nudged.set(true),
            _ => {}
        });
        for event in ["online", "focus", "pageshow"] {
            let ballot = Rc::clone(self);
            life.listen(&window(), event, move |_| ballot.nudged.set(true));
        }
    }

    /// Shows each stage as it comes; after sending, the room's results follow.
    fn show(self: &Rc<Self>) {
        self.show_progress();
        let ballot = Rc::clone(self);
        Effect::new(move |before: Option<Stage>| {
            let stage = ballot.stage.get();
            ballot.screen.flag("data-kept-only-here", !ballot.outbox.borrow().is_durable());
            ballot.screen.show_stage(stage);
            // The button that was pressed is gone: each stage says where one goes on.
            if before.is_some_and(|before| before != stage) {
                match stage {
                    Stage::Writing | Stage::Correcting => ballot.paper.enter(),
                    Stage::Sending => {}
                    Stage::Kept | Stage::Sent | Stage::Answered | Stage::NotTaken => {
                        ballot.screen.announce(stage);
                    }
                }
            }
            stage
        });
        let ballot = Rc::clone(self);
        let following = Cell::new(false);
        Effect::new(move |_| {
            let follows = matches!(ballot.stage.get(), Stage::Sent | Stage::Answered | Stage::NotTaken);
            if follows && !following.replace(true) {
                let run = Rc::clone(&ballot);
                let following = everybody::follow(&ballot.screen, move |state| run.session_is(state));
                ballot.screen.life().keep(following);
            }
        });
    }

    fn session_is(self: &Rc<Self>, state: State) {
        self.screen.flag("data-over", state != State::Open);
        self.screen.flag("data-sealed", state == State::Sealed);
        if state == State::Open && self.stage.get_untracked() == Stage::NotTaken {
            self.stage.set(Stage::Sending);
            self.deliver_if_waiting();
        }
    }

    /// Keeps what stands in the form.
    fn keep(&self) {
        self.show_progress();
        let waiting = self.outbox.borrow().waiting().is_some();
        let draft = if waiting {
            self.paper.read_to_send()
        } else {
            self.paper.read().unwrap_or_else(|| self.paper.read_to_send())
        };
        self.outbox.borrow_mut().keep(draft, waiting);
    }

    fn show_progress(&self) {
        let answered = self.paper.answered();
        self.screen.write("#answered", &answered.to_string());
        self.screen.show_dots(answered);
        if !self.paper.show_room(false) {
            self.screen.flag("data-too-long", false);
        }
        if self.pointing.get() {
            let missing = self.paper.mark_unanswered(false);
            self.screen.flag("data-unanswered", missing);
        }
    }

    fn submit(self: &Rc<Self>) {
        if self.stage.get_untracked() == Stage::Sending {
            return;
        }
        let too_long = self.paper.show_room(true);
        self.screen.flag("data-too-long", too_long);
        if too_long {
            return;
        }
        if !self.pointed_out.replace(true) && self.paper.mark_unanswered(true) {
            self.pointing.set(true);
            self.screen.flag("data-unanswered", true);
            return;
        }
        self.pointing.set(false);
        self.paper.unmark();
        self.screen.flag("data-unanswered", false);
        self.screen.flag("data-refused", false);
        self.outbox.borrow_mut().keep(self.paper.read_to_send(), true);
        self.stage.set(Stage::Sending);
        self.deliver_if_waiting();
    }

    fn deliver_if_waiting(self: &Rc<Self>) {
        if self.outbox.borrow().waiting().is_some() && !self.delivering.replace(true) {
            let ballot = Rc::clone(self);
            spawn_local(async move {
                ballot.deliver().await;
                ballot.delivering.set(false);
            });
        }
    }

    /// Sends what waits until it is acknowledged or refused. What is changed meanwhile is sent too.
    async fn deliver(&self) {
        let stage = self.stage;
        let mut pause = FIRST_PAUSE;
        while let Some(written) = self.waiting() {
            let _impatience = Timeout::new(PATIENCE, move || {
                if stage.get_untracked() == Stage::Sending {
                    stage.set(Stage::Kept);
                }
            });
            self.nudged.set(false);
            let id = self.outbox.borrow().id();
            let answer = self.screen.endpoint().put_ballot(self.screen.code(), id, &written).await;
            if self.screen.life().has_ended() {
                // What was acknowledged is remembered; the rest waits on the phone for the next time.
                if answer.is_ok() {
                    self.outbox.borrow_mut().acknowledge(written);
                }
                return;
            }
            match answer {
                Ok(()) => {
                    self.outbox.borrow_mut().acknowledge(written);
                    self.screen.host().tell("answered");
                    if self.waiting().is_none() {
                        stage.set(Stage::Sent);
                    }
                }
                Err(trouble) if trouble.may_pass() => {
                    stage.set(Stage::Kept);
                    self.pause(pause).await;
                    pause = (pause * 2).min(LONGEST_PAUSE);
                }
                // It goes on waiting: when the session opens again, it is sent.
                Err(Trouble::NotOpen) => return self.not_taken(),
                Err(_) => {
                    self.outbox.borrow_mut().hold();
                    self.screen.flag("data-refused", true);
                    self.open_form();
                }
            }
        }
    }

    fn waiting(&self) -> Option<Written> {
        self.outbox.borrow().waiting().cloned()
    }

    fn not_taken(&self) {
        let outbox = self.outbox.borrow();
        let texts = outbox.draft().and_then(Written::read).map(|answers| answers.texts());
        self.screen.quote(&texts.unwrap_or_default());
        self.screen.flag("data-sent", outbox.sent().is_some());
        self.stage.set(Stage::NotTaken);
    }

    /// Waits, but not when there is a reason to try at once.
    async fn pause(&self, milliseconds: u32) {
        const SLICE: u32 = 250;
        for _ in 0..milliseconds / SLICE {
            TimeoutFuture::new(SLICE).await;
            if self.nudged.get() || self.screen.life().has_ended() {
                return;
            }
        }
    }

    /// Opens the form again.
    fn open_form(&self) {
        let corrects = self.outbox.borrow().sent().is_some();
        self.stage.set(if corrects { Stage::Correcting } else { Stage::Writing });
        self.screen.show_top();
    }

    /// Leaves a correction unsent: the acknowledged ballot stands.
    fn keep_as_sent(&self) {
        let sent = self.outbox.borrow().sent().cloned();
        if let Some(sent) = sent {
            self.outbox.borrow_mut().drop_draft();
            self.paper.fill(&sent);
            self.show_progress();
            self.stage.set(Stage::Answered);
        }
    }
}

/// The endpoint's form. What already stands in it was chosen or typed before the app arrived, and is newer than anything
/// that was kept.
fn adopt_form(screen: &Screen, paper: &Paper) -> Option<(Outbox, Stage)> {
    // It may have come back in another language, with the receipt that it was folded away under.
    paper.unfold();
    forget_post();
    let kept = Outbox::open(screen.code());
    // The id is the phone's own; only a browser without randomness takes the endpoint's.
    let fresh = || new_ballot_id().or(paper.id()).map(|id| Outbox::new(screen.code(), id));
    let mut outbox = kept.or_else(fresh)?;
    match (paper.read(), outbox.draft().or(outbox.sent())) {
        (Some(there), kept) if kept != Some(&there) => outbox.keep(there, false),
        (None, Some(kept)) => paper.fill(kept),
        _ => {}
    }
    let stage = match (outbox.sent(), outbox.draft()) {
        _ if outbox.waiting().is_some() => Stage::Sending,
        (Some(_), Some(_)) => Stage::Correcting,
        (Some(_), None) => Stage::Answered,
        (None, _) => Stage::Writing,
    };
    Some((outbox, stage))
}

/// The endpoint's receipt of a form that was sent without the app: this phone remembers it, and can correct it.
fn adopt_receipt(screen: &Screen, paper: &Paper) -> Option<(Outbox, Stage)> {
    let mut outbox = Outbox::new(screen.code(), paper.id()?);
    outbox.acknowledge(paper.read_to_send());
    paper.unfold();
    forget_post();
    Some((outbox, Stage::Sent))
}
