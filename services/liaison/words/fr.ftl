# Words of the service liaison.

# Coupons on paper: printing them.
slips = Imprimer des coupons
slips-lead = Un coupon par enfant, à découper et à glisser dans le cahier. Son code QR ne contient aucun nom : il vous servira à enregistrer les retours en photographiant la pile.
slips-for = Pour quelles familles ?
slips-without-account = Familles dont aucun adulte n’a activé son compte ({ $count })
slips-awaited = Familles qui n’ont pas encore répondu ({ $count })
slips-all = Toutes les familles ({ $count })
slips-per-page = Coupons par page
slips-on-a-page = { $count ->
    [one] { $count } coupon par page
   *[other] { $count } coupons par page
}
slips-fewer = Un mot long prend la place qu’il lui faut : il peut y avoir moins de coupons par page.
slips-print = Imprimer les coupons
slips-print-link = Imprimer des coupons
slips-nobody = Aucune famille n’est dans ce cas : il n’y a pas de coupon à imprimer.
slips-title = Coupons : { $title }
slip-from = { $author }, le { $day }
slip-from-version = { $author }, le { $day } (version { $version })
slip-due = À rendre au plus tard le { $day }
slip-pieces = Pièces jointes, à demander à l’école : { $names }

# Coupons on paper: entering what comes back.
paper-returns = Retours papier
paper-enter-link = Saisir les retours papier
paper-not-sent = Ce mot n’est pas envoyé : envoyez-le d’abord.
paper-nothing-asked = Ce mot n’attend pas de retour.
paper-counted = { $done ->
    [one] { $done } retour sur { $all }
   *[other] { $done } retours sur { $all }
}
paper-all-back = Tous les retours sont là : il n’y a plus de coupon à saisir.
paper-last = { $count ->
    [one] Votre dernière saisie : { $count } coupon, { $when }.
   *[other] Votre dernière saisie : { $count } coupons, { $when }.
}
paper-undo = Annuler cette saisie
paper-undone = { $count ->
    [one] La saisie est annulée : { $count } coupon est de nouveau attendu.
   *[other] La saisie est annulée : { $count } coupons sont de nouveau attendus.
}
paper-photos = Photos de la pile
paper-photos-hint = Étalez les coupons pour que leurs codes se voient, puis prenez une ou plusieurs photos. Elles sont lues sur cet appareil et n’en sortent pas.
paper-reading = Lecture de la photo…
paper-photo-unreadable = Cette photo ne peut pas être lue. Essayez-en une autre, ou cochez les enfants.
paper-none-read = Aucun coupon reconnu. Rapprochez-vous, ou cochez les enfants.
paper-one-read = 1 coupon reconnu
paper-many-read = { $count } coupons reconnus
paper-one-already = 1 déjà saisi
paper-many-already = { $count } déjà saisis
paper-one-unknown = 1 inconnu
paper-many-unknown = { $count } inconnus
paper-children = Coupons revenus
paper-signed-by = Signé par, pour { $child }
paper-signed-by-each = Ont signé, pour { $child } (décochez qui n’a pas signé)
paper-unsaid = Un responsable, sans précision
paper-answer = Réponse, pour { $child }
paper-choose = Choisir la réponse cochée
paper-codes = Codes des coupons
paper-codes-hint = Un code par ligne, comme il est écrit sous le code QR. Utile sans appareil photo.
paper-save = Enregistrer les retours
paper-back = Revenir au mot
paper-saved = { $count ->
    [0] Aucun retour nouveau : tout était déjà enregistré.
    [one] { $count } retour est enregistré.
   *[other] { $count } retours sont enregistrés.
}
paper-saved-outdated = { $count ->
    [one] { $count } retour est enregistré, dont { $outdated } d’une version précédente : une nouvelle réponse reste attendue.
   *[other] { $count } retours sont enregistrés, dont { $outdated } d’une version précédente : une nouvelle réponse reste attendue.
}
paper-nothing-ticked = Cochez au moins un enfant, ou tapez le code d’un coupon.
paper-signer-missing = { $child } : indiquez qui a signé.
paper-answer-missing = { $child } : choisissez la réponse cochée sur le coupon.
paper-answer-too-long = { $child } : la réponse est trop longue, 300 caractères au plus.
paper-code-unreadable = « { $code } » n’est pas le code d’un coupon : vérifiez-le sous le code QR.
paper-code-done = « { $code } » : le retour de { $child } est déjà enregistré.
paper-code-of-another = « { $code } » est un coupon du mot « { $title } », pour { $child } : saisissez-le dans les retours de ce mot.
paper-code-unknown = « { $code } » n’est pas un coupon de ce mot.

