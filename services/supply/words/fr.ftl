# Extractions of ONDE.
onde-link = Fichiers ONDE
onde-title = Alimenter avec ONDE
onde-check-title = Vérifier avec ONDE
onde-only-checked = L’académie livre l’annuaire de cette école. Cette page compare avec ONDE et ne change rien. Quand une fiche diffère, l’annuaire suivra ONDE à une prochaine livraison : il n’y a rien à y corriger, sauf une erreur d’ONDE.
onde-how = Dans ONDE, ouvrez « Listes et extractions », choisissez les élèves de l’école sans filtre, puis les responsables, et enregistrez chaque extraction en CSV. Une liste d’enseignants convient aussi.
onde-nothing-yet = Rien n’est écrit à l’envoi : vous voyez d’abord ce qui changerait.
onde-files = Fichiers CSV
onde-files-hint = Un ou plusieurs fichiers, 10 Mo en tout au plus. Leur nom et l’ordre de leurs colonnes n’ont pas d’importance.
onde-send = Lire les fichiers
onde-read = Les fichiers sont lus. Rien n’est encore écrit.
onde-read-compared = Les fichiers sont lus et comparés avec l’annuaire.
onde-no-file = Choisissez au moins un fichier.
onde-too-large = Ces fichiers dépassent 10 Mo.
onde-runs = Fichiers déjà envoyés
onde-state-applied = Appliqué { $when }
onde-state-undone = Annulé { $when }
onde-state-applied-by = Appliqué { $when } par { $who }
onde-state-undone-by = Annulé { $when } par { $who }
onde-state-waits = Non appliqué
onde-state-compared = Comparé
onde-compared-title = Comparaison avec ONDE
onde-undone-title = Ce qui a été annulé
onde-understood = Ce que nous avons compris
onde-done-title = Ce qui a été fait
onde-given = Fichiers envoyés { $when }
onde-given-by = Fichiers envoyés { $when } par { $who }
onde-file-unnamed = sans nom
onde-more-files = { $count ->
    [one] { $count } autre
   *[other] { $count } autres
}
onde-files-read = Fichiers
onde-choices = Vos choix
onde-choose = Recalculer avec ces choix
onde-choices-changed = Vos choix ont changé ce qui sera fait : relisez, puis appliquez.
onde-chosen = Vos choix sont pris en compte.
onde-changes = Ce qui change
onde-changed = Ce qui a changé
onde-were-changed = Ce qui avait changé, avant l’annulation
onde-differences = Ce qui diffère
onde-departures-noted = Les départs sont notés : la page « Départs » dit pour chacun ce que devient le compte.
onde-unread-lines = Des lignes d’élèves n’ont pas pu être lues : les élèves absents d’ONDE ne sont pas cherchés.
onde-unread = Un fichier ne peut pas encore être lu : regardez ce qui est dit de chaque fichier.
onde-withheld = Des lignes d’élèves n’ont pas pu être lues : aucun départ ne sera noté. Corrigez-les dans ONDE, puis envoyez une nouvelle extraction.
onde-ignored = { $count ->
    [one] { $count } élève laissé de côté avec sa classe : rien n’est fait pour cet élève.
   *[other] { $count } élèves laissés de côté avec leur classe : rien n’est fait pour eux.
}
onde-nothing = Rien ne change : il n’y a rien à appliquer.
onde-same = Les fichiers et l’annuaire de l’école disent la même chose.
onde-leaving = { $count ->
    [one] Je confirme le départ de { $count } élève : c’est plus d’un élève sur dix.
   *[other] Je confirme le départ de { $count } élèves : c’est plus d’un élève sur dix.
}
onde-leaving-unsaid = Beaucoup d’élèves partiraient. Vérifiez que l’extraction contient toute l’école, puis cochez cette case.
onde-apply = Appliquer à l’école
onde-apply-about = Tout est appliqué en une fois. Vous pourrez annuler pendant 30 jours.
onde-done = L’annuaire de l’école est à jour.
onde-already = Ces fichiers ont déjà été appliqués.
onde-changed-since = L’école a changé depuis l’affichage de cette page. Relisez ce qui changerait, puis appliquez.
onde-undo = Annuler ces changements
onde-undo-title = Annuler ces changements ?
onde-undo-about = L’école revient à ce qu’elle était avant ces fichiers. Une classe ouverte par ces fichiers où vous avez ajouté un élève depuis reste ouverte, avec cet élève.
onde-undo-too-late = Plus de 30 jours ont passé : ces fichiers ne s’annulent plus.
onde-undone = L’école est revenue à ce qu’elle était avant ces fichiers.
onde-undo-later = D’autres fichiers ont été appliqués depuis à cette école : annulez-les d’abord.
onde-undo-touched = Une fiche ou une classe a été changée depuis : ces fichiers ne peuvent plus être annulés.
onde-other-files = Envoyer d’autres fichiers
back-to-school = Retour à l’école
quality-link = Qualité ONDE
nothing = (vide)

