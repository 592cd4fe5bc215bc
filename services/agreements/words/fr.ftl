# The office of those who run the scheme.
office-place = Conventions
office-place-town = Convention et participation
office-tabs = Conventions et collectivités
office-tab-board = Tableau de bord
office-tab-authorities = Collectivités
office-tab-campaigns = Campagnes
office-tab-directory = Annuaire ouvert
office-tab-identity = Identité
office-tab-articles = Articles
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

# Authorities.
authorities-title = Collectivités
authorities-counted = { $count ->
    [0] Aucune collectivité
    [one] { $count } collectivité
   *[other] { $count } collectivités
}
authorities-none = Aucune collectivité ne correspond.
near-names = Vouliez-vous dire :
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
directory-line-no-uai = Le code UAI est faux : sa lettre ne correspond pas à ses chiffres.
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
campaign-renew-title = Reconduction
campaign-renew-about = Une convention en préparation est créée pour chaque collectivité qui en avait une l’année précédente et n’en a pas encore, avec les mêmes écoles, si elles sont encore ouvertes et à sa charge. Recommencer ne prépare que ce qui manque.
campaign-renew = Reconduire les conventions { $year }
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
enrol-fixed = Les écoles ne changent que tant que la convention est en préparation. Pour en changer, l’académie la remet en préparation.
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
request-proposed = La convention de l’année est déjà proposée : demandez à l’académie de la remettre en préparation.
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

# Sums due.

sum-title = Somme due
sum-lead = { $authority } · convention n° { $number } · année scolaire { $year }
sum-warning = Le montant est dû pour l’année scolaire entière, quelle que soit la date de signature : il n’y a ni prorata, ni avoir. Les sommes versées ne sont jamais remboursées, même si la convention est résiliée (article 11).
sum-state = { $state ->
    [to-issue] À transmettre
    [requested] Transmise
    [issued] Titre émis
    [notified] Titre notifié
    [paid] Payée
    [contested] Contestée
    [remitted] Remise accordée
   *[cancelled] Annulée
}
sum-day = { $state ->
    [to-issue] Jour de l’établissement
    [requested] Jour de la transmission
    [issued] Jour de l’émission du titre
    [notified] Jour de la notification du titre
    [paid] Jour du paiement
    [contested] Jour de la contestation
    [remitted] Jour de la remise
   *[cancelled] Jour de l’annulation
}
sum-day-any = Jour de ce changement
sum-step = { $state } le { $day }
sum-made = État des sommes à titrer établi : { $total }
sum-made-said = L’état des sommes à titrer est établi.
sum-changed-said = Le suivi du titre est à jour.
sum-total = { $total } pour l’année scolaire
sum-titre = { $state } n° { $number }
sum-print = Imprimer l’état des sommes à titrer
sum-none-yet = L’état des sommes à titrer n’est pas encore établi. L’académie l’établit quand les deux parties ont signé.
sum-before-signature = La somme due s’établit quand les deux parties ont signé la convention.
sum-without-school = Aucune école n’est inscrite sur cette convention : il n’y a rien à titrer.
sum-make = Établir l’état des sommes à titrer
sum-make-hint = Une ligne par école inscrite. Dès que l’état est établi, la liste des écoles de la convention ne change plus.
sum-make-again = L’état précédent a été annulé. Le nouvel état reprend les écoles inscrites aujourd’hui.
sum-follow = Suivre le titre
sum-next = Où en est le titre de perception ?
sum-number = Numéro du titre
sum-number-hint = À remplir quand le titre est émis.
sum-number-missing = Indiquez le numéro du titre, en 60 caractères au plus.
sum-note = Observations
sum-note-too-long = Les observations sont trop longues : 2 000 caractères au plus.
sum-save = Enregistrer le suivi
sum-state-missing = Choisissez où en est le titre.
sum-jump = La somme est à l’étape « { $from } » : elle ne peut pas passer à l’étape « { $to } ».
sum-never-refunded = Cette somme est payée : elle n’est ni remboursée, ni annulée (article 11).
sum-day-missing = Indiquez le jour.
sum-day-to-come = Ce jour n’est pas encore venu.
sum-day-before = Ce jour précède l’étape d’avant, le { $day }.
sum-contested-late = Le titre ne pouvait être contesté que jusqu’au { $day }, deux mois après sa notification (décret n° 2012-1246, article 118). Notez la lettre reçue dans les observations.
sum-back = Revenir à la convention
sum-lines = Écoles inscrites
sum-uai = UAI
sum-school = École
sum-amount = Montant
sum-all = Total
sum-schools = { $count ->
    [one] { $count } école
   *[other] { $count } écoles
}
sum-panel-follow = Voir la somme due

