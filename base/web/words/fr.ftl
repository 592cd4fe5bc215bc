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
imports-entry = Annuaire
everybody = Tous
my-account = Mon compte
sign-out = Se déconnecter
security = Mot de passe et appareils
notifications = Notifications

footer-accessibility = Accessibilité : non conforme
footer-data = Protection des données
footer-legal = Mentions légales
footer-charter = Charte d’utilisation

profile-pupil = Élève
profile-guardian = Responsable légal
profile-staff = Personnel
profile-teacher = Enseignant
profile-head = Direction
profile-administrator = Académie

errors-title = { $count ->
    [one] Un point est à corriger
   *[other] { $count } points sont à corriger
}
not-found-title = Page introuvable
not-found = Cette page n’existe pas, ou elle n’est pas ouverte à tout le monde. Il faut vérifier l’adresse, ou revenir à l’accueil.
forbidden-title = Action réservée
forbidden = Cette page peut se lire, mais cette action est réservée à d’autres personnes. En cas de besoin, il faut demander à l’école.
conflict-title = Déjà fait
conflict = Quelqu’un vient de faire la même chose, ou ce nom est déjà pris. Il faut recharger la page et vérifier.
fault-title = Un incident est survenu
fault = Rien n’a été perdu de ce qui était enregistré. Il est possible de réessayer. Si cela continue, ce numéro aidera l’assistance à comprendre : { $number }.
too-many-title = Trop d’essais
too-many = Il faut attendre une minute, puis réessayer.
foreign-title = Demande refusée
foreign = Cette demande vient d’un autre site. Il faut ouvrir la page dans l’ENT et recommencer.
too-large-title = Envoi trop volumineux
too-large = Il faut envoyer moins de photos à la fois, ou des photos plus petites.
invalid-title = Demande incomprise
invalid = Il manque quelque chose dans ce qui a été envoyé. Il faut revenir à la page précédente et recommencer.
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

# How much the same families are told.
economy-third-title = Troisième envoi de la journée
economy-third = Ces familles ont déjà reçu aujourd’hui : { $titles }. Un seul envoi se lit mieux que plusieurs.
economy-title = « { $title } »
economy-merge = Regrouper dans « { $title } »
economy-budget = { $count ->
    [0] Aucun message cette semaine
    [one] Un message cette semaine
   *[other] { $count } messages cette semaine
}
