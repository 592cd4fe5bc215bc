# Words of « Aujourd’hui », and of the pages the law asks for.

today = Aujourd’hui
is-new = Nouveau
names-and = { $others } et { $last }
to-treat = À traiter
published-lately = Publié récemment
end-of-news = C’est tout pour l’instant. Les billets plus anciens sont dans le journal.
quoted = « { $words } »

# Where one tap leads.
publish = Publier dans le journal
write-mot = Écrire un mot
write-message = Écrire un message
open-journal = Ouvrir le journal
open-class = Ouvrir la classe
open-school = Ouvrir l’école
open-quality = Vérifier les données ONDE
my-classes = Mes classes
my-schools = Mes écoles
my-children = Mes enfants

# What to treat, when no service says it better.
something-new = Il y a du nouveau à propos de « { $title } ».

# A teacher.
nothing-for-teacher = Rien de nouveau dans la classe. Les billets du journal apparaîtront ici dès leur remise.
no-class = Aucune classe ne vous est ouverte pour l’instant. Elle apparaîtra ici dès que la direction de l’école vous y rattachera.

# A head.
classes-of-school = Les classes de l’école
no-class-yet = Aucune classe n’est encore arrivée de l’annuaire pour cette année.
nothing-for-head = Rien de nouveau dans l’école. Les billets de toutes les classes apparaîtront ici dès leur remise.

# A pupil.
hello = Bonjour { $name } !
i-write = J’écris
journal-of-my-class = Le journal de ma classe
for-you = Pour toi
in-my-class = Dans ma classe
nothing-for-pupil = Rien de nouveau pour l’instant. Ce que ta classe raconte arrivera ici.
pupil-without-class = Ta classe n’est pas encore là. Elle arrivera bientôt : parles-en à un adulte de l’école.
end-for-pupil = C’est tout pour aujourd’hui !
need-to-talk = J’ai besoin de parler

# A parent.
nothing-for-parent = Rien de nouveau pour l’instant. Ce que l’école publie pour votre famille apparaîtra ici.
no-child = Aucun enfant n’est rattaché à votre compte pour l’instant. Dites-le à la direction de l’école : ses nouvelles apparaîtront ici.
about-child = La page { $name }
nothing-for-child = Rien de nouveau pour { $name }. Les billets de sa classe apparaîtront ici.

# Other staff, and the académie.
nothing-for-staff = Rien de nouveau pour l’instant. Ce que l’école partage avec vous apparaîtra ici.
no-seat = Aucune école ne vous est ouverte pour l’instant. Elle apparaîtra ici dès que l’annuaire dira où vous travaillez.

# Links to other sites.
external = (lien externe)

# Accessibility.
accessibility-title = Accessibilité
accessibility-lead = Chacun doit pouvoir utiliser ce service, avec ou sans handicap, quel que soit son appareil.
accessibility-law = La loi le demande aussi : c’est l’article 47 de la loi nº 2005-102 du 11 février 2005.
accessibility-state = État de conformité
accessibility-state-text = Aucun audit n’a encore mesuré la conformité au référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1. Tant qu’il n’a pas eu lieu, la loi veut que le service se déclare non conforme.
accessibility-plan = Le schéma pluriannuel de mise en accessibilité et le plan d’actions de l’année ne sont pas encore publiés.
accessibility-made = Ce qui est déjà prévu
accessibility-keyboard = Les pages sont faites pour le clavier et pour les lecteurs d’écran.
accessibility-zoom = Elles s’adaptent aux petits écrans et au texte agrandi.
accessibility-colours = Les contrastes sont vérifiés. Une couleur n’est jamais seule à dire quelque chose.
accessibility-letters = Les élèves lisent avec des lettres dessinées pour apprendre à lire.
accessibility-gaps = Contenus non accessibles
accessibility-gaps-text = L’audit en dressera la liste. Nous savons déjà que des photos peuvent être publiées sans description.
accessibility-made-by = Établissement de cette déclaration
accessibility-made-by-text = Cette déclaration est écrite sans audit, par celles et ceux qui développent le logiciel. Elle sera refaite après le premier audit, puis au moins tous les trois ans.
accessibility-contact = Signaler une difficulté
accessibility-contact-families = Familles et élèves : parlez-en à l’école. Elle peut vous donner le contenu sous une autre forme.
accessibility-contact-staff = Personnels : écrivez à l’assistance informatique de votre académie.
accessibility-remedy = Voies de recours
accessibility-remedy-text = Vous avez signalé une difficulté qui vous empêche d’utiliser un contenu ou un service, et vous n’avez pas obtenu de réponse satisfaisante. Vous pouvez alors saisir le Défenseur des droits.
accessibility-remedy-form = Écrire au Défenseur des droits
accessibility-remedy-delegate = Joindre son délégué dans votre région
accessibility-remedy-letter = Par courrier, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07

