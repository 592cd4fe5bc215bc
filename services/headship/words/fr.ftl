# Words of the service headship: what a head runs.

settings = Réglages de l’école
back = Revenir
back-to-school = Revenir à l’école
back-to-settings = Revenir aux réglages
choose = Choisir…
until-day = jusqu’au { $day } inclus
ended-on = arrêtée le { $day }

# The hub.
services = Services ouverts
services-about = Ce que l’école ouvre aux élèves, aux familles, à l’équipe.
hours = Pause numérique
hours-about = Les jours et les heures où l’école remet ce qui est écrit.
communication = Qui écrit à qui
communication-about = Les règles des messages, et ce que chaque classe ouvre à ses élèves.
team = Équipe et classes
team-about = Qui enseigne dans quelle classe, et quels jours. Ouvrez une classe pour le changer.
delegations = Délégations
delegations-about = Qui agit en votre nom, et jusqu’à quand.
replacements-about = Ouvrir une classe à un remplaçant pour quelques jours.
contact = Coordonnées de l’école
contact-place = Adresse
contact-phone = Téléphone
contact-email = Courriel
contact-unknown = L’annuaire ne dit rien de ses coordonnées.
contact-about = Elles viennent de l’annuaire de l’académie : une erreur se corrige à la source, auprès de votre circonscription.

# What is open to whom.
service-journal = Journal de classe
service-news = Actualités
service-messages = Messages
open-to = { $service } : ouvert à
to-pupils = Élèves
to-families = Familles
to-team = Équipe
services-lead = Décochez ce que votre école n’ouvre pas. Rien n’est perdu : ce qui est fermé réapparaît en entier si vous le rouvrez.
services-head = La direction garde tout. Une personne qui est aussi dans une autre école garde ce que l’autre école lui ouvre.
services-look = Voir ce que cela change
services-preview = Ce qui va changer
services-same = Rien n’est changé : tout est déjà ainsi.
services-consequence = Le changement est immédiat. Un service fermé disparaît du menu de ces personnes, et ses adresses ne répondent plus. Ce qui y a été écrit est conservé.
services-apply = Appliquer maintenant
services-change = Revenir au choix
services-saved = C’est fait : les services sont réglés ainsi dès maintenant.
closes = { $service } : fermé ({ $whom }).
opens = { $service } : ouvert ({ $whom }).
concerned = { $count ->
    [0] Personne n’est concerné pour l’instant.
    [one] { $count } personne est concernée.
   *[other] { $count } personnes sont concernées.
}

# Delegations.
deputy = Agit au nom de la direction
acting-head = Fait fonction de directrice ou de directeur
delegations-lead = Une personne déléguée gère avec vous les comptes, les classes, les groupes et les remplacements de toute l’école. Votre propre compte, le blocage d’un compte, le renouvellement de nombreux accès, les publications, la signature et les réglages restent à vous.
acting-lead = La personne désignée a tous les droits de la direction dans cette école, jusqu’au jour choisi.
delegation-own-lead = Ce qui vous est confié dans cette école prend fin tout seul.
no-delegation = Aucune délégation.
delegation-holds = En cours
delegation-ended = Arrêtée
delegation-over = Terminée
delegation-end = Mettre fin à la délégation : { $name }
delegation-end-already = Cette délégation est déjà terminée.
delegation-end-done = C’est fait : la délégation est arrêtée ({ $name }).
delegation-know = J’en ai pris connaissance
delegation-known = C’est noté.
delegation-given = C’est fait. La personne est prévenue ; la délégation s’arrêtera toute seule.
name-deputy = Déléguer jusqu’à un jour donné
name-deputy-now = Déléguer
name-acting = Désigner une personne qui fait fonction
name-acting-now = Désigner
person = Personne de l’équipe
person-missing = Choisissez une personne.
last = Dernier jour
last-hint = Au plus tard la fin de l’année scolaire.
last-missing = Indiquez le dernier jour.
last-past = Ce jour est déjà passé.
last-far = Choisissez un jour au plus tard le { $day }.
letter-subject = Délégation à l’école { $school }
letter-deputy = La direction de l’école { $school } vous confie une délégation jusqu’au { $day } inclus : vous gérez avec elle les comptes, les classes, les groupes et les remplacements de l’école.
letter-head = Vous faites fonction de directrice ou de directeur à l’école { $school } jusqu’au { $day } inclus.
letter-link = Pour en prendre connaissance :
task-named = Une délégation vous est confiée : { $school }
task-know = Prendre connaissance

