# Words of the service messages.

# Safety: closing messages.
party-pupils = aux élèves
party-families = aux familles
party-team = à l’équipe de l’école
party-everybody = à tout le monde
scope-region = Toute la région
scope-academy = Académie : { $name }
scope-own-academy = L’académie
scope-department = Département { $code }
scope-school = École { $name }
closing-title = Messages fermés
closing-refusal = { $who ->
    [tu] Tu ne peux pas envoyer de message pour le moment : « { $reason } » { $end } Si c’est important, parle à un adulte.
   *[vous] Vous ne pouvez pas envoyer de message pour le moment : « { $reason } » { $end } Le carnet de liaison reste ouvert.
}
closing-refusal-there = Les messages sont fermés { $party } à l’école { $school } : vous ne pouvez pas y en envoyer pour le moment. « { $reason } » { $end } Le carnet de liaison reste ouvert.
closing-reading-stays = { $who ->
    [tu] Tu peux toujours lire ce que tu as reçu.
   *[vous] Vous pouvez toujours lire ce que vous avez reçu.
}
closing-of-others = Les messages sont fermés { $party } : « { $reason } » { $end } Le carnet de liaison reste ouvert.
closing-until = Réouverture { $when }.
closing-without-end = L’heure de la réouverture n’est pas encore connue.
closing-page = Fermer les messages
closing-page-lead = En cas d’alerte, par exemple quand des comptes volés envoient des menaces, ceux que vous cochez n’envoient plus aucun message. Tout ce qui a été reçu reste lisible. Le carnet de liaison et les envois urgents restent ouverts.
closing-now = Ce qui est fermé en ce moment
closing-none = Rien n’est fermé : chacun peut écrire à qui il a le droit d’écrire.
closing-line = { $territory } : messages fermés { $party }
closing-about = « { $reason } » Fermé { $since }. { $end }
closing-by-academy = Fermé par l’académie, qui seule peut rouvrir.
closing-open = Rouvrir { $party } ({ $territory })
closing-opened = Les messages sont rouverts.
closing-form = Fermer maintenant
closing-scope = Où
closing-scope-missing = Choisissez où fermer les messages.
closing-one-school = Une seule école, par son UAI
closing-uai = UAI de l’école
closing-uai-hint = Sept chiffres et une lettre, seulement pour fermer une seule école.
uai-unknown = Aucune école de votre territoire n’a cet UAI. Vérifiez les sept chiffres et la lettre.
closing-parties = À qui les fermer
closing-parties-missing = Cochez au moins une case.
closing-reason = Pourquoi
closing-reason-hint = Tous ceux qui sont concernés le liront, les enfants aussi. Une phrase courte et calme suffit.
closing-reason-missing = Dites pourquoi en une phrase courte, de 5 à 300 caractères.
closing-day = Jour de la réouverture
closing-day-hint = Sans date, les messages restent fermés jusqu’à ce que vous les rouvriez.
closing-hour = Heure de la réouverture
closing-optional = facultatif
closing-end-wrong = Cette date est passée, ou incomplète. Choisissez un moment à venir, ou laissez vide.
closing-close = Fermer les messages
closing-done = C’est fait. { $territory } : messages fermés { $party }. Chacun voit pourquoi sur sa page de messages.

