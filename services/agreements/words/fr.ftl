# The office of those who run the scheme.
office-place = Conventions
office-place-town = Convention et participation
office-tabs = Conventions et collectivités
office-tab-board = Tableau de bord
office-tab-authorities = Collectivités
office-tab-campaigns = Campagnes
office-tab-directory = Annuaire ouvert
office-tab-identity = Identité
office-optional = facultatif
office-search = Chercher
office-give-up = Renoncer
office-page-before = Page précédente
office-page-after = Page suivante
office-authority = Collectivité
office-kind = Sorte
office-kind-wrong = Choisissez une commune ou un groupement.
office-commune = Commune
office-grouping = Groupement
office-department = Département
office-departments-all = Tous les départements
office-department-show = Voir ses communes
office-department-wrong = Choisissez un des départements proposés.
office-schools = Écoles
office-to-look-at = À vérifier
office-siret = SIRET
office-siret-hint = 14 chiffres, avec ou sans espaces.
office-siret-to-fill = à compléter
office-siret-missing = Le SIRET manque : la convention et l’état des sommes en ont besoin.
office-siret-wrong = Ce numéro n’est pas un SIRET : vérifiez ses 14 chiffres.
office-siret-taken = Ce SIRET est déjà celui d’une autre collectivité : { $name }.
office-siren-differs = Le SIRET ne correspond pas à la commune : celui d’une commune commence par 21, suivi de son code INSEE. Rien n’est bloqué, mais le numéro est à vérifier.
office-mandate-over = Le mandat est terminé depuis le { $day } : vérifiez qui représente la collectivité avant de faire signer.
office-mandate-over-short = Mandat terminé
office-mandate-since = Début du mandat
office-mandate-until = Fin du mandat
office-address-title = Adresse postale
office-address = Adresse
office-postcode = Code postal
office-postcode-wrong = Un code postal a cinq chiffres.
office-town = Ville
office-representative-title = Représentant légal
office-representative = Nom et prénom
office-quality = Qualité
office-quality-hint = Par exemple : maire, présidente du syndicat.
office-contact-title = Pour joindre la collectivité
office-phone = Téléphone
office-email-wrong = Cette adresse électronique n’est pas complète.
office-chorus-title = Chorus Pro
office-chorus-about = Ces deux codes servent à adresser le titre de perception. Ils restent vides quand la collectivité n’en demande pas.
office-chorus-service = Code service
office-chorus-commitment = Numéro d’engagement
office-name-missing = Indiquez un nom.
office-text-too-long = { $most } caractères au plus.
office-day-wrong = Indiquez une date.
office-days-disordered = La fin ne peut pas précéder le début.
office-state-draft = En préparation
office-state-proposed = Proposée
office-state-signed-by-one = Signée par une partie
office-state-active = En vigueur
office-state-notice = Mise en demeure
office-state-conciliation = Conciliation
office-state-termination-notice = Résiliation annoncée
office-state-terminated = Résiliée
office-state-expired = Arrivée à son terme
office-state-renewed = Renouvelée
office-state-refused = Refusée
office-state-cancelled = Annulée

