# Words of the household.

household = Mon foyer
household-lead = Vos enfants, qui d’autre en est responsable, qui lit avec vous, et comment l’école vous joint.
back-to-household = Revenir à « Mon foyer »
no-child = Aucun enfant n’est rattaché à votre compte pour l’instant. Si vous avez une fiche de connexion, ajoutez-la ci-dessous.
others-responsible = Aussi responsable, selon l’école :
others-apart = D’un autre responsable, vous ne voyez que le nom. Adresses, téléphones, réponses et messages restent propres à chacun.
others-none = L’école ne connaît pas d’autre responsable.
optional = facultatif
lend-to = Prêter le téléphone à { $child }
lend-about = Prêté à un enfant, le téléphone ne montre plus que ses travaux, sans vos messages ni vos pages. Il faut votre mot de passe pour retrouver votre espace.
home-code-for = Code maison { $of }

# Readers.
readers = Proches invités
readers-counted = { $count ->
    [0] Aucun proche invité
    [one] { $count } proche invité
   *[other] { $count } proches invités
}
readers-lead = Un proche invité lit le journal de la classe, comme les familles. Il n’écrit rien, ne commente pas et ne voit rien d’autre.
readers-full = Dix proches sont déjà invités pour cet enfant. Mettez fin à une invitation pour en envoyer une autre.
readers-too-many-letters = Trop d’invitations sont parties aujourd’hui pour cet enfant. Réessayez demain.
reader-invite-for = Inviter un proche { $child }
reader-invite = Envoyer l’invitation
reader-sees = Un grand-parent, par exemple. Il lira le journal de la classe { $child } : les billets et les photos que lisent les familles. { $most } proches au plus par enfant.
reader-first-name = Prénom
reader-last-name = Nom
reader-word = Lien avec l’enfant
reader-word-hint = Comme on le dit chez vous : grand-mère, oncle, nounou.
reader-email = Adresse électronique
reader-email-hint = Un lien y sera envoyé, valable { $days } jours.
reader-first-name-missing = Écrivez son prénom, en lettres.
reader-last-name-missing = Écrivez son nom, en lettres.
reader-word-missing = Écrivez qui est cette personne pour l’enfant, en quelques mots.
reader-told = Les autres responsables de l’enfant en seront avertis. Chacun d’eux peut mettre fin à l’invitation, et vous aussi, à tout moment.
reader-invited = L’invitation est partie. Elle attend une réponse pendant 7 jours.
reader-invited-already = Cette adresse est déjà invitée pour cet enfant.
reader-by = invitation { $name }
reader-by-you = votre invitation
reader-by-another = invitation d’un autre responsable
reader-since = acceptée { $when }
reader-waits = envoyée { $when }, sans réponse pour l’instant
reader-end = Ne plus laisser lire { $name }
reader-ended = C’est fait : cette personne ne lit plus rien.
reader-end-reads = { $name } ({ $word }) ne lira plus le journal de la classe, dès maintenant. Un courriel l’en avertira.
reader-end-waits = Le lien envoyé à { $name } ({ $word }) ne servira plus.
reader-end-again = Pour inviter de nouveau cette personne, il faudra lui envoyer un autre lien.
reader-end-now = Mettre fin à l’invitation

# What the bearer of an invitation reads.
guest-title = Une invitation à lire
guest-hello = Bonjour { $first-name }
guest-lead = { $name } vous invite à lire le journal de la classe { $child }.
guest-what = Vous y lirez ce que la classe raconte aux familles, avec ses photos. Ce que vous lisez est pour vous : ne le publiez pas, ne le transmettez pas. La famille peut mettre fin à l’invitation à tout moment.
guest-with-mine = Accepter avec le compte { $name }
guest-new = Accepter et créer mon accès
guest-back = Accepter et retrouver mon accès
guest-back-done = C’est fait : vous retrouvez votre accès. Connectez-vous avec l’identifiant { $login } et le mot de passe que vous aviez choisi.
guest-already = Vous avez déjà un compte Préau ? Connectez-vous d’abord : vous accepterez avec lui.
guest-sign-in = Se connecter
guest-not-you = Vous ne connaissez pas cet enfant ? Fermez cette page : rien ne se passera.
guest-ready = Votre accès est prêt
guest-login = Votre identifiant : { $login }. Notez-le : il servira à chaque connexion.
guest-choose-password = Choisir mon mot de passe
guest-late = Cette invitation n’est plus valable, ou elle a déjà servi. Demandez à la famille d’en envoyer une autre.
guest-accepted = C’est fait : le journal de la classe vous est ouvert.
guest-responsible = Cette invitation ne s’accepte pas avec ce compte : vous êtes déjà responsable de cet enfant, ou ce compte n’est pas celui d’un adulte.