# Safety: accounts stopped, quotas, crowds.
stop-title = Comptes arrêtés
stop-lead = Ces comptes ont envoyé comme le ferait un voleur. Parlez à la personne, faites changer son mot de passe, puis rouvrez ses envois.
stop-rate = Beaucoup de personnes en très peu de temps
stop-same = Le même texte envoyé à beaucoup de personnes, une par une
stop-about = { $reason }. Arrêté { $since }. École { $school }
stop-lift = Rouvrir les envois { $name }
stop-lifted = Les envois de ce compte sont rouverts.
stop-own = C’est votre compte : l’académie ou une autre personne de la direction doit rouvrir vos envois.
stop-task = Envois arrêtés : { $name }
stop-look = Regarder
stop-refusal = { $who ->
    [tu] Tes envois ont été arrêtés { $when }, parce que beaucoup de messages sont partis de ton compte. Parles-en à ton enseignant : la direction de l’école peut les rouvrir.
   *[vous] Vos envois ont été arrêtés { $when }, parce que beaucoup de messages sont partis de votre compte en peu de temps. Si ce n’était pas vous, changez votre mot de passe. La direction de l’école peut rouvrir vos envois.
}
stop-letter-subject = Un compte a été arrêté
stop-letter = Un compte de l’école { $school } a envoyé beaucoup de messages en peu de temps. Ses envois sont arrêtés, et tout ce qu’il avait reçu reste lisible.
stop-letter-end = Pour voir de qui il s’agit et rouvrir ses envois, connectez-vous à l’ENT comme d’habitude, puis ouvrez « Messages » et « Fermer les messages ».
quota-hour = { $who ->
    [tu] Tu as déjà envoyé { $most } messages en une heure. Attends un peu avant d’en envoyer d’autres.
   *[vous] Vous avez déjà envoyé { $most } messages en une heure. Attendez un peu avant d’en envoyer d’autres.
}
quota-day = { $who ->
    [tu] Tu as déjà envoyé { $most } messages depuis hier. Attends demain pour en envoyer d’autres.
   *[vous] Vous avez déjà envoyé { $most } messages en vingt-quatre heures. Attendez demain pour en envoyer d’autres.
}
quota-people = { $who ->
    [tu] Tes messages d’une journée ne peuvent pas aller à plus de { $most } personnes.
   *[vous] Vos messages de vingt-quatre heures ne peuvent pas aller à plus de { $most } personnes. Choisissez moins de destinataires, ou attendez demain.
}
crowd-pupil = Tu peux écrire à cinq personnes au plus à la fois, et pas à toute une classe. Enlève des noms, ou demande à ton enseignant.
crowd-of-pupils = Tu peux écrire à un seul élève à la fois. Enlève des noms.
crowd-family = Vous pouvez écrire à quinze personnes au plus à la fois. Enlevez des destinataires.

# Safety: messages to many people.
mass-title = Confirmer l’envoi
mass-lead = Ce message va à beaucoup de personnes. Relisez-le avant qu’il parte.
mass-who = Qui le recevra
mass-among = Par exemple :
mass-families = { $families ->
    [one] { $families } famille
   *[other] { $families } familles
} ({ $adults })
mass-adults = { $count ->
    [one] { $count } adulte
   *[other] { $count } adultes
}
mass-pupils = { $count ->
    [one] { $count } élève
   *[other] { $count } élèves
}
mass-team = { $count ->
    [one] { $count } personne de l’équipe
   *[other] { $count } personnes de l’équipe
}
mass-for-child = { $name }, pour { $child }
mass-no-answer-to-all = Chacun le reçoit à part. Une réponse ne va qu’à vous.
mass-pieces = { $count ->
    [one] { $count } fichier joint
   *[other] { $count } fichiers joints
}
mass-urgent = Sera remis tout de suite, sans attendre les heures de l’école : « { $reason } »
mass-prove-why = Un compte volé pourrait faire peur à toute l’école. Montrez d’abord que c’est bien vous : le message attend.
mass-prove = Vérifier que c’est bien moi
mass-send = { $count ->
    [one] Envoyer à { $count } personne
   *[other] Envoyer à { $count } personnes
}
mass-sent = { $count ->
    [one] Envoyé à { $count } personne.
   *[other] Envoyé à { $count } personnes.
} { $when }
mass-change = Modifier le message