# The proof of a mot.
proof-title = Preuve : { $title }
proof-at = { $day } à { $hour }
proof-made = Établi le { $when } par { $name }
proof-asks-nothing = Mot d’information, sans retour attendu
proof-asks-reading = Retour attendu : confirmation de lecture
proof-asks-signature = Retour attendu : signature
proof-asks-choice = Retour attendu : une réponse parmi plusieurs
proof-asks-words = Retour attendu : une réponse écrite
proof-of-one = Un seul adulte responsable suffit
proof-of-each = Chaque adulte responsable doit répondre
proof-of-named = Un adulte désigné pour chaque enfant doit répondre
proof-due = À rendre au plus tard le { $day }
proof-delivered = Remis aux familles le { $when }
proof-version = Version { $number }, { $when }, { $name }
proof-version-again = Version { $number }, { $when }, { $name } – nouvelle signature demandée
proof-choices = Réponses proposées : { $choices }
proof-pieces = Pièces jointes : { $names }
proof-done = { $done ->
    [one] { $done } enfant sur { $all } : tout ce qui était demandé est rendu.
   *[other] { $done } enfants sur { $all } : tout ce qui était demandé est rendu.
}
proof-unsaid = Un responsable, non précisé
proof-no-adult = Aucun adulte dans l’annuaire
proof-opened = Ouvert
proof-unopened = Non ouvert
proof-read = Lu et confirmé
proof-signed = Signé
proof-answered = Répondu
proof-by-app = Application
proof-by-mail = Lien d’une lettre
proof-by-paper = Papier
proof-by-paper-entered = Papier, saisi par { $name }
# Words of the carnet de liaison.

liaison = Carnet de liaison
to-do = À faire
drafts = Brouillons
sent-mots = Mots envoyés
nothing-sent = Aucun mot n’a encore été envoyé.
shown-to-pupil = Les mots de ma classe
nothing-for-family = Aucun mot pour l’instant. Les mots de l’école apparaîtront ici, ceux à signer en premier.
nothing-for-pupil = Aucun mot pour l’instant.
write = Écrire un mot
write-to = Écrire à : { $class }
whole-school = Toute l’école
all-classes = Toutes les classes
filter = Classes
about-mot = { $author } · { $class } · { $when }
child-and-class = { $child } · { $class }
class-and-when = { $class } · { $when }
before = au plus tard le { $day }
act-before = { $act } au plus tard le { $day }
done-of = { $done } sur { $all }
answers-of = Réponses : { $done } sur { $all }
opened-of = { $opened ->
    [one] Lu par { $opened } famille sur { $all }
   *[other] Lu par { $opened } familles sur { $all }
}

state-draft = Brouillon
state-delivered = Remis
state-withdrawn = Retiré
unread = non lu
read = lu
signed = signé
on-paper = papier
late = en retard

