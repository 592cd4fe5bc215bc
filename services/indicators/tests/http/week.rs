//! The life of a week: pseudonyms, closing, what stays of it.

use crate::{SERVICES, count, night, opens, school};
use commons::usage::place_number;
use db::args;
use testkit::{App, Place::Tilleuls, Who::*, on_both};

const PEOPLE: &str = "select count(*) as n from (select distinct visitor from usage_visitor) v";

async fn sunday(app: &App) {
    app.at("2026-10-05T03:00");
    night(app, "2026-10-04").await;
}

#[tokio::test]
async fn somebody_is_counted_once_in_a_week_and_is_somebody_else_in_the_next() {
    on_both(SERVICES, async |app| {
        opens(app, Thomas, "/essai", &["2026-10-01T10:00", "2026-10-02T10:00"]).await;
        opens(app, Claire, "/essai", &["2026-10-02T12:00"]).await;
        opens(app, Thomas, "/essai", &["2026-10-04T23:30", "2026-10-05T10:00"]).await;
        app.at("2026-10-04T04:00");
        night(app, "2026-10-03").await;
        assert_eq!(count(app, PEOPLE, &[]).await, 2);
        indicators::hit::flush(&app.house).await.unwrap();
        let pseudonyms = "select count(*) as n from (select distinct visitor from usage_hit) h";
        assert_eq!(count(app, pseudonyms, &[]).await, 2, "Sunday and Monday: nobody knows it is the same");
    })
    .await;
}

#[tokio::test]
async fn a_week_that_is_over_keeps_counts_and_forgets_people() {
    on_both(SERVICES, async |app| {
        for who in [Zoe, Paul, Claire, Tom, Lina, Samia, Karim, Helene, Thomas, Agnes] {
            opens(app, who, "/essai", &["2026-10-01T10:00"]).await;
        }
        sunday(app).await;
        for forgotten in [
            "select count(*) as n from usage_seen",
            "select count(*) as n from usage_visitor",
            "select count(*) as n from usage_visit",
            "select count(*) as n from usage_hit",
            "select count(*) as n from usage_key where closed_at is null or salt is not null",
        ] {
            assert_eq!(count(app, forgotten, &[]).await, 0, "{forgotten}");
        }
        // Three pupils, four adults, two teachers, an agent: every count is hidden, and rounded to a multiple of five.
        let place = place_number(&school(Tilleuls));
        let odd = "select count(*) as n from usage_week where place = $1 and facet not like 'h%' \
                   and (users % 5 <> 0 or hidden = false)";
        assert_eq!(count(app, odd, args![place]).await, 0, "only the ten people of an hour may be told");
        let slot = "select users as n from usage_week where place = $1 and facet = 'h42' and hidden = false";
        assert_eq!(count(app, slot, args![place]).await, 10);
        // The school is alone in its commune, not in its département.
        for scope in ["town:031:montaubrac", "department:031", "academy:16", "region"] {
            let all = "select users as n from usage_week where place = $1 and facet = 'h42'";
            assert_eq!(count(app, all, args![place_number(scope)]).await, 10, "{scope}");
        }
        let adoption = "select count(*) as n from usage_adoption where week = '2026-09-28'";
        // Two schools, two communes, a département, an académie, the région.
        assert_eq!(count(app, adoption, &[]).await, 7);
    })
    .await;
}

#[tokio::test]
async fn a_week_is_counted_once_and_takes_nothing_more() {
    on_both(SERVICES, async |app| {
        for who in [Zoe, Paul, Claire, Tom, Lina] {
            opens(app, who, "/essai", &["2026-10-01T10:00"]).await;
        }
        sunday(app).await;
        let kept = "select cast(coalesce(sum(users), 0) as bigint) as n from usage_week";
        let before = count(app, kept, &[]).await;
        // A page of the week that comes too late, then the same night again.
        opens(app, Thomas, "/essai", &["2026-10-02T10:00"]).await;
        sunday(app).await;
        assert_eq!(count(app, kept, &[]).await, before);
        assert_eq!(count(app, "select count(*) as n from usage_hit", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_same_people_in_two_weeks_are_rounded_the_same_way() {
    on_both(SERVICES, async |app| {
        for (day, hour) in [("2026-10-04", "2026-10-01T10:00"), ("2026-10-11", "2026-10-08T10:00")] {
            // Each signs in that day: a session of a pupil does not last a week.
            app.at(hour);
            for who in [Zoe, Paul, Claire, Tom, Lina, Samia, Karim, Helene, Thomas, Agnes] {
                opens(app, who, "/essai", &[hour]).await;
            }
            app.at(&format!("{day}T23:59"));
            night(app, day).await;
        }
        let rows = "select count(*) as n from usage_week where week = '2026-09-28'";
        let same = "select count(*) as n from usage_week a join usage_week b on b.place = a.place \
                    and b.profile = a.profile and b.facet = a.facet and b.users = a.users and b.visits = a.visits \
                    where a.week = '2026-09-28' and b.week = '2026-10-05'";
        assert!(count(app, rows, &[]).await > 0);
        assert_eq!(count(app, same, &[]).await, count(app, rows, &[]).await);
        let people = "select count(*) as n from usage_adoption a join usage_adoption b on b.place = a.place \
                      and b.adults = a.adults and b.children = a.children and b.adults_active = a.adults_active \
                      where a.week = '2026-09-28' and b.week = '2026-10-05'";
        assert_eq!(count(app, people, &[]).await, 7);
    })
    .await;
}

#[tokio::test]
async fn the_chance_of_a_year_is_erased_once_it_is_over() {
    on_both(SERVICES, async |app| {
        opens(app, Thomas, "/essai", &["2026-10-01T10:00"]).await;
        sunday(app).await;
        let kept = "select count(*) as n from usage_chance where salt is not null";
        assert_eq!(count(app, kept, &[]).await, 1);
        app.at("2027-08-10T03:00");
        night(app, "2027-08-09").await;
        assert_eq!(count(app, kept, &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_tables_of_the_week_hold_no_account() {
    on_both(SERVICES, async |app| {
        opens(app, Thomas, "/essai", &["2026-10-01T10:00"]).await;
        let account = Thomas.account();
        let bytes: [u8; 16] = *db::Uuid::from(account).as_bytes();
        let (high, low) = bytes.split_at(8);
        for half in [high, low] {
            let number = i64::from_be_bytes(half.try_into().unwrap());
            indicators::hit::flush(&app.house).await.unwrap();
            let found = "select count(*) as n from usage_hit where visitor = $1";
            assert_eq!(count(app, found, args![number]).await, 0);
        }
    })
    .await;
}