# Authorities.
authorities-title = Collectivités
authorities-counted = { $count ->
    [0] Aucune collectivité
    [one] { $count } collectivité
   *[other] { $count } collectivités
}
authorities-none = Aucune collectivité ne correspond.
authority-search = Nom ou SIRET
authority-search-hint = Accents, tirets et apostrophes sont sans importance.
authority-pages = Pages de la liste des collectivités
authority-add = Ajouter une collectivité
authority-added = La collectivité est ajoutée. Complétez son SIRET, son adresse et son représentant.
authority-name = Dénomination
authority-fixed = La dénomination, le SIRET et les écoles sont tenus par l’académie : demandez-lui de les corriger.
authority-email = Adresse électronique
authority-email-hint = Les rappels de la convention y sont envoyés.
authority-save = Enregistrer la fiche
authority-saved = La fiche est enregistrée.
communes-found = Créer les communes d’après l’annuaire
communes-found-about = Chaque commune qui a une école publique devient une collectivité, et paie pour les écoles dont personne ne s’occupe encore. Rien de ce qui a été saisi ne change.
communes-founded = { $count ->
    [0] Toutes les communes étaient déjà connues.
    [one] { $count } commune est ajoutée.
   *[other] { $count } communes sont ajoutées.
}
commune-about = Une commune qui a au moins une école.
commune-choose = Choisir une commune
commune-hint = Seules celles qui ne sont pas encore dans la liste sont proposées.
commune-wrong = Choisissez une des communes proposées.
grouping-about = Syndicat, regroupement ou communauté de communes qui paie pour des écoles.
grouping-name = Dénomination du groupement

# The schools an authority pays for.
charge-title = Écoles à la charge de la collectivité
charge-empty = Aucune école pour l’instant.
charge-by-hand = saisie
charge-by-directory = d’après l’annuaire
charge-field = Codes UAI des écoles à ajouter
charge-hint = Un code par ligne. Une école quitte la collectivité qui payait pour elle jusque-là.
charge-add = Ajouter ces écoles
charge-added = { $count ->
    [one] { $count } école est ajoutée.
   *[other] { $count } écoles sont ajoutées.
}
charge-none = Indiquez au moins un code UAI.
charge-line-no-code = Cette ligne ne commence par aucun code UAI juste : « { $line } ».
charge-line-unknown = Aucune école de votre territoire n’a le code { $uai }.
charge-remove = Retirer { $uai }
charge-removed = L’école n’est plus à la charge de cette collectivité.

# The open directory of schools.
directory-title = Annuaire ouvert des écoles
directory-about = Le fichier « fr-en-annuaire-education » donne la commune de chaque école. Il sert à créer les communes et à dire qui paie pour quelle école. Il ne renomme rien, et ne change pas ce qui a été saisi.
directory-file = Fichier CSV
directory-file-hint = En UTF-8, séparé par des points-virgules, 40 Mo au plus.
directory-send = Lire le fichier
directory-read = Le fichier est lu. Rien n’est encore écrit.
directory-no-file = Choisissez un fichier.
directory-too-large = Ce fichier dépasse 40 Mo.
directory-too-long = Ce fichier a trop de lignes.
directory-not-utf8 = Ce fichier n’est pas en UTF-8 : enregistrez-le dans cet encodage.
directory-unreadable = Ce fichier n’est pas un CSV lisible.
directory-column-missing = La colonne « { $label } » manque : ce n’est pas l’annuaire ouvert, ou ses colonnes ne sont pas séparées par des points-virgules.
directory-line-not-utf8 = La ligne n’est pas en UTF-8.
directory-line-no-uai = Le code UAI est faux : sa lettre ne suit pas de ses chiffres.
directory-line-no-town = La commune manque.
directory-line-postcode = Le code INSEE est le code postal : il est laissé de côté.
directory-line-insee = Le code INSEE n’est pas celui d’une commune du département : il est laissé de côté.
directory-two-insee = La commune de cette ligne, { $town }, a deux codes INSEE dans le fichier : aucun n’est gardé.
directory-rpi = RPI { $id } : { $schools }
directory-trial-title = Ce que dit le fichier
directory-trial-about = { $file } · lu { $when }
directory-would-found = { $count ->
    [0] Aucune commune n’est à créer.
    [one] { $count } commune serait créée.
   *[other] { $count } communes seraient créées.
}
directory-would-pay = { $count ->
    [0] Aucun payeur ne changerait.
    [one] Le payeur de { $count } école serait indiqué.
   *[other] Le payeur de { $count } écoles serait indiqué.
}
directory-founded = { $count ->
    [0] Aucune commune n’a été créée.
    [one] { $count } commune a été créée.
   *[other] { $count } communes ont été créées.
}
directory-paid = { $count ->
    [0] Aucun payeur n’a changé.
    [one] Le payeur de { $count } école est indiqué.
   *[other] Le payeur de { $count } écoles est indiqué.
}
directory-apply = Appliquer
directory-lines = Lignes lues
directory-known = Écoles publiques connues ici
directory-private = Écoles privées, laissées hors des conventions
directory-unknown = Écoles inconnues ici
directory-elsewhere = Écoles d’ailleurs
directory-closed = Écoles fermées
directory-repeated = Lignes en double
directory-others = Lignes qui ne sont pas des écoles
directory-refused = Lignes refusées
directory-line = Ligne
directory-code = Code UAI
directory-remark = Remarque
directory-here = Dans l’annuaire de l’académie
directory-there = Dans le fichier
directory-differences = Noms qui diffèrent, sans conséquence : { $number }
directory-refused-lines = Lignes refusées : { $number }
directory-doubtful-lines = Lignes prises avec une réserve : { $number }
directory-communes = Communes à créer : { $number }
directory-unknown-schools = Écoles que l’académie n’a pas livrées : { $number }
directory-groupings = RPI dispersés, où un groupement paie peut-être : { $number }
directory-rest = { $count ->
    [one] … et { $count } autre.
   *[other] … et { $count } autres.
}

