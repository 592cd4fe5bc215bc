//! What a school opens to its pupils, its families, its team: which services, and what a change of it does to whom.

use crate::W;
use commons::audit::{self, Action};
use db::{Result, Tx, args};
use school::{School, SchoolId, Viewer, Whom, closed};
use web::Service;

/// A service a school may close.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closable {
    /// Its name, as forms send it.
    pub name: &'static str,
    /// Its word.
    pub label: String,
}

/// The services a school may close, in the order of the house.
pub fn closable(services: &[&'static Service], viewer: &Viewer) -> Vec<Closable> {
    let closable = services.iter().filter(|service| service.closable);
    closable.map(|service| Closable { name: service.name, label: label(service, viewer) }).collect()
}

/// What people call a service: our word for it, else its place in the navigation.
fn label(service: &Service, viewer: &Viewer) -> String {
    match service.name {
        "journal" => W.service_journal().to_owned(),
        "news" => W.service_news().to_owned(),
        "messages" => W.service_messages().to_owned(),
        other => (service.places)(viewer).first().map_or_else(|| other.to_owned(), |place| place.label.clone()),
    }
}

/// The word for whom.
pub fn whom_word(whom: Whom) -> &'static str {
    match whom {
        Whom::Pupils => W.to_pupils(),
        Whom::Families => W.to_families(),
        Whom::Team => W.to_team(),
    }
}

/// What is closed when a form ticks what stays open: each box is the name of a service and whom it is open to.
pub fn closed_by(fields: &[(String, String)], services: &[Closable]) -> String {
    let ticked = |name: &str, whom: Whom| fields.iter().any(|(field, value)| field == name && value == whom.as_str());
    let mut words = Vec::new();
    for service in services {
        let shut = Whom::ALL.iter().filter(|whom| !ticked(service.name, **whom));
        words.extend(shut.map(|whom| closed::word(service.name, *whom)));
    }
    words.join(" ")
}

/// A service that opens to some, or closes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The word of the service.
    pub label: String,
    /// To whom.
    pub whom: Whom,
    /// Whether it closes; else it opens.
    pub closes: bool,
}

/// What differs between what is closed and what would be.
pub fn changes(now: &str, then: &str, services: &[Closable]) -> Vec<Change> {
    let mut changes = Vec::new();
    for service in services {
        for whom in Whom::ALL.iter().copied() {
            let closes = closed::holds(then, service.name, whom);
            if closes != closed::holds(now, service.name, whom) {
                changes.push(Change { label: service.label.clone(), whom, closes });
            }
        }
    }
    changes
}

/// How many people of a school a service is open or closed to.
///
/// # Errors
/// A fault of the database.
pub async fn counted(tx: &mut Tx, school: SchoolId, whom: Whom) -> Result<i64> {
    let count = match whom {
        Whom::Pupils => PUPILS,
        Whom::Families => FAMILIES,
        Whom::Team => TEAM,
    };
    let now = tx.now();
    tx.count(count, args![school, now]).await
}

/// Closes and opens, at once. For who runs the school.
///
/// # Errors
/// A fault of the database.
pub async fn set(tx: &mut Tx, viewer: &Viewer, school: SchoolId, closed: &str) -> Result<()> {
    School::set_closed(tx, school, closed).await?;
    audit::write(tx, Some(viewer.account), Action::ServicesOpened, Some(school.to_string()), Some(closed)).await
}

const PUPILS: &str = "\
select count(distinct m.person_id) as n from circle c join member m on m.circle_id = c.id and m.role = 'pupil' \
    and m.since <= $2 and (m.until is null or m.until > $2) \
where c.school_id = $1 and c.kind = 'school'";

const FAMILIES: &str = "\
select count(distinct a.id) as n from circle c join member m on m.circle_id = c.id and m.role = 'pupil' \
    and m.since <= $2 and (m.until is null or m.until > $2) \
join guardianship g on g.child_id = m.person_id and g.until is null \
join person a on a.id = g.adult_id and a.gone_at is null \
where c.school_id = $1 and c.kind = 'school'";

const TEAM: &str = "\
select count(distinct m.person_id) as n from circle c join member m on m.circle_id = c.id \
    and m.since <= $2 and (m.until is null or m.until > $2) \
where c.school_id = $1 and c.kind = 'staff' and not exists (select 1 from member o where o.circle_id = c.id \
    and o.person_id = m.person_id and o.role in ('head', 'deputy') and o.since <= $2 and (o.until is null or o.until > $2))";

#[cfg(test)]
mod tests {
    use super::*;

    fn services() -> [Closable; 2] {
        ["journal", "messages"].map(|name| Closable { name, label: name.to_owned() })
    }

    fn ticked(boxes: &[(&str, &str)]) -> Vec<(String, String)> {
        boxes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn what_is_not_ticked_closes() {
        let boxes = [("journal", "pupil"), ("journal", "guardian"), ("journal", "teacher"), ("messages", "teacher")];
        let closed = closed_by(&ticked(&boxes), &services());
        assert_eq!(closed, "messages:pupil messages:guardian");
        // What no page of ours proposes opens and closes nothing.
        let more = [&boxes[..], &[("messages", "head"), ("autre", "pupil")][..]].concat();
        assert_eq!(closed_by(&ticked(&more), &services()), closed);
    }

    #[test]
    fn only_what_differs_is_told() {
        let found = changes("messages:pupil", "messages:guardian", &services());
        let told: Vec<_> = found.iter().map(|it| (it.label.as_str(), it.whom, it.closes)).collect();
        assert_eq!(told, [("messages", Whom::Pupils, false), ("messages", Whom::Families, true)]);
        assert!(changes("messages:pupil", "messages:pupil", &services()).is_empty());
    }
}
