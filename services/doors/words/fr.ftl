# Words of the doors.

# Signing in and out.
sign-in = Se connecter
sign-in-lead = Une seule porte pour les élèves, les familles et l’équipe de l’école.
login = Identifiant
login-hint = Il est écrit sur la fiche de connexion remise par l’école.
password = Mot de passe
stay = Rester connecté sur cet appareil
stay-hint = Seulement sur un appareil à soi. Les élèves et l’académie se reconnectent à chaque fois.
show = Afficher le mot de passe
hide = Masquer le mot de passe
first-time = Première connexion : activer mon compte
sign-in-refused = L’identifiant ou le mot de passe n’est pas le bon. Attention aux majuscules et aux chiffres. Après plusieurs erreurs, il faut attendre un peu avant de réessayer.
closed-account = Ce compte n’est plus ouvert : il a été fermé. L’école peut dire pourquoi, et le rouvrir.
closed-joined = Ce compte n’est plus ouvert : il a été réuni à un autre. Connectez-vous avec l’identifiant de cet autre compte.
closed-reader = Ce compte n’est plus ouvert : l’invitation de la famille a pris fin. Pour lire de nouveau, demandez-lui une autre invitation.
signed-out = La déconnexion est faite. À bientôt !
child-is-out = C’est fini ! À bientôt.
back-to-sign-in = Revenir à la connexion

# The second step of signing in.
second-step = Deuxième étape
second-step-lead = Ouvrez l’application de codes de votre téléphone, et tapez les six chiffres qu’elle affiche.
second-step-button = Se connecter
second-step-lost = Téléphone perdu ou remplacé ? Demandez de l’aide à l’assistance de votre académie.
second-step-late = Trop de temps a passé. Recommencez avec votre identifiant et votre mot de passe.

# Activation.
activation = Activer mon compte
activation-start = Tout est écrit sur la fiche de connexion remise par l’école : l’identifiant et le code d’activation.
activation-filled = L’identifiant et le code sont remplis. L’identifiant est à noter : il servira à chaque connexion.
activation-code = Code d’activation
activation-code-hint = Huit lettres et chiffres. Les espaces et les majuscules ne comptent pas.
activation-continue = Continuer
activation-done-already = Compte déjà activé ?
activation-refused = L’identifiant ou le code n’est pas le bon, ou le code a déjà servi. Il faut relire la fiche lettre par lettre. Si cela continue, l’école peut donner une nouvelle fiche.
activation-code-over = Ce code n’est plus valable. Il faut en demander un autre à qui a remis la fiche.
activation-late = Trop de temps a passé, ou le code a déjà servi. Il faut recommencer avec la fiche de connexion.
activation-hello = Bonjour { $first-name }
activation-lead = { $who ->
    [tu] Choisis ton mot de passe, puis lis les règles avec un adulte.
   *[vous] Choisissez votre mot de passe, puis lisez et acceptez la charte.
}
activation-charter = { $who ->
    [tu] Les règles de l’ENT
   *[vous] Charte d’utilisation
}
activation-finish = { $who ->
    [tu] Entrer dans l’ENT
   *[vous] Activer mon compte et entrer
}
optional = facultatif

# Two accounts of one person that become one.
joining-kept-question = Déjà un compte ?
joining-kept-explained = Si vous avez déjà un compte Préau pour un autre enfant ou une autre école, gardez-le : tout y sera réuni.
joining-kept-link = J’ai déjà un compte Préau
joining-kept = Garder mon compte
joining-kept-lead = Bonjour { $first-name }. Connectez-vous avec le compte que vous avez déjà : la nouvelle fiche y sera rattachée.
joining-kept-login-hint = Celui du compte que vous voulez garder.
joining-kept-button = Rattacher la fiche à mon compte
joining-own = Ajouter un enfant avec un code
joining-own-lead = Recopiez la fiche de connexion à votre nom remise par l’autre école. Vos enfants seront réunis dans ce compte-ci, que vous gardez.
joining-login-hint = Celui de l’autre fiche ou de l’autre compte, à votre nom.
joining-secret = Code d’activation ou mot de passe
joining-secret-hint = Le code de la fiche. Si vous l’avez déjà utilisée, le mot de passe que vous aviez choisi.
joining-factor-hint = Seulement si cet autre compte a une vérification en deux étapes.
joining-own-button = Rattacher à mon compte
joining-cost = Un seul identifiant restera : celui du compte gardé. Vous pourrez revenir en arrière pendant 30 jours, depuis « Mon foyer ».
joining-back = Revenir sans rien changer
joining-refused = L’identifiant, le code ou le mot de passe n’est pas le bon. Attention aux majuscules et aux chiffres. Après plusieurs erreurs, il faut attendre un peu avant de réessayer.
joining-impossible = Ces deux comptes ne peuvent pas être réunis. Chaque responsable d’un enfant garde son compte, un élève garde le sien, et un compte qui a une mission reste à part. Prenez la fiche à votre nom.
joining-you = C’est bien vous ?
joining-you-lead = Cette fiche est celle { $name }.
joining-you-children = { $count ->
    [one] Un enfant serait réuni à votre compte : { $names }.
   *[other] { $count } enfants seraient réunis à votre compte : { $names }.
}
joining-you-childless = Aucun enfant n’y est rattaché pour l’instant.
joining-you-other = Ce compte-ci est au nom { $name }, la fiche à un autre nom. Si ce n’est pas la vôtre, répondez non : rien n’aura changé. Rendez-la alors à l’école.
joining-you-sure = Je suis bien { $name }
joining-you-unsaid = La fiche est à un autre nom que votre compte. Cochez la case si vous êtes bien cette personne.
joining-you-yes = Oui, c’est moi : réunir
joining-you-no = Non
joining-you-late = Trop de temps a passé, ou la fiche a déjà servi : rien n’a été réuni. Recommencez avec le code.
joining-done = C’est fait : les deux comptes n’en font plus qu’un. Votre identifiant ne change pas.

