import { isShortFor, shortOfficeNames } from '../publicBody.ts';

// Whether words of a sentence name a body, and the one whose report it is.

const ORGANISATION_ENDS = '局委办厅院所站镇乡处心校会府部队科股室园';
const SHORTEST_ORGANISATION = 3;

/** Whether a word that is not known ends as names of bodies do: 城关镇. */
export function endsAsBody(name: string): boolean {
  return name.length >= SHORTEST_ORGANISATION && ORGANISATION_ENDS.includes(name.slice(-1));
}

/** Whether a word is the end of one of its names: 水务局 of 某县水务局. */
export function endsOwnName(word: string, body: string | undefined): boolean {
  return word.length > 2 && namesOf(body).some(own => own.endsWith(word));
}

/** Whether a name is one of its own, a part of it, a longer one or a short form. */
export function isOwnBody(name: string, body: string | undefined): boolean {
  return namesOf(body).some(own => own.includes(name) || name.includes(own) || isShortFor(name, own));
}

function namesOf(body: string | undefined): readonly string[] {
  return body === undefined ? [] : [body, ...shortOfficeNames(body)];
}
