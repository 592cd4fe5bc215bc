# Words of « Mes données », of rights requests and of the desk that answers them.

my-data = Mes données
my-data-lead = { $who ->
    [tu] Voici ce qui est gardé ici sur toi. Si tu ne comprends pas un mot, demande à un adulte.
   *[vous] Voici ce qui est gardé ici sur vous et, si vous êtes responsable d’un enfant, sur cet enfant.
}
about-me = { $who ->
    [tu] Sur toi
   *[vous] Vous
}
about-child = Les données { $child }
back-to-my-data = Revenir à mes données
nothing = —
yes = Oui
no = Non
optional = facultatif
draft-restored = Ce qui avait été tapé sur cet appareil a été retrouvé.
draft-start-over = Repartir de zéro
notice-page = Ce que nous faisons des données

rights-title = { $who ->
    [tu] Tes droits
   *[vous] Vos droits sur ces données
}
rights-lead = { $who ->
    [tu] Tu as le droit de savoir, de voir, et de faire corriger. Un adulte peut t’aider à demander.
   *[vous] Vous pouvez demander une information, voir ce qui est gardé, le faire corriger, vous opposer à un usage, le faire limiter, et dire ce qu’il deviendra après votre mort.
}
not-in-the-list = { $who ->
    [tu] On ne peut pas demander ici de tout effacer : l’école doit garder certaines choses. Mais tu peux en avoir une copie.
   *[vous] L’effacement et la portabilité ne sont pas dans cette liste : ces données servent une mission de service public. La copie proposée { $place } reste ouverte à chacun, sans avoir à la justifier.
}
copy-here = ici
copy-on-my-data = sur « Mes données »
restriction-title = Vos données sont limitées
restriction-does = Elles sont conservées et rien de plus : les billets et les actualités que vous avez signés sont cachés à leurs lecteurs, aucun usage de votre image ne compte comme autorisé, votre nom n’est plus proposé à ceux qui écrivent un message, ce que vous consultez n’est compté nulle part. Vos avis, vos brouillons de messages, vos demandes et la trace de qui a vu vos données ne s’effacent plus à leur échéance. Les messages et les mots déjà remis restent chez leurs destinataires. Ce que vous écrivez désormais est remis comme d’habitude.

copy-about = { $who ->
    [tu] Tu peux en avoir une copie : tes textes, tes photos, et tout ce qui est écrit ici.
   *[vous] Une copie complète est préparée en quelques minutes : un fichier à lire, les mêmes données pour un autre logiciel, et les fichiers envoyés. Elle attend sept jours.
}
copy-about-child = Une copie est préparée en quelques minutes : un fichier à lire, les mêmes données pour un autre logiciel, et les fichiers envoyés. Elle attend sept jours. Ce que votre enfant écrit en privé (messages, demandes de parler à un adulte) n’y est pas : son compte seul en donne la copie.
copy-ask = Préparer une copie
copy-ask-to-pupil = Avoir une copie
copy-asked = La copie se prépare. Elle apparaîtra sur cette page et dans « Aujourd’hui ».
copy-on-its-way = La copie se prépare : revenez dans quelques minutes.
copy-fetch = Télécharger la copie
copy-until = { $size } · disponible jusqu’au { $day }
copy-small = moins de 1 Mo
copy-megabytes = { $size } Mo
copy-title = Données gardées · { $name }
copy-lead = Copie préparée le { $day }.
copy-files = Les fichiers envoyés sont dans le dossier « fichiers ».
copy-tables = Chaque tableau est aussi dans le dossier « donnees », pour un autre logiciel.
copy-summary = Sommaire
copy-json = Les mêmes données pour un autre logiciel (JSON)
date-and-hour = { $day } à { $hour }
file-left-out = Non joint : la copie dépasserait 500 Mo. Demandez-le à part.
mail-copy-subject = Votre copie est prête
mail-copy = La copie que vous avez demandée est prête jusqu’au { $day } : { $address }
task-copy = Copie des données · { $name }
fetch = Télécharger

