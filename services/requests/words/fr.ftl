# Words of the service requests: « Demandes à la mairie ».

requests = Demandes à la mairie
board = Demandes des écoles
ask = Demander à la mairie
kind = Type de demande
school = École
service = Service de la mairie qui s’en occupe
email = Adresse électronique du service
email-wrong = Cette adresse électronique n’est pas complète.
optional = facultatif
give-up = Renoncer
save = Enregistrer
filter = Filtrer
go-on = Continuer
back-to-requests = Revenir aux demandes
draft-restored = Ce qui avait été tapé sur cet appareil a été retrouvé ; les fichiers sont à choisir de nouveau.
draft-start-over = Repartir de zéro

# Where a request stands, how much it presses.
states = État des demandes
state-received = Reçue
state-in-progress = En cours
state-waiting = Attente de l’école
state-planned = Planifiée
state-done = Terminée
state-refused = Refusée
all-open = À suivre
all-states = Toutes
tab = { $label } ({ $count })
priority = Priorité
priority-normal = Normale
priority-normal-hint = Dans le délai habituel de ce type de demande.
priority-urgent = Urgente
priority-urgent-hint = Le fonctionnement de l’école est gêné.
priority-danger = Danger
priority-danger-hint = Quelqu’un peut se blesser. La mairie est prévenue tout de suite ; en cas d’urgence vitale, appelez d’abord le 15, le 18 ou le 112.

# The list.
every-school = Toutes les écoles
every-kind = Tous les types
only-late = Seulement celles qui sont en retard
no-request = Aucune demande ici.
pages = Pages des demandes
page-before = Page précédente
page-after = Page suivante
handled-by = Suivie par : { $name }
days-left = { $count ->
    [0] À échéance aujourd’hui
    [one] Il reste { $count } jour
   *[other] Il reste { $count } jours
}
late-by = { $count ->
    [one] En retard de { $count } jour
   *[other] En retard de { $count } jours
}
in-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
my-offices = Mes collectivités

# Asking.
which-school = Pour quelle école ?
which-kind = Que demandez-vous ?
nobody-asked = La commune de cette école n’est pas connue : aucune demande ne peut lui parvenir. Signalez-le à l’assistance.
delay = { $count ->
    [one] Délai habituel : { $count } jour
   *[other] Délai habituel : { $count } jours
}
no-pupil-data = Ce que vous écrivez est lu par la mairie : n’y mettez aucune donnée d’élève, ni nom, ni santé, ni situation.
title = En quelques mots
title-missing = Écrivez en quelques mots ce que vous demandez.
title-too-long = « En quelques mots » tient en 120 caractères.
body = Votre demande
body-hint = Ce qui se passe, où, depuis quand, ce qui a déjà été fait.
body-missing = Écrivez quelques mots.
body-too-long = Ce texte tient en 5 000 caractères.
files = Photos et fichiers
files-hint = Aucune donnée d’élève, aucun visage. 20 Mo au plus par fichier.
files-again = Les fichiers sont à choisir de nouveau.
send = Envoyer la demande
asked = La demande est envoyée à la mairie.
answer-missing = Cette réponse est nécessaire.
answer-too-long = Cette réponse tient en 300 caractères.
answer-not-offered = Choisissez une des réponses proposées.
day-wrong = Choisissez un jour.
day-past = Ce jour est passé.
number-wrong = Écrivez un nombre entier.
no-choice = Aucun choix
named-title = Un élève semble nommé
named-about = La mairie n’a pas à connaître les élèves. Retirez ces noms, ou confirmez qu’il ne s’agit pas d’un élève :
named-confirm = J’ai vérifié : ce texte peut être lu par la mairie
named-problem = Retirez le nom de l’élève, ou confirmez que ce texte peut être lu par la mairie.

# A request.
asked-of = Demande adressée à
due-on = À traiter pour le { $day }. { $left }.
planned-for = Prévue le { $day }. { $left }.
you-are-asked = La mairie attend une réponse de l’école. Le délai est suspendu jusque-là.
school-is-asked = L’école doit répondre. Le délai est suspendu jusque-là.
done-until = La mairie dit que c’est fait. Si ce n’est pas le cas, vous pouvez rouvrir la demande pendant { $days } jours.
entries-title = Suivi
internal-mark = Note interne de la mairie
answered-by = { $who } a répondu pour la mairie, { $when }
replied-by = { $who } a répondu pour l’école, { $when }
noted-by = { $who } a noté, { $when }
taken-by = { $who } a pris la demande en charge, { $when }
asked-by = { $who } attend une réponse de l’école, { $when }
planned-by = Planifiée pour le { $day } par { $who }, { $when }
done-by = { $who } a terminé la demande, { $when }
refused-by = { $who } a refusé la demande, { $when }
reopened-by = { $who } a rouvert la demande, { $when }
assigned-to = Confiée au service « { $service } », { $when }

