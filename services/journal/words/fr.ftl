# Words of the journal of a class or of a group: `place` says which.

journal = Journal
journals = Journaux
journal-of-group = Journal du groupe
journal-of = { $place ->
    [group] Journal du groupe { $name }
   *[class] Journal de la classe { $name }
}
no-class = Aucune classe n’est encore ouverte à ce compte. Elle apparaîtra ici dès que l’école aura fait le rattachement.
latest-post = « { $title } », { $when }
nothing-yet = Rien de publié pour l’instant
write = Publier dans le journal
write-to-pupil = J’écris
published-posts = Billets publiés
older = Voir les billets plus anciens
that-is-all = C’est tout pour l’instant.
archives = Billets archivés ou dépubliés
see-archives = Voir les billets archivés ou dépubliés
no-archives = Aucun billet n’a été archivé ni dépublié.
back-to-journal = Revenir au journal
back-to-past-class = { $place ->
    [group] Revenir au groupe terminé
   *[class] Revenir à la classe de cette année-là
}
to-correct = À corriger
drafts = Brouillons
scheduled = Seront remis plus tard
empty-for-teacher = { $place ->
    [group] Ce journal est déjà ouvert au groupe et à ses familles. Écrivez le premier billet : une photo et une phrase suffisent.
   *[class] Ce journal est déjà ouvert à la classe et à ses familles. Écrivez le premier billet : une photo et une phrase suffisent.
}
empty-for-pupil = { $place ->
    [group] Le journal attend son premier billet. Raconte quelque chose du groupe !
   *[class] Le journal attend son premier billet. Raconte quelque chose de la classe !
}
empty-for-reader = Rien n’a encore été publié dans ce journal.

state-draft = Brouillon
state-review = À relire
state-waiting = En attente de relecture
state-returned = À corriger
state-published = Publié
state-archived = Archivé
state-withdrawn = Dépublié

audience = Pour qui ?
audience-me = Moi
audience-signers = Ceux qui signent
audience-team = { $place ->
    [group] L’auteur et l’équipe du groupe
   *[class] L’auteur et l’équipe de la classe
}
audience-class = { $place ->
    [group] Le groupe
   *[class] La classe
}
audience-class-and-families = { $place ->
    [group] Le groupe et ses familles
   *[class] La classe et ses familles
}
audience-families = { $place ->
    [group] Les familles du groupe
   *[class] Les familles de la classe
}
audience-missing = Choisissez pour qui est ce billet.
name-and-others = { $others ->
    [one] { $name } et { $others } autre
   *[other] { $name } et { $others } autres
}

new-post = Nouveau billet
edit-post = Modifier le billet
title = Titre
title-missing = Il manque un titre.
title-too-long = Le titre est trop long : 120 caractères au plus.
body = Texte
body-missing = Il manque un texte ou une photo.
optional = facultatif
photos = Photos
photos-hint = 20 photos au plus. Décrivez chacune en quelques mots pour les personnes qui ne la voient pas. Où et quand elle a été prise est effacé à l’envoi.
photos-hint-to-pupil = 20 photos au plus. Dis ce qu’on voit sur chaque photo, pour les personnes qui ne la voient pas.
photos-lost = Les photos ajoutées n’ont pas pu être gardées : elles sont à choisir de nouveau. Tout le reste est là.
photos-too-many = 20 photos au plus par billet.
photos-unreadable = Illisible comme photo : { $names }. Les formats acceptés sont JPEG, PNG, WebP et GIF.
photo-description-of = Description de la photo { $number }
photo-remove-of = Retirer la photo { $number }
photo-undescribed = Photo sans description
photos-undescribed = { $count ->
    [one] Une photo n’a pas de description : les personnes qui ne la voient pas ne sauront pas ce qu’elle montre.
   *[other] { $count } photos n’ont pas de description : les personnes qui ne les voient pas ne sauront pas ce qu’elles montrent.
}
who-and-when = Pour qui, et quand
authors = Qui signe le billet avec son auteur ?
authors-hint = Dès l’enregistrement, ceux qui signent voient le billet et peuvent le modifier. Un élève ne le peut plus quand il est soumis ou publié.
comments-on = Ouvrir les commentaires
comments-hint = Chaque commentaire est relu par un enseignant avant d’être visible.
publish-day = Jour de publication
publish-day-hint = Sans jour ni heure, le billet part dès sa publication. Avec un jour seul, il part à 7 h.
publish-time = Heure de publication
day-unreadable = Indiquez un jour et une heure, par exemple 07/09/2026 et 08:30.
day-past = Choisissez un moment à venir.
if-published-now = { $delivery }, s’il est publié maintenant.
save-draft = Enregistrer le brouillon
save-changes = Enregistrer les modifications
go-on-to-publish = Continuer vers la publication
give-up = Renoncer
saved = Enregistré.
changed-meanwhile = Ce billet a été modifié depuis l’ouverture de cette page. Rien n’est encore enregistré, et rien de ce qui est tapé ici n’est perdu. Enregistrer de nouveau remplacera l’autre version par celle-ci.
sent-meanwhile = Ce billet a été soumis, publié ou archivé entre-temps. Rien de ce qui est tapé ici n’est enregistré : copiez ce que vous voulez garder.
sent-meanwhile-to-pupil = Ce billet a été soumis, publié ou archivé entre-temps. Rien de ce qui est tapé ici n’est enregistré : copie ce que tu veux garder.
see-changed = Voir l’autre version (nouvel onglet)
draft-restored = Ce qui avait été tapé sur cet appareil a été retrouvé ; les photos sont à choisir de nouveau.
draft-start-over = Repartir de zéro

