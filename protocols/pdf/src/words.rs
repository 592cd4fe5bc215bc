//! Every text of the printed documents, in French: *vous* to adults, *tu* to pupils.

use crate::Audience;

/// Language of the documents (BCP 47).
pub(crate) const LANGUAGE: &str = "fr";

/// Between children who share a paragraph.
pub(crate) const BETWEEN_CHILDREN: &str = "\u{a0}; ";

/// The texts that change with who reads them.
pub(crate) struct Words {
    pub(crate) title: &'static str,
    /// Which paper it is and whose, on a card: no two kinds read alike.
    pub(crate) kind: &'static str,
    /// What the sheet of a page is for, and who keeps it.
    pub(crate) purpose: &'static str,
    pub(crate) card: &'static str,
    pub(crate) address: &'static str,
    pub(crate) login: &'static str,
    pub(crate) code: &'static str,
    /// Above a code printed in groups.
    pub(crate) code_in_groups: &'static str,
    pub(crate) password: &'static str,
    /// In place of a code, when the account is active.
    pub(crate) known_password: &'static str,
    pub(crate) first_time: &'static str,
    pub(crate) first_steps: [&'static str; 3],
    pub(crate) usual: &'static str,
    pub(crate) usual_steps: [&'static str; 3],
    pub(crate) remember: &'static str,
    pub(crate) advice: [&'static str; 4],
    pub(crate) card_advice: &'static str,
    pub(crate) data_protection: &'static str,
    /// The same for whom the school entered itself.
    pub(crate) data_protection_by_school: &'static str,
}

/// The texts for this audience.
pub(crate) fn to(audience: Audience) -> &'static Words {
    match audience {
        Audience::Adult => &VOUS,
        Audience::Team => &VOUS_OF_TEAM,
        Audience::Pupil => &TU,
        Audience::PupilInClass => &TU_IN_CLASS,
        Audience::PupilAtHome => &TU_AT_HOME,
    }
}

/// The last day of a code.
pub(crate) fn valid_until(day: &str) -> String {
    format!("Code valable jusqu’au {day}.")
}

/// What the QR code is, for who cannot see it. The address it holds may carry the code, so it is not repeated.
pub(crate) fn qr_alternative(address: &str) -> String {
    format!("Code QR à scanner pour ouvrir l’ENT de l’école sans taper l’adresse {address}")
}

/// The class and the school on one line.
pub(crate) fn place(class: &str, school: &str) -> String {
    format!("{class} · {school}")
}

/// A page in the outline.
pub(crate) fn numbered_page(number: usize) -> String {
    format!("Page {number}")
}

/// A page at its foot.
pub(crate) fn page_of(number: usize, count: usize) -> String {
    format!("Page {number} sur {count}")
}

/// What the QR code of a coupon is, for who cannot see it.
pub(crate) const SLIP_QR: &str = "Code QR de ce coupon, lu par l’école à son retour";
/// Above the code of a coupon.
pub(crate) const SLIP_CODE: &str = "Code du coupon";
/// Beside the box of who read.
pub(crate) const SLIP_READ: &str = "J’ai lu ce mot.";
/// Above the choices.
pub(crate) const SLIP_CHOOSE: &str = "Cochez une seule réponse\u{a0}:";
/// Above the lines to write on.
pub(crate) const SLIP_ANSWER: &str = "Votre réponse\u{a0}:";
/// Before the line anybody responsible signs on.
pub(crate) const SLIP_ANY_SIGNATURE: &str = "Date et signature d’un responsable";

/// Before the line somebody signs on.
pub(crate) fn slip_signature(signer: &str) -> String {
    format!("Date et signature\u{a0}: {signer}")
}

/// For whom a coupon is.
pub(crate) fn slip_for(child: &str) -> String {
    format!("Pour les responsables de {child}")
}

/// On the pages of a coupon after the first.
pub(crate) fn slip_goes_on(child: &str) -> String {
    format!("Pour les responsables de {child} (suite)")
}

/// The title of a proof.
pub(crate) fn proof_title(title: &str) -> String {
    format!("Preuve des retours\u{a0}: {title}")
}

/// At the foot of each page of a proof.
pub(crate) fn proof_footer(title: &str, made: &str) -> String {
    format!("{title} · {made}")
}

/// Above what each version said.
pub(crate) const PROOF_VERSIONS: &str = "Le mot";
/// Above the table.
pub(crate) const PROOF_RETURNS: &str = "Les retours";
/// What the table of a proof holds, for who cannot see it.
pub(crate) const PROOF_SUMMARY: &str =
    "Une ligne par enfant et par adulte\u{a0}: ce que l’adulte a fait, quand et comment";
/// The columns of the table.
pub(crate) const PROOF_COLUMNS: [&str; 7] =
    ["Enfant", "Adulte", "État", "Date et heure", "Moyen", "Version", "Réponse"];
/// In a cell with nothing to say.
pub(crate) const NOTHING: &str = "–";
/// Before each item of a list.
pub(crate) const DASH: &str = "–";

static VOUS: Words = Words {
    title: "Votre accès à l’ENT de l’école",
    kind: "Carte de connexion · pour un adulte de la famille",
    purpose: "Cette fiche ouvre votre compte de responsable d’élève. Elle est pour vous\u{a0}: gardez-la chez vous.",
    card: "Vos informations de connexion",
    address: "Adresse",
    login: "Identifiant",
    code: "Code d’activation",
    code_in_groups: "Code d’activation (à taper sans les espaces)",
    password: "Mot de passe",
    known_password: "Votre compte est déjà activé\u{a0}: utilisez le mot de passe que vous avez choisi.",
    first_time: "Première connexion, en trois étapes",
    first_steps: [
        "Ouvrez l’adresse ci-dessus dans un navigateur, ou scannez le carré noir et blanc avec l’appareil photo \
         de votre téléphone.",
        "Tapez votre identifiant et votre code d’activation, comme ils sont écrits sur cette fiche.",
        "Choisissez votre mot de passe\u{a0}: il remplace le code, qui ne servira plus.",
    ],
    usual: "Pour vous connecter",
    usual_steps: [
        "Ouvrez l’adresse ci-dessus dans un navigateur, ou scannez le carré noir et blanc avec l’appareil photo \
         de votre téléphone.",
        "Tapez votre identifiant et votre mot de passe.",
        "Mot de passe oublié\u{a0}? Demandez un nouveau code à l’école, puis choisissez un autre mot de passe.",
    ],
    remember: "À retenir",
    advice: [
        "Cette fiche est personnelle\u{a0}: ne la partagez pas.",
        "Il y a une fiche par adulte\u{a0}: chacun a son propre identifiant.",
        "Personne ne doit vous demander votre mot de passe, ni par téléphone, ni par message.",
        "En cas de perte, prévenez l’école\u{a0}: elle vous remettra une nouvelle fiche.",
    ],
    card_advice: "Elle ouvre votre compte. Gardez cette carte pour vous. En cas de perte, prévenez l’école.",
    data_protection: "Protection des données\u{a0}: votre nom, votre prénom et votre lien avec l’école viennent de \
                      l’annuaire de l’Éducation nationale. Ils servent à vous donner accès à l’ENT, dans le cadre \
                      de la mission de service public d’éducation. Pour les consulter, les faire corriger ou vous \
                      opposer à leur usage, adressez-vous à la direction de l’école ou au délégué à la protection \
                      des données de l’académie. Vous pouvez aussi saisir la CNIL (cnil.fr).",
    data_protection_by_school: "Protection des données\u{a0}: votre nom, votre prénom et votre lien avec l’école viennent \
                                de la direction de l’école. Ils servent à vous donner accès à l’ENT, dans le cadre de \
                                la mission de service public d’éducation. Pour les consulter, les faire corriger ou \
                                vous opposer à leur usage, adressez-vous à la direction de l’école ou au délégué à la \
                                protection des données de l’académie. Vous pouvez aussi saisir la CNIL (cnil.fr).",
};

static VOUS_OF_TEAM: Words = Words {
    kind: "Carte de connexion · pour l’équipe de l’école",
    purpose: "Cette fiche ouvre votre compte professionnel. Elle est pour vous\u{a0}: gardez-la.",
    ..VOUS
};

static TU: Words = Words {
    title: "Ton accès à l’ENT de l’école",
    kind: "Carte de connexion · pour l’élève",
    purpose: "Cette fiche ouvre ton compte, en classe et à la maison. Elle est pour toi\u{a0}: garde-la.",
    card: "Tes informations de connexion",
    address: "Adresse",
    login: "Ton identifiant",
    code: "Ton code",
    code_in_groups: "Ton code (sans les espaces)",
    password: "Ton mot de passe",
    known_password: "Celui que tu as choisi.",
    first_time: "Ta première connexion, en trois étapes",
    first_steps: [
        "Ouvre l’adresse écrite au-dessus, ou scanne le carré noir et blanc avec une tablette.",
        "Tape ton identifiant et ton code, comme ils sont écrits sur cette fiche.",
        "Choisis ton mot de passe\u{a0}: il remplace le code, qui ne servira plus.",
    ],
    usual: "Pour te connecter",
    usual_steps: [
        "Ouvre l’adresse écrite au-dessus, ou scanne le carré noir et blanc avec une tablette.",
        "Tape ton identifiant et ton mot de passe.",
        "Tu as oublié ton mot de passe\u{a0}? Dis-le à ton enseignant\u{a0}: tu en choisiras un autre.",
    ],
    remember: "À retenir",
    advice: [
        "Cette fiche est à toi\u{a0}: ne la prête pas.",
        "Chaque élève a son propre identifiant.",
        "Ne donne ton mot de passe à personne, même à un ami.",
        "Si tu perds ta fiche, dis-le à ton enseignant\u{a0}: tu en auras une autre.",
    ],
    card_advice: "Elle ouvre ton compte. Garde cette carte pour toi. Si tu la perds, dis-le à ton enseignant.",
    data_protection: "Protection des données\u{a0}: ton nom, ton prénom et ta classe viennent de l’annuaire de \
                      l’Éducation nationale. Ils servent à te donner accès à l’ENT. Tes parents peuvent demander à \
                      les voir ou à les faire corriger auprès de la direction de l’école.",
    data_protection_by_school: "Protection des données\u{a0}: ton nom, ton prénom et ta classe viennent de la direction de \
                                l’école. Ils servent à te donner accès à l’ENT. Tes parents peuvent demander à les \
                                voir ou à les faire corriger auprès d’elle.",
};

static TU_IN_CLASS: Words = Words {
    kind: "Badge de la classe · reste en classe",
    card_advice: "Il ouvre les tablettes de ta classe. Ton enseignant le garde\u{a0}; s’il est perdu, dis-le-lui.",
    ..TU
};

static TU_AT_HOME: Words = Words {
    kind: "Code maison · pour la famille",
    card_advice: "Il ouvre tes travaux chez toi, et rien des autres. À garder à la maison.",
    ..TU
};