# Safety: tracing a message.
trace-title = Suivre un message
trace-lead = Pour une enquête : qui a envoyé un message, à qui, et qui l’a ouvert. Chaque recherche est écrite dans le journal de sécurité, avec votre nom et votre raison.
trace-by-reference = Par sa référence
trace-reference = Référence du message
trace-reference-hint = Dix lettres et chiffres : l’équipe les lit sous le message, chacun les trouve en imprimant ou en téléchargeant le fil.
trace-reference-wrong = Une référence a dix lettres et chiffres, comme 0W3KD-7QF2A. Vérifiez-la avec la personne qui l’a donnée.
trace-by-sender = Ou par son expéditeur
trace-day = Jour de l’envoi
trace-sender = Nom de l’expéditeur
trace-why = Votre raison
trace-reason = Motif
trace-reason-hint = Par exemple le numéro d’une plainte ou la demande d’une direction. Il est gardé dans le journal de sécurité.
trace-reason-missing = Écrivez pourquoi vous cherchez, en dix caractères au moins.
trace-text = Montrer aussi le texte
trace-text-hint = Seulement si l’enquête en a besoin : c’est une correspondance privée. Le journal dira que vous l’avez lu.
trace-text-title = Le texte
trace-look = Chercher
trace-missing = Écrivez une référence, ou bien une école, un jour et un nom.
trace-uai-missing = Écrivez l’UAI de l’école.
trace-day-missing = Choisissez le jour de l’envoi.
trace-sender-missing = Écrivez le nom de l’expéditeur, ou son début.
trace-nothing = Aucun message de votre territoire ne correspond. La recherche est écrite dans le journal de sécurité.
trace-kept = Cette consultation est écrite dans le journal de sécurité.
trace-fact-sender = Expéditeur : { $name } (identifiant : { $login })
trace-fact-school = École : { $school }
trace-fact-sent = Envoyé { $when }
trace-fact-subject = Objet : { $subject }
trace-fact-recalled = Repris par son expéditeur { $when }
trace-fact-many = { $total } destinataires : seuls les { $shown } premiers sont affichés.
trace-readers = { $count ->
    [one] { $count } destinataire
   *[other] { $count } destinataires
}
trace-reader = Destinataire
trace-delivered = Remis
trace-opened = Ouvert
trace-not-opened = Pas encore
trace-taken-back = Repris avant d’être ouvert
trace-line = { $name }, { $when }
trace-line-about = { $reference } · { $readers }
trace-open = Ouvrir { $reference }
messages = Messages
write = Écrire un message
boxes = Boîtes de messages
received = Reçus
sent-messages = Envoyés
drafts = Brouillons
class-threads = Fils de la classe
archives = Archives
bin = Corbeille
folders = Dossiers
folder = Dossier
search-messages = Chercher dans mes messages
find = Chercher
older = Voir les messages plus anciens
unread = non lu
recalled = rappelé
without-subject = Sans objet
draft-word = Brouillon
to-people = À : { $people }
choose-thread = Choisir le fil « { $title } »
nothing-received = { $who ->
    [tu] Tu n’as pas encore reçu de message.
   *[vous] Aucun message reçu pour l’instant. Vous pouvez en écrire un.
}
nothing-sent = { $who ->
    [tu] Tu n’as pas encore envoyé de message.
   *[vous] Aucun message envoyé pour l’instant.
}
nothing-found = Aucun message ne contient « { $words } ».
nothing-here = Rien n’est rangé ici.
no-draft = Aucun brouillon.
no-class-thread = Aucun fil ne concerne un élève de la classe pour l’instant.
bin-empty = La corbeille est vide. Ce qu’on y met peut être repris pendant 30 jours.

archive = Archiver
discard = Supprimer
mark-unread = Marquer comme non lu
bring-back = Remettre dans les messages reçus
file = Classer
archived = Archivé.
discarded = Mis dans la corbeille. Vous pouvez le reprendre pendant 30 jours.
marked-unread = Marqué non lu.
brought-back = Remis dans les messages reçus.
filed = Classé dans le dossier.
nothing-ticked = Aucun fil n’est coché.

to = À
search-people-hint = Un prénom d’élève trouve ses parents. On peut aussi chercher une classe, un collègue, un parent.
search-few-hint = { $who ->
    [tu] Choisis à qui tu écris.
   *[vous] Vous pouvez écrire à l’équipe des classes de vos enfants et à la direction de l’école.
}
find-people = Chercher des destinataires
people-chosen = Destinataires
people-found = Personnes trouvées
nobody-found = Personne ne correspond.
remove-person = Retirer
person-added = Ajouté aux destinataires
subject = Objet
body = Message
pieces = Pièces jointes
files-lost = Les fichiers choisis n’ont pas pu être gardés : ils sont à choisir de nouveau. Tout le reste est là.
about = À propos de
about-hint = L’équipe de la classe de l’enfant garde le fil, même si un enseignant change.
about-nobody = Aucun enfant en particulier
about-child = Qui garde le fil ?
about-child-hint = Quand vous écrivez aux parents d’un seul élève.
team-keeps = L’équipe de la classe de l’élève
team-does-not-keep = Seulement les destinataires
urgent-legend = Urgence
urgent = Remettre sans attendre
urgent-hint = Pour la sécurité des enfants ou un imprévu du jour. La pause numérique n’est pas respectée ; le motif est montré.
urgent-reason = Motif de l’urgence
urgent-reason-missing = Il manque le motif de l’urgence.
optional = facultatif
send = Envoyer
send-as-pupil = Envoyer mon message
keep-draft = Enregistrer le brouillon
give-up = Renoncer
draft-restored = Ce qui était en cours de saisie a été retrouvé sur cet appareil.
draft-start-over = Recommencer
draft-kept = Brouillon enregistré.
discard-draft = Supprimer le brouillon
draft-discarded = Brouillon supprimé.
to-missing = Il manque un destinataire.
to-too-many = Deux cents destinataires au plus pour un même message.
team-apart = L’équipe d’un groupe réunit plusieurs écoles : écrivez-lui dans un message à part.
nobody-receives = Personne ne recevrait ce message : aucun adulte n’est rattaché.
subject-missing = Il manque un objet.
subject-too-long = L’objet est trop long : 150 caractères au plus.
body-missing = Il manque le texte du message.
delivery-now = { $delivery }.
delivery-of-staff = Aux familles et aux élèves, il sera remis { $when }. Entre collègues, le message part sans attendre.
sent-now = Message envoyé.
sent-for-later = Message envoyé. Il sera remis { $when }.

