# Words of drafts, said beside the forms they belong to.

saved-at = Brouillon enregistré à { $hour }
on-this-device = Enregistré sur cet appareil, pas encore envoyé
found-elsewhere = Un texte plus récent, commencé ailleurs, a été enregistré { $when }.
take-it-up = Reprendre ce texte

# How long things are kept.
retention-drafts = Brouillons des formulaires
retention-drafts-why = Depuis la dernière frappe : un brouillon d’un mois n’attend plus personne.

# What is kept of somebody, for a copy of it.
data-drafts = Brouillons
data-form = Formulaire
data-content = Contenu
data-saved = Enregistré
