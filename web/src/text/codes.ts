import type { Language } from '../lib/language';

type Names = Record<string, readonly [de: string, en: string]>;

/** PLOVER's types of acts. */
const types: Names = {
  AGREE: ['Zusage', 'agreement'],
  CONSULT: ['Gespräch', 'consultation'],
  SUPPORT: ['Unterstützung', 'support'],
  CONCEDE: ['Zugeständnis', 'concession'],
  COOPERATE: ['Zusammenarbeit', 'cooperation'],
  AID: ['Hilfe, Lieferung', 'aid, delivery'],
  RETREAT: ['Rückzug', 'retreat'],
  REQUEST: ['Forderung', 'request'],
  ACCUSE: ['Vorwurf', 'accusation'],
  REJECT: ['Ablehnung', 'rejection'],
  THREATEN: ['Drohung', 'threat'],
  PROTEST: ['Protest', 'protest'],
  SANCTION: ['Sanktion', 'sanction'],
  MOBILIZE: ['Mobilmachung', 'mobilisation'],
  COERCE: ['Zwang', 'coercion'],
  ASSAULT: ['Angriff', 'assault'],
};

const modes: Names = {
  visit: ['Besuch', 'visit'], 'third-party': ['Vermittlung', 'third party'], multilateral: ['mehrseitig', 'multilateral'], phone: ['Telefonat', 'by phone'],
  withdraw: ['Abzug', 'withdrawal'], release: ['Freilassung', 'release'], disarm: ['Entwaffnung', 'disarmament'], ceasefire: ['Waffenruhe', 'ceasefire'],
  access: ['Zugang', 'access'], resign: ['Rücktritt', 'resignation'], assist: ['Hilfe', 'assistance'], change: ['Änderung', 'change'],
  yield: ['Nachgeben', 'yielding'], meet: ['Treffen', 'meeting'], disapprove: ['Missbilligung', 'disapproval'], investigate: ['Ermittlung', 'investigation'],
  allege: ['Beschuldigung', 'allegation'], restrict: ['Beschränkung', 'restriction'], arrest: ['Festnahme', 'arrest'], relations: ['Beziehungen', 'relations'],
  expel: ['Ausweisung', 'expulsion'], territory: ['Gebiet', 'territory'], violence: ['Gewalt', 'violence'], demo: ['Kundgebung', 'demonstration'],
  riot: ['Ausschreitung', 'riot'], strike: ['Streik', 'strike'], hunger: ['Hungerstreik', 'hunger strike'], boycott: ['Boykott', 'boycott'],
  obstruct: ['Blockade', 'obstruction'], convict: ['Verurteilung', 'conviction'], discontinue: ['Einstellung', 'discontinuation'], troops: ['Truppen', 'troops'],
  weapons: ['Waffen', 'weapons'], police: ['Polizei', 'police'], militia: ['Miliz', 'militia'], seize: ['Beschlagnahme', 'seizure'], censor: ['Zensur', 'censorship'],
  curfew: ['Ausgangssperre', 'curfew'], 'martial-law': ['Kriegsrecht', 'martial law'], deport: ['Abschiebung', 'deportation'], withhold: ['Vorenthalten', 'withholding'],
  misinformation: ['Desinformation', 'disinformation'], cyber: ['Cyberangriff', 'cyber attack'], abduct: ['Entführung', 'abduction'], beat: ['Schläge', 'beating'],
  torture: ['Folter', 'torture'], sexual: ['sexuelle Gewalt', 'sexual violence'], targeted: ['gezielte Tötung', 'targeted killing'], destroy: ['Zerstörung', 'destruction'],
  primitive: ['einfache Waffen', 'primitive weapons'], firearms: ['Schusswaffen', 'firearms'], explosives: ['Sprengstoff', 'explosives'],
  'suicide-attack': ['Selbstmordanschlag', 'suicide attack'], aerial: ['aus der Luft', 'aerial'], drone: ['Drohnen', 'drones'],
  'heavy-weapons': ['schwere Waffen', 'heavy weapons'], 'crowd-control': ['gegen eine Menge', 'crowd control'], unconventional: ['Massenvernichtungswaffen', 'unconventional'],
};

const classes: Names = {
  tank: ['Kampfpanzer', 'tanks'], 'armoured-vehicle': ['gepanzerte Fahrzeuge', 'armoured vehicles'], artillery: ['Artillerie', 'artillery'],
  'rocket-artillery': ['Raketenartillerie', 'rocket artillery'], mortar: ['Mörser', 'mortars'], 'combat-aircraft': ['Kampfflugzeuge', 'combat aircraft'],
  drone: ['Drohnen', 'drones'], helicopter: ['Hubschrauber', 'helicopters'], warship: ['Kriegsschiffe', 'warships'],
  'ballistic-missile': ['ballistische Raketen', 'ballistic missiles'], 'cruise-missile': ['Marschflugkörper', 'cruise missiles'], missile: ['Raketen', 'missiles'],
  'anti-tank-missile': ['Panzerabwehrraketen', 'anti-tank missiles'], manpads: ['tragbare Flugabwehr', 'man-portable air defence'], 'air-defence': ['Flugabwehr', 'air defence'],
  'small-arms': ['Kleinwaffen', 'small arms'], ammunition: ['Munition', 'ammunition'], 'bomb-mine': ['Bomben, Minen', 'bombs, mines'], cbrn: ['Massenvernichtungswaffen', 'CBRN weapons'],
  'military-equipment': ['Rüstungsgüter', 'military equipment'], weapon: ['Waffen', 'weapons'], technology: ['Technologie', 'technology'], troops: ['Truppen', 'troops'],
  money: ['Geld', 'money'], goods: ['Güter', 'goods'],
};

const sectors: Names = {
  GOV: ['Regierung', 'government'], MIL: ['Militär', 'military'], SPY: ['Geheimdienst', 'intelligence'], LEG: ['Parlament', 'parliament'], JUD: ['Justiz', 'judiciary'],
  COP: ['Polizei', 'police'], PTY: ['Partei', 'party'], OPP: ['Opposition', 'opposition'], REB: ['Rebellen', 'rebels'], PRM: ['Miliz', 'militia'],
  UAF: ['Unbekannte Bewaffnete', 'unknown gunmen'], CVL: ['Zivilisten', 'civilians'], REF: ['Flüchtlinge', 'refugees'], BUS: ['Wirtschaft', 'business'],
  JRN: ['Medien', 'media'], REL: ['Religion', 'religion'], EDU: ['Bildung', 'education'], MED: ['Medizin', 'medicine'], LAB: ['Gewerkschaft', 'labour'],
  SOC: ['Zivilgesellschaft', 'civil society'], CRM: ['Kriminelle', 'criminals'], ELI: ['frühere Amtsträger', 'former officials'], UNK: ['unbekannt', 'unknown'],
};

function named(names: Names, code: string, language: Language): string {
  const found = names[code];
  return found ? found[language === 'de' ? 0 : 1] : code;
}

export const typeName = (code: string, language: Language) => named(types, code, language);
export const modeName = (code: string, language: Language) => named(modes, code, language);
export const className = (code: string, language: Language) => named(classes, code, language);
export const sectorName = (code: string, language: Language) => named(sectors, code, language);

export const typeCodes = Object.keys(types);
export const modeCodes = Object.keys(modes);
export const factualities = ['CT+', 'PR+', 'PS+', 'Uu', 'PS-', 'PR-', 'CT-'] as const;
