// @ts-check
/**
 * `npm run faults -- --rounds 100 --mails 500 --seed 7`: the worker killed so many times over so many mails, then every other fault.
 * What the database says is held against what the mail server received.
 */
import '../local/node-version.mjs';
import { parseArgs } from 'node:util';
import { buildChanged, installDependencies, isInstalled } from '../local/install.mjs';
import { localFolder } from '../local/local-folder.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '100' },
    mails: { type: 'string', default: '500' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    only: { type: 'string' },
  },
});

// Workers and Redis end with this process; a database left behind is removed by the next start.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.once(signal, () => process.exit(130));

async function main() {
  const folder = localFolder();
  if (!isInstalled()) await installDependencies(folder);
  await buildChanged(folder);
  const { playKillRounds } = await import('./kill-rounds.mjs');
  const { playedFaults } = await import('./played-faults.mjs');
  const { prepareScene } = await import('./scene.mjs');
  const { startServers } = await import('./servers.mjs');
  const { onStage } = await import('./stage.mjs');
  const servers = await startServers();
  let bad = 0;
  /** @param {string} name @param {import('./account.mjs').Account} account */
  const tell = (name, { problems, ...figures }) => {
    console.log(`${problems.length === 0 ? '✓' : '✗'} ${name}: ${JSON.stringify(figures)}`);
    for (const problem of problems) console.log(`  ${problem}`);
    bad += problems.length;
  };
  try {
    const seed = Number(values.seed);
    const rounds = Number(values.rounds);
    if (rounds > 0) {
      const scene = await prepareScene(servers, Number(values.mails));
      console.log(`${scene.mails} mails, ${rounds} rounds, seed ${seed}`);
      const started = Date.now();
      const { account, sentAgain, atWork, interrupted } = await playKillRounds(servers, scene, { rounds, seed, say: console.log });
      const kills = `${atWork} of ${rounds} workers killed at work, ${interrupted} with a mail in hand`;
      tell(`kill -9, ${kills}, ${sentAgain} mails broken off twice and sent again (${Date.now() - started} ms)`, account);
    }
    const scene = await prepareScene(servers, 60);
    for (const { name, queue, play, patience = 'long' } of playedFaults) {
      if (values.only !== undefined && !name.includes(values.only)) continue;
      const redisUrl = queue === 'redis' ? servers.redisUrl : null;
      if (queue === 'redis' && redisUrl === null) {
        console.log(`- ${name}: no Redis on this machine`);
        continue;
      }
      const started = Date.now();
      await onStage(servers, scene, { name, redisUrl, patience }, async (stage) => {
        await play(stage);
        tell(`${name} (${Date.now() - started} ms)`, await stage.account());
      }).catch((error) => {
        console.log(`✗ ${error.message}`);
        bad += 1;
      });
    }
  } finally {
    await servers.close();
  }
  console.log(bad === 0 ? 'Nothing lost, every possible repeat marked.' : `${bad} problems`);
  return bad === 0 ? 0 : 1;
}

process.exitCode = await main().catch((error) => {
  console.error(error);
  return 1;
});
