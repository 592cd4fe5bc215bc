# Words of data protection and accessibility.

# What several pages share.
too-long = C’est trop long.
optional = facultatif
give-up = Renoncer
external = (lien externe)
print-pdf = Imprimer (PDF)
export-csv = Exporter (CSV)
back-to-space = Revenir à l’espace « Données »
draft-restored = Ce qui avait été tapé sur cet appareil a été retrouvé.
draft-start-over = Repartir de zéro
address-wrong = Cette adresse électronique ne peut pas être utilisée : vérifiez-la.
at-hour = { $day } à { $hour }
days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
months = { $count ->
    [one] { $count } mois
   *[other] { $count } mois
}
years = { $count ->
    [one] { $count } an
   *[other] { $count } ans
}

# Who answers for the processing.
controller-region = La région académique
controller-rector = Représentée par son recteur
controller-by = Représentée par { $signatory }
controller-no-officer = Le nom du délégué à la protection des données n’est pas encore renseigné. Écrivez-lui par le rectorat de votre académie.
controller-no-host = L’hébergeur n’est pas encore renseigné. Le rectorat donne son nom et ses coordonnées à qui les demande.

# The register of processing.
register-title = Registre des traitements
register-heading = Registre des activités de traitement
register-lead = Ce que le service fait des données, traitement par traitement (RGPD, article 30). Les fiches sont livrées avec le produit ; vous pouvez les préciser et en ajouter.
register-controller = Responsable de traitement
register-officer = Délégué à la protection des données
register-host = Hébergeur, sous-traitant
register-entry = Traitement
register-purposes = Finalités
register-ground = Base légale
register-persons = Personnes concernées
register-data = Catégories de données
register-recipients = Destinataires
register-transfers = Transferts hors de l’Union européenne
register-retention = Durées de conservation
register-measures = Mesures de sécurité
register-no-time = À préciser par la région.
register-state = État de la fiche
register-of-product = Livrée avec le produit
register-amended = Modifiée : { $when }
register-of-region = Ajoutée par la région : { $when }
register-ended = Traitement terminé : { $when }
register-ended-title = { $title } (traitement terminé)
register-outdated = Le texte livré avec le produit a changé depuis cette modification. Relisez la fiche : elle garde votre texte tant que vous ne l’écrivez pas à nouveau.
register-versions = Versions
register-version = Version { $number } · { $name } · { $when }
register-back = Revenir au registre
register-back-entry = Revenir à la fiche en vigueur
register-printed = État au { $when }
register-columns = Traitement;Finalités;Base légale;Personnes concernées;Catégories de données;Destinataires;Transferts hors de l’Union européenne;Durées de conservation;Mesures de sécurité;Responsable de traitement;Délégué à la protection des données;Hébergeur
register-file-pdf = registre-des-traitements.pdf
register-file-csv = registre-des-traitements.csv
register-add = Ajouter un traitement
register-add-about = Un traitement propre à la région, que le produit ne fait pas de lui-même.
register-amend = Modifier la fiche
register-amend-about = La fiche en vigueur garde son historique : chaque modification est une version, avec son auteur et sa date.
register-a-line = Un élément par ligne.
register-kept = Autres durées de conservation
register-kept-hint = Une par ligne. Les durées que le service applique de lui-même viennent de « Conservation » et s’y changent.
register-end = Ce traitement a pris fin
register-note = Pourquoi cette fiche est écrite ou modifiée
register-save = Enregistrer la fiche
register-saved = La fiche est enregistrée.
register-title-missing = Il faut nommer le traitement.
register-purposes-missing = Il faut dire à quoi sert ce traitement.
register-ground-missing = Il faut une base légale.
register-persons-missing = Il faut dire quelles personnes sont concernées.
register-data-missing = Il faut dire quelles données sont traitées.
register-recipients-missing = Il faut dire qui reçoit ces données.
register-transfers-missing = Il faut dire s’il y a des transferts, ou qu’il n’y en a aucun.
register-measures-missing = Il faut dire comment ces données sont protégées.
register-note-missing = Dites en quelques mots pourquoi.

# The schedule, in the register and in the notices.
schedule-line = { $label } : { $time }
standing-not-yet = Pas encore exécutée
standing-done = À jour
standing-goes-on = { $count ->
    [one] La suite la nuit prochaine : { $count } ligne
   *[other] La suite la nuit prochaine : { $count } lignes
}
standing-late = { $count ->
    [0] En retard : la dernière nuit n’a pas abouti
    [one] En retard : { $count } ligne à effacer
   *[other] En retard : { $count } lignes à effacer
}

