# Words of every page: layout, errors, dates, notices.

product = Préau
skip = Aller au contenu
navigation = Navigation principale
faces = Enfants ou classes
more = Plus
unread-one = nouveauté
unread-many = nouveautés
today-entry = Aujourd’hui
school-entry = Mon école
class-entry = La classe
imports-entry = Imports
everybody = Tous
of-name = de { $name }
of-name-elided = d’{ $name }
listed = { $others } et { $last }
my-account = Mon compte
sign-out = Se déconnecter
i-am-done = J’ai fini
give-back = Rendre le téléphone
session-over = Votre session est terminée. Reconnectez-vous pour continuer.
security = Mot de passe et appareils
notifications = Notifications

footer-accessibility = Accessibilité : non conforme
footer-accessibility-partial = Accessibilité : partiellement conforme
footer-accessibility-total = Accessibilité : totalement conforme
footer-data = Protection des données
footer-legal = Mentions légales
footer-charter = Charte d’utilisation

profile-pupil = Élève
profile-guardian = Responsable légal
profile-staff = Personnel
profile-teacher = Enseignant
profile-head = Direction
profile-town = Commune
profile-administrator = Académie
profile-reader = Proche invité
help = Aide et assistance
my-data = Mes données
past-years = Années passées

errors-title = { $count ->
    [one] Un point est à corriger
   *[other] { $count } points sont à corriger
}
not-found-title = Page introuvable
not-found = Cette page n’existe pas, ou elle n’est pas ouverte à tout le monde. Il faut vérifier l’adresse, ou revenir à l’accueil.
service-closed-title = Service fermé
service-closed = L’école n’a pas ouvert ce service. Tout le reste est à l’accueil.
forbidden-title = Action réservée
forbidden = Cette page peut se lire, mais cette action est réservée à d’autres personnes. En cas de besoin, il faut demander à l’école.
conflict-title = Déjà fait
conflict = Quelqu’un vient de faire la même chose, ou ce nom est déjà pris. Il faut recharger la page et vérifier.
fault-title = Un incident est survenu
fault = Rien n’a été perdu de ce qui était enregistré. Il est possible de réessayer. Si cela continue, ce numéro aidera l’assistance à comprendre : { $number }.
too-many-title = Trop d’essais
too-many = Il faut attendre une minute, puis réessayer.
ask-for-help = Demander de l’aide
foreign-title = Demande refusée
foreign = Cette demande vient d’un autre site. Il faut ouvrir la page dans l’ENT et recommencer.
too-large-title = Envoi trop volumineux
too-large = Il faut envoyer moins de photos à la fois, ou des photos plus petites.
invalid-title = Demande incomprise
invalid = Il manque quelque chose dans ce qui a été envoyé. Il faut revenir à la page précédente et recommencer.
banner = Message à lire : { $title }
close-banner = Fermer
back-home = Revenir à l’accueil
months = janvier février mars avril mai juin juillet août septembre octobre novembre décembre
weekdays = lundi mardi mercredi jeudi vendredi samedi dimanche
first-of-month = 1er
today-at = aujourd’hui à { $time }
yesterday-at = hier à { $time }
tomorrow-at = demain à { $time }
weekday-at = { $day } à { $time }
date-at = { $date } à { $time }
will-be-delivered = Sera remis { $when }
delivered-at-once = Sera remis tout de suite

read-again-title = Relis ton texte
send-all-the-same = J’ai relu : j’envoie quand même
quoted-word = « { $word } »
read-again-to-pupil = { $count ->
    [one] Ce mot peut blesser : { $words }. Tu peux le changer, ou envoyer ton texte quand même.
   *[other] Ces mots peuvent blesser : { $words }. Tu peux les changer, ou envoyer ton texte quand même.
}
read-again = { $count ->
    [one] Ce texte contient un mot surveillé par l’école : { $words }.
   *[other] Ce texte contient des mots surveillés par l’école : { $words }.
}
editor-toolbar = Mise en forme
editor-keys = Dans le texte : Alt F10 mène à la mise en forme, les flèches passent d’un outil à l’autre, Échap ramène au texte.
editor-bold = Gras
editor-italic = Italique
editor-underline = Souligné
editor-heading = Intertitre
editor-bullets = Liste
editor-numbers = Liste numérotée
editor-quote = Citation
editor-link = Lien
editor-link-question = Adresse du lien (vide pour l’enlever)
editor-undo = Annuler
editor-redo = Rétablir
listen = Écouter
listen-stop = Arrêter

