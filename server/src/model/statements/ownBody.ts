import { isShortFor, shortOfficeNames } from '../publicBody.ts';

// Whether words of a sentence name the body whose report it is.

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
