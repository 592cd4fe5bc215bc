# Words of the service years: the turn of the school year, the classes of the past.

families-of = Familles · { $name }
level-of-class = { $level } · { $class }
school-year = Année { $year }
save = Enregistrer
class = Classe
classes = Classes de l’année qui vient
levels = Niveaux
teachers = Enseignants
pupils = Élèves
none-yet = Pas encore
no-level = sans niveau
pupils-counted = { $count ->
    [0] Aucun élève
    [one] { $count } élève
   *[other] { $count } élèves
}

# Where the year that comes stands.
title = Rentrée { $year }
title-of-none = Rentrée
next-year = Préparer la rentrée
task = Rentrée { $year }
task-prepare = Préparer
task-open = Ouvrir
back-to-school = Revenir à l’école
back-to-year = Revenir à la rentrée
too-early = La rentrée se prépare ici à partir du 1er juin.
came-by-delivery = Les classes de cette année sont déjà arrivées par l’annuaire de l’académie : il n’y a rien à préparer. Les enseignants se rattachent depuis la page de chaque classe.
begin-explained = Une répartition vous est proposée : chaque classe continue au niveau suivant avec ses élèves et ses enseignants, les plus grands quittent l’école. Vous la changez ensuite comme vous voulez, à plusieurs si besoin. Personne d’autre ne la voit avant l’ouverture.
begin = Préparer la rentrée
begun = La répartition { $year } est prête à être changée.
opens-by-itself = L’année s’ouvrira d’elle-même le { $day }.
is-open = L’année { $year } est ouverte ({ $when }). Les classes de l’année précédente restent lisibles par celles et ceux qui y étaient.
nowhere-count = { $count ->
    [0] Chaque élève a sa classe ou quitte l’école.
    [one] { $count } élève n’a pas encore de classe.
   *[other] { $count } élèves n’ont pas encore de classe.
}
see-nowhere = Placer les élèves sans classe
leaving-count = { $count ->
    [0] Aucun élève ne quitte l’école.
    [one] { $count } élève quitte l’école.
   *[other] { $count } élèves quittent l’école.
}
see-leaving = Voir les départs
add-class = Ajouter une classe
check-and-open = Vérifier et ouvrir
pupils-of = Élèves : { $class }
who-goes-there = Élèves de la classe
prepared-classes = Classes préparées
prepared-others = Élèves à placer et départs

# A class.
new-class = Nouvelle classe
class-name = Nom de la classe
class-name-hint = Le même que dans ONDE : la classe de l’annuaire qui porte ce nom reprendra celle-ci, avec ses enseignants.
class-name-missing = Donnez un nom à la classe.
class-name-long = Ce nom est trop long : 60 caractères au plus.
class-name-taken = Une autre classe préparée porte déjà ce nom.
class-added = { $class } : classe ajoutée.
class-saved = { $class } : classe enregistrée.
class-removed = { $class } : classe retirée. Ses élèves sont à placer.
remove-class = Retirer la classe

# Pupils.
nowhere-title = Élèves sans classe
leaving-title = Départs
nobody-here = Aucun élève ici.
where-to = Où vont-ils ?
same-place = Sans changement de classe
choose-class = Choisir une classe
to-nowhere = Sans classe pour l’instant
to-away = Quittent l’école
level-next-year = Niveau de l’année qui vient
same-stage = Sans changement de niveau
next-stage = Niveau suivant
kept-stage = Maintien dans le niveau de cette année
place = Placer les élèves cochés
placed = { $count ->
    [0] Aucun élève n’a été placé.
    [one] { $count } élève placé.
   *[other] { $count } élèves placés.
}
nobody-ticked = Cochez au moins un élève.
nowhere-chosen = Choisissez une classe ou un niveau.
goes-on = { $class } · { $before } → { $after }
goes-away = { $class } · { $level } → quitte l’école
kept-in = { $class } · maintien en { $level }
no-class-before = Sans classe cette année

