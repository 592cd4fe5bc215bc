//! Identifiers: one type per noun over a UUID version 7, so that a class can never be passed for a pupil.

use uuid::Uuid;

/// An identifier that can be bound to a statement. Implemented by [`id!`](crate::id!).
pub trait Key: Into<Uuid> {}

/// Declares identifier types: `id! { /// A person of the directory. PersonId }`.
#[macro_export]
macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, $crate::reexport::sqlx::Type,
            $crate::reexport::serde::Serialize, $crate::reexport::serde::Deserialize)]
        #[sqlx(transparent)]
        #[serde(transparent, crate = "::db::reexport::serde")]
        pub struct $name(pub $crate::Uuid);

        impl ::std::fmt::Display for $name {
            fn fmt(&self, out: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                self.0.simple().fmt(out)
            }
        }
        impl ::std::str::FromStr for $name {
            type Err = $crate::reexport::uuid::Error;
            fn from_str(text: &str) -> ::std::result::Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
        impl $crate::Key for $name {}
        impl From<$crate::Uuid> for $name {
            fn from(uuid: $crate::Uuid) -> Self {
                Self(uuid)
            }
        }
        impl From<$name> for $crate::Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    )* };
}
