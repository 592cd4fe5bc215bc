# Words of the doors for children: *tu* before the wall, *vous* for who opens it.

tablets = Tablettes de la classe
tablets-of = Tablettes · { $class }
tablets-lead = Un appareil de la classe montre le mur des élèves : chaque enfant touche son animal, puis ses trois images à partir de la GS. Il n’ouvre ni messages, ni compte, ni données personnelles.
codes = Codes des élèves
codes-of = Codes des élèves · { $class }
codes-lead = Ce qui permet à chaque élève d’entrer. Les codes ne sont jamais gardés en clair : donnez-en un autre quand il est oublié.

devices = Appareils en service
no-device = Aucun appareil n’est encore relié à la classe.
device-unknown = Appareil
device-enrolled = relié { $when }
device-used = dernière entrée { $when }
device-until = jusqu’au { $day } à { $hour }
device-waits = Attend votre accord
device-in-use = En service
device-accept = Accepter cet appareil
device-refuse = Refuser
device-revoke = Retirer cet appareil
device-revoke-ask = Retirer l’appareil « { $device } » ?
device-revoke-cost = Il ne montrera plus le mur de la classe, et les élèves qui s’en servent seront déconnectés. Pour s’en servir encore, il faudra le relier de nouveau.
device-rename = Renommer l’appareil
device-keep-name = Garder ce nom
device-name-missing = Donnez un nom à l’appareil.
device-renamed = L’appareil est renommé.
back-to-tablets = Revenir aux tablettes
device-accepted = L’appareil montre maintenant le mur de la classe.
device-revoked = L’appareil ne montre plus le mur de la classe, et les élèves qui y étaient en sont sortis.
devices-revoke = Retirer tous les appareils
devices-revoke-ask = Retirer tous les appareils de la classe ?
devices-revoke-cost = Plus aucun ne montrera le mur de la classe, et les élèves qui s’en servent seront déconnectés. Il faudra relier de nouveau chaque appareil.
devices-revoked = Plus aucun appareil n’est relié à la classe.
device-over = Cet appareil n’est plus relié à une classe.

enrol = Relier un appareil
enrol-lead = Sur la tablette elle-même, reliez-la : votre compte s’y ferme aussitôt. D’un autre appareil, affichez un code à taper sur la tablette.
enrol-here = Relier cet appareil
show-code = Afficher un code
device-name = Nom de l’appareil
device-name-hint = Par exemple : « Tablette bleue ». Sans nom, l’appareil porte celui de son système.
length = Pour combien de temps ?
length-day = 12 heures
length-day-hint = Pour un appareil prêté ou partagé avec d’autres classes.
length-year = L’année scolaire
length-year-hint = Pour un appareil qui reste dans la classe. Il s’arrête à la fin de juillet.
length-missing = Choisissez une durée.
code-title = Code à taper sur la tablette
code-how = Sur la tablette, ouvrez l’adresse { $address }, puis tapez ce code. Revenez ensuite ici pour accepter l’appareil.
code-until = Valable jusqu’à { $hour }, une seule fois.
code-shown = Tapez le code sur la tablette, puis acceptez-la ici.

charter = La charte
charter-open = Ouvrir la charte
charter-was-read = J’ai lu la charte des élèves à voix haute avec la classe
charter-was-read-hint = Elle est alors acceptée pour les élèves de la classe, qui n’ont pas à la lire sur la tablette.
charter-missing = Lisez d’abord la charte avec la classe, puis cochez la case.
charter-note = Noter que la charte a été lue aujourd’hui
charter-noted = La lecture de la charte est notée.
charter-read-on = La charte a été lue en classe le { $day }. Notez-le de nouveau après l’arrivée d’un élève.
charter-not-read-badges = La charte n’a pas encore été lue en classe. Lisez-la à voix haute avant de remettre les badges, puis notez-le : elle est alors acceptée pour les élèves de la classe.
charter-not-read-devices = La charte n’a pas encore été lue en classe. Cochez la case quand vous reliez un appareil.