# Opening.
opening-title = Ouvrir l’année { $year }
alarms = À regarder avant d’ouvrir
no-alarm = Tout est en ordre.
alarm-nowhere = { $count ->
    [one] { $count } élève n’a pas de classe.
   *[other] { $count } élèves n’ont pas de classe.
}
alarm-no-class = { $name } enseigne cette année, et dans aucune classe préparée.
alarm-no-level = { $level } : aucune classe pour ce niveau, ni pour les élèves qui arrivent.
alarm-no-teacher = { $class } : aucun enseignant.
alarm-empty = { $class } : aucun élève.
alarm-crowded = { $class } : { $pupils } élèves, plus de { $most }.
alarm-misplaced = { $pupils ->
    [one] { $class } : { $pupils } élève d’un niveau qui n’est pas celui de la classe.
   *[other] { $class } : { $pupils } élèves d’un niveau qui n’est pas celui de la classe.
}
effects = Ce qui va se passer
effect-classes = { $count ->
    [one] { $count } classe commence, avec ses enseignants.
   *[other] { $count } classes commencent, avec leurs enseignants.
}
effect-placed = { $count ->
    [0] Aucun élève n’y est placé.
    [one] { $count } élève y est placé.
   *[other] { $count } élèves y sont placés.
}
effect-ending = { $count ->
    [0] Aucune classe ne se termine.
    [one] { $count } classe se termine : on n’y écrit plus, celles et ceux qui y étaient la relisent dans « Années passées ».
   *[other] { $count } classes se terminent : on n’y écrit plus, celles et ceux qui y étaient les relisent dans « Années passées ».
}
effect-groups = { $count ->
    [one] { $count } groupe de l’année se termine.
   *[other] { $count } groupes de l’année se terminent.
}
effect-leaving = { $count ->
    [one] { $count } élève n’a pas de classe l’an prochain ici : son départ sera daté par l’annuaire de l’académie.
   *[other] { $count } élèves n’ont pas de classe l’an prochain ici : leur départ sera daté par l’annuaire de l’académie.
}
effect-leaving-at-once = { $count ->
    [one] Parmi les départs, { $count } élève saisi par l’école est noté comme parti dès l’ouverture.
   *[other] Parmi les départs, { $count } élèves saisis par l’école sont notés comme partis dès l’ouverture.
}
effect-delivered = { $count ->
    [one] L’annuaire a déjà apporté { $count } classe de cette année : seuls les enseignants préparés y seront rattachés, si elle porte le même nom.
   *[other] L’annuaire a déjà apporté { $count } classes de cette année : seuls les enseignants préparés y seront rattachés, dans celles de même nom.
}
effect-nothing-lost = Rien n’est effacé. L’ouverture s’annule pendant 30 jours, tant que l’annuaire de l’académie n’a pas apporté les classes.
open-now = Ouvrir l’année maintenant
opened = L’année { $year } est ouverte.
opening-later = Ouvrir un autre jour
opening-day = Jour d’ouverture
opening-day-hint = Du 1er août au 30 septembre { $year } ; l’année s’ouvre dans la nuit. Laissez vide pour ne plus l’ouvrir d’avance.
day-wrong = Choisissez un jour à venir, du 1er août au 30 septembre { $year }.
set-day = Retenir ce jour
day-set = L’année s’ouvrira le { $day }.
day-taken-back = L’année ne s’ouvrira plus d’elle-même.
undo = Annuler l’ouverture
undo-title = Annuler l’ouverture de l’année { $year }
undo-explained = Les classes de l’année précédente reprennent comme elles étaient, avec leurs élèves et leurs enseignants. Les nouvelles classes se ferment ; la répartition préparée revient et peut être changée. Ce qui a été publié dans une nouvelle classe reste lisible par celles et ceux qui y étaient.
undo-until = C’est possible jusqu’au { $day }, tant que l’annuaire n’a pas apporté les classes.
undone = L’ouverture de l’année { $year } est annulée.