sums-title = Sommes à titrer
sums-lead = Année scolaire { $year }. Les titres sont émis par les services financiers de l’État ; leur numéro et leurs dates se suivent ici.
sums-year = Année scolaire
sums-department = Département
sums-any-state = Toutes les étapes
sums-any-department = Tous les départements
sums-filter = Filtrer les sommes
sums-empty = Aucune somme ne correspond à ces critères.
sums-mark = Marquer comme transmises
sums-mark-hint = Cochez les sommes envoyées aux services financiers.
sums-day = Jour de la transmission
sums-none-ticked = Cochez au moins une somme à transmettre.
sums-sent = { $count ->
    [one] Une somme est marquée comme transmise.
   *[other] { $count } sommes sont marquées comme transmises.
}
sums-pages = Pages des sommes à titrer
sums-csv = Télécharger les lignes (CSV)
sums-xlsx = Télécharger les lignes (classeur)
sums-file-csv = sommes-a-titrer-{ $year }.csv
sums-file-xlsx = sommes-a-titrer-{ $year }.xlsx
sum-by-state = Totaux par étape
sum-list = Sommes de l’année
sum-state-title = Étape
sum-statements = Sommes
sum-schools-title = Écoles
sum-agreement = Convention
sum-authority = Collectivité
sum-sheet = Sommes à titrer { $year }
sum-columns = Convention;SIRET;Collectivité;Adresse;Code service Chorus;Numéro d’engagement;UAI;École;Année scolaire;Montant;Étape;Numéro du titre

sum-paper-title = État des sommes à titrer
sum-paper-file = etat-des-sommes-{ $number }.pdf
sum-paper-footer = État des sommes à titrer · convention n° { $number } · ce document n’est pas un titre de perception
sum-paper-reference = Convention n° { $number }, année scolaire { $year }
sum-paper-siret = SIRET { $siret }
sum-paper-service = Code service Chorus Pro : { $code }
sum-paper-commitment = Numéro d’engagement : { $number }
sum-paper-made = Établi le { $day }
sum-paper-no-titre = Ce document n’est pas un titre de perception. Ne payez pas sur la foi de ce papier : attendez le titre, émis par les services de l’État.
sum-paper-basis = Base de la créance
sum-paper-article = La convention n° { $number }, en vigueur depuis le { $since }, prévoit une participation financière de { $price } toutes taxes comprises par école inscrite et par année scolaire (articles 4 et 9).
sum-paper-no-proration = La participation est due pour l’année scolaire entière, quelle que soit la date de signature : il n’y a pas de prorata.
sum-paper-caption = Détail de la liquidation
sum-paper-uai = UAI
sum-paper-school = École inscrite
sum-paper-liquidation = Base de liquidation
sum-paper-amount = Montant
sum-paper-line-basis = 1 école × { $price }
sum-paper-sum = Total
sum-paper-schools = { $count ->
    [one] { $count } école
   *[other] { $count } écoles
}
sum-paper-total = Somme à titrer : { $total }
sum-paper-payment = Titre et paiement
sum-paper-state = Étape à ce jour : { $state }.
sum-paper-titre = Titre de perception n° { $number }, émis le { $day }.
sum-paper-wait = Le titre de perception indique le comptable chargé du recouvrement et les moyens de paiement. Il est adressé à la collectivité, par Chorus Pro lorsqu’elle y est inscrite.
sum-paper-contest = Contestation
sum-paper-contest-law = Le titre de perception peut être contesté dans les deux mois qui suivent sa notification, auprès du comptable chargé du recouvrement (décret n° 2012-1246, article 118). La contestation suspend le recouvrement. Le juge n’est saisi qu’après cette étape.
sum-paper-contest-until = Le titre a été notifié le { $notified } : il peut être contesté jusqu’au { $until }.
sum-paper-kept = Les sommes versées ne sont pas remboursées, même en cas de résiliation (article 11).

# Breaches.

breach-title = Manquement
breach-warning = Quelle que soit l’issue, les sommes versées ne sont jamais remboursées : ni avoir, ni prorata (article 11).
breach-none = Aucun manquement n’a été signalé sur cette convention.
breach-none-open = Aucune mise en demeure n’est en cours : commencez par elle.
breach-not-active = Une mise en demeure porte sur une convention en vigueur, sans autre manquement en cours.
breach-over = La lettre de résiliation est partie : cette étape est passée.
breach-of = { $party ->
    [academy] Mise en demeure par l’académie, le { $day }
   *[authority] Mise en demeure par la collectivité, le { $day }
}
breach-by = Qui met en demeure ?
breach-party = { $party ->
    [academy] L’académie
   *[authority] La collectivité
}
breach-party-missing = Choisissez qui met en demeure.
breach-received = Jour de réception, d’après l’avis
breach-grievances = Manquements reprochés
breach-grievances-hint = Un par ligne. Ils sont repris dans la lettre.
breach-grievances-missing = Décrivez les manquements reprochés.
breach-reasons = Motifs de la résiliation
breach-reasons-hint = Un par ligne. Ils sont repris dans la lettre : la convention demande qu’elle soit motivée.
breach-reasons-missing = Donnez les motifs de la résiliation : la convention les demande.
breach-reasons-title = Motifs de la résiliation
breach-text-too-long = Ce texte est trop long : 10 000 caractères au plus.
breach-day-missing = Indiquez un jour.
breach-day-before = Ce jour ne peut pas précéder le { $day }.
breach-day-to-come = Ce jour n’est pas encore venu.
breach-conciliation-over = L’issue de la conciliation est déjà enregistrée.
breach-conciliation-late = La conciliation se tient dans le mois qui suit la mise en demeure : au plus tard le { $day }.
breach-outcome-title = Issue de la conciliation
breach-outcome = { $outcome ->
    [agreed] Accord : la convention se poursuit
    [failed] Échec
   *[planned] La réunion est à venir
}
breach-outcome-wrong = Choisissez l’issue de la conciliation.
breach-outcome-early = L’issue s’enregistre une fois la réunion tenue.
breach-termination-early = La résiliation suit une conciliation. Enregistrez son échec, ou attendez la fin du mois prévu pour elle, le { $day }.
breach-court-refused = Le tribunal se saisit après une lettre de résiliation, une seule fois.
breach-court-early = Les parties ont un mois après la lettre de résiliation pour s’accorder : le tribunal peut être saisi à partir du { $day }.

