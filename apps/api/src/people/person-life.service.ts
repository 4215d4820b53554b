import type { BodyOf } from '@klyngevagt/contracts';
import { ConcurrentEditError, PersonLifeRepository, PersonRepository, type PersonRow } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import { Accounts } from '../auth/accounts.js';
import { actorOf, type Caller } from '../auth/caller.js';
import { Clock } from '../clock.js';
import { Refusal } from '../http/refusal.js';
import { checkRole } from './people.service.js';

/** The end of a person's time here: responsibilities go to somebody else, the role ends, the person is erased. */
@Injectable()
export class PersonLifeService {
  constructor(
    private readonly people: PersonRepository,
    private readonly lives: PersonLifeRepository,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  async handOver(caller: Caller, id: string, { toPersonId, reason }: BodyOf<'people.hand-over'>): Promise<{ id: string }> {
    if (toPersonId === id) throw refused('toPersonId', 'twice-the-same');
    const [from, to] = await Promise.all([this.people.readPerson(caller.scope, id), this.people.readPerson(caller.scope, toPersonId)]);
    const isOfficer = to.role === 'officer' || to.role === 'administrator';
    if (from.responsibleFor.length > 0 && !isOfficer) throw refused('toPersonId', 'not-an-officer');
    const on = await this.clock.today();
    await this.lives.handOver(actorOf(caller, reason), caller.scope, { fromId: id, toId: toPersonId, on });
    return { id };
  }

  /** Sign-in ends at once: the session's next request finds nobody. */
  async leave(caller: Caller, id: string, { on, revision, reason }: BodyOf<'people.leave'>): Promise<{ id: string }> {
    const person = await this.readOther(caller, id);
    checkRole(caller, person.role, null, null);
    if (on > (await this.clock.today())) throw refused('on', 'not-come-yet');
    await this.lives.leave(actorOf(caller, reason), { id, expectedRevision: revision, on });
    if (person.accountId) await this.accounts.shutOut(person.accountId);
    return { id };
  }

  async erase(caller: Caller, id: string, { name, revision, reason }: BodyOf<'people.erase'>): Promise<{ id: string }> {
    const person = await this.readOther(caller, id);
    if (person.revision !== revision) throw new ConcurrentEditError('person', id, revision, person.revision);
    if (person.name?.trim() !== name) throw refused('name', 'name-differs');
    await this.people.erase(actorOf(caller, reason), id, await this.clock.today());
    return { id };
  }

  private async readOther(caller: Caller, id: string): Promise<PersonRow> {
    const person = await this.people.readPerson(caller.scope, id);
    if (id === caller.personId) throw refused('role', 'not-yourself');
    return person;
  }
}

const refused = (field: string, code: string) => new Refusal('invalid-input', [{ field, code }]);
