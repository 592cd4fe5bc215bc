//! What cannot wait for somebody to look for it: a strike or a closure of today or of tomorrow is said over every page of the
//! readers of its notice.

use crate::{W, clock, notice::KIND};
use commons::{ThingId, flash::Flash};
use db::{Error, FromRow, Moment, Result, Tx, args};
use jiff::civil::Date;
use school::{CircleId, PersonId};

#[derive(FromRow)]
struct Row {
    id: ThingId,
    title: String,
    excerpt: String,
    place: String,
    author_id: PersonId,
    first_day: String,
    last_day: String,
    circle_id: CircleId,
    visible_from: Moment,
}

const FLASHES: &str = "\
select t.id, t.title, t.excerpt, coalesce(t.from_label, '') as place, t.author_id, n.first_day, n.last_day, \
    s.circle_id, s.visible_from \
from town_notice n join thing t on t.id = n.thing_id and t.withdrawn_at is null \
join share s on s.thing_id = n.thing_id and s.level < 3 \
where n.last_day >= $1 and n.kind in ('greve', 'sma', 'fermeture') order by t.id";

/// What is said over every page, by whomever it is read: this node keeps it for a while.
///
/// # Errors
/// A fault of the database.
pub async fn flashes(tx: &mut Tx) -> Result<Vec<Flash>> {
    let today = tx.now().day().to_string();
    let rows: Vec<Row> = tx.all(FLASHES, args![today]).await?;
    let mut flashes: Vec<Flash> = Vec::new();
    for row in rows {
        let first: Date = row.first_day.parse().map_err(Error::fault)?;
        // From the day before on: earlier, families have time to come upon the notice.
        let reader = (row.circle_id, row.visible_from.max(clock::start_of(clock::shifted(first, -1))));
        match flashes.last_mut().filter(|flash| flash.id == row.id) {
            Some(flash) => flash.readers.push(reader),
            None => flashes.push(row.flash(reader)?),
        }
    }
    Ok(flashes)
}

impl Row {
    fn flash(self, reader: (CircleId, Moment)) -> Result<Flash> {
        let href = KIND.path(self.id);
        let last: Date = self.last_day.parse().map_err(Error::fault)?;
        Ok(Flash {
            id: self.id,
            title: W.flash_from(&self.title, &self.place),
            text: self.excerpt,
            close: format!("{href}/fermeture"),
            href,
            author: self.author_id,
            until: clock::end_of(last),
            readers: vec![reader],
        })
    }
}