# Files.
file-pupils = { $count ->
    [one] Élèves · { $count } ligne · { $charset }
   *[other] Élèves · { $count } lignes · { $charset }
}
file-guardians = { $count ->
    [one] Responsables · { $count } ligne · { $charset }
   *[other] Responsables · { $count } lignes · { $charset }
}
file-teachers = { $count ->
    [one] Enseignants · { $count } ligne · { $charset }
   *[other] Enseignants · { $count } lignes · { $charset }
}
file-refused = { $name } : { $reason }
columns-used = Colonnes utilisées : { $columns }
columns-passed = Colonnes laissées de côté : { $columns }
columns-to-ignore = Colonnes inconnues à ignorer
columns-to-ignore-hint = Cochez les colonnes dont la lecture n’est pas utile. Les autres font refuser le fichier.
refusal-empty = Ce fichier est vide.
refusal-no-line = Ce fichier n’a qu’un en-tête, sans aucune ligne.
refusal-spreadsheet = Ce fichier est un classeur, pas un CSV. Enregistrez-le au format CSV, ou refaites l’extraction dans ONDE.
refusal-not-an-extraction = Ce fichier n’est pas une extraction d’ONDE : aucune colonne connue n’y est séparée par des points-virgules, des virgules ou des tabulations.
refusal-unbalanced = Un guillemet ouvert à la ligne { $line } n’est jamais fermé.
refusal-lacks = Il manque des colonnes : « { $columns } ». Ajoutez-les à l’extraction.
refusal-twice = La colonne « { $column } » est là deux fois.
refusal-unknown = { $count ->
    [one] Une colonne est inconnue. Cochez-la plus bas pour l’ignorer.
   *[other] { $count } colonnes sont inconnues. Cochez-les plus bas pour les ignorer.
}
refusal-too-long = Ce fichier est trop long pour une école.

# What is said of a line.
problem-missing = Le nom, le prénom ou la date de naissance manque.
problem-day = Cette date n’existe pas.
problem-ine = Cet INE n’a pas la forme attendue.
problem-email = Cette adresse électronique n’est pas complète.
problem-phone = Ce numéro de téléphone n’est pas lisible.
problem-level = Ce niveau n’est pas connu.
problem-sex = Le sexe n’est pas lisible.
problem-cells = La ligne a plus de cases que l’en-tête.
problem-repeated = Cette personne est deux fois dans le fichier.
problem-formula = Un tableur exécuterait cette case : elle est gardée comme du texte.
remark-several = Plusieurs élèves de l’école correspondent à cette ligne : départagez-les avec l’INE.
remark-ine-of = L’INE de cette ligne est celui d’un autre élève de l’école : { $name }.
remark-ine-elsewhere = L’INE de cette ligne est celui d’un autre élève, dans une autre école.
remark-several-elsewhere = Plusieurs élèves d’autres écoles correspondent à cette ligne.
remark-again = Une ligne précédente parle déjà de cette personne.
remark-namesake = Un autre élève a le même nom et le même prénom : les deux sont gardés.
remark-adult-namesake = Un autre adulte de l’école a le même nom et le même prénom : les deux sont gardés.
remark-child-unknown = Cet enfant n’est pas parmi les élèves de l’école.
remark-child-twice = Plusieurs élèves correspondent à cet enfant.
remark-child-waits = L’enfant est proposé depuis une autre école : l’adulte attend votre choix.
remark-no-child = Aucun enfant de cette ligne n’est dans l’école.
remark-several-adults = Plusieurs adultes responsables de ces enfants correspondent à cette ligne.
remark-several-teachers = Plusieurs personnes de l’équipe correspondent à cette ligne.
remark-written = { $remark } Dans ONDE : « { $value } ».
remark-head = Le fichier dit que cette personne dirige l’école : cette page ne donne pas la direction.

