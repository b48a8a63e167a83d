import { signal, type ReadonlySignal } from '@preact/signals';
import type { Connection } from './chat-type.ts';
import type { Clock } from './clock.ts';

const SAY_LOST_AFTER_MS = 4_000;
const SAY_BACK_FOR_MS = 3_000;

export interface ConnectionWatch {
  connection: ReadonlySignal<Connection>;
  /** Something that should be connected is not. Said only after a while: most cuts heal before anybody minds. */
  lost(): void;
  recovered(): void;
  online(): void;
  offline(): void;
  /** What another tab, which has the connection, says of it. */
  mirror(connection: Connection): void;
  /** Nothing needs a connection any more. */
  settle(): void;
}

export function watchConnection(clock: Clock, isOnline: boolean): ConnectionWatch {
  const connection = signal<Connection>(isOnline ? 'connected' : 'offline');
  let callOff: (() => void) | null = null;
  let isLost = false;

  function later(ms: number, next: Connection): void {
    callOff?.();
    callOff = clock.after(ms, () => {
      connection.value = next;
    });
  }

  function sayBack(): void {
    if (connection.value === 'connected' || connection.value === 'back') {
      if (connection.value === 'connected') callOff?.();
      return;
    }
    connection.value = 'back';
    later(SAY_BACK_FOR_MS, 'connected');
  }

  return {
    connection,
    lost() {
      if (isLost) return;
      isLost = true;
      if (connection.value !== 'offline') later(SAY_LOST_AFTER_MS, 'reconnecting');
    },
    recovered() {
      isLost = false;
      // What was on its way may still arrive after the connection is gone.
      if (connection.value !== 'offline') sayBack();
    },
    online() {
      if (!isLost) sayBack();
      else if (connection.value === 'offline') connection.value = 'reconnecting';
    },
    offline() {
      callOff?.();
      connection.value = 'offline';
    },
    mirror(next) {
      callOff?.();
      connection.value = next;
      if (next === 'back') later(SAY_BACK_FOR_MS, 'connected');
    },
    settle() {
      isLost = false;
      callOff?.();
      if (connection.value !== 'offline') connection.value = 'connected';
    },
  };
}
