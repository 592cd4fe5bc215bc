//! A browser without a screen: cookies, forms, files.

use crate::{App, Page};
use axum::{
    body::Body,
    http::{Method, Request, header},
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use school::{
    AccountId,
    session::{self, Stay},
};
use std::{cell::RefCell, collections::BTreeMap};
use tower::ServiceExt;

const BOUNDARY: &str = "preau-test-boundary";

/// A browser.
#[derive(Debug)]
pub struct Client<'a> {
    app: &'a App,
    cookies: RefCell<BTreeMap<String, String>>,
    headers: Vec<(&'static str, &'static str)>,
}

impl<'a> Client<'a> {
    pub(crate) fn anonymous(app: &'a App) -> Self {
        Self { app, cookies: RefCell::default(), headers: Vec::new() }
    }

    pub(crate) async fn signed_in(app: &'a App, account: AccountId) -> Self {
        let mut tx = app.write().await;
        // Stories last for days: whoever they are, their browsers stay.
        let token = session::begin(&mut tx, account, "Navigateur d’essai", Stay::Device).await;
        let token = token.unwrap_or_else(|error| panic!("{error}"));
        tx.commit().await.unwrap_or_else(|error| panic!("{error}"));
        let client = Self::anonymous(app);
        client.cookies.borrow_mut().insert(web::SESSION_COOKIE.to_owned(), token);
        client
    }

    /// The same browser, which says this with all it asks.
    #[must_use]
    pub fn saying(mut self, name: &'static str, value: &'static str) -> Self {
        self.headers.push((name, value));
        self
    }

    /// Opens a page.
    pub async fn get(&self, path: &str) -> Page {
        self.send(self.request(Method::GET, path), Body::empty()).await
    }

    /// Opens a page with one more header: `if-none-match`.
    pub async fn get_with(&self, path: &str, name: &str, value: &str) -> Page {
        self.send(self.request(Method::GET, path).header(name, value), Body::empty()).await
    }

    /// Sends a form.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let pairs: Vec<String> =
            fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
        let request =
            self.request(Method::POST, path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, Body::from(pairs.join("&"))).await
    }

    /// Sends a form with files: `(field, file name, bytes)`.
    pub async fn upload(&self, path: &str, fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Page {
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(
                format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
            );
        }
        for (name, file, bytes) in files {
            let disposition = format!("Content-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"");
            body.extend(
                format!("--{BOUNDARY}\r\n{disposition}\r\nContent-Type: application/octet-stream\r\n\r\n").bytes(),
            );
            body.extend_from_slice(bytes);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{BOUNDARY}--\r\n").bytes());
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        self.send(self.request(Method::POST, path).header(header::CONTENT_TYPE, kind), Body::from(body)).await
    }

    /// Sends bytes by another method than forms do: what islands ask.
    pub async fn ask(&self, method: &str, path: &str, bytes: &[u8]) -> Page {
        let method = Method::from_bytes(method.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
        self.send(self.request(method, path), Body::from(bytes.to_vec())).await
    }

    /// Asks for a range of bytes, as players do: `bytes=0-1`.
    pub async fn get_range(&self, path: &str, range: &str) -> Page {
        self.send(self.request(Method::GET, path).header(header::RANGE, range), Body::empty()).await
    }

    /// Sends a form and opens the page it leads to.
    ///
    /// # Panics
    /// When it leads nowhere: the form was refused.
    pub async fn post_then(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let answer = self.post(path, fields).await;
        self.follow(&answer).await
    }

    /// Opens the page an answer leads to.
    ///
    /// # Panics
    /// When it leads nowhere.
    pub async fn follow(&self, answer: &Page) -> Page {
        let Some(to) = answer.location() else { panic!("{} leads nowhere: {}", answer.status, answer.text()) };
        self.get(&to).await
    }

    fn request(&self, method: Method, path: &str) -> axum::http::request::Builder {
        let cookies: Vec<String> =
            self.cookies.borrow().iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "preau.example.org")
            .header("sec-fetch-site", "same-origin")
            .header(header::COOKIE, cookies.join("; "));
        self.headers.iter().fold(request, |request, (name, value)| request.header(*name, *value))
    }

    async fn send(&self, request: axum::http::request::Builder, body: Body) -> Page {
        let request = request.body(body).unwrap_or_else(|error| panic!("{error}"));
        let response = self.app.router.clone().oneshot(request).await;
        let Ok(response) = response;
        for cookie in response.headers().get_all(header::SET_COOKIE) {
            self.keep(cookie.to_str().unwrap_or_default());
        }
        Page::read(response).await
    }

    fn keep(&self, cookie: &str) {
        let (pair, attributes) = cookie.split_once(';').unwrap_or((cookie, ""));
        let Some((name, value)) = pair.split_once('=') else { return };
        if attributes.contains("Max-Age=0") {
            self.cookies.borrow_mut().remove(name);
        } else {
            self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
        }
    }
}