who-saw = { $who ->
    [tu] Qui a regardé mes données ?
   *[vous] Qui a vu mes données ?
}
seen-rule-title = Ce qui est noté, ce qui ne l’est pas
seen-rule = { $who ->
    [tu] Tes maîtres et la direction voient chaque jour ce qui sert à faire la classe : ce n’est pas noté ici. Est noté le reste : quand quelqu’un ouvre un registre, imprime un code, fait une recherche.
   *[vous] Les enseignants de la classe et la direction voient chaque jour ce qui sert à faire la classe : ce travail ordinaire n’est pas noté. Le sont les consultations d’un dossier comme tel : registre du droit à l’image, preuve d’un mot, recherche sur un message, message signalé, fiche de connexion, qualité de l’annuaire, demande de droits.
}
nobody-saw = { $who ->
    [tu] Personne n’a ouvert ton dossier.
   *[vous] Aucune consultation n’est notée.
}
named-with-role = { $name }, { $role }
the-academy = Académie
the-officer = Délégué à la protection des données
somebody-gone = Compte qui n’existe plus
look-topic = { $topic ->
    [image-rights] Registre du droit à l’image
    [proof] Preuve de ce qui est revenu d’un mot
    [tracing] Recherche sur un message
    [reported] Message signalé, lu
    [sheets] Fiche de connexion imprimée
    [quality] Qualité de l’annuaire
    [rights] Demande de droits
    [export] Copie des données
    [family] Coordonnées de la famille
    [directory] Fiche dans l’annuaire du territoire
   *[other] { $topic }
}
act = { $act ->
    [reset-asked] Nouveau code de connexion donné
    [access-renewed] Nouvel accès donné
    [data-limited] Usage des données limité
    [data-released] Limitation levée
    [teacher-attached] Rattachement à une classe
    [teacher-detached] Détachement d’une classe
   *[other] { $act }
}
role = { $role ->
    [pupil] élève
    [guardian] responsable légal
    [teacher] enseignant
    [head] direction de l’école
    [staff] équipe de l’école
    [town-agent] agent de la commune
    [academy-admin] administration de l’académie
    [district-admin] IEN
    [district-adviser] ERUN ou conseiller pédagogique
    [town-editor] référent ville
    [town-officer] secrétariat de mairie
    [help-agent] assistance
    [data-officer] délégué à la protection des données
   *[other] { $role }
}
person-kind = { $kind ->
    [pupil] Élève
    [guardian] Responsable légal
    [staff] Personnel de l’Éducation nationale
    [agent] Personnel de la commune
   *[other] { $kind }
}