# Replacements.
replacements = Remplacements
replacements-now = En attente et en cours
replacements-running = { $count ->
    [one] { $count } remplacement en cours.
   *[other] { $count } remplacements en cours.
}
no-replacement = Aucun remplacement.
replaced-by = Remplacement { $replaced } par { $substitute }
somebody-replaced-by = Remplacement par { $substitute }
to-replace = Remplacement { $replaced }
to-replace-somebody = Remplacement
pass-waiting = Code à utiliser
pass-expired = Code périmé
pass-running = En cours
pass-over = Terminé
pass-ended = Arrêté
for-days = { $count ->
    [one] { $count } jour de classe
   *[other] { $count } jours de classe
}
code-until = code valable jusqu’au { $day }
end-replacement = Mettre fin au remplacement
end-replacement-cost = La classe est fermée au remplaçant dès maintenant. Pour la rouvrir, il faudra créer un autre code.
cancel-code = Annuler le code
cancel-code-cost = Le code remis ne servira plus. Pour ouvrir la classe, il faudra en créer un autre.
pass-end-done = C’est fait : la classe n’est plus ouverte par ce code.
open-a-class = Ouvrir une classe à un remplaçant
no-class = Aucune classe cette année.
open-to-substitute = Ouvrir la classe à un remplaçant
open-lead = Un code sera affiché une fois, à remettre au remplaçant. Avec son propre compte, il ouvre la classe : journal, élèves, fiches. L’accès s’arrête tout seul.
days = Nombre de jours de classe
days-hint = De 1 à { $most }, du lundi au vendredi. Le premier est le jour où le code est tapé ; après 17 h, le lendemain.
days-wrong = Indiquez un nombre de jours de 1 à { $most }.
replaced = Qui est remplacé
replaced-unsaid = Ne pas le dire
replaced-unknown = Choisissez une personne qui enseigne dans la classe.
open-class = Créer le code
head-opens = La direction de l’école, ou l’inspection, ouvre la classe à un remplaçant.
without-account = Le remplaçant n’a pas encore de compte ? Ajoutez-le d’abord dans l’école, comme « Enseignant remplaçant », puis imprimez sa fiche de connexion.
enter-somebody = Inscrire une personne
code-made = Le code est prêt : imprimez-le ou notez-le maintenant.
slip = Code de remplacement
slip-code = Code à taper, majuscules ou minuscules :
slip-sign-in = Se connecter avec son compte professionnel.
slip-open = Ouvrir la page :
slip-type = Taper le code.
slip-qr = Code QR qui mène à la page où taper le code
slip-once = Ce code n’est affiché qu’à vous, pendant un quart d’heure.
slip-print = Imprimer ce code
slip-gone = Le code n’est plus affiché. S’il est perdu, annulez-le et créez-en un autre.
back-to-replacements = Revenir aux remplacements

# The inspection.
territory-lead = Ouvrir une classe à un remplaçant, dans une école de votre territoire.
uai = Code de l’école (UAI)
uai-hint = Sept chiffres et une lettre, par exemple 0310001H.
uai-unknown = Aucune école de votre territoire n’a ce code.
look = Ouvrir l’école
my-district = Écoles de la circonscription

# Typing a code.
take-entry = Code de remplacement
take-have = J’ai un code de remplacement
take-title = Ouvrir une classe en remplacement
take-lead = Tapez le code que la direction ou l’inspection vous a remis.
code = Code de remplacement
code-hint = Dix lettres et chiffres, avec ou sans espace.
take-class = Ouvrir la classe
class-taken = La classe « { $name } » vous est ouverte jusqu’au { $day } inclus.
code-unknown = Ce code n’est pas reconnu. Vérifiez chaque lettre, puis recommencez.
code-paused = Trop de codes faux d’affilée. Attendez quelques minutes avant de recommencer.
code-over = Ce code a déjà servi ou n’est plus valable. Demandez-en un autre.
code-elsewhere = Votre compte n’ouvre pas cette classe : il est d’une autre académie, ou l’école vous a ajouté à un autre titre. Demandez à la direction de vous ajouter comme « Enseignant remplaçant ».
code-teaches = Vous enseignez déjà dans cette classe.

# How long things are kept.
retention-passes = Remplacements
retention-passes-why = Depuis l’ouverture de la classe : pour savoir qui a eu accès à la classe, et quand.
retention-delegations = Délégations de la direction
retention-delegations-why = Depuis la désignation : pour savoir qui agissait au nom de la direction, et quand.

# What is kept of somebody, for a copy of it.
mine-delegations = Délégations reçues
mine-replacements = Remplacements faits
mine-school = École
mine-class = Classe
mine-since = Depuis
mine-until = Dernier jour