breach-act = { $act ->
    [mise-en-demeure] Enregistrer une mise en demeure
    [reception] Accusé de réception
    [conciliation] Conciliation
    [accord] Accord entre les parties
    [resiliation] Résiliation
   *[tribunal] Tribunal administratif
}
breach-act-hint = { $act ->
    [mise-en-demeure] Lettre recommandée avec demande d’avis de réception. Une conciliation se tient ensuite dans le mois.
    [reception] Complétez la mise en demeure quand l’avis de réception est revenu.
    [conciliation] À l’initiative de la partie la plus diligente, dans le mois qui suit la mise en demeure.
    [accord] Les parties se sont accordées autrement qu’en réunion : la convention se poursuit.
    [resiliation] Lettre recommandée avec demande d’avis de réception, motivée. La convention prend fin quinze jours après son envoi.
   *[tribunal] Faute d’accord dans le mois qui suit la lettre de résiliation.
}
breach-act-day = { $act ->
    [mise-en-demeure] Jour de la lettre recommandée
    [reception] Jour de réception
    [conciliation] Jour de la réunion
    [accord] Jour de l’accord
    [resiliation] Jour d’envoi de la lettre
   *[tribunal] Jour de la saisine
}
breach-act-button = { $act ->
    [mise-en-demeure] Enregistrer la mise en demeure
    [reception] Enregistrer la réception
    [conciliation] Enregistrer la conciliation
    [accord] Enregistrer l’accord
    [resiliation] Enregistrer la résiliation
   *[tribunal] Enregistrer la saisine
}
breach-entered = { $act ->
    [mise-en-demeure] La mise en demeure est enregistrée. La lettre est prête à imprimer.
    [reception] La réception est enregistrée.
    [conciliation] La conciliation est enregistrée.
    [accord] L’accord est enregistré : la convention se poursuit.
    [resiliation] La résiliation est enregistrée. La lettre est prête à imprimer.
   *[tribunal] La saisine du tribunal est enregistrée.
}
breach-scan = Documents numérisés
breach-scans = Documents enregistrés
breach-letters = Courriers à imprimer
breach-letters-hint = Ils reprennent ce qui est enregistré ici. Relisez-les avant de les signer.
breach-letter = { $letter ->
    [mise-en-demeure] Mise en demeure
    [invitation-conciliation] Invitation à une réunion de conciliation
    [proces-verbal-conciliation] Procès-verbal de conciliation
    [resiliation] Résiliation de la convention
   *[information-ecoles] Information des écoles
}
breach-said-received = Mise en demeure reçue
breach-said-conciliation = { $outcome ->
    [agreed] Conciliation : accord
    [failed] Conciliation : échec
   *[planned] Réunion de conciliation
}
breach-said-settled = Accord : la convention se poursuit
breach-said-termination = Lettre de résiliation envoyée
breach-said-court = Tribunal administratif saisi
breach-conciliation-before = Conciliation à tenir au plus tard le { $day }
breach-takes-effect = La résiliation prend effet le { $day }
breach-court-from = Sans accord, le tribunal peut être saisi à partir du { $day }
breach-passed = Délai passé
breach-today = Aujourd’hui
breach-days-left = { $days ->
    [one] Demain
   *[other] Dans { $days } jours
}
breach-step-notice = { $party ->
    [academy] par l’académie, lettre du { $day }
   *[authority] par la collectivité, lettre du { $day }
}
breach-step-conciliation = { $outcome ->
    [agreed] accord, réunion du { $day }
    [failed] échec, réunion du { $day }
   *[planned] réunion prévue le { $day }
}
breach-step-termination = lettre du { $day }, prend effet le { $effect }
breach-panel-said = { $party ->
    [academy] L’académie a mis en demeure la collectivité.
   *[authority] La collectivité a mis en demeure l’académie.
}
breach-panel-follow = Suivre le manquement
breach-panel-enter = Signaler un manquement
breach-task-about = { $authority } · convention n° { $number }
breach-task-agreement = Convention n° { $number }
breach-task-act = Suivre
breach-task-title = Conciliation à tenir
breach-mail-subject = Convention n° { $number } : une échéance approche
breach-mail =
    Convention n° { $number }, { $authority }.

    { $sentence }.

    Le suivi du manquement et les courriers à imprimer se trouvent ici :
    { $address }

    Cette lettre est envoyée aux deux parties de la convention.

# Letters of a breach.