# Retention.
retention-title = Conservation des données
retention-lead = Chaque nuit, le service efface ce qui a dépassé son terme et en garde la preuve : combien de lignes, jusqu’à quelle date, ce qui reste.
retention-rules = Durées en vigueur
retention-data = Donnée
retention-time = Durée
retention-why = Décompte et raison
retention-last = Dernière nuit
retention-erased = Lignes effacées en un an
retention-state = État
retention-late = { $count ->
    [one] { $count } règle est en retard : des données ont dépassé leur terme, ou la dernière nuit n’a pas abouti.
   *[other] { $count } règles sont en retard : des données ont dépassé leur terme, ou la dernière nuit n’a pas abouti.
}
retention-nights = Preuves d’effacement
retention-nights-about = Les nuits des { $count } derniers jours où quelque chose a été effacé, ou aurait dû l’être.
retention-no-night = Rien n’a encore dépassé son terme.
retention-night = Journée close
retention-before = Effacé avant le
retention-erased-night = Lignes effacées
retention-left = Reste
retention-without = Ce que rien n’efface encore automatiquement
retention-without-about = Ces données n’ont pas de terme que le service applique seul, et nous disons pourquoi. L’archive de fin d’année, qui les classera puis les effacera à leur terme, reste à faire. D’ici là, elles sont gardées.
without-classes = Billets, photos, commentaires, mots du carnet avec leurs réponses, actualités : gardés jusqu’à l’archive de l’année scolaire, parce que les classes s’en servent toute l’année.
without-messages = Messages reçus et envoyés : gardés jusqu’à l’archive de l’année scolaire ; chacun peut mettre les siens à la corbeille. Les brouillons ont une durée.
without-protection = Signalements et demandes de parler à un adulte : gardés jusqu’à l’archive de l’année scolaire, pour protéger les enfants. Réponses sur le droit à l’image : gardées la vie du compte, pour prouver ce qui a été autorisé.
without-town = Demandes des écoles à la mairie, menus, avis et pages publiques ; présences aux formations : gardés tant que leurs auteurs ou l’académie ne les retirent pas.
without-agreements = Conventions, délibérations, signatures et sommes dues : dix ans au moins (comptabilité et archives publiques), puis tri par l’académie avec les archives départementales.
without-registers = Registre des traitements et cahier des violations : sans limite, le règlement demande de pouvoir les présenter.
retention-now = Lancer l’effacement maintenant
retention-asked = L’effacement est lancé. Rechargez cette page dans quelques minutes pour en lire la preuve.
retention-choose = Choisir une durée
retention-choose-about = La région choisit dans les limites que les textes et le fonctionnement du service permettent. La nouvelle durée s’applique dès la nuit suivante ; ce qui est effacé ne revient pas.
retention-rule = Règle
retention-option = { $label } ({ $least } à { $most } jours)
retention-days = Nombre de jours
retention-bounds = Il faut un nombre de jours entre { $least } et { $most }.
retention-save = Enregistrer la durée
retention-saved = { $label } : { $time }. La durée est enregistrée.
retention-file = conservation-des-donnees.pdf
retention-in-short = { $late ->
    [0] À jour
    [one] { $late } règle en retard
   *[other] { $late } règles en retard
}
rule-sessions = Connexions terminées
rule-sessions-why = Depuis la fin de la connexion : elle ne sert plus à rien.
rule-audit = Journal des actions sensibles et des connexions refusées
rule-audit-why = Depuis l’action. Six à douze mois en règle générale, trois ans au plus si un contrôle interne documenté le demande (CNIL, délibération 2021-122).
rule-accesses = Consultations de dossiers (« Qui a vu mes données ? »)
rule-accesses-why = Depuis la dernière consultation du jour : aussi longtemps que le journal, pour pouvoir répondre à la personne.
rule-notifications = Avis reçus sur la page d’accueil
rule-notifications-why = Depuis l’avis : une année scolaire, pour y revenir.
rule-outings = Traces des courriels et notifications envoyés
rule-outings-why = Depuis l’envoi : le temps de savoir pourquoi quelqu’un n’a rien reçu.
rule-feed = Dernière visite de la page d’accueil
rule-feed-why = Depuis cette visite : au-delà d’un an, elle ne dit plus ce qui est nouveau.
rule-devices = Appareils désabonnés des notifications
rule-devices-why = Depuis le désabonnement.
rule-bounces = Adresses électroniques qui ne reçoivent pas
rule-bounces-why = Depuis le refus : un essai sera fait à nouveau ensuite.
rule-deposits = Fichiers déposés et jamais joints
rule-deposits-why = Depuis le dépôt. Le service les retire au bout de deux jours ; cette règle le vérifie et rattrape ce qui a échoué.
rule-jobs = Tâches techniques en échec
rule-jobs-why = Depuis l’échec : le temps d’en chercher la cause.
rule-reports = Signalements de défaut d’accessibilité
rule-reports-why = Depuis la réponse.
rule-kept-texts = Billets et actualités modifiés après le départ d’un élève : leur texte d’avant
rule-kept-texts-why = Depuis la modification : le temps que ceux qui ont quitté la classe les relisent.

