//! What a school closes to whom: a word for each service and public, « messages:pupil news:guardian ».

use crate::{AccountId, Role, text_enum};
use db::{Result, Tx, args};

text_enum! {
    /// To whom of a school a service is open or closed.
    Whom {
        /// The pupils.
        Pupils = "pupil",
        /// Their families, and whom these let read with them.
        Families = "guardian",
        /// Whoever works in the school, for whoever pays them, and whom it lets in for a time.
        Team = "teacher",
    }
}

impl Whom {
    /// As whom of its school a seat counts. None for the head and whoever acts in the head's name: what they close to others
    /// stays open to them, or they could not open it again.
    pub const fn of(role: Role) -> Option<Self> {
        match role {
            Role::Pupil => Some(Self::Pupils),
            Role::Guardian | Role::Reader => Some(Self::Families),
            Role::Teacher | Role::Staff | Role::Guest | Role::TownAgent => Some(Self::Team),
            Role::Head | Role::Deputy => None,
            // Tasks over a territory are no seats.
            Role::AcademyAdmin
            | Role::DistrictAdmin
            | Role::DistrictAdviser
            | Role::TownEditor
            | Role::TownOfficer
            | Role::HelpAgent
            | Role::DataOfficer
            | Role::SchemeOfficer => None,
        }
    }
}

/// The word that closes a service to somebody.
pub fn word(service: &str, whom: Whom) -> String {
    format!("{service}:{}", whom.as_str())
}

/// Whether the words of a school close a service to somebody.
pub fn holds(closed: &str, service: &str, whom: Whom) -> bool {
    closed.split(' ').any(|it| it.split_once(':') == Some((service, whom.as_str())))
}

/// Whether a school closed a service, to whomever, where an account sits, or whoever it answers for or reads about.
///
/// # Errors
/// A fault of the database.
pub async fn in_a_school_of(tx: &mut Tx, account: AccountId, service: &str) -> Result<bool> {
    let word = format!("% {service}:%");
    Ok(tx.count(IN_A_SCHOOL_OF, args![account, word]).await? > 0)
}

// Wider than the seats of the viewer, so that none of their schools is missed.
const IN_A_SCHOOL_OF: &str = "\
select count(*) as n from school s where (' ' || s.closed) like $2 and s.id in ( \
    select c.school_id from account_person a join member m on m.person_id = a.person_id \
        join circle c on c.id = m.circle_id where a.account_id = $1 \
    union select c.school_id from account_person a join guardianship g on g.adult_id = a.person_id \
        join member m on m.person_id = g.child_id join circle c on c.id = m.circle_id where a.account_id = $1 \
    union select c.school_id from account_person a join reader r on r.person_id = a.person_id \
        join member m on m.person_id = r.child_id join circle c on c.id = m.circle_id where a.account_id = $1)";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_closes_one_service_to_one_public() {
        let closed = [word("messages", Whom::Pupils), word("news", Whom::Families)].join(" ");
        assert_eq!(closed, "messages:pupil news:guardian");
        assert!(holds(&closed, "messages", Whom::Pupils) && holds(&closed, "news", Whom::Families));
        assert!(!holds(&closed, "messages", Whom::Families) && !holds(&closed, "new", Whom::Families));
        assert!(Whom::ALL.iter().all(|whom| !holds("", "news", *whom)));
    }

    #[test]
    fn a_reader_is_family_and_whoever_runs_the_school_keeps_all() {
        assert_eq!(Whom::of(Role::Reader), Whom::of(Role::Guardian));
        assert_eq!(Whom::of(Role::TownAgent), Some(Whom::Team));
        assert!(Whom::of(Role::Head).is_none() && Whom::of(Role::Deputy).is_none());
    }
}