# Passwords.
password-old = Mot de passe actuel
password-new = Nouveau mot de passe
password-again = Le même mot de passe, une deuxième fois
password-hint = Au moins { $min } caractères : des minuscules, des majuscules, des chiffres et des signes. Ou bien, plus facile à retenir, une longue suite de mots sans rapport entre eux. Évitez votre nom et votre identifiant.
password-hint-pupil = Au moins { $min } lettres et chiffres mélangés. Ou bien trois mots assez longs qui ne vont pas ensemble, avec des espaces entre eux. Ne mets ni ton prénom ni ton nom.
meter-short = Encore un peu court
meter-simple = Encore trop simple : il faut mélanger lettres, chiffres et signes, ou mettre plusieurs mots
meter-good = Bonne longueur et bon mélange
password-too-short = Trop court : il faut au moins { $min } caractères (lettres, chiffres, signes ou espaces). Plusieurs mots sans rapport entre eux se retiennent bien.
password-too-simple = Trop facile à deviner. Il faut ajouter une majuscule, un chiffre ou un signe, ou bien d’autres mots sans rapport entre eux.
password-common = Beaucoup de gens choisissent ce mot de passe : c’est l’un des premiers qu’un voleur essaie. Il faut en inventer un autre, par exemple avec plusieurs mots sans rapport entre eux.
password-identity = Le nom, le prénom et l’identifiant se devinent trop facilement. Il faut les enlever et les remplacer par d’autres mots.
password-repeated = Les mêmes caractères reviennent sans cesse. Il faut les varier, ou prendre plusieurs mots différents.
password-too-long = Ce mot de passe est trop long. Quelques mots suffisent.
password-differs = Les deux mots de passe sont différents. Il faut taper deux fois le même.
password-wrong = Ce n’est pas le mot de passe actuel. Attention aux majuscules et aux chiffres. Après plusieurs erreurs, il faut attendre un peu avant de réessayer.

# What was forgotten.
forgotten-password = Mot de passe oublié
forgotten-password-lead = Si le compte existe et qu’une adresse électronique y est enregistrée, un lien y sera envoyé pour choisir un nouveau mot de passe.
forgotten-login = Identifiant oublié
town-profile = Mairie : demander un profil municipal
class-wall = Le mur de la classe
home-code-door = J’ai un code maison
forgotten-login-lead = Si cette adresse électronique est enregistrée dans l’ENT, l’identifiant y sera envoyé.
login-or-email = Identifiant ou adresse électronique
send-letter = Recevoir le courriel
letter-sent = Si un compte correspond, un courriel vient de partir. Rien dans dix minutes ? Il faut regarder dans les courriers indésirables, puis demander une nouvelle fiche de connexion à l’école.
forgotten-no-email = Aucune adresse enregistrée ?
forgotten-no-email-text = Il faut demander une nouvelle fiche de connexion à l’école. Les élèves la demandent à leur enseignant.
new-password = Choisir un nouveau mot de passe
new-password-lead = { $who ->
    [tu] { $first-name }, choisis ton nouveau mot de passe. Tous tes appareils seront déconnectés.
   *[vous] { $first-name }, choisissez votre nouveau mot de passe. Tous vos appareils seront déconnectés.
}
new-password-button = Enregistrer le mot de passe
new-password-done = Le mot de passe est changé. Il faut maintenant se connecter avec le nouveau.
link-late = Ce lien ne marche plus : il est trop ancien ou a déjà servi. Demandez-en un autre ici.
login-or-email-missing = Il faut écrire un identifiant ou une adresse électronique.
email-missing = Il faut écrire une adresse électronique.

# The account.
account = Mon compte
account-login = { $who ->
    [tu] Ton identifiant :
   *[vous] Votre identifiant :
}
password-change = Changer de mot de passe
password-change-lead = Les autres appareils seront déconnectés.
password-changed = Le mot de passe est changé, et les autres appareils sont déconnectés.
devices = { $who ->
    [tu] Tes appareils
   *[vous] Vos appareils
}
devices-lead = { $who ->
    [tu] Voici où ton compte est ouvert. Si tu ne reconnais pas un appareil, déconnecte-le et dis-le à un adulte.
   *[vous] Voici où votre compte est ouvert. Si vous ne reconnaissez pas un appareil, déconnectez-le et changez de mot de passe.
}
device = { $browser } sur { $system }
device-unknown = Appareil inconnu
device-here = Cet appareil
device-seen = Utilisé { $when }
device-begun = connecté { $when }
device-end = Déconnecter { $device }
device-ended = L’appareil est déconnecté.
devices-end = Déconnecter les autres appareils
devices-ended = Les autres appareils sont déconnectés.

# A telephone lent to a child.
lent-device = Téléphone prêté · { $device }
give-back-child = Tu as fini ? Rends le téléphone à l’adulte qui te l’a prêté.
give-back-lender = Prêté par
give-back-lead = Pour l’adulte : tapez votre mot de passe, et vous revenez à « Mon foyer ».
give-back-button = Revenir à mon espace
give-back-refused = Ce mot de passe n’est pas accepté. Attention aux majuscules et aux chiffres. Après plusieurs essais, attendez une minute ou plus avant de recommencer, même si c’est le bon.
give-back-not-yet = Je n’ai pas fini
give-back-leave = Quitter sans mot de passe
give-back-leave-about = Mot de passe oublié ? Quittez l’espace de l’enfant : la page de connexion permet d’en choisir un autre.

