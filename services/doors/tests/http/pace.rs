//! How often one address may knock, through a real connection: without one there is nobody to slow down.

use crate::SERVICES;
use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
};
use testkit::{App, on_both};
use tokio::{net::TcpListener, sync::watch, task};
use web::Site;

/// Serves the application on an address of this machine until the task is aborted.
async fn serve(app: &App) -> (SocketAddr, watch::Sender<bool>, task::JoinHandle<()>) {
    let (close, closing) = watch::channel(false);
    let router = web::router(Site { house: app.house.clone(), services: SERVICES, behind_proxy: false, closing });
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    let server = task::spawn(async move { axum::serve(listener, service).await.unwrap() });
    (address, close, server)
}

/// The status somebody reads who asks for a forgotten login.
async fn knock(address: SocketAddr) -> u16 {
    let answer = task::spawn_blocking(move || {
        let form = "courriel=inconnu%40example.org";
        let request = format!(
            "POST /identifiant-oublie HTTP/1.1\r\nHost: preau.example.org\r\nSec-Fetch-Site: same-origin\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{form}",
            form.len()
        );
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    });
    let answer = answer.await.unwrap();
    answer.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap()
}

#[tokio::test]
async fn whoever_knocks_too_often_waits() {
    on_both(SERVICES, async |app| {
        let (address, _close, server) = serve(app).await;
        // The story told to the other database knocked from here too, at the same hour.
        while knock(address).await == 429 {
            app.wait(60);
        }
        app.wait(600);
        for number in 1..=120 {
            assert_eq!(knock(address).await, 303, "knock {number}");
        }
        assert_eq!(knock(address).await, 429);
        app.wait(1);
        assert_eq!(knock(address).await, 303);
        assert_eq!(knock(address).await, 429);
        server.abort();
    })
    .await;
}