letter-registered = Lettre recommandée avec demande d’avis de réception
letter-dated = Le { $day }
letter-reference = Référence : convention n° { $number }, année scolaire { $year }
letter-subject = { $letter ->
    [mise-en-demeure] Objet : mise en demeure pour manquement à la convention (article 11)
    [invitation-conciliation] Objet : invitation à une réunion de conciliation (article 11)
    [proces-verbal-conciliation] Objet : procès-verbal de conciliation (article 11)
    [resiliation] Objet : résiliation de la convention (article 11)
   *[information-ecoles] Objet : fin de la convention avant son terme
}
letter-footer = Convention n° { $number }
letter-for-academy = Pour l’académie
letter-for-authority = Pour la collectivité
letter-hello = Madame, Monsieur,
letter-greetings = Je vous prie d’agréer, Madame, Monsieur, l’expression de ma considération distinguée.
letter-grievances = Manquements constatés
letter-what-follows = Suites
letter-no-refund = Les sommes déjà versées au titre de la convention ne sont pas remboursées (article 11).
letter-notice-begins = La convention citée en référence nous engage depuis le { $since } pour l’année scolaire { $year }. Je constate que des engagements qu’elle prévoit ne sont pas tenus.
letter-notice-asks = Par cette lettre, je vous mets en demeure de remédier à ces manquements.
letter-notice-conciliation = L’article 11 de la convention prévoit une conciliation, à l’initiative de la partie la plus diligente, dans un délai d’un mois au plus. Elle se tient donc au plus tard le { $day }.
letter-notice-else = Faute d’accord, la convention peut être résiliée de plein droit, quinze jours après l’envoi d’une lettre recommandée qui en donne les motifs.
letter-invitation-begins = À la suite de la mise en demeure du { $notice }, je vous invite à une réunion de conciliation le { $day }.
letter-invitation-hour = Heure : ………………………………
letter-invitation-place = Lieu : ………………………………
letter-invitation-why = Cette réunion vise à rechercher ensemble une solution qui permette de poursuivre la convention. L’article 11 demande qu’elle se tienne au plus tard le { $day }.
letter-invitation-answer = Je vous remercie de confirmer votre présence, ou de proposer un autre jour dans ce délai.
letter-record-begins = Le { $day }, les représentants des deux parties se sont réunis en conciliation.
letter-record-parties = Parties : { $academy } ; { $authority }.
letter-record-notice = Cette réunion fait suite à la mise en demeure du { $day }.
letter-record-present = Personnes présentes
letter-record-academy = Pour l’académie : ………………………………………………………………
letter-record-authority = Pour la collectivité : ………………………………………………………………
letter-record-outcome = Issue
letter-record-agreed = Les parties se sont accordées : la convention se poursuit.
letter-record-failed = Les parties ne se sont pas accordées.
letter-record-commitments = Engagements pris et délais : ………………………………………………………………
letter-record-next = La partie qui estime que les engagements ne sont pas tenus peut résilier la convention de plein droit, quinze jours après l’envoi d’une lettre recommandée motivée.
letter-reasons = Motifs de la résiliation
letter-termination-begins = Par une lettre recommandée du { $day }, je vous ai mis en demeure de remédier à des manquements à la convention citée en référence.
letter-termination-failed = La réunion de conciliation du { $day } n’a pas abouti à un accord.
letter-termination-not-held = La conciliation prévue à l’article 11, qui devait se tenir au plus tard le { $day }, n’a pas abouti à un accord.
letter-termination-effect = Je résilie la convention de plein droit. La résiliation prend effet quinze jours après l’envoi de cette lettre, soit le { $day }.
letter-termination-court = Faute d’accord amiable dans le mois qui suit cette lettre, soit à partir du { $day }, le litige peut être porté devant la juridiction suivante : { $court }.
letter-court = tribunal administratif compétent
letter-heads-recipient = Aux directrices et directeurs des écoles inscrites
letter-heads-begins = La convention entre l’académie et la collectivité prend fin le { $day }.
letter-heads-authority = Collectivité : { $authority }.
letter-heads-until = Jusqu’à ce jour, rien ne change pour les élèves, leurs familles et les équipes. Après ce jour, les écoles de la liste ne sont plus couvertes par la convention.
letter-heads-schools = Écoles concernées
letter-heads-before = À faire d’ici là
letter-heads-tell = Prévenir l’équipe et les familles de la date.
letter-heads-keep = Télécharger ce que l’école et les classes veulent garder.
letter-heads-ask = Signaler à l’académie ce qui ne peut pas attendre.
letter-heads-contact = Une question ? Écrivez à { $email }.
# Words of conventions between the région académique and the communes.

