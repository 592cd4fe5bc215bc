# Words of the service liaison.

# Coupons on paper: printing them.
slips = Imprimer des coupons
slips-lead = Un coupon par enfant, à découper et à glisser dans le cahier. Son code QR ne contient aucun nom : il vous servira à enregistrer les retours en photographiant la pile.
slips-for = Pour quelles familles ?
slips-without-account = Familles dont aucun adulte n’a activé son compte ({ $count })
slips-awaited = Familles qui n’ont pas encore répondu ({ $count })
slips-all = Toutes les familles ({ $count })
slips-per-page = Coupons par page
slips-on-a-page = { $count ->
    [one] { $count } coupon par page
   *[other] { $count } coupons par page
}
slips-fewer = Un mot long prend la place qu’il lui faut : il peut y avoir moins de coupons par page.
slips-print = Imprimer les coupons
slips-print-link = Imprimer des coupons
slips-nobody = Aucune famille n’est dans ce cas : il n’y a pas de coupon à imprimer.
slips-title = Coupons : { $title }
slip-from = { $author }, le { $day }
slip-from-version = { $author }, le { $day } (version { $version })
slip-due = À rendre au plus tard le { $day }
slip-pieces = Pièces jointes, à demander à l’école : { $names }

# Coupons on paper: entering what comes back.
paper-returns = Retours papier
paper-enter-link = Saisir les retours papier
paper-not-sent = Ce mot n’est pas envoyé : envoyez-le d’abord.
paper-nothing-asked = Ce mot n’attend pas de retour.
paper-counted = { $done ->
    [one] { $done } retour sur { $all }
   *[other] { $done } retours sur { $all }
}
paper-all-back = Tous les retours sont là : il n’y a plus de coupon à saisir.
paper-last = { $count ->
    [one] Votre dernière saisie : { $count } coupon, { $when }.
   *[other] Votre dernière saisie : { $count } coupons, { $when }.
}
paper-undo = Annuler cette saisie
paper-undone = { $count ->
    [one] La saisie est annulée : { $count } coupon est de nouveau attendu.
   *[other] La saisie est annulée : { $count } coupons sont de nouveau attendus.
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
    [0] Aucun retour nouveau : tout était déjà enregistré.
    [one] { $count } retour est enregistré.
   *[other] { $count } retours sont enregistrés.
}
paper-saved-outdated = { $count ->
    [one] { $count } retour est enregistré, dont { $outdated } d’une version précédente : une nouvelle réponse reste attendue.
   *[other] { $count } retours sont enregistrés, dont { $outdated } d’une version précédente : une nouvelle réponse reste attendue.
}
paper-nothing-ticked = Cochez au moins un enfant, ou tapez le code d’un coupon.
paper-signer-missing = { $child } : indiquez qui a signé.
paper-answer-missing = { $child } : choisissez la réponse cochée sur le coupon.
paper-answer-too-long = { $child } : la réponse est trop longue, 300 caractères au plus.
paper-code-unreadable = « { $code } » n’est pas le code d’un coupon : vérifiez-le sous le code QR.
paper-code-done = « { $code } » : le retour de { $child } est déjà enregistré.
paper-code-of-another = « { $code } » est un coupon du mot « { $title } », pour { $child } : saisissez-le dans les retours de ce mot.
paper-code-unknown = « { $code } » n’est pas un coupon de ce mot.

# The proof of a mot.
proof-title = Preuve : { $title }
proof-at = { $day } à { $hour }
proof-made = Établi le { $when } par { $name }
proof-asks-nothing = Mot d’information, sans retour attendu
proof-asks-reading = Retour attendu : confirmation de lecture
proof-asks-signature = Retour attendu : signature
proof-asks-choice = Retour attendu : une réponse parmi plusieurs
proof-asks-words = Retour attendu : une réponse écrite
proof-of-one = Un seul adulte responsable suffit
proof-of-each = Chaque adulte responsable doit répondre
proof-of-named = Un adulte désigné pour chaque enfant doit répondre
proof-due = À rendre au plus tard le { $day }
proof-delivered = Remis aux familles le { $when }
proof-version = Version { $number }, { $when }, { $name }
proof-version-again = Version { $number }, { $when }, { $name } – nouvelle signature demandée
proof-choices = Réponses proposées : { $choices }
proof-pieces = Pièces jointes : { $names }
proof-done = { $done ->
    [one] { $done } enfant sur { $all } : tout ce qui était demandé est rendu.
   *[other] { $done } enfants sur { $all } : tout ce qui était demandé est rendu.
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
