# Words of the service assistance.

help = Assistance
title = En quelques mots
title-missing = Dites de quoi il s’agit, en quelques mots.
title-too-long = Le titre tient en 120 caractères.
body = Que se passe-t-il ?
body-hint = Ce que vous faisiez, ce que vous attendiez, ce que vous avez vu. N’écrivez ni mot de passe, ni code.
body-missing = Écrivez quelques mots.
optional = facultatif
save = Enregistrer
send = Envoyer la demande
give-up = Renoncer
filter = Filtrer
state = État
kind = Nature de la demande
draft-restored = Ce qui avait été tapé sur cet appareil a été retrouvé ; les fichiers sont à choisir de nouveau.
draft-start-over = Repartir de zéro
back-to-help = Revenir à l’assistance
back-to-articles = Revenir à l’aide en ligne
back-to-trainings = Revenir aux formations

# Desks.
level-school = École
level-district = Circonscription
level-academy = Académie
level-provider = Fournisseur du service

# Requests.
kind-incident = Incident
kind-incident-hint = Quelque chose ne marche pas.
kind-accompaniment = Accompagnement
kind-accompaniment-hint = Je voudrais qu’on me montre ou qu’on m’aide à commencer.
kind-all = Toutes les demandes
kind-missing = Dites s’il s’agit d’un incident ou d’un accompagnement.
urgency = Urgence
urgency-high = Je suis bloqué
urgency-normal = Dans les jours qui viennent
urgency-low = Quand ce sera possible
state-new = Nouvelle
state-assigned = Prise en charge
state-waiting = Attend le demandeur
state-escalated = Transmise au fournisseur
state-solved = Résolue
state-closed = Close
rating = Satisfaction
rating-good = La réponse m’a aidé
rating-fair = Elle m’a aidé en partie
rating-poor = Elle ne m’a pas aidé
rating-question = Cette aide vous a-t-elle été utile ?
rating-missing = Choisissez une des trois réponses.
rating-word = Un mot pour ceux qui ont répondu
rating-word-too-long = Ce mot tient en 500 caractères.

# The page of the desk and of everybody.
ask = Demander de l’aide
search-title = Trouver une réponse
search = Votre question
search-hint = Quelques mots suffisent : « code perdu », « signer un mot ».
find = Chercher
found-title = Ces réponses vous aident peut-être
about-page-title = À propos de la page d’où vous venez
articles-title = Toutes les réponses
found-nothing = Aucune réponse ne correspond à ces mots. Essayez-en d’autres, ou demandez de l’aide.
own-title = Mes demandes
desk-title = Demandes reçues
desk-views = Demandes reçues
view-to-do = À traiter ({ $count })
view-waiting = En attente ({ $count })
view-done = Résolues ({ $count })
nothing-to-do = Aucune demande à traiter.
nothing-waiting = Aucune demande n’attend son auteur ou une autre assistance.
nothing-done = Aucune demande résolue.
only-mine = Seulement celles dont je m’occupe
pages-of-requests = Pages des demandes
taken-by = Suivie par { $name }
all-articles = Aide en ligne
trainings = Formations
figures-title = Chiffres de l’assistance
named-link = Qui répond aux familles · { $school }
task-desk = { $count ->
    [one] { $count } demande à traiter
   *[other] { $count } demandes à traiter
}
task-treat = Traiter
task-asked = L’assistance vous demande une précision
task-answer = Répondre

