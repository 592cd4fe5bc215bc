//! The bytes of a photograph, for those who see its post.

use crate::post::Post;
use axum::{http::header, response::IntoResponse};
use commons::{
    Level, ThingId,
    file::{self, FileId},
};
use web::{Answer, Path, SignedIn};

/// A size of a file never changes; a day bounds what a shared tablet keeps.
const KEPT_A_DAY: &str = "private, max-age=86400, immutable";

pub(crate) async fn show(mut visit: SignedIn, Path((id, file, size)): Path<(ThingId, FileId, String)>) -> Answer {
    let mut tx = visit.read().await?;
    let post = Post::load(&mut tx, &visit.viewer, id, Level::See).await?;
    post.thing.shows_file(file)?;
    let hash = file::shown(&mut tx, post.thing.id, file, &size).await?;
    drop(tx);
    let files = visit.site.house.files.clone();
    let bytes = files.get(&hash).await?;
    Ok(([(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, KEPT_A_DAY)], bytes).into_response())
}
