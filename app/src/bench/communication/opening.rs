//! Monday, 7 h: what waited over the weekend leaves, while the pages go on being read; in the middle a node is killed.

use super::{Options, crowd, people::People, scenario, sink::Sink};
use crate::{
    bench::{
        child::{Server, ourselves},
        client::{paced, wait_for},
        http::next_port,
        verdict,
    },
    config::Config,
};
use axum::http::StatusCode;
use commons::House;
use db::{Moment, Result};
use std::time::Duration;

/// Pages while the pushes leave: p99 within so many milliseconds.
const READS: f64 = 60.0;
/// What was on its way when a node died is taken up by another when its lease of a minute ends.
const GRACE: Duration = Duration::from_secs(100);
/// The node comes back after so long.
const DOWN: Duration = Duration::from_secs(5);

/// Runs the opening and prints what became of it.
pub(super) async fn run(config: &Config, house: &House, people: &People, options: &Options) -> Result<()> {
    let sink = Sink::open(house.db.clock().clone()).await?;
    let count = crowd::gather(&house.db, options.waiting, &sink.address).await?;
    let lasting = Duration::from_secs(options.minutes * 60);
    let millis = options.minutes * 60_000;
    let pages = Server::start(node(config, &config.listen)?)?;
    let second = next_port(&config.listen)?;
    let mut other = Server::start(node(config, &second)?)?;
    wait_for(&config.listen).await?;
    wait_for(&second).await?;
    let from = house.db.now().plus_seconds(5);
    crowd::wait(&house.db, count, from, millis).await?;
    println!(
        "\nOuverture : {count} notifications dues sur {} min, {} requêtes/s, deux nœuds dont l’un est tué au milieu.",
        options.minutes, options.rate
    );
    let reading =
        tokio::spawn(paced(config.listen.clone(), options.rate, lasting, scenario::pages(people), StatusCode::OK));
    tokio::time::sleep(lasting / 2).await;
    drop(other);
    tokio::time::sleep(DOWN).await;
    other = Server::start(node(config, &second)?)?;
    let mut samples = reading.await.map_err(db::Error::fault)??;
    let waited = settle(&sink, count).await;
    drop((pages, other));
    let judged = Judged::of(&sink.arrivals(), count, |turn| crowd::due(from, millis, turn, count));
    let p99 = samples.quantile(0.99);
    println!(
        "  pages servies pendant ce temps        {:8.0} /s   médiane {:6.2} ms   p99 {p99:7.2} ms = {:4.2} × la limite de {READS:.0} ms  {}",
        samples.per_second(),
        samples.quantile(0.5),
        p99 / READS,
        verdict(p99 <= READS)
    );
    println!(
        "  notifications arrivées                {} sur {count}   perdues {}   en avance {}  {}",
        judged.arrived,
        count - judged.arrived,
        judged.early,
        verdict(judged.arrived == count && judged.early == 0)
    );
    println!(
        "  retard médian {:.1} s, p99 {:.1} s, au plus {:.1} s ; reçues deux fois par le service : {} (même Topic : l’appareil n’en montre qu’une){}",
        judged.late(0.5),
        judged.late(0.99),
        judged.late(1.0),
        judged.doubled,
        if waited { "" } else { "   délai dépassé" }
    );
    Ok(())
}

fn node(config: &Config, listen: &str) -> Result<std::process::Command> {
    let mut command = ourselves()?;
    command.arg("serve").arg("--data").arg(&config.data).arg("--listen").arg(listen);
    command.arg("--address").arg(config.address()).arg("--database").arg(config.database_url());
    Ok(command)
}

/// Waits for the last; false when the time is over.
async fn settle(sink: &Sink, count: usize) -> bool {
    let begun = std::time::Instant::now();
    while begun.elapsed() < GRACE {
        let mut devices: Vec<usize> = sink.arrivals().into_iter().map(|it| it.0).collect();
        devices.sort_unstable();
        devices.dedup();
        if devices.len() >= count {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    false
}

/// What the push service saw.
struct Judged {
    arrived: usize,
    doubled: usize,
    early: usize,
    late: Vec<i64>,
}

impl Judged {
    fn of(arrivals: &[(usize, Moment)], count: usize, due: impl Fn(usize) -> Moment) -> Self {
        let mut first: Vec<Option<Moment>> = vec![None; count];
        let mut judged = Self { arrived: 0, doubled: 0, early: 0, late: Vec::new() };
        for (device, at) in arrivals {
            match first.get_mut(*device) {
                Some(place @ None) => {
                    *place = Some(*at);
                    judged.arrived += 1;
                    judged.early += usize::from(*at < due(*device));
                    judged.late.push(at.0 - due(*device).0);
                }
                Some(Some(_)) | None => judged.doubled += 1,
            }
        }
        judged.late.sort_unstable();
        judged
    }

    /// How late a share of them was, at most, in seconds.
    fn late(&self, share: f64) -> f64 {
        let rank = ((self.late.len() as f64 * share) as usize).min(self.late.len().saturating_sub(1));
        self.late.get(rank).map_or(f64::NAN, |millis| *millis as f64 / 1000.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_arrives_twice_early_or_never_is_seen() {
        let arrivals = [(0, Moment(10)), (1, Moment(5)), (0, Moment(11))];
        let judged = Judged::of(&arrivals, 3, |_| Moment(8));
        assert_eq!((judged.arrived, judged.doubled, judged.early), (2, 1, 1));
    }
}
