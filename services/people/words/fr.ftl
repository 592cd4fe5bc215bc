# Words of « La classe », « Annuaire », the card of a family.

the-class = La classe
faces = Trombinoscope
faces-of = Trombinoscope · { $class }
my-classes = Mes classes
pupils = Élèves
adults = Adultes de la classe
no-pupil = Aucun élève n’est encore dans cette classe.
no-adult = Aucun adulte n’est encore rattaché à cette classe.
no-class = { $who ->
    [tu] Ta classe n’est pas encore connue ici. Demande à ton maître ou à ta maîtresse.
   *[vous] Aucune classe n’est encore connue pour ce compte. Elle apparaîtra ici dès que l’école aura fait le rattachement.
}
class-closed = { $who ->
    [tu] Aucun camarade à montrer pour l’instant.
   *[vous] L’école ne montre pas aux parents les prénoms des autres élèves.
}
by-first-name = Ranger par prénom
by-last-name = Ranger par nom
back-to-class = Revenir à la classe
back-to-school = Revenir à l’école
back-to-directory = Revenir à l’annuaire

photos = Photos de la classe
photos-of = Photos : { $class }
photos-lead = Une photo n’est montrée que si chaque responsable autorise l’image dans l’école. Les autres élèves gardent leur dessin.
photos-many = Ajouter plusieurs photos
photos-many-hint = 24 fichiers au plus à la fois. Chaque fichier porte le nom de l’élève : « MARTY Zoé.jpg », ou « zoe.jpg » si un seul élève a ce prénom.
one-by-one = Choisir élève par élève
photo-of = Photo { $of }
keep-photos = Garder ces photos
photos-kept = { $count ->
    [one] { $count } photo gardée
   *[other] { $count } photos gardées
}
photos-missing = Choisissez au moins une photo.
photos-unknown = Fichiers dont le nom ne désigne aucun élève de la classe, ou en désigne plusieurs : { $names }.
photos-refused = Image non autorisée dans l’école, photo non gardée : { $names }.
photos-unreadable = Illisible comme photo : { $names }. Les formats acceptés sont JPEG, PNG, WebP et GIF.
photo-removed = La photo { $of } est retirée.
remove-photo-of = Retirer la photo { $of }
right-given = Image autorisée
right-refused = Image refusée
right-awaited = Réponse attendue

contacts-of-class = Qui appeler
contacts-of = Qui appeler : { $class }
contacts-on = Liste du { $day }, pour une sortie
contacts-noted = Cette liste est confidentielle. Sa consultation est notée, et les familles peuvent le lire. Détruisez le papier au retour.
contacts-more = Cette liste sort de l’école : les numéros que des familles montrent à la direction seule n’y sont pas. La fiche d’une famille peut en dire plus.
contacts-order = Les adultes sont à appeler dans l’ordre.
contacts-print = Imprimer cette liste
for-an-outing = Liste de la classe, pour une sortie
column-phone = Téléphone
adult-with-link = { $name } ({ $link })
no-adult-to-call = Aucun responsable n’est connu.
given-by-family = donné par la famille
mobile = mobile
home-phone = domicile
work-phone = travail
no-phone = Aucun numéro connu

family-of = Famille { $of }
family-noted = Cette consultation est notée : la famille peut la lire dans « Mes données ».
own-part-alone = Voici ce que l’école sait de vous. Vous seul le lisez ici, avec l’équipe de la classe et la direction ; aucun autre responsable ne le voit.
adult-in-order = { $position }. { $name }
link = Lien avec l’enfant
no-link = Non précisé
authority = Autorité
authority-held = Responsable déclaré par l’école
email = Adresse électronique
no-email = Aucune adresse connue
address = Adresse postale
no-address = Aucune adresse connue
address-hidden = Adresse non communiquée : sa diffusion n’est pas autorisée.
my-part = Ma fiche
family-card = Fiche de la famille

opening = Trombinoscope et parents
opening-choice = Montrer aux parents le prénom et l’initiale des élèves de la classe
opening-hint = Sans votre accord, un parent ne voit que les adultes de la classe et ses propres enfants. Ni photo, ni date de naissance, ni coordonnées ne sont montrées aux parents.
keep = Enregistrer
now-opened = Les parents voient maintenant les prénoms de la classe.
now-closed = Les parents ne voient plus les prénoms de la classe.

