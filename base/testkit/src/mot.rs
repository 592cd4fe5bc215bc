//! The mot of the carnet de liaison many stories begin with.

use crate::{
    App,
    Classroom::Cp,
    Who::{Lina, Thomas, Zoe},
};

/// What is typed in its form: it is for a whole class, and one adult of each child signs.
pub const MOT: [(&str, &str); 7] = [
    ("title", "Sortie à la ferme"),
    ("body", "Nous irons à la ferme."),
    ("theme", "outing"),
    ("reply", "sign"),
    ("acts", "one"),
    ("reminders", "none"),
    ("whole", "all"),
];

/// Its form, some fields of it typed otherwise.
pub fn mot_form<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let usual: [(&'a str, &'a str); 7] = MOT;
    let kept = usual.into_iter().filter(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
    kept.chain(changes.iter().copied()).collect()
}

/// Lina comes to the CP, and Thomas sends a mot to Zoé and her, chosen among the class, that asks for this reply; answers its
/// address.
///
/// # Panics
/// When it is not sent.
pub async fn mot_to_zoe_and_lina(app: &App, reply: &str) -> String {
    app.comes(Lina, Cp).await;
    let (zoe, lina) = (Zoe.person().to_string(), Lina.person().to_string());
    let chosen = [("whole", "some"), ("children", zoe.as_str()), ("children", lina.as_str()), ("reply", reply)];
    let thomas = app.by(Thomas).await;
    let answer = thomas.upload(&Cp.path("/mots"), &mot_form(&chosen), &[]).await;
    let mot = answer.location().unwrap_or_else(|| panic!("{}", answer.text()));
    thomas.post_then(&format!("{mot}/envoi"), &[]).await;
    mot
}
