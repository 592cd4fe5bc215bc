//! Photographs: made smaller, stripped of what the phone wrote, described, and hidden like their post.

use crate::{READERS, SERVICES, answers, change, count, form, part, publish, published, step};
use testkit::{Classroom::Cp, Client, Who::*, on_both, photograph};

const ALT: &str = "Des têtards dans un seau";

/// Writes a post with one photograph in the CP; answers its address.
pub(crate) async fn write_with_photo(client: &Client<'_>, fields: &[(&str, &str)]) -> String {
    let photo = photograph::jpeg(1500, 1000);
    let answer = client.upload(&Cp.path("/billets"), fields, &[("photos", "mare.jpg", photo.as_slice())]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.location().unwrap()
}

/// The address of the photograph of a post, without its size.
pub(crate) async fn photo_of(client: &Client<'_>, post: &str) -> String {
    let sources = client.get(post).await.attributes(".prose figure img", "src");
    assert_eq!(sources.len(), 1, "{sources:?}");
    sources[0].trim_end_matches("/moyen").to_owned()
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|it| it == wanted)
}

/// Width and height of a JPEG, from the header of its frame.
fn jpeg_size(bytes: &[u8]) -> (u16, u16) {
    assert_eq!(bytes[..2], [0xff, 0xd8], "a JPEG begins so");
    let mut rest = &bytes[2..];
    while let [0xff, marker, high, low, tail @ ..] = rest {
        if (0xc0..=0xc2).contains(marker) {
            return (u16::from_be_bytes([tail[3], tail[4]]), u16::from_be_bytes([tail[1], tail[2]]));
        }
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        rest = &tail[length - 2..];
    }
    panic!("no frame in this JPEG")
}

#[tokio::test]
async fn a_photo_is_served_in_several_sizes_without_what_the_phone_wrote_in_it() {
    assert!(holds(&photograph::jpeg(8, 8), photograph::SECRET), "the photograph sent tells where it was taken");
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let post = write_with_photo(&thomas, &form(&[("alt", ALT)])).await;
        let photo = photo_of(&thomas, &post).await;
        for (size, expected) in [("petit", (480, 320)), ("moyen", (1200, 800)), ("grand", (1500, 1000))] {
            let served = thomas.get(&format!("{photo}/{size}")).await;
            assert_eq!(served.status, 200, "{size}");
            assert_eq!(served.headers["content-type"], "image/jpeg", "{size}");
            assert_eq!(jpeg_size(&served.bytes), expected, "{size}");
            assert!(!holds(&served.bytes, photograph::SECRET) && !holds(&served.bytes, b"Exif"), "{size}");
        }
        assert_eq!(thomas.get(&format!("{photo}/original")).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_photo_is_shown_with_its_description_and_heads_the_card() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        // A photograph says enough: no text is needed.
        let post = write_with_photo(&thomas, &form(&[("alt", ALT), ("body", "")])).await;
        publish(&thomas, &post).await;
        let paul = app.by(Paul).await;
        let page = paul.get(&post).await;
        assert_eq!(page.attributes(".prose figure img", "alt"), [ALT]);
        let journal = paul.get(&Cp.path("/journal")).await;
        assert_eq!(journal.attributes(".card-picture", "alt"), [ALT]);
        let cover = &journal.attributes(".card-picture", "src")[0];
        assert_eq!(paul.get(cover).await.headers["content-type"], "image/jpeg");
    })
    .await;
}

#[tokio::test]
async fn a_photo_without_description_is_asked_for_one() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let blank = thomas.get(&Cp.path("/billets/nouveau")).await;
        assert!(blank.texts("#f-photos-hint")[0].contains("Décrivez chacune en quelques mots"), "{}", blank.text());
        let post = write_with_photo(&thomas, &form(&[])).await;
        let panel = thomas.get(&step(&post, "publication")).await;
        assert!(panel.says("Une photo n’a pas de description"), "{}", panel.text());
        let photo = photo_of(&thomas, &post).await;
        let field = format!("alt-{}", part(&photo, 4));
        let edit = thomas.get(&step(&post, "modifier")).await;
        assert!(edit.has(&format!("input[name='{field}']")) && edit.says("Description de la photo 1"));
        let page = change(&thomas, &post, &form(&[(field.as_str(), ALT)])).await;
        assert_eq!(page.attributes(".prose figure img", "alt"), [ALT]);
        assert!(!thomas.get(&step(&post, "publication")).await.says("pas de description"));
    })
    .await;
}

