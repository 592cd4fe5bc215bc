//! What components promise: labels, descriptions, states, escaping.

#![expect(clippy::unwrap_used, reason = "tests")]

use commons::{attachment::Attachment, file::FileId};
use scraper::{ElementRef, Html, Selector};
use web::component::{
    AttachmentList, Avatar, Button, Cell, Checkbox, Choice, Column, Dialog, ErrorSummary, Field, FilePicker, Hidden,
    LinkButton, Menu, MenuItem, Notice, Opt, Pager, ReadAloud, RichEditor, SafeHtml, Status, StatusKind, Tab, Table,
    Tabs,
};

fn page(part: &impl ToString) -> Html {
    Html::parse_fragment(&part.to_string())
}

fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn one<'a>(html: &'a Html, selector: &str) -> ElementRef<'a> {
    let found = all(html, selector);
    assert_eq!(found.len(), 1, "{selector} in {}", html.html());
    found[0]
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every label leads to a control and every description exists.
fn check_wiring(html: &Html) {
    for label in all(html, "label") {
        one(html, &format!("[id='{}']", label.attr("for").unwrap()));
    }
    for described in all(html, "[aria-describedby]") {
        for id in described.attr("aria-describedby").unwrap().split(' ') {
            one(html, &format!("[id='{id}']"));
        }
    }
    for control in all(html, "input:not([type=hidden]), textarea, select") {
        one(html, &format!("label[for='{}']", control.attr("id").unwrap()));
    }
}

#[test]
fn a_field_has_its_label() {
    let html = page(&Field::text("titre", "Titre").value("Lundi"));
    check_wiring(&html);
    assert_eq!(words(one(&html, "label")), "Titre");
    let input = one(&html, "input#f-titre");
    assert_eq!(input.attr("value"), Some("Lundi"));
    assert_eq!(input.attr("aria-invalid"), None);
    assert_eq!(input.attr("aria-describedby"), None);
}

#[test]
fn a_wrong_field_says_so() {
    let field = Field::area("texte", "Texte", 4).hint("Quelques mots.").error(Some("Écrivez un texte.".to_owned()));
    let html = page(&field);
    check_wiring(&html);
    let area = one(&html, "textarea");
    assert_eq!(area.attr("aria-invalid"), Some("true"));
    assert_eq!(area.attr("aria-describedby"), Some("f-texte-error f-texte-hint"));
    assert_eq!(words(one(&html, "#f-texte-error")), "Écrivez un texte.");
}

#[test]
fn what_people_type_is_escaped() {
    let attack = r#""><script>alert(1)</script>"#;
    let area = page(&Field::area("texte", attack, 3).value(attack));
    let line = page(&Field::text("titre", attack).value(attack).hint(attack).error(Some(attack.to_owned())));
    for html in [&area, &line] {
        assert!(all(html, "script").is_empty(), "{}", html.html());
    }
    assert_eq!(one(&line, "input").attr("value"), Some(attack));
    assert_eq!(words(one(&area, "textarea")), attack);
}

#[test]
fn an_area_keeps_its_first_empty_line() {
    let html = page(&Field::area("texte", "Texte", 3).value("\nsuite"));
    assert_eq!(one(&html, "textarea").text().collect::<String>(), "\nsuite");
}

#[test]
fn a_password_never_comes_back() {
    let html = page(&Field::password("secret", "Mot de passe").value("azerty").reveal("Afficher", "Masquer"));
    check_wiring(&html);
    assert!(!html.html().contains("azerty"));
    assert_eq!(one(&html, "password-meter").attr("data-show"), Some("Afficher"));
    assert_eq!(one(&html, "input").attr("autocapitalize"), Some("none"));
}

#[test]
fn attributes_of_a_field_are_written() {
    let field = Field::text("code", "Code")
        .required()
        .autocomplete("one-time-code")
        .inputmode("numeric")
        .maxlength(6)
        .optional("facultatif");
    let html = page(&field);
    let input = one(&html, "input[required]");
    assert_eq!(input.attr("autocomplete"), Some("one-time-code"));
    assert_eq!(input.attr("inputmode"), Some("numeric"));
    assert_eq!(input.attr("maxlength"), Some("6"));
    assert_eq!(words(one(&html, "label")), "Code (facultatif)");
    assert_eq!(one(&page(&Hidden::new("suite", "/a?b=c&d")), "input[type=hidden]").attr("value"), Some("/a?b=c&d"));
}