badges = Badges
badges-closed = Les badges ne marchent que sur les appareils de la classe.
badges-open = Les badges de la classe marchent sur n’importe quel appareil jusqu’à { $hour }.
badges-let-in = Ouvrir les badges pendant une heure
badges-let-in-cost = Pendant cette heure, ils marchent sur n’importe quel appareil, même hors de la classe. Un élève entré le reste ensuite jusqu’à « J’ai fini », ou vingt minutes sans toucher l’écran.
badges-close = Fermer les badges
badges-are-open = Les badges de la classe sont ouverts pendant une heure.
badges-are-closed = Les badges ne marchent plus que sur les appareils de la classe.

no-pupil = La classe n’a encore aucun élève.
state-free = Entre d’un geste
state-pictures = Trois images données
state-nothing = Pas encore d’images
state-locked = Bloqué
cards = Cartes à découper
badges-title = Badges de la classe · { $class } · à garder en classe
badge-title = Badge { $of } · à garder en classe
home-codes-title = Codes maison · { $class } · à remettre aux familles
badges-print = Imprimer les badges de la classe
badges-print-lead = Un badge neuf par élève, huit par page, pour les tablettes. Ils restent en classe. Les badges imprimés avant ne marcheront plus.
badges-ask = Imprimer de nouveaux badges ?
badges-ask-cost = { $count ->
    [one] { $count } élève a un badge qui marche. Dès l’impression, seul le nouveau marchera. Pour un badge perdu, imprimez plutôt un badge neuf depuis la page de l’élève.
   *[other] { $count } élèves ont un badge qui marche. Dès l’impression, seuls les nouveaux marcheront. Pour un badge perdu, imprimez plutôt un badge neuf depuis la page de l’élève.
}
badges-print-anew = Remplacer et imprimer les badges
home-codes-print = Imprimer les codes maison
home-codes-print-lead = Un coupon par élève, à remettre à sa famille. À la maison, il ouvre les travaux de l’enfant et rien des autres. Les codes déjà donnés restent les mêmes.
back-to-class = Revenir à la classe
back-to-codes = Revenir aux codes

pictures = Trois images
pictures-about = L’élève les touche dans l’ordre après son animal. Après cinq erreurs, l’entrée se ferme dix minutes : vous pouvez la rouvrir.
free-about = En TPS, PS et MS, l’enfant entre en touchant son animal, sur les appareils de la classe.
pictures-draw = Tirer trois images au hasard
pictures-choose = Choisir les images avec l’élève
pictures-choose-lead = Choisissez trois images différentes, dans l’ordre. L’élève les retrouvera toujours à la même place.
pictures-keep = Donner ces trois images
pictures-missing = Choisissez trois images différentes.
pictures-of = Les trois images { $of }
pictures-given = Montrez ces images à l’élève, dans cet ordre. Elles servent sur les tablettes de la classe : cette page reste avec vous.
pictures-take-back = Retirer les images
pictures-take-back-ask = Retirer les images { $of } ?
pictures-take-back-cost = Ses trois images ne marcheront plus. L’élève n’entrera plus avec son animal tant que d’autres images ne lui auront pas été données.
pictures-taken-back = Les images ne marchent plus.
pictures-unlock = Rouvrir l’entrée
pictures-unlocked = L’élève peut essayer de nouveau.
pictures-all = Trois images pour toute la classe
pictures-all-lead = À partir de la GS. Vous recevez une liste à imprimer : chaque élève et ses trois images, avec leurs noms.
pictures-all-give = Donner des images à toute la classe
pictures-all-change = Changer celles de tous
pictures-all-ask = Changer les images de tous les élèves ?
pictures-all-cost = { $count ->
    [0] Aucun élève de la classe n’entre avec des images.
    [one] { $count } élève reçoit trois autres images. Celles d’avant ne marcheront plus.
   *[other] { $count } élèves reçoivent trois autres images. Celles d’avant ne marcheront plus.
}
pictures-all-nobody = Personne n’attend d’images : rien n’a changé.
pictures-of-class = Images des élèves · { $class }
pictures-class-given = Montrez à chaque élève ses images, dans cet ordre. Elles servent sur les tablettes de la classe : cette liste reste avec vous.
pictures-class-once = Cette page ne sera plus montrée. Imprimez-la maintenant.
print-page = Imprimer cette page
given-once = Cette page ne sera plus montrée. Recopiez-la maintenant.

