# Words of the service news.

news = Actualités
write = Publier une actualité
rubrics = Rubriques
all-rubrics = Toutes
rubric-life = Vie de l’école
rubric-practical = Vie pratique
rubric-event = Évènements
rubric-health = Santé et sécurité
rubric-formality = Démarches
rubric-other = Divers
front-page = À la une
nothing-yet = Aucune actualité pour l’instant.
nothing-in-rubric = Aucune actualité dans cette rubrique.
older = Voir les actualités plus anciennes
see-managed = Voir les actualités à gérer
managed-news = Actualités à gérer
nothing-managed = Aucune actualité n’a encore été écrite ici. Les brouillons, les actualités publiées et celles qui sont terminées y seront rangés.
back-to-news = Revenir aux actualités
drafts = Brouillons
scheduled = Seront remises plus tard
published-news = Actualités publiées
expired-news = Actualités terminées
withdrawn-news = Actualités dépubliées
flash-from = { $title } · { $place }


state-draft = Brouillon
state-published = Publiée
state-until = Publiée jusqu’au { $day }
state-expired = Terminée
state-withdrawn = Dépubliée

public-pupils = Élèves
public-families = Familles
public-staff = Personnels de l’Éducation nationale
public-town-agents = Agents de la commune
publics-of = { $publics } · { $place }

new-news = Nouvelle actualité
edit-news = Modifier l’actualité
scope = Où ?
scope-missing = Choisissez où publier cette actualité.
scope-settled = Pour : { $place }
publics = Pour qui ?
publics-hint = Seules les personnes cochées la verront, avec celles qui la publient.
publics-missing = Cochez au moins une sorte de lecteurs.
publics-nobody = Une classe n’a pas d’agents de la commune : cochez aussi d’autres lecteurs.
rubric = Rubrique
rubric-missing = Choisissez une rubrique.
title = Titre
title-missing = Il manque un titre.
title-too-long = Le titre est trop long : 120 caractères au plus.
body = Texte
body-missing = Il manque un texte ou une pièce jointe.
files = Pièces jointes
optional = facultatif
where-and-when = Où et quand la montrer
front = Mettre à la une
front-hint = Elle reste en tête des actualités jusqu’à son dernier jour.
flash = Afficher en message flash
flash-hint = Un bandeau s’affiche en haut de toutes les pages de ses lecteurs, jusqu’à ce qu’ils le ferment. Il faut un dernier jour, un mois au plus.
flash-told = Un bandeau s’affichera aussi en haut de toutes les pages de ses lecteurs.
until = Dernier jour
until-hint = Après ce jour, l’actualité n’est plus montrée. Elle reste parmi les actualités à gérer.
until-unreadable = Indiquez un jour, par exemple 30/09/2026.
until-past = Choisissez un dernier jour après la publication.
flash-without-end = Un message flash a un dernier jour.
flash-too-long = Un message flash dure un mois au plus.
over-before-delivery = Le dernier jour vient avant la remise : personne ne verrait cette actualité. Modifiez l’un ou l’autre.
publish-day = Jour de publication
publish-day-hint = Sans jour ni heure, l’actualité part dès sa publication. Avec un jour seul, elle part à 7 h.
publish-time = Heure de publication
day-unreadable = Indiquez un jour et une heure, par exemple 07/09/2026 et 08:30.
day-past = Choisissez un moment à venir.
save-draft = Enregistrer le brouillon
save-changes = Enregistrer les modifications
go-on-to-publish = Continuer vers la publication
give-up = Renoncer
saved = Enregistré.
changed-meanwhile = Cette actualité a été modifiée depuis l’ouverture de cette page. Rien n’est encore enregistré, et rien de ce qui est tapé ici n’est perdu. Enregistrer de nouveau remplacera l’autre version par celle-ci.
see-changed = Voir l’autre version (nouvel onglet)
draft-restored = Ce qui avait été tapé sur cet appareil a été retrouvé.
draft-start-over = Repartir de zéro

