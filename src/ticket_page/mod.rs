//! What a participant uses on a phone that can send nothing: the form, and then the ticket, which is shown to a camera. The
//! session is in the page's address after the `#`, so that whoever hosts the page does not learn which one it is.

use std::cell::RefCell;
use std::rc::Rc;

use form::{NoForm, Ticket};
use gloo_timers::callback::Timeout;
use leptos::prelude::{document, window};
use survey::wire::SessionView;
use survey::{Language, route};
use ticket::InvitationFault;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlElement};

use crate::answer::Mounted;
use crate::client::ticket_maker::{Made, forget_all, invited_by, is_kept, made, on_too_long};
use crate::client::{Endpoint, language::settle};
use crate::dom::{self, elements};
use crate::language::of_page;
use crate::life::Life;
use crate::parts::{QrImage, save_text};

/// Runs the page as long as it is there.
pub fn start() {
    settle();
    on_new_address();
    let Some(main) = document().query_selector("body > main").ok().flatten() else { return };
    let digits = window().location().hash().unwrap_or_default();
    match invited_by(digits.trim_start_matches('#')) {
        Ok(session) => TicketPage::begin(main, session),
        Err(fault) => show_no_form(&main, fault),
    }
}

/// Another QR code may be scanned into the same tab: that is another session.
fn on_new_address() {
    let reload = Closure::<dyn Fn()>::new(|| drop(window().location().reload()));
    window().set_onhashchange(Some(reload.as_ref().unchecked_ref()));
    // It lasts as long as the page does.
    reload.forget();
}

fn show_no_form(main: &Element, fault: InvitationFault) {
    let why = match fault {
        InvitationFault::Newer { .. } => NoForm::Newer,
        _ => NoForm::NoSession,
    };
    document().set_title(words::ticket(of_page()).ticket());
    main.set_inner_html(&form::no_form(why, of_page()));
    let life = Life::default();
    let place = main.clone();
    on_language(&life, main, move |language| {
        drop(document().document_element().map(|root| root.set_attribute("lang", language.tag())));
        place.set_inner_html(&form::no_form(why, language));
    });
    std::mem::forget(life);
}

/// The page of one session.
struct TicketPage {
    main: Element,
    session: SessionView,
    language: RefCell<Language>,
    form: RefCell<Option<Mounted>>,
    /// Of the ticket that is shown.
    life: RefCell<Life>,
}

impl TicketPage {
    fn begin(main: Element, session: SessionView) {
        document().set_title(&session.title);
        let page = Rc::new(Self {
            main,
            session,
            language: RefCell::new(of_page()),
            form: RefCell::default(),
            life: RefCell::default(),
        });
        let told = Rc::clone(&page);
        on_too_long(move |characters| {
            let told = Rc::clone(&told);
            let said = words::ticket(told.language_of_screen()).too_long(characters);
            // When the form has said that it was refused; it would say that its questions have changed.
            Timeout::new(0, move || dom::write(&told.main, ".when-refused", &said)).forget();
        });
        if made().is_some() { page.show_ticket() } else { page.show_form(false) }
    }

    /// The form; with what was answered, to be corrected, or as it was left.
    fn show_form(self: &Rc<Self>, corrects: bool) {
        self.life.replace(Life::default()).end();
        let page = Rc::clone(self);
        let tell = Rc::new(move |event: &str, _: &str| match event {
            // In a moment of its own: what calls this is what goes.
            "answered" => page.later(Self::show_ticket),
            "ready" => page.form_is_there(corrects),
            "error" => show_no_form(&page.main, InvitationFault::Unsound),
            _ => {}
        });
        let language = self.language.borrow().name();
        let form = Mounted::new(self.main.clone(), self.session.code, Endpoint::default(), language, tell);
        self.form.replace(Some(form));
    }

    fn form_is_there(self: &Rc<Self>, corrects: bool) {
        // The form says of a ballot that was sent that it was; here that is the ticket's to say.
        let press = |what: &str| self.find(&format!("[data-do={what}]"));
        if corrects && let Some(button) = press("correct") {
            button.click();
        }
        if let Some(button) = press("keep-as-sent") {
            let page = Rc::clone(self);
            self.life.borrow().listen(&button, "click", move |_| page.later(Self::show_ticket));
        }
    }

