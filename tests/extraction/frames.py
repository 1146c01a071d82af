"""A small ontology of the tests' own, so that they do not depend on how our frames are worded."""

from pathlib import Path

from kg.ontology import Ontology, load_ontology

HEAD = """\
type: {name}
label: {{en: {name}, ar: حدث}}
definition: {{en: An event of the tests., ar: حدث للاختبار.}}
title:
  en: {{occurred: "event", planned: "event", negated: "event"}}
  ar: {{occurred: "حدث", planned: "حدث", negated: "حدث"}}
quad: verbal-cooperation
examples:
  - {{lang: en, date: 2024-05-01, text: Nothing happened., claims: []}}
"""

TRIP = """\
roles:
  traveller: {label: {en: t, ar: م}, kinds: [person, organization, state, group, office], side: initiator, many: true}
  destination: {label: {en: d, ar: و}, kinds: [place, state, organization], side: recipient, many: true}
core: [traveller, destination]
en:
  - {verb: [visit, tour], subject: traveller, object: destination, needs: [traveller, destination]}
  - {verb: arrive, subject: traveller, in: destination, needs: [traveller, destination]}
  - {noun: [visit, trip], light: [pay], genitive: traveller, by: traveller, to: destination, light_subject: traveller}
ar:
  - {verb: زار, subject: traveller, object: destination, needs: [traveller, destination]}
  - {verb: وصل, subject: traveller, إلى: destination, needs: [traveller, destination]}
  - {noun: زيارة, light: [قام ب], genitive: traveller, إلى: destination, ل: destination, light_subject: traveller}
"""

TREATY = """\
roles:
  party: {label: {en: p, ar: ط}, kinds: [person, organization, state, group, office], side: both, many: true}
  document: {label: {en: d, ar: و}, kinds: [document]}
core: [party]
en:
  - {verb: sign, subject: party, object: document, with: party, needs: [party, document]}
  - {noun: signing, of: document, by: party, between: party}
ar:
  - {verb: [وقع, أوقع], subject: party, object: document, مع: party, needs: [party, document]}
  - {noun: توقيع, genitive: document, بين: party, light_subject: party}
"""

TRUCE = """\
roles:
  party: {label: {en: p, ar: ط}, kinds: [person, organization, state, group], side: both, many: true}
core: [party]
en:
  - {noun: [truce, cease fire, laying down of arms], between: party, with: party, light_subject: party}
  - {verb: lay down, subject: party, only: {object: [arm, arms, weapon, weapons]}, needs: [party]}
ar:
  - {noun: [وقف إطلاق النار, هدنة], بين: party, مع: party, light_subject: party}
  - {verb: ألقى, subject: party, only: {object: [سلاح, أسلحة]}, needs: [party]}
"""

TENURE = """\
modes: [elected, appointed]
roles:
  holder: {label: {en: h, ar: ش}, kinds: [person], side: initiator}
  body: {label: {en: b, ar: ه}, kinds: [organization, state, place]}
core: [holder]
en:
  - {verb: [take office, swear in], subject: holder, object: holder, needs: [holder]}
  - {verb: elect, object: holder, mode: elected, needs: [holder]}
  - {verb: appoint, object: holder, mode: appointed, needs: [holder]}
ar:
  - {verb: أدى يمين, subject: holder, needs: [holder]}
  - {verb: انتخب, object: holder, mode: elected, needs: [holder]}
  - {verb: عين, object: holder, mode: appointed, needs: [holder]}
"""

PLEA = """\
content: true
roles:
  pleader: {label: {en: p, ar: د}, kinds: [person, organization, state, group, office], side: initiator, many: true}
  addressee: {label: {en: a, ar: م}, kinds: [person, organization, state, group], side: recipient, many: true}
core: [pleader, addressee]
en:
  - {verb: [urge, call on], subject: pleader, object: addressee, on: addressee, needs: [pleader, addressee]}
ar:
  - {verb: [دعا, حث], subject: pleader, object: addressee, needs: [pleader, addressee]}
"""

STRIKE = """\
roles:
  attacker: {label: {en: a, ar: م}, kinds: [state, organization, group], side: initiator, many: true}
  target: {label: {en: t, ar: ه}, kinds: [place, group, organization], side: recipient, many: true}
core: [attacker, target]
en:
  - {verb: [bomb, shell, attack], subject: attacker, object: target, needs: [target]}
  - {verb: strike, subject: attacker, object: target, unless: {object: [deal, agreement]}, needs: [attacker]}
  - {noun: [strike, air strike, attack], on: target, by: attacker, attribute: attacker, compound: attacker}
ar:
  - {verb: [قصف, هاجم], subject: attacker, object: target, needs: [target]}
  - {noun: [قصف, هجوم], genitive: attacker, على: target, attribute: attacker, light_subject: attacker}
"""

EXILE = """\
roles:
  exile: {label: {en: e, ar: م}, kinds: [person, group], side: recipient, many: true}
core: [exile]
en:
  - {adjective: [exiled, banished], modified: exile, needs: [exile]}
ar:
  - {adjective: [منفي, مبعد], modified: exile, needs: [exile]}
"""

FRAMES = {
    "Trip": TRIP,
    "Treaty": TREATY,
    "Truce": TRUCE,
    "Tenure": TENURE,
    "Plea": PLEA,
    "Strike": STRIKE,
    "Exile": EXILE,
}


def small_ontology(folder: Path) -> Ontology:
    """The ontology of `FRAMES` alone, read from files in `folder`."""
    for name, body in FRAMES.items():
        (folder / f"{name.lower()}.yaml").write_text(HEAD.format(name=name) + body, encoding="utf8")
    whole = load_ontology([folder])
    return Ontology({name: whole.types[name] for name in FRAMES}, whole.digest)
