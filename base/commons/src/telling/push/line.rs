//! Connections to push services, kept while there is something to say: at an opening thousands of pushes go to three hosts.

use super::endpoint::{Endpoint, is_public};
use http_body_util::{BodyExt, Full, Limited};
use hyper::{
    Request, StatusCode,
    body::Bytes,
    client::conn::http1::{SendRequest, handshake},
};
use hyper_util::rt::TokioIo;
use std::{
    collections::HashMap,
    error::Error as Cause,
    fmt,
    sync::{Arc, Mutex, PoisonError},
};
use tokio::net::{TcpStream, lookup_host};
use tokio_rustls::{
    TlsConnector,
    rustls::{ClientConfig, RootCertStore, crypto::ring::default_provider, pki_types::ServerName},
};

type Line = SendRequest<Full<Bytes>>;
type Outcome<T> = Result<T, Box<dyn Cause + Send + Sync>>;

/// So many idle connections are kept for a host.
const KEPT: usize = 16;
/// Nobody reads more of an answer.
const LONGEST_ANSWER: usize = 64 * 1024;

/// The connections of a house.
pub(super) struct Lines {
    local: bool,
    tls: Option<TlsConnector>,
    idle: Mutex<HashMap<String, Vec<Line>>>,
}

impl fmt::Debug for Lines {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Lines")
    }
}

impl Lines {
    pub(super) fn new(local: bool) -> Self {
        Self { local, tls: connector(), idle: Mutex::default() }
    }

    /// Sends a request and tells the status of the answer.
    pub(super) async fn ask(&self, endpoint: &Endpoint, request: Request<Full<Bytes>>) -> Outcome<StatusCode> {
        let mut line = match self.idle(&endpoint.origin()).await {
            Some(line) => line,
            None => self.connect(endpoint).await?,
        };
        let response = line.send_request(request).await?;
        let status = response.status();
        // Read to its end, or the line is of no more use.
        if Limited::new(response.into_body(), LONGEST_ANSWER).collect().await.is_ok() {
            self.keep(endpoint.origin(), line);
        }
        Ok(status)
    }

    async fn idle(&self, origin: &str) -> Option<Line> {
        loop {
            let line = self.idle.lock().unwrap_or_else(PoisonError::into_inner).get_mut(origin)?.pop();
            let mut line = line?;
            if line.ready().await.is_ok() {
                return Some(line);
            }
        }
    }

    fn keep(&self, origin: String, line: Line) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let lines = idle.entry(origin).or_default();
        if lines.len() < KEPT {
            lines.push(line);
        }
    }

    /// Connects to an address that was looked at: a public name may lead inside.
    async fn connect(&self, endpoint: &Endpoint) -> Outcome<Line> {
        let addresses = lookup_host((endpoint.host.as_str(), endpoint.port)).await?;
        let mut allowed = addresses.filter(|it| is_public(it.ip()) || (self.local && !endpoint.secure));
        let address = allowed.next().ok_or("no public address")?;
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        if !endpoint.secure {
            let (line, driver) = handshake(TokioIo::new(stream)).await?;
            tokio::spawn(driver);
            return Ok(line);
        }
        let tls = self.tls.as_ref().ok_or("no TLS")?;
        let stream = tls.connect(ServerName::try_from(endpoint.host.clone())?, stream).await?;
        let (line, driver) = handshake(TokioIo::new(stream)).await?;
        // It ends with the connection.
        tokio::spawn(driver);
        Ok(line)
    }
}

fn connector() -> Option<TlsConnector> {
    let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let config =
        ClientConfig::builder_with_provider(Arc::new(default_provider())).with_safe_default_protocol_versions();
    let config = config.ok()?.with_root_certificates(roots).with_no_client_auth();
    Some(TlsConnector::from(Arc::new(config)))
}
