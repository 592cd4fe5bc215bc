# Words of the service attention.

# Letters.
letter-action-subject = Une réponse est attendue dans Préau
letter-action = L’école attend quelque chose de vous :
letter-day-subject = Le résumé du jour
letter-day = Voici ce que l’école a publié pour vous :
letter-week-subject = La semaine à l’école
letter-week = La semaine { $name } : { $what } à regarder dans le journal.
letter-memories = { $count ->
    [one] une publication
   *[other] { $count } publications
}
letter-item = – { $title }
letter-children = Pour : { $names }
letter-link = Chaque lien s’ouvre pendant { $hours } heures, pour lire seulement. Il ne faut le transmettre à personne.
letter-journal = Photos et travaux se regardent une fois connecté : { $link }
letter-choose = Changer l’heure de ces lettres, ou ne plus les recevoir : { $link }

# The page a link opens.
sign-in = Se connecter
sign-in-to-answer = Se connecter pour répondre
reading-only = Cette page se lit seulement. Les photos et les pièces jointes s’ouvrent une fois connecté.
link-over-title = Ce lien ne s’ouvre plus
link-over = Les liens des lettres s’ouvrent pendant { $hours } heures, tant que la publication vous est destinée. Connectez-vous pour retrouver ce que l’école vous adresse.

# How to be told.
choice-lead = Ce que l’école publie vous attend toujours ici. Choisissez comment en être prévenu.
choice-save = Enregistrer mes choix
choice-saved = Vos choix sont enregistrés.
push-choice = Prévenir mes appareils
push-hint = Pour ce qui attend une réponse, dès que les heures de l’école le permettent. La notification ne dit rien du contenu.
letters-choice = Écrire à mon adresse quand une réponse est attendue
letters-hint = La lettre donne le titre, la date limite et un lien pour lire.
digest-choice = Résumé du jour
digest-hint = Une lettre avec ce qui est à lire, les jours où il y a du nouveau et où l’école est ouverte.
digest-at = à { $time }
digest-none = Pas de résumé
digest-wrong = Choisissez une des heures proposées.
week-choice = Recevoir « La semaine de mon enfant » le vendredi
week-hint = Une lettre par enfant, le vendredi à 16 h 30, avec les titres du journal.
own-title = Mes heures
own-about = Les heures de l’école valent toujours. Les vôtres peuvent seulement les restreindre : en dehors, rien ne vous dérange, et rien n’est perdu. Ce qui est urgent passe quand même.
own-choice = N’être prévenu qu’à certaines heures
own-hint = Sans cela, les heures de l’école suffisent.
own-from = De
own-to = À
own-days = Jours
hour-unreadable = Indiquez une heure, par exemple 08:00.
hours-too-short = Laissez au moins une heure entre le début et la fin, le même jour.
days-none = Choisissez au moins un jour.
hours-never-meet = Ces heures ne laissent pas une heure commune avec celles de l’école : vous ne seriez jamais prévenu.
address-none = Aucune adresse électronique n’est enregistrée : les lettres ne peuvent pas vous parvenir.
address-bounced = Les courriels envoyés à { $address } reviennent : cette adresse ne reçoit plus rien.
address-give = Donner une adresse

# Devices.
devices-title = Mes appareils
devices-about = Un appareil autorisé affiche « Du nouveau dans Préau » sans rien dire de plus. Sur un téléphone, vous pouvez aussi installer Préau sur l’écran d’accueil, depuis le menu du navigateur.
device-since = Autorisé { $when }
device-add = Autoriser cet appareil
device-remove = Retirer { $device }
device-added = Cet appareil est autorisé.
device-removed = L’appareil est retiré.
device-refused = Ce navigateur a donné une adresse que l’ENT ne peut pas utiliser. Essayez un autre navigateur.
device-denied = Ce navigateur refuse les notifications de ce site : autorisez-les d’abord dans ses réglages.
device-impossible = Ce navigateur ne sait pas recevoir de notifications. Sur un iPhone, installez d’abord Préau sur l’écran d’accueil.
device-failed = L’appareil n’a pas pu être autorisé. Réessayez dans un moment.

# The application on a telephone.
application-name = Préau, l’ENT de l’école
application-about = Les nouvelles de la classe et de l’école.
push-news = Du nouveau dans Préau
offline-title = Hors connexion
offline = Préau a besoin du réseau. Réessayez quand il est revenu : rien n’est perdu.

# School holidays.
holidays-entry = Vacances scolaires
holidays-title = Vacances scolaires
holidays-lead = Ce tableau décide des jours où les écoles qui l’ont choisi ne remettent rien. Un changement déplace aussitôt ce qui attend.
holiday-add = Ajouter des vacances
holiday-change = Modifier ces vacances
holiday-zone = Zone
zone = Zone { $letter }
holiday-name = Nom
holiday-first = Premier jour
holiday-first-hint = Le samedi du calendrier national.
holiday-last = Dernier jour
holiday-last-hint = La veille de la reprise.
holiday-save = Enregistrer
holiday-saved = Le tableau est enregistré. Ce qui attendait suit les nouvelles dates.
holiday-removed = Ces vacances sont retirées. Ce qui attendait suit le tableau.
holiday-year = Année { $year }
holiday-days = du { $first } au { $last }
holiday-change-one = Modifier { $name }
holiday-remove = Retirer { $name }
holiday-name-wrong = Donnez un nom, en 80 caractères au plus.
holiday-day-wrong = Indiquez un jour.
holiday-order-wrong = Le dernier jour vient après le premier, cent jours plus tard au plus.
holiday-overlap = Ces jours en recouvrent d’autres de la même zone. Modifiez-les d’abord.

# Whom nothing reaches.
contacts-title = Qui joindre autrement
contacts-about = Ni notification ni courriel ne parvient à ces adultes. Remettez-leur en main propre ce qui compte, ou appelez-les, puis notez-le.
contacts-none = Tous les adultes reçoivent une notification ou un courriel.
why-never = Jamais connectés
advice-never = Leur fiche de connexion peut être imprimée de nouveau depuis la page de la classe.
why-bounced = Adresse qui ne répond plus
advice-bounced = Les courriels qui leur sont envoyés reviennent. Demandez-leur de donner une autre adresse dans « Mon compte ».
why-no-way = Ni adresse ni appareil
advice-no-way = Ils se connectent, mais rien ne les prévient. Proposez-leur de donner une adresse ou d’autoriser leur téléphone.
no-phone = Pas de téléphone connu
contact-done = Remis en main propre
contact-done-to = à { $name }
contact-done-at = Remis { $when }
contact-done-said = C’est noté.
contact-undo = Annuler
contact-undo-of = ce qui est noté pour { $name }
contact-undone-said = Ce n’est plus noté comme remis.

# What is kept of somebody, for a copy of it.
data-choices = Notifications : réglages
data-devices = Appareils notifiés
data-outings = Notifications et courriels envoyés
data-push = Sur les appareils
data-letters = Par courriel
data-digest = Résumé du jour
data-week = Résumé de la semaine
data-changed = Choisi
data-yes = Oui
data-no = Non
data-device = Appareil
data-since = Depuis
data-until = Jusqu’à
data-by = Comment
data-ready = Prévu
data-left = Parti
data-way = { $way ->
    [push] Notification
    [mail] Courriel
    [day] Résumé du jour
    [week] Résumé de la semaine
   *[other] { $way }
}
