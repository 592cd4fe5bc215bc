# Words of conventions between the région académique and the communes.

# The page of a convention.
agreement-title = Convention { $year } · { $authority }
agreement-number = Convention n° { $number }
agreement-back = Revenir sans enregistrer
agreement-optional = facultatif
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
    [draft] L’académie prépare la convention. Vous pouvez vérifier la liste des écoles.
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
agreement-see-sum = Voir la participation
agreement-see-breach = Voir les manquements
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
step-decided-detail = { $outcome ->
    [adoptee] adoptée
   *[rejetee] rejetée
} le { $day }
step-signed-detail = { $party ->
    [academy] académie
   *[authority] collectivité
}, le { $day }
step-taken-back-detail = { $party ->
    [academy] académie
   *[authority] collectivité
}, { $reason }

# A scan.
scan-label = Document numérisé
scan-hint = Un PDF ou une image, de 20 Mo au plus.
scan-missing = Choisissez le document à déposer.
scan-too-many = Cette convention a déjà { $most } pièces : aucune autre n’est acceptée.

# Proposing, refusing, cancelling.
propose = Proposer la convention
propose-no-school = Aucune école n’est inscrite : la convention ne peut pas être proposée.
proposed = La convention est proposée. La collectivité n’a pas d’adresse électronique : envoyez-lui le courrier.
proposed-and-written = La convention est proposée, et la collectivité en est avertie par courriel.
ending-reason = Motif
ending-reason-wrong = Donnez un motif, en { $most } caractères au plus.
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
decision-explained = Recopiez l’extrait tel qu’il est. Seuls le résultat et la date de la séance sont nécessaires. Ce qui ne concorde pas sera signalé, jamais refusé.
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
check-not-authorising = La délibération est adoptée, mais n’autorise pas la signature.
check-presence = La délibération compte { $present } présents et { $absent } absents pour { $members } membres.
check-votes = Les votes ne font pas le total : { $favour } pour, { $against } contre, { $abstained } abstentions, { $cast } exprimés.
check-listed = La liste des { $who } a { $listed } noms, et la délibération en compte { $stated }.
check-listed-present = présents
check-listed-absent = absents et excusés
check-twice = À la fois parmi les présents et parmi les absents : { $names }
check-cast = La délibération compte { $cast } votes exprimés pour { $present } présents et { $proxies } procurations.
check-proxy = Une procuration ne dit pas à qui elle est donnée.

# Letters to the other side.
letter-agreement-subject = Convention { $year } pour l’ENT des écoles · { $authority }
letter-agreement-hello = Bonjour,
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
letter-agreement-end = L’équipe de l’ENT. Cette adresse ne reçoit pas de réponse.

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

# From one year to the next.
renewal-done = { $count ->
    [0] Aucune convention à préparer : toutes le sont déjà.
    [one] Une convention est préparée.
   *[other] { $count } conventions sont préparées.
}