    /// The ticket of what was answered.
    fn show_ticket(self: &Rc<Self>) {
        let Some(made) = made() else { return };
        let language = self.language_of_screen();
        self.language.replace(language);
        self.form.take();
        let life = Life::default();
        self.life.replace(life.clone()).end();
        let codes: Vec<_> = made.codes.iter().filter_map(|code| QrImage::of(code)).collect();
        let codes: Vec<_> = codes.iter().map(QrImage::to_svg).collect();
        let ticket = Ticket {
            codes: &codes,
            short: made.short.as_deref(),
            is_kept: is_kept(self.session.code),
            is_corrected: made.is_corrected,
        };
        self.main.set_inner_html(&form::ticket(&self.session, &ticket, language));
        window().scroll_to_with_x_and_y(0.0, 0.0);
        if let Some(heading) = self.find("h2") {
            drop(heading.focus());
        }
        let page = Rc::clone(self);
        on_language(&life, &self.main, move |language| {
            page.language.replace(language);
            page.later(Self::show_ticket);
        });
        let page = Rc::clone(self);
        life.listen(&self.main, "click", move |event| {
            let button = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let button = button.and_then(|element| element.closest("[data-do]").ok().flatten());
            match button.and_then(|button| button.get_attribute("data-do")).as_deref() {
                Some("correct") => page.later(|page| page.show_form(true)),
                Some("next") => page.show_next(),
                Some("save") => page.save(&made),
                Some("forget") => page.forget(),
                _ => {}
            }
        });
    }

    /// Shows the next of several QR codes, the first after the last, all of it: whoever pressed the button may have scrolled.
    fn show_next(&self) {
        for selector in ["span[data-part]", "div[data-part]"] {
            let parts = elements::<HtmlElement>(self.main.query_selector_all(selector).ok());
            let shown = parts.iter().position(|part| !part.hidden()).unwrap_or(0);
            for (number, part) in parts.iter().enumerate() {
                part.set_hidden(number != (shown + 1) % parts.len());
            }
            if let Some(part) = parts.iter().find(|part| !part.hidden()) {
                part.scroll_into_view();
            }
        }
    }

    fn save(&self, made: &Made) {
        let name = words::ticket(*self.language.borrow()).file_name();
        // Many of them come to one desk.
        let which = made.short.as_deref().and_then(|short| short.split('-').next()).unwrap_or_default();
        save_text(&ticket::to_file(&made.codes), "text/plain;charset=utf-8", &format!("{name}_{which}.txt"));
    }

    /// Removes the ballot from this phone, for whoever uses it next.
    fn forget(self: &Rc<Self>) {
        let sure = self.find("[data-do=forget]").and_then(|button| button.get_attribute("data-sure"));
        if window().confirm_with_message(&sure.unwrap_or_default()).unwrap_or(false) {
            forget_all(self.session.code);
            self.later(|page| page.show_form(false));
        }
    }

    /// Does it when what runs now has ended.
    fn later(self: &Rc<Self>, then: impl Fn(&Rc<Self>) + 'static) {
        let page = Rc::clone(self);
        Timeout::new(0, move || then(&page)).forget();
    }

    fn find(&self, selector: &str) -> Option<HtmlElement> {
        self.main.query_selector(selector).ok().flatten()?.dyn_into().ok()
    }

    /// What the form was written in when the ticket was made, or else the ticket.
    fn language_of_screen(&self) -> Language {
        if self.form.borrow().is_none() {
            return *self.language.borrow();
        }
        // Easy Japanese has the tag of Japanese; the form's switch says which one it is.
        let current = self.find(".languages [aria-current]");
        current.and_then(|current| named_in(&current)).unwrap_or_else(of_page)
    }
}

/// Calls with the language that somebody chooses.
fn on_language(life: &Life, within: &Element, choose: impl Fn(Language) + 'static) {
    life.listen(within, "click", move |event| {
        let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = element.and_then(|element| element.closest("a[hreflang]").ok().flatten());
        if let Some(language) = link.as_ref().and_then(named_in) {
            // The link would lead away from what follows the `#`.
            event.prevent_default();
            choose(language);
        }
    });
}

/// The language that a part of the switch is for.
fn named_in(switch: &Element) -> Option<Language> {
    let address = switch.get_attribute("formaction").or(switch.get_attribute("href"))?;
    let (_, query) = address.split_once('?')?;
    Language::named(route::in_fragment(query, "lang")?)
}
