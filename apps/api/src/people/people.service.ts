import type { BodyOf, PeopleList, Role } from '@klyngevagt/contracts';
import { type Actor, CallerRepository, everyCluster, PersonEditRepository, PersonRepository, systemActor } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import { type AccountHolder, Accounts } from '../auth/accounts.js';
import { actorOf, type Caller } from '../auth/caller.js';
import { mayDo } from '../auth/permissions.js';
import { Clock } from '../clock.js';
import { unstatedSources } from '../facts/stated-source.js';
import { Refusal } from '../http/refusal.js';
import { presentPerson } from './person.presenter.js';

@Injectable()
export class PeopleService {
  constructor(
    private readonly people: PersonRepository,
    private readonly edits: PersonEditRepository,
    private readonly callers: CallerRepository,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  async list({ scope, personId }: Caller): Promise<PeopleList> {
    const [people, today] = await Promise.all([this.people.readPeople(scope), this.clock.today()]);
    const accountIds = people.flatMap(({ accountId }) => accountId ?? []);
    const active = await this.accounts.haveChosenPassword(accountIds);
    return { people: people.map((person) => presentPerson(person, { active, today, me: personId })) };
  }

  /** A new person; with `invite`, also an account and a mail with a link to choose a password. */
  async invite(caller: Caller, body: BodyOf<'people.invite'>): Promise<{ id: string }> {
    const { reason, invite, clusters, email, ...person } = body;
    checkRole(caller, null, person.role, clusters);
    if (invite && person.role === null) throw new Refusal('invalid-input', [{ field: 'role', code: 'account-needs-role' }]);
    const today = await this.clock.today();
    const saved = await this.people.invite(actorOf(caller, reason), caller.scope, {
      ...person,
      email: email.toLowerCase(),
      source: unstatedSources.officer,
      confidence: 'sourced',
      clusters: clusters.map(({ slug, role }) => ({ clusterSlug: slug, role, startsOn: today })),
    });
    if (invite)
      await this.openAccount(actorOf(caller, null), saved.id, { name: person.name, email: email.toLowerCase(), language: person.language });
    return { id: saved.id };
  }

  async edit(caller: Caller, id: string, body: BodyOf<'people.edit'>): Promise<{ id: string }> {
    const { reason, revision, clusters, ...changes } = body;
    const present = await this.people.readPerson(caller.scope, id);
    checkRole(caller, present.role, changes.role, clusters);
    if (id === caller.personId && changes.role !== present.role) {
      throw new Refusal('invalid-input', [{ field: 'role', code: 'not-yourself' }]);
    }
    const on = await this.clock.today();
    const edit = { id, expectedRevision: revision, changes, seats: clusters, on };
    await this.edits.edit(actorOf(caller, reason), caller.scope, edit);
    if (changes.role === null && present.accountId) await this.accounts.shutOut(present.accountId);
    return { id };
  }

  async inviteAgain(caller: Caller, id: string, { reason }: BodyOf<'people.invite-again'>): Promise<{ id: string }> {
    const { name, email, role, language } = await this.people.readPerson(caller.scope, id);
    checkRole(caller, role, role, null);
    if (role === null || email === null || name === null)
      throw new Refusal('invalid-input', [{ field: 'role', code: 'account-needs-role' }]);
    await this.openAccount(actorOf(caller, reason), id, { name, email, language });
    return { id };
  }

  /**
   * The administrator of an installation in which nobody is one yet; from then on people are invited on the page. Whoever has the
   * address and did not follow the link is invited again. False: somebody else is administrator already.
   */
  async inviteFirstAdministrator(holder: AccountHolder): Promise<boolean> {
    const email = holder.email.toLowerCase();
    const actor = systemActor('first-administrator');
    const administrators = (await this.people.readPeople(everyCluster)).filter(({ role }) => role === 'administrator');
    let id = administrators.find((person) => person.email === email)?.id;
    if (!id && administrators.length > 0) return false;
    const person = { name: holder.name, language: holder.language, title: null, phone: null, role: 'administrator' as const, email };
    id ??= (await this.people.invite(actor, everyCluster, { ...person, source: unstatedSources.officer, confidence: 'sourced' })).id;
    await this.openAccount(actor, id, { ...holder, email });
    return true;
  }

  /** The account first, then the mail: a mail that does not go out is sent again by "invite again". */
  private async openAccount(actor: Actor, personId: string, holder: AccountHolder): Promise<void> {
    const accountId = await this.accounts.ensureAccount(holder);
    await this.callers.linkAccount(personId, accountId, actor);
    const inviter = actor.accountId === null ? null : await this.callers.readHolder(actor.accountId);
    try {
      await this.accounts.invite(accountId, holder, inviter?.name ?? null);
    } catch {
      throw new Refusal('not-available');
    }
  }
}

type Seats = BodyOf<'people.edit'>['clusters'];

/** Roles beyond managers and mere recipients are given and taken by whoever manages accounts. */
export function checkRole(caller: Caller, before: Role | null, after: Role | null, seats: Seats | null): void {
  const isPlain = (role: Role | null) => role === null || role === 'manager';
  const isOwn = mayDo(caller.role, 'account:manage') || (isPlain(before) && isPlain(after));
  if (!isOwn && before !== after) throw new Refusal('not-allowed');
  if (seats === null) return;
  if (after === 'manager' && seats.length === 0) throw new Refusal('invalid-input', [{ field: 'clusters', code: 'manager-needs-cluster' }]);
  const names = seats.map(({ slug, role }) => `${slug} ${role}`);
  if (new Set(names).size < names.length) throw new Refusal('invalid-input', [{ field: 'clusters', code: 'twice-the-same' }]);
}
