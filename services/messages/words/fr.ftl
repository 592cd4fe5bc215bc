# Words of the service messages.

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
mark-unread = Marquer non lu
bring-back = Remettre dans les messages reçus
file = Classer
archived = Archivé.
discarded = Mis dans la corbeille. Vous pouvez le reprendre pendant 30 jours.
marked-unread = Marqué non lu.
brought-back = Remis dans les messages reçus.
filed = Classé dans le dossier.
nothing-ticked = Cochez d’abord un ou plusieurs fils.

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
give-up = Abandonner
draft-restored = Ce qui était en cours de saisie a été retrouvé sur cet appareil.
draft-start-over = Recommencer
draft-kept = Brouillon enregistré. Les pièces jointes sont à choisir au moment de l’envoi.
discard-draft = Supprimer le brouillon
draft-discarded = Brouillon supprimé.
to-missing = Choisissez au moins un destinataire.
nobody-receives = Personne ne recevrait ce message : aucun adulte n’est rattaché.
subject-missing = Il manque un objet.
subject-too-long = L’objet est trop long : 150 caractères au plus.
body-missing = Il manque le texte du message.
delivery-now = { $delivery }.
delivery-of-staff = Aux familles et aux élèves, il sera remis { $when }. Entre collègues, le message part sans attendre.
sent-now = Message envoyé.
sent-for-later = Message envoyé. Il sera remis { $when }.

parents-of = Parents de { $child }
parent-of = Parent de { $child }
families-of = Familles : { $circle }
pupils-of = Élèves : { $circle }
team-of = Équipe : { $class }
team-of-child = Équipe de la classe de { $child }
school-team = Équipe de l’école
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
kept-by-team = Fil de { $child }, gardé par l’équipe de la classe : { $class }
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
