//! Who did something, as pages of the school name them.

/// The name of the account in a column: of the person it holds, else its own; nothing once nobody holds it.
macro_rules! name_of {
    ($account:literal) => {
        concat!(
            "coalesce((select q.first_name || ' ' || q.last_name from account_person h join person q on q.id = h.person_id \
             where h.account_id = ",
            $account,
            " order by h.since, q.id limit 1), (select a.name from account a where a.id = ",
            $account,
            "))"
        )
    };
}

pub(crate) use name_of;
