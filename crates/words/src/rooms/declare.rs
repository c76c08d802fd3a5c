//! How a room is declared: its words by name, and a method for each that says it in a language.

/// Declares a room: a struct that holds a language, with a method for every word of the module `$module` that `ja`,
/// `easy` and `en` have. A language that lacks one does not compile, and what no program says is linked into none.
///
/// What each word is for is documented where it stands in Japanese; the methods' names are the constants' in lower case,
/// or what `renamed` gives where a sentence has that name.
macro_rules! room {
    (
        $(#[$meta:meta])*
        $Room:ident = $module:ident;
        texts { $($TEXT:ident)* }
        $(renamed { $($OTHER:ident => $other:ident)* })?
        $(values { $($VALUE:ident: $Value:ty;)* })?
        $(sentences {
            $(fn $sentence:ident $(<$life:lifetime>)? ($($argument:ident: $Argument:ty),*) -> $Said:ty;)*
        })?
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $Room(Language);

        #[doc = concat!("The words of [`", stringify!($Room), "`] in this language.")]
        pub fn $module(language: Language) -> $Room {
            $Room(language)
        }

        pastey::paste! {
            impl $Room {
                $(
                    #[doc = concat!("See [`", stringify!($TEXT), "`](crate::ja::", stringify!($module), "::", stringify!($TEXT), ").")]
                    pub fn [<$TEXT:lower>](self) -> &'static str {
                        say!(self.0, $module::$TEXT)
                    }
                )*
                $($(
                    #[doc = concat!("See [`", stringify!($OTHER), "`](crate::ja::", stringify!($module), "::", stringify!($OTHER), ").")]
                    pub fn $other(self) -> &'static str {
                        say!(self.0, $module::$OTHER)
                    }
                )*)?
                $($(
                    #[doc = concat!("See [`", stringify!($VALUE), "`](crate::ja::", stringify!($module), "::", stringify!($VALUE), ").")]
                    pub fn [<$VALUE:lower>](self) -> $Value {
                        say!(self.0, $module::$VALUE)
                    }
                )*)?
                $($(
                    #[doc = concat!("See [`", stringify!($sentence), "`](crate::ja::", stringify!($module), "::", stringify!($sentence), ").")]
                    pub fn $sentence $(<$life>)? (self, $($argument: $Argument),*) -> $Said {
                        say!(self.0, $module::$sentence($($argument),*))
                    }
                )*)?
            }
        }
    };
}

/// One word in a language.
macro_rules! say {
    ($language:expr, $module:ident::$word:ident $($arguments:tt)?) => {
        match $language {
            Language::Japanese => crate::ja::$module::$word $($arguments)?,
            Language::EasyJapanese => crate::easy::$module::$word $($arguments)?,
            Language::English => crate::en::$module::$word $($arguments)?,
        }
    };
}