# Classes and arrivals.
pupils-of-school = Tous les élèves
staff-of-school = L’équipe de l’école
families-of = Familles · { $name }
level-of-class = { $level } · { $class }
class-numbered = Classe { $number }
class-of-files = Classe « { $label } », { $count ->
    [one] { $count } élève
   *[other] { $count } élèves
}
class-found = Comme trouvé : { $name }
class-found-same = Comme trouvé
class-by-itself = D’après le numéro ou le nom
class-to-open = une nouvelle classe
class-of-none = aucune classe de l’annuaire
class-of-none-chosen = Aucune classe de l’annuaire
class-left-out = laissée de côté
class-new = Ouvrir une nouvelle classe
class-ignored = Laisser de côté cette classe et ses élèves
arrivals = Élèves qui viennent d’une autre école
arrivals-hint = Cochez ceux qui changent d’école. Leur compte et ce qui leur appartient les suivent, et ils quittent l’autre école.
arrival-from = Aujourd’hui à l’école { $school }
groups-wanted = Regroupements qui deviennent des groupes
groups-wanted-hint = Les élèves et leurs familles liront le nom des groupes cochés : laissez décochés les regroupements réservés à l’école, par exemple « PAI » ou « Aide sociale ». Si vous décochez un groupe déjà ouvert, il prend fin.
group-not-open = { $count ->
    [one] { $count } élève
   *[other] { $count } élèves
}
group-open = Groupe déjà ouvert, { $count ->
    [one] { $count } élève
   *[other] { $count } élèves
} dans les fichiers
group-ends = { $name } (prend fin)

# Figures and lists.
figure-new = Nouveaux élèves
figure-moved = Élèves qui changent de classe
figure-changed = Élèves dont la fiche change
figure-back = Élèves qui reviennent
figure-proposed = Élèves d’une autre école, à confirmer
figure-arrives = Élèves qui viennent d’une autre école
figure-gone = Élèves absents de l’extraction
figure-same = Élèves sans changement
figure-adults-new = Nouveaux responsables
figure-adults-changed = Responsables dont la fiche change
figure-links = Liens entre un enfant et un responsable, ajoutés
figure-links-ended = Liens entre un enfant et un responsable, terminés
figure-teachers-new = Nouveaux enseignants
figure-differing = Élèves que l’annuaire écrit autrement
figure-agreeing = Élèves sans différence
figure-adults-unknown = Responsables d’ONDE absents de l’annuaire
figure-links-lacking = Liens entre un enfant et un responsable, absents de l’annuaire
figure-classes-new = Nouvelles classes
figure-groups = Regroupements
figure-ignored = Élèves laissés de côté avec leur classe
figure-left-out = Lignes laissées de côté
list-counted = { $title } ({ $number })
list-left-out = Lignes laissées de côté
list-doubtful = Lignes prises, à regarder
list-new = Nouveaux élèves
list-not-in-directory = Élèves d’ONDE absents de l’annuaire
list-moved = Changements de classe
list-changed = Fiches d’élèves qui changent
list-back = Élèves qui reviennent
list-arrives = Élèves qui viennent d’une autre école
list-elsewhere = Élèves d’ONDE que l’annuaire place dans une autre école
list-gone = Élèves absents de l’extraction : leur départ est noté, rien n’est effacé
list-not-in-onde = Élèves de l’annuaire absents d’ONDE
list-adults-new = Responsables ajoutés ou reliés
list-adults-not-in-directory = Responsables d’ONDE absents de l’annuaire ou sans lien
list-adults-changed = Fiches de responsables qui changent
list-links-ended = Liens terminés
list-teachers-new = Nouveaux enseignants
list-left-in-directory = Élèves d’ONDE que l’annuaire ne place plus dans l’école
list-other-class = Élèves d’une autre classe dans ONDE
list-differing = Élèves que l’annuaire écrit autrement : annuaire → ONDE
list-adults-differing = Responsables que l’annuaire écrit autrement
list-links-unknown = Liens entre un enfant et un responsable, absents d’ONDE
list-teachers-unknown = Enseignants d’ONDE absents de l’annuaire
list-groups = Regroupements qui changent
column-line = Ligne
column-who = Personne
line-numbered = Ligne { $line }
column-remark = Remarque
column-column = Colonne
column-value = Ce qui est écrit
column-file = Fichier
column-pupil = Élève
column-birth-day = Date de naissance
column-class = Classe
column-class-before = Classe actuelle
column-class-after = Nouvelle classe
column-class-directory = Classe dans l’annuaire
column-class-onde = Classe dans ONDE
column-changes = Ce qui diffère
column-from = Vient de
column-adult = Responsable
column-children = Enfants
column-group = Regroupement
column-joining = Élèves qui y entrent
column-leaving = Élèves qui en sortent
column-teacher = Enseignant
column-at = Date
column-files = Fichiers
column-sender = Envoyés par
column-undo = Annulation
column-state = État
column-what = Sujet
column-says = Texte
change = { $field } : { $before } → { $after }

