/*
 * Preloaded into a server that is to die at a commit: `node --import`. KILL_AT is JSON: the `change` that a transaction
 * must contain, where `*` stands for anything, at which such commit (`nth`), and the `moment`: before or after it.
 *
 * What a transaction changes is seen by temporary triggers, which belong to the connection and leave no trace in the file.
 */
import Libsql from 'libsql';

const { change, nth, moment } = JSON.parse(process.env['KILL_AT'] ?? '{}');
const wanted = new RegExp(`^${change.split('*').join('.*')}$`);

const WATCH = `
  create temp table if not exists seen_change (what text not null);
  create temp trigger if not exists seen_event after insert on main.event
    begin insert into seen_change values ('event ' || new.key); end;
  create temp trigger if not exists seen_request after update of state on main.outbox
    begin insert into seen_change values (new.kind || ' ' || new.state); end;
  create temp trigger if not exists seen_lease after update of lease_owner on main.conversation
    begin insert into seen_change values ('lease'); end;
  create temp trigger if not exists seen_setting after insert on main.setting
    begin insert into seen_change values ('setting ' || new.name); end;
`;

const exec = Libsql.prototype.exec;
const watched = new WeakSet();
let count = 0;

function watch(database) {
  try {
    exec.call(database, WATCH);
    watched.add(database);
  } catch {
    // The tables are not there before the first migration.
  }
}

function isWanted(database) {
  const changes = database.prepare('select what from temp.seen_change').all();
  exec.call(database, 'delete from temp.seen_change');
  return changes.some(({ what }) => wanted.test(what)) && (count += 1) === nth;
}

const die = () => process.kill(process.pid, 'SIGKILL');

Libsql.prototype.exec = function (sql) {
  if (/^begin/i.test(sql) && !watched.has(this)) watch(this);
  const isIt = /^commit/i.test(sql) && watched.has(this) && isWanted(this);
  if (isIt && moment === 'before') die();
  const result = exec.call(this, sql);
  if (isIt) die();
  return result;
};