# Asking.
ask-title = Demander de l’aide
ask-lead = Posez d’abord votre question : la réponse existe peut-être déjà.
ask-school = Votre demande est lue par l’école, qui vous aide. Elle n’est transmise à personne d’autre.
question = Votre question
question-hint = Par exemple : « Comment ajouter un enseignant à une classe ? »
go-on = Continuer
form-title = Écrire à l’assistance
asked = Votre demande est envoyée. Vous serez prévenu de la réponse.
origin = Au titre de
origin-family = { $school } (en tant que parent)
origin-missing = Choisissez au titre de quoi vous demandez de l’aide.
incident = Numéro d’incident
incident-hint = S’il s’en est affiché un.
incident-wrong = Un numéro d’incident est fait de lettres et de chiffres, 16 au plus.
files = Fichiers joints
files-hint = Photos, captures d’écran, documents de 20 Mo au plus. Sur une capture, cachez les visages et les noms.
context-title = Ce qui accompagne la demande
context-about = Ces indications partent avec votre demande, pour que l’assistance comprenne plus vite.
context-author = Demandeur
context-profile = Profil
context-page = Page
context-browser = Navigateur
context-incident = Incident
context-place = École ou territoire
context-level = Assistance
page-unknown = aucune
browser-on = { $name } { $version } sur { $system }
browser-unknown = navigateur inconnu

# A request.
you-are-asked = L’assistance attend une précision de votre part.
is-at = Votre demande attend d’être prise en charge. Assistance : { $level }.
is-handled = Quelqu’un s’occupe de votre demande. Assistance : { $level }.
is-solved-until = Cette demande est résolue. Elle se clôt { $days } jours après sa résolution, sauf si vous la rouvrez.
is-closed = Cette demande est close. Vous pouvez la rouvrir.
is-elsewhere = Cette demande n’est plus chez vous : vous pouvez la lire. Assistance : { $level }.
entries-title = Suivi
internal-mark = entre assistances
said-by = { $name } · { $when }
noted-by = Note de { $name } · { $when }
was-taken-by = Suivie par { $name } · { $when }
passed-to = Transmise · { $level } · { $when }
solved-by = Résolue par { $name } · { $when }
reopened-by = Rouverte par { $name } · { $when }
reply-title = Répondre
reply-title-author = Ajouter une précision
reply-body = Réponse
reply-whom = Pour qui
reply-public = Réponse au demandeur
reply-internal = Note entre assistances
reply-internal-hint = Le demandeur ne la voit pas.
reply-asks = J’attends une précision du demandeur
reply-send = Envoyer
replied = Votre réponse est envoyée.
noted = La note est gardée.
take = Prendre en charge
take-me = Moi
take-who = Qui s’en occupe
was-taken = La demande est prise en charge.
agent-wrong = Choisissez quelqu’un de cette assistance.
pass-title = Transmettre à une autre assistance
pass-to = À qui transmettre
pass-word = Un mot pour cette assistance
pass-word-hint = Le demandeur ne le voit pas : il sait seulement que sa demande est transmise.
pass = Transmettre
was-passed = La demande est transmise.
level-wrong = Choisissez une assistance où quelqu’un répond.
word-missing = Écrivez quelques mots.
solve-title = Résoudre la demande
solve-word = Un mot pour le demandeur
solve = Résoudre
solve-author = Dire que c’est résolu
was-solved = La demande est résolue.
reopen-title = Ce n’est pas résolu ?
reopen-word = Ce qui ne va toujours pas
reopen = Rouvrir la demande
was-reopened = La demande est rouverte.
rate-title = Votre avis
rate = Donner mon avis
was-rated = Merci de votre avis.
make-article = Faire un article de cette réponse

# What notices and letters say.
told-asked = Une famille demande de l’aide : { $title }
told-answered = Réponse à votre demande d’aide : { $title }
told-replied = Le demandeur a répondu : { $title }
told-passed = Votre demande d’aide est transmise : { $title }
told-solved = Votre demande d’aide est résolue : { $title }
told-reopened = Demande d’aide rouverte : { $title }
letter-answered-subject = Une réponse à votre demande d’aide
letter-answered = L’assistance a répondu à votre demande. La réponse se lit une fois connecté :
letter-solved-subject = Votre demande d’aide est résolue
letter-solved = L’assistance considère votre demande comme résolue. Vous pouvez donner votre avis, ou la rouvrir, une fois connecté :