# The child with its little word: « de Zoé M. », « d’Ambroise D. ».
parents-of = Parents { $child }
parent-of = Parent { $child }
families-of = Familles : { $circle }
pupils-of = Élèves : { $circle }
team-of = Équipe : { $circle }
write-to-team = Écrire à l’équipe
team-of-child = Équipe de la classe { $child }
school-team = Équipe de l’école
my-teachers = Tous mes enseignants
the-head = Direction de l’école
the-team = Équipe de l’école
a-pupil = Élève
with-count = { $label } ({ $count })
count-pupils = { $count ->
    [one] { $count } élève
   *[other] { $count } élèves
}
count-adults = { $count ->
    [one] { $count } adulte
   *[other] { $count } adultes
}
pupils-and-adults = { $pupils }, { $adults }
names-and-others = { $names } et { $others ->
    [one] { $others } autre
   *[other] { $others } autres
}

written-to = Écrit à : { $audience }
kept-by-team = Fil { $child }, gardé par l’équipe de la classe : { $class }
own-message = { $who ->
    [tu] Moi
   *[vous] Vous
}
urgent-because = Remis sans attendre : { $reason }
automatic = Réponse automatique
waits-until = Sera remis { $when }
delivered = remis
opened-at = ouvert { $when }
opened-by = { $opened ->
    [one] Ouvert par { $opened } personne sur { $total }
   *[other] Ouvert par { $opened } personnes sur { $total }
}
reader-for = { $name } (pour { $child })
reader-state = { $who } : { $state }
not-reached = À joindre autrement : rien ne les prévient
recall = Rappeler
all-opened = Le message a déjà été ouvert par tous ses destinataires : il ne peut plus être rappelé.
recalled-from = { $from ->
    [one] Message rappelé pour { $from } personne.
   *[other] Message rappelé pour { $from } personnes.
} { $kept }
kept-by = { $kept ->
    [0] Personne ne l’avait ouvert.
    [one] { $kept } personne l’avait déjà ouvert et le garde.
   *[other] { $kept } personnes l’avaient déjà ouvert et le gardent.
}
answer = { $who ->
    [tu] Je réponds
   *[vous] Répondre
}
answer-author = Répondre à l’auteur seul
answer-apart = Réponse à un message collectif
answer-body = Réponse
send-answer = Envoyer la réponse
pass-on = Transférer
passed-on = Message de { $author }, { $when } :
passed-on-subject = Tr : { $subject }
keep-thread = Ranger ce fil
export = Imprimer le fil
export-text = Télécharger le fil
report = Signaler
message-reference = Référence { $reference }
reported-title = Message signalé
reported-lead = Fil « { $title } » : une personne qui l’a reçu l’a signalé. C’est la seule raison pour laquelle vous le lisez.
reported-reason = Motif : { $reason } ({ $when })
reported-by = Écrit par { $name }, { $when }
reported-read = Lire ce qui a été signalé
reported-nothing = Aucun message de ce fil n’avait été reçu par la personne qui l’a signalé.
reported-journal = Seuls les messages que cette personne avait reçus sont montrés. La lecture de leur texte est écrite dans le journal de sécurité.
reported-back = Revenir à ce qui est à valider
print-hint = Pour garder ce fil, utilisez la commande « Imprimer » du navigateur.
written-on = { $author }, { $day } à { $hour }
pieces-of = Pièces jointes : { $names }
back-to-messages = Revenir aux messages
back-to-thread = Revenir au fil

