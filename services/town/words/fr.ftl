# « Ma commune », la cantine des familles, les profils des communes.

my-town = Ma commune
my-towns = Mes communes et groupements
canteen = Cantine
canteen-place = Cantine et périscolaire
optional = facultatif
too-long = Ce texte est trop long.
give-up = Renoncer
save = Enregistrer
answer = Répondre
publish = Publier
draft-restored = Ce qui avait été tapé sur cet appareil a été retrouvé.
draft-start-over = Repartir de zéro
reason-missing = Il faut dire pourquoi.
schools = Écoles
school = École
choose-school = Il faut choisir au moins une école.
no-school = Aucune école ouverte n’est connue ici. L’académie tient l’annuaire à jour.

# Home of a commune.
to-do = À traiter
before-day = au plus tard le { $day }
what-one-does = Ce que fait la commune
next-dates = Prochaines dates
schools-of-town = Écoles
strike-to-tell = Jour de grève à annoncer aux familles
own-end = Fin de votre profil municipal
agreement = Convention et participation
task-menu = Menu à publier : { $week }
task-profile = Profil municipal demandé : { $name }

# Weeks.
week-of = Semaine du { $day }
week-before = Semaine précédente
week-after = Semaine suivante
today = aujourd’hui
from-to = du { $first } au { $last }
book-before = Réserver avant { $day } { $hour } ({ $when })
in-days = { $count ->
    [0] aujourd’hui
    [1] demain
   *[other] dans { $count } jours
}

# Menus, for those who run the canteen.
menus = Menus
menu-of-day = Menu du jour
menu-of = Menu du { $day }
menu-for = Pour quelles écoles
for-all-schools = Toutes les écoles
for-chosen-schools = Les écoles choisies ci-dessous
menu-taken = { $school } a déjà son menu pour cette semaine.
begin-menu = Préparer un menu
menu-there-already = Cette semaine a déjà son menu : le voici. Chaque jour s’y modifie.
take-up-last = Reprendre les plats de la semaine précédente
menu-begun = Le menu est prêt à être rempli.
menu-published = Le menu est publié : les familles et les élèves le lisent.
menu-withdrawn = Le menu n’est plus publié.
menu-taken-up = { $count ->
    [0] Rien n’était à reprendre.
    [one] Un jour a été repris.
   *[other] { $count } jours ont été repris.
}
publish-menu = Publier le menu
withdraw-menu = Ne plus publier
menu-is-published = Publié
menu-is-draft = En préparation
no-menu = Aucun menu n’est préparé pour cette semaine.
nothing-written = Rien n’est écrit.
edit-day = Modifier { $day }
save-day = Enregistrer ce jour
day-saved = Le jour est enregistré.
day-note = À dire ce jour-là
day-note-hint = Un goûter, une fête, un repas froid.
dish-changed = Le plat a changé : vérifiez ses allergènes et ses labels, cochés pour l’ancien plat, puis enregistrez de nouveau.
dish-missing = Il faut écrire le plat, ou ne rien cocher.
dish-more = Allergènes et labels : { $course }
course = { $course ->
    [entree] Entrée
    [plat] Plat
    [accompagnement] Accompagnement
    [laitage] Laitage
   *[dessert] Dessert
}
labels = Labels
label = { $label ->
    [bio] Bio
    [local] Local
   *[vegetarien] Végétarien
}
allergens = Allergènes
allergens-before = Allergènes :
allergen = { $allergen ->
    [gluten] gluten
    [crustaces] crustacés
    [oeufs] œufs
    [poissons] poissons
    [arachides] arachides
    [soja] soja
    [lait] lait
    [fruits-a-coque] fruits à coque
    [celeri] céleri
    [moutarde] moutarde
    [sesame] sésame
    [sulfites] sulfites
    [lupin] lupin
   *[mollusques] mollusques
}

