//! Files that arrive piece by piece.

use crate::{SERVICES, announce, deposited, pdf, send};
use db::args;
use testkit::{App, Who::*, on_both};

/// How many files lie in the store, pieces included.
fn stored(app: &App) -> usize {
    fn count(folder: &std::path::Path) -> usize {
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries.map(|path| if path.is_dir() { count(&path) } else { 1 }).sum()
    }
    count(&app.folder().join("fichiers"))
}

#[tokio::test]
async fn a_file_comes_in_three_pieces() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let file = pdf();
        let deposit = announce(&thomas, "sortie.pdf", file.len()).await;
        let first = send(&thomas, &deposit, 0, &file[..1000]).await;
        assert_eq!((first.status, first.html().contains("\"received\":1000")), (200, true), "{}", first.html());
        send(&thomas, &deposit, 1000, &file[1000..2000]).await;
        let shown = thomas.get(&deposit).await;
        assert!(
            shown.html().contains("\"received\":2000") && shown.html().contains("\"done\":false"),
            "{}",
            shown.html()
        );
        let last = send(&thomas, &deposit, 2000, &file[2000..]).await;
        assert!(last.html().contains("\"done\":true"), "{}", last.html());
        // Nothing is left of the pieces: one file, under its hash.
        assert_eq!(stored(app), 1);
        let (hash,): (String,) = app.read().await.one("select hash from deposit", args![]).await.unwrap();
        assert_eq!(app.house.files.get(&hash).await.unwrap(), file);
    })
    .await;
}

#[tokio::test]
async fn a_piece_that_does_not_follow_is_told_where_to_go_on() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let file = pdf();
        let deposit = announce(&thomas, "sortie.pdf", file.len()).await;
        send(&thomas, &deposit, 0, &file[..1000]).await;
        // The answer was lost on the way: the same piece comes again.
        for from in [0, 500, 2000] {
            let answer = send(&thomas, &deposit, from, &file[from..from + 900]).await;
            assert_eq!(answer.status, 409, "{}", answer.html());
            assert!(answer.html().contains("\"received\":1000"), "{}", answer.html());
        }
        send(&thomas, &deposit, 1000, &file[1000..]).await;
        let again = send(&thomas, &deposit, 1000, &file[1000..]).await;
        assert_eq!((again.status, again.html().contains("\"done\":true")), (409, true), "{}", again.html());
    })
    .await;
}

#[tokio::test]
async fn a_program_is_refused_at_its_first_piece_and_nothing_is_kept() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let program = [&b"MZ"[..], &[0; 4000]].concat();
        let deposit = announce(&thomas, "facture.pdf", program.len()).await;
        let answer = send(&thomas, &deposit, 0, &program[..1000]).await;
        assert_eq!(answer.status, 422);
        assert!(
            answer.html().contains("facture.pdf") && answer.html().contains("est un programme"),
            "{}",
            answer.html()
        );
        assert_eq!(thomas.get(&deposit).await.status, 404);
        let page = b"<html><script>alert(1)</script></html>";
        let deposit = announce(&thomas, "leçon.html", page.len()).await;
        assert_eq!(send(&thomas, &deposit, 0, page).await.status, 422);
        assert_eq!(stored(app), 0);
    })
    .await;
}

#[tokio::test]
async fn too_many_bytes_are_refused() {
    on_both(SERVICES, async |app| {
        let zoe = app.by(Zoe).await;
        for size in ["0", "-1", "104857601"] {
            let answer = zoe.post("/depots", &[("name", "film.mp4"), ("size", size)]).await;
            assert_eq!(answer.status, 422, "{size}: {}", answer.html());
        }
        let file = pdf();
        let deposit = announce(&zoe, "sortie.pdf", 1000).await;
        assert_eq!(send(&zoe, &deposit, 0, &file).await.status, 422, "more than was said");
        // A child sends three hundred megabytes a day.
        for _ in 0..3 {
            announce(&zoe, "film.mp4", 100 * 1024 * 1024 - 1000).await;
        }
        let answer = zoe.post("/depots", &[("name", "film.mp4"), ("size", "1000000")]).await;
        assert_eq!((answer.status, answer.html().contains("attendre demain")), (422, true), "{}", answer.html());
        app.wait(86_400 + 60);
        announce(&zoe, "film.mp4", 1_000_000).await;
    })
    .await;
}

#[tokio::test]
async fn what_nobody_attaches_goes_away() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        deposited(&thomas, "sortie.pdf", &pdf()).await;
        let unfinished = announce(&thomas, "film.mp4", 5000).await;
        send(&thomas, &unfinished, 0, &[b'.'; 100]).await;
        assert_eq!(stored(app), 2);
        app.wait(47 * 3600);
        app.run_jobs().await;
        assert_eq!(stored(app), 2);
        app.wait(2 * 3600);
        app.run_jobs().await;
        assert_eq!(stored(app), 0);
        assert_eq!(thomas.get(&unfinished).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_file_given_up_goes_at_once() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let deposit = deposited(&thomas, "sortie.pdf", &pdf()).await;
        // The same bytes, deposited by somebody else, stay.
        let other = deposited(&app.by(Helene).await, "sortie.pdf", &pdf()).await;
        assert_eq!(thomas.ask("DELETE", &deposit, b"").await.status, 204);
        assert_eq!(thomas.get(&deposit).await.status, 404);
        assert_eq!((app.by(Helene).await.get(&other).await.status, stored(app)), (200, 1));
    })
    .await;
}