# An académie.
academy-place = Rentrée
academy-title = Rentrée { $year } des écoles
progress = Avancement
stage = Étape
schools = Écoles
schools-in-all = Écoles qui ont des classes
schools-nothing = Rien de préparé
schools-prepared = Rentrée en préparation
schools-planned = Jour d’ouverture choisi
schools-opened = Année ouverte
schools-delivered = Classes reçues par l’annuaire
schools-empty = Sans classe
school-of-town = { $name } · { $town }
schools-at-stage = { $count ->
    [one] { $academy } · { $stage } : { $count } école
   *[other] { $academy } · { $stage } : { $count } écoles
}
no-school-there = Aucune école n’en est là.
pages-of-schools = Pages de la liste des écoles
page-before = Page précédente
page-after = Page suivante
back-to-academy = Revenir à la rentrée des écoles
sweep-season = L’année s’ouvre du 1er août au 30 septembre.
sweep-explained = Les écoles qui n’ont rien préparé reçoivent la répartition proposée : chaque classe continue au niveau suivant. Une école qui a choisi son jour d’ouverture n’est pas ouverte avant. Pendant 30 jours, chaque direction peut annuler pour son école, et vous pour toutes.
sweep = { $count ->
    [one] Ouvrir l’année pour l’école qui ne l’a pas fait
   *[other] Ouvrir l’année pour les { $count } écoles qui ne l’ont pas fait
}
sweep-opening-title = Ouvrir l’année { $year } des écoles
sweep-effect-prepared = { $count ->
    [one] { $count } école a préparé sa rentrée : elle est ouverte comme elle l’a préparée.
   *[other] { $count } écoles ont préparé leur rentrée : elles sont ouvertes comme elles l’ont préparée.
}
sweep-effect-nothing = { $count ->
    [one] { $count } école n’a rien préparé : elle reçoit la répartition proposée, chaque classe au niveau suivant.
   *[other] { $count } écoles n’ont rien préparé : elles reçoivent la répartition proposée, chaque classe au niveau suivant.
}
sweep-effect-planned = { $count ->
    [one] { $count } école a choisi son jour d’ouverture : elle n’est pas ouverte maintenant.
   *[other] { $count } écoles ont choisi leur jour d’ouverture : elles ne sont pas ouvertes maintenant.
}
sweep-effect-opened = { $count ->
    [one] { $count } école a déjà les classes de cette année : rien n’y change.
   *[other] { $count } écoles ont déjà les classes de cette année : rien n’y change.
}
sweep-effect-ending = Dans les écoles ouvertes, les classes et les groupes de l’année précédente se terminent : on n’y écrit plus, celles et ceux qui y étaient les relisent dans « Années passées ».
sweep-effect-nothing-lost = Rien n’est effacé. Pendant 30 jours, chaque direction peut annuler pour son école, et vous pour toutes, tant que l’annuaire n’a pas apporté les classes.
sweep-ordered = L’ouverture a commencé. Cette page dit où elle en est.
sweep-runs = Ouverture en cours, demandée { $when }. { $counts }
sweep-done = Ouverture d’ensemble terminée { $when }. { $counts }
sweep-nowhere = { $count ->
    [one] { $count } élève de ces écoles n’a pas de classe : sa direction le place, ou l’annuaire le fait en septembre.
   *[other] { $count } élèves de ces écoles n’ont pas de classe : leur direction les place, ou l’annuaire le fait en septembre.
}
aside-failed = { $school } : l’année n’a pas pu être ouverte. À ouvrir depuis la page de l’école.
aside-kept = { $school } : reste ouverte, l’annuaire a déjà apporté ses classes, ou des personnes s’en servent déjà.
aside-undone = { $school } : l’ouverture a été annulée à l’école, qui reste à l’année précédente. À ouvrir depuis la page de l’école.
sweep-undo = Annuler cette ouverture
sweep-undo-title = Annuler l’ouverture de l’année { $year } des écoles
sweep-undo-schools = { $count ->
    [one] { $count } école a été ouverte ainsi.
   *[other] { $count } écoles ont été ouvertes ainsi.
}
sweep-undo-nothing = Une école qui n’avait rien préparé redevient une école qui n’a rien préparé.
sweep-undo-ordered = L’annulation a commencé. La page de la rentrée dit où elle en est.
sweep-undo-runs = Annulation en cours, demandée { $when }.
sweep-undone = { $count ->
    [0] Annulation terminée { $when } : aucune école n’a pu être remise à l’année précédente.
    [one] Annulation terminée { $when } : { $count } école remise à l’année précédente.
   *[other] Annulation terminée { $when } : { $count } écoles remises à l’année précédente.
}
sweep-counts = Écoles ouvertes : { $schools }, dont sans préparation : { $proposed }. Classes : { $classes }. Élèves placés : { $pupils }.