# Breaches of personal data.
breach-title = Violations de données
breach-lead = Toute violation est consignée, même sans risque (RGPD, article 33). Rien ne s’efface de ce cahier.
breach-none = Aucune violation n’est consignée.
breach-enter = Consigner une violation
breach-entered = La violation est consignée. Le délai de 72 heures court depuis sa découverte.
breach-followed = C’est consigné.
breach-correct = Compléter ou corriger les faits
breach-print = Imprimer la fiche (PDF)
breach-named = Violation n° { $number }
breach-number = Numéro
breach-state = État
breach-open = Ouverte
breach-closed = Close
breach-back = Revenir au cahier des violations
breach-facts = Ce que l’on sait
breach-form-about = Écrivez ce que l’on sait à cette heure : tout se complète ensuite. Ne nommez pas les personnes concernées.
breach-day = Jour de la découverte
breach-hour = Heure de la découverte
breach-discovered = Découverte
breach-happened = Survenue
breach-natures = Ce qui a été atteint
breach-story = Ce qui s’est passé
breach-story-hint = Comment, où, par qui la violation a été découverte.
breach-people = Personnes concernées
breach-people-count = Nombre approximatif de personnes
breach-data = Données concernées
breach-records-count = Nombre approximatif d’enregistrements
breach-consequences = Conséquences probables
breach-measures = Mesures prises ou prévues
breach-risk = Risque pour les personnes
breach-reason = Pourquoi les faits sont complétés ou corrigés
breach-save = Consigner
breach-when-wrong = Il faut un jour et une heure de découverte.
breach-when-to-come = La découverte ne peut pas être à venir.
breach-missing = Il faut quelques mots, même provisoires.
breach-nature-missing = Cochez au moins ce qui a été atteint.
breach-count-wrong = Il faut un nombre, ou rien.
breach-risk-missing = Il faut estimer le risque ; vous pourrez le revoir.
breach-reason-missing = Dites en quelques mots pourquoi.
breach-notification = Notification à la CNIL
breach-telling = Information des personnes
breach-closing = Clôture
breach-notified-at = Notifiée le { $when }, référence { $reference }.
breach-late-because = Au-delà de 72 heures : { $why }
breach-not-notified = Non notifiée : { $why }
breach-notify-before = À notifier au plus tard le { $when }.
breach-notify-late = En retard : à notifier sans attendre. Le délai a pris fin le { $when }.
breach-told-at = Informées le { $when } : { $how }
breach-not-told = Non informées : { $why }
breach-to-tell = À informer dans les meilleurs délais.
breach-need-not-tell = Non exigée à ce niveau de risque.
breach-timeline = Suivi
breach-columns = Découverte;Survenue;Ce qui a été atteint;Ce qui s’est passé;Personnes concernées;Nombre de personnes;Données concernées;Nombre d’enregistrements;Conséquences probables;Mesures;Risque;Notification à la CNIL;Information des personnes;Clôture
breach-file = violation-{ $number }.pdf
breach-file-csv = cahier-des-violations.csv
breach-task-open = À suivre jusqu’à sa clôture
breach-task-until = À notifier à la CNIL au plus tard le { $when }
breach-task-late = En retard : le délai de la CNIL a pris fin le { $when }
breach-task-close = Suivre
breach-task-notify = Notifier à la CNIL
breach-letter-subject = Violation de données n° { $number } : délai de notification
breach-letter =
    La violation de données n° { $number } n’est ni notifiée à la CNIL, ni classée sans risque. Le délai de 72 heures prend fin le { $when }.

    Pour la suivre : { $address }

    Ce courriel ne contient aucune donnée concernée par la violation.