# The address for letters.
email = Adresse électronique
email-title = Adresse électronique
email-hint = Elle sert à retrouver votre identifiant ou à choisir un nouveau mot de passe sans passer par l’école.
email-wrong = Cette adresse est incomplète. Écrivez-la comme prenom.nom@exemple.fr, sans espace.
email-known = Adresse confirmée :
email-none = Aucune adresse n’est confirmée. En cas d’oubli, il vous faudrait demander une nouvelle fiche de connexion à l’école.
email-none-administrator = Aucune adresse n’est confirmée. En cas d’oubli, demandez un nouveau code à l’exploitant.
email-change = Recevoir un courriel pour confirmer l’adresse
email-asked = Un courriel part à cette adresse. Ouvrez le lien qu’il contient dans les 24 heures pour la confirmer.
email-confirm = Confirmer votre adresse
email-confirm-lead = Cette adresse servira à retrouver votre identifiant ou à choisir un nouveau mot de passe : { $address }
email-confirm-button = Confirmer l’adresse
email-confirmed = C’est fait : votre adresse est confirmée.
email-late = Ce lien ne marche plus. Connectez-vous, puis indiquez de nouveau l’adresse dans « Mon compte ».

# The second factor.
second-factor = Vérification en deux étapes
second-factor-must = Votre compte donne accès à de nombreuses écoles : un code de votre téléphone est demandé en plus du mot de passe. Voici comment le régler.
second-factor-may = Un code de votre téléphone est demandé en plus du mot de passe : votre compte reste protégé, même si quelqu’un découvre votre mot de passe.
second-factor-first = D’abord, sur votre téléphone
second-factor-first-text = Installez une application de codes, par exemple FreeOTP. Avec elle, scannez ce carré noir et blanc.
second-factor-qr = Code QR à scanner avec l’application de codes
second-factor-by-hand = Si vous ne pouvez pas le scanner, tapez cette clé dans l’application :
second-factor-then = Ensuite, le code affiché
second-factor-code = Code à six chiffres
second-factor-code-hint = Il change toutes les trente secondes : tapez celui que l’application affiche maintenant.
second-factor-wrong = Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant, puis tapez-le. Vérifiez aussi que votre téléphone est à l’heure.
second-factor-confirm = Activer la vérification
second-factor-done = C’est fait : le code de votre téléphone sera demandé à chaque connexion.
second-factor-later = C’est fait : le code de votre téléphone sera demandé à chaque connexion. Dans 24 heures, il servira aussi à montrer que c’est bien vous.
second-factor-added = Un second facteur vient d’être ajouté à votre compte
address-added = Une adresse électronique vient d’être ajoutée à votre compte
added-about = Si ce n’est pas vous, changez votre mot de passe sans attendre et prévenez l’école, ou l’académie si vous n’êtes d’aucune école.
look-at-account = Vérifier
second-factor-is-set = Elle est active : un code de votre téléphone est demandé à chaque connexion.
second-factor-is-not-set = Elle n’est pas active : seul votre mot de passe protège votre compte.
second-factor-set = Activer la vérification
second-factor-replace = Changer de téléphone

# Showing that one is there, before what could harm many people.
verification = Vérifier que c’est bien vous
verification-by-letter = Avant d’aller plus loin, montrez que c’est bien vous : un code à six chiffres peut être envoyé à votre adresse électronique confirmée.
verification-by-nothing = Avant d’aller plus loin, il faut montrer que c’est bien vous, et votre compte n’a encore ni téléphone ni adresse électronique confirmée. Réglez d’abord l’un des deux.
verification-later = Un téléphone ou une adresse a été ajouté à votre compte il y a moins de 24 heures. Pour que personne d’autre que vous n’en profite, il ne sert à montrer que c’est bien vous qu’après ce délai : { $when }.
verification-delay = Pour que personne d’autre que vous n’en profite, ce que vous ajoutez maintenant ne sert à montrer que c’est bien vous qu’après 24 heures. Si c’est urgent, demandez à l’académie d’agir à votre place.
verification-send = Recevoir un code par courriel
verification-sent = Un code vient de partir. Il est valable dix minutes.
verification-just-sent = Un code est parti il y a moins de deux minutes. Regardez dans votre boîte, et dans les courriers indésirables.
verification-code-hint = Celui du dernier courriel reçu. Il est valable dix minutes, dans ce navigateur.
verification-wrong = Ce code n’est pas le bon, ou il n’est plus valable. Après plusieurs erreurs, il faut attendre un peu avant de réessayer.
verification-button = Continuer
verification-done = C’est vérifié : vous pouvez continuer pendant un quart d’heure.
verification-address = Confirmer une adresse électronique
verification-kept = Ce que vous étiez en train de faire est conservé.

# Letters.
letter-not-you = Si vous n’avez rien demandé, ne faites rien : rien ne changera. Si cela se répète, prévenez l’école.
letter-email-subject = Confirmez votre adresse électronique
letter-email =
    Cette adresse a été indiquée pour le compte { $login } de l’ENT de l’école. Pour la confirmer, ouvrez ce lien dans les 24 heures :

    { $link }
letter-reset-subject = Choisir un nouveau mot de passe
letter-reset = Vous avez demandé à choisir un nouveau mot de passe pour l’ENT de l’école.
letter-reset-line =
    { $first-name }, identifiant { $login }, ouvrez ce lien :
    { $link }
letter-reset-hour = Un lien marche une heure, et une seule fois. Ne le transmettez à personne.
letter-login-subject = Votre identifiant
letter-login = Vous avez demandé à retrouver votre identifiant de l’ENT de l’école. Voici ce qui est enregistré pour cette adresse :
letter-login-line = { $first-name } : { $login }
letter-login-address = Pour vous connecter : { $address }
letter-email-changed-subject = Votre adresse électronique a changé
letter-email-changed =
    L’adresse électronique de votre compte { $login } de l’ENT de l’école vient d’être remplacée. Vous ne recevrez plus de message ici.

    Ce n’était pas vous ? Prévenez l’école sans attendre.