# Campaigns.
campaigns-title = Campagnes
campaign-title = Campagne { $name }
campaign-about = { $price } TTC par école et par an · inscriptions du { $opens } au { $closes }
campaign-open = Ouvrir une campagne
campaign-opened = La campagne { $name } est ouverte.
campaign-correct = Corriger la campagne
campaign-save = Enregistrer la campagne
campaign-saved = La campagne est enregistrée.
campaign-known = La campagne { $name } existe déjà.
campaign-year = Année de rentrée
campaign-year-hint = 2026 pour l’année scolaire 2026-2027.
campaign-year-wrong = Indiquez une année de rentrée proche, par exemple 2026.
campaign-price = Tarif TTC par école
campaign-price-hint = En euros, par exemple 45,00. Le même quelle que soit la date de signature.
campaign-price-wrong = Indiquez un montant en euros, par exemple 45,00.
campaign-price-used = { $count ->
    [one] Une convention a déjà ce tarif : il ne change plus.
   *[other] { $count } conventions ont déjà ce tarif : il ne change plus.
}
campaign-opens = Début des inscriptions
campaign-closes = Fin des inscriptions
campaign-state = État
campaign-tally = Conventions par état
campaign-no-agreement = Aucune convention n’est encore préparée.
campaign-board = Voir les conventions
prepare-title = Préparation
prepare-about = Une convention en préparation est créée pour chaque collectivité qui paie pour des écoles publiques et n’en a pas encore, avec toutes ses écoles libres. Recommencer ne prépare que ce qui manque.
prepare-for = Préparer les conventions ({ $name })
agreements-prepared = { $count ->
    [0] Aucune convention n’était à préparer.
    [one] { $count } convention est préparée.
   *[other] { $count } conventions sont préparées.
}