# The past.
past-years = Années passées
past-years-lead = Les classes des années d’avant et celles des écoles quittées se relisent ici. On n’y écrit plus.
no-past-year = { $who ->
    [tu] Tu retrouveras ici les classes des années passées.
   *[vous] Vous retrouverez ici les classes des années passées.
}
past-class-explained = { $who ->
    [tu] Cette classe est terminée : tu peux tout relire, on n’y écrit plus.
   *[vous] Cette classe est terminée : vous pouvez tout relire, on n’y écrit plus.
}
left-class-explained = { $who ->
    [tu] Tu as quitté cette classe le { $day } : tu peux relire ce qui a été publié jusque-là, pendant un an.
   *[vous] Cette classe a été quittée le { $day } : vous pouvez relire ce qui a été publié jusque-là, pendant un an.
}
changed-since-left = { $who ->
    [tu] Modifié après ton départ
   *[vous] Modifié après le départ de l’enfant
}
kept-things = Ce qui y a été publié
nothing-kept = Rien n’a été publié dans cette classe.
pages-of-class = Pages de la classe
newer = Plus récent
older = Plus ancien
back-to-years = Revenir aux années passées

# How long it is kept.
retention-pupils = Répartition préparée des élèves
retention-pupils-why = Compté depuis le début de la préparation : l’année est alors en cours, l’annuaire dit où est chaque élève.
retention-people = Niveaux et départs changés à l’ouverture d’une année
retention-people-why = Compté depuis le début de la préparation : une ouverture ne s’annule que pendant 30 jours.

