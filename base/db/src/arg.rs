//! Values bound to a statement.

use crate::{Day, Key, Moment};
use uuid::Uuid;

/// A bound value. `None` keeps its type, because PostgreSQL asks for it.
#[derive(Clone, Debug)]
pub enum Arg {
    /// True or false.
    Bool(Option<bool>),
    /// A whole number; every integer column is a `bigint`.
    Int(Option<i64>),
    /// Text.
    Text(Option<String>),
    /// Bytes.
    Bytes(Option<Vec<u8>>),
    /// An identifier.
    Uuid(Option<Uuid>),
}

macro_rules! arg_from {
    ($($rust:ty => $variant:ident),* $(,)?) => { $(
        impl From<$rust> for Arg {
            fn from(value: $rust) -> Self { Self::$variant(Some(value.into())) }
        }
        impl From<Option<$rust>> for Arg {
            fn from(value: Option<$rust>) -> Self { Self::$variant(value.map(Into::into)) }
        }
    )* };
}
arg_from!(bool => Bool, i64 => Int, i32 => Int, u32 => Int, String => Text, &str => Text, &String => Text, Vec<u8> => Bytes, &[u8] => Bytes, Uuid => Uuid);

impl<K: Key> From<K> for Arg {
    fn from(id: K) -> Self {
        Self::Uuid(Some(id.into()))
    }
}

impl<K: Key> From<Option<K>> for Arg {
    fn from(id: Option<K>) -> Self {
        Self::Uuid(id.map(Into::into))
    }
}

impl From<Moment> for Arg {
    fn from(moment: Moment) -> Self {
        Self::Int(Some(moment.0))
    }
}

impl From<Option<Moment>> for Arg {
    fn from(moment: Option<Moment>) -> Self {
        Self::Int(moment.map(|it| it.0))
    }
}

impl From<Day> for Arg {
    fn from(day: Day) -> Self {
        Self::Text(Some(day.as_str().to_owned()))
    }
}

impl From<&Day> for Arg {
    fn from(day: &Day) -> Self {
        day.clone().into()
    }
}

impl From<Option<Day>> for Arg {
    fn from(day: Option<Day>) -> Self {
        Self::Text(day.map(|it| it.as_str().to_owned()))
    }
}

/// Binds values: `args![school, now]`.
#[macro_export]
macro_rules! args {
    ($($arg:expr),* $(,)?) => { &[$($crate::Arg::from($arg)),*] };
}

/// A list of identifiers as one bound value, to be read by `in (select unhex(value) from json_each($1))`.
pub fn id_list(ids: impl IntoIterator<Item = impl Into<Uuid>>) -> String {
    let mut list = String::from("[");
    for id in ids {
        if list.len() > 1 {
            list.push(',');
        }
        list.push('"');
        list.push_str(id.into().simple().encode_lower(&mut Uuid::encode_buffer()));
        list.push('"');
    }
    list.push(']');
    list
}

/// Binds values one after the other, taking them.
macro_rules! bind_owned {
    ($query:expr, $args:expr) => {{
        let mut query = $query;
        for arg in $args {
            query = match arg {
                $crate::Arg::Bool(it) => query.bind(it),
                $crate::Arg::Int(it) => query.bind(it),
                $crate::Arg::Text(it) => query.bind(it),
                $crate::Arg::Bytes(it) => query.bind(it),
                $crate::Arg::Uuid(it) => query.bind(it),
            };
        }
        query
    }};
}
pub(crate) use bind_owned;

/// Binds values one after the other.
macro_rules! bind {
    ($query:expr, $args:expr) => {
        $crate::arg::bind_owned!($query, $args.iter().cloned())
    };
}
pub(crate) use bind;
