//! The live channel of a page: the badge of what is new, by server-sent events.

use crate::{Answer, SignedIn, Site};
use axum::response::{
    IntoResponse, Sse,
    sse::{Event, KeepAlive},
};
use commons::{live, share, untold::Untold};
use db::Result;
use futures_util::{Stream, StreamExt, stream};
use school::{Viewer, circle};
use std::{convert::Infallible, time::Duration};
use tokio::sync::broadcast::{Receiver, error::RecvError};

/// Where the channel answers.
pub(crate) const PATH: &str = "/direct";

struct Listener {
    site: Site,
    viewer: Viewer,
    circles: String,
    untold: Vec<Untold>,
    notices: Receiver<String>,
}

/// A channel says no more after this; the browser opens another, by the door.
const LONGEST: Duration = Duration::from_secs(900);

pub(crate) async fn stream(mut visit: SignedIn) -> Answer {
    let mut tx = visit.read().await?;
    let circles = circle::told_by(&mut tx, &visit.viewer).await?;
    let untold = crate::untold_to(&mut tx, visit.site.services, &visit.viewer).await?;
    drop(tx);
    let mut closing = visit.site.closing.clone();
    let listener = Listener {
        site: visit.site.clone(),
        circles,
        untold,
        viewer: visit.viewer.clone(),
        notices: visit.site.house.db.notices(),
    };
    // A page that stays open must not keep the program from stopping.
    let closed = async move { drop(tokio::time::timeout(LONGEST, closing.wait_for(|it| *it)).await) };
    let events = counts(listener).take_until(Box::pin(closed));
    Ok(Sse::new(events).keep_alive(KeepAlive::new().interval(Duration::from_secs(25))).into_response())
}

/// The count at once, then again each time one of the circles was touched.
fn counts(listener: Listener) -> impl Stream<Item = std::result::Result<Event, Infallible>> {
    Box::pin(stream::unfold((listener, true), |(mut listener, at_once)| async move {
        if !at_once {
            listener.touched().await?;
        }
        let unseen = listener.unseen().await.ok()?;
        let event = Event::default().event("unread").data(unseen.to_string());
        Some((Ok(event), (listener, false)))
    }))
}

impl Listener {
    /// Waits until one of the circles is touched; `None` when the house closes.
    async fn touched(&mut self) -> Option<()> {
        loop {
            match self.notices.recv().await {
                Ok(word) if live::concerns(&word, &self.circles) => return Some(()),
                Ok(_) => {}
                // Too much was said while nobody listened: asking again is always right.
                Err(RecvError::Lagged(_)) => return Some(()),
                Err(RecvError::Closed) => return None,
            }
        }
    }

    async fn unseen(&self) -> Result<i64> {
        let mut tx = self.site.house.db.read().await?;
        share::unseen(&mut tx, &self.viewer, &self.circles, &self.untold).await
    }
}