letter-second-factor-subject = Un second facteur a été ajouté à votre compte
letter-second-factor =
    Un téléphone vient d’être choisi pour la vérification en deux étapes du compte { $login }.
    Si ce n’est pas vous, quelqu’un connaît votre mot de passe : changez-le sans attendre, puis prévenez l’école, ou l’académie si vous n’êtes d’aucune école.
letter-joined-subject = Deux comptes ont été réunis
letter-joined =
    Les comptes { $kept } et { $other } de l’ENT viennent d’être réunis. On se connecte désormais avec l’identifiant { $kept }.

    Si ce n’est pas vous, prévenez l’école sans attendre. La réunion s’annule pendant 30 jours, depuis « Mon foyer ».
letter-verification-subject = Votre code de vérification
letter-verification = Voici le code à taper dans l’ENT pour montrer que c’est bien vous :
letter-verification-end = Il est valable dix minutes. Ne le donnez à personne : ni l’école ni l’académie ne vous le demanderont. Si vous n’êtes pas en train d’utiliser l’ENT, quelqu’un connaît votre mot de passe : changez-le sans attendre.
letter-renewed-subject = Un nouveau code vous attend à l’école
letter-renewed =
    Un nouveau code a été préparé pour votre compte { $login } ({ $school }). Votre mot de passe ne marche plus, et vos appareils ont été déconnectés.

    Pour revenir, activez votre compte avec le code de la nouvelle fiche de connexion que l’école vous remettra. Si vous ne vous y attendiez pas, prévenez la direction de l’école.
letter-invitation-subject = Votre compte dans l’ENT de l’école
letter-invitation = Un compte vous attend, { $name }, dans l’ENT de l’école { $school }.
letter-invitation-lines =
    Votre identifiant : { $login }
    Votre code d’activation : { $code }
    Il est valable jusqu’au { $day }.
letter-invitation-link =
    Pour activer votre compte, ouvrez cette adresse :
    { $link }
letter-invitation-end = Ce code ouvre votre compte : ne le donnez à personne, et ne transférez pas ce courriel. Si ce courriel ne vous est pas destiné, supprimez-le et prévenez l’école.
letter-replaced-subject = Votre mot de passe a été remplacé
letter-replaced =
    Le mot de passe de votre compte { $login } ({ $school }) a été remplacé par { $by } le { $day }. Vos appareils ont été déconnectés.

    Le nouveau mot de passe vous est remis en main propre ; il vous faudra en choisir un autre à votre prochaine connexion. Si ce n’est pas attendu, prévenez la direction de l’école.
letter-blocked-subject = Votre compte est bloqué
letter-blocked =
    Votre compte { $login } ({ $school }) a été bloqué par { $by } le { $day }, pour ce motif :

    { $reason }

    Vous ne pouvez plus vous connecter. Pour en parler, adressez-vous à la direction de l’école.
letter-unblocked-subject = Votre compte est débloqué
letter-unblocked = Votre compte { $login } ({ $school }) a été débloqué par { $by }. Vous pouvez vous connecter avec votre mot de passe.
letter-mass-renewed =
    Les accès à l’ENT ont été renouvelés à l’école. Votre compte { $login } ({ $school }) est concerné : depuis le { $day }, le mot de passe et les codes remis avant ne marchent plus, et vos appareils ont été déconnectés. Le motif :

    { $reason }

    Pour revenir, activez votre compte avec le code de la nouvelle fiche de connexion que l’école vous remettra.

# Connection sheets.
sheets = Fiches de connexion
sheets-of = Fiches de connexion · { $place }
sheets-title = Fiches de connexion · { $place }
sheets-team = L’équipe de l’école
sheets-for = Pour qui sont les fiches
sheets-families = Familles
sheets-pupils = Élèves
sheets-families-lead = Une page pour chaque responsable légal d’un élève. Chacun a son propre identifiant, même dans un même foyer.
sheets-pupils-lead = Une carte de connexion pour chaque élève, à découper et à lui remettre : elle ouvre son compte. Ce n’est pas le badge des tablettes, qui reste en classe.
sheets-team-lead = Une page pour chaque personne qui travaille à l’école ou y intervient.
sheets-counted = { $total ->
    [one] { $total } fiche
   *[other] { $total } fiches
}, { $active ->
    [one] { $active } compte actif
   *[other] { $active } comptes actifs
}
sheets-print = { $total ->
    [one] Imprimer la fiche
   *[other] Imprimer les { $total } fiches
}
sheets-nobody = Personne n’est encore dans l’annuaire pour ces fiches. Elles seront prêtes après la prochaine livraison de l’académie, ou dès que la direction aura envoyé les fichiers d’ONDE de l’école.
sheets-same-codes = Un code est valable trois mois, jusqu’au jour écrit sur la fiche. Imprimer de nouveau ne change pas un code encore valable : la fiche déjà remise reste bonne. Un code périmé est remplacé. Remettez chaque fiche en main propre, car elle ouvre un compte.
sheets-who = Comptes
sheets-who-lead = « Jamais connecté » : la fiche est à imprimer ou à remettre, ou son code attend d’être utilisé. « Actif » : la personne a choisi son mot de passe. Si elle l’a perdu, renouvelez son code.
sheets-active = Actif
sheets-waiting = Jamais connecté
sheets-renew = Renouveler le code pour { $name }
sheets-renew-cost = Le mot de passe { $of-name } ne marchera plus et ses appareils seront déconnectés, jusqu’à ce que vous lui remettiez une nouvelle fiche.
sheets-renew-now = Donner un nouveau code à { $name }
sheets-opens-elsewhere = Le compte { $of-name } ouvre aussi une autre école : seule la direction peut renouveler son code. Si une adresse électronique y est confirmée, « Mot de passe oublié » suffit, sur la page de connexion.
sheets-renewed = C’est fait, un nouveau code est prêt : { $name }. Imprimez sa fiche, et remettez-la en main propre.
responsible-of = Responsable légal de l’élève { $child }
sheets-format = Format des fiches
sheets-format-page = Une page par personne, avec les explications
sheets-format-eight = 8 par page, à découper