# The page of a convention.
agreement-title = Convention { $year } · { $authority }
agreement-number = Convention n° { $number }
agreement-back = Revenir sans enregistrer
agreement-draft-restored = Ce qui avait été tapé sur cet appareil a été retrouvé.
agreement-draft-start-over = Repartir de zéro
agreement-the-academy = l’académie
agreement-the-authority = la collectivité
agreement-state = { $state ->
    [draft] En préparation
    [proposed] Proposée
    [signed-by-one] Signée par une partie
    [active] En vigueur
    [notice] Mise en demeure
    [conciliation] Conciliation en cours
    [termination-notice] Résiliation annoncée
    [terminated] Résiliée
    [expired] Arrivée à son terme
    [renewed] Renouvelée
    [refused] Refusée
   *[cancelled] Annulée
}
agreement-awaited = Ce qui est attendu
agreement-awaited-academy = { $step ->
    [draft] Vérifiez les écoles et les parties, puis proposez la convention.
    [decision] La collectivité doit faire délibérer son conseil. L’académie peut signer dès maintenant.
    [decision-signed] L’académie a signé. La collectivité doit faire délibérer son conseil, puis signer.
    [both] La délibération autorise la signature : les deux signatures sont attendues.
    [academy] La collectivité a signé : la signature de l’académie est attendue.
    [authority] L’académie a signé et la délibération autorise la signature : celle de la collectivité est attendue.
    [active] La convention est en vigueur. Rien n’est attendu avant son terme, hors de la participation.
    [notice] Une mise en demeure court : les parties ont un mois pour se concilier.
    [conciliation] Les parties cherchent un accord.
    [termination-notice] La convention prendra fin à la date annoncée par la lettre de résiliation.
    [terminated] La convention a été résiliée.
    [expired] La convention est arrivée à son terme.
    [renewed] La convention est arrivée à son terme. Celle de l’année suivante est préparée.
    [refused] La collectivité a refusé la convention. Vous pouvez la préparer de nouveau, ou l’annuler.
   *[cancelled] La convention est annulée. Vous pouvez la préparer de nouveau.
}
agreement-awaited-authority = { $step ->
    [draft] L’académie prépare la convention : son montant et ses documents seront ici quand elle sera proposée. Vous pouvez déjà vérifier la liste des écoles.
    [decision] Faites délibérer votre conseil : le projet de délibération et la note explicative sont prêts. Saisissez ensuite la délibération ici.
    [decision-signed] L’académie a signé. Faites délibérer votre conseil, saisissez la délibération ici, puis signez.
    [both] Votre délibération autorise la signature : signez la convention, puis notez ici la signature ou déposez le scan.
    [academy] Vous avez signé : la signature de l’académie est attendue.
    [authority] L’académie a signé et votre délibération autorise la signature : votre signature est attendue.
    [active] La convention est en vigueur : vos écoles sont couvertes jusqu’à son terme.
    [notice] Une mise en demeure court : les parties ont un mois pour se concilier.
    [conciliation] Les parties cherchent un accord.
    [termination-notice] La convention prendra fin à la date annoncée par la lettre de résiliation.
    [terminated] La convention a été résiliée.
    [expired] La convention est arrivée à son terme.
    [renewed] La convention est arrivée à son terme. Celle de l’année suivante est préparée.
    [refused] Vous avez refusé la convention.
   *[cancelled] L’académie a annulé la convention.
}
agreement-with-reason = { $words } Motif : { $reason }
agreement-in-short = En résumé
agreement-authority = Collectivité
agreement-siret = SIRET
agreement-representative = Représentant légal
agreement-contact = Contact
agreement-academy = Académie
agreement-year = Année scolaire
agreement-price = Participation par école
agreement-proposed-on = Proposée le
agreement-effective-on = Prend effet le
agreement-ends-on = Prend fin le
agreement-ended-on = A pris fin avant terme le
agreement-schools = Écoles inscrites
agreement-no-school = Aucune école n’est inscrite sur cette convention.
agreement-see-schools = Voir les écoles
agreement-amount = Participation : { $amount } ({ $words })
agreement-documents = Documents
agreement-convention-pdf = Convention
agreement-annex-pdf = Annexe des écoles
agreement-decision-pdf = Projet de délibération
agreement-note-pdf = Note explicative
agreement-letter-pdf = Courrier d’envoi
agreement-signatures = Signatures
agreement-not-signed = Pas encore signée
agreement-signed = Signée le { $day } ({ $place }) par { $who }
agreement-papers = Pièces
agreement-no-paper = Aucune pièce n’a été déposée.
agreement-paper-nature = Nature de la pièce
agreement-nature = { $topic ->
    [signed-agreement] Convention signée
    [decision] Extrait de la délibération
   *[other] Autre pièce
}
agreement-paper-about = { $nature }, { $when }
agreement-paper-keep = Déposer la pièce
agreement-paper-kept = La pièce est déposée.
agreement-history = Historique
agreement-step = { $verb ->
    [prepared] Convention préparée
    [school-added] École ajoutée
    [school-removed] École retirée
    [proposed] Proposée à la collectivité
    [decided] Délibération saisie
    [signed] Signature notée
    [signature-taken-back] Signature retirée
    [refused] Refusée
    [cancelled] Annulée
    [notice-given] Mise en demeure
    [conciliated] Conciliation
    [settled] Accord trouvé
    [termination-sent] Lettre de résiliation
    [ended] Fin de la convention
    [went-to-court] Tribunal saisi
    [sum-requested] Titre de perception demandé
    [sum-changed] Suivi de la participation
    [reminded] Rappel envoyé
    [paper-added] Pièce déposée
   *[renewed] Convention de l’année suivante préparée
}
agreement-step-with = { $what } : { $detail }
agreement-step-at = { $told } ({ $when })
agreement-step-by = { $told } ({ $who }, { $when })
step-decided-detail = { $outcome ->
    [adoptee] adoptée
   *[rejetee] rejetée
} le { $day }
step-signed-detail = { $party ->
    [academy] celle de l’académie
   *[authority] celle de la collectivité
}, le { $day }
step-taken-back-detail = { $party ->
    [academy] celle de l’académie
   *[authority] celle de la collectivité
}, { $reason }

# A scan.
scan-label = Document numérisé
scan-hint = Un PDF ou une image, de 20 Mo au plus.
scan-missing = Choisissez le document à déposer.
scan-too-many = Une convention garde { $most } pièces au plus : celles-ci seraient de trop.

