//! What is new for somebody: what became visible in some circles, and the notices not read yet.

use commons::{
    ThingId,
    notification::{self, Notification},
    share::{self, FeedItem},
    untold::{self, Untold},
};
use db::{Moment, Result, Tx, id_list};
use school::{CircleId, CircleKind, PersonId, Viewer};
use web::Service;

/// A child reads to the end of a page: no list is longer (product.md §6.3).
const MOST_ITEMS: i64 = 20;
/// The same, as a list counts.
const MOST_SHOWN: usize = 20;
/// Read when some of it may be of a school that closed its service, so that enough remains.
const MOST_SIFTED: i64 = 100;

/// What is new for somebody.
#[derive(Debug, Clone)]
pub struct News {
    /// What became visible, newest first.
    pub items: Vec<FeedItem>,
    /// What is to be treated, newest first.
    pub notices: Vec<Notification>,
    /// The time of the reading.
    pub now: Moment,
}

impl News {
    /// What became visible in some circles in the last `days`, for a viewer who may read them: nothing of a service from the
    /// schools that closed it to the viewer.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn read(
        tx: &mut Tx,
        services: &[&'static Service],
        viewer: &Viewer,
        circles: &[CircleId],
        days: i64,
    ) -> Result<Self> {
        let now = tx.now();
        let untold = web::untold_to(tx, services, viewer).await?;
        let most = if untold.iter().any(Untold::is_closed) { MOST_SIFTED } else { MOST_ITEMS };
        let told = id_list(circles.iter().copied());
        let mut items = share::feed(tx, viewer, told.clone(), now.plus_days(-days), most).await?;
        let things: Vec<(ThingId, String)> = items.iter().map(|item| (item.id, item.kind.clone())).collect();
        let hidden = untold::hidden(tx, viewer, &untold, &things, &told).await?;
        items.retain(|item| !hidden.contains(&item.id));
        items.truncate(MOST_SHOWN);
        Ok(Self { items, notices: notification::unread(tx, viewer, &untold).await?, now })
    }

    /// How many things wait to be looked at: what was never shown, and the notices not read.
    pub fn unread(&self) -> i64 {
        self.unseen_count() + i64::try_from(self.notices.len()).unwrap_or(i64::MAX)
    }

    /// How many things were never shown. What was shown in this visit is still marked as new, and counted no more.
    pub fn unseen_count(&self) -> i64 {
        let count = self.items.iter().filter(|item| item.is_unseen).count();
        i64::try_from(count).unwrap_or(i64::MAX)
    }
}

/// The first names of the viewer's children something concerns: those of its class, else those of its school.
pub fn children_concerned<'a>(viewer: &'a Viewer, item: &FeedItem) -> Vec<&'a str> {
    let families = || viewer.seats.iter().filter(|seat| seat.kind == CircleKind::Families);
    let mut concerned: Vec<_> = families().filter(|seat| seat.of_circle == Some(item.circle_id)).collect();
    if concerned.is_empty() {
        concerned = families().filter(|seat| seat.school == item.school_id).collect();
    }
    let mut children: Vec<(PersonId, &str)> = Vec::new();
    for seat in concerned {
        let (Some(child), Some(name)) = (seat.child, seat.child_first_name.as_deref()) else {
            continue;
        };
        if children.iter().all(|(known, _)| *known != child) {
            children.push((child, name));
        }
    }
    children.into_iter().map(|(_, name)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use db::Uuid;
    use school::{AccountId, CircleId, Door, Role, SchoolId, Seat};

    fn seat(child: (u128, &str), school: u128, class: u128) -> Seat {
        Seat {
            circle: CircleId(Uuid::from_u128(class + 1000)),
            school: SchoolId(Uuid::from_u128(school)),
            school_name: String::new(),
            kind: CircleKind::Families,
            name: String::new(),
            of_circle: Some(CircleId(Uuid::from_u128(class))),
            role: Role::Guardian,
            person: PersonId(Uuid::from_u128(99)),
            child: Some(PersonId(Uuid::from_u128(child.0))),
            child_first_name: Some(child.1.to_owned()),
            child_last_name: Some("Martin".to_owned()),
            academy: "16".to_owned(),
            uai: "0310001H".to_owned(),
            district: None,
            town: None,
            closed: String::new(),
        }
    }

    fn item(school: u128, class: u128) -> FeedItem {
        FeedItem {
            id: ThingId(Uuid::from_u128(7)),
            kind: "billets".to_owned(),
            school_id: SchoolId(Uuid::from_u128(school)),
            circle_id: CircleId(Uuid::from_u128(class)),
            circle_name: String::new(),
            from_label: None,
            title: String::new(),
            excerpt: String::new(),
            cover: None,
            cover_alt: None,
            author_id: PersonId(Uuid::from_u128(8)),
            first_name: String::new(),
            last_name: String::new(),
            author_kind: "staff".to_owned(),
            visible_from: Moment(0),
            is_new: false,
            is_unseen: false,
        }
    }

    fn parent() -> Viewer {
        let seats = vec![seat((1, "Zoé"), 50, 10), seat((2, "Tom"), 50, 20), seat((3, "Ana"), 60, 30)];
        Viewer {
            account: AccountId(Uuid::from_u128(5)),
            people: Vec::new(),
            given_name: None,
            seats,
            grants: Vec::new(),
            door: Door::Password,
            behind: Vec::new(),
        }
    }

    #[test]
    fn a_post_of_a_class_concerns_the_child_of_that_class() {
        assert_eq!(children_concerned(&parent(), &item(50, 20)), ["Tom"]);
    }

    #[test]
    fn a_thing_of_the_school_concerns_every_child_there_and_no_other() {
        assert_eq!(children_concerned(&parent(), &item(50, 77)), ["Zoé", "Tom"]);
        assert!(children_concerned(&parent(), &item(70, 77)).is_empty());
    }
}