# The accounts of a class or a school.
accounts = Comptes
accounts-of = Comptes · { $place }
accounts-lead = Qui est déjà entré dans l’ENT, qui a été invité, et qui n’a pas pu être joint.
accounts-views = Personnes affichées
accounts-states = État des comptes
accounts-all = Élèves et familles
accounts-team = Équipe
accounts-total = Tous ({ $count })
accounts-count = { $state } ({ $count })
accounts-invited = Invité
accounts-unreached = Injoignable
accounts-blocked = Bloqué
accounts-pupil = Élève
accounts-read-with = lu avec le compte { $name }
task-borne = La fiche { $sheet } est lue avec le compte { $bearer }
task-borne-about = La personne a tapé le code de cette fiche, et dit que c’était la sienne. Si c’est une erreur, demandez-lui de séparer les deux comptes depuis « Mon foyer », dans les 30 jours.
accounts-seen = Vu le { $day }
accounts-invited-on = Invité le { $day }
accounts-nobody = Personne à afficher ici.
accounts-chosen = Imprimer ou écrire à plusieurs
accounts-chosen-lead = Cochez des noms dans la liste au-dessous, ou la case « Tous les comptes affichés », puis imprimez leurs fiches ou écrivez-leur. Seules les personnes qui ne sont jamais entrées reçoivent un courriel ; les élèves reçoivent leur fiche en main propre.
accounts-whole = { $count ->
    [one] Le compte affiché
   *[other] Tous les comptes affichés ({ $count })
}
accounts-print = Imprimer les fiches choisies
accounts-send = Envoyer un courriel aux personnes choisies
accounts-send-never = { $count ->
    [one] Envoyer un courriel à la personne jamais invitée
   *[other] Envoyer un courriel aux { $count } personnes jamais invitées
}
accounts-pages = Pages des comptes
accounts-page-before = Précédente
accounts-page-after = Suivante
accounts-act = Agir
accounts-act-for = pour { $name }
accounts-print-one = Imprimer la fiche : { $name }
accounts-print-new = Imprimer sa fiche
accounts-new-code = Un nouveau code est prêt : { $name }
accounts-send-one = Envoyer un courriel à { $name }
accounts-nobody-chosen = Personne n’est choisi. Cochez au moins un nom, puis recommencez.
accounts-sent = { $count ->
    [one] { $count } courriel part avec l’identifiant et le code.
   *[other] { $count } courriels partent avec l’identifiant et le code.
}
accounts-sent-but = { $sent } { $left ->
    [one] { $left } personne n’en reçoit pas : aucune adresse connue, ou un courriel est parti à l’instant.
   *[other] { $left } personnes n’en reçoivent pas : aucune adresse connue, ou un courriel est parti à l’instant.
}
accounts-sent-lost = { $sent } { $count ->
    [one] { $count } responsable ou membre de l’équipe est sans adresse connue : voyez « Sans adresse ».
   *[other] { $count } responsables ou membres de l’équipe sont sans adresse connue : voyez « Sans adresse ».
}
accounts-unaddressed = Sans adresse
accounts-send-title = Envoyer des courriels
accounts-send-count = { $count ->
    [one] { $count } courriel va partir.
   *[other] { $count } courriels vont partir.
}
accounts-send-what = Chacun contient l’identifiant de la personne, son code et le lien qui ouvre son compte. Aucun nom d’enfant n’y figure.
accounts-send-whom = À qui
accounts-send-lost = { $count ->
    [one] { $count } personne n’a pas d’adresse connue : sa fiche est à remettre en main propre.
   *[other] { $count } personnes n’ont pas d’adresse connue : leurs fiches sont à remettre en main propre.
}
accounts-send-now = { $count ->
    [one] Envoyer le courriel
   *[other] Envoyer les { $count } courriels
}
accounts-sent-none = Aucun courriel ne part : ces personnes sont déjà entrées, n’ont pas d’adresse connue, ou en ont reçu un à l’instant.
accounts-how = « Jamais connecté » : le code n’a pas encore été remis ; le compte s’ouvre avec la première fiche. « Invité » : la fiche a été imprimée ou le courriel est parti. « Injoignable » : invité depuis plus de 30 jours sans être entré, ou le courriel est revenu. Seul le jour de la dernière visite est conservé.
accounts-back = Revenir aux comptes
accounts-team-sheets = Fiches de l’équipe

# A temporary password.
temporary = Mot de passe provisoire
temporary-ask = Donner un mot de passe provisoire à { $name }
temporary-title = Mot de passe provisoire · { $name }
temporary-cost = Le mot de passe { $of-name } ne marchera plus et ses appareils seront déconnectés. La personne en est prévenue.
temporary-give = Donner un mot de passe provisoire à { $name }
temporary-shown-once = Notez-le maintenant : il n’est affiché qu’une fois et n’est conservé nulle part en clair.
temporary-must-change = Il sert une seule fois, dans les sept jours : à la première connexion, il faudra en choisir un autre. Remettez-le en main propre.
temporary-kept = Cet élève n’a pas à en choisir un autre : gardez ce mot de passe à l’abri des regards, comme sa fiche.
temporary-over = Ce mot de passe provisoire n’est plus valable. Il faut en demander un autre à qui l’a remis.
temporary-again = C’est le mot de passe provisoire. Il faut en choisir un autre.

