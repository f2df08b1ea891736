"""Words that say nothing of what a recommendation is about: articles, prepositions, and the frame it is put in.

Written from the grammars of the languages; Chinese needs none here, because its words are compared as pairs of
characters and common pairs weigh little.
"""

from functools import cache

from hrdesk.language.analysis import analyse

_WORDS = {
    "en": "a an the of to in on at by for from with without within into upon between among through during before after"
    " and or but nor as than that this these those which who whom whose what when where whereby while if so such it its"
    " they them their he she his her we our us you is are was were be been being has have had having do does did will"
    " would shall should can could may might must not no any all each every other others another both same more most"
    " also only very own there here then thus however including include includes regard respect order et al etc"
    " recommended proposed suggested agreed decided encouraged expressed view participants possible",
    "fr": "le la les l un une des du de d à au aux en dans sur par pour avec sans entre sous vers chez et ou mais ni ne"
    " pas que qui dont où quoi ce cet cette ces se s il elle ils elles leur leurs son sa ses nous notre nos vous on y"
    " est sont était étaient été être a ont avait avaient avoir sera seront devrait devraient doit doivent pourrait"
    " pourraient peut peuvent plus aussi même autres autre tout tous toute toutes chaque afin ainsi lors notamment"
    " recommandé proposé suggéré convenu décidé encouragé exprimé avis participants",
    "es": "el la los las lo un una unos unas de del a al en por para con sin entre sobre bajo hacia hasta desde y e o u"
    " pero ni no que quien quienes cual cuales cuyo donde cuando como se su sus le les nos nuestro es son era eran fue"
    " fueron ser sido está están ha han había haber debería deberían debe deben podría podrían puede pueden más también"
    " mismo misma otros otras otro otra todo todos toda todas cada así fin incluso incluidos"
    " recomendó recomendado propuso sugirió acordó decidió alentó expresaron opinión participantes",
    "ru": "и в во на с со к ко о об от до из за по под над при для без между через у не ни но а или что чтобы как это"
    " этот эта эти тот та те который которая которые которых их его ее она он они оно мы наш свой своих быть был была"
    " были будет будут есть является должны должен должна следует может могут мог бы также более другие других другой"
    " все всех каждый в том числе целях рекомендовано рекомендовали предложено предложили решили договорились"
    " участники мнение высказали",
    "ar": "في من إلى على عن مع بين بعد قبل خلال عند حول دون و أو ثم أن إن لا لم لن ما هذا هذه ذلك تلك التي الذي الذين"
    " هو هي هم كان كانت يكون تكون قد كل جميع بعض غير أي ينبغي يمكن يجب يتعين أوصى اقترح اتفق قرر المشاركون كما أيضا"
    " ذات بما فيها أجل",
}


@cache
def function_words(language: str) -> frozenset[str]:
    """Give the function words of a language as they are compared: their stems."""
    exact, found = analyse(_WORDS.get(language, ""), language)
    return frozenset((*exact.split(), *found.split()))
