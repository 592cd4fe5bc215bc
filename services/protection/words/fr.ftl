# Words of the protection of children.

optional = facultatif
optional-to-pupil = si tu veux
give-up = Renoncer

# Reporting.
report = Signaler
report-explained = Votre signalement est lu par la direction de l’école et, sauf s’il concerne un message, par l’équipe de la classe ou du groupe. Votre nom n’est montré qu’à la direction, jamais à l’auteur.
report-explained-to-pupil = Quelque chose te gêne ? Tu as raison de le dire. La direction lira tes mots et, sauf si c’est un message, les adultes de ta classe ou de ton groupe aussi. La personne qui a écrit ne saura pas que c’est toi.
what-is-wrong = Qu’est-ce qui ne va pas ?
what-is-wrong-to-pupil = Qu’est-ce qui te gêne ?
what-hurts = Une moquerie, une insulte ou une menace
what-hurts-to-pupil = C’est méchant : une moquerie, une insulte, une menace
what-private = Une information privée : adresse, téléphone, mot de passe
what-private-to-pupil = Ça dit quelque chose de privé : une adresse, un numéro, un secret
what-picture = Une image qui ne devrait pas être montrée
what-picture-to-pupil = Une photo ou une vidéo me gêne
what-unfit = Un contenu qui n’est pas pour des enfants
what-unfit-to-pupil = Ce n’est pas pour les enfants
what-other = Autre chose
what-other-to-pupil = C’est autre chose
what-missing = Il faut choisir une réponse.
say-more = Précisions
say-more-to-pupil = Raconte avec tes mots
words-missing = Il manque quelques mots.
words-too-long = C’est trop long : 900 caractères au plus.
reason-with-words = { $reason } : { $words }
send-report = Envoyer le signalement
reported = Merci. La direction et l’équipe de la classe ou du groupe trouveront votre signalement parmi ce qu’elles ont à traiter.
reported-to-pupil = Merci de l’avoir dit. Un adulte va regarder.
reports-waiting = { $count ->
    [one] Un signalement à traiter
   *[other] { $count } signalements à traiter
}
look-at = Regarder
told-report-raised = Un signalement attend d’être regardé
told-report-kept = Le signalement envoyé à propos de « { $title } » a été lu ; rien n’a été retiré.

# The queue.
to-validate = À valider
nothing-to-validate = Rien à valider pour l’instant.
reports = Signalements
report-line = « { $reason } », { $when }
report-line-named = « { $reason } », { $name }, { $when }
by-parent = { $name }, parent
part-of = Un commentaire ou un passage de « { $title } »
withdraw = Dépublier
settle = Classer sans suite
report-settled = Le signalement est classé.
to-read-over = À relire
review-about = { $what } · { $author } · { $when }
settings-of = Protection des élèves · { $school }
back-to-queue = Revenir à « À valider »

# What a school sets.
settings-title = Protection des élèves
adults-title = « J’ai besoin de parler »
adults-about = Chaque élève peut demander, depuis son accueil, à parler à un adulte de l’école. Seul l’adulte choisi par l’enfant lit sa demande, tout de suite, même hors des heures de remise.
adults = Adultes à l’écoute
adults-hint = Sans choix, les enseignants de la classe et la direction sont proposés. Un adulte qui n’a jamais activé son compte n’est pas proposé aux élèves.
choose-adults = Enregistrer les adultes à l’écoute
adults-chosen = Les adultes à l’écoute sont enregistrés.
words-title = Mots surveillés
words-about = Quand un élève écrit un de ces mots, il est invité à relire son texte avant de l’envoyer ; rien n’est bloqué. Une liste commune existe déjà. Ajoutez ici les mots propres à votre école, un surnom blessant par exemple.
word-to-watch = Mot ou expression à ajouter
word-hint = Au singulier. Les majuscules, les accents et le pluriel ne comptent pas.
add-word = Ajouter le mot
word-missing = Indiquez un mot.
word-too-long = C’est trop long : 60 caractères et cinq mots au plus.
word-added = « { $word } » est ajouté aux mots surveillés.
remove-word = Retirer « { $word } »
word-removed = Le mot est retiré.

# « J’ai besoin de parler »: a child.
talk-tab = Ma page
talk-title = J’ai besoin de parler
talk-leave = Sortir d’ici
talk-lead = Quelque chose te rend triste, te fait peur ou te fait du mal ? Tu peux le dire à un adulte de l’école.
talk-secret = Seul l’adulte que tu choisis lit ton message. Tes parents ne le voient pas ici, les autres élèves non plus. Si tu es en danger, cet adulte devra demander de l’aide pour te protéger.
talk-whom = À qui veux-tu parler ?
talk-words = Tu veux dire pourquoi ?
talk-words-hint = Tu peux aussi ne rien écrire et appuyer seulement sur un nom.
talk-to = Je voudrais parler à { $name }
talk-nobody = Va voir un adulte de ton école en qui tu as confiance, ou appelle un de ces numéros.
talk-choose = Appuie sur le nom d’un adulte.
talk-too-long = C’est un peu trop long : 600 caractères au plus. Tu pourras raconter le reste.
talk-enough = Tu as déjà envoyé plusieurs messages aujourd’hui : les adultes les ont reçus. Si c’est urgent, va voir un adulte ou appelle le 119.
talk-sent = Ton message est parti.
talk-gone = Ce que tu as envoyé
talk-line = Ton message à { $name } est parti { $when }.
talk-line-seen = Ton message à { $name } est parti { $when }. { $name } l’a vu.
talk-phones = Tu peux aussi téléphoner
phone-119 = Allô enfance en danger. C’est gratuit, jour et nuit, pour tous les enfants à qui on fait du mal. Le numéro ne se voit pas sur la facture.
phone-3018 = Contre le harcèlement, à l’école et sur internet. C’est gratuit, tous les jours de 9 heures à 23 heures.
talk-danger = Si tu es en danger maintenant, va tout de suite vers un adulte, ou appelle le 17 ou le 112.

