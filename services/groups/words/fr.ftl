# Words of the service groups: groups by hand and by rule, several schools, challenges.

groups = Groupes
back = Revenir
back-to-school = Revenir à l’école
back-to-groups = Revenir aux groupes
back-to-challenges = Revenir aux défis
until-day = jusqu’au { $day } inclus
pupils-count = { $count ->
    [0] aucun élève
    [one] { $count } élève
   *[other] { $count } élèves
}
guardians-count = { $count ->
    [0] aucun adulte responsable
    [one] { $count } adulte responsable
   *[other] { $count } adultes responsables
}
families-of = Familles : { $name }

# What a group is for.
purpose-need = Groupe de besoin
purpose-level = Groupe de niveau
purpose-project = Projet
purpose-club = Atelier
purpose-challenge = Défi

# The list of a school.
make-group = Créer un groupe
no-group = Aucun groupe en cours.
is-on = En cours
is-over = Terminé
asked-groups = À répondre
open-groups = En cours
proposed-challenges = Défis proposés
ended-groups = Terminés
delivered-groups = Groupes de l’annuaire
delivered-about = Ils viennent de l’annuaire de l’académie ou des fichiers d’ONDE et se corrigent à la source.

# The form.
new-group = Nouveau groupe
change-group = Modifier le groupe
renew-group = Prolonger le groupe
name = Nom du groupe
name-hint = Lu par les familles : « Lecture du mardi », par exemple. Ne dites rien d’une difficulté ou de la santé.
name-missing = Donnez un nom, de 60 signes au plus.
purpose = À quoi sert ce groupe
purpose-missing = Choisissez à quoi sert ce groupe.
way = Qui en fait partie
by-hand = Des élèves choisis un par un
by-hand-hint = Vous cochez les élèves, classe par classe.
by-rule = Des élèves choisis par une règle
by-rule-hint = Par exemple tous les CE1 : les arrivées et les départs suivent tout seuls.
way-missing = Choisissez comment les élèves entrent dans le groupe.
last = Dernier jour
last-hint = Le groupe s’arrête tout seul ce jour-là, au plus tard à la fin de l’année scolaire.
last-missing = Indiquez le dernier jour.
last-past = Ce jour est déjà passé.
last-far = Choisissez un jour au plus tard le { $day }.
go-on = Continuer
save = Enregistrer
group-made = Le groupe est créé. Choisissez maintenant qui en fait partie.
group-saved = Le groupe est enregistré.

# Who is in it.
levels = Niveaux
levels-hint = Tous les élèves de l’école à ce niveau.
classes = Classes
classes-hint = Tous les élèves de ces classes.
rule-missing = Cochez au moins un niveau ou une classe.
pupils-of = Élèves de la classe : { $class }
class-ticked = { $class } : { $ticked } sur { $all }
adults = Adultes du groupe
adults-hint = Ils écrivent aux familles du groupe. Les enseignants s’écrivent entre eux par les messages, d’une école à l’autre.
brought = Élèves que la règle fait venir
save-members = Enregistrer la composition
members-saved = La composition du groupe est enregistrée.
rule-levels = Règle : les élèves de { $levels } ({ $school }).
rule-classes = Règle : tous les élèves des classes suivantes : { $classes } ({ $school }).

# The page of a group.
in-short = En bref
pupils = Élèves
families = Familles
owner = Créé par
group-uses = Le groupe a son journal ; il est proposé parmi les destinataires du carnet de liaison et des messages. Ses élèves et leurs familles y restent jusqu’au dernier jour ; ce qu’ils ont reçu reste lisible ensuite.
no-adult = Aucun adulte pour l’instant.
no-pupil = Aucun élève pour l’instant.
no-class = Sans classe
choose-of = Choisir qui en fait partie : { $school }
end-group = Mettre fin au groupe
end-group-ask = Mettre fin au groupe « { $group } » ?
end-group-cost = Ses élèves, leurs familles et ses adultes n’en font plus partie : plus personne n’y publie ni n’écrit aux familles du groupe. Ce qu’ils ont déjà reçu reste lisible.
end-renewable = Vous pourrez le prolonger depuis sa page, jusqu’à la fin de l’année scolaire.
group-ended = C’est fait : le groupe est terminé. Ce qui y a été publié reste lisible.