# The canteen, as families and children read it.
menu-of-week = Menu de la semaine
no-menu-for-families = La mairie n’a pas publié de menu pour cette semaine.
no-menu-for-child = Le menu de cette semaine n’est pas encore là. Regarde plus tard, ou demande à un adulte.
leave-for = Ouvrir { $host }
leaves-site = Ce lien quitte l’ENT : un autre compte peut être demandé.

# Services around the school day.
offers = Garderie, étude, transport
offer-title = Service périscolaire
add-offer = Ajouter un service
offer-added = Le service est ajouté.
offer-saved = Le service est enregistré.
offer-ended = Le service n’est plus proposé.
end-offer = Arrêter ce service
end-offer-ask = Ce service s’arrête
end-offer-told = Les familles ne le voient plus dès maintenant.
no-offer = Aucun service n’est décrit. Les familles y cherchent les horaires, le lieu et à qui s’adresser.
offer-what = Service
offer-kind = { $kind ->
    [garderie-matin] Garderie du matin
    [garderie-soir] Garderie du soir
    [etude] Étude
    [alae] ALAE
    [transport] Transport
   *[cantine] Cantine
}
offer-kind-missing = Il faut choisir un service.
offer-name = Nom du service
offer-name-hint = Sans nom, le service est appelé comme dans la liste.
offer-hours = Horaires
offer-hours-hint = Par exemple : 7 h 30 à 8 h 20, lundi, mardi, jeudi et vendredi.
offer-hours-missing = Il faut dire quand le service est ouvert.
offer-place = Lieu
offer-contact = À qui s’adresser
offer-contact-hint = Un service, un téléphone, une adresse : jamais le nom d’un enfant.
offer-link = Adresse du portail de réservation
offer-link-hint = Elle commence par https://
offer-link-wrong = L’adresse doit commencer par https:// et être celle d’un site.
offer-weekday = Réserver au plus tard
offer-weekday-hint = Chaque semaine, avant ce jour et cette heure.
offer-closes = Heure limite
offer-deadline-wrong = Il faut un jour et une heure, ou aucun des deux.
no-deadline = Sans limite

# Notices to families.
notices = Avis aux familles
notices-later = Avis des semaines suivantes
write-notice = Écrire un avis
notice-lead = Un avis est lu par les familles des écoles choisies, et par ceux qui y travaillent. Il ne doit nommer aucun enfant.
no-notice = Aucun avis n’a été envoyé.
notice-what = De quoi s’agit-il ?
notice-kind = { $kind ->
    [greve] Grève
    [sma] Service minimum d’accueil
    [incident] Incident
    [fermeture] Fermeture
    [information] Information
   *[inscription] Date limite d’inscription
}
notice-kind-missing = Il faut dire de quoi il s’agit.
notice-offers = Services concernés
notice-title = Titre
notice-title-missing = Il faut un titre.
notice-body = Texte
notice-body-missing = Il faut un texte.
first-day = Jour concerné
last-day = Jusqu’au
last-day-hint = Rien pour un seul jour.
day-wrong = Il faut un jour.
days-wrong = Le dernier jour vient après le premier.
day-past = Ce jour est passé.
notice-when = Sans urgence, l’avis attend les heures de remise.
send-notice = Envoyer l’avis
urgent = Envoyer en urgence
urgent-hint = L’avis est remis tout de suite, malgré la pause numérique. Le motif est gardé.
urgent-reason = Motif de l’urgence
urgent-because = Envoyé en urgence
withdrawn-because = Avis retiré
may-be-taken-back = Jusque-là, l’avis peut être retiré sans avoir été lu.
notice-about = Concerne : { $offers }
notice-for = Écoles : { $schools }
notice-is-sent = Remis
notice-is-withdrawn = Retiré
withdraw-notice = Retirer l’avis
withdraw-explained = Les familles ne le voient plus. Le motif est gardé avec l’avis.
withdraw-label = Motif du retrait
notice-withdrawn = L’avis est retiré.
flash-from = { $title } · { $place }