count-unknown = Inconnu à ce jour
not-said = Non précisé à ce jour
not-yet = Pas encore
nature-confidentiality = Confidentialité : des données ont été lues par qui n’y avait pas droit
nature-integrity = Intégrité : des données ont été modifiées
nature-availability = Disponibilité : des données ont été perdues ou n’ont plus été accessibles
risk-none = Improbable
risk-some = Risque
risk-high = Risque élevé
clock-title = Notification à la CNIL
clock-left = { $hours ->
    [one] Il reste { $hours } h
   *[other] Il reste { $hours } h
} { $minutes } min pour notifier la CNIL.
clock-over = { $hours ->
    [0] Le délai de 72 heures vient de prendre fin : notifiez sans attendre, en disant pourquoi ce retard.
    [one] Le délai de 72 heures est dépassé de { $hours } heure : notifiez sans attendre, en disant pourquoi ce retard.
   *[other] Le délai de 72 heures est dépassé de { $hours } heures : notifiez sans attendre, en disant pourquoi ce retard.
}
clock-notified = Notifiée à la CNIL
clock-reasoned = Non notifiée, avec un motif

# What is done about a breach.
act-question = Est-ce fait ?
act-day = Jour
act-hour = Heure
act-save = Consigner
act-missing = Dites si c’est fait.
act-when-wrong = Il faut un jour et une heure entre la découverte et maintenant.
act-how-missing = Cette précision est nécessaire.
act-late-missing = Au-delà de 72 heures, la CNIL demande pourquoi.
act-why-missing = Dites pourquoi.
act-must-notify = Avec un risque pour les personnes, la CNIL est notifiée. Sans risque, corrigez d’abord l’estimation du risque.
notify-title = Notifier à la CNIL
notify-about = La notification se fait sur le site de la CNIL, dans les 72 heures ; elle peut être complétée ensuite. Consignez-la ici, avec sa référence.
notify-about-late = Le délai de 72 heures est dépassé : la notification reste due, et dit pourquoi elle est tardive.
notify-done = La CNIL est notifiée
notify-not = La CNIL n’est pas notifiée : un risque pour les personnes est improbable
notify-reference = Référence donnée par la CNIL
notify-why = Pourquoi elle n’est pas notifiée, ou pourquoi elle l’est tardivement
tell-title = Informer les personnes
tell-about = Si le risque est élevé, les personnes sont informées dans les meilleurs délais, en termes simples (RGPD, article 34).
tell-done = Les personnes sont informées
tell-not = Elles ne le sont pas, et c’est motivé
tell-how = Comment et par quel texte
tell-why = Pourquoi elles ne sont pas informées
note-title = Ajouter au suivi
note-label = Ce qui est à noter
note-about = Une ligne de plus dans le suivi, datée et signée. Elle ne s’efface pas.
note-add = Ajouter au suivi
close-title = Clore
close-label = Ce qui a été fait, et ce qui change désormais
close-about = Une violation close ne se corrige plus ; le suivi reste ouvert aux compléments.
close-close = Clore la violation
close-not-notified = Avant de clore, consignez la notification à la CNIL, ou pourquoi elle n’est pas due.
close-not-told = Avant de clore, consignez l’information des personnes, ou pourquoi elles ne sont pas informées.
close-no-measure = Avant de clore, complétez les mesures prises.
step-when = Date
step-what = Fait
step-who = Par
step-detail = Précisions
step-entered = Consignée
step-corrected = Faits complétés
step-noted = Note
step-notified = CNIL notifiée
step-not-notified = CNIL non notifiée
step-told = Personnes informées
step-not-told = Personnes non informées
step-reminded-day = Rappel envoyé, plus de 24 heures après la découverte
step-reminded-last = Rappel envoyé, plus de 60 heures après la découverte
step-closed = Close
step-before = Avant · { $label } : { $text }
step-at = { $when } · { $how }