# Proposing, refusing, cancelling.
propose = Proposer la convention
propose-no-school = Aucune école n’est inscrite : la convention ne peut pas être proposée.
proposed = La convention est proposée. La collectivité n’a pas d’adresse électronique : envoyez-lui le courrier.
proposed-and-written = La convention est proposée, et la collectivité en est avertie par courriel.
ending-reason = Motif
ending-refuse = Refuser la convention
ending-refuse-explained = La collectivité ne conclura pas cette convention. Le motif est lu par les deux parties.
ending-refused = Le refus est enregistré.
ending-cancel = Annuler la convention
ending-cancel-explained = La convention ne sera pas conclue, et ses écoles pourront être inscrites sur une autre. Le motif est lu par les deux parties.
ending-cancelled = La convention est annulée.
ending-prepare-again = Remettre en préparation
ending-prepared-again = La convention est de nouveau en préparation.

# Signatures.
signature-enter = Noter une signature
signature-explained = L’ordre des signatures est libre. La convention prend effet le jour de la dernière. La collectivité signe après la délibération qui l’y autorise.
signature-party = Qui a signé ?
signature-party-wrong = Choisissez une partie qui n’a pas encore signé.
signature-day = Date de la signature
signature-day-missing = Donnez la date de la signature.
signature-before-proposal = La convention a été proposée le { $day } : elle n’a pas pu être signée avant.
signature-to-come = Cette date n’est pas encore venue.
signature-after-end = La convention a pris fin le { $day } : elle n’a pas pu être signée après.
signature-not-authorised = La collectivité ne peut pas signer : aucune délibération adoptée ne l’y autorise. Saisissez d’abord la délibération.
signature-before-decision = La délibération est du { $day } : la collectivité n’a pas pu signer avant.
signature-place = Lieu
signature-name = Nom du signataire
signature-quality = Qualité du signataire
signature-of-other = { $party ->
    [academy] Noter plutôt celle de l’académie
   *[authority] Noter plutôt celle de la collectivité
}
signature-name-of-other = { $party ->
    [academy] Cette personne signe pour la collectivité : indiquez qui a signé pour l’académie.
   *[authority] Cette personne signe pour l’académie : indiquez qui a signé pour la collectivité.
}
signature-text-wrong = À remplir, en { $most } caractères au plus.
signature-noted = La signature est notée.
signature-in-force = Les deux parties ont signé : la convention est en vigueur.
signature-take-back = Retirer la signature
signature-take-back-explained = La signature de { $party } a été notée par erreur : elle est retirée, et la convention l’attend de nouveau.
signature-taken-back = La signature est retirée.

# The council's decision.
decision-title = Délibération
decision-none = Aucune délibération n’a été saisie.
decision-enter = Saisir la délibération
decision-change = Compléter la délibération
decision-explained = Recopiez l’extrait tel qu’il est. Seuls le résultat et la date de la séance sont nécessaires, et la séance doit avoir eu lieu. Le reste, s’il ne concorde pas, sera signalé sans être refusé.
decision-outcome = Résultat
decision-outcome-missing = Dites si la délibération a été adoptée ou rejetée.
decision-outcome-told = { $outcome ->
    [adoptee] Adoptée
   *[rejetee] Rejetée
}
decision-adopted = Adoptée
decision-rejected = Rejetée : la convention sera refusée
decision-authorises = La délibération autorise la signature de la convention
decision-authorises-hint = Sans cette autorisation, la collectivité ne peut pas signer.
decision-authorises-short = Autorise la signature
decision-yes = Oui
decision-no = Non
decision-amount = Montant indiqué
decision-amount-hint = Celui de la convention est de { $amount }.
decision-amount-wrong = Écrivez un montant en euros, comme 135,00.
decision-group-session = La séance
decision-group-counts = Le décompte
decision-group-names = Les noms
decision-group-extract = L’extrait
decision-held = Date de la séance
decision-convened = Date de la convocation
decision-session = Numéro de la séance
decision-number = Numéro de la délibération
decision-theme = Thème
decision-place = Lieu de la séance
decision-chair = Présidence
decision-secretary = Secrétaire de séance
decision-members = Membres du conseil
decision-in-office = Membres en exercice
decision-present = Présents
decision-absent = Absents
decision-cast = Votes exprimés
decision-for = Pour
decision-against = Contre
decision-abstained = Abstentions
decision-names-present = Noms des présents
decision-names-absent = Noms des absents
decision-names-excused = Noms des excusés
decision-names-hint = Un nom par ligne.
decision-proxies = Procurations
decision-proxies-hint = Une par ligne : qui → à qui.
decision-names-too-long = Trop de noms, ou un nom trop long.
decision-certified = Extrait certifié le
decision-received = Reçue par la préfecture le
decision-day-missing = Donnez la date de la séance.
decision-day-wrong = Cette date n’existe pas.
decision-count-wrong = Écrivez un nombre de 0 à 999.
decision-text-too-long = { $most } caractères au plus.
decision-signed-by-it = La collectivité a signé le { $day } en vertu de cette délibération : elle doit rester adoptée, autoriser la signature et ne pas lui être postérieure.
decision-save = Enregistrer la délibération
decision-entered = La délibération est enregistrée.
decision-entered-rejected = La délibération est enregistrée : la convention est refusée.