# The schools of a convention.
enrol-title = Écoles de la convention · { $authority }
enrol-about = Convention { $number } · année scolaire { $year }
enrol-empty = Aucune école n’est inscrite.
enrol-fixed = Les écoles ne changent que tant que la convention est en préparation. Pour en changer, l’académie la fait revenir au brouillon.
enrol-add = Ajouter des écoles
enrol-field = Écoles, une par ligne
enrol-hint = Le code UAI suffit. Une ligne d’annexe collée convient aussi : 0311696A - TOULOUSE - 031 - E.E.PU LES TILLEULS.
enrol-added = { $count ->
    [one] { $count } école est ajoutée.
   *[other] { $count } écoles sont ajoutées.
}
enrol-otherwise = { $count ->
    [one] Un libellé diffère de l’annuaire : seul le code UAI compte.
   *[other] { $count } libellés diffèrent de l’annuaire : seuls les codes UAI comptent.
}
enrol-none = Indiquez au moins une école.
enrol-some-refused = Rien n’est ajouté : une ligne au moins est à corriger ou à retirer.
enrol-confirm = Confirmer les écoles demandées
enrol-confirmed = { $count ->
    [0] Aucune école n’attendait d’être confirmée.
    [one] { $count } école est inscrite.
   *[other] { $count } écoles sont inscrites.
}
enrol-remove = Retirer { $uai }
enrol-removed = L’école est retirée de la convention.
enrol-not-now = La convention n’est plus en préparation, ou une école vient d’être inscrite ailleurs : rien n’a changé.
enrol-back = Revenir à la convention
enrol-stage-requested = Demandée
enrol-stage-enrolled = Inscrite
enrol-stage-opened = Annuaire livré
enrol-stage-live = En usage
enrol-stage-closed = Terminée
enrol-verdict-good = Sera ajoutée.
enrol-verdict-otherwise = Sera ajoutée. L’annuaire l’écrit : { $label }
enrol-verdict-here = Déjà sur cette convention.
enrol-verdict-elsewhere = Déjà sur la convention d’une autre collectivité cette année : { $authority }.
enrol-verdict-unknown = Aucune école n’a ce code ici.
enrol-verdict-no-code = La ligne ne commence par aucun code UAI juste.
enrol-verdict-other-academy = Cette école est d’une autre académie.
enrol-verdict-twice = Déjà sur une ligne au-dessus.

# Enrolment asked for by an authority.
request-title = Inscrire mes écoles
request-section = { $authority } · année scolaire { $year }
request-about = Chaque école inscrite coûte { $price } TTC pour l’année scolaire, quelle que soit la date de signature. Inscriptions jusqu’au { $closes }.
request-schools = Écoles à inscrire
request-send = Demander l’inscription
request-sent = { $count ->
    [one] L’inscription de { $count } école est demandée : l’académie la confirme, puis propose la convention.
   *[other] L’inscription de { $count } écoles est demandée : l’académie la confirme, puis propose la convention.
}
request-none = Choisissez au moins une école.
request-closed = Les inscriptions ne sont plus ouvertes pour cette année.
request-proposed = La convention de l’année est déjà proposée : demandez à l’académie de la faire revenir en préparation.
request-elsewhere = { $school } : déjà sur la convention d’une autre collectivité, { $authority }
request-take-back = Retirer la demande pour { $uai }
request-taken-back = La demande est retirée.
request-confirmed = L’académie a déjà confirmé cette école : demandez-lui de la retirer.
request-no-authority = Votre collectivité n’est pas encore connue ici : demandez à l’académie de l’ajouter.
request-no-campaign = Aucune campagne d’inscription n’est ouverte en ce moment.
request-no-school = Aucune école n’est connue pour cette collectivité : demandez à l’académie de les ajouter.

# The identity of the région and of its académies.
identity-title = Identité
identity-scopes = Région et académies
identity-about = Conventions, lettres et mentions légales disent ce qui est écrit ici.
identity-about-academy = Conventions, lettres et mentions légales disent ce qui est écrit ici. Ce qui reste vide est ce que dit la région.
identity-wider = La région dit : { $text }
identity-name = Dénomination
identity-address = Adresse postale
identity-signatory = Nom du signataire
identity-quality = Qualité du signataire
identity-delegation = Délégation de signature
identity-email = Adresse électronique
identity-phone = Téléphone
identity-host = Hébergeur : nom, adresse, téléphone
identity-officer = Délégué à la protection des données : nom et adresse
identity-court = Tribunal administratif
identity-save = Enregistrer l’identité
identity-saved = L’identité est enregistrée.