# Those who leave: their own page.
left-place = Mon départ
task-left = { $who ->
    [tu] Ton compte va se fermer
   *[vous] Votre compte va se fermer
}
task-choose = Choisir
mine-title = { $who ->
    [tu] Tu as quitté l’école
   *[vous] Vous avez quitté l’école
}
mine-lead = { $who ->
    [tu] Tu n’es plus inscrit dans une école de l’ENT. Ton compte s’ouvre encore quelques jours.
   *[vous] Votre compte n’est plus rattaché à une école de l’ENT. Il s’ouvre encore quelques jours, pour ce qui est à vous.
}
mine-dates = { $who ->
    [tu] Tu peux te connecter jusqu’au { $closes }. Tout sera effacé le { $erases }.
   *[vous] Vous pouvez vous connecter jusqu’au { $closes }. Tout sera effacé le { $erases }. Si vous revenez avant ce jour, vous retrouverez tout.
}
days-tomorrow = { $who ->
    [tu] Demain, cette page te dira jusqu’à quand ton compte s’ouvre, et te demandera ce que deviennent tes billets.
   *[vous] Demain, cette page vous dira jusqu’à quand votre compte s’ouvre, et vous demandera ce que devient ce qui a été partagé.
}
copy-title = Prendre une copie
copy-explained = { $who ->
    [tu] Tu peux garder ce que tu as écrit : demande une copie de tes données.
   *[vous] Ce que vous avez écrit, les messages envoyés, vos réponses : une copie de vos données se demande ici et se télécharge. Les messages reçus se relisent jusqu’à la fermeture du compte.
}
copy-take = Demander une copie de mes données
choice-title = Ce qui a été partagé
choice = { $who ->
    [tu] Que deviennent tes billets, tes commentaires et tes messages ?
   *[vous] Que deviennent vos billets, vos commentaires et vos messages ?
}
choice-stay = Les laisser, sans mon nom
choice-stay-hint = { $who ->
    [tu] La classe pourra encore les lire. Ton nom n’y sera plus.
   *[vous] Celles et ceux qui les ont reçus les gardent. Votre nom n’y est plus.
}
choice-go = Les effacer
choice-go-hint = { $who ->
    [tu] Personne ne pourra plus les lire.
   *[vous] Plus personne ne les lit. Les mots du carnet et les actualités restent : ils sont à l’école.
}
choice-otherwise = { $who ->
    [tu] Si tu ne choisis pas, ils restent sans ton nom.
   *[vous] Sans réponse de votre part, ils restent, sans votre nom (arrêté du 30 novembre 2006, article 6).
}
choose-missing = { $who ->
    [tu] Choisis une des deux réponses.
   *[vous] Choisissez une des deux réponses.
}
chosen = { $who ->
    [tu] Ton choix est gardé.
   *[vous] Votre choix est gardé.
}
mine-stays = { $who ->
    [tu] Tu as choisi de les laisser, sans ton nom.
   *[vous] Vous avez choisi de les laisser, sans votre nom.
}
mine-goes = { $who ->
    [tu] Tu as choisi de les effacer.
   *[vous] Vous avez choisi de les effacer.
}

# A child who left, as the adults responsible read it.
child-left = { $child } a quitté l’école le { $day }.
child-left-school = { $child } a quitté l’école { $school } le { $day }.
child-reads = Ce qui y a été publié jusque-là se relit dans « Années passées » jusqu’au { $day }.
child-reads-for-now = Ce qui y a été publié jusque-là se relit dans « Années passées ».
child-days = Son compte s’ouvre jusqu’au { $closes }. Tout sera effacé le { $erases } ; si l’enfant revient avant ce jour, vous retrouverez tout.
child-erased = Tout sera effacé le { $erases } ; si l’enfant revient avant ce jour, vous retrouverez tout.
child-days-tomorrow = Demain, cette page vous dira quel jour tout sera effacé, et vous demandera ce que devient ce qui a été partagé.
child-asked = Vous dites ce que deviennent ses billets, ses commentaires et ses messages.
child-mistake = S’il s’agit d’une erreur, prévenez la direction de l’école.
child-title = Un enfant a quitté l’école
child-lead = Ce qui se relit encore, jusqu’à quand, et ce que vous avez à dire.
child-choice = Que deviennent les billets, les commentaires et les messages { $of } ?
child-choice-stay = Les laisser, sans son nom
child-choice-stay-hint = Celles et ceux qui les ont reçus les gardent. Le nom de l’enfant n’y est plus.
child-choice-go-hint = Plus personne ne les lit.
child-otherwise = Sans réponse, ils restent, sans son nom (arrêté du 30 novembre 2006, article 6). Un autre responsable peut répondre aussi : la dernière réponse compte.
child-stays = Il a été choisi de les laisser, sans son nom.
child-goes = Il a été choisi de les effacer.
task-child-left = { $child } a quitté l’école
own-left = { $who ->
    [tu] Tu as quitté l’école.
   *[vous] Vous avez quitté l’école.
}
own-reads = { $who ->
    [tu] Ce que ta classe a publié avant se relit dans « Années passées » jusqu’au { $day }.
   *[vous] Ce qui vous reste ouvert l’est jusqu’au { $day }.
}
own-reads-for-now = { $who ->
    [tu] Ce que ta classe a publié avant se relit dans « Années passées ».
   *[vous] Ce qui vous reste ouvert est dit dans « Mon départ ».
}
adults-asked = Les adultes responsables de toi disent ce que deviennent tes billets.