badge-since = Badge donné le { $day }.
no-badge = Aucun badge n’est donné.
badge-print = Imprimer un badge neuf
badge-print-ask = Imprimer un nouveau badge { $of } ?
badge-print-cost = Dès l’impression, le badge imprimé avant ne marchera plus, et l’appareil qu’il a ouvert sera déconnecté.
badge-print-anew = Remplacer et imprimer le badge
badge-take-back = Retirer le badge
badge-take-back-ask = Retirer le badge { $of } ?
badge-take-back-cost = Le badge imprimé ne marchera plus, et l’appareil qu’il a ouvert sera déconnecté. Pour en donner un autre, il faudra imprimer un badge neuf.
badge-taken-back = Le badge ne marche plus.

phrase = Phrase de trois mots
phrase-about = Trois mots simples pour se connecter avec l’identifiant, en classe et à la maison. Ils remplacent le mot de passe de l’élève.
phrase-give = Donner une phrase
phrase-give-another = Donner une autre phrase
phrase-since = Phrase donnée le { $day }.
phrase-of = La phrase { $of }
phrase-given = Recopiez l’identifiant et la phrase dans le cahier de l’élève : en minuscules, avec une espace entre les mots. L’identifiant et la phrase sont à l’élève, pour la classe et la maison.
phrase-login = Identifiant :

animal = Animal sur le mur
animal-choose = Choisir cet animal
animal-chosen = L’animal est choisi.
animal-shown = Sur le mur : { $animal }, cadre { $colour }. Deux élèves n’ont jamais le même animal dans la même couleur.
animal-taken = { $animal } (déjà pris en { $colour })
animal-full = Dix élèves ont déjà cet animal, un par couleur. Choisissez-en un autre.
colour-red = rouge
colour-orange = orange
colour-olive = olive
colour-green = vert
colour-turquoise = turquoise
colour-blue = bleu
colour-indigo = indigo
colour-violet = violet
colour-pink = rose
colour-grey = gris

refusals = { $count ->
    [one] { $count } entrée refusée en une heure
   *[other] { $count } entrées refusées en une heure
}
look = Regarder
letter-refusals-subject = Des entrées refusées dans votre classe
letter-refusals =
    Dix entrées ont été refusées en une heure aux portes de votre classe. Un élève a peut-être oublié ses images, ou quelqu’un essaie celles d’un autre.

    Connectez-vous pour regarder la page « Codes des élèves » : vous pouvez y donner d’autres images ou retirer un badge.

wall = Qui es-tu ?
wall-lead = Touche ton animal.
wall-lead-in-colours = Touche ton animal, dans ta couleur.
wall-empty = Il n’y a encore personne dans cette classe.
back-to-wall = Ce n’est pas moi
ask-your-teacher = Tu ne peux pas entrer. Demande à ton enseignant.
waiting = Un instant
waiting-lead = Votre tablette attend l’accord de l’enseignant, sur son écran.
pairing = Relier cet appareil à une classe
pairing-lead = Tapez le code affiché sur l’écran de l’enseignant.
pairing-code = Code à six chiffres
pairing-code-hint = Il est affiché dix minutes, sur la page « Tablettes de la classe ».
pairing-code-wrong = Ce code n’est pas le bon, ou n’est plus valable. Affichez-en un autre.
pairing-send = Relier
i-have-a-badge = J’ai un badge
adults-sign-in = Adultes : se connecter
my-pictures = Tes trois images
first-picture = La première image
second-picture = La deuxième image
third-picture = La troisième image
pictures-wrong = Ce n’est pas ça. Recommence.
pictures-locked = C’est fermé pour dix minutes. Appelle ton enseignant.
no-pictures-yet = Tu n’as pas encore d’images. Demande à ton enseignant.