# Accessibility.
accessibility-title = Accessibilité
accessibility-lead = Chacun doit pouvoir utiliser ce service, avec ou sans handicap, quel que soit son appareil.
accessibility-law = La loi le demande aussi : c’est l’article 47 de la loi nº 2005-102 du 11 février 2005.
accessibility-state = État de conformité
accessibility-plan = Le schéma pluriannuel de mise en accessibilité et le plan d’actions de l’année ne sont pas encore publiés.
accessibility-made = Ce qui est déjà prévu
accessibility-keyboard = Les pages sont faites pour le clavier et pour les lecteurs d’écran.
accessibility-zoom = Elles s’adaptent aux petits écrans et au texte agrandi.
accessibility-colours = Les contrastes sont vérifiés. Une couleur n’est jamais seule à dire quelque chose.
accessibility-letters = Les élèves lisent avec des lettres dessinées pour apprendre à lire.
accessibility-gaps = Contenus non accessibles
accessibility-gaps-text = L’audit en dressera la liste. Nous savons déjà que des photos peuvent être publiées sans description.
accessibility-made-by = Établissement de cette déclaration
accessibility-made-by-text = Cette déclaration est écrite sans audit, par celles et ceux qui développent le logiciel. Elle sera refaite après le premier audit, puis au moins tous les trois ans.
accessibility-contact = Signaler une difficulté
accessibility-remedy = Voies de recours
accessibility-remedy-text = Vous avez signalé une difficulté qui vous empêche d’utiliser un contenu ou un service, et vous n’avez pas obtenu de réponse satisfaisante. Vous pouvez alors saisir le Défenseur des droits.
accessibility-remedy-form = Écrire au Défenseur des droits
accessibility-remedy-delegate = Joindre son délégué dans votre région
accessibility-remedy-letter = Par courrier, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07
accessibility-no-audit = Aucun audit n’a encore mesuré la conformité au référentiel général d’amélioration de l’accessibilité (RGAA), version { $version }. Tant qu’il n’a pas eu lieu, la loi veut que le service se déclare non conforme.
accessibility-audit-over = L’audit ne vaut plus depuis le { $day } : tant qu’il n’est pas refait, le service se déclare non conforme.
accessibility-under-half = L’audit a trouvé { $rate } % des critères respectés, soit moins de la moitié.
accessibility-over-half = L’audit a trouvé { $rate } % des critères respectés.
accessibility-all = L’audit a trouvé tous les critères respectés.
accessibility-results = Résultats de l’audit
accessibility-audit = Audit du { $day }, réalisé par { $auditor } selon le RGAA { $version } : { $rate } % des critères sont respectés.
accessibility-gaps-group = Non-conformités
accessibility-exempt-group = Contenus que la loi exempte
accessibility-burden-group = Dérogations pour charge disproportionnée, et leur raison
accessibility-scheme = Schéma pluriannuel et plan d’actions
accessibility-scheme-link = Lire le schéma pluriannuel de mise en accessibilité
accessibility-plan-link = Lire le plan d’actions de l’année
accessibility-written = Déclaration établie le { $day } par { $name }.
accessibility-contact-text = Un contenu ou un service vous est inaccessible ? Dites-le ici : une réponse vous est due dans la semaine. L’école peut aussi vous donner le contenu sous une autre forme.
accessibility-contact-address = Vous pouvez aussi écrire à { $address }.
accessibility-own = Vos signalements
barrier-words = Ce que vous n’avez pas pu faire ou lire
barrier-page = Sur quelle page
barrier-address = Votre adresse électronique
barrier-address-hint = Sans adresse, la réponse apparaîtra sur cette page.
barrier-send = Signaler la difficulté
barrier-told = Merci. Votre signalement est enregistré : une réponse vous est due dans la semaine.
barrier-missing = Dites en quelques mots ce qui ne va pas.
barrier-address-missing = Il faut une adresse pour vous répondre.
barrier-too-many = Trop de signalements viennent d’être reçus. Réessayez dans une heure.
barrier-waits = Réponse attendue au plus tard le { $day }
barrier-task = { $count ->
    [one] { $count } signalement d’accessibilité
   *[other] { $count } signalements d’accessibilité
}
barrier-task-about = Une réponse est due dans la semaine
barrier-task-act = Répondre
barrier-answer = Réponse
barrier-answer-send = Envoyer la réponse
barrier-answer-this = Répondre à ce signalement
barrier-answer-missing = Il faut une réponse.
barrier-answered = La réponse est enregistrée, et envoyée s’il y a une adresse.
barrier-answered-at = Signalement : { $told } · réponse : { $when }
barrier-due = Signalement : { $told } · réponse due au plus tard le { $day }
barrier-late = Signalement : { $told } · réponse en retard, elle était due le { $day }
barrier-letter-subject = Réponse à votre signalement d’accessibilité
barrier-letter =
    Vous nous avez signalé :
    { $words }

    Notre réponse :
    { $answer }

    Si elle ne vous satisfait pas, vous pouvez saisir le Défenseur des droits : https://formulaire.defenseurdesdroits.fr/
