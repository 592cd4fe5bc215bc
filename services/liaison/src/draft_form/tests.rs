//! Tests of the form of a mot.

use super::*;
use db::{Error, Uuid};

/// 7 September 2026.
const NOW: Moment = Moment(1_788_759_000_000);

fn id(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

fn offered() -> Offered {
    let pupil = |number, first: &str| Pupil {
        id: id(number),
        first_name: first.to_owned(),
        last_name: "Benali".to_owned(),
        level: None,
    };
    let guardian =
        Guardian { child_id: id(1), adult_id: id(9), first_name: "Samia".to_owned(), last_name: "Benali".to_owned() };
    Offered { pupils: vec![pupil(1, "Tom"), pupil(2, "Lina")], guardians: vec![guardian], urgent: false }
}

fn form() -> DraftForm {
    DraftForm {
        title: " Sortie  à la ferme ".to_owned(),
        body: "Nous irons à la ferme.".to_owned(),
        ..DraftForm::blank(&Terms::proposed(Theme::Outing, Reply::Sign))
    }
}

fn problem(form: &DraftForm, field: &str) -> Option<String> {
    match form.check(NOW, &offered()) {
        Err(Error::Invalid(problems)) => problems.of(field),
        _ => None,
    }
}

#[test]
fn a_form_is_cleaned() {
    let draft = form().check(NOW, &offered());
    assert!(draft.is_ok_and(|it| it.title == "Sortie à la ferme" && it.whole && it.children.len() == 2));
}

#[test]
fn each_problem_stands_beside_its_field() {
    let changed = |change: &dyn Fn(&mut DraftForm)| {
        let mut form = form();
        change(&mut form);
        form
    };
    assert!(problem(&changed(&|it| it.title = " ".to_owned()), "title").is_some());
    assert!(problem(&changed(&|it| it.body = String::new()), "body").is_some());
    assert!(problem(&changed(&|it| it.reply = "shout".to_owned()), "reply").is_some());
    assert!(problem(&changed(&|it| it.acts = String::new()), "acts").is_some());
    assert!(problem(&changed(&|it| it.due = "demain".to_owned()), "due").is_some());
    assert!(problem(&changed(&|it| it.due = "2026-09-01".to_owned()), "due").is_some());
    assert!(problem(&changed(&|it| it.reminders = "d2".to_owned()), "due").is_some());
    assert!(problem(&changed(&|it| it.whole = "some".to_owned()), "children").is_some());
    for choices in ["Oui", "Oui\nOui", "1\n2\n3\n4\n5\n6"] {
        let form = changed(&|it| {
            it.reply = "choose".to_owned();
            it.choices = choices.to_owned();
        });
        assert!(problem(&form, "choices").is_some(), "{choices}");
    }
}

#[test]
fn an_adult_is_named_among_those_of_the_child() {
    let named = |adult: u128| DraftForm {
        acts: "named".to_owned(),
        whole: "some".to_owned(),
        children: vec![id(1).to_string()],
        named: vec![(id(1).to_string(), id(adult).to_string())],
        ..form()
    };
    let adult = |form: DraftForm| form.check(NOW, &offered()).ok().and_then(|it| it.children.first()?.adult);
    assert_eq!(adult(named(9)), Some(id(9)));
    assert_eq!(adult(named(8)), None);
}

#[test]
fn only_those_who_may_say_that_it_is_urgent() {
    let form = DraftForm { urgent: "L’école est fermée demain.".to_owned(), ..form() };
    assert!(form.check(NOW, &offered()).is_ok_and(|it| it.terms.urgent.is_none()));
    let offered = Offered { urgent: true, ..offered() };
    assert!(form.check(NOW, &offered).is_ok_and(|it| it.terms.urgent.is_some()));
}
