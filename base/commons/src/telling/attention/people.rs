//! From circles to people, in one statement however many they are.

use db::id_list;
use school::CircleId;

/// Circles sorted by the way their people are found.
#[derive(Debug)]
pub(crate) struct Sorted {
    /// Circles with rows, and persons.
    pub(crate) plain: String,
    /// The children whose families are meant.
    pub(crate) children: String,
    /// The classes whose teachers are meant.
    pub(crate) classes: String,
}

impl Sorted {
    pub(crate) fn of(circles: &[CircleId]) -> Self {
        let plain = circles.iter().filter(|it| it.child().is_none() && it.taught_class().is_none());
        Self {
            plain: id_list(plain.copied()),
            children: id_list(circles.iter().filter_map(|it| it.child())),
            classes: id_list(circles.iter().filter_map(|it| it.taught_class())),
        }
    }
}

/// The people of circles: `$1` to `$3` are those of [`Sorted`], `$4` is now. Members, the families of the pupils of a
/// circle, the family of a child, the teachers of a class, and persons.
macro_rules! people_of_circles {
    () => {
        "select m.person_id as id from member m where m.circle_id in (select unhex(value) from json_each($1)) \
             and m.since <= $4 and (m.until is null or m.until > $4) \
         union select g.adult_id from circle c join member m on m.circle_id = c.of_circle and m.role = 'pupil' \
             and m.since <= $4 and (m.until is null or m.until > $4) \
             join guardianship g on g.child_id = m.person_id and g.until is null \
             where c.kind = 'families' and c.id in (select unhex(value) from json_each($1)) \
         union select g.adult_id from guardianship g where g.until is null \
             and g.child_id in (select unhex(value) from json_each($2)) \
         union select m.person_id from member m where m.role = 'teacher' \
             and m.circle_id in (select unhex(value) from json_each($3)) \
             and m.since <= $4 and (m.until is null or m.until > $4) \
         union select unhex(value) from json_each($1)"
    };
}
pub(crate) use people_of_circles;

/// The accounts that hold the people `k`, with the ways they can be told by.
macro_rules! accounts_of {
    ($($people:tt)*) => {
        concat!(
            "select ap.account_id, ap.person_id, p.kind, ",
            "coalesce(f.push, true) and exists (select 1 from push_subscription s where s.account_id = a.id ",
            "and s.ended_at is null) as has_push, ",
            "coalesce(f.letters, true) and a.email is not null ",
            "and not exists (select 1 from mail_bounce b where b.email = a.email) as has_mail, f.hours from (",
            $($people)*,
            ") k join account_person ap on ap.person_id = k.id ",
            "join person p on p.id = k.id and p.gone_at is null ",
            "join account a on a.id = ap.account_id and a.activated_at is not null and a.blocked_at is null ",
            "left join attention_preference f on f.account_id = a.id "
        )
    };
}
pub(crate) use accounts_of;