directory = Annuaire
directory-lead = { $who ->
    [tu] Cherche un camarade de ta classe ou un adulte qui s’en occupe.
   *[vous] Cherchez une personne par le début de son nom ou de son prénom. Chacun ne trouve que ceux qui le concernent.
}
directory-far-lead = Cherchez une personne du territoire par le début de son nom, de son prénom, ou des deux. Chaque fiche ouverte est notée avec votre motif.
name-wanted = Nom ou prénom
class-wanted = Classe
every-class = Toutes les classes
school-wanted = École : UAI ou début du nom
optional = facultatif
look-for = Chercher
type-more = { $who ->
    [tu] Écris quelques lettres de plus.
   *[vous] Saisissez quelques lettres de plus.
}
nobody-found = { $who ->
    [tu] Personne n’a été trouvé. Vérifie comment le prénom s’écrit.
   *[vous] Personne n’a été trouvé. Essayez avec le début du nom ou du prénom, sans vous soucier des accents.
}
more-found = { $who ->
    [tu] Il y a plus de { $most } personnes. Écris quelques lettres de plus.
   *[vous] Plus de { $most } personnes correspondent : précisez le nom pour les voir toutes.
}
responsible-for = Responsable de
child-in-place = { $name } · { $place }
exact-found = Deux lettres : seuls les noms et prénoms où elles forment un mot sont montrés. Pour chercher par le début, saisissez trois lettres.
people-found = Personnes trouvées
column-name = Nom
column-who = Qui
column-where = Où
class-in-school = { $class } · { $school }
role-in-place = { $role } : { $place }
a-pupil = Élève
a-guardian = Responsable légal
a-teacher = Enseignant
a-head = Direction de l’école
a-deputy = Délégué de la direction
a-town-agent = Agent de la commune
a-guest = Intervenant
a-guest-or-reader = Intervenant ou proche invité
a-member-of-staff = Personnel de l’école
birth-day = Date de naissance
vcard = Ajouter à un carnet d’adresses
look-noted = Cette consultation est notée : la personne peut la lire dans « Mes données ».

reason = Motif de la recherche
reason-hint = 10 caractères au moins. Demandé une fois par jour, gardé dans le journal et montré aux personnes dont vous ouvrez la fiche.
reason-wrong = Dites en quelques mots pourquoi vous cherchez : entre 10 et 200 caractères.
give-reason = Commencer la recherche
reason-kept = Motif noté, valable jusqu’à ce soir

what-i-show = Ce que je montre
what-i-show-lead = Vous choisissez ce que les autres trouvent de vous dans l’annuaire.
duty-of-staff = La direction de l’école vous joint toujours, quel que soit votre choix.
duty-of-parents = L’enseignant de la classe et la direction vous joignent toujours, quel que soit votre choix. L’autre responsable de votre enfant ne voit jamais rien ici.
listed = Me montrer aux autres parents de la classe
listed-hint = Votre nom, et ce que vous cochez plus bas. Sinon, aucun parent ne vous trouve.
phone-hint = Un numéro à montrer. Il ne change pas celui que l’école connaît.
phone-wrong = Ce numéro n’est pas lisible : des chiffres, des espaces, un + au début.
phone-missing = Écrivez le numéro à montrer.
phone-to = Montrer ce numéro
email-to = Montrer mon adresse électronique
photo-to = Montrer ma photo
to-colleagues = Aux collègues de l’école
to-parents = Aux parents de la classe
own-photo = Changer ma photo
own-photo-kept = Votre photo
remove-own-photo = Retirer ma photo
own-photo-removed = Votre photo est retirée.
choices-kept = Vos choix sont enregistrés.

data-phone = Téléphone à montrer
data-listed = Visible des parents de la classe
data-phone-shown = Téléphone montré
data-email-shown = Adresse électronique montrée
data-photo-shown = Photo montrée
data-yes = oui
data-no = non
data-face = Photo de l’annuaire
data-face-kept = Une photo est gardée.

retention-faces = Photos des élèves dans le trombinoscope
retention-faces-why = Une photo sert une année de classe ; elle part plus tôt si un responsable refuse ou si l’élève quitte l’école.
retention-reasons = Motifs de recherche dans l’annuaire d’un territoire
retention-reasons-why = Le temps de contrôler les recherches d’une année.