# Days of strike.
strikes = Grèves et service minimum
strike-page = Jour de grève
strike-of = Grève du { $day }
strike-title = Grève du { $day } : ce qui est assuré
strike-line = { $school } : { $words }
strike-short = L’avis dit ce qui est assuré dans chaque école. { $note }
strike-day = Jour de grève
strike-day-wrong = Il faut un jour à venir.
prepare-strike = Préparer un jour de grève
no-strike = Aucun jour de grève n’est préparé.
strike-is-draft = À annoncer
strike-is-told = Annoncé aux familles
strike-note = À dire à toutes les familles
strike-saved = Le tableau est enregistré.
strike-too-long = Un texte est trop long : 200 caractères au plus pour chacun.
back-to-strikes = Revenir aux grèves
tell-families = Annoncer aux familles
tell-families-lead = Voici ce que lira chaque école. Le tableau est enregistré ; rien n’est encore annoncé.
read-over-strike = Relire avant d’annoncer aux familles
back-to-board = Revenir au tableau
told-now = C’est fait : les familles le lisent dès maintenant.
no-canteen-that-day = Pas de cantine ce jour-là
strike-when = Sans urgence, l’annonce attend les heures de remise.
strike-told-again = L’annonce précédente sera retirée et remplacée.
strike-replaced = Remplacé par une annonce plus récente.
see-notice = Voir l’avis envoyé
has-canteen = La cantine est assurée
has-morning = La garderie du matin est assurée
has-evening = La garderie du soir est assurée
has-minimum = Un service minimum d’accueil est assuré
minimum-place = Lieu de l’accueil
minimum-hours = Horaires de l’accueil
school-note = À dire aux familles de l’école
open-canteen = { $held ->
    [yes] cantine assurée
   *[no] pas de cantine
}
open-morning = { $held ->
    [yes] garderie du matin assurée
   *[no] pas de garderie le matin
}
open-evening = { $held ->
    [yes] garderie du soir assurée
   *[no] pas de garderie le soir
}
open-minimum = { $held ->
    [yes] service minimum d’accueil assuré
   *[no] pas de service minimum d’accueil
}
open-where = accueil : { $place }

# Network advice.
network = Réseau des écoles
network-year = Année scolaire { $year }
network-lead = La commune équipe ses écoles et leur fournit un accès à Internet à la mesure des élèves connectés en même temps. Ce conseil est donné pour l’année scolaire.
network-table = Débit conseillé par école
count-again = Recalculer
share-hint = En pour cent. Un tiers est l’usage : une classe sur trois travaille en ligne au même moment.
few-told = Sous cinq élèves, le nombre n’est pas montré et le calcul en prend cinq.
fewer-than = moins de { $count }
percent = { $share } %
megabits = { $number } Mbit/s
sheet = Fiche
download-sheet = Fiche réseau · { $school } (PDF)
advice-title = Débit Internet conseillé pour l’année scolaire { $year }
advice-of = { $school }, { $town } ({ $uai })
advice-made = Établi le { $day }
advice-footer = Débit Internet conseillé : fiche remise à la commune pour ses écoles
advice-lead = La convention confie à la commune l’équipement de l’école et son accès à Internet. Le débit utile dépend du nombre d’élèves connectés en même temps.
advice-result = Débit conseillé : { $down } Mbit/s vers l’école, { $up } Mbit/s depuis l’école.
advice-how = Comment ce débit est trouvé
advice-table = Calcul du débit
advice-what = Élément
advice-value = Valeur
advice-pupils = Élèves
advice-share = Part connectée en même temps
advice-present = Élèves connectés
advice-down = Vers l’école
advice-up = Depuis l’école
advice-rule = { $base } Mbit/s pour les adultes et les appareils de l’école, plus { $down } kbit/s vers l’école et { $up } kbit/s depuis l’école pour chaque élève connecté, sans descendre sous { $floor-down } Mbit/s vers l’école et { $floor-up } Mbit/s depuis l’école.
advice-inside = Dans l’école
advice-inside-list = Un câble jusqu’à chaque salle où l’on travaille en ligne. | Une borne sans fil par salle équipée de tablettes, éteinte quand elle ne sert pas. | Un filtrage adapté aux élèves, sur tous les accès. | Un point de contact à la commune pour les pannes.
advice-not-set = Les valeurs de cette année ne sont pas encore fixées par l’académie : ce calcul en prend de provisoires.
network-figures = Débit Internet conseillé : valeurs de l’année
figures-lead = Ces valeurs servent au calcul montré à chaque commune et à la fiche de chaque école.
figures-not-set = Rien n’est fixé pour cette année : les valeurs proposées sont celles du calcul provisoire.
figures-saved = Les valeurs sont enregistrées.
figure-wrong = Il faut un nombre entier, en kbit/s.
figure-down = Vers l’école, par élève connecté (kbit/s)
figure-up = Depuis l’école, par élève connecté (kbit/s)
figure-base = Pour les adultes et les appareils (kbit/s)
figure-floor-down = Minimum conseillé vers l’école (kbit/s)
figure-floor-up = Minimum conseillé depuis l’école (kbit/s)
figure-note = À dire aux communes