part-identity = Identité dans l’annuaire
part-for-child = { $name ->
    [identite] Qui tu es
    [classes-et-groupes] Ton école, ta classe, tes groupes
    [responsabilites] Les adultes responsables de toi
    [compte] Ton compte
    [sessions] Les appareils que tu utilises
    [charte] La charte que tu as acceptée
    [limites] Ce qui est arrêté à ta demande
   *[other] { $title }
}
part-circles = Écoles, classes et groupes
part-guardianships = Qui est responsable de qui
part-image-rights = Droit à l’image : réponses données
part-account = Compte
part-sessions = Appareils connectés
part-charter = Charte acceptée
part-tasks = Missions confiées
part-limits = Oppositions et limitations
part-receipts = Mots et publications : lus, signés
part-accesses = Consultations du dossier
part-reports = Signalements faits
part-notices = Avis reçus
part-requests = Demandes de droits
part-directives = Directives après la mort
part-files = Fichiers envoyés
column-datum = Donnée
column-value = Ce qui est gardé
column-corrected = Où la faire corriger
column-circle = Groupe
column-school = École
column-role = Rôle
column-territory = Territoire
column-since = Depuis
column-until = Jusqu’à
column-device = Appareil
column-begun = Début
column-last = Dernier usage
column-wording = Texte
column-version = Version
column-accepted = Acceptée
column-link = Lien
column-name = Nom
column-child = Enfant
column-purpose = Usage
column-answer = Réponse
column-at = Date
column-how = Comment
column-note = Note
column-thing = Titre
column-opened = Ouvert
column-signed = Signé ou répondu
column-limit = Limite
column-reason = Motif
column-who = Qui
column-what = Quoi
column-words = Texte
column-about = Au sujet de
column-read = Lu
column-reference = Référence
column-right = Droit
column-state = État
column-choice = Choix
column-contact = À qui
column-address = Coordonnées
column-file = Fichier
column-size = Octets
column-place = Dans la copie
column-received = Reçue le
column-due = À répondre au plus tard le
corrected-in-onde = À corriger dans l’annuaire (ONDE), par la direction de l’école
corrected-for-child = Si quelque chose est faux, dis-le à un adulte de l’école : il le fera corriger.
corrected-by-academy = À corriger par le service du personnel de l’académie
corrected-by-town = À corriger par la commune
corrected-by-school = À corriger par l’école
link-adult = Adulte responsable
link-child = Enfant
on-paper = Sur papier
in-application = En ligne
purpose = { $purpose ->
    [class] Journal de la classe
    [school] Dans l’école
    [class-book] Livre de la classe
    [public-site] Pages publiques de l’école
    [press] Presse et affiches
   *[other] { $purpose }
}
answer-word = { $answer ->
    [yes] Autorisé
    [no] Refusé
   *[other] { $answer }
}
channel = { $channel ->
    [app] En ligne
    [mail] Par le lien d’un courriel
    [paper] Sur papier
   *[other] { $channel }
}
charter-audience = { $audience ->
    [pupils] Charte des élèves
    [families] Charte des familles
    [staff] Charte des personnels
    [readers] Charte des proches invités
   *[other] { $audience }
}
datum = { $key ->
    [last-name] Nom
    [first-name] Prénom
    [kind] Qualité
    [civility] Civilité
    [birth-day] Date de naissance
    [email] Adresse électronique de l’annuaire
    [ine] Identifiant national élève
    [level] Niveau (code national)
    [academy] Académie (code)
    [academy-name] Académie
    [record] Numéro de fiche dans l’annuaire
    [known-since] Connu ici depuis
    [gone] Parti de l’annuaire
    [login] Identifiant
    [name] Nom du compte
    [account-email] Adresse électronique confirmée
    [opened] Compte ouvert
    [activated] Compte activé
    [blocked] Compte fermé
    [second-factor] Second facteur
    [birth_name] Nom de naissance
    [other_first_names] Autres prénoms
    [level_label] Niveau
    [cycle] Cycle
    [class_type] Type de classe
    [entered_school] Entrée dans l’école
    [left_school] Sortie de l’école
    [canteen] Cantine
    [transport] Transport
    [morning_care] Garderie du matin
    [evening_care] Garderie du soir
    [study] Étude
    [home_phone] Téléphone du domicile
    [work_phone] Téléphone professionnel
    [mobile] Téléphone portable
    [address] Adresse
    [postcode] Code postal
    [city] Ville
    [country] Pays
    [address_shown] Adresse communicable
    [attached] Écoles de rattachement
    [functions] Fonctions
    [directs] Écoles dirigées
    [teacher] Enseignant
   *[other] { $key }
}