# How a parent is reached.
contact = Vos coordonnées
contact-empty = Vous n’avez rien ajouté à ce que l’école sait de vous.
contact-none = Aucun téléphone ni adresse en plus de ce que dit l’école
contact-change = Modifier mes coordonnées
contact-save = Enregistrer mes coordonnées
contact-saved = Vos coordonnées sont enregistrées.
said = Dit par l’école (ONDE)
said-lead = Ces lignes viennent de l’école et ne se changent pas ici. Personne d’autre ne les voit sur cette page.
said-nothing = L’école n’a enregistré aucune coordonnée pour vous.
said-phones = Téléphone
said-emails = Adresse électronique
said-addresses = Adresse postale
said-wrong = Signaler une erreur à l’école
given = Ce que vous donnez
given-lead = En plus de ce que dit l’école. Ces coordonnées ne sont jamais montrées à l’autre parent ni aux autres familles.
phone = Téléphone
other-phone = Autre téléphone
phones = Téléphones
phone-wrong = Ce numéro est incomplet. Écrivez-le avec ses chiffres, par exemple 06 11 22 33 44.
email-for-school = Adresse électronique
email-wrong = Cette adresse est incomplète. Écrivez-la comme prenom.nom@exemple.fr, sans espace.
way-missing = L’école n’a aucun moyen de vous joindre : donnez au moins un téléphone ou une adresse électronique.
language = Langue préférée
language-hint = L’école saura dans quelle langue vous parler : toute l’équipe la lit sur votre fiche, même si vous montrez vos coordonnées à « La direction seule ».
language-missing = Choisissez une langue de la liste.
language-amharic = amharique
language-arabic = arabe
language-bulgarian = bulgare
language-bengali = bengali
language-catalan = catalan
language-german = allemand
language-english = anglais
language-spanish = espagnol
language-persian = persan
language-armenian = arménien
language-italian = italien
language-georgian = géorgien
language-kurdish = kurde
language-lingala = lingala
language-polish = polonais
language-pashto = pachto
language-portuguese = portugais
language-romanian = roumain
language-russian = russe
language-somali = somali
language-albanian = albanais
language-tamil = tamoul
language-tigrinya = tigrigna
language-turkish = turc
language-ukrainian = ukrainien
language-urdu = ourdou
language-vietnamese = vietnamien
language-chinese = chinois
shown-to = Qui les voit
shown-hint = La direction de l’école les voit toujours, pour pouvoir vous joindre.
shown-missing = Choisissez qui voit vos coordonnées.
shown-team = Toute l’équipe de l’école
shown-teachers = Les enseignants de la classe et la direction
shown-head = La direction seule

# For those who work in the school.
class-contacts = Coordonnées données par les familles
class-contacts-of = Coordonnées données par les familles · { $class }
class-contacts-lead = Ce que les parents ont ajouté à ce que dit ONDE, et choisi de vous montrer.
class-contacts-head = Ce que les parents ont ajouté à ce que dit ONDE. Certains ne le montrent qu’à la direction.
class-contacts-none = Aucune famille de la classe n’a rien donné ici pour l’instant.
fact-phone = Téléphone donné par la famille
fact-email = Adresse électronique donnée par la famille
fact-account = Compte
read-with = lu avec le compte { $name }
child = Élève
adult = Responsable
back-to-class = Revenir

# Accounts.
accounts = Vos comptes
accounts-lead = Un enfant dans une autre école, une deuxième fiche de connexion ? Réunissez tout dans ce compte.
add-child = Ajouter un enfant avec un code
joined = Comptes réunis
joined-lead = Pendant 30 jours, vous pouvez revenir en arrière : l’autre compte et ses enfants redeviennent séparés.
joined-line = { $login }, réuni { $when }
joined-undo = Séparer { $login }
parting-title = Séparer { $login } ?
parting-lead = Les enfants de l’autre compte ne seront plus dans celui-ci.
parting-opens = L’autre compte se rouvre avec son identifiant, { $login }, et le mot de passe qu’il avait.
parting-sheet = L’autre compte, { $login }, n’a jamais servi : seul le code de sa fiche de connexion l’ouvrira. Si vous n’avez plus cette fiche, ou si son code est trop ancien, il faudra en demander une nouvelle à l’école.
parting-now = Séparer les deux comptes
parted = C’est fait : les deux comptes sont de nouveau séparés. L’autre se rouvre avec son identifiant.
parted-with-sheet = C’est fait : les deux comptes sont de nouveau séparés. L’autre, { $login }, s’ouvre avec le code de sa fiche de connexion. Si vous ne l’avez plus, ou si le code est trop ancien, demandez une nouvelle fiche à l’école.

