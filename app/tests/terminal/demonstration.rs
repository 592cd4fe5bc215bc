//! The demonstration is a living school, whatever the day it is prepared on.

use crate::house::houses;
use commons::{
    House,
    image_right::{Answer, Purpose, Register},
    watched,
};
use db::{Moment, Tx};
use messages::listing::{Mark, Shelf};
use preau::{
    demo::{self, People},
    services::SERVICES,
};
use school::{SchoolYear, Viewer, account::Account};

/// Saturday 28 November 2026 at ten.
const SATURDAY: Moment = Moment(1_795_856_400_000);
/// Days on which nothing is delivered, or before which little was: 14 July 2027, 4 August 2026.
const QUIET_DAYS: [Moment; 2] = [Moment(1_815_559_200_000), Moment(1_785_826_800_000)];
/// Days without a school morning of the year before them: 1 August 2026, and 13 May 2026, a year that cannot be generated.
const EMPTY_DAYS: [Moment; 2] = [Moment(1_785_567_600_000), Moment(1_778_659_200_000)];

/// The viewer somebody of the terminal's list is.
async fn viewer(tx: &mut Tx, house: &House, people: &People, role: &str) -> Viewer {
    let lines = people.lines(house).await.unwrap();
    let line = lines.iter().find(|line| line.role == role).unwrap();
    let account = Account::by_login(tx, &line.login).await.unwrap().unwrap();
    Viewer::load(tx, account.id).await.unwrap()
}

#[tokio::test]
async fn a_demonstration_of_a_saturday_has_something_for_everybody() {
    for place in houses() {
        let house = place.open_at(SATURDAY).await;
        demo::prepare(&house).await.unwrap();
        let people = People::find(&house.db).await.unwrap();
        let mut tx = house.db.read().await.unwrap();
        let parent = viewer(&mut tx, &house, &people, "Parent (plusieurs enfants)").await;
        let teacher = viewer(&mut tx, &house, &people, "Enseignant(e)").await;
        let head = viewer(&mut tx, &house, &people, "Directeur, directrice").await;
        mots(&mut tx, &parent, &teacher).await;
        messages(&mut tx, &parent, &teacher).await;
        news(&mut tx, &parent).await;
        protection(&mut tx, &parent, &teacher, &head).await;
        drop(tx);
        house.db.close().await;
    }
}

async fn mots(tx: &mut Tx, parent: &Viewer, teacher: &Viewer) {
    let received = liaison::listing::received(tx, parent).await.unwrap();
    let signed = received.iter().filter(|mot| mot.is_signed()).count();
    assert!((1..received.len()).contains(&signed), "{received:?}");
    let tasks = (liaison::SERVICE.tasks)(tx, parent).await.unwrap();
    let due = tasks.iter().find(|task| task.title == "Sortie au théâtre").unwrap().due;
    assert!(due.is_some_and(|day| day > SATURDAY.day()), "{due:?}");
    let classes: Vec<_> = teacher.taught().collect();
    let schools = teacher.seats.iter().map(|seat| seat.school);
    let circles: Vec<_> = classes.into_iter().zip(schools).collect();
    let sent = liaison::listing::lines(tx, teacher, &circles).await.unwrap();
    assert!(sent.len() >= 4, "{sent:?}");
    assert!(sent.iter().any(|mot| mot.done > 0), "{sent:?}");
}

async fn messages(tx: &mut Tx, parent: &Viewer, teacher: &Viewer) {
    let received = messages::listing::of(tx, parent, Shelf::Received, Mark::TOP).await.unwrap();
    let unread: Vec<&str> = received.iter().filter(|it| it.unread).map(|it| it.title.as_str()).collect();
    assert_eq!(unread, ["Un livre à rapporter"]);
    assert!(received.iter().any(|it| it.title == "Des boîtes pour nos constructions"));
    let sent = messages::listing::of(tx, parent, Shelf::Sent, Mark::TOP).await.unwrap();
    assert!(sent.iter().any(|it| it.title == "La lecture à la maison"), "{sent:?}");
    let staff = messages::listing::of(tx, teacher, Shelf::Received, Mark::TOP).await.unwrap();
    assert!(staff.iter().any(|it| it.title == "Ordre du jour du conseil des maîtres"), "{staff:?}");
}

async fn news(tx: &mut Tx, parent: &Viewer) {
    let read = news::listing::read(tx, parent, None, 0, 20).await.unwrap();
    let titles: Vec<&str> = read.iter().map(|it| it.title.as_str()).collect();
    let wanted = ["Le marché des enfants revient", "Une semaine pour lire ensemble", "Ce que nous lisons en ce moment"];
    assert_eq!(titles, wanted);
    assert_eq!(news::listing::flashes(tx).await.unwrap().len(), 1);
}

async fn protection(tx: &mut Tx, parent: &Viewer, teacher: &Viewer, head: &Viewer) {
    let mut waiting = 0;
    for service in SERVICES {
        waiting += (service.to_review)(tx, teacher).await.unwrap().len();
    }
    assert_eq!(waiting, 1);
    let school = head.headed()[0].school;
    assert_eq!(watched::of_school(tx, school).await.unwrap().len(), 2);
    let (year, adult) = (SchoolYear::of(SATURDAY.day()).0, parent.people[0].id);
    let children = parent.children();
    let register = Register::read(tx, school, year, children.iter().map(|child| child.id)).await.unwrap();
    let answers =
        |purpose| children.iter().filter_map(|it| register.answer_of(it.id, adult, purpose)).collect::<Vec<_>>();
    assert_eq!(answers(Purpose::Class), [Answer::Yes]);
    assert!(answers(Purpose::Press).is_empty());
}

#[tokio::test]
async fn a_demonstration_is_prepared_on_any_day() {
    let days = QUIET_DAYS.iter().map(|day| (*day, true)).chain(EMPTY_DAYS.iter().map(|day| (*day, false)));
    for (day, alive) in days {
        let place = houses().swap_remove(0);
        let house = place.open_at(day).await;
        demo::prepare(&house).await.unwrap();
        let people = People::find(&house.db).await.unwrap();
        let mut tx = house.db.read().await.unwrap();
        let parent = viewer(&mut tx, &house, &people, "Parent (plusieurs enfants)").await;
        assert_eq!(!(liaison::SERVICE.tasks)(&mut tx, &parent).await.unwrap().is_empty(), alive, "{}", day.day());
        let received = messages::listing::of(&mut tx, &parent, Shelf::Received, Mark::TOP).await.unwrap();
        assert_eq!(received.iter().filter(|it| it.unread).count(), usize::from(alive), "{}", day.day());
        drop(tx);
        house.db.close().await;
    }
}