read-it = Lire
confirm-reading = Confirmer la lecture
sign = Signer
answer = Répondre
act-for-child = { $act } pour { $child }
your-answer = Votre réponse
change-answer = Modifier ma réponse
done-for-child = Déjà fait pour { $child }.
asked-of-another = Cette réponse est demandée à un autre responsable { $child }.
done-on-paper = Rendu sur papier, { $when }.
you-read = Vous avez confirmé la lecture { $when }.
you-signed = Vous avez signé { $when }.
you-answered = Vous avez répondu { $when }.
thanks-read = Votre lecture est confirmée.
thanks-signed = Votre signature est enregistrée.
thanks-answered = Votre réponse est enregistrée.
answer-missing = Écrivez votre réponse.
answer-too-long = La réponse est trop longue : 300 caractères au plus.
answer-not-chosen = Choisissez une des réponses proposées.
changed-before-answer = Ce mot a changé pendant que vous le lisiez : relisez-le, puis répondez.

audience-me = Moi
families-of = Familles : { $class }
families-and-pupils-of = Familles et élèves : { $class }
some-families-of = Quelques familles : { $class }
pupils = { $count ->
    [one] { $count } élève
   *[other] { $count } élèves
}
family = { $child } : { $adults }
family-without-adult = { $child } : aucun responsable connu

theme = Thème
theme-other = Autre
theme-outing = Sortie à la journée
theme-journey = Voyage avec nuitée
theme-meeting = Réunion ou rendez-vous
theme-health = Santé
theme-meals = Cantine et garderie
theme-picture = Photo de classe et images
theme-school-life = Vie de l’école, matériel
theme-closure = Absence ou fermeture
reply = Que demandez-vous ?
reply-none = Aucune réponse
reply-read = Confirmer la lecture
reply-sign = Signer
reply-choose = Choisir une réponse
reply-text = Répondre en quelques mots
reply-missing = Choisissez ce que vous demandez.
acts = Qui doit répondre, pour chaque élève ?
acts-one = Un responsable suffit
acts-each = Chaque responsable légal
acts-named = Un responsable nommé
acts-hint = Pour une sortie à la journée, un responsable suffit. Pour un voyage avec nuitée, chaque responsable légal signe.
acts-missing = Choisissez qui doit répondre.
choices = Réponses proposées
choices-hint = Pour « Choisir une réponse » : de 2 à 5 réponses, une par ligne.
choices-count = Proposez de 2 à 5 réponses, une par ligne.
choice-too-long = Une réponse est trop longue : 60 caractères au plus.
choices-repeated = Deux réponses sont les mêmes.
due = Dernier jour pour répondre
due-unreadable = Indiquez un jour, par exemple 09/10/2026.
due-past = Choisissez un jour à venir.
due-before-delivery = Le dernier jour pour répondre vient avant la remise du mot : choisissez un autre jour.
reminders = Rappels
reminders-none = Aucun
reminders-before = Deux jours avant
reminders-due-day = Le dernier jour
reminders-both = Deux jours avant et le dernier jour
reminders-hint = À l’ouverture de l’école, à ceux qui n’ont pas répondu.
reminders-need-a-day = Indiquez le dernier jour pour répondre, ou choisissez « Aucun » rappel.

