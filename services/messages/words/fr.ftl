# Words of the service messages.

# Safety: closing messages.
party-pupils = aux élèves
party-families = aux familles
party-team = à l’équipe de l’école
party-everybody = à tout le monde
scope-region = Toute la région
scope-academy = Académie : { $name }
scope-own-academy = L’académie
scope-department = Département { $code }
scope-school = École { $name }
closing-title = Messages fermés
closing-refusal = { $who ->
    [tu] Tu ne peux pas envoyer de message pour le moment : « { $reason } » { $end } Si c’est important, parle à un adulte.
   *[vous] Vous ne pouvez pas envoyer de message pour le moment : « { $reason } » { $end } Le carnet de liaison reste ouvert.
}
closing-reading-stays = { $who ->
    [tu] Tu peux toujours lire ce que tu as reçu.
   *[vous] Vous pouvez toujours lire ce que vous avez reçu.
}
closing-of-others = Les messages sont fermés { $party } : « { $reason } » { $end } Le carnet de liaison reste ouvert.
closing-until = Réouverture { $when }.
closing-without-end = L’heure de la réouverture n’est pas encore connue.
closing-page = Fermer les messages
closing-page-lead = En cas d’alerte, par exemple quand des comptes volés envoient des menaces, plus aucun message ne part. Tout ce qui a été reçu reste lisible. Le carnet de liaison et les envois urgents restent ouverts.
closing-now = Ce qui est fermé en ce moment
closing-none = Rien n’est fermé : chacun peut écrire à qui il a le droit d’écrire.
closing-line = { $territory } : messages fermés { $party }
closing-about = « { $reason } » Fermé { $since }. { $end }
closing-by-academy = Fermé par l’académie, qui seule peut rouvrir.
closing-open = Rouvrir { $party } ({ $territory })
closing-opened = Les messages sont rouverts.
closing-form = Fermer maintenant
closing-scope = Où
closing-scope-missing = Choisissez où fermer les messages.
closing-one-school = Une seule école, par son UAI
closing-uai = UAI de l’école
closing-uai-hint = Sept chiffres et une lettre, seulement pour fermer une seule école.
uai-unknown = Aucune école de votre territoire n’a cet UAI. Vérifiez les sept chiffres et la lettre.
closing-parties = À qui les fermer
closing-parties-missing = Cochez au moins une case.
closing-reason = Pourquoi
closing-reason-hint = Tous ceux qui sont concernés le liront, les enfants aussi. Une phrase courte et calme suffit.
closing-reason-missing = Dites pourquoi en une phrase courte, de 5 à 300 caractères.
closing-day = Jour de la réouverture
closing-day-hint = Sans date, les messages restent fermés jusqu’à ce que vous les rouvriez.
closing-hour = Heure de la réouverture
closing-optional = facultatif
closing-end-wrong = Cette date est passée, ou incomplète. Choisissez un moment à venir, ou laissez vide.
closing-close = Fermer les messages
closing-done = C’est fait : plus aucun message ne part. Chacun voit pourquoi sur sa page de messages.

# Safety: accounts stopped, quotas, crowds.
stop-title = Comptes arrêtés
stop-lead = Ces comptes ont envoyé comme le ferait un voleur. Parlez à la personne, faites changer son mot de passe, puis rouvrez ses envois.
stop-rate = Beaucoup de personnes en très peu de temps
stop-same = Le même texte envoyé à beaucoup de personnes, une par une
stop-about = { $reason }. Arrêté { $since }. École { $school }
stop-lift = Rouvrir les envois de { $name }
stop-lifted = Les envois de ce compte sont rouverts.
stop-own = C’est votre compte : l’académie ou une autre personne de la direction doit rouvrir vos envois.
stop-task = Envois arrêtés : { $name }
stop-look = Regarder
stop-refusal = { $who ->
    [tu] Tes envois ont été arrêtés { $when }, parce que beaucoup de messages sont partis de ton compte. Parles-en à ton enseignant : la direction de l’école peut les rouvrir.
   *[vous] Vos envois ont été arrêtés { $when }, parce que beaucoup de messages sont partis de votre compte en peu de temps. Si ce n’était pas vous, changez votre mot de passe. La direction de l’école peut rouvrir vos envois.
}
stop-letter-subject = Un compte a été arrêté
stop-letter = Un compte de l’école { $school } a envoyé beaucoup de messages en peu de temps. Ses envois sont arrêtés, et tout ce qu’il avait reçu reste lisible.
stop-letter-end = Pour voir de qui il s’agit et rouvrir ses envois, connectez-vous à l’ENT comme d’habitude, puis ouvrez « Messages » et « Fermer les messages ».
quota-hour = { $who ->
    [tu] Tu as déjà envoyé { $most } messages en une heure. Attends un peu avant d’en envoyer d’autres.
   *[vous] Vous avez déjà envoyé { $most } messages en une heure. Attendez un peu avant d’en envoyer d’autres.
}
quota-day = { $who ->
    [tu] Tu as déjà envoyé { $most } messages depuis hier. Attends demain pour en envoyer d’autres.
   *[vous] Vous avez déjà envoyé { $most } messages en vingt-quatre heures. Attendez demain pour en envoyer d’autres.
}
quota-people = { $who ->
    [tu] Tes messages d’une journée ne peuvent pas aller à plus de { $most } personnes.
   *[vous] Vos messages de vingt-quatre heures ne peuvent pas aller à plus de { $most } personnes. Choisissez moins de destinataires, ou attendez demain.
}
crowd-pupil = Tu peux écrire à cinq personnes au plus à la fois, et pas à toute une classe. Enlève des noms, ou demande à ton enseignant.
crowd-family = Vous pouvez écrire à quinze personnes au plus à la fois. Enlevez des destinataires.

