//! The screens that people look at.

/// A screen: a participant's phone, a hall's projector, or an organiser's desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Screen {
    /// 390×844 at two device pixels each, touched.
    Phone,
    /// 1920×1080, with a mouse.
    Projector,
    /// 1024×768, with a mouse: an old projector.
    SmallProjector,
    /// 1280×800, with a mouse: a laptop.
    Desk,
    /// 320×256, with a mouse: what 400 % zoom leaves of a laptop's 1280×1024.
    Narrow,
}

impl Screen {
    /// Both projectors.
    pub const PROJECTORS: &[Self] = &[Self::Projector, Self::SmallProjector];
    /// Every screen.
    pub const ALL: &[Self] = &[Self::Phone, Self::Projector, Self::SmallProjector, Self::Desk, Self::Narrow];

    /// Its name in a journey's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Projector => "projector",
            Self::SmallProjector => "small-projector",
            Self::Desk => "desk",
            Self::Narrow => "narrow",
        }
    }

    /// Width and height in CSS pixels.
    pub fn size(self) -> (u32, u32) {
        match self {
            Self::Phone => (390, 844),
            Self::Projector => (1920, 1080),
            Self::SmallProjector => (1024, 768),
            Self::Desk => (1280, 800),
            Self::Narrow => (320, 256),
        }
    }

    /// Device pixels for each CSS pixel.
    pub fn ratio(self) -> u32 {
        if self.is_touched() { 2 } else { 1 }
    }

    /// Whether a finger points, and not a mouse.
    pub fn is_touched(self) -> bool {
        self == Self::Phone
    }
}
