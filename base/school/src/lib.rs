//! Who is who: structures, people, accounts, guardianships, circles, school years, and what each role may do.
//!
//! A *person* is a directory entry of one source; an *account* signs in and holds one or more persons; a *circle* is
//! whatever one can share with. The [`Viewer`] gathers all that about somebody who is signed in: it is what every
//! loader of the house asks for.

pub mod account;
pub mod authority;
pub mod bearer;
pub mod charter;
pub mod circle;
pub mod closed;
pub mod door;
pub mod loan;
pub mod merge;
pub mod naming;
pub mod near;
pub mod past;
pub mod person;
pub mod rights;
pub mod session;
pub mod structure;
pub mod territory;
pub mod viewer;
pub mod year;

use db::{Migration, migration};

pub use account::AccountId;
pub use authority::{Authority, AuthorityId};
pub use circle::{Circle, CircleId, CircleKind};
pub use closed::Whom;
pub use door::Door;
pub use person::{PersonId, PersonKind, Source};
pub use rights::{Right, Role};
pub use structure::{School, SchoolId, schools_in, schools_named};
pub use territory::{Public, Territory};
pub use viewer::{Child, Grant, Me, Profile, Seat, Viewer};
pub use year::SchoolYear;

/// The schema of this crate, oldest first.
pub const MIGRATIONS: &[Migration] = &[
    migration!("school", "001_people"),
    migration!("school", "002_sheet_since"),
    migration!("school", "003_failed_at"),
    migration!("school", "004_charter_audience"),
    migration!("school", "005_session_stay"),
    migration!("school", "006_session_end"),
    migration!("school", "007_territory"),
    migration!("school", "008_proof"),
    migration!("school", "009_factor_from"),
    migration!("school", "010_authority"),
    migration!("school", "011_life"),
    migration!("school", "012_person_search"),
    migration!("school", "013_gone"),
    migration!("school", "014_loan"),
    migration!("school", "015_person_beside"),
];

/// Declares an enum kept as text in the database: `text_enum! { /// Doc. Kind { /// Doc. Pupil = "pupil" } }`. It is bound to a
/// statement and read from a row as it is; a text that is none of it is a fault.
#[macro_export]
macro_rules! text_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant),* }

        impl $name {
            /// Every one of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The text it is stored as.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),* }
            }
        }

        impl TryFrom<String> for $name {
            type Error = String;
            fn try_from(text: String) -> ::std::result::Result<Self, String> {
                Self::ALL.iter().copied().find(|it| it.as_str() == text).ok_or(text)
            }
        }

        impl From<$name> for ::db::Arg {
            fn from(it: $name) -> Self { it.as_str().into() }
        }

        impl<DB: ::db::reexport::sqlx::Database> ::db::reexport::sqlx::Type<DB> for $name
        where
            ::std::string::String: ::db::reexport::sqlx::Type<DB>,
        {
            fn type_info() -> DB::TypeInfo {
                <::std::string::String as ::db::reexport::sqlx::Type<DB>>::type_info()
            }

            fn compatible(found: &DB::TypeInfo) -> bool {
                <::std::string::String as ::db::reexport::sqlx::Type<DB>>::compatible(found)
            }
        }

        impl<'r, DB: ::db::reexport::sqlx::Database> ::db::reexport::sqlx::decode::Decode<'r, DB> for $name
        where
            ::std::string::String: ::db::reexport::sqlx::decode::Decode<'r, DB>,
        {
            fn decode(
                value: <DB as ::db::reexport::sqlx::Database>::ValueRef<'r>,
            ) -> ::std::result::Result<Self, ::db::reexport::sqlx::error::BoxDynError> {
                let text = <::std::string::String as ::db::reexport::sqlx::decode::Decode<'r, DB>>::decode(value)?;
                <Self as ::std::convert::TryFrom<::std::string::String>>::try_from(text)
                    .map_err(|text| format!("no {} is written {text:?}", stringify!($name)).into())
            }
        }
    };
}
