import { browserKeyValue } from './storage.ts';

const KEY = 'baton:sound';

/** Whether the customer wants to hear that somebody has written; the browser remembers it. */
export function isSoundOn(): boolean {
  return browserKeyValue().getItem(KEY) !== 'off';
}

export function switchSound(isOn: boolean): void {
  browserKeyValue().setItem(KEY, isOn ? 'on' : 'off');
}
