// @ts-check
/** The API as it is, except that no answer is kept: each is read, decided and written anew. */
import { createApp } from '../../apps/api/dist/app.js';
import { readEnv } from '../../apps/api/dist/env.js';
import { Settings } from '../../apps/api/dist/settings.js';

const settings = new Settings(readEnv(), { keptAnswerBytes: 0 });
const app = await createApp(settings);
await app.listen(settings.env.port, settings.env.host);
process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