# What does not fit together.
check-academy-unknown = Le nom de l’académie ou son signataire n’est pas renseigné : la convention le laissera en blanc.
check-siret-missing = Le SIRET de la collectivité n’est pas renseigné : la convention le laissera en blanc.
check-address-missing = L’adresse de la collectivité n’est pas renseignée : la convention la laissera en blanc.
check-representative-missing = Le représentant légal de la collectivité ou sa qualité n’est pas renseigné : la convention le laissera en blanc.
check-mandate-over = Le mandat du représentant légal de la collectivité a pris fin le { $day }.
check-amount = La délibération indique { $stated }, et la convention { $amount }.
check-convened-after = La convocation est datée du { $convened }, après la séance du { $held }.
check-certified-before = L’extrait est certifié le { $day }, avant la séance du { $held }.
check-received-before = La préfecture a reçu l’extrait le { $day }, avant la séance du { $held }.
check-in-office = La délibération compte { $serving } membres en exercice pour un conseil de { $members } membres.
check-session-to-come = La séance est datée du { $day }, qui n’est pas encore venu.
check-not-authorising = La délibération est adoptée, mais n’autorise pas la signature.
check-presence = La délibération compte { $present } présents et { $absent } absents pour { $members } membres.
check-votes = Les votes ne font pas le total : { $favour } pour, { $against } contre, { $abstained } abstentions, { $cast } exprimés.
check-listed = La liste des { $who } a { $listed ->
    [one] { $listed } nom
   *[other] { $listed } noms
}, et la délibération en compte { $stated }.
check-listed-present = présents
check-listed-absent = absents et excusés
check-twice = À la fois parmi les présents et parmi les absents : { $names }
check-cast = La délibération compte { $cast } votes exprimés pour { $present } présents et { $proxies ->
    [one] { $proxies } procuration.
   *[other] { $proxies } procurations.
}
check-proxy = Une procuration ne dit pas à qui elle est donnée.

# Letters to the other side.
letter-agreement-subject = Convention { $year } pour l’ENT des écoles · { $authority }
letter-agreement-news = La convention n° { $number } ({ $authority }, année scolaire { $year }) { $news ->
    [proposed] est proposée par l’académie. Le texte, un projet de délibération et une note explicative sont prêts.
    [decided] a sa délibération : elle vient d’être saisie ou modifiée.
    [signed] vient d’être signée par une partie.
    [in-force] est signée par les deux parties : elle est en vigueur.
    [refused] est refusée par la collectivité.
    [cancelled] est annulée par l’académie.
    [prepared-again] est de nouveau en préparation.
   *[taken-back] a une signature de moins : elle avait été notée par erreur.
}
letter-agreement-link = La page de la convention : { $link }

# Documents.
document-convention = Convention de partenariat pour l’espace numérique de travail des écoles
document-annex = Annexe : écoles inscrites
document-decision = Projet de délibération
document-note = Note explicative de synthèse
document-letter = Convention pour l’espace numérique de travail, année scolaire { $year }
document-year = Année scolaire { $year }
document-number = Convention n° { $number }
document-reference = Référence : convention n° { $number }
document-about = Convention n° { $number } · Année scolaire { $year }
document-project = Projet · { $about }
document-schools = Écoles inscrites pour l’année scolaire { $year }
document-uai = UAI
document-school = École
document-amount = Participation
document-total = Total
document-count = { $count ->
    [one] { $count } école
   *[other] { $count } écoles
}
document-sum = Montant total : { $amount } ({ $words })
document-signatures = Signatures
document-for-academy = Pour l’académie
document-for-authority = Pour la collectivité
document-signed = Signé : { $place }, le { $day }
document-chair = La présidence de séance
document-secretary = Le secrétariat de séance
document-council = conseil municipal
document-assembly-of-grouping = conseil du groupement

# The articles.
articles-title = Articles de la convention
articles-lead = Une convention proposée garde les articles de sa version. Modifier une version en vigueur en prépare une nouvelle.
articles-versions = Versions des articles
articles-version = Version
articles-version-number = Version { $number }
articles-version-title = Articles de la convention, version { $number }
articles-note = Ce que cette version change
articles-made = Rédigée le
articles-state = État
articles-in-force = En vigueur
articles-not-in-force = Pas en vigueur
articles-first = Première rédaction
articles-about-draft = Cette version n’est pas en vigueur et aucune convention ne l’utilise : elle peut être modifiée.
articles-about-kept = Cette version est en vigueur, ou une convention l’utilise : vos changements seront gardés dans une nouvelle version.
articles-about-read = La région académique rédige les articles. Vous pouvez les lire.
articles-how = Comment écrire un article
articles-marks = Une ligne vide sépare deux paragraphes. Une ligne qui commence par un tiret et une espace est un point d’une liste ; par deux dièses et une espace, un sous-titre.
articles-variables = Ces mots entre accolades sont remplacés dans chaque convention :
articles-article-title = Titre de l’article
articles-article-body = Texte de l’article
articles-title-missing = Il manque un titre.
articles-body-missing = Il manque un texte.
articles-none = Une convention a au moins un article.
articles-unknown = Accolade seule ou mot inconnu entre accolades : { $words }
articles-preview = Voir l’aperçu
articles-save = Enregistrer les articles
articles-save-new = Enregistrer une nouvelle version
articles-saved = La version { $number } est enregistrée.
articles-put-in-force = Mettre en vigueur
articles-put-in-force-done = La version { $number } est en vigueur : les prochaines conventions l’utiliseront.
articles-example = Commune (exemple)
articles-example-school = École (exemple)