manage-folders = Ranger mes dossiers
new-folder = Nouveau dossier
folder-name = Nom du dossier
folder-within = — { $name }
parent-folder = Dans le dossier
no-parent-folder = Aucun autre dossier
make-folder = Créer le dossier
new-name-of = Nouveau nom de « { $name } »
rename = Renommer
remove-folder = Supprimer le dossier
folder-made = Dossier créé.
folder-renamed = Dossier renommé.
folder-removed = Dossier supprimé. Ses messages sont revenus dans les messages reçus.
folder-name-missing = Il manque un nom de dossier, de 60 caractères au plus.
folder-name-too-long = Le nom est trop long : 60 caractères au plus.
too-many-folders = 60 dossiers au plus : supprimez-en un pour en créer un autre.

settings = Signature et absence
signature = Signature
signature-hint = Elle est ajoutée à la fin de chaque nouveau message.
absence = Absence
absent-from = Premier jour
absent-until = Dernier jour
absence-words = Réponse pendant l’absence
absence-hint = Elle est envoyée une fois par jour à chaque personne qui vous écrit, jamais aux envois collectifs.
absent-from-missing = Il manque le premier jour de l’absence.
absent-until-missing = Il manque le dernier jour de l’absence.
absent-until-before = Le dernier jour vient avant le premier.
setting-too-long = Le texte est trop long : 600 caractères au plus.
save-settings = Enregistrer
settings-saved = Réglages enregistrés.
is-absent = { $name } n’est pas là jusqu’au { $until }.

pupils-messages = Messages des élèves
pupils-messages-about = À partir du CE1, les élèves peuvent écrire à leurs enseignants. Ceux de maternelle et de CP n’ont pas de messages.
pupils-write = Les élèves de la classe écrivent à leurs enseignants
pupils-write-hint = Sans cette case, ils lisent leurs messages et n’en écrivent plus.
pupils-among = Les élèves de la classe s’écrivent entre eux
pupils-among-hint = Seulement ceux de cette classe, à partir du CE1.

told-received = Message : { $title }

# How long things are kept.
retention-drafts = Brouillons de messages
retention-drafts-why = Depuis le dernier enregistrement : une année, pour les retrouver d’une rentrée à l’autre.
retention-waits = Envois nombreux jamais confirmés
retention-waits-why = Depuis qu’ils attendent ; leur texte reste dans les brouillons.
retention-counters = Compte des envois de chacun
retention-counters-why = Depuis l’envoi : il sert à reconnaître un abus dans la journée.

# What is kept of somebody, for a copy of it.
data-messages = Messages envoyés
data-drafts = Brouillons de messages
data-settings = Réglages des messages
data-folders = Dossiers de messages
data-subject = Objet
data-text = Texte
data-sent = Envoyé
data-recalled = Rappelé
data-saved = Enregistré
data-signature = Signature
data-absence = Réponse d’absence
data-from = Du
data-until = Au
data-name = Nom
data-made = Créé

# Who writes to whom, as the head reads it.
communication = Qui écrit à qui
communication-lead = Les règles des messages dans l’école. Elles valent pour chaque envoi, et pour chaque réponse.
communication-choices = Ce que chaque classe ouvre à ses élèves
communication-choices-lead = Les enseignants d’une classe le choisissent, et vous aussi.
communication-class = Classe
communication-no-class = Aucune classe cette année.
communication-change = Changer : { $class }
communication-closed = Fermetures en cours
communication-not-closed = Les messages ne sont fermés à personne.
communication-close = Fermer les messages
communication-others = Une personne invitée dans une classe et un grand-parent invité n’écrivent à personne. Les enseignants d’un même groupe ou d’un même défi s’écrivent, même d’une école à l’autre.
writer = Qui écrit
writer-staff = Enseignants et autres personnels
writer-head = Direction
writer-town = Agents de la commune
writer-parent = Parents
writer-pupil = Élèves à partir du CE1
writer-young = Élèves de maternelle et de CP
to-staff = À l’équipe
to-town = Aux agents de la commune
to-parents = Aux parents
to-pupils = Aux élèves
rule-yes = Oui
rule-no = Non
rule-too-young = Sans objet avant le CE1
rule-from-ce1 = Oui, à partir du CE1
rule-one-by-one = Oui, et à tous les parents d’une classe
rule-school = Oui, et à tous les parents de l’école
rule-own-team = À ceux des classes de leurs enfants, et à la direction
rule-class-first = À leurs enseignants, si la classe l’ouvre (oui au départ)
rule-class-opened = À ceux de leur classe, si la classe l’ouvre (non au départ)

# Somebody who left is erased.
left-with-author = Message retiré avec le départ de son auteur