# Papers of a commune.
town-papers = Documents de la commune
town-papers-lead = Les directions des écoles de la commune les lisent. Aucun document ne doit nommer d’enfant.
no-paper = Aucun document n’est déposé.
no-paper-for-head = La commune n’a déposé aucun document.
add-paper = Déposer un document
paper-added = Le document est déposé.
remove-paper = Retirer { $name }
remove-papers = Retirer un document
paper-removed = Le document est retiré.
file = Fichier
file-hint = Un PDF, un texte, un tableau ou une image : 20 Mo au plus.
file-missing = Il faut choisir un fichier.

# Asking for a municipal profile.
asking = Demander un profil municipal
asking-lead = Pour le référent ville et le secrétariat de mairie des communes dont les écoles utilisent l’ENT.
asking-about = L’académie étudie la demande. Si elle l’accorde, un courrier explique comment entrer. Un profil municipal publie pour la commune ; il ne voit jamais les données des élèves.
asking-data = Ces informations servent à étudier la demande et à écrire à la personne. L’académie seule les lit.
asking-by-officer = L’académie étudie la demande et répond à la personne.
asking-reason = À préciser
back-to-sign-in = Revenir à la connexion
town-name = Nom de la commune
town-hint = Comme sur le panneau d’entrée : les accents et les traits d’union ne comptent pas.
department = Numéro du département
department-hint = Par exemple : 31
siret = SIRET de la commune ou du groupement
siret-hint = 14 chiffres. Il remplace le nom de la commune, et sert pour un groupement.
siret-wrong = Ce n’est pas un SIRET : il faut 14 chiffres, sans erreur.
town-near = Aucune école n’est connue pour cette commune. Vouliez-vous dire : { $names } ?
town-unknown = Aucune école n’est connue pour cette commune ou ce groupement.
scope-missing = Il faut choisir la commune ou le groupement.
first-name = Prénom
first-name-missing = Il faut un prénom.
last-name = Nom
last-name-missing = Il faut un nom.
position = Fonction
position-hint = Par exemple : secrétaire de mairie, adjointe aux affaires scolaires.
position-missing = Il faut une fonction.
email = Adresse électronique
email-hint = Une adresse professionnelle : le courrier pour entrer y est envoyé.
email-wrong = Cette adresse ne peut pas exister.
role = Profil
role-missing = Il faut choisir un profil.
town-role = { $role ->
    [town-editor] Référent ville
   *[town-officer] Secrétariat de mairie
}
town-role-hint = { $role ->
    [town-editor] Publie pour la commune : menus, services, avis aux familles, pages.
   *[town-officer] Suit la convention, les menus, les services et l’équipe de la mairie.
}
send-request = Envoyer la demande
request-sent = La demande est transmise à l’académie. Une réponse viendra par courrier électronique.
request-written = La demande est écrite.
write-request = Ouvrir une demande