# Data protection.
data-title = Protection des données
data-lead = Ce que ce service sait de vous, à quoi cela sert, qui le voit, et quels sont vos droits.
data-pupils = Si tu es élève
data-pupils-kept = Ce site connaît ton nom, ta date de naissance, ta classe et ta famille. Il garde ce que tu écris et les photos que tu montres.
data-pupils-readers = Ce qui est publié dans le journal peut être vu par ta classe, par ses familles, par les adultes de la classe et par la direction de l’école. Pas par les autres.
data-pupils-never = Il n’y a pas de publicité, et rien n’est vendu.
data-pupils-help = Quelque chose te gêne ? Tu veux faire changer quelque chose ? Parles-en à ta famille ou à un adulte de l’école.
data-controller = Responsable de traitement
data-controller-text = La région académique est responsable de traitement. Son délégué à la protection des données répond à vos questions : vous le joignez par le rectorat de votre académie.
data-purpose = À quoi servent les données
data-purpose-text = Elles servent à informer les élèves et les familles, à faire vivre la classe et à protéger les comptes. C’est une mission d’intérêt public : le service public du numérique éducatif.
data-purpose-never = Elles ne sont ni vendues, ni utilisées pour de la publicité.
data-kinds = Quelles données
data-kinds-source = L’identité des personnes vient de l’annuaire de l’Éducation nationale, que les écoles tiennent à jour dans ONDE. Le reste vient de vous.
data-kinds-pupils = Élèves : nom, prénoms, civilité, date de naissance, identifiant national, adresse électronique, niveau, classe, dates d’entrée et de départ, responsables légaux, cantine, garderie, étude et transport.
data-kinds-guardians = Responsables légaux : nom, prénom, civilité, date de naissance, adresse postale, téléphones, adresse électronique, lien avec l’enfant.
data-kinds-staff = Personnels : nom, prénom, civilité, date de naissance, adresse électronique, écoles et fonctions.
data-kinds-everybody = Tout le monde : identifiant, adresse électronique donnée pour le compte, mot de passe gardé sous une forme illisible, appareils connectés, textes, photos, commentaires, et trace des actions sensibles comme une connexion ou un signalement.
data-kinds-families = Familles : la première fois où chaque billet a été ouvert. L’équipe de la classe n’en voit que le nombre.
data-kinds-photos = Le lieu et la date inscrits dans une photo sont effacés à l’envoi.
data-readers = Qui les voit
data-readers-pupils = Un élève voit ce qui est partagé avec sa classe.
data-readers-guardians = Un responsable légal voit ce qui est partagé avec les familles des classes de ses enfants.
data-readers-teachers = Un enseignant voit ses classes : les élèves, leurs responsables légaux et le journal.
data-readers-heads = La direction voit toutes les classes de son école.
data-readers-academy = L’académie importe l’annuaire et lit les comptes rendus des imports. Elle ne lit pas les journaux des classes.
data-time = Combien de temps
data-time-text = Le compte d’une personne partie ne donne plus accès à rien. Ses données sont gardées par l’académie, qui les supprime selon son calendrier, sous la responsabilité du recteur. Vous pouvez demander l’effacement des vôtres.
data-device = Sur votre appareil
data-device-session = Un cookie garde votre connexion. Elle prend fin quand vous vous déconnectez, quand vous fermez le navigateur, après 12 heures sans visite, et de toute façon 14 heures après son début ; si vous avez demandé à rester connecté, seulement après 30 jours sans visite. Celle d’un élève prend fin après 2 heures sans visite, celle de l’académie après 8 heures, et toutes deux 12 heures après leur début au plus tard.
data-device-drafts = Ce que vous tapez est gardé sur l’appareil jusqu’à l’envoi, pour ne rien perdre.
data-device-never = Il n’y a ni traceur ni mesure d’audience, et les pages ne chargent rien depuis d’autres sites.
data-rights = Vos droits
data-rights-text = Vous pouvez demander à voir vos données et celles de votre enfant, les faire rectifier, en faire limiter l’usage, ou vous opposer à leur usage pour des raisons tenant à votre situation. Vous pouvez aussi dire ce qu’elles deviendront après votre mort.
data-rights-how = Adressez-vous à la direction de l’école, ou au délégué à la protection des données de l’académie. Une réponse vous est due dans le mois ; une demande complexe peut prendre deux mois de plus.
data-rights-onde = Une erreur de nom, de date ou d’adresse se corrige dans ONDE, à l’école. La correction arrive ici avec l’annuaire.
data-rights-complaint = Si la réponse ne vous satisfait pas, vous pouvez saisir la CNIL.
data-rights-cnil = Adresser une plainte à la CNIL
data-order = Le texte de référence
data-order-link = Arrêté du 30 novembre 2006 relatif aux espaces numériques de travail

# Legal notice.
legal-title = Mentions légales
legal-publisher = Éditeur
legal-publisher-text = La région académique édite ce service. Elle est représentée par son recteur.
legal-director = Directeur de la publication
legal-director-text = Pour ce que publient les classes, le directeur d’école est directeur de la publication. Il peut dépublier un billet, et son auteur en reçoit la raison.
legal-host = Hébergement
legal-host-text = L’hébergeur est choisi par la région académique. Le rectorat donne son nom et ses coordonnées à qui les demande.
legal-report = Signaler un contenu
legal-report-text = Sous chaque billet et chaque commentaire, un bouton « Signaler » prévient la direction et l’équipe de la classe.
legal-works = Textes, dessins et photos
legal-works-text = Ils appartiennent à leurs auteurs, élèves compris. Pour les copier ou les montrer ailleurs, il faut leur accord. Pour montrer un enfant, il faut aussi celui de ses responsables légaux.
legal-software = Logiciel
legal-software-text = Préau est un logiciel libre, publié sous la licence EUPL 1.2.
legal-software-parts = Il utilise les polices Atkinson Hyperlegible Next et Andika (licence SIL OFL 1.1), et des pictogrammes de Lucide (licence ISC).

task-due = au plus tard le { $day }
task-late = en retard, c’était pour { $day }
my-places = Mes espaces
nothing-to-treat = Rien ne vous attend aujourd’hui.
