//! The telephone numbers the directory gives of adults: shown to those who look after a class, for families nothing reaches.

use db::{Result, Tx, args, id_list};
use school::PersonId;
use serde::Deserialize;

/// What the directory says of an adult beside the columns, as far as it is needed here.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Details {
    mobile: Option<String>,
    home_phone: Option<String>,
    work_phone: Option<String>,
}

/// The numbers of some adults, the mobile first. For those who manage a mot their children have.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, adults: &[PersonId]) -> Result<Vec<(PersonId, Vec<String>)>> {
    let rows: Vec<(PersonId, String)> = tx
        .all(
            "select id, details from person where id in (select unhex(value) from json_each($1))",
            args![id_list(adults.iter().copied())],
        )
        .await?;
    Ok(rows.into_iter().map(|(adult, details)| (adult, numbers(&details))).collect())
}

/// What is unreadable gives no number: a page never fails for it.
fn numbers(details: &str) -> Vec<String> {
    let details: Details = serde_json::from_str(details).unwrap_or_default();
    let mut numbers: Vec<String> = Vec::new();
    for number in [details.mobile, details.home_phone, details.work_phone].into_iter().flatten() {
        let number = spaced(&number);
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    numbers
}

/// « 06 00 00 00 01 » from ten digits; anything else as it is.
fn spaced(number: &str) -> String {
    let digits: Vec<char> = number.chars().filter(char::is_ascii_digit).collect();
    if digits.len() != 10 || number.contains('+') {
        return number.to_owned();
    }
    let pairs: Vec<String> = digits.chunks(2).map(|pair| pair.iter().collect()).collect();
    pairs.join("\u{a0}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_each_once() {
        let details = r#"{"home_phone":"0561000001","mobile":"0600000001","work_phone":"0600000001","city":"Albi"}"#;
        assert_eq!(numbers(details), ["06\u{a0}00\u{a0}00\u{a0}00\u{a0}01", "05\u{a0}61\u{a0}00\u{a0}00\u{a0}01"]);
        assert!(numbers("{}").is_empty() && numbers("?").is_empty());
        assert_eq!(spaced("+33600000001"), "+33600000001");
    }
}
