//! What is kept of a person beside the columns, as deliveries keep it: JSON, read whole.

use super::names::is_garbled;
use serde_json::{Map, Value};

/// The details with some values set; none leaves what is there.
pub(super) fn with(details: &str, values: &[(&str, Option<String>)]) -> String {
    let mut all = read(details);
    for (name, value) in values {
        if let Some(value) = value {
            all.insert((*name).to_owned(), Value::String(value.clone()));
        }
    }
    Value::Object(all).to_string()
}

/// One of the details.
pub(super) fn get(details: &str, name: &str) -> Option<String> {
    read(details).get(name).and_then(Value::as_str).map(str::to_owned)
}

/// Whether both say the same, in whichever order.
pub(super) fn same(one: &str, other: &str) -> bool {
    read(one) == read(other)
}

fn read(details: &str) -> Map<String, Value> {
    match serde_json::from_str(details) {
        Ok(Value::Object(all)) => all,
        _ => Map::new(),
    }
}

/// The details of an adult: name of birth, numbers, address.
pub(super) fn of_adult(before: &str, line: &onde::Guardian) -> String {
    let birth_name = line.usage_name.as_ref().map(|_| line.last_name.clone()).filter(|it| !is_garbled(it));
    let is_mobile = |number: &&String| mobile(number);
    let mut fixed = line.phones.iter().filter(|it| !mobile(it));
    let part = |rank: usize| line.address.as_ref().map(|it| it[rank].clone()).filter(|it| !it.is_empty());
    let values = [
        ("birth_name", birth_name),
        ("mobile", line.phones.iter().find(is_mobile).cloned()),
        ("home_phone", fixed.next().cloned()),
        ("work_phone", fixed.next().cloned()),
        ("address", part(0)),
        ("postcode", part(1)),
        ("city", part(2)),
        ("country", part(3)),
    ];
    with(before, &values)
}

/// The numbers a French operator gives to mobiles.
fn mobile(number: &str) -> bool {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    ["06", "07", "336", "337", "00336", "00337"].iter().any(|it| digits.starts_with(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_extraction_does_not_say_stays() {
        let adult = onde::Guardian { phones: vec!["0500000001".into(), "+33600000001".into()], ..Default::default() };
        let kept = of_adult(r#"{"address_shown":true,"home_phone":"0511111111"}"#, &adult);
        assert_eq!(get(&kept, "mobile").as_deref(), Some("+33600000001"));
        assert_eq!(get(&kept, "home_phone").as_deref(), Some("0500000001"));
        assert!(kept.contains("address_shown"));
        assert!(same(&kept, &of_adult(&kept, &adult)));
    }
}