# Corrections.
corrections-title = À corriger dans ONDE
corrections-about = Ce que l’annuaire dit de faux se corrige dans ONDE. Une fois la correction saisie, dites-la faite ici : l’annuaire suivra à la prochaine livraison ou extraction.
corrections-about-mine = Signalez ce que l’annuaire dit de faux d’un élève : la direction le corrige dans ONDE.
corrections-open = À faire
corrections-done = Déjà corrigé, ces { $days } derniers jours
corrections-none = Rien à corriger.
corrections-nobody = Vous ne suivez aucun élève de cette école.
corrections-mine = Corrections signalées
correction-signalled = Signalé { $when }
correction-signalled-by = Signalé { $when } par { $who }
correction-done = Marquer comme fait
correction-done-at = Fait { $when }
correction-done-by = Fait { $when } par { $who }
correction-reopen = Remettre à faire
correction-reopened = La correction est de nouveau à faire.
correction-noted-again = La même information a été signalée de nouveau depuis : elle est déjà à faire.
correction-done-said = La correction est faite.
correction-says = { $field } : { $says }
correction-differs = { $field } : l’annuaire dit « { $directory } », à corriger en « { $says } »
correction-signal = Signaler une erreur
correction-person = Élève
correction-choose = Choisissez un élève
correction-person-missing = Choisissez un élève de la liste.
correction-field = Ce qui est faux
correction-choose-field = Choisir
correction-field-missing = Choisissez ce qui est faux.
correction-says-label = Ce qui est juste
correction-says-hint = Seulement la bonne valeur : Zoé, 12/03/2019. 300 caractères au plus.
correction-says-missing = Écrivez ce qui est juste.
correction-says-long = 300 caractères au plus.
correction-send = Signaler l’erreur
correction-kept = C’est noté dans la liste.
field-last-name = Nom
field-first-name = Prénom
field-birth-day = Date de naissance
field-ine = INE
field-civility = Civilité
field-level = Niveau
field-class = Classe
field-email = Adresse électronique
field-contact = Coordonnées
field-family = Responsables
field-presence = Présence dans l’école
field-other = Autre chose

# How long it is kept.
retention-runs = Fichiers ONDE envoyés et changements à annuler
retention-runs-why = Depuis l’envoi ou l’application : le temps de pouvoir annuler.
retention-corrections = Corrections faites dans ONDE
retention-corrections-why = Depuis qu’elles sont faites : une année, pour retrouver une erreur qui revient.