# Closing an account.
block-title = Bloquer un compte
block-ask = Bloquer le compte : { $name }
block-cost = Les appareils { $of-name } seront déconnectés et son compte n’ouvrira plus rien, jusqu’à ce que vous le débloquiez. La personne est prévenue, avec votre motif.
block-reason = Pourquoi bloquer ce compte
block-now = Bloquer le compte : { $name }
block-done = Le compte { $of-name } est bloqué.
block-elsewhere = Le compte { $of-name } ouvre aussi une autre école : demandez à l’académie de le bloquer.
unblock-title = Débloquer un compte
unblock-ask = Débloquer le compte : { $name }
unblock-lead = { $name } pourra de nouveau se connecter avec son mot de passe.
unblock-now = Débloquer le compte : { $name }
unblock-done = Le compte est débloqué.

# New codes for many at once.
mass-title = Renouveler des accès
mass-lead = École { $school }. À faire quand des fiches ou des mots de passe ont pu tomber entre de mauvaises mains. Choisissez d’abord pour qui.
mass-whose = Pour qui
mass-pupils = Élèves · { $place }
mass-families = Familles · { $place }
mass-team = Équipe · { $place }
mass-counted = { $count ->
    [one] { $count } compte concerné
   *[other] { $count } comptes concernés
}
mass-left = { $count ->
    [one] { $count } compte est laissé de côté : c’est le vôtre, ou il ouvre davantage que cette école.
   *[other] { $count } comptes sont laissés de côté : le vôtre, et ceux qui ouvrent davantage que cette école.
}
mass-cost = Les mots de passe et les codes de ces comptes ne marcheront plus, leurs appareils seront déconnectés. L’école imprimera de nouvelles fiches. Chacun est prévenu par courriel quand une adresse est connue.
mass-prove = Vérifier que c’est bien vous
mass-wait = Votre compte n’a encore ni téléphone ni adresse électronique confirmée : ce que vous ajoutez maintenant ne sert ici qu’après 24 heures. Si c’est urgent, demandez à l’académie : elle peut renouveler ces accès dès maintenant.
mass-later = Le téléphone ou l’adresse de votre compte est trop récent : il ne sert ici qu’après 24 heures ({ $when }). Si c’est urgent, demandez à l’académie : elle peut renouveler ces accès dès maintenant.
mass-reason = Motif
mass-reason-hint = Il est conservé, et écrit aux personnes concernées : n’y nommez personne.
mass-count = Pour confirmer, tapez le nombre de comptes concernés ({ $count })
mass-count-wrong = Ce n’est pas le nombre de comptes concernés. Il y en a { $count }.
mass-nobody = Aucun compte n’est à renouveler ici.
mass-renew = { $count ->
    [one] Renouveler l’accès de { $count } compte
   *[other] Renouveler les accès de { $count } comptes
}
mass-done = { $count ->
    [one] L’accès de { $count } compte est renouvelé. Les nouvelles fiches sont à imprimer et à remettre.
   *[other] Les accès de { $count } comptes sont renouvelés. Les nouvelles fiches sont à imprimer et à remettre.
}

# What those in charge did to an account, as its owner reads it.
acts-title = { $who ->
    [tu] Ce que l’école a fait sur ton compte
   *[vous] Ce que l’école a fait sur votre compte
}
acts-about = { $who ->
    [tu] Si tu ne t’y attendais pas, dis-le à un adulte.
   *[vous] Si ce n’est pas attendu, changez votre mot de passe et prévenez la direction de l’école.
}
acts-what = Acte
acts-when = Date
act-by-somebody = quelqu’un de l’école
act-renewed = { $who ->
    [tu] Un nouveau code a été préparé pour toi par { $by } le { $day }.
   *[vous] Un nouveau code a été préparé pour vous par { $by } le { $day }.
}
act-replaced = { $who ->
    [tu] Ton mot de passe a été remplacé par { $by } le { $day }.
   *[vous] Votre mot de passe a été remplacé par { $by } le { $day }.
}
act-blocked = { $who ->
    [tu] Ton compte a été bloqué par { $by } le { $day }.
   *[vous] Votre compte a été bloqué par { $by } le { $day }.
}
act-unblocked = { $who ->
    [tu] Ton compte a été débloqué par { $by } le { $day }.
   *[vous] Votre compte a été débloqué par { $by } le { $day }.
}

act-phrase = { $who ->
    [tu] Une phrase de trois mots t’a été donnée par { $by } le { $day }.
   *[vous] Une phrase de trois mots vous a été donnée par { $by } le { $day }.
}
child-phrase = { $child } a une nouvelle phrase de trois mots pour se connecter, donnée par { $by } le { $day }.
child-phrase-about = Si ce n’est pas attendu, parlez-en à la direction de l’école.

# Administrators, from the terminal.
login-impossible = Un identifiant s’écrit avec 3 à 60 lettres sans accent, chiffres, points ou traits d’union.
academy-impossible = Indiquez le code de l’académie, à deux chiffres, par exemple 16 ; ou « region » pour toute la région.
role-impossible = Indiquez une mission : academy-admin, scheme-officer, data-officer, help-agent, district-admin, district-adviser, town-officer ou town-editor.
scope-impossible = Indiquez un territoire : region, academy:16, department:031, district:16:790001 ou town:031:montaubrac.

# The charter: the pages.
charter = Charte d’utilisation
charter-lead = { $who ->
    [tu] Voici ce que chacun respecte dans l’ENT, les enfants comme les adultes.
   *[vous] Voici ce que chacun s’engage à respecter dans l’ENT.
}
charter-first = { $who ->
    [tu] Pour continuer, il faut accepter ces règles. Si tu ne comprends pas quelque chose, demande à un adulte.
   *[vous] Pour continuer, il faut accepter cette charte. La date de votre accord est conservée.
}
charter-accept = { $who ->
    [tu] Accepter les règles
   *[vous] Accepter la charte
}
charter-accept-box = { $who ->
    [tu] J’ai lu les règles et je promets de les suivre.
   *[vous] J’ai lu la charte et je l’accepte.
}
charter-accepted = { $who ->
    [tu] Merci, tu as accepté les règles de l’ENT.
   *[vous] Merci, la charte est acceptée.
}
charter-needed = Pour entrer, il faut accepter ces règles en cochant la case.

