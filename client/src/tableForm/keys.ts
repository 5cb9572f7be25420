import type { FormController } from './controller.ts';
import type { Move } from './grid.ts';
import type { FromForm } from './messages.ts';

const ARROWS: Readonly<Record<string, Move>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** What a key does in the form; whether it was one of ours. */
export function pressKey(event: KeyboardEvent, form: FormController, post: (message: FromForm) => void): boolean {
  // An input method takes its own keys.
  if (event.isComposing) return false;
  const withControl = event.ctrlKey || event.metaKey;
  if (withControl && !event.altKey) {
    const message = draftKey(event);
    if (message) {
      form.commit();
      post(message);
      return true;
    }
  }
  if (!form.active || !isInGrid(event.target)) return false;
  return form.isEditing ? pressWhileTyping(event, form) : pressInGrid(event, form, withControl);
}

/** Keys that are the draft's, wherever in the form they are pressed. */
function draftKey({ key, shiftKey }: KeyboardEvent): FromForm | undefined {
  switch (key.toLowerCase()) {
    case 's':
      return shiftKey ? undefined : { kind: 'save' };
    case 'z':
      return { kind: shiftKey ? 'redo' : 'undo' };
    case 'y':
      return shiftKey ? undefined : { kind: 'redo' };
    default:
      return undefined;
  }
}

function isInGrid(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-cell]') !== null;
}

function pressWhileTyping({ key, shiftKey }: KeyboardEvent, form: FormController): boolean {
  switch (key) {
    case 'Enter':
      form.commit();
      form.move(shiftKey ? 'up' : 'down');
      return true;
    case 'Tab':
      form.commit();
      return form.move(shiftKey ? 'previous' : 'next');
    case 'Escape':
      form.cancel();
      return true;
    case 'ArrowUp':
    case 'ArrowDown':
      form.commit();
      form.move(key === 'ArrowUp' ? 'up' : 'down');
      return true;
    default:
      return false;
  }
}

function pressInGrid(event: KeyboardEvent, form: FormController, withControl: boolean): boolean {
  const { key, shiftKey, altKey } = event;
  const arrow = ARROWS[key];
  if (arrow !== undefined && !withControl && !altKey) {
    form.move(arrow, shiftKey);
    return true;
  }
  if (key === '=' || key === '＝') {
    if (altKey) form.writeTotals();
    else if (form.active) form.writeNumber(form.active);
    return true;
  }
  switch (key) {
    case 'Tab':
      return form.move(shiftKey ? 'previous' : 'next');
    case 'Enter':
      form.move(shiftKey ? 'up' : 'down');
      return true;
    case 'Home':
      form.move(withControl ? 'first' : 'home', shiftKey);
      return true;
    case 'End':
      form.move(withControl ? 'last' : 'end', shiftKey);
      return true;
    case 'F2':
      form.edit('text');
      return true;
    case 'Delete':
    case 'Backspace':
      form.empty();
      return true;
    case 'Escape':
      form.focusButtons();
      return true;
    case 'a':
      if (!withControl) break;
      form.selectTable();
      return true;
  }
  // The sign itself, or what an input method makes of it, goes into the field that opens.
  if ((key.length === 1 || key === 'Process') && !withControl && !altKey) form.edit('nothing');
  return false;
}