# People entered by hand.
entries = Personnes ajoutées par l’école
entries-about = L’annuaire de l’académie vient toujours en premier : quand il connaît à son tour une personne ajoutée ici, les deux fiches sont réunies. Pour remettre un code de connexion, imprimez les fiches de connexion de l’équipe ou de la classe.
entries-about-files = ONDE vient toujours en premier : quand les fichiers ONDE envoyés par la direction contiennent une personne ajoutée ici, les deux fiches sont réunies. Pour remettre un code de connexion, imprimez les fiches de connexion de l’équipe ou de la classe.
entries-back = Revenir à l’école
no-entry = Personne n’a encore été ajouté par l’école.
entry-add = Ajouter · { $kind }
entry-pupil = Élève provisoire
entry-guest = Intervenant ou invité
entry-guest-hint = Une personne qui vient pour un temps : elle voit les classes choisies jusqu’à sa date de fin.
entry-agent = Agent de la commune
entry-agent-hint = ATSEM, animateur, agent d’entretien ou de restauration : il fait partie de l’équipe de l’école.
entry-aesh = AESH
entry-aesh-hint = Accompagnant d’élèves en situation de handicap : il fait partie de l’équipe de l’école.
entry-substitute = Enseignant remplaçant
entry-substitute-hint = Il fait partie de l’équipe de l’école ; un code de remplacement lui ouvre une classe pour quelques jours.
entry-kind = Qui ajoutez-vous ?
entry-kind-missing = Choisissez qui vous ajoutez.
entry-first-name = Prénom
entry-last-name = Nom
entry-first-name-missing = Indiquez le prénom.
entry-last-name-missing = Indiquez le nom.
entry-guardian-first-name-missing = Indiquez le prénom du responsable, ou videz les trois champs.
entry-guardian-last-name-missing = Indiquez le nom du responsable, ou videz les trois champs.
entry-name-too-long = Ce nom est trop long : 60 caractères au plus.
entry-email = Adresse électronique
entry-email-wrong = Cette adresse électronique n’est pas complète.
entry-optional = facultatif
entry-until = Dernier jour
entry-until-hint = À la fin de ce jour, l’accès cesse de lui-même. Il est obligatoire pour un intervenant ou un invité.
entry-until-wrong = Cette date n’existe pas.
entry-until-missing = Indiquez le dernier jour de l’intervenant.
entry-until-past = Ce jour est passé : choisissez aujourd’hui ou un jour à venir.
entry-until-too-late = Choisissez un jour de cette année scolaire, au plus tard le { $day }.
entry-until-day = jusqu’au { $day }
entry-places = Classes et groupes
entry-places-hint = Ceux que la personne voit. Un intervenant en a au moins un.
entry-places-missing = Choisissez au moins une classe ou un groupe.
entry-enter = Ajouter
entry-save = Enregistrer
entry-give-up = Renoncer
entry-new-adult = Ajouter une personne
entry-entered = { $name } est dans l’annuaire de l’école. Imprimez sa fiche de connexion pour lui ouvrir un compte.
entry-changed = C’est enregistré.
entry-change = Modifier { $name }
entry-renew = Renouveler { $name }
entry-end = Mettre fin pour { $name }
entry-end-title = Mettre fin pour { $name } ?
entry-end-about = L’accès est fermé tout de suite. Rien de ce qui a été écrit n’est perdu, et vous pourrez renouveler cette personne.
entry-end-pupil-about = Sa fiche provisoire est fermée : l’élève quitte la classe, et le responsable ajouté avec lui n’est plus relié. Si l’élève est dans l’annuaire de l’académie, il y reste.
entry-ended = C’est fini pour { $name } : l’accès est fermé, rien de ce qui a été écrit n’est perdu.
entry-over-already = C’était déjà fini.
entry-is-over = Terminé
entry-in-force = En cours
entry-provisional = Provisoire
entry-of-team = déjà dans l’équipe
entry-like-title = C’est peut-être…
entry-like-adult = L’école connaît déjà quelqu’un de ce nom. S’il s’agit de la même personne, ouvrez sa fiche au lieu d’en ajouter une seconde.
entry-like-another = C’est quelqu’un d’autre : ajouter une nouvelle fiche
entry-like-problem = Dites si c’est la même personne.

# A pupil of the first morning.
entry-new-pupil = Ajouter un élève
entry-pupil-about = Pour un élève présent que l’annuaire ne connaît pas encore. Son prénom et son nom suffisent. Il est marqué « provisoire » jusqu’à ce que l’annuaire de l’académie l’apporte : les deux fiches sont alors réunies, et rien n’est perdu.
entry-pupil-about-files = Pour un élève présent qui n’est pas encore dans les fichiers ONDE envoyés par la direction. Son prénom et son nom suffisent. Il est marqué « provisoire » jusqu’à ce que de nouveaux fichiers ONDE le contiennent : les deux fiches sont alors réunies, et rien n’est perdu.
entry-birth-day = Date de naissance
entry-birth-hint = Elle permet de le reconnaître à coup sûr quand l’annuaire l’apportera.
entry-birth-wrong = Cette date de naissance ne convient pas.
entry-level = Niveau
entry-no-level = Je ne sais pas
entry-level-wrong = Choisissez un niveau de la liste.
entry-guardian = Un responsable légal, si vous le connaissez
entry-pupil-entered = { $name } est dans la classe.
entry-like-pupil = C’est peut-être un élève de l’école
entry-like-guardian = C’est peut-être un responsable que l’école connaît
entry-like-hint = Si c’est la même personne, choisissez-la : aucune seconde fiche n’est créée.
entry-like-head = Cet élève est dans une autre classe de l’école : demandez à la direction de le changer de classe.
entry-like-nobody = Non, c’est quelqu’un d’autre
entry-born = naissance le { $day }
entry-withdraw = Retirer { $name } de la classe
entry-withdraw-title = Cet élève n’est pas venu, ou a été ajouté par erreur
entry-withdraw-about = Sa fiche provisoire est fermée. S’il est dans l’annuaire de l’académie, il y reste.
entry-provisional-pupils = Élèves provisoires de la classe