# Entries that may be one person.
double-title = Est-ce bien vous ?
double-lead = Une école a une autre fiche au nom { $name }. Si c’est vous, réunissez-les : tous vos enfants seront dans ce compte.
double-found = Une école a peut-être une autre fiche à votre nom.
double-look = Vérifier si c’est moi
double-proved = L’adresse électronique de cette fiche est celle que vous avez confirmée : elle suffit à montrer que c’est vous.
double-me = C’est moi : réunir
double-or-code = Vous pouvez aussi taper le code de la fiche, ou le mot de passe de l’autre compte.
double-needs-code = Pour montrer que c’est vous, tapez le code de cette fiche, ou le mot de passe si vous l’avez déjà utilisée. L’école peut vous redonner la fiche.
double-code = Taper le code de la fiche
double-another = Ce n’est pas moi
double-cost = Rien de cette fiche ne vous est montré avant. La réunion s’annule pendant 30 jours.
double-joined = C’est fait : la fiche est réunie à votre compte.
double-settled = Merci. La question ne vous sera plus posée.

# « Aujourd’hui ».
task-double = Est-ce bien vous ?
task-double-about = Une école a une autre fiche à votre nom
task-answer = Répondre
task-look = Voir
task-joined = Deux comptes viennent d’être réunis
task-joined-about = { $login } est maintenant dans ce compte
task-invited = { $name } ({ $word }) a reçu une invitation à lire le journal de la classe { $child }
task-ended = Un autre responsable a mis fin à l’invitation { $name } ({ $word }) à lire le journal de la classe { $child }

# Letters.
letter-invitation-subject = { $name } vous invite à lire le journal de la classe { $child }
letter-invitation = { $name } vous invite à lire le journal de la classe { $child } : ce que la classe raconte aux familles, avec ses photos.
letter-invitation-link =
    Pour accepter, ouvrez ce lien dans les { $days } jours. Vous choisirez un mot de passe, ou vous garderez le compte Préau que vous avez déjà.

    { $link }
letter-not-for-you = Si vous ne connaissez pas cette personne, ne faites rien : rien ne se passera. Ce lien est pour vous, ne le transmettez à personne.
letter-other-invited-subject = Un proche est invité à lire le journal de la classe { $child }
letter-other-invited =
    { $name } a invité un proche à lire le journal de la classe { $child }.

    Son nom est dans « Mon foyer », et vous pouvez y mettre fin à l’invitation à tout moment : { $link }
letter-ended-subject = Votre invitation à lire le journal de la classe { $child } est terminée
letter-ended = La famille { $child } a mis fin à votre invitation : vous ne lisez plus le journal de la classe.
letter-ended-what = L’école n’y est pour rien. Pour toute question, adressez-vous à la famille. Si vous avez accepté d’autres invitations, elles ne changent pas.
letter-joined-subject = Deux comptes ont été réunis
letter-joined =
    Les comptes { $kept } et { $other } de l’ENT viennent d’être réunis. On se connecte désormais avec l’identifiant { $kept }.

    Si ce n’est pas vous, prévenez l’école sans attendre. La réunion s’annule pendant 30 jours, depuis « Mon foyer ».
letter-parted-subject = Deux comptes sont de nouveau séparés
letter-parted = Les comptes { $kept } et { $other } de l’ENT sont de nouveau séparés : chacun s’ouvre avec son identifiant et son mot de passe, ou avec le code de sa fiche s’il n’a jamais servi. Si ce n’est pas vous, prévenez l’école sans attendre.

# For a copy of what is kept.
data-changed = Changé
data-sent = Envoyée
data-accepted = Acceptée
data-ended = Terminée

# How long things are kept.
retention-invitations = Invitations de proches terminées ou sans réponse
retention-invitations-why = Depuis leur fin : cela sert à savoir qui a invité qui, puis plus à rien.