# What is done to it.
take = Prendre en charge
taken = La demande est en cours.
answer-title = Répondre à l’école ou noter
answer-send = Envoyer
answered = La réponse est envoyée à l’école.
reply-title = Répondre à la mairie
reply-send = Répondre
replied = La réponse est envoyée à la mairie.
reply-body = Votre texte
whom = Ce texte est
whom-answer = Une réponse à l’école
whom-question = Une question à l’école
whom-question-hint = Le délai est suspendu jusqu’à sa réponse.
whom-note = Une note interne
whom-note-hint = L’école ne la voit jamais.
noted = La note est gardée.
plan = Planifier
plan-title = Planifier
plan-day = Jour prévu
planned = La demande est planifiée.
word-to-school = Un mot pour l’école
finish = Terminer
finish-title = Terminer
finished = La demande est terminée.
assign = Confier
assign-title = Confier à un autre service
assigned = La demande est confiée à ce service.
service-missing = Dites quel service s’en occupe.
service-too-long = Le nom du service tient en 120 caractères.
refuse = Refuser
refusal-reason = Pourquoi cette demande est-elle refusée ?
refusal-about = L’école lira ces mots. Une demande refusée ne peut plus être reprise : l’école en fait une autre.
was-refused = La demande est refusée.
reopen-title = Ce n’est pas fait ?
reopen-send = Rouvrir la demande
reopened = La demande est rouverte.

# The kinds a commune takes.
kinds = Types de demandes
kinds-lead = Ce que les écoles peuvent demander, qui s’en occupe, en combien de jours. Une demande déjà faite garde son délai.
kind-open = Ouvert
kind-closed = Fermé
kind-label = Nom du type
kind-active = Les écoles peuvent faire cette demande
kind-saved = Le type de demande est enregistré.
add-kind = Ajouter un type de demande
label-missing = Écrivez un nom.
label-too-long = Ce nom tient en 80 caractères.
service-hint = « Services techniques », « Informatique »… Les écoles voient ce nom.
email-hint = Chaque demande y est annoncée, sans son texte. Les écoles ne voient pas cette adresse.
delay-days = Délai, en jours
delay-hint = De 1 à 365. Les écoles voient ce délai.
delay-wrong = Écrivez un nombre de jours, de 1 à 365.
extras-title = Ce qui est demandé en plus
extras-lead = Dix champs au plus. Laissez vide ce qui ne sert pas ; enregistrez pour obtenir d’autres lignes.
extra = Champ { $number }
extra-label = Question
extra-kind = Réponse attendue
extra-text = Un texte court
extra-choice = Un choix dans une liste
extra-date = Un jour
extra-number = Un nombre
extra-options = Choix proposés
extra-options-hint = Pour une liste : deux choix au moins, séparés par des points-virgules.
extra-required = Réponse obligatoire
options-wrong = Écrivez de 2 à 30 choix de 80 caractères au plus, séparés par des points-virgules.
shipped-works = Travaux
shipped-computers = Informatique
shipped-supplies = Commande de fournitures
shipped-transport = Transport, car
shipped-room = Prêt de salle
shipped-safety = Sécurité
shipped-meals = Restauration
shipped-other = Autre demande
shipped-place = Lieu dans l’école
shipped-device = Matériel concerné
shipped-wanted-on = Souhaité pour le
shipped-day = Jour
shipped-destination = Destination
shipped-hours = Horaires
shipped-travellers = Nombre de places
shipped-room-name = Salle

# The table of a month.
monthly = Tableau du mois
monthly-lead = Demandes faites dans le mois, avec leur état d’aujourd’hui. Ce tableau ne contient ni texte ni nom.
monthly-title = Demandes à la mairie · { $month }
monthly-footer = Demandes à la mairie · { $place }
month = Mois
look = Afficher
by-kind = Par type de demande
by-school = Par école
whole = Ensemble
total = Total
mean-delay = Délai moyen
late = En retard
no-delay = –
export-pdf = Imprimer en PDF
export-csv = Télécharger en CSV

# What awaits somebody.
task-danger = Danger signalé : { $title }
task-received = { $count ->
    [one] { $count } demande d’école reçue
   *[other] { $count } demandes d’écoles reçues
}
task-late = { $count ->
    [one] { $count } demande d’école en retard
   *[other] { $count } demandes d’écoles en retard
}
task-treat = Traiter
task-reply = Répondre

# Notices.
told-asked = Demande faite à la mairie : { $title }
told-answered = La mairie a répondu : { $title }
told-replied = L’école a répondu : { $title }
told-taken = La mairie s’occupe de votre demande : { $title }
told-waits = La mairie attend votre réponse : { $title }
told-planned = La mairie a fixé un jour : { $title }
told-done = La mairie a terminé : { $title }
told-refused = La mairie a refusé : { $title }
told-reopened = Demande rouverte : { $title }
told-assigned = Demande confiée à un autre service : { $title }

# Letters to the services of a commune: nothing that was typed by a school.
letter-subject = { $kind } · { $school } : demande à la mairie
letter-danger-subject = Danger signalé · { $school }
letter-asked = Une demande de type « { $kind } » est arrivée de l’école { $school }.
letter-replied = À propos d’une demande de type « { $kind } », une réponse est arrivée de l’école { $school }.
letter-reopened = Une demande de type « { $kind } » a été rouverte par l’école { $school }.
letter-assigned = Une demande de type « { $kind } » de l’école { $school } vous est confiée.
letter-priority = Priorité : { $priority }.
letter-link = Elle se lit et se traite ici, après connexion avec un profil de la commune :
letter-without-words = Cette lettre ne contient pas le texte de la demande, qui reste dans l’ENT.

# What somebody wrote here, in a copy of their data.
mine-asked = Demandes faites à la mairie
mine-said = Réponses et notes sur les demandes à la mairie
mine-title = Titre
mine-text = Texte
mine-at = Date