badge = Badge
badge-lead = Ouvre l’appareil photo de la tablette sur ton badge, ou tape le code écrit dessus.
to-the-wall = Revenir aux animaux
badge-code = Le code de ton badge
badge-code-hint = Dix lettres et chiffres.
badge-refused = Ce badge ne marche pas ici. Demande à ton enseignant.
enter = Entrer

home-door = À la maison
home-door-lead = Tape ton code maison pour voir tes travaux.
my-home-code = Ton code maison
my-home-code-hint = Dix lettres et chiffres. Tes parents l’ont.
home-code-wrong = Ce code n’est pas le bon. Regarde bien chaque lettre, ou demande à tes parents.
at-home = À la maison
my-work = Mes travaux
no-work-yet = Tu n’as encore rien fait ici. Tes travaux arriveront sur cette page.

home-code = Code maison
home-code-of = Code maison { $of }
home-code-lead = Avec ce code, votre enfant ouvre ses propres travaux à la maison : rien de la classe, rien des autres.
home-code-about = Donné le { $day }, valable jusqu’au { $last }.
home-code-how = À taper à l’adresse { $address }, avec ou sans l’espace.
home-code-make = Créer le code
home-code-renew = Changer le code
home-code-renew-cost = Si vous le changez, ce code ne marchera plus, et les appareils où il est ouvert seront fermés.
home-code-made = Voici le code.
home-code-renewed = Voici le nouveau code.
back-to-child = Revenir à la page { $of }

picture-cat = chat
picture-tree = arbre
picture-sun = soleil
picture-house = maison
picture-dog = chien
picture-ball = ballon
picture-flower = fleur
picture-boat = bateau
picture-rabbit = lapin
picture-moon = lune
picture-apple = pomme
picture-car = voiture
picture-fish = poisson
picture-star = étoile
picture-cake = gâteau
picture-bird = oiseau
picture-umbrella = parapluie
picture-butterfly = papillon
picture-bicycle = vélo
picture-snail = escargot
picture-key = clé
picture-turtle = tortue
picture-cloud = nuage
picture-bear = ours
picture-cherry = cerise
picture-book = livre
picture-mouse = souris
picture-hat = chapeau
picture-bee = abeille
picture-ladybird = coccinelle

mine-doors = Portes des élèves
mine-devices = Appareils de classe reliés
mine-what = Quoi
mine-at = Quand
mine-pictures = Animal ou images
mine-badge = Badge
mine-home-code = Code maison

keep-devices = Appareils de classe
keep-devices-why = Comptés depuis leur fin : savoir encore un an quel appareil a servi, et qui l’avait relié.
keep-pairings = Codes pour relier un appareil
keep-pairings-why = Comptés depuis leur fin : un code ne sert que dix minutes.
keep-entries = Entrées sur un appareil de classe
keep-entries-why = Comptées depuis l’entrée : fermer ce qui a été ouvert sur un appareil retiré.
keep-refusals = Entrées refusées
keep-refusals-why = Comptées depuis le refus : comprendre une alerte.
keep-pictures = Animal et trois images des élèves
keep-pictures-why = Comptés depuis le dernier changement : ils sont redonnés chaque année scolaire.
keep-badges = Badges des élèves
keep-badges-why = Comptés depuis la fin de l’année scolaire, où ils cessent de marcher.
keep-home-codes = Codes maison
keep-home-codes-why = Comptés depuis la fin de l’année scolaire : un ancien code ne doit jamais redevenir bon.
