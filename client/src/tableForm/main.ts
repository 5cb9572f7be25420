import { FormController } from './controller.ts';
import { pressKey } from './keys.ts';
import type { FromForm, ToForm } from './messages.ts';
import type { PageState } from '../pages/messages.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromForm): void;
  setState(state: PageState): void;
};

const api = acquireVsCodeApi();
const post = (message: FromForm): void => {
  api.postMessage(message);
};

/** Joins the form to the page's events. */
function listen(form: FormController): void {
  document.addEventListener('keydown', event => {
    if (!pressKey(event, form, post)) return;
    event.preventDefault();
    // What is done here is not also done by the editor's own keys.
    event.stopPropagation();
  });
  document.addEventListener('mousedown', event => {
    const stop = form.stopOf(event.target);
    if (!stop || event.button !== 0 || event.target instanceof HTMLInputElement) return;
    form.commit();
    form.select(stop, event.shiftKey);
    event.preventDefault();
  });
  document.addEventListener('mouseover', event => {
    const stop = form.stopOf(event.target);
    if (stop && event.buttons === 1 && !form.isEditing) form.select(stop, true);
  });
  document.addEventListener('dblclick', event => {
    if (form.stopOf(event.target) && !form.isEditing) form.edit('text');
  });
  document.addEventListener('focusin', event => {
    const stop = form.stopOf(event.target);
    if (stop && stop !== form.active && !form.isEditing) form.select(stop);
  });
  document.addEventListener('focusout', event => {
    if (event.target instanceof HTMLInputElement && form.isEditing && document.hasFocus()) form.commit();
  });
  const isOnCells = () => form.stopOf(document.activeElement) !== undefined;
  document.addEventListener('paste', event => {
    const data = event.clipboardData;
    if (!data || !isOnCells()) return;
    const clipboard = { html: data.getData('text/html'), text: data.getData('text/plain') };
    // A single figure goes where it is being typed.
    if (form.isEditing && !/[\t\r\n]/.test(clipboard.text.trim())) return;
    event.preventDefault();
    form.cancel();
    form.paste(clipboard);
  });
  for (const kind of ['copy', 'cut'] as const)
    document.addEventListener(kind, event => {
      if (form.isEditing || !isOnCells()) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', form.copied());
      if (kind === 'cut') form.empty();
    });
  window.addEventListener('focus', () => {
    if (document.activeElement === document.body) form.focus();
  });
}

function start(): void {
  const root = document.getElementById('form');
  let form: FormController | undefined;
  window.addEventListener('message', ({ data }: MessageEvent<ToForm>) => {
    switch (data.kind) {
      case 'words':
        api.setState(data.state);
        if (!root || form) return;
        form = new FormController(root, data.words, post);
        listen(form);
        return;
      case 'form':
        form?.showForm(data.form, data.isReadOnly);
        return;
      case 'done':
        form?.done(data.serial);
        return;
      case 'trouble':
        form?.showTroubles(data.sentences);
        return;
      case 'unavailable':
        form?.showUnavailable(data.sentence);
        return;
      case 'begin':
        form?.begin(data.table);
        return;
      case 'focus':
        form?.focus();
    }
  });
  post({ kind: 'ready' });
}

start();