about-post = { $authors } · { $class } · { $when }
edit = Modifier
publish = Publier dans le journal
submit = Soumettre
submitted = Le billet est soumis. Il sera relu avant d’être publié.
submitted-to-pupil = Bravo, ton billet est parti ! Il sera relu avant d’être publié.
being-read = Ce billet attend d’être relu par un enseignant.
being-read-to-pupil = Ton billet attend d’être relu. Tu ne peux plus le changer pour l’instant.
advice = À corriger
withdrawn-because = Ce billet a été dépublié
may-still-change = Jusque-là, il peut encore être modifié, et sa publication annulée.
waits-for-its-hour = Il est publié. Ceux pour qui il est écrit le verront à ce moment-là.
cancel = Annuler la publication
cancelled = La publication est annulée : le billet est de nouveau un brouillon.
archive = Archiver
archived = Le billet est archivé. Vous le retrouverez parmi les billets archivés.
restore = Republier
restored = Le billet est republié.
seen-by-families = { $reached ->
    [one] Vu par { $reached } famille sur { $total }
   *[other] Vu par { $reached } familles sur { $total }
}

publication = Publier le billet
who-will-see = Qui verra, et quand
may-be-taken-back = Jusque-là, vous pourrez encore modifier le billet ou annuler sa publication.
seen-at-once = Le billet sera visible dès sa publication.
publish-later = Publier à cette heure
images-to-hide = { $count ->
    [one] Un enfant à flouter ou à retirer des photos
   *[other] { $count } enfants à flouter ou à retirer des photos
}
images-to-hide-explained = { $why ->
    [unanswered] Ce groupe réunit plusieurs écoles : il y faut l’accord de tous les responsables légaux, et il en manque pour ces enfants. Vérifiez chaque photo avant de publier.
   *[refused] Un responsable légal a refusé que son image paraisse dans le journal. Vérifiez chaque photo avant de publier.
}
images-to-hide-if-added = { $why ->
    [unanswered] Ce groupe réunit plusieurs écoles : il y faut l’accord de tous les responsables légaux, et il en manque pour ces enfants. Si vous ajoutez des photos, vérifiez chacune avant d’enregistrer.
   *[refused] Un responsable légal a refusé que son image paraisse dans le journal. Si vous ajoutez des photos, vérifiez chacune avant d’enregistrer.
}
image-unanswered = { $name }, sans accord de tous ses responsables
images-verified = J’ai vérifié : ces enfants ne sont reconnaissables sur aucune photo
images-to-verify = Vérifiez les photos, puis cochez cette case.
published = Le billet est publié.
not-now = Pas maintenant
pupils = { $count ->
    [one] { $count } élève
   *[other] { $count } élèves
}
families = { $count ->
    [one] { $count } famille
   *[other] { $count } familles
}
adults = { $count ->
    [one] { $count } adulte
   *[other] { $count } adultes
}
invited-readers = { $count ->
    [one] { $count } proche invité
   *[other] { $count } proches invités
}
invited-by-families = Invités par les familles, à lire seulement
pupils-and-families = { $pupils }, { $families }
families-and-adults = { $families } ({ $adults })
family = { $child } : { $adults }
family-without-adult = { $child } : aucun responsable légal connu
team = { $place ->
    [group] Équipe du groupe
   *[class] Équipe de la classe
}
heads = Direction de l’école

