//! The queue against a model of it: whatever is asked, hushed, and however nodes die, nothing leaves early, nothing is lost,
//! nothing leaves twice once noted, and what was hushed does not leave.

use crate::{
    SERVICES,
    steps::{give, subscribe},
};
use commons::{
    Attention, ThingId,
    attention::{self, claim, due},
    holiday::SchoolCalendar,
};
use db::Moment;
use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use std::collections::BTreeMap;
use testkit::{App, Classroom::Cp, Place::Tilleuls, Who::Claire, on_both};

/// Stories told on each database.
const STORIES: u8 = 6;
const THINGS: usize = 3;
const LEASE: i64 = 60;
const MOST_ATTEMPTS: i64 = 8;

#[derive(Debug, Clone)]
enum Step {
    /// A thing is told, ready in so many minutes at the earliest.
    Alert(usize, i64),
    Hush(usize),
    /// So many seconds pass.
    Wait(i64),
    /// A node lets out what is due.
    Turn,
    /// A node claims what is due and dies.
    Crash,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Waiting { claimed_until: Option<Moment>, attempts: i64 },
    Sent,
    Hushed,
    Failed,
}

const FRESH: State = State::Waiting { claimed_until: None, attempts: 0 };

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        4 => (0..THINGS, prop_oneof![Just(0_i64), 0_i64..4_000]).prop_map(|(thing, minutes)| Step::Alert(thing, minutes)),
        1 => (0..THINGS).prop_map(Step::Hush),
        3 => prop_oneof![1_i64..120, 1_i64..100_000].prop_map(Step::Wait),
        3 => Just(Step::Turn),
        2 => Just(Step::Crash),
    ];
    prop::collection::vec(step, 25..45)
}

/// What is known of each thing at each instant it was due.
struct Model {
    things: Vec<ThingId>,
    calendar: SchoolCalendar,
    known: BTreeMap<(usize, Moment), State>,
}

impl Model {
    /// What a node would claim now.
    fn claimable(&self, now: Moment) -> Vec<((usize, Moment), i64)> {
        let claimable = self.known.iter().filter_map(|(key, state)| match state {
            State::Waiting { claimed_until, attempts }
                if key.1 <= now && claimed_until.is_none_or(|until| until < now) =>
            {
                Some((*key, *attempts))
            }
            _ => None,
        });
        claimable.collect()
    }

    async fn follow(&mut self, app: &App, step: &Step) {
        match step {
            Step::Alert(thing, minutes) => self.alert(app, *thing, *minutes).await,
            Step::Hush(thing) => self.hush(app, *thing).await,
            Step::Wait(seconds) => app.wait(*seconds),
            Step::Turn => self.turn(app).await,
            Step::Crash => self.crash(app).await,
        }
    }

    async fn alert(&mut self, app: &App, thing: usize, minutes: i64) {
        let now = app.now();
        let ready = self.calendar.delivered_at(now.plus_seconds(minutes * 60));
        let mut tx = app.write().await;
        attention::alert(&mut tx, self.things[thing], &[Claire.person()], ready).await.unwrap();
        tx.commit().await.unwrap();
        let at = due(ready, now, &self.calendar, None, false, Claire.account());
        assert!(at >= ready);
        let state = self.known.entry((thing, at)).or_insert(FRESH);
        if *state == State::Hushed {
            *state = FRESH;
        }
    }

    async fn hush(&mut self, app: &App, thing: usize) {
        let mut tx = app.write().await;
        attention::hush(&mut tx, self.things[thing]).await.unwrap();
        tx.commit().await.unwrap();
        for (key, state) in &mut self.known {
            if key.0 == thing && matches!(state, State::Waiting { .. }) {
                *state = State::Hushed;
            }
        }
    }

    async fn crash(&mut self, app: &App) {
        let expected = self.claimable(app.now());
        let mut tx = app.write().await;
        let claimed = claim(&mut tx, 1000).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(claimed.len(), expected.len());
        for (key, attempts) in expected {
            let claimed_until = Some(app.now().plus_seconds(LEASE));
            self.known.insert(key, State::Waiting { claimed_until, attempts: attempts + 1 });
        }
    }

    async fn turn(&mut self, app: &App) {
        let expected = self.claimable(app.now());
        let woken = app.run_pushes().await.len();
        let mut sent = 0;
        for (key, attempts) in expected {
            let state = if attempts + 1 > MOST_ATTEMPTS { State::Failed } else { State::Sent };
            sent += usize::from(state == State::Sent);
            self.known.insert(key, state);
        }
        assert_eq!(woken, sent, "at {:?}: {:?}", app.now(), self.known);
    }
}

#[tokio::test]
async fn nothing_is_early_lost_or_doubled() {
    for story in 0..STORIES {
        let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[story; 32]);
        let mut runner = TestRunner::new_with_rng(Config::default(), rng);
        let steps = steps().new_tree(&mut runner).unwrap().current();
        on_both(SERVICES, async |app| {
            println!("{steps:?}");
            subscribe(app, Claire, "https://push.example.net/claire").await;
            let mut things = Vec::new();
            for number in 0..THINGS {
                let title = format!("Sortie {number}");
                things.push(give(app, &title, Attention::Action, &[Cp.families()], app.now()).await);
            }
            let calendar = SchoolCalendar::find(&mut app.read().await, Tilleuls.id()).await.unwrap();
            let mut model = Model { things, calendar, known: BTreeMap::new() };
            for step in &steps {
                model.follow(app, step).await;
            }
            // Whatever happened, all that was not hushed leaves in the end.
            app.wait(10 * 86_400);
            model.turn(app).await;
            assert!(model.known.values().all(|state| !matches!(state, State::Waiting { .. })), "{:?}", model.known);
            let mut topics: Vec<String> = app.house.push.record().into_iter().map(|it| it.topic).collect();
            topics.sort();
            topics.dedup();
            assert!(topics.len() <= THINGS, "a thing has one topic");
        })
        .await;
    }
}