requests-title = { $who ->
    [tu] Mes demandes
   *[vous] Demandes de droits
}
requests-lead = { $who ->
    [tu] Tu peux demander quelque chose sur tes données. Un adulte te répond en un mois.
   *[vous] Une réponse vient en un mois, ou en trois quand la demande est complexe : vous en êtes alors averti, avec la raison.
}
back-to-requests = Revenir aux demandes
request-new = Nouvelle demande
for-whom = Pour qui ?
for-me = Pour moi
for-child = Pour { $child }
right-asked = { $who ->
    [tu] Que veux-tu demander ?
   *[vous] Que demandez-vous ?
}
right = { $right ->
    [information] Information
    [access] Accès
    [rectification] Rectification
    [objection] Opposition
    [restriction] Limitation
    [directives] Directives après la mort
   *[other] { $right }
}
right-for-child = { $right ->
    [information] Savoir ce qui est fait de mes données
    [access] Voir tout ce qui est gardé sur moi
    [rectification] Faire corriger quelque chose de faux
    [objection] Ne plus utiliser mon image, mon nom ou mes visites
   *[other] Tout garder sans s’en servir, pendant un temps
}
right-meaning = { $right ->
    [information] Savoir ce qui est fait des données, par qui et pourquoi.
    [access] Voir tout ce qui est gardé, au-delà de la copie déjà proposée.
    [rectification] Faire corriger ce qui est faux ou incomplet.
    [objection] Faire cesser un usage, pour une raison qui tient à une situation particulière.
    [restriction] Faire garder les données sans rien en faire d’autre, pour un temps.
    [directives] Dire ce que les données deviendront après la mort.
   *[other] { $right }
}
kind-missing = { $who ->
    [tu] Choisis ce que tu veux demander.
   *[vous] Choisissez un droit.
}
topics-asked = { $who ->
    [tu] Qu’est-ce que tu ne veux plus ?
   *[vous] À quoi s’opposer ?
}
topics-hint = { $who ->
    [tu] Seulement si tu as choisi « Ne plus utiliser ».
   *[vous] Pour une opposition seulement.
}
topics-missing = { $who ->
    [tu] Coche au moins une ligne.
   *[vous] Cochez au moins un usage.
}
limit-topic-for-child = { $topic ->
    [image] Les photos où l’on me voit
    [measurement] Le compte des pages que j’ouvre
   *[other] Mon nom proposé à ceux qui écrivent un message
}
limit-topic = { $topic ->
    [image] L’image
    [measurement] La mesure d’usage
    [suggestions] Le nom proposé à ceux qui écrivent
    [all] Limitation de toutes les données
   *[other] { $topic }
}
limit-does = { $topic ->
    [image] Aucun usage de l’image ne compte plus comme autorisé, quelles que soient les réponses données.
    [measurement] Ce qui est consulté n’est plus compté dans les statistiques.
    [suggestions] Le nom n’est plus proposé à ceux qui écrivent un message ; les envois à toute une classe arrivent encore.
    [all] Les billets et actualités signés sont cachés ; l’image, la mesure et les propositions de nom cessent ; avis, brouillons de messages, demandes et consultations notées ne s’effacent plus à leur échéance.
   *[other] { $topic }
}
request-words = { $who ->
    [tu] Dis avec tes mots ce que tu veux
   *[vous] Votre demande en quelques mots
}
request-words-hint = { $who ->
    [tu] Par exemple : ce qui est faux, ou ce qui te gêne.
   *[vous] Nécessaire pour une rectification, une opposition ou une limitation : ce qui est faux, ou la situation particulière.
}
body-missing = { $who ->
    [tu] Dis ce qui est faux, ou ce qui te gêne.
   *[vous] Dites ce qui est à corriger, ou la raison de la demande.
}
body-too-long = Ce texte est trop long.
request-send = Envoyer la demande
request-filed = La demande est envoyée. Sa réponse apparaîtra ici.
request-about = { $name } · { $reference } · { $when }
request-said = Ce qui est demandé
request-state = { $state ->
    [received] Reçue
    [identity-checked] Identité vérifiée
    [in-progress] En cours
    [told-head] Message envoyé à la direction de l’école
    [limited] Accordé et appliqué
    [released] Levé
    [extended] Prolongée
    [answered] Répondue
    [refused] Refusée
   *[other] { $state }
}
identity-known = { $who ->
    [tu] On sait que c’est bien toi : ta demande peut partir.
   *[vous] Votre identité est prouvée : la demande est traitée sans autre vérification.
}
identity-unknown = La demande peut partir ainsi : le service vérifiera qui la fait. Prouver votre identité maintenant évite cette étape.
identity-of-pupil = Un adulte vérifiera que c’est bien toi qui demandes.
identity-prove = Prouver mon identité
deadline = Réponse attendue le { $day } au plus tard.
deadline-identity = Réponse attendue le { $day } au plus tard. Le service vérifie d’abord qui fait la demande.
deadline-extended = Réponse attendue le { $day } au plus tard : le délai est prolongé. Raison donnée : { $reason }
applied = Déjà appliqué, depuis le { $day }
applied-for-child = Les adultes qui s’occupent de tes données l’ont fait.
applied-see = Voir les oppositions et limitations
answer-left = Ce qui est accordé est appliqué. La réponse à la personne reste à écrire.
onde-title = L’identité se corrige dans l’annuaire national
onde-explained = Nom, prénom, date de naissance, adresse et liens de parenté viennent d’ONDE, que la direction de l’école tient à jour. Une fois corrigés là, ils le sont ici au prochain chargement de l’annuaire. Rien ne peut les changer ici.
message-to-head-title = Message pour la direction de l’école
message-to-head-about = À remettre ou à envoyer à la direction, avec un justificatif :
message-to-head = Bonjour, je demande la rectification dans ONDE des données qui concernent { $subject } : { $words }. Merci de me confirmer quand la correction est faite. { $name }
answer-title = Réponse
letter-fetch = Télécharger la lettre
task-answer = Réponse à une demande de droits · { $right }
read-answer = Lire
mail-answered-subject = Une réponse vous attend
mail-answered = La demande { $reference } a reçu une réponse. Elle se lit sur « Mes données », une fois connecté.
mail-extended-subject = Votre demande prend plus de temps
mail-extended = Le délai de la demande { $reference } est prolongé de deux mois. La raison se lit sur « Mes données », une fois connecté.
remedies-title = Vos recours
remedy-officer = Écrire au délégué à la protection des données de l’académie.
remedy-officer-at = Écrire au délégué à la protection des données : { $officer }.
remedy-cnil = Adresser une réclamation à la CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, ou sur www.cnil.fr.
remedy-court = Former un recours devant la juridiction compétente.
letter-title = Réponse à la demande { $reference }
letter-dated = Le { $day }
letter-reference = Référence : { $reference }
letter-opening = Votre demande ({ $right }) a été reçue le { $day }.
letter-refused = Cette demande ne peut pas être satisfaite, pour la raison suivante.

