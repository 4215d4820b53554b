import { parseArgs } from 'node:util';
import { systemActor } from './actor.js';
import { todayInCopenhagen } from './clock.js';
import { runCommand } from './command-line.js';
import { PersonRepository } from './repositories/person-repository.js';
import { everyCluster } from './scope.js';

await runCommand('person-erase', async (dataSource) => {
  const { values } = parseArgs({ options: { email: { type: 'string' }, reason: { type: 'string' } } });
  if (!values.email || !values.reason) throw new Error('--email names the person, --reason says why; both are needed');
  const people = new PersonRepository(dataSource);
  const person = (await people.readPeople(everyCluster)).find(({ email }) => email?.toLowerCase() === values.email?.toLowerCase());
  if (!person) throw new Error('Nobody has this address');
  await people.erase(systemActor('person-erase', values.reason), person.id, todayInCopenhagen());
  return `Erased: name, address, account and mails of person ${person.id}. The ledger stays as it was.`;
});