# Entries that exist twice.
doubles = Doublons
doubles-about = Des fiches qui semblent être celles d’une même personne. Deux fiches de l’annuaire de l’académie ne sont jamais réunies ici : c’est à elle de les corriger. Une fusion s’annule pendant 30 jours.
doubles-which = Doublons à voir
doubles-waiting = À examiner
doubles-merged = Réunis depuis 30 jours
doubles-decided = Décidés depuis 30 jours
no-double = Aucun doublon à examiner.
no-merge = Aucune fiche réunie depuis 30 jours.
double-pages = Pages des doublons
double-page-before = Page précédente
double-page-after = Page suivante
double-compare = Comparer : { $name }
double-see = Revoir : { $name }
double-proposed = À examiner
double-merged = Fiches réunies
double-ignored = Deux personnes
double-title = Est-ce la même personne ?
double-reasons = En commun : { $reasons }.
double-kept = La fiche qui reste
double-other = La fiche dont elle prend la place
double-would-stay = La fiche qui resterait
double-first = Une fiche
double-second = L’autre fiche
double-merge = Réunir les deux fiches
double-merge-about = Les classes, les responsables et le compte passent à la fiche qui reste. Ce qui a été écrit reste lisible par l’enfant et sa famille.
double-ignore = Ce sont deux personnes
double-undo = Séparer les deux fiches
double-undo-about = Tout ce que la fusion a changé est rendu, et les deux fiches ne sont plus proposées.
double-reopen = Examiner de nouveau
double-reopen-about = Si c’était une erreur, les deux fiches sont de nouveau à examiner.
double-back = Revenir aux doublons
double-was-merged = Les deux fiches sont réunies. Vous pouvez l’annuler pendant 30 jours.
double-was-ignored = C’est noté : ces deux fiches ne sont plus proposées.
double-was-reopened = Ces deux fiches sont de nouveau à examiner.
double-was-parted = Les deux fiches sont de nouveau séparées.
double-both-delivered = Ces deux fiches viennent de l’annuaire de l’académie, qui les dit de deux personnes : elles ne sont pas réunies ici. Faites corriger la fiche en trop dans ONDE.
double-both-in-use = Les deux comptes servent déjà. Donnez d’abord un nouveau code à celui qui ne doit plus servir, sur la page des fiches de connexion, puis réunissez les fiches.
double-over = L’une de ces fiches a déjà été réunie avec une autre.
reason-last-name = le nom
reason-first-name = le prénom
reason-near-name = un nom voisin
reason-birth-day = la date de naissance
reason-email = l’adresse électronique
reason-ine = l’INE
reason-class = la classe ou le niveau
fact-source = Origine
fact-birth = Date de naissance
fact-ine = INE
fact-level = Niveau
fact-email = Adresse électronique
fact-places = École, classes et groupes
fact-relatives = Famille
fact-account = Compte
fact-left = Départ
source-aaf = Annuaire de l’académie
source-onde = ONDE
source-hand = Ajout de l’école
account-none = Aucun
account-waiting = Jamais utilisé
account-in-use = Utilisé

# How long it is kept.
retention-entries = Ajouts de l’école terminés
retention-entries-why = À compter de la fin : le temps de laisser revenir l’année suivante une personne connue.
retention-absorptions = Détail des fiches réunies
retention-absorptions-why = À compter de la fusion : de quoi l’annuler pendant 30 jours, et répondre d’une erreur.
retention-doubles = Décisions sur les doublons
retention-doubles-why = À compter de la décision : deux personnes que l’on a distinguées ne sont pas proposées de nouveau.

