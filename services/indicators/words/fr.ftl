# Words of the service indicators.

indicators = Indicateurs
indicators-of = Indicateurs · { $place }
indicators-lead = Ce que l’on utilise, quand et sur quoi. Les chiffres sont mesurés par le serveur, sans suivre personne : jamais un nom, jamais une page ouverte.
places-shown = Lieux
lengths = Durée
length-week = Semaine
length-month = Mois
length-year = Année scolaire
earlier = Voir la période précédente
later = Voir la période suivante
period-week = Semaine du { $day }
period-month = Du { $first } au { $last }
period-year = Année scolaire { $year }
nothing-measured = Les premiers chiffres paraîtront le lundi qui suit la première semaine d’usage.
nothing-then = Rien n’a été mesuré pendant cette période.
see-numbers = Voir les nombres
less-than-five = moins de 5
not-told = non communiqué
percent = { $share } %
minutes = { $count } min
seconds = { $count } s
too-few = Les nombres sont trop petits pour être montrés.
rounding = Les nombres sont arrondis à un multiple de 5, au hasard vers le haut ou vers le bas, et les durées à dix minutes. Un même nombre est arrondi de la même façon toute l’année. Un nombre de personnes inférieur à 5 n’est ni montré ni conservé, et les totaux sont faits de nombres arrondis : on ne peut rien retrouver par soustraction.

adoption = Qui est déjà venu ?
adoption-staff = Personnels dont le compte est activé
adoption-adults = Adultes responsables dont le compte est activé
adoption-families = Élèves dont un adulte au moins est venu
adoption-sentence = { $share } des élèves ont au moins un adulte responsable qui a activé son compte.
adoption-too-few = Les effectifs sont trop petits pour être montrés.
who = Profil
share = Part

by-week = Visites de chaque semaine
week-of = Semaine du
visits = Visites
visits-before = Visites, période précédente
weeks-compared = { $now } visites pendant la période, contre { $before } pendant la précédente.
weeks-alone = { $now } visites pendant la période.

by-profile = Personnes qui viennent dans une semaine
people-a-week = Personnes par semaine
visit-length = Durée d’une visite
profiles-sentence = Le profil le plus présent : { $profile }, { $people } par semaine en moyenne.
profile = { $profile ->
    [pupil] Élèves
    [guardian] Adultes responsables
    [teacher] Enseignants et directeurs
    [staff] Autres personnels de l’école
    [town] Personnels de la commune
   *[office] Personnels de l’académie
}

by-service = Personnes qui utilisent chaque service
service-head = Service
services-sentence = Le service le plus utilisé : { $service }, { $people } personnes par semaine en moyenne.
service = { $label ->
    [ACCUEIL] Aujourd’hui
    [COURRIER_ELECTRONIQUE] Messages
    [CAHIER_LIAISON] Carnet de liaison
    [ACTUALITES] Actualités
    [PRODUCTION_COLLABORATIVE] Journal de classe
   *[SERVICE_COLLECTIVITE] Services de la commune
}

by-device = Visites selon l’appareil
device-head = Appareil
devices-sentence = { $share } des visites se font sur un téléphone.
device = { $device ->
    [computer] Ordinateur
    [phone] Téléphone
    [tablet] Tablette
   *[other] Autre appareil
}

by-hour = Quand vient-on ?
slot = Heure (n. c. : non communiqué)
not-told-short = n. c.
slot-before = avant { $hour }
slot-between = { $from } – { $until }
slot-after = après { $hour }
hours-sentence = On vient le plus le { $day }, créneau « { $slot } ».

similar = Écoles de même taille
similar-lead = { $schools } écoles de même taille, semaine du { $day }
similar-line = { $label } : { $own } ici, { $average } en moyenne
visits-per-hundred = Visites pour cent élèves

within = Voir de plus près
documents = Imprimer, télécharger
sheet = Imprimer la fiche
sheet-school = Fiche d’usage pour le conseil d’école
sheet-town = Fiche d’usage pour le conseil municipal
sheet-other = Fiche d’usage
data-profiles = Télécharger les profils
data-services = Télécharger les services
data-devices = Télécharger les appareils
data-profiles-devices = Télécharger les profils par appareil
state-whole = Mesuré jusqu’au { $day }.
state-missing = { $pages ->
    [one] Mesuré jusqu’au { $day } ; une page ouverte n’a pas pu être comptée.
   *[other] Mesuré jusqu’au { $day } ; { $pages } pages ouvertes n’ont pas pu être comptées.
}

sending = Envoi au plan de marquage national
sending-lead = Les marqueurs de chaque jour sont écrits la nuit dans des fichiers, à remettre à l’outil national ; ils sont effacés après trente jours.
sending-warning = Un marqueur porte le pseudonyme de la semaine, le profil, le service et l’école : ce ne sont pas des nombres arrondis. Activer l’envoi est une décision de la région académique, à inscrire au registre des traitements. Il est désactivé par défaut.
sending-active = Écrire les marqueurs chaque nuit
sending-project = Projet
sending-platform = Plateforme
sending-operator = Exploitant
sending-accounts = Comptes de marquage
sending-accounts-hint = Une ligne par école ou par département : le début de l’UAI, une espace, le numéro. Par exemple « 031 12345 ». Rien n’est écrit pour une école sans compte.
sending-save = Enregistrer l’envoi
sending-saved = L’envoi est enregistré.
sending-missing = Remplissez ce champ pour activer l’envoi, en 60 caractères au plus.
sending-unread = Chaque ligne s’écrit : début de l’UAI, espace, numéro.
sending-files = Fichiers à remettre
sending-file-head = Fichier
sending-file = { $day } · fichier { $number }
sending-lines = Marqueurs