after-title = Directives après la mort
after-lead = Vous pouvez dire ce que deviendront les données gardées ici. Ces directives se changent et se retirent à tout moment. Le service ne les lit qu’une fois le décès constaté par un acte.
after-written = Directives écrites le { $day }.
after-asked = Que deviendront ces données ?
after-choice = { $choice ->
    [keep] Les conserver
    [erase] Les effacer
    [communicate] Les remettre à quelqu’un
   *[other] { $choice }
}
after-meaning = { $choice ->
    [keep] Le temps que les règles d’archives le permettent.
    [erase] Tout ce qu’aucune règle n’oblige à garder.
    [communicate] À la personne nommée plus bas.
   *[other] { $choice }
}
after-choice-missing = Choisissez ce que ces données deviendront.
after-name = À qui les remettre
after-name-missing = Donnez le nom de cette personne.
after-name-long = Ce nom est trop long.
after-address = Comment joindre cette personne
after-address-hint = Adresse postale, téléphone ou adresse électronique.
after-address-missing = Dites comment joindre cette personne.
after-detail = Précisions
after-save = Enregistrer mes directives
after-saved = Vos directives sont enregistrées.
after-revoke = Retirer mes directives
after-revoked = Vos directives sont retirées : rien n’en est gardé.

desk = Demandes de droits reçues
desk-lead = Un mois pour répondre, prolongé de deux avec une raison. Chaque ouverture est notée et visible de la personne.
desk-open = À traiter
desk-over = Traitées
desk-nothing = Aucune demande n’attend.
desk-request-title = Demande { $reference }
back-to-desk = Revenir aux demandes reçues
due-in = { $day } · { $left ->
    [0] dernier jour
    [one] { $left } jour restant
   *[other] { $left } jours restants
}
due-late = { $day } · { $late ->
    [one] { $late } jour de retard
   *[other] { $late } jours de retard
}
task-request = Demande de droits { $reference }
task-request-about = { $right } · { $name }
task-others = { $count ->
    [one] { $count } autre demande de droits
   *[other] { $count } autres demandes de droits
}
handle = Traiter
mail-reminder-subject = Demandes de droits à traiter
mail-reminder = { $count ->
    [one] { $count } demande attend une réponse
   *[other] { $count } demandes attendent une réponse
} ; la première au plus tard le { $day } : { $address }
search = Chercher
search-person = Nom de la personne
search-person-hint = Trois lettres au moins du prénom ou du nom.
search-nobody = Personne de ce nom dans votre territoire.
letter-enter = Enregistrer un courrier
letter-lead = Cherchez d’abord la personne, puis recopiez l’essentiel de son courrier.
letter-person = De qui s’agit-il ?
letter-right = Quel droit ?
letter-received = Reçu le
received-wrong = Indiquez le jour de réception, aujourd’hui au plus tard.
letter-words = Ce que demande le courrier
letter-missing = Dites ce que demande le courrier.
letter-scan = Courrier numérisé
letter-entered = Le courrier est enregistré.
scan-hint = PDF ou images, 20 Mo au plus par fichier.
identity-how = Comment l’identité a été vérifiée
identity-how-hint = Le strict nécessaire : pièce présentée, échange avec l’école. N’en gardez pas de copie sans raison.
identity-check = Noter l’identité vérifiée
identity-missing = Dites comment, en quelques mots.
identity-checked = L’identité est notée comme vérifiée.
identity-to-check = À vérifier
identity-by-account = Prouvée par le compte
from-account = Depuis un compte
from-letter = Par courrier
fact-channel = Arrivée
fact-identity = Identité
fact-topics = Usages visés
fact-extension = Raison de la prolongation
take-up = Prendre en charge
taken-up = La demande est prise en charge.
extend = Prolonger de deux mois
extend-reason = Raison donnée à la personne
extend-explained = La personne en est avertie avec la raison. Le délai court alors trois mois depuis la réception.
extension-too-late = Le premier mois est passé : le délai ne peut plus être prolongé.
refuse = Refuser la demande
refuse-reason = Motif donné à la personne
refuse-explained = Le motif est communiqué avec les recours : délégué à la protection des données, CNIL, juge.
decided = La décision est enregistrée.
desk-copy = Préparer une copie pour répondre
desk-copy-asked = La copie se prépare. Elle sera à l’adresse { $address } pendant sept jours, pour vous seul.
desk-to-head = Une demande de rectification ({ $reference }) concerne { $subject } : { $words }. Merci de vérifier ces données et de les corriger dans ONDE, puis de nous dire quand c’est fait.
mail-to-head-subject = Données à corriger dans ONDE · { $reference }
to-head-ready = Il part à l’adresse de la direction de l’école, et l’envoi est inscrit au suivi.
to-head-unknown = Aucune adresse de la direction n’est connue ici : copiez ce texte pour le lui transmettre.
to-head-sent = Ce message est envoyé à la direction de l’école.
to-head-send = Envoyer à la direction
answer = Répondre
answer-words = Réponse à la personne
answer-missing = Écrivez la réponse.
answer-papers = Pièces jointes à la réponse
answer-send = Envoyer la réponse
answered = La réponse est envoyée.
papers-title = Pièces
steps-title = Suivi
limits-title = Oppositions et limitations
limit-grant-asked = Ce qui est accordé
limit-reason = Motif
limit-grant = Accorder
limit-granted = C’est appliqué dès maintenant.
limit-release = Lever
limit-released = C’est levé.
limit-since = Depuis le { $day } · { $reason }

deaths-title = Décès
deaths-lead = Un décès s’enregistre avec son acte : le compte est fermé, ses sessions prennent fin, et les directives laissées deviennent lisibles.
back-to-deaths = Revenir aux décès
death-person = De qui s’agit-il ?
death-day = Jour du décès
death-day-wrong = Indiquez le jour, aujourd’hui au plus tard.
death-act = Acte de décès
death-act-missing = Joignez l’acte de décès.
death-no-account = Cette personne n’a pas de compte ici, ou c’est le vôtre.
death-known = Ce décès est déjà enregistré.
death-enter = Enregistrer le décès
death-entered = Le décès est enregistré ; le compte est fermé.
death-about = Décès le { $day } · enregistré le { $entered }
death-no-directive = Cette personne n’a laissé aucune directive.
death-take-back = Annuler cet enregistrement
death-back-reason = Pourquoi
death-back-explained = Le compte s’ouvre de nouveau. Les directives ne sont plus lisibles.
death-taken-back = L’enregistrement est annulé.

retention-requests = Demandes de droits, avec leurs pièces et leurs réponses
retention-requests-why = Depuis la réponse : le temps de prouver qu’il y a été répondu, soit la prescription de droit commun.