# The four wordings of the charter. Somebody accepted these very texts: whoever changes one, its title or its lead too,
# raises the version of its wording in base/school/src/charter.rs. Those it is for are then asked again, and nobody else.
# A test of app/tests/tidy/charter.rs keeps each wording under its version, and fails when one changed without it.

# The charter for pupils.
charter-pupils = Les règles de l’ENT, pour les élèves
charter-pupils-lead = L’ENT est un endroit de ton école, comme la cour ou la bibliothèque. Ces règles sont là pour que tout le monde s’y sente bien. Lis-les avec un adulte.
pupils-secret = Garde ton mot de passe secret
pupils-secret-text = Ne le dis à personne, même pas à tes amis. Utilise toujours ton compte, jamais celui d’un autre. Si quelqu’un connaît ton mot de passe, dis-le à ton enseignant : tu en choisiras un nouveau.
pupils-kind = Respecte les autres
pupils-kind-text = Écris comme si la personne était devant toi : sans moquerie, sans gros mots, sans menace. Se mettre à plusieurs contre quelqu’un, c’est du harcèlement. C’est interdit, même pour rire.
pupils-pictures = Demande avant de montrer quelqu’un
pupils-pictures-text = Avant de prendre une photo, une vidéo ou la voix de quelqu’un, demande-lui, et demande à ton enseignant. Si la personne dit non, c’est non. Les photos de la classe restent dans l’ENT.
pupils-copy = Respecte le travail des autres
pupils-copy-text = Un texte, un dessin ou une musique appartient à la personne qui l’a fait. Si tu veux t’en servir, demande la permission et écris son nom. Ne change pas et n’efface pas le travail d’un camarade.
pupils-private = Garde ta vie privée pour toi
pupils-private-text = N’écris pas ton adresse, ton numéro de téléphone ni les secrets de ta famille. Ne raconte pas non plus la vie des autres.
pupils-adult = Parle à un adulte si quelque chose te gêne
pupils-adult-text = Si tu vois quelque chose qui te fait peur, qui te rend triste ou qui te paraît bizarre, ce n’est pas ta faute. Arrête-toi, et dis-le à ton enseignant ou à ta famille. Tu peux aussi appuyer sur « Signaler », ou appeler le 3018 : c’est gratuit.
pupils-care = Prends soin de ce qu’on te prête
pupils-care-text = L’ENT t’est prêté pour apprendre, comme les tablettes et les ordinateurs. Déconnecte-toi quand tu as fini. Si tu ne suis pas ces règles, l’école en parlera avec toi et ta famille, et pourra fermer ton compte. Quand tu quitteras l’école, ton compte n’ouvrira plus rien.

# The charter for families.
charter-families = Charte des familles
charter-families-lead = L’ENT relie votre famille à l’école de vos enfants. Il est ouvert à celles et ceux qui acceptent ces règles.
families-access = Un accès personnel, prêté par l’école
families-access-text = Votre compte sert à suivre la scolarité de vos enfants. Chaque responsable légal a le sien : il ne se prête pas et ne se donne pas. Quand vos enfants quittent l’école, votre compte ne donne plus accès à rien. L’académie garde alors vos données et les supprime selon son calendrier ; vous pouvez demander leur effacement. Le compte de votre enfant est le sien : accompagnez-le, sans écrire à sa place.
families-password = Un mot de passe gardé secret
families-password-text = Choisissez un mot de passe solide et ne le donnez à personne. Ni l’école ni l’académie ne vous le demanderont, par téléphone ou par message. Si vous le perdez, ou si quelqu’un a pu le connaître, changez-le et prévenez l’école.
families-pictures = Des images qui restent dans l’ENT
families-pictures-text = Les photos, les voix et les travaux des enfants sont partagés avec les familles de la classe, et avec elles seules. Ne les publiez pas ailleurs, ne les transmettez pas : chaque enfant a droit à son image et à son travail. Pour votre enfant, vous pouvez revenir à tout moment sur une autorisation, en vous adressant à l’école.
families-respect = Le respect de chacun
families-respect-text = Écrivez avec courtoisie. La loi interdit et punit notamment l’injure, la diffamation, la menace, le harcèlement, la discrimination, l’incitation à la haine et l’atteinte à la vie privée. Un contenu contraire à la loi ou à cette charte est retiré, et l’accès de son auteur peut être suspendu.
families-neutral = Un service public
families-neutral-text = L’ENT sert à la vie de l’école. Il n’accueille ni publicité, ni commerce, ni expression politique ou religieuse.
families-hours = La pause numérique
families-hours-text = Vous pouvez lire et écrire quand vous voulez. Ce qui est écrit le soir ou en fin de semaine est remis à la prochaine ouverture, et personne n’a à répondre avant. Pour une urgence, téléphonez à l’école.
families-report = Signaler et demander de l’aide
families-report-text = Si un contenu vous paraît blessant ou déplacé, signalez-le depuis sa page : l’école le lira et pourra le retirer. Pour une difficulté avec l’ENT ou avec votre compte, adressez-vous à l’école.
families-data = Vos données et vos droits
families-data-text = L’ENT utilise votre identité, votre lien avec vos enfants et ce que vous y écrivez, pour la mission d’éducation de l’école et pour rien d’autre. Les connexions et les actions importantes sont gardées dans un journal de sécurité. Vous pouvez consulter vos données, les faire corriger ou vous opposer à leur usage : adressez-vous à la direction de l’école ou au délégué à la protection des données de l’académie. Vous pouvez aussi saisir la CNIL.