barriers-title = Signalements d’accessibilité
barriers-about = Une réponse est due dans la semaine, sauf demande complexe.
barriers-none = Personne n’a signalé de difficulté.
declaration-title = Déclaration d’accessibilité
declaration-about = Le pied de chaque page dit l’état de conformité : il suit du taux de l’audit. Chaque déclaration remplace la précédente, qui est gardée.
declaration-audit = Audit
declaration-audit-about = Sans audit, ou trois ans après lui, le service se déclare non conforme.
declaration-day = Jour de l’audit
declaration-version = Version du RGAA
declaration-version-now = 4.1.2
declaration-auditor = Réalisé par
declaration-rate = Taux de critères respectés, en pourcentage
declaration-rate-hint = Par exemple 72,5
declaration-scheme = Adresse du schéma pluriannuel
declaration-plan = Adresse du plan d’actions de l’année
declaration-contact = Adresse électronique de contact
declaration-save = Publier la déclaration
declaration-saved = La déclaration est publiée.
declaration-day-wrong = Il faut le jour de l’audit, qui ne peut pas être à venir.
declaration-auditor-missing = Il faut dire qui a réalisé l’audit.
declaration-version-missing = Il faut la version du RGAA.
declaration-rate-wrong = Il faut un taux entre 0 et 100.
declaration-empty = La déclaration est vide. Décrivez au moins ce qui n’est pas accessible, ou donnez les résultats d’un audit.
declaration-link-wrong = Il faut une adresse complète, qui commence par https://, ou rien.

