//! Steps that several stories share.

use commons::audit::Action;
use data_encoding::BASE32_NOPAD;
use db::{Arg, Moment, args};
use school::{
    AccountId,
    account::{self, Account},
    session,
};
use testkit::{App, Client, Page, Who};
use totp_rs::Builder;

/// A password strong enough for everybody, which nobody of the world has.
pub(crate) const NEW: &str = "Cabane-orange-58!";
/// Another, which is never the right one.
pub(crate) const WRONG: &str = "Hibou-violet-93?";

/// What the audit journal keeps: by whom, about what, with what detail.
pub(crate) type Act = (Option<AccountId>, Option<String>, Option<String>);

/// Sends the form of the main door.
pub(crate) async fn sign_in(client: &Client<'_>, login: &str, password: &str) -> Page {
    client.post("/connexion", &[("identifiant", login), ("mot_de_passe", password)]).await
}

/// Sends the form of a login and an activation code.
pub(crate) async fn type_code(client: &Client<'_>, login: &str, code: &str) -> Page {
    client.post("/activation", &[("identifiant", login), ("code", code)]).await
}

/// Whether somebody is signed in here.
pub(crate) async fn is_inside(client: &Client<'_>) -> bool {
    client.get("/compte").await.status == 200
}

/// Whether a password lets somebody in, from a browser that was never here.
pub(crate) async fn gets_in(app: &App, who: Who, password: &str) -> bool {
    let client = app.anonymous();
    let answer = sign_in(&client, &who.login(), password).await;
    let inside = is_inside(&client).await;
    assert_eq!(answer.status, if inside { 303 } else { 422 }, "{}", answer.text());
    inside
}

/// Checks where an answer leads.
#[track_caller]
pub(crate) fn assert_leads(answer: &Page, to: &str) {
    let found = answer.location();
    assert_eq!((answer.status, found.as_deref()), (303, Some(to)), "{}", answer.text());
}

/// The `Set-Cookie` line of the session, if an answer has one.
pub(crate) fn session_cookie(answer: &Page) -> Option<String> {
    let lines = answer.headers.get_all("set-cookie").into_iter().filter_map(|it| it.to_str().ok());
    lines.map(str::to_owned).find(|line| line.starts_with(web::SESSION_COOKIE))
}

/// What an account is now.
pub(crate) async fn account_of(app: &App, who: Who) -> Account {
    let mut tx = app.read().await;
    Account::load(&mut tx, who.account()).await.unwrap()
}

/// How many sessions somebody has.
pub(crate) async fn sessions(app: &App, who: Who) -> usize {
    let mut tx = app.read().await;
    session::of(&mut tx, who.account()).await.unwrap().len()
}

/// Changes something behind the scenes.
pub(crate) async fn change(app: &App, sql: &'static str, args: &[Arg]) {
    let mut tx = app.write().await;
    tx.change(sql, args).await.unwrap();
    tx.commit().await.unwrap();
}

/// Makes somebody wait for a first password again; tells the code of the new sheet.
pub(crate) async fn reopened(app: &App, who: Who) -> String {
    let mut tx = app.write().await;
    account::reopen(&mut tx, who.account()).await.unwrap();
    tx.commit().await.unwrap();
    code_of(app, who).await
}

/// The code on the sheet in force of somebody.
pub(crate) async fn code_of(app: &App, who: Who) -> String {
    let account = account_of(app, who).await;
    doors::activation_code(&app.house, account.id, account.sheet)
}

/// Lets somebody have a confirmed address.
pub(crate) async fn give_email(app: &App, who: Who, address: &str) {
    let mut tx = app.write().await;
    account::set_email(&mut tx, who.account(), Some(address)).await.unwrap();
    tx.commit().await.unwrap();
}

/// What the audit journal holds of an action.
pub(crate) async fn acts(app: &App, action: Action) -> Vec<Act> {
    let mut tx = app.read().await;
    let sql = "select account_id, subject, detail from audit where action = $1 order by at, id";
    tx.all(sql, args![action]).await.unwrap()
}

/// The letters that left for an address.
pub(crate) async fn letters_to(app: &App, address: &str) -> Vec<String> {
    app.run_jobs().await;
    let header = format!("To: {address}");
    app.letters().into_iter().filter(|letter| letter.contains(&header)).collect()
}

/// The links of a letter that begin with a path, without the name of the site.
pub(crate) fn links(letter: &str, path: &str) -> Vec<String> {
    let found = letter.match_indices(path);
    found.filter_map(|(at, _)| letter[at..].split_whitespace().next()).map(str::to_owned).collect()
}

/// The six figures a telephone shows at an instant.
pub(crate) fn figures(secret: &str, at: Moment) -> String {
    let bytes: [u8; 20] = BASE32_NOPAD.decode(secret.as_bytes()).unwrap().try_into().unwrap();
    let telephone = Builder::new().with_secret(bytes).build().unwrap();
    telephone.generate(u64::try_from(at.0 / 1000).unwrap()).to_string()
}

/// Six figures that a telephone shows neither now, nor just before, nor just after.
pub(crate) fn wrong_figures(secret: &str, at: Moment) -> &'static str {
    let near = [-30, 0, 30].map(|seconds| figures(secret, at.plus_seconds(seconds)));
    let all = ["000000", "111111", "222222", "333333"];
    all.into_iter().find(|wrong| near.iter().all(|right| right != wrong)).unwrap()
}

/// The address the directory has for Claire.
pub(crate) const CLAIRE: &str = "claire.fabre@example.org";

/// Lets whoever signed in have shown being there, as the code of a telephone does.
pub(crate) async fn prove(app: &App, who: Who) {
    let mut tx = app.write().await;
    for living in session::of(&mut tx, who.account()).await.unwrap() {
        session::prove(&mut tx, who.account(), &living.token).await.unwrap();
    }
    tx.commit().await.unwrap();
}