# From one year to the next.
renewal-done = { $count ->
    [0] Aucune convention à préparer : toutes le sont déjà.
    [one] Une convention est préparée.
   *[other] { $count } conventions sont préparées.
}

# The board.
board-title = Tableau des conventions
board-search = Collectivité, SIRET, UAI ou numéro
board-search-hint = Accents, tirets et apostrophes sont sans importance.
board-any-state = Tous les états
board-any-pending = Tout
board-any-academy = Toutes les académies
board-pending = { $pending ->
    [demandes] Inscriptions à confirmer
   *[sans-reponse] Sans réponse depuis un mois
}
board-agreements = Conventions
board-agreement = Convention
board-state-awaited = État, et ce qui est attendu
board-list = Conventions de l’année
board-counted = { $count ->
    [0] Aucune convention
    [one] { $count } convention
   *[other] { $count } conventions
}
board-none = Aucune convention ne correspond.
board-pages = Pages de la liste des conventions
board-step = { $step ->
    [draft] Académie : proposer
    [decision] Collectivité : délibérer
    [decision-signed] Collectivité : délibérer, puis signer
    [both] Les deux parties : signer
    [authority] Collectivité : signer
    [academy] Académie : signer
    [notice] Les deux parties : se concilier
    [conciliation] Les deux parties : se concilier
    [refused] Académie : préparer de nouveau ou annuler
   *[over] { "" }
}
board-since = { $what }, depuis le { $day }
board-since-reminded = { $told } · relancée le { $day }
board-propose = Proposer les conventions cochées
board-remind = Relancer les collectivités cochées
board-whole = Toutes les conventions de cette page
board-acts-hint = Une convention en préparation se propose ; une collectivité se relance quand sa délibération ou sa signature est attendue. Les autres cases cochées ne changent rien, et sont signalées.
board-none-ticked = Cochez au moins une convention.
board-state-changed = elle n’est pas dans l’état qui le permet
board-proposed = { $count ->
    [one] Une convention est proposée.
   *[other] { $count } conventions sont proposées.
}
board-reminded = { $count ->
    [one] Une collectivité est relancée.
   *[other] { $count } collectivités sont relancées.
}
board-refused = { $count ->
    [one] Une convention est restée comme elle était.
   *[other] { $count } conventions sont restées comme elles étaient.
}
board-refused-line = { $number } · { $authority } : { $why }
board-all-title = Proposer ensemble
board-all-about = Toutes les conventions en préparation de ce filtre qui ont au moins une école sont proposées, et chaque collectivité qui a une adresse électronique en est avertie.
board-all-sure = Les écoles et les parties sont vérifiées : tout peut partir
board-all-unsure = Cochez cette case pour que tout parte.
board-all = Proposer les { $count } conventions en préparation
board-all-ordered = Les conventions sont en cours de proposition : rouvrez ce tableau dans quelques minutes.
board-csv = Télécharger la liste (CSV)
board-file = conventions-{ $year }.csv
board-columns = Convention;Collectivité;SIRET;Courriel;Département;Écoles;Montant;État;Attendu;Depuis;Proposée le;Signée par l’académie le;Signée par la collectivité le;Prend effet le;Prend fin le

# The page of a commune.
commune-sheet = Voir la fiche de la collectivité
commune-campaign = Les inscriptions pour l’année scolaire { $year } sont ouvertes jusqu’au { $closes }. Vos écoles n’y sont pas encore inscrites.
commune-decide = Faire délibérer le conseil
commune-sign = Signer
commune-open = Ouvrir la convention
commune-contact = Contact de l’académie
commune-over = Années précédentes
commune-ended = A pris fin le

# The one line of a head.
coverage-until = École couverte jusqu’au { $day }
coverage-on-its-way = Convention en cours de signature
coverage-none = École non couverte

# Reminders.
remind-decide = délibération du conseil, puis signature
remind-sign = signature : la délibération l’autorise
remind-already = elle a déjà été relancée aujourd’hui
remind-no-address = la collectivité n’a pas d’adresse électronique
remind-waiting = La convention n° { $number }, proposée le { $proposed }, attend encore quelque chose de vous ({ $asked }).
remind-closing-subject = Campagne { $year } : des inscriptions à confirmer
remind-closing = Les inscriptions de la campagne { $year } se terminent le { $closes }. { $schools ->
    [one] Une école demandée par sa commune attend d’être confirmée.
   *[other] { $schools } écoles demandées par leurs communes attendent d’être confirmées.
}
remind-mandate = Le mandat de la personne qui représente la collectivité a pris fin le { $day }. Vérifiez qui la représente avant de faire signer la convention.
remind-ending = La convention n° { $number } prend fin le { $day }. Les inscriptions pour l’année { $year } sont ouvertes jusqu’au { $closes } : inscrivez vos écoles pour qu’elles restent couvertes.
remind-ending-step = inscriptions { $year } ouvertes

# What awaits somebody.
task-requests = { $count ->
    [one] { $count } inscription à confirmer
   *[other] { $count } inscriptions à confirmer
}
task-requests-act = Confirmer
task-silent = { $count ->
    [one] { $count } convention sans réponse depuis { $days } jours
   *[other] { $count } conventions sans réponse depuis { $days } jours
}
task-silent-act = Relancer
task-campaign = Campagne { $year }
task-decide = Faire délibérer le conseil : convention { $year }
task-decide-act = Délibérer
task-sign = Signer la convention { $year }
