//! A decision as it is typed: every count as stated, lists one name per line. Nothing that disagrees is refused here, but a
//! session that was not held yet.

use crate::{
    W, day,
    decision::{Decision, Names, outcome},
    money,
};
use db::{Error, Problems, Result};
use jiff::civil::Date;

/// The texts of the form.
pub const TEXTS: [&str; 6] = ["seance", "numero", "theme", "lieu", "presidence", "secretaire"];
/// Its days; the session's must be there.
pub const DAYS: [&str; 4] = ["tenue", "convocation", "certifiee", "recue"];
/// Its counts.
pub const COUNTS: [&str; 8] =
    ["membres", "exercice", "presents", "absents", "exprimes", "pour", "contre", "abstentions"];
/// Its lists of names.
pub const LISTS: [&str; 4] = ["noms_presents", "noms_absents", "noms_excuses", "procurations"];

/// The longest text.
pub const LONGEST: usize = 200;
/// More names than the largest council has.
const MOST_NAMES: usize = 300;
/// More members than the largest council has.
const MOST_MEMBERS: i64 = 999;
/// Between who gives a proxy and who receives it.
const ARROWS: [&str; 3] = ["→", "->", "=>"];

/// What was typed, field by field.
#[derive(Debug, Clone, Default)]
pub struct DecisionForm(Vec<(&'static str, String)>);

impl DecisionForm {
    /// What was typed, as `text` answers it for the name of a field.
    pub fn typed<'a>(text: impl Fn(&str) -> &'a str) -> Self {
        let names = TEXTS.into_iter().chain(DAYS).chain(COUNTS).chain(LISTS).chain(["issue", "autorise", "montant"]);
        Self(names.map(|name| (name, text(name).to_owned())).collect())
    }

    /// The form of a decision entered already.
    pub fn of(decision: &Decision) -> Self {
        let names = decision.listed();
        let texts = [
            &decision.session_number,
            &decision.number,
            &decision.theme,
            &decision.place,
            &decision.chair,
            &decision.secretary,
        ];
        let held_on = Some(decision.held_on.clone());
        let days = [&held_on, &decision.convened_on, &decision.certified_on, &decision.received_on];
        let counts = [
            decision.members,
            decision.in_office,
            decision.present,
            decision.absent,
            decision.votes_cast,
            decision.votes_for,
            decision.votes_against,
            decision.abstained,
        ];
        let proxies: Vec<String> = names.proxies.iter().map(proxy_line).collect();
        let lists = [names.present.join("\n"), names.absent.join("\n"), names.excused.join("\n"), proxies.join("\n")];
        let mut fields: Vec<(&'static str, String)> = Vec::new();
        fields.extend(TEXTS.into_iter().zip(texts.map(String::clone)));
        fields.extend(DAYS.into_iter().zip(days.map(|day| day.clone().unwrap_or_default())));
        fields.extend(COUNTS.into_iter().zip(counts.map(|it| it.map(|it| it.to_string()).unwrap_or_default())));
        fields.extend(LISTS.into_iter().zip(lists));
        fields.push(("issue", outcome(decision.adopted).to_owned()));
        fields.push(("autorise", if decision.authorises { "on".to_owned() } else { String::new() }));
        fields.push(("montant", decision.amount_cents.map(money::typed).unwrap_or_default()));
        Self(fields)
    }

    /// What a field holds.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| *known == name).map_or("", |(_, text)| text.trim())
    }

    /// The decision typed.
    ///
    /// # Errors
    /// [`Error::Invalid`] beside what cannot be read, and when the session is still to come: a slip, most often of the year.
    pub fn check(&self, today: Date) -> Result<Decision> {
        let mut problems = Problems::default();
        for name in TEXTS {
            problems.require(self.get(name).chars().count() <= LONGEST, name, W.decision_text_too_long(LONGEST));
        }
        let [held_on, convened_on, certified_on, received_on] = DAYS.map(|name| self.day(&mut problems, name));
        problems.require(!self.get("tenue").is_empty(), "tenue", W.decision_day_missing());
        if let Some(held) = held_on.as_deref().filter(|it| *it > today.to_string().as_str()) {
            problems.add("tenue", W.check_session_to_come(day::written(held)));
        }
        let [members, in_office, present, absent, votes_cast, votes_for, votes_against, abstained] =
            COUNTS.map(|name| self.count(&mut problems, name));
        let adopted = ["adoptee", "rejetee"].contains(&self.get("issue")).then(|| self.get("issue") == "adoptee");
        problems.require(adopted.is_some(), "issue", W.decision_outcome_missing());
        let names = self.names(&mut problems)?;
        let [session_number, number, theme, place, chair, secretary] = TEXTS.map(|name| self.get(name).to_owned());
        let amount_cents = self.amount(&mut problems);
        problems.or(Decision {
            session_number,
            number,
            theme,
            held_on: held_on.unwrap_or_default(),
            convened_on,
            place,
            chair,
            secretary,
            members,
            in_office,
            present,
            absent,
            votes_cast,
            votes_for,
            votes_against,
            abstained,
            adopted: adopted.unwrap_or_default(),
            authorises: !self.get("autorise").is_empty(),
            amount_cents,
            names,
            certified_on,
            received_on,
        })
    }

    fn day(&self, problems: &mut Problems, name: &'static str) -> Option<String> {
        let typed = self.get(name);
        let day = typed.parse::<Date>().ok();
        problems.require(typed.is_empty() || day.is_some(), name, W.decision_day_wrong());
        day.map(|it| it.to_string())
    }

    fn count(&self, problems: &mut Problems, name: &'static str) -> Option<i64> {
        let typed = self.get(name);
        let count = typed.parse::<i64>().ok().filter(|it| (0..=MOST_MEMBERS).contains(it));
        problems.require(typed.is_empty() || count.is_some(), name, W.decision_count_wrong());
        count
    }

    fn amount(&self, problems: &mut Problems) -> Option<i64> {
        let typed = self.get("montant");
        let cents = money::read(typed);
        problems.require(typed.is_empty() || cents.is_some(), "montant", W.decision_amount_wrong());
        cents
    }

    fn names(&self, problems: &mut Problems) -> Result<String> {
        let [present, absent, excused, proxies] = LISTS.map(|name| {
            let lines: Vec<String> = self.get(name).lines().map(|it| it.trim().to_owned()).collect();
            let lines: Vec<String> = lines.into_iter().filter(|it| !it.is_empty()).collect();
            let fits = lines.len() <= MOST_NAMES && lines.iter().all(|it| it.chars().count() <= LONGEST);
            problems.require(fits, name, W.decision_names_too_long());
            lines
        });
        let proxies = proxies.iter().map(|line| proxy(line)).collect();
        serde_json::to_string(&Names { present, absent, excused, proxies }).map_err(Error::fault)
    }
}

/// « qui → à qui »; a line without an arrow says who alone.
fn proxy(line: &str) -> (String, String) {
    let cut = ARROWS.iter().find_map(|arrow| line.split_once(arrow));
    let (giver, holder) = cut.unwrap_or((line, ""));
    (giver.trim().to_owned(), holder.trim().to_owned())
}

fn proxy_line((giver, holder): &(String, String)) -> String {
    if holder.is_empty() { giver.clone() } else { format!("{giver} → {holder}") }
}

#[cfg(test)]
mod tests {
    use super::DecisionForm;
    use db::Error;
    use jiff::civil::{Date, date};

    const TODAY: Date = date(2022, 12, 8);

    fn form(changes: &[(&'static str, &'static str)]) -> DecisionForm {
        let usual = [("tenue", "2022-12-08"), ("issue", "adoptee")];
        DecisionForm::typed(|name| {
            changes.iter().chain(&usual).find(|(known, _)| *known == name).map_or("", |(_, text)| *text)
        })
    }

    #[test]
    fn a_decision_typed_comes_back_as_it_was() {
        let typed = form(&[
            ("numero", "2022/08-13"),
            ("presents", "20"),
            ("exprimes", "24"),
            ("montant", "135"),
            ("noms_presents", "Anne Roy\n\n Luc Blé "),
            ("procurations", "Jean Pic -> Anne Roy\nÉva Lys"),
        ]);
        let Ok(decision) = typed.check(TODAY) else { panic!("refused") };
        assert_eq!((decision.present, decision.votes_cast, decision.members), (Some(20), Some(24), None));
        assert_eq!(decision.amount_cents, Some(13_500));
        let again = DecisionForm::of(&decision);
        assert_eq!(again.get("noms_presents"), "Anne Roy\nLuc Blé");
        assert_eq!(again.get("procurations"), "Jean Pic → Anne Roy\nÉva Lys");
        assert_eq!(again.get("montant"), "135,00");
        assert_eq!(again.check(TODAY).ok(), Some(decision));
    }

    #[test]
    fn what_cannot_be_read_is_told_beside_its_field() {
        for (field, typed) in [
            ("tenue", ""),
            ("tenue", "8 décembre"),
            ("tenue", "2022-12-09"),
            ("certifiee", "2022-02-30"),
            ("presents", "vingt"),
            ("membres", "-1"),
            ("montant", "beaucoup"),
            ("issue", "reportee"),
        ] {
            let Err(Error::Invalid(problems)) = form(&[(field, typed)]).check(TODAY) else {
                panic!("{field}: {typed}")
            };
            assert!(problems.of(field).is_some(), "{field}: {typed}: {problems:?}");
        }
    }
}