#[test]
fn choices_are_one_question() {
    let options = || vec![Opt::new("a", "Classe").checked(true), Opt::new("b", "École").hint("Tout le monde.")];
    for choice in [Choice::radios("qui", "Pour qui ?", options()), Choice::checkboxes("qui", "Pour qui ?", options())] {
        let html = page(&choice.error(Some("Choisissez.".to_owned())));
        check_wiring(&html);
        assert_eq!(words(one(&html, "fieldset legend")), "Pour qui ?");
        assert_eq!(all(&html, "input[aria-invalid=true]").len(), 2);
        assert_eq!(one(&html, "input[checked]").attr("id"), Some("f-qui"));
    }
    let html = page(&Choice::select("qui", "Pour qui ?", options()).required());
    check_wiring(&html);
    assert_eq!(one(&html, "select[required] option[selected]").attr("value"), Some("a"));
}

#[test]
fn a_checkbox_has_its_label() {
    let html = page(&Checkbox::new("accord", "J’accepte").checked(true).hint("Vous pourrez changer d’avis."));
    check_wiring(&html);
    assert!(one(&html, "input[type=checkbox]").attr("checked").is_some());
}

#[test]
fn an_error_summary_links_to_the_controls() {
    let html = page(&ErrorSummary::new("À corriger", vec![("titre", "Donnez un titre.")]));
    assert_eq!(one(&html, "[role=alert][tabindex='-1'] a").attr("href"), Some("#f-titre"));
    assert!(ErrorSummary::new("À corriger", Vec::<(&str, &str)>::new()).to_string().trim().is_empty());
}

#[test]
fn a_table_has_headers_both_ways() {
    let columns = vec![Column::new("Élève"), Column::numeric("Absences")];
    let rows = vec![vec![Cell::link("Zoé <3", "/eleves/1"), Cell::text("2")]];
    let html = page(&Table::new("Élèves de CE1", columns, rows));
    assert_eq!(words(one(&html, "caption")), "Élèves de CE1");
    assert_eq!(all(&html, "thead th[scope=col]").len(), 2);
    assert_eq!(words(one(&html, "tbody th[scope=row] a")), "Zoé <3");
    assert_eq!(one(&html, "tbody td.numeric").attr("data-label"), Some("Absences"));
}

#[test]
fn a_problem_interrupts_and_a_success_waits() {
    assert_eq!(
        words(one(&page(&Notice::problem("Illisible.").title("Problème")), "[role=alert]")),
        "Problème Illisible."
    );
    assert_eq!(words(one(&page(&Notice::success("Publié.")), "[role=status]")), "Publié.");
}

#[test]
fn a_pager_shows_the_ends_and_the_neighbours() {
    let html = page(&Pager::new("/journal?classe=3", 6, 20, "Pages").steps("Précédente", "Suivante"));
    let shown: Vec<String> = all(&html, "li").into_iter().map(words).collect();
    assert_eq!(shown, ["Précédente", "1", "…", "4", "5", "6", "7", "8", "…", "20", "Suivante"]);
    assert_eq!(words(one(&html, "[aria-current=page]")), "6");
    assert_eq!(one(&html, "[rel=next]").attr("href"), Some("/journal?classe=3&page=7"));
    assert!(Pager::new("/journal", 1, 1, "Pages").to_string().trim().is_empty());
}

#[test]
fn an_avatar_is_stable_and_named() {
    let avatar = Avatar::new("Zoé Roux", "0190").link("/enfants/1").current(true);
    assert_ne!(avatar.to_string(), Avatar::new("Zoé Roux", "0191").link("/enfants/1").current(true).to_string());
    let html = page(&avatar);
    let link = one(&html, "a[aria-current=true]");
    assert_eq!(words(one(&html, ".avatar-name")), "Zoé Roux");
    assert_eq!(words(one(&html, "[aria-hidden=true] text")), "ZR");
    assert_eq!(link.attr("href"), Some("/enfants/1"));
}

#[test]
fn a_menu_posts_what_changes_something() {
    let items = vec![MenuItem::link("Aide", "/aide", "aide"), MenuItem::post("Se déconnecter", "/sortie", "sortir")];
    let html = page(&Menu::new("Mon compte", items));
    assert_eq!(words(one(&html, "details > summary")), "Mon compte");
    assert_eq!(one(&html, "form[method=post]").attr("action"), Some("/sortie"));
    assert_eq!(words(one(&html, "a.menu-item")), "Aide");
}

#[test]
fn tabs_say_where_one_is() {
    let html = page(&Tabs::new("Classe", vec![Tab::new("Élèves", "/e", true), Tab::new("Équipe", "/q", false)]));
    assert_eq!(words(one(&html, "nav[aria-label=Classe] a[aria-current=page]")), "Élèves");
}

