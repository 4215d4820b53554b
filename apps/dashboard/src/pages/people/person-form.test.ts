import { createTranslator } from '@klyngevagt/messages';
import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../api-client.js';
import { formOf, invitationBody, mistakesIn, refusedFields, rolesFor } from './person-form.js';
import { type Person, shownPeople } from './shown-people.js';

const t = createTranslator('da');
const person: Person = {
  id: '00000000-0000-4000-8000-000000000003',
  revision: 4,
  name: 'Hans Juul',
  email: 'hans@example.dk',
  title: null,
  phone: null,
  language: 'da',
  role: 'manager',
  clusters: [{ slug: 'clean', name: 'CLEAN', role: 'manager' }],
  responsibleFor: [],
  account: 'invited',
  illustrative: false,
  isMe: false,
};
const filled = {
  ...formOf(null),
  name: 'Åge Ærø',
  email: 'aage@example.dk',
  clusters: [{ slug: 'clean', role: 'manager' as const }],
  reason: 'Ny leder',
};

describe('the form of a person', () => {
  it('accepts what is complete', () => expect(mistakesIn(filled, true, t)).toEqual([]));
  it.each([
    [{ name: ' Å ' }, 'person-name'],
    [{ email: 'aage@' }, 'person-email'],
    [{ role: 'none' as const }, 'person-role'],
    [{ clusters: [{ slug: '', role: 'manager' as const }] }, 'person-clusters'],
    [{ clusters: [filled.clusters[0], filled.clusters[0]] as typeof filled.clusters }, 'person-clusters'],
    [{ reason: ' a ' }, 'reason'],
  ])('names the field of %j', (change, id) => {
    expect(mistakesIn({ ...filled, ...change }, true, t).map((error) => error.id)).toEqual([id]);
  });
  it('lets a recipient be without a role', () => {
    expect(mistakesIn({ ...filled, role: 'none', invite: false, clusters: [] }, true, t)).toEqual([]);
  });
  it('sends empty fields as null and leaves out empty lines', () => {
    const body = invitationBody({ ...filled, title: ' ', clusters: [...filled.clusters, { slug: '', role: 'chair' }] });
    expect(body).toMatchObject({ title: null, phone: null, clusters: [{ slug: 'clean', role: 'manager' }], invite: true });
  });
  it('puts refusals of the server at their fields', () => {
    const refused = new ApiProblem('invalid-input', 400, '', null, { 'clusters.0.slug': 'Klyngen findes ikke.' });
    expect(refusedFields(refused, t)).toEqual([{ id: 'person-clusters', label: 'Klynger', message: 'Klyngen findes ikke.' }]);
  });
});

describe('roles that may be given', () => {
  it('are managers and recipients for an officer', () => expect(rolesFor(null, false)).toEqual(['manager', 'none']));
  it('are all for those who manage accounts', () => expect(rolesFor(person, true)).toContain('administrator'));
  it('leave an officer as they are', () => expect(rolesFor({ ...person, role: 'officer' }, false)).toEqual(['officer']));
  it('never change one’s own', () => expect(rolesFor({ ...person, role: 'administrator', isMe: true }, true)).toEqual(['administrator']));
});

describe('the filter', () => {
  const chair: Person = { ...person, id: 'x', name: 'Åse', email: 'aase@example.dk', role: null, account: 'none', clusters: [] };
  it.each([
    [{ find: 'HANS@' }, ['Hans Juul']],
    [{ role: 'none' as const }, ['Åse']],
    [{ account: 'invited' as const }, ['Hans Juul']],
    [{ cluster: 'clean' }, ['Hans Juul']],
    [{ cluster: 'clean', account: 'none' as const }, []],
  ])('%j shows %j', (search, names) => {
    expect(shownPeople([person, chair], search).map(({ name }) => name)).toEqual(names);
  });
});
