//! The stranger test: whoever has no business there finds nothing there.

use crate::{App, Who};

/// Checks that addresses answer the sign-in page to a visitor, and 404 to each of these people, whatever the method.
///
/// # Panics
/// When somebody finds something.
pub async fn strangers_find_nothing(app: &App, addresses: &[(&str, String)], strangers: &[Who]) {
    let visitor = app.anonymous();
    for (method, path) in addresses {
        let answer = if *method == "GET" { visitor.get(path).await } else { visitor.post(path, &[]).await };
        assert!(answer.asks_to_sign_in(), "{method} {path} answers {} to a visitor", answer.status);
    }
    for who in strangers {
        let client = app.by(*who).await;
        for (method, path) in addresses {
            let answer = if *method == "GET" { client.get(path).await } else { client.post(path, &[]).await };
            assert_eq!(answer.status, 404, "{method} {path} to {who:?}: {}", answer.text());
        }
    }
}
