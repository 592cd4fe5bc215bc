//! What the académie says when it grants a municipal profile.

use crate::{
    W,
    fields::Fields,
    profile::{ProfileState, ROLES, TownProfile, role_word},
    profile_grant::{self, Bounds},
};
use db::{Problems, Result, Tx};
use web::{
    component::{Button, Choice, Field, Opt},
    dates,
};

/// The fields of a grant.
pub(super) struct Grant {
    pub(super) title: &'static str,
    pub(super) role: Choice,
    pub(super) scope: Choice,
    pub(super) until: Field,
    pub(super) way: Choice,
    pub(super) button: Button,
}

impl Grant {
    pub(super) async fn build(
        tx: &mut Tx,
        profile: &TownProfile,
        fields: &Fields,
        problems: &Problems,
    ) -> Result<Self> {
        let bounds = Bounds::of(tx, &profile.scope).await?;
        let typed = |name: &str, else_it: String| match fields.has("until") {
            true => fields.text(name).to_owned(),
            false => else_it,
        };
        let role = typed("role", profile.role.as_str().to_owned());
        let scope = typed("scope", profile.scope.clone());
        let until = typed("until", profile.until().unwrap_or(bounds.proposed).to_string());
        let way = typed("way", "courriel".to_owned());
        let scopes = profile_grant::scopes(tx, profile).await?;
        let scopes = scopes.into_iter().map(|(value, label)| {
            let checked = value == scope;
            Opt::new(value, label).checked(checked)
        });
        let roles = ROLES.iter().map(|it| Opt::new(it.as_str(), role_word(*it)).checked(it.as_str() == role));
        let ways = [("courriel", W.way_mail()), ("papier", W.way_paper())];
        let ways = ways.into_iter().map(|(value, label)| Opt::new(value, label).checked(value == way));
        let is_first = profile.state == ProfileState::Requested;
        Ok(Self {
            title: if is_first { W.grant_title() } else { W.grant_again_title() },
            role: Choice::radios("role", W.role(), roles.collect()).required().error(problems.of("role")),
            scope: Choice::radios("scope", W.fact_place(), scopes.collect()).required().error(problems.of("scope")),
            until: Field::date("until", W.until())
                .value(until)
                .hint(W.until_hint(dates::date(bounds.latest)))
                .error(problems.of("until"))
                .required(),
            way: Choice::radios("way", W.way(), ways.collect()).required(),
            button: Button::primary(if is_first { W.grant() } else { W.grant_again() }).icon("fait"),
        })
    }
}