# The charter for staff.
charter-staff = Charte des personnels
charter-staff-lead = L’ENT est un outil de travail au service des élèves et de leurs familles. Ces règles s’ajoutent à vos obligations professionnelles.
staff-access = Un accès personnel, lié à vos fonctions
staff-access-text = Votre compte vous est prêté pour votre travail. Il ne se partage pas, même avec un collègue ou un remplaçant : chacun a le sien. Ne consultez que ce qui est utile à vos fonctions. Quand elles prennent fin, le compte ne donne plus accès à rien. L’académie garde alors vos données et les supprime selon son calendrier ; vous pouvez demander leur effacement.
staff-password = Un mot de passe digne de ce qu’il protège
staff-password-text = Votre compte donne accès à des données d’enfants. Choisissez un mot de passe solide, qui ne sert nulle part ailleurs, et ne le donnez à personne. Déconnectez-vous des postes partagés. Remettez les fiches de connexion en main propre. En cas de perte ou de doute, changez de mot de passe et prévenez la direction.
staff-publishing = Publier en connaissance de cause
staff-publishing-text = Relisez ce que vous publiez et ce que vos élèves proposent. La direction veille à ce qui est publié, et peut retirer un contenu en disant pourquoi. La loi interdit et punit notamment l’injure, la diffamation, le harcèlement, la discrimination, l’incitation à la haine, l’apologie de crimes et l’atteinte à la vie privée.
staff-pictures = L’image et la voix des élèves
staff-pictures-text = Ne publiez une photo, une vidéo ou une voix que dans les limites de ce que les responsables légaux ont autorisé. Vérifiez-le avant chaque publication, et retirez sans attendre ce qu’on vous demande de retirer. N’indiquez ni nom de famille ni détail qui permettrait de retrouver un enfant.
staff-works = Les œuvres et les travaux
staff-works-text = Les travaux d’un élève lui appartiennent : publiez-les avec son accord et celui de ses responsables légaux. Pour les textes, images, musiques et films, respectez le droit d’auteur et les limites de l’exception pédagogique, et citez vos sources.
staff-neutral = Neutralité et discrétion
staff-neutral-text = Vos écrits respectent la laïcité, la neutralité du service public, la discrétion professionnelle et la dignité de chacun. L’ENT ne sert à aucun usage commercial, politique ou religieux.
staff-hours = La pause numérique
staff-hours-text = Vous pouvez écrire quand vous voulez : ce qui s’adresse aux élèves et aux familles est remis aux heures de l’école. Personne n’a à lire ni à répondre en dehors de son temps de travail, et vous non plus.
staff-data = Les données personnelles
staff-data-text = N’écrivez dans l’ENT rien sur la santé, le handicap ou la situation sociale d’un élève. N’en sortez pas de données sans nécessité. Signalez sans attendre à la direction toute perte ou toute fuite. Les connexions et les actions importantes sont gardées dans un journal de sécurité. Pour vos propres données, vous pouvez les consulter, les faire corriger ou vous opposer à leur usage auprès du délégué à la protection des données de l’académie, et saisir la CNIL.
staff-sanctions = En cas de manquement
staff-sanctions-text = L’accès peut être suspendu, et les contenus contraires à cette charte retirés. Un manquement peut entraîner les suites disciplinaires et pénales prévues par la loi.

# The charter for those a family lets read.
charter-readers = Charte des proches invités
charter-readers-lead = Une famille vous ouvre ce que la classe de son enfant partage avec elle. L’ENT est ouvert à celles et ceux qui acceptent ces règles.
readers-access = Un accès prêté par une famille
readers-access-text = Vous lisez ce que la classe raconte aux familles, et rien d’autre de l’école. Votre compte est à vous : il ne se prête pas. Les responsables de l’enfant peuvent fermer cet accès n’importe quel jour, sans avoir à s’en expliquer.
readers-password = Un mot de passe gardé secret
readers-password-text = Choisissez un mot de passe solide et ne le donnez à personne. Ni l’école ni l’académie ne vous le demanderont, par téléphone ou par message. Si quelqu’un a pu le connaître, changez-le et prévenez la famille.
readers-pictures = Des images qui restent dans l’ENT
readers-pictures-text = Vous voyez les photos, les voix et les travaux de toute une classe, et d’autres familles vous font confiance. Ne les publiez nulle part et ne les transmettez à personne : chaque enfant a droit à son image et à son travail.
readers-discretion = Ce que vous lisez, gardez-le pour vous
readers-discretion-text = Ce qui se passe dans la classe appartient aux enfants, à leurs familles et à l’école. Parlez-en avec l’enfant et les siens, pas en public ni sur les réseaux sociaux.
readers-data = Vos données et vos droits
readers-data-text = L’ENT utilise votre nom, votre adresse électronique et le lien que la famille a indiqué, pour vous laisser lire et pour rien d’autre. Les connexions et les actions importantes sont gardées dans un journal de sécurité. Vous pouvez consulter vos données, les faire corriger ou vous opposer à leur usage : adressez-vous au délégué à la protection des données de l’académie. Vous pouvez aussi saisir la CNIL.

# How long things are kept.
retention-letters = Courriels de mot de passe et d’adresse déjà demandés
retention-letters-why = Depuis la demande : cela sert à ne pas en envoyer trop.
retention-invitations = Invitations à activer un compte
retention-invitations-why = Depuis la fiche imprimée ou le courriel : cela sert à voir qui n’a pas pu être joint.
retention-acts = Codes, mots de passe provisoires et blocages, par compte
retention-acts-why = Depuis l’acte : la personne peut savoir qui a touché à son compte.
retention-temporary = Mots de passe provisoires déjà remplacés
retention-temporary-why = Depuis leur remise : un mot de passe remplacé ne sert plus à rien.