give-back = Demander une correction
give-back-explained = Le billet revient à ceux qui le signent avec vos mots. Ils pourront le corriger et le soumettre de nouveau.
give-back-label = Que faut-il corriger ?
give-back-button = Renvoyer avec un mot
given-back = Le billet est renvoyé à ceux qui le signent.
withdraw = Dépublier
withdraw-explained = Plus personne ne verra ce billet, sauf son auteur, la direction et les enseignants. L’auteur recevra votre raison, qui est gardée dans le journal des actions.
withdraw-label = Pour quelle raison ?
withdrawn = Le billet est dépublié.
report = Signaler ce billet
report-explained = Votre signalement est lu par la direction et les enseignants. Votre nom n’est montré qu’à la direction.
report-explained-to-pupil = Quelque chose te gêne dans ce billet ? Dis-le ici. Tes enseignants et la direction liront tes mots.
report-comment = Signaler ce commentaire
report-comment-explained-to-pupil = Quelque chose te gêne dans ce commentaire ? Dis-le ici. Tes enseignants et la direction liront tes mots.
report-label = Qu’est-ce qui ne va pas ?
report-button = Envoyer le signalement
reported = Merci. La direction et les enseignants sont prévenus.
reported-to-pupil = Merci. Tes enseignants sont prévenus.
reports = Signalements à traiter
report-line = « { $reason } », { $when }
report-line-named = « { $reason } », { $name }, { $when }
settle-reports = Classer les signalements
reports-settled = Les signalements sont classés.

comments = Commentaires
by-parent = { $name }, parent
about-comment = { $author } · { $when }
your-comment = Écrire un commentaire
comment-hint = Votre commentaire sera visible quand un enseignant l’aura lu.
comment-hint-to-pupil = Ton commentaire sera visible quand un adulte l’aura lu.
comment-hint-to-teacher = Votre commentaire sera visible tout de suite.
send-comment = Envoyer le commentaire
comment-missing = Il manque quelques mots.
comment-too-long = C’est trop long : 1 000 caractères au plus.
comment-waits = Le commentaire est envoyé. Il sera visible après relecture.
comment-published = Le commentaire est publié.
comment-is-pending = À valider
comment-is-waiting = En attente de relecture
take-comment-back = Retirer mon commentaire
comment-was-taken-back = Le commentaire est retiré.
comment-is-hidden = Masqué
let-comment-read = Valider le commentaire
keep-comment = Garder le commentaire
comment-was-kept = Le commentaire reste visible, et les signalements sont classés.
hide-comment = Masquer le commentaire
comment-let-read = Le commentaire est visible.
comment-was-hidden = Le commentaire est masqué.

# What waits for those in charge.
post-to-review = Billet à relire
comment-to-review = Commentaire à valider
by-in-class = { $author } · { $class }

# What notices tell: true for a child and for an adult.
told-submitted = Le billet « { $title } » est à relire.
told-returned = Le billet « { $title } » est à corriger.
told-published = Le billet « { $title } » est publié.
told-rescheduled = L’heure de remise du billet « { $title } » a changé avec les heures de l’école.
told-withdrawn = Le billet « { $title } » a été dépublié.
told-unscheduled = La publication du billet « { $title } » a été annulée.
told-reported = Le billet « { $title } » a été signalé.
told-comment-reported = Un commentaire du billet « { $title } » a été signalé.
told-report-kept = Le signalement envoyé à propos du billet « { $title } » a été lu ; rien n’a été retiré.
told-report-heard = Le signalement envoyé à propos du billet « { $title } » a été lu ; ce qui était signalé a été retiré.
told-commented = Un commentaire est à valider sous le billet « { $title } ».
told-comment-published = Le commentaire envoyé sous le billet « { $title } » est publié.
told-comment-hidden = Le commentaire envoyé sous le billet « { $title } » a été masqué.

# What is kept of somebody, for a copy of it.
data-posts = Billets écrits
data-comments = Commentaires écrits dans les journaux
data-title = Titre
data-text = Texte
data-written = Écrit
data-delivered = Remis

# Somebody who left is erased.
left-with-author = Billet retiré avec le départ de son auteur

# What was changed after a child left the class.
changed-since-left-title = Billet modifié depuis
changed-since-left = { $who ->
    [tu] Ce billet a été modifié après ton départ : tu ne peux plus le lire.
   *[vous] Ce billet a été modifié après le départ de l’enfant : son texte et ses photos ne sont plus montrés ici.
}
kept-since-left = { $who ->
    [tu] Ce billet a été modifié après ton départ : tu le lis comme il était ce jour-là, sans les photos enlevées depuis.
   *[vous] Ce billet a été modifié après le départ de l’enfant : vous le lisez tel qu’il était ce jour-là, sans les photos retirées depuis.
}