new-mot = Nouveau mot
edit-mot = Modifier le mot
models = Commencer par un modèle
title = Titre
title-missing = Il manque un titre.
title-too-long = Le titre est trop long : 120 caractères au plus.
body = Texte
body-missing = Il manque un texte.
pieces = Pièces jointes
optional = facultatif
what-is-asked = Ce qui est demandé
who-and-when = Pour qui, et quand
children = Pour qui ?
all-children = Tous les élèves
some-children = Quelques élèves
choose-children = Choisir des élèves
chosen-children = Élèves choisis
nobody-aimed = Ce mot n’est pour personne : choisissez au moins un élève.
choose-adults = Nommer un responsable pour chaque élève
adult-of = Responsable nommé pour { $child }
nobody-named = N’importe lequel
pupils-see = Les élèves voient aussi le mot
pupils-see-hint = À partir du CE1. Seuls les adultes signent et répondent.
urgent = Urgent : remis tout de suite
urgent-label = Envoyer en urgence : pourquoi ?
urgent-hint = Avec un motif, le mot est remis tout de suite, même pendant la pause numérique. Le motif est gardé.
urgent-too-long = Le motif est trop long : 300 caractères au plus.
if-sent-now = { $delivery }, s’il est envoyé maintenant.
save-draft = Enregistrer le brouillon
save-changes = Enregistrer les modifications
go-on-to-send = Continuer vers l’envoi
give-up = Renoncer
saved = Enregistré.
see-changed = Voir l’autre version (nouvel onglet)
changed-meanwhile = Ce mot a été modifié depuis l’ouverture de cette page. Rien n’est encore enregistré, et rien de ce qui est tapé ici n’est perdu. Enregistrer de nouveau remplacera l’autre version par celle-ci.
draft-restored = Ce qui avait été tapé sur cet appareil a été retrouvé.
draft-start-over = Repartir de zéro
revision = Des responsables ont déjà signé. Que deviennent leurs signatures ?
revision-correction = Correction de forme
revision-correction-hint = Les signatures restent valables. Le changement est visible par tous.
revision-ask-again = Nouvelle signature demandée
revision-ask-again-hint = Chacun doit signer ou répondre de nouveau.
revision-missing = Choisissez ce que deviennent les signatures déjà données.
revision-must-ask = Ce qui est demandé a changé : une nouvelle signature est nécessaire.

send = Envoyer le mot
send-later = Envoyer à cette heure
sent = Le mot est remis.
who-will-see = Qui recevra le mot, et quand
may-be-taken-back = Jusque-là, vous pourrez encore modifier le mot ou annuler son envoi.
seen-at-once = Le mot sera visible dès son envoi.
not-now = Pas maintenant
journey-needs-each = Pour un voyage avec nuitée, la signature de chaque responsable légal est nécessaire. Vous pouvez le changer avant d’envoyer.
simplify = Simplifier
simple-long-sentence = « { $beginning }… » : { $words } mots. Coupez cette phrase en deux.
simple-several-days = { $count } jours différents. Une seule date par mot se retient mieux.
simple-vague-day = « { $day } » : écrivez la date entière, par exemple « mardi 6 octobre ».
simple-bring-list = Écrivez ce qu’il faut apporter dans une liste, une chose par ligne.
simple-jargon = « { $word } » : dites ce que c’est en quelques mots, toutes les familles ne le savent pas.

edit = Modifier
follow = Suivi des réponses
withdraw = Retirer le mot
cancel = Annuler l’envoi
cancelled = L’envoi est annulé : le mot est de nouveau un brouillon.
copy = Écrire un mot semblable
copied = Le mot est copié : vérifiez les dates avant de l’envoyer.
report = Signaler
may-still-change = Jusque-là, il peut encore être modifié, et son envoi annulé.
changed = Modifié { $when } : correction de forme
changed-and-asked-again = Modifié { $when } : nouvelle signature demandée
see-versions = Voir ce qui a changé
back-to-liaison = Revenir au carnet de liaison
back-to-mot = Revenir au mot
withdrawn-because = Ce mot a été retiré
withdrawal-explained = Les familles ne verront plus ce mot. Les signatures déjà données sont gardées.
withdrawal-reason = Pourquoi retirer ce mot ?
withdrawn = Le mot est retiré.

versions = Versions du mot
versions-explained = Ce qui a été retiré est barré, ce qui a été ajouté est souligné.
version-number = Version { $number }
changed-by = { $author } · { $when }
mere-correction = correction de forme
asked-again = nouvelle signature demandée