# The departures of a school.
departures = Départs
departures-title = Départs · { $school }
departures-lead = Qui a quitté l’école, jusqu’à quand son compte s’ouvre, quel jour tout est effacé. Chacun est prévenu par courriel quatre fois avant : au départ, avant la fermeture, un mois puis une semaine avant l’effacement.
who-left = Partis de l’école
left-counts = { $count ->
    [one] { $count } personne est partie et n’est pas encore effacée ; comptes fermés : { $closed }.
   *[other] { $count } personnes sont parties et ne sont pas encore effacées ; comptes fermés : { $closed }.
}
nobody-leaves = Personne n’est en train de partir.
departures-delivered = Pour les élèves que l’académie connaît, un départ se saisit dans ONDE : il apparaît ici le lendemain de la livraison de l’annuaire.
unreached = { $count ->
    [one] Une personne n’a pas pu être prévenue : elle n’a pas d’adresse électronique. Prévenez-la, ou sa famille pour un élève.
   *[other] { $count } personnes n’ont pas pu être prévenues : elles n’ont pas d’adresse électronique. Prévenez-les, ou leur famille pour des élèves.
}
task-unreached = { $count ->
    [one] Un compte va être effacé sans que la personne ait pu être prévenue
   *[other] { $count } comptes vont être effacés sans que les personnes aient pu être prévenues
}
task-tell = Prévenir
person-kind = { $kind ->
    [pupil] Élève
    [guardian] Responsable
    [staff] Personnel
    [agent] Agent de la commune
   *[guest] Intervenant
}
left-since = { $kind } · départ le { $day }
found-in = Inscrit maintenant dans une école de l’ENT : { $school }
going-to = Destination : { $place }
never-came = N’a jamais ouvert de compte. Effacement le { $erases }.
account-open = Le compte s’ouvre jusqu’au { $closes }. Effacement le { $erases }.
account-closed = Le compte est fermé. Effacement le { $erases }.
to-be-told = À prévenir : aucune adresse électronique.
told-on = Prévenu le { $day }.
erasure-postponed = Effacement reporté : la personne n’a pas pu être prévenue à temps.
comes-back = Noter le retour · { $name }
came-back = { $name } est de retour, tout est comme avant.
announced = Départs annoncés
leaves-on = Part le { $day }.
give-up-plan = Annuler le départ · { $name }
plan-kept = Départ annoncé : { $name }, le { $day }.
plan-taken-back = Le départ annoncé est annulé.
moved = Partis dans une autre école de l’ENT
moved-explained = Le compte a suivi, avec ses contenus : rien n’est effacé.
pupil = Élève
new-school = École
left-on = Départ le
say-departure = Noter un départ
say-departure-explained = Pour les élèves que l’académie ne connaît pas. Pour les autres, l’annuaire le dit : le départ se saisit dans ONDE.
who-leaves = Qui part ?
choose-pupil = Choisir un élève
leaver-missing = Choisissez un élève de la liste.
leaving-day = Jour du départ
leaving-day-hint = Un jour passé, aujourd’hui, ou un jour à venir.
leaving-day-wrong = Donnez un jour, à un an près.
destination = Destination
destination-too-long = C’est trop long : 120 caractères au plus.
optional = facultatif
note-departure = Noter le départ
left-now = Le départ est noté : { $name }.

