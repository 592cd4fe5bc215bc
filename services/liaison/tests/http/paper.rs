//! Returns on paper: entered by name or by code, refused when they are another's, taken back.

use crate::{SERVICES, change, form};
use db::{Arg, args};
use testkit::{
    App,
    Classroom::{self, Ce, Cp},
    Client, Page,
    Who::{self, *},
    on_both, strangers_find_nothing,
};

/// Writes a mot to a class and sends it, during the hours of delivery; answers its address.
pub(crate) async fn sent(app: &App, client: &Client<'_>, class: Classroom, changes: &[(&str, &str)]) -> String {
    app.at("2026-10-05T10:00");
    let answer = client.upload(&class.path("/mots"), &form(changes), &[]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let mot = answer.location().unwrap().split('/').take(3).collect::<Vec<_>>().join("/");
    let answer = client.post(&format!("{mot}/envoi"), &[]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    mot
}

/// The whole codes of the coupons awaited, in the order of the children.
async fn codes(client: &Client<'_>, mot: &str) -> Vec<String> {
    let page = client.get(&returns(mot)).await;
    assert_eq!(page.status, 200, "{}", page.text());
    page.attributes("input[type=hidden][name^='code-']", "value")
}

fn returns(mot: &str) -> String {
    format!("{mot}/papier")
}

/// The part of a code that stands for the child.
fn child(code: &str) -> &str {
    &code[4..8]
}

/// Enters the coupon of a code, with more fields.
async fn enter(client: &Client<'_>, mot: &str, code: &str, more: &[(&str, &str)]) -> Page {
    let (box_name, code_name) = (format!("rendu-{}", child(code)), format!("code-{}", child(code)));
    let more = more.iter().map(|(name, value)| (format!("{name}-{}", child(code)), *value));
    let more: Vec<(String, &str)> = more.collect();
    let mut fields = vec![(box_name.as_str(), "on"), (code_name.as_str(), code)];
    fields.extend(more.iter().map(|(name, value)| (name.as_str(), *value)));
    client.post(&returns(mot), &fields).await
}

async fn count(app: &App, sql: &'static str, args: &[Arg]) -> i64 {
    app.read().await.count(sql, args).await.unwrap()
}

/// How many slips are signed, by whoever it is.
async fn on_paper(app: &App) -> i64 {
    count(app, "select count(*) as n from receipt where channel = 'paper' and signed_at is not null", &[]).await
}

/// How many slips this adult signed for this child, entered by Thomas.
async fn of(app: &App, who: Who, child: Who) -> i64 {
    let sql = "select count(*) as n from receipt where channel = 'paper' and signed_at is not null \
               and adult_id = $1 and child_id = $2 and entered_by = $3";
    count(app, sql, args![who.person(), child.person(), Thomas.person()]).await
}

#[tokio::test]
async fn a_teacher_enters_what_came_back_and_takes_it_back() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let mot = sent(app, &thomas, Cp, &[]).await;
        let page = thomas.get(&returns(&mot)).await;
        assert!(page.says("Zoé M.") && page.says("0 retour sur 1") && page.says("Claire FABRE"), "{}", page.text());
        let code = codes(&thomas, &mot).await.concat();
        assert_eq!(code.len(), 11);

        let answer = enter(&thomas, &mot, &code, &[]).await;
        let page = thomas.follow(&answer).await;
        assert!(page.says("1 retour est enregistré."), "{}", page.text());
        assert!(page.says("Tous les retours sont là") && page.says("Votre dernière saisie : 1 coupon"));
        // The coupon does not say which adult signed: the row is the child's own.
        assert_eq!((of(app, Zoe, Zoe).await, on_paper(app).await), (1, 1));

        let page = thomas.post_then(&format!("{mot}/papier/annulation"), &[]).await;
        assert!(page.says("La saisie est annulée : 1 coupon est de nouveau attendu."), "{}", page.text());
        assert_eq!(on_paper(app).await, 0);
        let kept = "select count(*) as n from audit where action = 'paper-undone'";
        assert_eq!(count(app, kept, &[]).await, 1);
        assert_eq!(thomas.post(&format!("{mot}/papier/annulation"), &[]).await.status, 409);
    })
    .await;
}