follow-caption = Réponses, élève par élève
pupil = Élève
adult-number = Responsable { $number }
slip = Coupon sans nom
unreached = Familles non atteintes
not-answered = N’ont pas encore répondu
adult-for-child = { $adult } (pour { $child })
unreached-advice = Rien ne les prévient : remettez le mot en main propre, ou appelez.
never-signed-in = compte jamais activé
mail-bounced = l’adresse électronique ne fonctionne pas (en demander une à jour)
no-way = ni adresse électronique ni téléphone relié
no-adult-known = aucun responsable connu (imprimer le coupon, et le remettre à l’élève)
relance-readers = Relancer ceux qui n’ont pas lu
relance-signers = Relancer ceux qui n’ont pas signé
relance-answers = Relancer ceux qui n’ont pas répondu
relanced = { $count ->
    [0] Personne n’était à relancer.
    [one] { $count } responsable est relancé, dans les heures de l’école.
   *[other] { $count } responsables sont relancés, dans les heures de l’école.
}
relanced-today = Déjà relancés aujourd’hui : une relance par jour suffit.
newcomers = Arrivés depuis l’envoi : { $names }
add-newcomers = Envoyer aussi à ces élèves
newcomers-added = { $count ->
    [one] Le mot est envoyé à { $count } élève de plus.
   *[other] Le mot est envoyé à { $count } élèves de plus.
}
print-slips = Imprimer pour les familles sans compte
enter-paper = Saisir un retour papier
export-proof = Exporter la preuve (PDF)

told-unsent = L’envoi de « { $title } » a été annulé
told-moved = « { $title } » sera remis à une autre heure : celles de l’école ont changé
told-corrected = « { $title } » a été corrigé ; votre signature reste valable
told-asked-again = « { $title } » a changé : une nouvelle signature est demandée
told-complete = Tout le monde a répondu à « { $title } »
told-relanced = L’école attend votre réponse à « { $title } »
told-reminded = Rappel : « { $title } » attend votre réponse
told-withdrawn = « { $title } » a été retiré

model-outing = Sortie à la journée
model-outing-body =
    La classe part en sortie à …

    Date : …
    Départ de l’école : … h. Retour à l’école : … h.

    À mettre dans le sac :
    - un pique-nique
    - une gourde
    - un vêtement de pluie

    Signez ce mot pour autoriser votre enfant à participer.
model-journey = Voyage avec nuitée
model-journey-body =
    La classe part en voyage à …

    Départ : … à … h. Retour : … à … h.
    Les élèves dorment à …

    Une liste des affaires vous sera donnée.
    Chaque responsable légal doit signer ce mot.
model-meeting = Réunion de parents
model-meeting-body =
    Vous êtes invités à une réunion.

    Date : … à … h.
    Lieu : la classe de votre enfant.

    Dites-nous si vous venez.
model-meeting-choices =
    Je viens
    Je ne viens pas
    Je souhaite un autre rendez-vous
model-meals = Rappel : cantine
model-meals-body =
    Les inscriptions à la cantine changent.

    À partir du : …
    Pour inscrire votre enfant : …
model-health = Poux à l’école
model-health-body =
    Des poux ont été trouvés dans la classe.

    Regardez bien la tête de votre enfant.
    Si vous trouvez des poux, traitez toute la famille et lavez les bonnets et les draps.

    Votre enfant peut venir à l’école.
model-picture = Photo de classe
model-picture-body =
    Le photographe vient à l’école.

    Date : …

    Voulez-vous que votre enfant soit sur la photo de classe ?
model-picture-choices =
    Oui
    Non
model-school-life = Matériel de la classe
model-school-life-body =
    La classe a besoin de matériel :
    - …
    - …

    Merci de le mettre dans le cartable avant le …
model-closure = Absence de l’enseignant
model-closure-body =
    L’enseignant de votre enfant est absent.

    Date : …

    Si vous le pouvez, gardez votre enfant à la maison. Sinon, l’école l’accueille.

# What is kept of somebody, for a copy of it.
data-mots = Mots écrits
data-title = Titre
data-text = Texte
data-written = Écrit
data-sent = Envoyé

# Somebody who left is erased.
left-with-child = Mot effacé avec le départ de l’élève
