//! A closed-loop client: so many connections, each asking again as soon as it is answered.

use axum::{
    body::Bytes,
    http::{Method, Request, StatusCode, header},
};
use db::{Error, Result};
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::{net::TcpStream, task::JoinSet};

/// A request with its body.
pub(crate) type Asked = Request<Full<Bytes>>;
/// What the connection number `n` asks the next time; none when it has nothing left to ask.
pub(crate) type Ask = Arc<dyn Fn(usize, usize) -> Option<Asked> + Send + Sync>;

/// How a form without files is sent.
pub(crate) const FORM: &str = "application/x-www-form-urlencoded";

/// What a run gave.
#[derive(Debug, Default)]
pub(crate) struct Samples {
    latencies: Vec<Duration>,
    pub(crate) seconds: f64,
    pub(crate) bytes: usize,
}

impl Samples {
    pub(crate) fn count(&self) -> usize {
        self.latencies.len()
    }

    pub(crate) fn per_second(&self) -> f64 {
        self.count() as f64 / self.seconds
    }

    /// The latency in milliseconds that a share of the requests did not pass; the samples are sorted first.
    pub(crate) fn quantile(&mut self, share: f64) -> f64 {
        self.latencies.sort_unstable();
        let rank = ((self.latencies.len() as f64 * share) as usize).min(self.latencies.len().saturating_sub(1));
        self.latencies.get(rank).map_or(f64::NAN, |it| it.as_secs_f64() * 1000.0)
    }
}

/// Asks on so many connections for so long.
///
/// # Errors
/// A fault when the server cannot be reached or answers something else than `wanted`.
pub(crate) async fn drive(
    address: &str,
    connections: usize,
    lasting: Duration,
    ask: &Ask,
    wanted: StatusCode,
) -> Result<Samples> {
    let mut tasks = JoinSet::new();
    let begun = Instant::now();
    for number in 0..connections {
        let (address, ask) = (address.to_owned(), Arc::clone(ask));
        tasks.spawn(async move { one(&address, number, begun + lasting, &ask, wanted).await });
    }
    let mut samples = Samples::default();
    while let Some(done) = tasks.join_next().await {
        let (latencies, bytes) = done.map_err(Error::fault)??;
        samples.latencies.extend(latencies);
        samples.bytes = samples.bytes.max(bytes);
    }
    samples.seconds = begun.elapsed().as_secs_f64();
    Ok(samples)
}

/// Asks so many times a second, whether it is answered in time or not: latencies count from the instant a request should
/// have left.
///
/// # Errors
/// A fault when the server cannot be reached or answers something else than `wanted`.
pub(crate) async fn paced(
    address: String,
    rate: usize,
    lasting: Duration,
    ask: Ask,
    wanted: StatusCode,
) -> Result<Samples> {
    const CONNECTIONS: usize = 64;
    let begun = Instant::now();
    let mut tasks = JoinSet::new();
    for number in 0..CONNECTIONS {
        let (address, ask) = (address.clone(), Arc::clone(&ask));
        tasks.spawn(async move {
            let mut connection = connect(&address).await?;
            let mut latencies = Vec::new();
            for turn in 0.. {
                let slot = Duration::from_secs_f64((turn * CONNECTIONS + number) as f64 / rate.max(1) as f64);
                let Some(request) = ask(number, turn).filter(|_| slot < lasting) else { break };
                tokio::time::sleep_until((begun + slot).into()).await;
                answer(&mut connection, request, wanted).await?;
                latencies.push((begun + slot).elapsed());
            }
            Ok::<_, Error>(latencies)
        });
    }
    let mut samples = Samples::default();
    while let Some(done) = tasks.join_next().await {
        samples.latencies.extend(done.map_err(Error::fault)??);
    }
    samples.seconds = begun.elapsed().as_secs_f64();
    Ok(samples)
}

async fn one(
    address: &str,
    number: usize,
    until: Instant,
    ask: &Ask,
    wanted: StatusCode,
) -> Result<(Vec<Duration>, usize)> {
    let mut connection = connect(address).await?;
    let mut latencies = Vec::new();
    let mut bytes = 0;
    for turn in 0.. {
        let Some(request) = ask(number, turn).filter(|_| Instant::now() < until) else { break };
        let begun = Instant::now();
        bytes = answer(&mut connection, request, wanted).await?;
        latencies.push(begun.elapsed());
    }
    Ok((latencies, bytes))
}

async fn connect(address: &str) -> Result<SendRequest<Full<Bytes>>> {
    let stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let (connection, driver) = handshake(TokioIo::new(stream)).await.map_err(Error::fault)?;
    // It ends with the connection.
    tokio::spawn(driver);
    Ok(connection)
}

/// A request of somebody signed in, with a form as a browser sends it; no form for an empty body.
pub(crate) fn request(method: Method, path: &str, token: &str, body: Vec<u8>, mime: &str) -> Option<Asked> {
    Request::builder()
        .method(method)
        .uri(path)
        .header(header::HOST, "127.0.0.1")
        .header(header::ACCEPT_ENCODING, "gzip")
        .header(header::CONTENT_TYPE, mime)
        .header("sec-fetch-site", "same-origin")
        .header(header::COOKIE, format!("{}={token}", web::SESSION_COOKIE))
        .body(Full::new(Bytes::from(body)))
        .ok()
}

/// Asks once, on a connection of its own; tells where the answer leads.
///
/// # Errors
/// A fault when the server cannot be reached, or leads nowhere.
pub(crate) async fn location(address: &str, request: Asked) -> Result<String> {
    let path = request.uri().path().to_owned();
    let mut connection = connect(address).await?;
    connection.ready().await.map_err(Error::fault)?;
    let response = connection.send_request(request).await.map_err(Error::fault)?;
    let status = response.status();
    let to = response.headers().get(header::LOCATION).and_then(|it| it.to_str().ok()).map(str::to_owned);
    to.ok_or_else(|| Error::fault(format!("{path} answered {status} and leads nowhere")))
}

/// Sends a request, reads the whole answer and tells its size.
async fn answer(connection: &mut SendRequest<Full<Bytes>>, request: Asked, wanted: StatusCode) -> Result<usize> {
    let path = request.uri().path().to_owned();
    connection.ready().await.map_err(Error::fault)?;
    let response = connection.send_request(request).await.map_err(Error::fault)?;
    let status = response.status();
    let body = response.into_body().collect().await.map_err(Error::fault)?.to_bytes();
    if status != wanted {
        return Err(Error::fault(format!("{path} answered {status}")));
    }
    Ok(body.len())
}

/// Waits until a server listens.
///
/// # Errors
/// A fault when it does not within half a minute.
pub(crate) async fn wait_for(address: &str) -> Result<()> {
    for _ in 0..300 {
        if TcpStream::connect(address).await.is_ok() {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    Err(Error::fault(format!("nobody listens at {address}")))
}