# Export.
export-title = Transmettre hors de l’ENT
export-lead = Le fichier ne contient pas le nom des personnes. Relisez les textes avant de l’envoyer. Chaque téléchargement est noté.
export-pdf = Télécharger en PDF
export-json = Télécharger en JSON
export-csv = Télécharger en CSV
export-header = Date;Qui;Quoi;Texte
export-issuer = Assistance de l’ENT
export-about = Demande { $id }
export-footer = Demande d’aide, sans le nom des personnes
export-id = Identifiant
export-fact = Indication
export-value = Valeur
export-text = Texte de la demande
export-said = { $when } · { $who } · { $what }
export-desk = Assistance
export-author = Demandeur
asked-at = Demandée le
entry-answer = Réponse
entry-note = Note
entry-taken-short = Prise en charge
entry-passed-short = Transmission
entry-solved = Résolution
entry-reopened = Réouverture

# Figures.
figures-lead = Les demandes reçues depuis un an, là où vous répondez.
figures-whole = Ensemble
figures-all = Demandes
figures-incidents = Incidents
figures-accompaniments = Accompagnements
figures-open = Demandes ouvertes
figures-delay = Première réponse (délai médian)
figures-states = Demandes par état
figures-ratings = Satisfaction des demandeurs
figures-places = Par circonscription et par département
figures-place = Territoire
figures-header = Territoire;Demandes;Incidents;Accompagnements;Ouvertes;Délai médian en minutes;Satisfaits;En partie;Insatisfaits
count = Nombre
delay-none = aucune réponse
delay-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
delay-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
}
delay-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}

# Whom the head names.
named-title = Qui répond aux familles
named-lead = La direction reçoit les demandes d’aide des familles. Elle peut les confier aussi à d’autres personnes de l’équipe.
named-people = Répondent aussi aux familles
named-nobody = Personne d’autre de l’équipe n’a de compte pour l’instant.
named-saved = Votre choix est enregistré.

