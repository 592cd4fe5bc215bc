//! Deposits become the files of a thing: exactly those a form names, in its order.

use crate::{SERVICES, announce, deposited, pdf};
use commons::{
    Attention, Kind, ThingId,
    attachment::{self, Holder, Piece},
    thing::{self, Card, NewThing},
};
use db::{Error, Tx, Uuid};
use school::Viewer;
use testkit::{
    App,
    Classroom::Cp,
    Client,
    Place::Tilleuls,
    Who::{self, *},
    on_both, photograph,
};

const KIND: Kind = Kind { name: "essais", managed_by: None };

/// A thing of Thomas, in a transaction of a test.
async fn thing_of(tx: &mut Tx, who: Who) -> ThingId {
    let card = Card { title: "Sortie", excerpt: "", cover: None, cover_alt: None };
    let new = NewThing {
        kind: &KIND,
        school: Tilleuls.id(),
        circle: Cp.id(),
        year: 2026,
        author: who.person(),
        card,
        attention: Attention::Memory,
    };
    thing::create(tx, &new).await.unwrap()
}

fn holder(thing: ThingId, part: Option<Uuid>) -> Holder {
    Holder { school: Tilleuls.id(), owner: Thomas.person(), thing, part }
}

/// The piece a form would name for a deposit.
async fn piece(client: &Client<'_>, name: &str, bytes: &[u8]) -> Piece {
    let deposit = deposited(client, name, bytes).await;
    format!("depot:{}", deposit.trim_start_matches("/depots/")).parse().unwrap()
}

async fn viewer(app: &App, who: Who) -> Viewer {
    Viewer::load(&mut app.read().await, who.account()).await.unwrap()
}

#[tokio::test]
async fn the_files_of_a_thing_are_those_the_form_names() {
    on_both(SERVICES, async |app| {
        let client = app.by(Thomas).await;
        let paper = piece(&client, "facture.exe", &pdf()).await;
        let described =
            Piece { alt: Some("La mare".to_owned()), ..piece(&client, "mare.jpg", &photograph::jpeg(64, 48)).await };
        let thomas = viewer(app, Thomas).await;
        let mut tx = app.write().await;
        let thing = thing_of(&mut tx, Thomas).await;
        let (whole, message) = (holder(thing, None), holder(thing, Some(tx.id())));
        attachment::set(&mut tx, &thomas, &whole, &[described]).await.unwrap();
        attachment::set(&mut tx, &thomas, &message, std::slice::from_ref(&paper)).await.unwrap();
        let files = attachment::of(&mut tx, thing, None).await.unwrap();
        assert_eq!((files.len(), files[0].alt.as_str(), files[0].width), (1, "La mare", Some(64)));
        let papers = attachment::of(&mut tx, thing, message.part).await.unwrap();
        assert_eq!(papers.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["facture.exe.pdf"]);
        // A deposit is attached once; a file stays with its holder.
        let other = holder(thing, Some(tx.id()));
        for wrong in [paper, files[0].source().to_string().parse().unwrap()] {
            let refused = attachment::set(&mut tx, &thomas, &other, &[wrong]).await;
            assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
        }
        attachment::set(&mut tx, &thomas, &whole, &[]).await.unwrap();
        assert!(attachment::of(&mut tx, thing, None).await.unwrap().is_empty());
        tx.commit().await.unwrap();
        // What is attached stays when its deposit goes.
        app.wait(3 * 86_400);
        app.run_jobs().await;
        let kept = attachment::of(&mut app.read().await, thing, message.part).await.unwrap();
        let stored = attachment::stored(&mut app.read().await, thing, kept[0].file_id, None).await.unwrap();
        assert_eq!(app.house.files.get(&stored.hash).await.unwrap(), pdf());
    })
    .await;
}

#[tokio::test]
async fn nobody_attaches_the_deposit_of_somebody_else_nor_half_a_file() {
    on_both(SERVICES, async |app| {
        let theirs = piece(&app.by(Helene).await, "mot.pdf", &pdf()).await;
        let half = announce(&app.by(Thomas).await, "mot.pdf", 5000).await;
        let half: Piece = format!("depot:{}", half.trim_start_matches("/depots/")).parse().unwrap();
        let thomas = viewer(app, Thomas).await;
        let mut tx = app.write().await;
        let thing = thing_of(&mut tx, Thomas).await;
        for wrong in [theirs, half] {
            let refused = attachment::set(&mut tx, &thomas, &holder(thing, None), &[wrong]).await;
            assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
        }
    })
    .await;
}