#[tokio::test]
async fn taking_back_a_coupon_leaves_what_a_colleague_entered_of_another_version() {
    on_both(SERVICES, async |app| {
        let (thomas, helene) = (app.by(Thomas).await, app.by(Helene).await);
        let mot = sent(app, &thomas, Cp, &[("acts", "each")]).await;
        let paul = Paul.person().to_string();
        enter(&thomas, &mot, &codes(&thomas, &mot).await.concat(), &[("signataire", &paul)]).await;
        let again = [("acts", "each"), ("body", "Nous irons au lac."), ("revision", "ask-again")];
        assert_eq!(change(&thomas, &mot, &again).await.status, 303);
        enter(&helene, &mot, &codes(&helene, &mot).await.concat(), &[("signataire", &paul)]).await;
        assert_eq!(on_paper(app).await, 2);
        helene.post(&format!("{mot}/papier/annulation"), &[]).await;
        assert_eq!((of(app, Paul, Zoe).await, on_paper(app).await), (1, 1), "the slip Thomas entered is a proof");
    })
    .await;
}

#[tokio::test]
async fn a_coupon_is_entered_for_the_adult_who_signed() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let mot = sent(app, &thomas, Cp, &[]).await;
        let code = codes(&thomas, &mot).await.concat();
        let stranger = Perrine.person().to_string();
        enter(&thomas, &mot, &code, &[("signataire", &stranger)]).await;
        assert_eq!((of(app, Perrine, Zoe).await, of(app, Zoe, Zoe).await), (0, 1), "a stranger signs for nobody");
        thomas.post(&format!("{mot}/papier/annulation"), &[]).await;
        let paul = Paul.person().to_string();
        enter(&thomas, &mot, &code, &[("signataire", &paul)]).await;
        assert_eq!((of(app, Paul, Zoe).await, on_paper(app).await), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn codes_are_typed_as_they_come() {
    on_both(SERVICES, async |app| {
        let helene = app.by(Helene).await;
        let mot = sent(app, &helene, Ce, &[]).await;
        let codes = codes(&helene, &mot).await;
        assert_eq!(codes.len(), 2, "Lina and Tom");
        let whole = codes[0].to_lowercase();
        let typed = format!("{} {} {}\n\n{}", &whole[..4], &whole[4..8], &whole[8..], child(&codes[1]));
        let page = helene.post_then(&returns(&mot), &[("codes", &typed)]).await;
        assert!(page.says("2 retours sont enregistrés."), "{}", page.text());
        assert_eq!(on_paper(app).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_code_that_is_none_of_this_mot_says_what_it_is() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let other = sent(app, &thomas, Cp, &[("title", "Photo de classe")]).await;
        let other = codes(&thomas, &other).await.concat();
        let hers = sent(app, &app.by(Helene).await, Ce, &[("title", "Conseil secret")]).await;
        let hers = codes(&app.by(Helene).await, &hers).await.remove(0);
        let mot = sent(app, &thomas, Cp, &[]).await;
        let own = codes(&thomas, &mot).await.concat();
        let forged = format!("{}{}", &own[..9], if own.ends_with("AA") { "BB" } else { "AA" });
        for (typed, words) in [
            (other.as_str(), "est un coupon du mot « Photo de classe », pour Zoé M."),
            (hers.as_str(), "n’est pas un coupon de ce mot"),
            (forged.as_str(), "n’est pas un coupon de ce mot"),
            ("bonjour !", "n’est pas le code d’un coupon"),
        ] {
            let page = thomas.post(&returns(&mot), &[("codes", typed)]).await;
            assert_eq!(page.status, 422, "{typed}");
            assert!(page.says(words) && !page.says("Conseil secret"), "{typed}: {}", page.text());
            assert_eq!(page.texts("textarea[name=codes]"), [typed]);
        }
        assert_eq!(on_paper(app).await, 0);
        thomas.post(&returns(&mot), &[("codes", &own)]).await;
        let page = thomas.post(&returns(&mot), &[("codes", &own)]).await;
        assert!(page.status == 422 && page.says("le retour de Zoé M. est déjà enregistré"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn nothing_ticked_is_nothing_entered() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let mot = sent(app, &thomas, Cp, &[]).await;
        let page = thomas.post(&returns(&mot), &[]).await;
        assert_eq!(page.status, 422);
        assert!(page.says("Cochez au moins un enfant") && page.has(".error-summary a[href='#f-coupons']"));
    })
    .await;
}

#[tokio::test]
async fn where_each_adult_signs_who_signed_is_said() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let mot = sent(app, &thomas, Cp, &[("acts", "each")]).await;
        let code = codes(&thomas, &mot).await.concat();
        let page = thomas.get(&returns(&mot)).await;
        assert_eq!(page.attributes("input[name^='signataire-'][checked]", "value").len(), 2);
        let page = enter(&thomas, &mot, &code, &[]).await;
        assert!(page.status == 422 && page.says("Zoé M. : indiquez qui a signé."), "{}", page.text());
        assert!(page.has("input[name^='rendu-'][checked]"), "what was ticked comes back");
        let (paul, claire) = (Paul.person().to_string(), Claire.person().to_string());
        enter(&thomas, &mot, &code, &[("signataire", &paul)]).await;
        assert_eq!((of(app, Paul, Zoe).await, codes(&thomas, &mot).await.len()), (1, 1), "Claire is still awaited");
        enter(&thomas, &mot, &code, &[("signataire", &claire)]).await;
        assert_eq!((of(app, Claire, Zoe).await, codes(&thomas, &mot).await.len()), (1, 0));
    })
    .await;
}

#[tokio::test]
async fn an_answer_ticked_on_paper_is_asked_for() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let mot = sent(app, &thomas, Cp, &[("reply", "choose"), ("choices", "Je viens\nJe ne viens pas")]).await;
        let code = codes(&thomas, &mot).await.concat();
        for wrong in ["", "Peut-être"] {
            let page = enter(&thomas, &mot, &code, &[("reponse", wrong)]).await;
            assert!(page.status == 422 && page.says("choisissez la réponse cochée sur le coupon"), "{}", page.text());
        }
        enter(&thomas, &mot, &code, &[("reponse", "Je viens")]).await;
        let answers = "select count(*) as n from receipt where answer = 'Je viens' and channel = 'paper'";
        assert_eq!(count(app, answers, &[]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn what_asks_nothing_or_is_not_sent_has_no_returns() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let mot = sent(app, &thomas, Cp, &[("reply", "none")]).await;
        let page = thomas.get(&returns(&mot)).await;
        assert_eq!(page.location(), Some(mot.clone()));
        assert!(thomas.follow(&page).await.says("Ce mot n’attend pas de retour."));
        assert_eq!(thomas.post(&returns(&mot), &[("codes", "AAAA")]).await.location(), Some(mot));
    })
    .await;
}

#[tokio::test]
async fn paper_is_for_those_who_look_after_the_mot() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, &app.by(Thomas).await, Cp, &[]).await;
        let addresses: Vec<(&str, String)> = [
            ("GET", "papier"),
            ("POST", "papier"),
            ("POST", "papier/annulation"),
            ("GET", "coupons"),
            ("GET", "coupons.pdf"),
            ("GET", "preuve.pdf"),
        ]
        .map(|(method, part)| (method, format!("{mot}/{part}")))
        .into();
        strangers_find_nothing(app, &addresses, &[Who::STRANGERS.as_slice(), &[Samia, Tom, Agnes]].concat()).await;
        for who in [Paul, Claire] {
            let client = app.by(who).await;
            for (method, path) in &addresses {
                let page = if *method == "GET" { client.get(path).await } else { client.post(path, &[]).await };
                assert_eq!(page.status, 403, "{method} {path} to {who:?}");
            }
        }
        assert_eq!(on_paper(app).await, 0);
    })
    .await;
}
