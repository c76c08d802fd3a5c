//! What a session's QR code says. Under an endpoint it is the address of the questionnaire. Without one it is the address of the
//! page that makes tickets, and after its `#` the session itself, with what answers are to be sealed to.

use leptos::prelude::*;
use survey::wire::SessionView;

use crate::parts::QrImage;

/// A session's QR code.
#[derive(Clone, Copy)]
pub(crate) struct Invite {
    /// The address of the page that phones open; empty where there is none.
    #[cfg(feature = "alone")]
    pub(crate) page: RwSignal<String>,
    #[cfg(feature = "alone")]
    digits: RwSignal<Option<Result<String, ()>>>,
    #[cfg(not(feature = "alone"))]
    image: StoredValue<Option<QrImage>>,
}

#[cfg(not(feature = "alone"))]
impl Invite {
    /// The QR code of a session.
    pub(crate) fn to(session: &SessionView) -> Self {
        let text = survey::route::qr_text(&session.public_url, session.code);
        Self { image: StoredValue::new(QrImage::of(&text)) }
    }

    /// The picture.
    pub(crate) fn image(self) -> Option<QrImage> {
        self.image.get_value()
    }
}

#[cfg(feature = "alone")]
impl Invite {
    /// Makes it, and with it what opens the session's tickets.
    pub(crate) fn to(session: &SessionView) -> Self {
        let page = RwSignal::new(crate::client::ticket_taker::phone_page());
        let invite = Self { page, digits: RwSignal::new(None) };
        let session = session.clone();
        leptos::task::spawn_local(async move {
            // A sealed session invites nobody, and a browser that keeps nothing cannot open what it would get.
            let digits = crate::client::Endpoint::default().invitation(&session).await;
            invite.digits.try_set(Some(digits.map_err(drop)));
        });
        invite
    }

    /// The picture; none until it is made, and where phones have no page to open.
    pub(crate) fn image(self) -> Option<QrImage> {
        let page = self.page.get();
        let digits = self.digits.get()?.ok().filter(|_| !page.is_empty())?;
        QrImage::of_digits(&(page + "#"), &digits)
    }

    /// The same as an address, for a link.
    pub(crate) fn address(self) -> Option<String> {
        let page = self.page.get();
        let digits = self.digits.get()?.ok().filter(|_| !page.is_empty())?;
        Some([&page, "#", &digits].concat())
    }

    /// Whether it could not be made.
    pub(crate) fn has_failed(self) -> bool {
        self.digits.with(|digits| matches!(digits, Some(Err(()))))
    }
}