# Other schools.
other-schools = Autres écoles
part-asked = n’a pas encore répondu
part-in = participe
part-out = ne participe pas
uai = Code de l’école (UAI)
ask-hint = Sept chiffres et une lettre. La direction de cette école choisira elle-même ses élèves.
ask-school = Inviter cette école
ask-named = Inviter cette école : { $school }
find-school = Nom de l’école, ou commune
find-school-hint = Cherchez parmi les écoles de l’académie. Vous pouvez aussi taper le code de l’école, plus bas.
find-school-send = Chercher
found-short = Tapez au moins deux lettres.
found-none = Aucune autre école de l’académie ne répond à ces mots, ou elle est déjà invitée. Essayez avec le nom de la commune.
found-more = Seules les premières écoles sont affichées. Ajoutez un mot, comme la commune, pour trouver les autres.
uai-unknown = Aucune école de l’académie n’a ce code.
uai-missing = Il manque le code de l’école. Pour chercher par le nom, utilisez le champ plus haut.
uai-own = C’est l’école qui tient le groupe.
uai-asked = Cette école est déjà invitée.
school-asked = L’école est invitée : sa direction doit répondre.
take-back-ask = Retirer l’invitation : { $school }
let-go = Retirer l’école du groupe : { $school }
asked-by = L’école { $school } vous propose ce groupe jusqu’au { $day } inclus. Choisissez ci-dessous les élèves et les adultes de votre école : personne d’autre n’en fait partie, et rien n’est transmis avant votre accord.
accept = Accepter et enregistrer
refuse = Refuser
leave-group = Quitter le groupe avec cette école
school-left = C’est noté : cette école ne participe pas au groupe.
task-asked = Groupe avec une autre école : { $name }
task-answer = Répondre

# Challenges.
challenges = Défis
challenges-lead = Proposer un défi aux classes de votre territoire. Chaque classe s’inscrit elle-même ; vous voyez les classes et leur effectif, jamais le nom des élèves.
no-challenge = Aucun défi cette année.
propose-challenge = Proposer un défi
propose = Proposer
host-hint = L’école d’appui, de votre territoire. Elle ne modifie pas le défi et n’y met pas fin.
host-unknown = Aucune école de votre territoire n’a ce code.
challenge-proposed = Le défi est proposé aux écoles de votre territoire.
challenge-name = Nom du défi
challenge-name-hint = Lu par les écoles de votre territoire : « Défi lecture », par exemple.
challenge-last-hint = Le défi s’arrête tout seul ce jour-là, au plus tard à la fin de l’année scolaire.
challenge-adults = Adultes du défi
change-challenge = Modifier le défi
renew-challenge = Prolonger le défi
end-challenge = Mettre fin au défi
end-challenge-ask = Mettre fin au défi « { $challenge } » ?
end-challenge-cost = Les classes inscrites n’y participent plus, et plus aucune ne peut s’inscrire.
challenge-ended = C’est fait : le défi est terminé.
challenge-saved = Le défi est enregistré.
challenge-uses = Un défi réunit des classes et les compte. Les enseignants qui y participent s’écrivent par les messages ; rien d’autre ne s’y écrit pour l’instant : la circonscription donne ses nouvelles aux écoles de ces classes.
class-to-join = Classe à inscrire
join-challenge = Inscrire la classe
class-joined = La classe « { $class } » participe au défi.
class-leaves = Retirer la classe : { $class }
class-left = C’est fait : la classe ne participe plus.

# What is kept of somebody, for a copy of it.
mine-made = Groupes créés
mine-brought = Groupes suivis par règle
mine-group = Groupe
mine-school = École
mine-since = Depuis
mine-until = Dernier jour
