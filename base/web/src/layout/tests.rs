//! The frame of a page: order, names, counts, nothing inline.

#![expect(clippy::unwrap_used, reason = "tests")]

use commons::conformity::Conformity;
use scraper::{Html, Selector};

use super::{Entry, Header, Layout, Skin};
use crate::component::{Menu, Notice};

fn header(entries: usize) -> Header {
    let entry = |number| Entry::new(format!("Lieu {number}"), format!("/lieu/{number}"), "maison");
    Header {
        person: "Camille Roux".to_owned(),
        profile_label: "Parent de Zoé".to_owned(),
        entries: (0..entries)
            .map(|number| entry(number).current(number == 0).badge((number == 1).then_some(3)))
            .collect(),
        unread: 3,
        avatars: Vec::new(),
        account: Menu::new("Mon compte", Vec::new()),
        live: true,
        leave: None,
    }
}

fn render(skin: Skin, header: Option<&Header>) -> Html {
    let bare = Layout::bare("Journal <b>", "<h1>Journal</h1>", skin, Conformity::Partial);
    let layout = Layout { nonce: Some("n0nce"), header, notices: &[Notice::success("Publié.")], ..bare };
    Html::parse_document(&layout.to_string())
}

fn count(html: &Html, selector: &str) -> usize {
    html.select(&Selector::parse(selector).unwrap()).count()
}

fn text(html: &Html, selector: &str) -> String {
    html.select(&Selector::parse(selector).unwrap()).next().unwrap().text().collect()
}

#[test]
fn the_skip_link_comes_first_and_leads_to_main() {
    let html = render(Skin::Adult, None);
    assert_eq!(count(&html, "body > a.skip-link[href='#contenu']:first-child"), 1);
    assert_eq!(count(&html, "main#contenu[tabindex='-1'] h1"), 1);
    assert_eq!(count(&html, "html[lang=fr]"), 1);
    assert_eq!(count(&html, "nav"), 0);
}

#[test]
fn no_script_or_style_is_inline() {
    let html = render(Skin::Adult, Some(&header(7)));
    assert_eq!(count(&html, "script"), count(&html, "script[src][nonce=n0nce]"));
    assert_eq!(count(&html, "style, [style], [onclick]"), 0);
}

#[test]
fn the_title_is_escaped_and_counts_what_is_unread() {
    assert_eq!(text(&render(Skin::Adult, None), "title"), "Journal <b> · Préau");
    assert_eq!(text(&render(Skin::Adult, Some(&header(3))), "title"), "(3) Journal <b> · Préau");
}

#[test]
fn a_phone_keeps_five_entries() {
    let few = render(Skin::Adult, Some(&header(5)));
    assert_eq!((count(&few, ".navigation-extra"), count(&few, ".navigation-more")), (0, 0));
    let many = render(Skin::Adult, Some(&header(7)));
    assert_eq!((count(&many, ".navigation-extra"), count(&many, ".navigation-more .menu-item")), (3, 3));
    assert_eq!(count(&many, ".navigation-entry[aria-current=page]"), 1);
}

#[test]
fn a_wide_screen_keeps_seven_entries_and_the_rest_is_in_plus() {
    let seven = render(Skin::Adult, Some(&header(7)));
    assert_eq!(count(&seven, ".navigation > ul > li:not(.navigation-more)"), 7);
    assert_eq!((count(&seven, ".navigation-more-always"), count(&seven, ".navigation-near")), (0, 3));
    let nine = render(Skin::Adult, Some(&header(9)));
    assert_eq!(count(&nine, ".navigation > ul > li:not(.navigation-more)"), 6);
    assert_eq!((count(&nine, ".navigation-more-always .menu-item"), count(&nine, ".navigation-near")), (5, 2));
}

#[test]
fn without_a_place_to_go_no_bar_is_drawn() {
    assert_eq!(count(&render(Skin::Adult, Some(&header(1))), "nav.navigation"), 1);
    let nowhere = render(Skin::Adult, Some(&header(0)));
    assert_eq!((count(&nowhere, "nav.navigation"), count(&nowhere, ".account .menu")), (0, 1));
}

#[test]
fn a_badge_says_what_it_counts() {
    let html = render(Skin::Adult, Some(&header(3)));
    assert_eq!(text(&html, "live-badge[data-src='/direct'] .visually-hidden"), "3 nouveautés");
}

#[test]
fn pupils_get_their_own_typeface() {
    let html = render(Skin::PupilCycle1, None);
    assert_eq!(count(&html, "body.skin-pupil.skin-cycle1"), 1);
    assert_eq!(count(&html, "link[rel=preload][href*=andika]"), 1);
}

#[test]
fn the_foot_says_how_far_the_house_conforms() {
    assert_eq!(text(&render(Skin::Adult, None), ".page-footer li"), "Accessibilité\u{a0}: partiellement conforme");
}