# The notice for adults.
data-title = Protection des données
data-lead = Ce que ce service sait de vous, à quoi cela sert, qui le voit, et quels sont vos droits.
data-controller = Responsable de traitement
data-purpose = À quoi servent les données
data-purpose-never = Elles ne sont ni vendues, ni utilisées pour de la publicité.
data-kinds = Quelles données
data-kinds-source = L’identité des personnes vient de l’annuaire de l’Éducation nationale, que les écoles tiennent à jour dans ONDE. Le reste vient de vous.
data-kinds-pupils = Élèves : nom, prénoms, civilité, date de naissance, identifiant national, adresse électronique, niveau, classe, dates d’entrée et de départ, responsables légaux, cantine, garderie, étude et transport.
data-kinds-guardians = Responsables légaux : nom, prénom, civilité, date de naissance, adresse postale, téléphones, adresse électronique, lien avec l’enfant.
data-kinds-staff = Personnels : nom, prénom, civilité, date de naissance, adresse électronique, écoles et fonctions.
data-kinds-everybody = Tout le monde : identifiant, adresse électronique donnée pour le compte, mot de passe gardé sous une forme illisible, appareils connectés, textes, photos, commentaires, et trace des actions sensibles comme une connexion ou un signalement.
data-kinds-families = Familles : la première fois où chaque billet a été ouvert. L’équipe de la classe n’en voit que le nombre.
data-kinds-photos = Le lieu et la date inscrits dans une photo sont effacés à l’envoi.
data-readers = Qui les voit
data-readers-pupils = Un élève voit ce qui est partagé avec sa classe.
data-readers-guardians = Un responsable légal voit ce qui est partagé avec les familles des classes de ses enfants.
data-readers-teachers = Un enseignant voit ses classes : les élèves, leurs responsables légaux et le journal.
data-readers-heads = La direction voit toutes les classes de son école.
data-readers-academy = L’académie importe l’annuaire, répond aux demandes d’assistance et de droits, et suit des chiffres d’usage où personne ne se reconnaît. Elle ne lit pas les journaux des classes.
data-time = Combien de temps
data-device = Sur votre appareil
data-device-session = Un cookie garde votre connexion. Elle prend fin quand vous vous déconnectez, quand vous fermez le navigateur, après 12 heures sans visite, et de toute façon 14 heures après son début ; si vous avez demandé à rester connecté, seulement après 30 jours sans visite. Celle d’un élève prend fin après 2 heures sans visite, celle de l’académie après 8 heures, et toutes deux 12 heures après leur début au plus tard.
data-device-drafts = Ce que vous tapez est gardé sur l’appareil jusqu’à l’envoi, pour ne rien perdre.
data-rights = Vos droits
data-rights-onde = Une erreur de nom, de date ou d’adresse se corrige dans ONDE, à l’école. La correction arrive ici avec l’annuaire.
data-rights-cnil = Adresser une plainte à la CNIL
data-order = Le texte de référence
data-order-link = Arrêté du 30 novembre 2006 relatif aux espaces numériques de travail
data-purpose-text = Elles servent à informer les élèves et les familles, à faire vivre la classe et à protéger les comptes. C’est une mission d’intérêt public : le service public du numérique éducatif (RGPD, article 6, 1, e ; arrêté du 30 novembre 2006). Publier l’image ou la voix d’un enfant demande l’accord de ses responsables légaux.
data-time-text = Le compte d’une personne partie ne donne plus accès à rien. Ses données d’annuaire doivent être supprimées dans les trois mois (arrêté du 30 novembre 2006) : l’académie s’en charge. Chaque nuit, le service efface ce qui a passé son terme :
data-time-without = Le reste n’est pas encore effacé automatiquement :
data-device-never = Il n’y a pas de traceur, et les pages ne chargent rien depuis d’autres sites. L’usage est compté par le serveur lui-même, pour l’école et les territoires, sans suivre personne.
data-rights-complaint = Si la réponse ne vous satisfait pas, vous pouvez saisir la CNIL.
data-for-children = Pour les enfants qui lisent
data-for-little = Pour les plus petits, en images
data-officer = Délégué à la protection des données
data-officer-text = Il répond à vos questions et veille au respect de vos droits.
data-transfers = Le service n’envoie aucune donnée hors de l’Union européenne. Si vous demandez des notifications, elles passent par le service de votre navigateur, qui peut être hors de l’Union ; elles n’ont pas de contenu.
data-readers-town = Un agent de la mairie publie les menus, les services et les avis de la commune. Il ne voit ni les élèves, ni les familles.
data-processing-line = { $title } : { $purposes }
right-information = Être informé : c’est l’objet de cette page.
right-access = Voir vos données et celles de votre enfant, et en recevoir une copie.
right-rectification = Les faire rectifier.
right-objection = Vous opposer à leur usage, pour des raisons tenant à votre situation.
right-restriction = En faire limiter l’usage, le temps d’une vérification.
right-directives = Dire ce qu’elles deviendront après votre mort, et changer d’avis.
data-rights-page = Exercer vos droits : « Mes données »
data-rights-paper = Pour exercer vos droits : la page « Mes données » ({ $address }), la direction de l’école, ou le délégué à la protection des données.
data-rights-delay = Une réponse vous est due dans le mois ; une demande complexe peut prendre deux mois de plus, et vous en êtes averti.
data-print = Imprimer l’affiche pour l’école (PDF)
data-file = protection-des-donnees.pdf
data-footer = Protection des données · { $address }

# The notice for children who read.
child-title = Tes données, expliquées
child-lead = Ce site garde des choses sur toi. Voici lesquelles, pourquoi, et ce que tu peux demander.
child-what = Ce que le site sait de toi
child-what-kept = Ton nom, ton prénom, ta date de naissance, ta classe et les adultes de ta famille. C’est ton école qui l’a donné.
child-what-made = Ce que tu écris, les photos et les dessins que tu envoies, et quand tu te connectes.
child-who = Qui peut le voir
child-who-sees = Ce qui est publié dans ta classe peut être vu par ta classe, par ses familles, par les adultes de ta classe et par la direction de l’école.
child-who-private = Tes messages sont lus par celles et ceux à qui tu écris. Avec « J’ai besoin de parler », seul l’adulte que tu choisis lit tes mots. Il demandera de l’aide si tu es en danger.
child-who-never = Les autres ne le voient pas. Rien n’est vendu, et il n’y a pas de publicité.
child-why = À quoi ça sert
child-why-text = À apprendre, à raconter la vie de ta classe et à donner des nouvelles à ta famille. Le site compte aussi les pages ouvertes, sans garder ton nom.
child-why-never = Ça ne sert pas à te noter, ni à te surveiller à la maison.
child-rights = Ce que tu peux demander
child-rights-see = Tu peux demander à voir ce que le site garde sur toi. Tu peux le faire sans aide ou avec ta famille.
child-rights-change = Si quelque chose est faux ou te gêne, tu peux demander à le corriger ou à ne plus le montrer.
child-help = Si tu as une question
child-help-adult = Parle à ton enseignant, à la direction de l’école ou à ta famille.
child-help-number = Si quelqu’un te fait du mal avec un téléphone ou un ordinateur, tu peux appeler le 3018 : c’est gratuit.
child-my-data = Voir mes données
child-little = La page avec des images
child-adults = La page pour les adultes