photo-description = Description de la photo
photo-remove = Retirer la photo
photo-earlier = Placer la photo avant
photo-later = Placer la photo après
photo-preparing = Préparation des photos…
photo-too-many = 20 photos au plus : les suivantes n’ont pas été prises.
blur = Flouter
blur-title = Flouter une partie de la photo
blur-help = Tracez un cadre sur chaque visage ou nom à cacher. Au clavier : les flèches déplacent le cadre, + et − l’agrandissent ou le réduisent, Entrée floute.
blur-frame = Cadre à flouter
blur-apply = Flouter le cadre
blur-undo = Annuler le dernier flou
blur-done = Garder la photo floutée
blur-cancel = Ne rien changer
blur-said = La zone est floutée.
blur-undone = Le dernier flou est retiré.
blur-kept = La photo floutée remplace l’autre.
blur-failed = Cette photo n’a pas pu être ouverte ici. Elle est restée comme elle était.

pieces-hint = 20 fichiers au plus : textes, tableurs, PDF, images, sons et vidéos. 100 Mo par son ou vidéo, 20 Mo pour le reste.
pieces-drop = Déposer ici les fichiers glissés
pieces-too-many = 20 fichiers au plus : il faut en retirer.
pieces-sending = Envoi de #nom : #part %
pieces-waiting = #nom : la connexion est coupée, l’envoi reprendra tout seul.
pieces-failed = #nom : l’envoi n’a pas abouti. Il faut le choisir de nouveau.
pieces-ready = #nom est prêt.
pieces-busy = Des fichiers sont encore en cours d’envoi : le formulaire partira dès qu’ils seront arrivés.
piece-cancel = Annuler l’envoi
piece-remove = Retirer
piece-alt = Description de l’image
piece-keep = Garder { $name } ({ $weight })
piece-empty = Le fichier « { $name } » est vide.
piece-program = « { $name } » est un programme : il n’est pas accepté.
piece-page = « { $name } » est une page web ou un dessin SVG : il n’est pas accepté. Un PDF ou une image passeront.
piece-macros = « { $name } » contient des macros : il faut l’enregistrer sans elles, ou en PDF.
piece-old-office = « { $name } » est dans un format ancien : il faut l’enregistrer en .docx, .xlsx, .pptx, en OpenDocument ou en PDF.
piece-picture = « { $name } » est illisible comme image. Les formats acceptés sont JPEG, PNG, WebP et GIF.
piece-unknown = « { $name } » n’est d’aucun format accepté : texte, tableur, présentation, PDF, image, son ou vidéo.
piece-too-large = « { $name } » est trop lourd : 100 Mo au plus pour un son ou une vidéo, 20 Mo pour le reste.
piece-too-much = Trop de fichiers ont été envoyés depuis hier : il faut attendre demain, ou en retirer.
weight-bytes = { $count ->
    [one] { $count } octet
   *[other] { $count } octets
}
weight-kilobytes = { $number } Ko
weight-megabytes = { $number } Mo

voice = Message vocal
voice-record = Enregistrer un message vocal
voice-stop = Arrêter l’enregistrement
voice-keep = Garder ce message vocal
voice-again = Recommencer
voice-give-up = Renoncer
voice-listen = Écouter avant de garder
voice-name = Message vocal
voice-limit = { $minutes ->
    [one] Une minute au plus.
   *[other] { $minutes } minutes au plus.
}
voice-begun = L’enregistrement a commencé.
voice-almost = Encore quinze secondes.
voice-over = L’enregistrement est terminé.
voice-refused = Le micro n’est pas accessible : il faut l’autoriser dans le navigateur.
attachments = Pièces jointes
attachment-picture = Image sans description
attachment-download = Télécharger { $name } ({ $weight })
attachment-speed = Vitesse de lecture
# How much the same families are told.
economy-third-title = Troisième envoi de la journée
economy-third = Ces familles ont déjà reçu aujourd’hui : { $titles }. Un seul envoi se lit mieux que plusieurs.
economy-title = « { $title } »
economy-merge = Regrouper dans « { $title } »
economy-of-class = { $name } : { $budget }
economy-budget = { $count ->
    [0] Aucune publication cette semaine
    [one] Une publication cette semaine
   *[other] { $count } publications cette semaine
}

# Papers of the office, names of territories.
paper-label = { $name } ({ $kilobytes } ko)
place-region = Région académique
place-academy = Académie · { $name }
place-department = Département { $code }
place-district = Circonscription nº { $number }
place-town = Commune · { $name }

# Decisions that need words.
reason-missing = Il manque quelques mots.
reason-too-long = C’est trop long : 1 000 caractères au plus.
give-up = Renoncer

# Somebody erased, where others still read what they wrote.
former-pupil = Ancien élève
former-guardian = Ancien parent
former-staff = Ancien personnel
former-guest = Ancien intervenant
former-member = Ancien membre

# Somebody left.
departure-see = Voir ce qui se passe maintenant
departure-forget = Ne plus montrer l’ancien texte à ceux qui sont partis
departure-forget-hint = À cocher si vous retirez un nom, une adresse ou des propos qui n’auraient pas dû être publiés.

# Letters.
letter-hello = Bonjour,
letter-hello-to = Bonjour { $first-name },
letter-end = L’ENT des écoles (courriel automatique : les réponses ne sont pas lues)
