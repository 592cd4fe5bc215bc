//! The national tag plan (interfaces.md §7.1), for a région that wants it: off until somebody says otherwise.
//!
//! Which tool collects the national figures is in no public document, and it has changed before. So the facts are made here,
//! and their way out is the simplest there is: each night the tags of the day are written as lines of JSON into the files of
//! the house, where whoever runs it collects them for the tool of the moment; they are deleted after thirty days. A tag holds
//! the pseudonym of the week, never an account, an address, a device or a page. These tags are no longer protected counts:
//! sending them is a decision of the région, which the page of this setting says.

use crate::{
    slice,
    week::{Week, instant},
};
use commons::{
    House,
    usage::{UsedBy, place_number},
};
use db::{Error, FromRow, Moment, PARIS, Problems, Result, Tx, args};
use jiff::{ToSpan, civil::Date};
use school::{School, Territory, schools_in};
use std::collections::HashMap;

const KEPT_DAYS: i64 = 30;
const LONGEST: usize = 60;

/// What a tag says besides the page, as somebody typed it.
#[derive(Debug, Clone, Default, FromRow)]
pub struct Setting {
    /// Whether tags are written.
    pub active: bool,
    /// The project, as the national plan numbers it.
    pub project: String,
    /// The platform.
    pub platform: String,
    /// Who runs the service.
    pub operator: String,
    /// The number of the tag account of each school or département, a line each: « 031 12345 ».
    pub collectivities: String,
}

impl Setting {
    /// What is set; nothing is, and nothing is sent, until somebody does.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn load(tx: &mut Tx) -> Result<Self> {
        let found = tx
            .first(
                "select active, project, platform, operator, collectivities from usage_sender where name = 'region'",
                &[],
            )
            .await?;
        Ok(found.unwrap_or_default())
    }

    /// Checks what was typed; the words are those of the page.
    ///
    /// # Errors
    /// [`Error::Invalid`] beside the field that is wrong.
    pub fn check(&self, too_long: &str, unread: &str) -> Result<()> {
        let mut problems = Problems::default();
        for (name, value) in [("project", &self.project), ("platform", &self.platform), ("operator", &self.operator)] {
            let complete = !self.active || !value.trim().is_empty();
            problems.require(complete && value.chars().count() <= LONGEST, name, too_long);
        }
        let lines = self.collectivities.lines().filter(|line| !line.trim().is_empty());
        problems.require(lines.map(account).all(|it| it.is_some()), "collectivities", unread);
        problems.or(())
    }

    /// Keeps it.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn save(&self, tx: &mut Tx) -> Result<()> {
        let now = tx.now();
        tx.change(
            "insert into usage_sender (name, active, project, platform, operator, collectivities, changed_at) \
             values ('region', $1, $2, $3, $4, $5, $6) on conflict (name) do update set active = excluded.active, \
             project = excluded.project, platform = excluded.platform, operator = excluded.operator, \
             collectivities = excluded.collectivities, changed_at = excluded.changed_at",
            args![
                self.active,
                self.project.trim(),
                self.platform.trim(),
                self.operator.trim(),
                &self.collectivities,
                now
            ],
        )
        .await
    }
}

/// A line: the beginning of national codes, and the account of the schools whose code begins so.
fn account(line: &str) -> Option<(&str, &str)> {
    let (code, number) = line.trim().split_once(char::is_whitespace)?;
    let is_code = (3..=8).contains(&code.len()) && code.bytes().all(|it| it.is_ascii_alphanumeric());
    let number = number.trim();
    (is_code && !number.is_empty() && number.bytes().all(|it| it.is_ascii_digit())).then_some((code, number))
}

/// A sender that is on, with the schools it sends for: those that have an account.
#[derive(Debug)]
pub(crate) struct Sender {
    setting: Setting,
    schools: HashMap<i64, (String, String)>,
}

#[derive(FromRow)]
struct Opened {
    visitor: i64,
    at: Moment,
    unit: i64,
    profile: UsedBy,
    service: String,
}

const OPENED: &str = "\
select h.visitor, h.at, v.unit, v.profile, h.service from usage_hit h \
join usage_visit v on v.visitor = h.visitor and h.at between v.begun and v.ended \
where h.visitor between $1 and $2 and h.at < $3 order by h.at";

impl Sender {
    /// The sender, when it is on.
    pub(crate) async fn active(tx: &mut Tx) -> Result<Option<Self>> {
        let setting = Setting::load(tx).await?;
        if !setting.active {
            return Ok(None);
        }
        let accounts: Vec<(&str, &str)> = setting.collectivities.lines().filter_map(account).collect();
        let mut schools = HashMap::new();
        for school in schools_in(tx, &Territory::Region).await? {
            // The longest beginning is the nearest to the school.
            let known = accounts.iter().filter(|(code, _)| school.uai.starts_with(code)).max_by_key(|it| it.0.len());
            if let Some((_, number)) = known {
                schools.insert(number_of(&school), (school.uai.clone(), (*number).to_owned()));
            }
        }
        Ok(Some(Self { setting, schools }))
    }