# « J’ai besoin de parler »: the adult.
talk-told = Un élève souhaite vous parler
talk-told-passed-on = Un collègue vous transmet la demande d’un élève qui souhaite parler
talk-about = { $class } · { $when }
talk-says = Ce que l’enfant dit
talk-without-words = « Je voudrais te parler. »
talk-see = J’ai vu
talk-was-seen = L’enfant verra que vous avez lu sa demande.
talk-close = C’est fait
talk-was-closed = La demande est close.
talk-pass-on = Transmettre à la direction
talk-pass-on-explained = Si la situation vous dépasse ou vous inquiète, transmettez cette demande à { $names }. La direction la lira en entier.
talk-was-passed-on = La direction est prévenue.
talk-is-waiting = Cet enfant attend. Dites-lui que vous avez vu sa demande, puis prenez un moment avec lui dès que possible.
talk-is-seen = L’enfant sait que vous avez vu sa demande.
talk-is-closed = Cette demande est close.
talk-advice = Que faire
advice-listen = Écoutez sans questionner ni promettre le secret ; notez ses mots tels qu’ils sont dits, avec le jour et l’heure.
advice-secret = Cette demande n’est visible que de vous. N’en parlez à la famille qu’une fois certain que cela ne met pas l’enfant en danger.
advice-danger = Danger immédiat : appelez le 17 ou le 112. Pour un conseil, le 119 répond aussi aux professionnels, jour et nuit ; le 3018 pour le harcèlement.
advice-report = Danger ou risque de danger : la direction et vous rédigez une information préoccupante pour la cellule de recueil du département (CRIP), avec l’aide du service social ; si c’est grave et urgent, un signalement au procureur.
talk-kept = Une demande close est effacée au bout de 30 jours, toute demande au bout de 180 jours. Le journal des actions garde sa date, jamais ses mots.

# Image rights.
image-rights = Droit à l’image
# The name with its little word: « de Zoé », « d’Ambroise ».
image-to-answer = Droit à l’image { $name } : à répondre
answer = Répondre
school-year = Année { $year }
image-explained-title = Vous décidez usage par usage
image-explained = Votre réponse vaut pour cette école et cette année, et vous pouvez la changer à tout moment. La réponse de chaque responsable légal compte : un seul refus suffit. Parlez-en avec votre enfant : avant quinze ans, son accord se recueille avec le vôtre.
purpose-class = Journal de la classe
purpose-school = Dans l’école
purpose-class-book = Livre de la classe
purpose-public-site = Site public
purpose-press = Presse et affichage
meaning-class = Photos montrées à la classe ou au groupe de l’enfant et à leurs familles, dans leur journal ; pour la classe, aussi aux proches que les familles invitent à le lire. Un groupe peut réunir plusieurs écoles.
meaning-school = Photos montrées aux autres classes et affichées dans les locaux.
meaning-class-book = Photos imprimées dans un livre remis aux familles de la classe.
meaning-public-site = Photos visibles par tout le monde, sur le site de l’école.
meaning-press = Photos remises à un journal ou affichées hors de l’école.
answer-yes = Autoriser
answer-no = Refuser
state-yes = oui
state-no = non
state-unanswered = sans réponse
counts-now = Ce qui compte aujourd’hui : { $state }
counts-for-less = Ce qui compte aujourd’hui : { $state }, pour la classe. La question parle maintenant aussi des groupes : répondez à nouveau.
counts-once-all = Ce qui compte aujourd’hui : sans réponse, car un autre responsable n’a pas encore répondu
save-answers = Enregistrer les réponses pour { $name }
image-saved = Les réponses pour { $name } sont enregistrées.
own-answers = Vos réponses de l’année
past-answer = { $purpose } : { $answer }, le { $day }
past-answer-on-paper = { $purpose } : { $answer }, le { $day }, saisi par l’école d’après un papier
register-of = Droit à l’image · { $class }
register-about = Le refus d’un seul responsable légal suffit. « Sans réponse » n’autorise rien hors de la classe, ni dans un groupe de plusieurs écoles.
pupil = Élève
awaited = Réponses attendues
nobody-awaited = aucune
no-pupil = Cette classe n’a pas encore d’élève.
enter-title = Saisir une réponse sur papier
who-answers = Qui répond, pour quel enfant ?
choose = Choisir
child-and-adult = { $child } · { $adult }
for-what = Pour quels usages ?
reply = Réponse
note = Note
note-hint = Où est rangé le papier, par exemple.
enter-paper = Enregistrer la réponse
paper-entered = La réponse est enregistrée.
who-missing = Choisissez qui répond.
purposes-missing = Choisissez au moins un usage.
reply-missing = Choisissez une réponse.
note-too-long = C’est trop long : 200 caractères au plus.
back-to-journal = Revenir au journal de la classe

# What is kept of a child, for a copy of it.
data-talks = Demandes de parler à un adulte
data-words = Ce qui est écrit
data-asked = Demandé
data-seen = Vu
data-closed = Terminé
