//! The `attrs` of a node or mark.

use std::ops::RangeInclusive;

use serde_json::{Map, Value};

use crate::{Reason, Refused};

/// The attributes of a node or mark; `null` counts as absent, as the editor writes it.
pub(super) struct Attributes<'a>(Option<&'a Map<String, Value>>);

impl<'a> Attributes<'a> {
    pub(super) fn of(fields: &'a Map<String, Value>) -> Result<Self, Refused> {
        match fields.get("attrs") {
            None | Some(Value::Null) => Ok(Self(None)),
            Some(Value::Object(attributes)) => Ok(Self(Some(attributes))),
            Some(_) => Err(Refused::at("attrs", Reason::Shape)),
        }
    }

    /// A value that must be there.
    pub(super) fn required<T>(&self, name: &str, read: impl FnOnce(&'a Value) -> Option<T>) -> Result<T, Refused> {
        self.get(name).and_then(read).ok_or_else(|| wrong(name, Reason::Attribute))
    }

    /// A whole number of the range, or `absent` when it is not given.
    pub(super) fn number(&self, name: &str, range: RangeInclusive<u32>, absent: u32) -> Result<u32, Refused> {
        if self.get(name).is_none() {
            return Ok(absent);
        }
        self.required(name, |value| u32::try_from(value.as_u64()?).ok().filter(|number| range.contains(number)))
    }

    /// A text, empty when absent.
    pub(super) fn text(&self, name: &str) -> Result<&'a str, Refused> {
        match self.get(name) {
            None => Ok(""),
            Some(Value::String(text)) => Ok(text),
            Some(_) => Err(wrong(name, Reason::Attribute)),
        }
    }

    fn get(&self, name: &str) -> Option<&'a Value> {
        self.0?.get(name).filter(|value| !value.is_null())
    }
}

/// A refusal of the attribute of that name.
pub(super) fn wrong(name: &str, reason: Reason) -> Refused {
    Refused::at(format!("attrs.{name}"), reason)
}
