//! Too many wrong passwords: the account closes for a while, and opens by itself.

use crate::{
    SERVICES,
    steps::{WRONG, account_of, change, gets_in, is_inside, sign_in},
};
use db::args;
use testkit::{App, Who, Who::*, on_both, people::PASSWORD};

async fn mistype(app: &App, who: Who, times: usize) {
    for _ in 0..times {
        let answer = sign_in(&app.anonymous(), &who.login(), WRONG).await;
        assert_eq!(answer.status, 422);
    }
}

#[tokio::test]
async fn five_wrong_passwords_close_an_account_for_a_minute_then_for_two() {
    on_both(SERVICES, async |app| {
        mistype(app, Claire, 5).await;
        assert!(!gets_in(app, Claire, PASSWORD).await);
        assert!(gets_in(app, Paul, PASSWORD).await, "only one account closes");
        app.wait(59);
        assert!(!gets_in(app, Claire, PASSWORD).await);
        app.wait(1);
        mistype(app, Claire, 1).await;
        app.wait(119);
        assert!(!gets_in(app, Claire, PASSWORD).await);
        app.wait(1);
        assert!(gets_in(app, Claire, PASSWORD).await);
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_while_an_account_is_closed_does_not_close_it_longer() {
    on_both(SERVICES, async |app| {
        mistype(app, Claire, 8).await;
        assert_eq!(account_of(app, Claire).await.failures, 5);
        app.wait(60);
        assert!(gets_in(app, Claire, PASSWORD).await);
    })
    .await;
}

#[tokio::test]
async fn the_right_password_forgives_the_wrong_ones() {
    on_both(SERVICES, async |app| {
        for _ in 0..2 {
            mistype(app, Claire, 4).await;
            assert!(gets_in(app, Claire, PASSWORD).await);
        }
        assert_eq!(account_of(app, Claire).await.failures, 0);
    })
    .await;
}

#[tokio::test]
async fn a_quiet_day_begins_the_count_again() {
    on_both(SERVICES, async |app| {
        mistype(app, Claire, 4).await;
        app.wait(86_399);
        mistype(app, Claire, 1).await;
        assert!(!gets_in(app, Claire, PASSWORD).await, "the fifth of a day");
        app.wait(86_400);
        mistype(app, Claire, 4).await;
        assert_eq!(account_of(app, Claire).await.failures, 4);
        assert!(gets_in(app, Claire, PASSWORD).await, "four more, a quiet day later");
    })
    .await;
}

#[tokio::test]
async fn no_account_closes_for_more_than_an_hour() {
    on_both(SERVICES, async |app| {
        let sql = "update account set failures = 40, failed_at = $2 where id = $1";
        change(app, sql, args![Zoe.account(), app.now()]).await;
        mistype(app, Zoe, 1).await;
        app.wait(3599);
        assert!(!gets_in(app, Zoe, PASSWORD).await);
        app.wait(1);
        assert!(gets_in(app, Zoe, PASSWORD).await);
    })
    .await;
}

#[tokio::test]
async fn a_classmate_who_guesses_does_not_throw_a_child_out() {
    on_both(SERVICES, async |app| {
        let child = app.by(Zoe).await;
        mistype(app, Zoe, 5).await;
        assert!(is_inside(&child).await);
    })
    .await;
}