# The notice for those who do not read yet.
little-title = Tes données en images
little-name = Le site connaît ton prénom et ta classe.
little-photo = Il garde tes photos et tes dessins.
little-family = Ta famille peut les voir.
little-class = Ta classe aussi.
little-secret = Les autres ne peuvent pas.
little-talk = Ça te gêne ? Dis-le à un adulte.
little-more = La page avec plus de mots

# The space of the DPO.
space-place = Données
space-title = Données personnelles
space-lead = Ce que le règlement et la loi demandent, et ce qui n’est pas comme il devrait.
space-documents = Documents et demandes
space-rights = Demandes de droits
space-rights-about = Les demandes des personnes, leurs délais et leurs réponses
space-register = { $count ->
    [one] { $count } traitement
   *[other] { $count } traitements
}
space-breaches = { $count ->
    [0] Aucune violation ouverte
    [one] { $count } violation ouverte
   *[other] { $count } violations ouvertes
}
space-barriers = { $count ->
    [0] Aucun signalement en attente
    [one] { $count } signalement en attente
   *[other] { $count } signalements en attente
}
space-tasks = Missions sur un territoire
space-tasks-about = Qui a quelle mission, où, jusqu’à quand
space-declaration = L’état dit au pied de chaque page
space-notice = Ce que chacun lit, et l’affiche pour l’école
space-open-breach = Ouvrir la fiche
space-acts = Actions sensibles
space-acts-about = Nombre d’actions inscrites au journal depuis { $count } jours.
chain-never = Le journal des actions sensibles n’a pas encore été relu : il l’est chaque nuit.
chain-whole = Le journal des actions sensibles est entier jusqu’à la ligne { $number } (relecture : { $when }).
chain-broken = Le journal des actions sensibles ne se suit plus à partir de la ligne { $number } (relecture : { $when }). Quelqu’un l’a modifié : consignez une violation et prévenez l’hébergeur.
chain-old = Le journal des actions sensibles n’a pas été relu depuis le { $day }.
acts-what = Action
acts-count = Nombre
act-signed-in = Connexions
act-refused = Connexions refusées
act-password = Mots de passe changés
act-renewed = Accès renouvelés à des comptes protégés
act-sheets = Fiches de connexion imprimées
act-imported = Imports de l’annuaire
act-traced = Recherches de destinataires d’un message
act-reported = Lectures d’un message signalé
act-proof = Preuves de retour produites
act-withdrawn = Contenus dépubliés
act-mass = Envois nombreux
act-suspended = Missions suspendues
act-other = Autres actions
tasks-lead = Les missions en vigueur dans votre territoire. En suspendre une la ferme aussitôt, avec un motif inscrit au journal.
tasks-none = Aucune mission n’est en vigueur.
tasks-pages = Pages des missions
task-over = { $role } · { $place }
task-since = depuis le { $day }, sans date de fin
task-until = du { $since } au { $until }
task-used = dernière visite : { $when }
task-unused = aucune connexion en cours
task-no-factor = Sans second facteur
role-academy-admin = Administration de l’académie
role-district-admin = IEN
role-district-adviser = ERUN ou conseiller pédagogique
role-town-editor = Référent ville
role-town-officer = Secrétariat de mairie
role-help-agent = Assistance
role-data-officer = Délégué à la protection des données
role-scheme-officer = Secrétariat des conventions
role-other = Autre
suspend-title = Suspendre une mission
suspend-do = Suspendre
suspend-label = Motif de la suspension
suspend-about = La personne est déconnectée et ne trouve plus rien de cette mission. Le motif est inscrit au journal. L’administrateur académique peut redonner la mission.
suspend-of = { $holder } : { $task }
suspended = La mission confiée à { $holder } est suspendue.

# What somebody told, in a copy of their data.
mine-at = Date