    /// Writes the tags of the visits that are being counted into a file of the house.
    pub(crate) async fn send(&self, house: &House, tx: &mut Tx, day: Date, number: u8) -> Result<()> {
        let (first, last) = slice::bounds(number);
        let over = instant(day.saturating_add(2.days()), 0);
        let opened: Vec<Opened> = tx.all(OPENED, args![first, last, over]).await?;
        let lines: Vec<String> = opened.iter().filter_map(|it| self.line(it)).collect();
        if lines.is_empty() {
            return Ok(());
        }
        let hash = house.files.put((lines.join("\n") + "\n").into_bytes()).await?;
        let day = day.to_string();
        let part = tx.count("select count(*) as n from usage_sent where day = $1", args![&day]).await?;
        let (now, count) = (tx.now(), i64::try_from(lines.len()).unwrap_or(i64::MAX));
        tx.change(
            "insert into usage_sent (day, part, hash, lines, sent_at) values ($1, $2, $3, $4, $5)",
            args![&day, part, &hash, count, now],
        )
        .await
    }

    fn line(&self, opened: &Opened) -> Option<String> {
        let (uai, site) = self.schools.get(&opened.unit)?;
        let at = opened.at.timestamp().to_zoned_datetime(PARIS.clone());
        let tag = serde_json::json!({
            "site": site,
            "date": at.datetime().to_string(),
            "semaine": Week::of(at.date()).to_string(),
            "SERVICE": opened.service,
            "TYPE": "NATIF",
            "OUTIL": "",
            "UAI": uai,
            "PROJET": self.setting.project,
            "PLATEFORME": self.setting.platform,
            "EXPLOITANT": self.setting.operator,
            "PROFIL": national(opened.profile),
            "visiteur": format!("{:016x}", opened.visitor),
        });
        Some(tag.to_string())
    }

    /// Deletes the files that were not collected in thirty days.
    pub(crate) async fn forget(house: &House, day: Date) -> Result<()> {
        let before = day.saturating_sub(KEPT_DAYS.days()).to_string();
        let mut tx = house.db.write().await?;
        let old: Vec<String> = tx.column("select hash from usage_sent where day < $1", args![&before]).await?;
        tx.change("delete from usage_sent where day < $1", args![&before]).await?;
        tx.commit().await?;
        for hash in old {
            if let Err(error) = house.files.remove(&hash).await {
                tracing::warn!(%error, "a file of tags was not deleted");
            }
        }
        Ok(())
    }
}

fn number_of(school: &School) -> i64 {
    place_number(&Territory::School(school.id).to_string())
}

/// The profile of the national plan, which knows no municipal staff.
pub(crate) fn national(profile: UsedBy) -> &'static str {
    match profile {
        UsedBy::Pupil => "ELEVE",
        UsedBy::Guardian => "PARENT",
        UsedBy::Teacher => "ENSEIGNANT",
        UsedBy::Staff => "ADMIN_VIE_SCOL_TECH",
        UsedBy::Town | UsedBy::Office => "AUTRE",
    }
}

/// A file that waits to be collected.
#[derive(Debug, Clone, FromRow)]
pub struct Sent {
    /// The day its tags are of.
    pub day: String,
    /// Its number that day.
    pub part: i64,
    /// Its place in the store.
    pub hash: String,
    /// How many tags it holds.
    pub lines: i64,
}

/// The files that wait, the newest first.
///
/// # Errors
/// A fault of the database.
pub async fn sent(tx: &mut Tx) -> Result<Vec<Sent>> {
    tx.all("select day, part, hash, lines from usage_sent order by day desc, part limit 480", &[]).await
}

/// One of them.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub async fn one(tx: &mut Tx, day: &str, part: i64) -> Result<Sent> {
    let found: Option<Sent> = tx
        .first("select day, part, hash, lines from usage_sent where day = $1 and part = $2", args![day, part])
        .await?;
    found.ok_or(Error::NotFound)
}

#[cfg(test)]
mod tests {
    use super::account;

    #[test]
    fn a_line_gives_an_account_to_the_schools_whose_code_begins_so() {
        assert_eq!(account(" 031   12345 "), Some(("031", "12345")));
        assert_eq!(account("0310001H 7"), Some(("0310001H", "7")));
        for line in ["031", "31 12", "031 douze", "03 1", "031-1 12"] {
            assert_eq!(account(line), None, "{line}");
        }
    }
}
