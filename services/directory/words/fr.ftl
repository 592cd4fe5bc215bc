# Words of the directory.

unknown-record = La fiche à modifier ou à supprimer est inconnue : demandez une livraison complète.
repeated-record = Cette fiche est présente deux fois dans la livraison ; la dernière est gardée.
repeated-uai = Une autre école de la livraison a déjà cet UAI.
unknown-school = L’école citée n’est pas dans la livraison ; la valeur est ignorée.
shared-ine = Cet INE est porté par deux élèves ; les deux sont gardés, vérifiez dans ONDE.
class-renamed = Cette classe porte deux noms dans la livraison ; le dernier est gardé.
class-of-two-schools = Cette classe est citée dans deux écoles ; la première la garde.
unknown-guardian = Le responsable cité n’est pas dans la livraison ; le lien est ignoré.
delta-without-full = Aucune livraison complète de cette académie n’a encore été appliquée : commencez par elle.
delta-too-old = Cette livraison partielle du { $date } n’est pas plus récente que la dernière appliquée ({ $last }) : elle est ignorée.
delta-after-gap = La dernière livraison appliquée est du { $last }, celle-ci du { $date } : il en manque sans doute. Demandez une livraison complète, ou confirmez.
full-too-old = Cette livraison complète du { $date } est plus ancienne que la dernière appliquée ({ $last }).
school-vanishes = { $leaving } personnes sur { $known } disparaîtraient de l’école { $name } ({ $uai }).
academy-unknown = La livraison ne dit pas de quelle académie elle vient : précisez-la.
academy-mismatch = La livraison vient de l’académie { $found }, alors que l’académie { $expected } est attendue.
pupils-of-school = Tous les élèves
staff-of-school = L’équipe de l’école
families-of = Familles · { $name }
level-of-class = { $level } · { $class }