# Safety: messages to many people.
mass-title = Confirmer l’envoi
mass-lead = Ce message va à beaucoup de personnes. Relisez-le avant qu’il parte.
mass-who = Qui le recevra
mass-among = Par exemple :
mass-families = { $families ->
    [one] { $families } famille
   *[other] { $families } familles
} ({ $adults })
mass-adults = { $count ->
    [one] { $count } adulte
   *[other] { $count } adultes
}
mass-pupils = { $count ->
    [one] { $count } élève
   *[other] { $count } élèves
}
mass-team = { $count ->
    [one] { $count } personne de l’équipe
   *[other] { $count } personnes de l’équipe
}
mass-for-child = { $name }, pour { $child }
mass-no-answer-to-all = Chacun le reçoit à part. Une réponse ne va qu’à vous.
mass-pieces = { $count ->
    [one] { $count } fichier joint
   *[other] { $count } fichiers joints
}
mass-pieces-again = Le texte est gardé. Joignez de nouveau les fichiers avant d’envoyer.
mass-urgent = Sera remis tout de suite, sans attendre les heures de l’école : « { $reason } »
mass-prove-why = Un compte volé pourrait faire peur à toute l’école. Montrez d’abord que c’est bien vous : le message attend.
mass-prove = Vérifier que c’est bien moi
mass-send = { $count ->
    [one] Envoyer à { $count } personne
   *[other] Envoyer à { $count } personnes
}
mass-sent = { $count ->
    [one] Envoyé à { $count } personne.
   *[other] Envoyé à { $count } personnes.
} { $when }
mass-change = Modifier le message

# Safety: tracing a message.
trace-title = Suivre un message
trace-lead = Pour une enquête : qui a envoyé un message, à qui, et qui l’a ouvert. Chaque recherche est écrite dans le journal de sécurité, avec votre nom et votre raison.
trace-by-reference = Par sa référence
trace-reference = Référence du message
trace-reference-hint = Dix lettres et chiffres, lus sous le message par ceux qui l’ont reçu.
trace-reference-wrong = Une référence a dix lettres et chiffres, comme 0W3KD-7QF2A. Vérifiez-la avec la personne qui l’a donnée.
trace-by-sender = Ou par son expéditeur
trace-day = Jour de l’envoi
trace-sender = Nom de l’expéditeur
trace-why = Votre raison
trace-reason = Motif
trace-reason-hint = Par exemple le numéro d’une plainte ou la demande d’une direction. Il est gardé dans le journal de sécurité.
trace-reason-missing = Écrivez pourquoi vous cherchez, en dix caractères au moins.
trace-text = Montrer aussi le texte
trace-text-hint = Seulement si l’enquête en a besoin : c’est une correspondance privée. Le journal dira que vous l’avez lu.
trace-text-title = Le texte
trace-look = Chercher
trace-missing = Écrivez une référence, ou bien une école, un jour et un nom.
trace-uai-missing = Écrivez l’UAI de l’école.
trace-day-missing = Choisissez le jour de l’envoi.
trace-sender-missing = Écrivez le nom de l’expéditeur, ou son début.
trace-nothing = Aucun message de votre territoire ne correspond. La recherche est écrite dans le journal de sécurité.
trace-kept = Cette consultation est écrite dans le journal de sécurité.
trace-fact-sender = Expéditeur : { $name } (identifiant : { $login })
trace-fact-school = École : { $school }
trace-fact-sent = Envoyé { $when }
trace-fact-subject = Objet : { $subject }
trace-fact-recalled = Repris par son expéditeur { $when }
trace-fact-many = { $total } destinataires : seuls les { $shown } premiers sont affichés.
trace-readers = { $count ->
    [one] { $count } destinataire
   *[other] { $count } destinataires
}
trace-reader = Destinataire
trace-delivered = Remis
trace-opened = Ouvert
trace-not-opened = Pas encore
trace-taken-back = Repris avant d’être ouvert
trace-line = { $name }, { $when }
trace-line-about = { $reference } · { $readers }
trace-open = Ouvrir { $reference }
