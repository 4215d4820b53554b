import type { DuePerson } from '@klyngevagt/db';

/** To whom something is due, for the hands of one run. */
export interface DueQueue {
  /**
   * Whose mails are next: at most so many, or those of one person; none of them for another hand until this one lets go. None: nothing is left
   * to do.
   */
  next(mails: number): Promise<string[]>;
  /** Their mails are out, or put off: what of theirs is due again may be taken. */
  letGo(personIds: readonly string[]): void;
  /** Nothing of theirs could be taken in hand: another worker has it, or it is due no more. This run does not come back to them. */
  leaveOut(personIds: readonly string[]): void;
}

/** Looking at everything that is due then costs little beside the mails, and whoever has waited longest is soon the next. */
const keptMs = 30_000;
const lookedAhead = 20;

/** Everything that is due is looked at once for many handfuls: with thousands due that takes longer than all else about one of them. */
export function dueQueue(read: () => Promise<readonly DuePerson[]>, nowMs: () => number = () => performance.now()): DueQueue {
  const leftOut = new Set<string>();
  const inHand = new Set<string>();
  let waiting: DuePerson[] = [];
  let readAtMs = -Infinity;
  let turn: Promise<unknown> = Promise.resolve();
  const take = async (mails: number): Promise<string[]> => {
    if (waiting.length === 0 || nowMs() - readAtMs > keptMs) {
      readAtMs = nowMs();
      // One who was handed out a moment ago may not be claimed yet, and looks as due as ever.
      waiting = (await read()).filter(({ personId }) => !leftOut.has(personId) && !inHand.has(personId));
    }
    const taken: string[] = [];
    let room = mails;
    // A few who come later fill what is left beside those who get several.
    for (let place = 0; place < Math.min(waiting.length, lookedAhead) && room > 0;) {
      const person = waiting[place];
      if (person && (taken.length === 0 || person.mails <= room)) {
        taken.push(person.personId);
        inHand.add(person.personId);
        room -= person.mails;
        waiting.splice(place, 1);
      } else place += 1;
    }
    return taken;
  };
  return {
    next: (mails) => {
      // One after the other: whoever finds nothing has looked after its own last mails were recorded.
      const taken = turn.then(() => take(mails));
      turn = taken.catch(() => undefined);
      return taken;
    },
    letGo: (personIds) => {
      for (const personId of personIds) inHand.delete(personId);
    },
    leaveOut: (personIds) => {
      for (const personId of personIds) leftOut.add(personId);
    },
  };
}