# Pupils whom another school entered.
transfers = Changements d’école
transfers-about = Quand une école inscrit un enfant à partir d’ONDE, l’école qu’il quitte est prévenue : elle dit que c’est bien le cas, ou conteste. Rien n’est défait tout seul.
transfers-left = Élèves inscrits dans une autre école
transfers-joined = Élèves venus d’une autre école
transfers-mine = Changements d’école que vous avez contestés
transfers-contested = Changements d’école contestés
transfers-over-place = Académie
transfers-over-about = L’école que l’enfant quitte conteste son inscription ailleurs. Voyez avec les deux directions et avec la famille, puis indiquez que c’est réglé : cette page ne déplace aucun élève.
no-transfer = Aucun changement d’école à voir.
transfer-look = Voir : { $name }
transfer-gone-to = inscription à l’école { $school }
transfer-come-from = école quittée : { $school }
transfer-between = de l’école { $school } à l’école { $to }
transfer-asked = À confirmer
transfer-agreed = Confirmé
transfer-contested = Contesté
transfer-kept = Contesté et maintenu
transfer-settled = Réglé par l’académie
transfer-undone = Annulé
transfer-from = École quittée
transfer-to = École d’accueil
transfer-at = Inscription
transfer-by = Inscription faite par
transfer-by-head = direction de l’école
transfer-by-deputy = par délégation de la direction
transfer-contested-at = Contestation
transfer-reason = Motif
transfer-ask-about = Un enfant change d’école avec un certificat de radiation : l’école qu’il quitte le remet à la famille, l’école d’accueil le demande avant de l’admettre. Si c’est bien le cas, radiez l’élève dans ONDE s’il y est encore. Sinon, contestez : l’école d’accueil et l’académie sont prévenues, et rien n’est défait tout seul.
transfer-contested-about = Votre motif est transmis à l’école d’accueil et à l’académie. Si l’enfant a bien changé d’école, dites-le ici, et c’est réglé.
transfer-waits-about = L’école que l’enfant quitte est prévenue. Demandez à la famille le certificat de radiation si vous ne l’avez pas.
transfer-answer-about = L’école que l’enfant quitte n’a pas connaissance de ce départ. Vérifiez le certificat de radiation. Si l’inscription est une erreur, annulez les changements du fichier ; sinon, dites que l’enfant est bien là : l’académie verra avec vous.
transfer-kept-about = Vous avez dit que l’enfant est bien dans votre école. L’académie verra avec les deux écoles.
transfer-closed = Il n’y a plus rien à faire.
transfer-agree = C’est bien le cas
transfer-contest-title = Ce n’est pas le cas
transfer-contest = Contester
transfer-reason-label = Motif
transfer-reason-hint = Il est lu par la direction de l’école d’accueil et par l’académie. 500 caractères au plus.
transfer-reason-missing = Dites pourquoi vous contestez.
transfer-reason-long = 500 caractères au plus.
transfer-keep = L’enfant est bien dans mon école
transfer-files = Revoir le fichier appliqué, pour annuler
transfer-settle = Indiquer que c’est réglé
transfer-settle-about = Ce changement est contesté. Une fois d’accord avec les deux écoles et la famille, indiquez que c’est réglé : cela vaut pour tous.
transfer-back = Revenir aux changements d’école
transfer-was-agreed = C’est réglé.
transfer-was-contested = C’est noté : l’école d’accueil est prévenue et l’académie le voit.
transfer-was-kept = C’est noté : l’académie verra avec les deux écoles.
transfer-was-settled = C’est réglé pour les deux écoles.
task-transfer = { $child } est maintenant à l’école { $school }
task-transfer-since = Inscription du { $day } · est-ce bien le cas ?
task-transfers = { $count ->
    [one] { $count } élève est maintenant dans une autre école
   *[other] { $count } élèves sont maintenant dans d’autres écoles
}
task-transfer-act = Répondre
task-contested = { $child } : inscription contestée par l’école { $school }
task-contested-act = Regarder
task-contested-many = { $count ->
    [one] { $count } changement d’école contesté
   *[other] { $count } changements d’école contestés
}
letter-transfer-subject = Un changement d’école à confirmer
letter-transfer = { $count ->
    [one] L’école { $school } a inscrit { $count } élève de votre école le { $day }, à partir d’ONDE.
   *[other] L’école { $school } a inscrit { $count } élèves de votre école le { $day }, à partir d’ONDE.
}
letter-transfer-ask = Dites si c’est bien le cas, ou contestez (connexion demandée) :
letter-contested-subject = Un changement d’école contesté
letter-contested = L’école { $school } conteste l’inscription dans votre école d’un de ses élèves.
letter-contested-ask = Lisez son motif et répondez (connexion demandée) :
retention-transfers = Changements d’école signalés entre écoles
retention-transfers-why = À compter de la clôture, sinon de l’inscription : un an par défaut, pour répondre d’une erreur.