about = { $rubric } · { $from } · { $when }
revised = Modifiée { $when }
edit = Modifier
if-published-now = { $delivery }, si elle est publiée maintenant.
may-still-change = Jusque-là, elle peut encore être modifiée, et sa publication annulée.
withdrawn-because = Cette actualité a été dépubliée
urgent-because = Remise en urgence
cancel = Annuler la publication
cancelled = La publication est annulée : l’actualité est de nouveau un brouillon.
expire = Terminer maintenant
expired = L’actualité est terminée : ses lecteurs ne la voient plus.
restore = Republier
restored = L’actualité est republiée.
report = Signaler cette actualité
seen-by-families = { $reached ->
    [one] Vue par { $reached } famille
   *[other] Vue par { $reached } familles
}

publication = Publier l’actualité
may-be-taken-back = Jusque-là, vous pourrez encore modifier l’actualité ou annuler sa publication.
seen-at-once = L’actualité sera visible dès sa publication.
publish = Publier l’actualité
published = L’actualité est publiée.
not-now = Pas maintenant
urgent = Remettre tout de suite, hors des heures de remise
urgent-hint = Pour la sécurité ou une fermeture. Votre raison est gardée dans le journal des actions.
urgent-reason = Pour quelle raison ?

reason-missing = Il manque quelques mots.
reason-too-long = C’est trop long : 1 000 caractères au plus.
withdraw = Dépublier
withdraw-explained = Plus aucun lecteur ne verra cette actualité. Son auteur recevra votre raison, qui est gardée dans le journal des actions.
withdraw-label = Pour quelle raison ?
withdrawn = L’actualité est dépubliée.

# Comments.
comments-on = Ouvrir les commentaires
comments-hint = Pour une classe ou une école. Chaque commentaire est relu avant d’être visible.
comments = Commentaires
about-comment = { $author } · { $when }
your-comment = Écrire un commentaire
comment-hint = { $who ->
    [tu] Ton commentaire sera visible quand un adulte de l’école l’aura lu.
   *[vous] Votre commentaire sera visible quand l’équipe de l’école l’aura lu.
}
comment-hint-in-charge = Votre commentaire sera visible tout de suite.
send-comment = Envoyer le commentaire
comment-waits = Le commentaire est envoyé. Il sera visible après relecture.
comment-published = Le commentaire est publié.
comment-is-waiting = En attente de relecture
comment-is-hidden = Masqué
take-comment-back = Retirer mon commentaire
comment-was-taken-back = Le commentaire est retiré.
let-comment-read = Valider le commentaire
comment-let-read = Le commentaire est visible.
hide-comment = Masquer le commentaire
comment-was-hidden = Le commentaire est masqué.
comment-to-review = Commentaire à valider
by-in = { $name } · { $place }

# What notices tell.
told-commented = Un commentaire est à valider sous l’actualité « { $title } ».
told-comment-published = Le commentaire envoyé sous l’actualité « { $title } » est publié.
told-comment-hidden = Le commentaire envoyé sous l’actualité « { $title } » a été masqué.
told-rescheduled = L’heure de remise de l’actualité « { $title } » a changé avec les heures de l’école.
told-unscheduled = La publication de l’actualité « { $title } » a été annulée.
told-expired = L’actualité « { $title } » a été terminée avant son dernier jour.
told-withdrawn = L’actualité « { $title } » a été dépubliée.
told-restored = L’actualité « { $title } » a été republiée.

# What is kept of somebody, for a copy of it.
data-news = Actualités écrites
data-comments = Commentaires écrits sous des actualités
data-title = Titre
data-text = Texte
data-written = Écrit
data-published = Publié

# What was changed after a child left.
changed-since-left-title = Actualité modifiée depuis
changed-since-left = { $who ->
    [tu] Cette actualité a été modifiée après ton départ : tu ne peux plus la lire.
   *[vous] Cette actualité a été modifiée après le départ de l’enfant : son texte et ses pièces ne sont plus montrés ici.
}
kept-since-left = { $who ->
    [tu] Cette actualité a été modifiée après ton départ : tu la lis comme elle était ce jour-là, sans les pièces enlevées depuis.
   *[vous] Cette actualité a été modifiée après le départ de l’enfant : vous la lisez telle qu’elle était ce jour-là, sans les pièces retirées depuis.
}