#[test]
fn a_dialog_is_named_by_its_title() {
    let body = SafeHtml::of(&Button::danger("Supprimer").name_value("geste", "supprimer"));
    let html = page(&Dialog::new("effacer", "Supprimer ce billet ?", body));
    let title = one(&html, "dialog#effacer").attr("aria-labelledby").unwrap().to_owned();
    assert_eq!(words(one(&html, &format!("#{title}"))), "Supprimer ce billet ?");
    assert_eq!(one(&html, "button[name=geste]").attr("value"), Some("supprimer"));
    let opener = page(&LinkButton::danger("Supprimer", "/billets/1/suppression").dialog("effacer"));
    assert_eq!(one(&opener, "dialog-link[data-dialog=effacer] a").attr("href"), Some("/billets/1/suppression"));
}

#[test]
fn a_status_is_a_word_beside_its_colour() {
    let html = page(&Status::new(StatusKind::Scheduled, "sera publié lundi"));
    assert_eq!(words(one(&html, ".status-amber")), "sera publié lundi");
    one(&html, "svg[aria-hidden=true]");
}

fn attachment(number: u128, name: &str, mime: &str, waiting: bool) -> Attachment {
    let sides = mime.starts_with("image/").then_some(600);
    Attachment {
        file_id: FileId(db::Uuid::from_u128(number)),
        name: name.to_owned(),
        mime: mime.to_owned(),
        size: 12_800,
        alt: String::new(),
        width: sides,
        height: sides,
        part: None,
        waiting,
    }
}

#[test]
fn an_editor_is_a_text_area_with_its_words() {
    let html = page(&RichEditor::new("texte", "Texte").value("Bonjour").for_pupils().hint("Quelques mots."));
    check_wiring(&html);
    assert_eq!(words(one(&html, "textarea[name=texte]")), "Bonjour");
    let editor = one(&html, "lazy-part rich-editor[name=texte_json][level=eleve]");
    assert_eq!(editor.attr("data-bold"), Some("Gras"));
    assert!(editor.attr("data-inks").unwrap().starts_with("black="), "{:?}", editor.attr("data-inks"));
}

#[test]
fn files_are_kept_or_left_without_script() {
    let kept =
        vec![attachment(1, "mot \"1\".pdf", "application/pdf", false), attachment(2, "mare.jpg", "image/jpeg", true)];
    let picker = FilePicker::new("Pièces jointes").kept("/mots/9/pieces", kept).voice(false);
    let html = page(&picker.error(Some("« a.exe » est un programme.".to_owned())));
    check_wiring(&html);
    let values: Vec<_> =
        all(&html, "input[name=pieces][checked]").iter().map(|it| it.attr("value").unwrap().to_owned()).collect();
    let id = |number: u128| FileId(db::Uuid::from_u128(number)).to_string();
    assert_eq!(values, [format!("piece:{}", id(1)), format!("depot:{}", id(2))]);
    // What waits is seen nowhere yet.
    assert_eq!(one(&html, ".piece-kept a").attr("href"), Some(format!("/mots/9/pieces/{}", id(1)).as_str()));
    let control = one(&html, "input[type=file][name=fichiers][multiple]");
    assert_eq!(control.attr("aria-describedby"), Some("f-pieces-error f-pieces-hint"));
    assert_eq!(one(&html, "voice-note[hidden]").attr("data-limit"), Some("5 minutes au plus."));
    assert!(all(&page(&FilePicker::new("Pièces jointes")), "voice-note").is_empty());
}

#[test]
fn files_are_seen_heard_or_downloaded() {
    let list = AttachmentList::new(
        "/mots/9/pieces",
        vec![
            attachment(1, "mare.jpg", "image/jpeg", false),
            attachment(2, "Message vocal.webm", "audio/webm", false),
            attachment(3, "film.mp4", "video/mp4", false),
            attachment(4, "mot <b>.pdf", "application/pdf", false),
        ],
    );
    let html = page(&list);
    check_wiring(&html);
    assert_eq!(one(&html, "img").attr("alt"), Some("Image sans description"));
    assert!(one(&html, "img").attr("src").unwrap().ends_with("?taille=moyen"));
    assert_eq!(one(&html, "sound-player audio[controls]").attr("aria-label"), Some("Message vocal.webm"));
    assert_eq!(words(one(&html, "sound-player option[selected]")), "×1");
    one(&html, "video[controls]");
    let links: Vec<String> = all(&html, "a[download]").into_iter().map(words).collect();
    assert_eq!(links.len(), 4);
    assert!(links[3].replace('\u{a0}', " ").starts_with("Télécharger mot <b>.pdf (12"), "{links:?}");
    assert!(AttachmentList::new("/mots/9/pieces", Vec::new()).to_string().trim().is_empty());
}

#[test]
fn a_text_is_read_aloud_where_a_voice_is_known() {
    let html = page(&ReadAloud::new("texte"));
    let button = one(&html, "read-aloud[hidden][data-text=texte]");
    assert_eq!((button.attr("data-listen"), button.attr("data-stop")), (Some("Écouter"), Some("Arrêter")));
}
