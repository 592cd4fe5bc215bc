# Words of « Aujourd’hui », and of the legal notice.

today = Aujourd’hui
is-new = Nouveau
to-treat = À traiter
published-lately = Publié récemment
end-of-news = C’est tout pour l’instant. Les billets plus anciens sont dans le journal.
end-without-journal = C’est tout pour l’instant.
quoted = « { $words } »

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
something-new = Il y a du nouveau à propos de « { $title } ».

# A teacher.
nothing-for-teacher = Rien de nouveau dans la classe. Les billets du journal apparaîtront ici dès leur remise.
no-class = Aucune classe ne vous est ouverte pour l’instant. Elle apparaîtra ici dès que la direction de l’école vous y rattachera.

have-replacement-code = J’ai un code de remplacement

# A head.
classes-of-school = Les classes de l’école
no-class-yet = Aucune classe n’est encore ouverte pour cette année. Tout se passe dans « Mon école ».
nothing-for-head = Rien de nouveau dans l’école. Les billets de toutes les classes apparaîtront ici dès leur remise.

# A pupil.
hello = Bonjour { $name } !
i-write = J’écris
journal-of-my-class = Le journal de ma classe
for-you = Pour toi
in-my-class = Dans ma classe
nothing-for-pupil = Rien de nouveau pour l’instant. Ce que ta classe raconte arrivera ici.
pupil-without-class = Ta classe n’est pas encore là. Elle arrivera bientôt : parles-en à un adulte de l’école.
end-for-pupil = C’est tout pour aujourd’hui !
need-to-talk = J’ai besoin de parler

# A parent.
nothing-for-parent = Rien de nouveau pour l’instant. Ce que l’école publie pour votre famille apparaîtra ici.
no-child = Aucun enfant n’est rattaché à votre compte pour l’instant. Dites-le à la direction de l’école : ses nouvelles apparaîtront ici.
nothing-for-reader = Rien de nouveau pour l’instant. Ce que la classe raconte aux familles apparaîtra ici.
invitation-over = Aucune famille ne vous invite plus à lire avec elle : il n’y a donc rien à lire ici. Si cela vous étonne, parlez-en à la famille : elle peut vous inviter à nouveau depuis « Mon foyer ».
about-child = La page { $name }
nothing-for-child = Rien de nouveau pour { $name }. Les billets de sa classe apparaîtront ici.

# Other staff, and the académie.
nothing-for-staff = Rien de nouveau pour l’instant. Ce que l’école partage avec vous apparaîtra ici.
no-seat = Aucune école ne vous est ouverte pour l’instant. Elle apparaîtra ici dès que l’annuaire dira où vous travaillez.

# Legal notice.
legal-title = Mentions légales
legal-publisher = Éditeur
legal-publisher-text = La région académique édite ce service. Elle est représentée par son recteur.
legal-represented = Représentée par { $signatory }
legal-director = Directeur de la publication
legal-director-text = Pour ce que publient les classes, le directeur d’école est directeur de la publication. Il peut dépublier un billet, et son auteur en reçoit la raison.
legal-director-sites = Pour ce que publient la région académique et ses académies, c’est le recteur. Pour la page d’une commune, c’est son référent ville. Chaque site public d’une école ou d’une commune nomme son directeur de la publication.
legal-host = Hébergement
legal-host-text = L’hébergeur est choisi par la région académique. Le rectorat donne son nom et ses coordonnées à qui les demande.
legal-report = Signaler un contenu
legal-report-text = Sous chaque billet et chaque commentaire, un bouton « Signaler » prévient la direction et l’équipe de la classe ou du groupe.
legal-works = Textes, dessins et photos
legal-works-text = Ils appartiennent à leurs auteurs, élèves compris. Pour les copier ou les montrer ailleurs, il faut leur accord. Pour montrer un enfant, il faut aussi celui de ses responsables légaux.
legal-software = Logiciel
legal-software-text = Préau est un logiciel libre, publié sous la licence EUPL 1.2.
legal-software-parts = Il utilise les polices Atkinson Hyperlegible Next et Andika (licence SIL OFL 1.1), et des pictogrammes de Lucide (licence ISC).

task-due = au plus tard le { $day }
task-late = en retard, c’était pour { $day }
my-places = Mes espaces
nothing-to-treat = Rien ne vous attend aujourd’hui.
