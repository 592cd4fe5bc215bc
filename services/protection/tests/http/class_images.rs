//! The register of image rights of a class, and the answers entered from paper.

use crate::{SERVICES, answers, audited, count};
use testkit::{
    App,
    Classroom::{Ce, Cp},
    Page,
    Who::{self, *},
    on_both,
};

/// Enters a paper of an adult about Zoé.
async fn enter(app: &App, by: Who, adult: Who, purposes: &[&str], reply: &str) -> Page {
    let who = format!("{}.{}", Zoe.person(), adult.person());
    let mut fields = vec![("who", who.as_str()), ("reply", reply), ("note", "Classeur bleu")];
    fields.extend(purposes.iter().map(|purpose| ("purposes", *purpose)));
    app.by(by).await.post(&Cp.path("/droit-image"), &fields).await
}

async fn row(app: &App) -> Vec<String> {
    app.by(Thomas).await.get(&Cp.path("/droit-image")).await.texts("tbody tr > *")
}

#[tokio::test]
async fn a_teacher_reads_what_counts_and_whose_answers_are_awaited() {
    on_both(SERVICES, async |app| {
        let nothing = ["sans réponse"; 5];
        let expected = [&["Zoé MARTY"][..], &nothing, &["Claire FABRE, Paul MARTY"]].concat();
        assert_eq!(row(app).await, expected);
        let all = ["class", "school", "class-book", "public-site", "press"];
        assert_eq!(enter(app, Thomas, Paul, &all, "yes").await.status, 303);
        assert_eq!(row(app).await.last().map(String::as_str), Some("Claire FABRE"));
        assert_eq!(enter(app, Thomas, Claire, &["class"], "yes").await.status, 303);
        assert_eq!(enter(app, Helene, Claire, &["press"], "no").await.status, 303);
        assert_eq!(row(app).await[1..6], ["oui", "sans réponse", "sans réponse", "sans réponse", "non"]);
    })
    .await;
}

#[tokio::test]
async fn a_paper_is_kept_with_who_entered_it_and_shown_as_such_to_its_adult() {
    on_both(SERVICES, async |app| {
        enter(app, Thomas, Paul, &["class"], "no").await;
        let kept = "select count(*) as n from image_right where note = 'Classeur bleu' and entered_by is not null";
        assert_eq!(count(app, kept, &[]).await, 1);
        assert_eq!(audited(app, Thomas, "image-right-answered").await, 1);
        let page = app.by(Paul).await.get("/droit-image").await;
        assert!(page.texts("details li").concat().contains("saisi par l’école d’après un papier"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn a_paper_half_read_comes_back_as_it_was_filled_in() {
    on_both(SERVICES, async |app| {
        let page = enter(app, Thomas, Samia, &["press"], "").await;
        assert_eq!(page.status, 422);
        assert_eq!(page.texts("#f-who-error"), ["Choisissez qui répond."]);
        assert_eq!(page.texts("#f-reply-error"), ["Choisissez une réponse."]);
        assert!(page.has("input[value=press][checked]") && page.has("#f-note[value='Classeur bleu']"));
        assert_eq!(count(app, "select count(*) as n from image_right", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_register_is_for_those_who_teach_there_and_the_head() {
    on_both(SERVICES, async |app| {
        let path = Cp.path("/droit-image");
        answers(app, &path, 200, &[Thomas, Helene]).await;
        answers(app, &path, 404, &[Zoe, Paul, Claire, Rose, Agnes, Samia, Hector, Thea, Adelaide]).await;
        answers(app, &Ce.path("/droit-image"), 404, &[Thomas]).await;
        assert_eq!(enter(app, Paul, Paul, &["class"], "yes").await.status, 404);
    })
    .await;
}
