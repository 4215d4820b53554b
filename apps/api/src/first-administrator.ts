import { parseArgs } from 'node:util';
import { createApp } from './app.js';
import { EnvironmentError, readEnv } from './env.js';
import { PeopleService } from './people/people.service.js';
import { Settings } from './settings.js';

/** `node apps/api/dist/first-administrator.js --name "Ane Kjær" --email ane@example.dk [--language en]`: how a new installation gets its first account. */
class Refused extends Error {}

async function invite(): Promise<string> {
  const { values } = parseArgs({
    options: { name: { type: 'string' }, email: { type: 'string' }, language: { type: 'string', default: 'da' } },
  });
  const { name, email, language } = values;
  if (!name || !email?.includes('@')) throw new Refused('--name and --email say who administers this installation.');
  if (language !== 'da' && language !== 'en') throw new Refused('--language is da or en.');
  const app = await createApp(new Settings(readEnv(), { logLevel: 'error' }));
  try {
    const isInvited = await app.get(PeopleService).inviteFirstAdministrator({ name, email, language });
    if (!isInvited) throw new Refused('Somebody else is administrator here already: ask for an invitation.');
    return 'Invited: the mail holds a link by which the administrator chooses a password.';
  } finally {
    await app.close();
  }
}

invite().then(
  (line) => console.log(line),
  (error: unknown) => {
    console.error(error instanceof EnvironmentError || error instanceof Refused ? error.message : error);
    process.exitCode = 1;
  },
);