#[tokio::test]
async fn a_text_named_like_a_photo_is_refused_by_its_name() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let text = b"Nom ; classe\nMARTY ; CP\n";
        let files = [("photos", "liste.jpg", &text[..])];
        let page = thomas.upload(&Cp.path("/billets"), &form(&[]), &files).await;
        assert_eq!(page.status, 422);
        let message = "Illisible comme photo : liste.jpg. Les formats acceptés sont JPEG, PNG, WebP et GIF.";
        assert_eq!(page.texts("#f-photos-error"), [message]);
        assert!(page.says("Les photos ajoutées n’ont pas pu être gardées : elles sont à choisir de nouveau."));
        assert_eq!(page.attributes("#f-title", "value"), ["La mare"]);
        assert_eq!(page.texts("#f-body"), ["Nous avons vu des têtards."]);
        assert_eq!(count(app, "select count(*) as n from thing", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_post_carries_twenty_photos_and_no_more() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let photo = photograph::jpeg(8, 8);
        let files = [("photos", "mare.jpg", photo.as_slice()); 21];
        let page = thomas.upload(&Cp.path("/billets"), &form(&[]), &files).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.texts("#f-photos-error"), ["20 photos au plus par billet."]);
        let answer = thomas.upload(&Cp.path("/billets"), &form(&[]), &files[..20]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let post = answer.location().unwrap();
        // Those already there count.
        let page = thomas.upload(&post, &form(&[]), &files[..1]).await;
        assert_eq!(page.texts("#f-photos-error"), ["20 photos au plus par billet."]);
        assert_eq!(thomas.get(&post).await.attributes(".prose figure img", "src").len(), 20);
    })
    .await;
}

#[tokio::test]
async fn a_photo_reaches_its_readers_with_its_post() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        let thomas = app.by(Thomas).await;
        let post = write_with_photo(&thomas, &form(&[("alt", ALT)])).await;
        let photo = format!("{}/petit", photo_of(&thomas, &post).await);
        answers(app, &photo, 404, &[Helene, Zoe, Paul]).await;
        publish(&thomas, &post).await;
        answers(app, &photo, 404, &READERS).await;
        app.at("2026-10-05T07:00");
        answers(app, &photo, 200, &READERS).await;
        answers(app, &photo, 404, &[Samia, Tom, Rose, Agnes, Hector, Perrine]).await;
        assert!(app.anonymous().get(&photo).await.asks_to_sign_in());
        thomas.post_then(&step(&post, "retrait"), &[("reason", "On reconnaît un enfant.")]).await;
        answers(app, &photo, 404, &READERS).await;
    })
    .await;
}

#[tokio::test]
async fn a_photo_opens_under_its_own_post_only() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let hidden = write_with_photo(&thomas, &form(&[("alt", ALT)])).await;
        let photo = photo_of(&thomas, &hidden).await;
        let open = published(&thomas, Cp, &form(&[])).await;
        let slipped = format!("{open}/photos/{}/petit", part(&photo, 4));
        answers(app, &slipped, 404, &[Paul, Thomas]).await;
    })
    .await;
}

#[tokio::test]
async fn a_photo_taken_away_is_no_longer_served() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let post = write_with_photo(&thomas, &form(&[("alt", ALT)])).await;
        publish(&thomas, &post).await;
        let photo = photo_of(&thomas, &post).await;
        let field = format!("retirer-{}", part(&photo, 4));
        let page = change(&thomas, &post, &form(&[(field.as_str(), "on")])).await;
        assert!(!page.has(".prose figure"));
        answers(app, &format!("{photo}/petit"), 404, &[Paul, Thomas]).await;
        let journal = app.by(Paul).await.get(&Cp.path("/journal")).await;
        assert!(journal.says("La mare") && !journal.has(".card-picture"));
    })
    .await;
}

#[tokio::test]
async fn a_pupil_adds_photos_too() {
    on_both(SERVICES, async |app| {
        let zoe = app.by(Zoe).await;
        let blank = zoe.get(&Cp.path("/billets/nouveau")).await;
        assert!(blank.texts("#f-photos-hint")[0].contains("Dis ce qu’on voit sur chaque photo"), "{}", blank.text());
        let post = write_with_photo(&zoe, &[("title", "Mon lapin"), ("alt", ALT)]).await;
        let photo = photo_of(&zoe, &post).await;
        answers(app, &format!("{photo}/petit"), 200, &[Zoe, Thomas]).await;
        answers(app, &format!("{photo}/petit"), 404, &[Paul, Claire]).await;
    })
    .await;
}