# Articles.
article = Article
article-draft = brouillon
article-published = publié
article-is-draft = Cet article est un brouillon : seules les assistances le lisent.
article-body = Texte
article-profiles = Pour qui
article-pages = Pages concernées
article-pages-hint = Le début de l’adresse de chaque page, une par ligne : /carnet. L’étoile remplace un morceau quelconque : /classes/*/mots.
article-publish = Publier cet article
article-saved = L’article est enregistré.
article-changed-meanwhile = Quelqu’un a changé cet article pendant que vous écriviez. Relisez-le dans un autre onglet ; enregistrer maintenant remplace ce qu’il a écrit.
new-article = Écrire un article
edit-article = Modifier l’article
remove-names = Cet article vient d’une réponse à une personne. Retirez les noms et tout ce qui permettrait de la reconnaître.
profiles-missing = Choisissez au moins un profil.
pages-wrong = Indiquez 20 pages au plus ; chacune commence par une barre oblique.
kept-title = Articles et lectures
changed-at = Modifié
views = Lectures
useful = Utile
useless = Pas utile
opinion-question = Cet article vous a-t-il aidé ?
opinion-was-useful = Vous avez répondu : oui.
opinion-was-useless = Vous avez répondu : non.
opinion-missing = Répondez par oui ou par non.
opinion-thanks = Merci de votre réponse.
opinion-sorry = Merci de votre réponse. Vous pouvez demander de l’aide à l’assistance.
yes-useful = Oui, il m’a aidé
not-useful = Non, il ne m’a pas aidé

# Training sessions.
trainings-to-come = À venir
trainings-past = Passées
trainings-none = Aucune formation ici pour l’instant.
plan = Proposer une formation
edit-training = Modifier la formation
training-planned = La formation est proposée.
training-saved = La formation est enregistrée.
training-cancelled = annulée
training-is-cancelled = Cette formation est annulée.
training-was-cancelled = La formation est annulée. Les personnes inscrites en sont averties par courriel.
cancel-training = Annuler la formation
training-when = { $day }, de { $start } à { $end }
training-place-and-link = { $place }, ou à distance
training-at-distance = À distance
training-where = Lieu
training-where-hint = Établissement, salle, adresse. À laisser vide quand tout se passe à distance.
training-link = Adresse de la visioconférence
training-link-hint = Elle commence par https://.
training-join = Rejoindre à distance
training-scope = Territoire
training-publics = Pour qui
training-places = Places
training-day = Jour
training-starts = De
training-ends = À
training-capacity = Nombre de places
training-body = Programme
training-list = Personnes inscrites
training-nobody = Personne n’est encore inscrit.
waiting-list = Liste d’attente
seat-line = { $name } · { $school }
public-teachers = Enseignants
public-heads = Directeurs et directrices d’école
public-staff = Autres personnels de l’école
places-left = { $count ->
    [0] complète
    [one] { $count } place libre
   *[other] { $count } places libres
}
places-taken = { $taken } sur { $capacity }
register = M’inscrire
register-waiting = M’inscrire sur la liste d’attente
withdraw = Me désinscrire
is-registered = Vous êtes inscrit.
is-waiting = Vous êtes sur la liste d’attente.
is-withdrawn = Vous n’êtes plus inscrit.
you-are-registered = Vous avez une place. Vous pouvez vous désinscrire jusqu’à la veille.
you-are-waiting = Vous êtes sur la liste d’attente : un courriel vous préviendra si une place se libère.
add-to-calendar = Ajouter à mon agenda
attendance-sheet = Imprimer la feuille d’émargement
attestation-list = Télécharger la liste des attestations
presences = Personnes présentes
presences-saved = Les présences sont enregistrées.
attendance-title = Émargement · { $title }
attendance-caption = Personnes inscrites
attendance-name = Nom
attendance-school = École
attendance-signature = Signature
attendance-organiser = Pour l’organisateur
attestation-header = Nom;École;Formation;Jour;Durée en minutes
scope-missing = Choisissez un territoire.
scope-kept = Une formation garde son territoire.
day-wrong = Indiquez un jour, aujourd’hui ou plus tard.
hour-wrong = Indiquez une heure, par exemple 14:00.
hours-order-wrong = Indiquez une heure de fin, après le début.
place-missing = Indiquez un lieu, ou l’adresse de la visioconférence.
place-too-long = Le lieu tient en 120 caractères.
link-wrong = Cette adresse commence par https:// et ne contient pas d’espace.
capacity-wrong = Indiquez un nombre de places, entre 1 et 1000.
capacity-taken = Plus de places que cela sont déjà prises.
publics-missing = Choisissez au moins un public.
training-letter-reminder-subject = Demain : une formation à laquelle vous êtes inscrit
training-letter-reminder =
    Vous êtes inscrit à la formation « { $title } ».

    Quand : { $when }
    Où : { $place }

    { $link }
training-letter-place-subject = Une place s’est libérée pour vous
training-letter-place =
    Une place s’est libérée : vous êtes maintenant inscrit à la formation « { $title } ».

    Quand : { $when }

    { $link }
training-letter-cancelled-subject = Une formation est annulée
training-letter-cancelled = La formation « { $title } », à laquelle vous étiez inscrit, est annulée.

# What is kept of somebody, and how long.
retention-requests = Demandes d’aide closes, avec leurs réponses et leurs fichiers
retention-requests-why = Depuis leur clôture : deux années scolaires, pour retrouver ce qui a déjà été répondu.
data-requests = Demandes d’aide
data-request = Demande
data-answers = Réponses à des demandes d’aide
data-text = Texte
data-said-at = Écrite le
data-training = Formation
data-since = Depuis le
data-present = Présence
data-yes = oui
data-no = non
data-registered = inscription
data-withdrawn = désinscription

# Somebody who left is erased.
left-with-author = Demande retirée avec le départ de son auteur
