import { type BodyOf, mailDuties, type MailPreferences, type Role, type Unsubscription } from '@klyngevagt/contracts';
import { type MailKind, mailKinds, MailPreferenceRepository, type UnsubscribeToken } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';

/** Which mails a person does without. The choice is the person's own; nobody makes it for another. */
@Injectable()
export class MailPreferenceService {
  constructor(private readonly preferences: MailPreferenceRepository) {}

  async list({ personId, role }: Caller): Promise<MailPreferences> {
    const wanted = await this.preferences.read(personId);
    const kinds = kindsOf(role);
    return { kinds: kinds.map((kind) => ({ kind, wanted: wanted[kind] })), duties: kinds.length > 0 ? [...mailDuties] : [] };
  }

  async choose(caller: Caller, { kind, wanted }: BodyOf<'mail-preference.choose'>): Promise<MailPreferences> {
    await this.preferences.choose(caller.personId, kind, wanted);
    return this.list(caller);
  }

  /** @throws NotFoundError where the person is erased */
  async read({ personId, kind }: UnsubscribeToken): Promise<Unsubscription> {
    const [language, wanted] = await Promise.all([this.preferences.readLanguage(personId), this.preferences.read(personId)]);
    return { kind, wanted: wanted[kind], language, duties: [...mailDuties] };
  }

  /** @throws NotFoundError where the person is erased */
  async chooseByLink(link: UnsubscribeToken, wanted: boolean): Promise<Unsubscription> {
    await this.preferences.choose(link.personId, link.kind, wanted);
    return this.read(link);
  }
}

/** Readers are reminded of nothing; the weekly overview is for those who watch every cluster. */
function kindsOf(role: Role): readonly MailKind[] {
  if (role === 'reader') return [];
  return role === 'manager' ? mailKinds.filter((kind) => kind !== 'weekly') : mailKinds;
}