# Letters to those who leave.
letter-account = Compte concerné : { $name }
letter-left-subject = Un départ de l’école : ce que devient le compte
letter-closing-subject = Un compte se ferme le { $day }
letter-soon-subject = Un compte sera effacé le { $day }
letter-left = L’annuaire ne rattache plus ce compte à une école de l’ENT.
letter-left-school = L’annuaire ne rattache plus ce compte à l’école { $school }.
letter-left-by-school = L’école { $school } a noté un départ : ce compte n’est plus rattaché à une école de l’ENT.
letter-soon = Comme annoncé, ce compte et ce qu’il contient seront effacés le { $day }.
letter-closing = Comme annoncé, ce compte se ferme le { $day } au soir : c’est le moment d’y prendre ce que vous voulez garder.
letter-open =
    Le compte s’ouvre encore jusqu’au { $closes } : { $link }

    Vous pouvez y prendre une copie de vos données, et dire si ce qui a été partagé reste, sans le nom, ou s’efface. Tout sera effacé le { $erases }. S’il s’agit d’une erreur, prévenez l’école : jusqu’à ce jour, tout peut revenir comme avant.
letter-closed = Le compte ne s’ouvre plus. Tout sera effacé le { $erases }. S’il s’agit d’une erreur, prévenez l’école avant ce jour : tout peut encore revenir comme avant.
letter-back-subject = Votre compte reste ouvert
letter-back = L’annuaire vous rattache de nouveau à une école : rien n’est effacé, vous retrouvez tout comme avant. { $link }
letter-erased-subject = Vos données ont été effacées
letter-erased = Vos données ont été effacées le { $day }, comme annoncé. L’école ne garde que ce que la loi l’oblige à garder. Ce courriel est le dernier.

# What was erased.
rule-accounts = Comptes des personnes parties
rule-accounts-why = Depuis le départ de la dernière personne du compte (arrêté du 30 novembre 2006, article 6 : trois mois au plus). Chaque académie choisit moins, par profil ; personne n’est effacé avant 30 jours ni sans avoir été prévenu. La page Effacements en donne la preuve.
erasure-place = Effacements
erasure-title = Effacements · { $name }
erasure-lead = Les départs en cours, puis ce qui a été effacé, jour par jour et service par service, sans aucun nom. « Laissées » compte les contributions qui restent, sans nom.
leaving-now = Départs en cours
leaving-none = Aucun départ en cours.
leaving-people = Personnes
leaving-closed = Comptes fermés
leaving-unreached = Sans courriel
leaving-first = Premier effacement
nothing-erased = Rien n’a encore été effacé.
erased-days = Jour par jour
erased-day = Jour
erased-pupils = Élèves
erased-guardians = Responsables
erased-staff = Personnels
erased-guests = Intervenants
erased-accounts = Comptes
erased-kept = Laissées
erased-rows = Lignes
erased-services = Service par service
erased-service = Service
erasure-export = Télécharger (CSV)
erasure-columns = Jour;Personnes;Service;Lignes
service = { $name ->
    [base] Annuaire, comptes, signatures
    [journal] Journal de la classe
    [messages] Messagerie
    [liaison] Carnet de liaison
    [news] Actualités
    [protection] Protection
    [attention] Notifications
    [writing] Brouillons
    [doors] Accès
    [directory] Classes
    [family] Mon foyer
    [people] La classe
    [supply] ONDE et saisies
    [headship] Délégations
    [groups] Groupes
    [tablets] Tablettes
    [assistance] Assistance
    [personal_data] Mes données
    [portal] Sites publics
    [requests] Demandes à la commune
    [compliance] Conformité
    [years] Rentrée
   *[other] Autres services
}
grace = Délais après un départ
grace-explained = Comptés depuis le jour du départ. Un changement vaut pour les départs à venir : un jour annoncé ne bouge plus.
profile = Profil
profile-missing = Choisissez un profil.
closes-after = Le compte s’ouvre encore
closes-hint = Un nombre de jours, { $least } au moins.
closes-wrong = Il faut un nombre de jours, { $least } au moins, et pas plus que l’effacement.
erases-after = Tout est effacé après
erases-hint = Un nombre de jours, de { $least } à { $most }.
erases-wrong = Il faut un nombre de jours de { $least } à { $most }.
set-grace = Changer les délais
grace-set = Les délais sont changés.
days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