# The team of a commune.
team = Équipe mairie
team-lead = Qui a quel profil, et jusqu’à quand. L’académie accorde et prolonge les profils ; la commune peut en suspendre un tout de suite.
given-by-hand = donné par l’académie
ask-profile = Demander un profil pour un collègue
suspend = Suspendre le profil
suspend-one = Suspendre le profil : { $name }
suspend-reason = Motif de la suspension
suspend-title = Suspendre
profile-suspended = Le profil est suspendu.
state-requested = Demandé
state-granted = Jusqu’au { $day }
state-refused = Refusé
state-suspended = Suspendu
state-expired = Terminé le { $day }

# What the académie decides.
profiles-place = Profils des communes
profiles-lead = Profils demandés par les communes et les groupements, accordés pour une durée limitée.
profiles-in-state = { $state ->
    [requested] Demandés
    [granted] En cours
    [refused] Refusés
    [suspended] Suspendus
   *[expired] Terminés
}
no-profile = Aucun profil ici.
asked-at = demandé { $when }
profile-title = Profil municipal
back-to-profiles = Revenir aux profils
fact-place = Commune ou groupement
fact-origin = Demandé par
fact-asked = Date de la demande
fact-login = Identifiant
origin = { $origin ->
    [public] Page publique
    [officer] Mairie
   *[academy] Académie
}
decision-because = Motif
grant-title = Accorder ce profil
grant-again-title = Prolonger ou rétablir ce profil
grant = Accorder
grant-again = Accorder de nouveau
until = Dernier jour
until-hint = Au plus tard le { $day }.
until-wrong = Il faut un jour à venir, au plus tard le { $day }.
way = Courrier d’accès
way-mail = Envoyer par courrier électronique
way-paper = Imprimer et remettre en main propre
profile-granted = Le profil est accordé : il reste à imprimer le courrier.
profile-granted-by-mail = Le profil est accordé et le courrier est parti.
profile-refused = La demande est refusée et la personne prévenue.
refuse = Refuser
refuse-title = Refuser cette demande
refuse-reason = Motif du refus, envoyé à la personne
print-letter = Imprimer le courrier d’accès
letter-about = Le courrier porte le code d’activation tant que le compte n’est pas activé. Chaque impression est notée au journal.

# Letters.
letter-hello = Bonjour,
letter-close = L’équipe de l’ENT des écoles
letter-footer = Courrier personnel : le code d’activation ne se prête pas.
letter-made = Le { $day }
letter-granted-subject = Votre profil municipal
letter-granted = Le profil « { $role } » vous est accordé ({ $place }) jusqu’au { $day }.
letter-code = Pour entrer la première fois : { $address }. Votre identifiant est { $login } et votre code d’activation { $code }. Le code est valable { $days } jours.
letter-factor = Un second facteur (une application de codes sur téléphone) vous sera demandé ensuite.
letter-known = Vous entrez avec votre identifiant habituel : { $login }.
letter-duties = Ce profil est personnel et ne se prête pas. Il ne donne accès à aucune donnée d’élève.
letter-refused-subject = Votre demande de profil municipal
letter-refused = La demande de profil municipal ({ $place }) n’a pas été accordée. Motif : { $reason }
letter-ends-subject = Votre profil municipal se termine bientôt
letter-ends = Le profil « { $role } » ({ $place }) se termine le { $day }. Pour le prolonger, il faut s’adresser à l’académie ou au secrétariat de mairie.

# How long it is kept.
retention-requests = Demandes de profil municipal refusées ou restées sans réponse
retention-requests-why = Depuis la demande : le temps d’y revenir si la commune la renouvelle.
# The municipal profile of somebody, in a copy of their data.
mine-profiles = Profils municipaux
mine-name = Nom
mine-position = Fonction
mine-email = Adresse électronique
mine-reason = Raison
mine-asked = Demandé
mine-until = Jusqu’au
mine-ended = Terminé
