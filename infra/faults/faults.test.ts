import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { playKillRounds } from './kill-rounds.mjs';
import { playedFaults } from './played-faults.mjs';
import { prepareScene } from './scene.mjs';
import { type Servers, startServers } from './servers.mjs';
import { onStage } from './stage.mjs';

/** The short version of `npm run faults`. */

const seed = 7;
const mails = 60;
let servers: Servers;
let scene: Awaited<ReturnType<typeof prepareScene>>;
beforeAll(async () => {
  servers = await startServers();
  scene = await prepareScene(servers, mails);
});
afterAll(() => servers?.close());

async function play({ name, queue, patience = 'long', play, expected }: (typeof playedFaults)[number]) {
  const redisUrl = queue === 'redis' ? servers.redisUrl : null;
  if (queue === 'redis' && redisUrl === null) throw new Error('this test needs a Redis');
  await onStage(servers, scene, { name, redisUrl, patience }, async (stage) => {
    await play(stage);
    expect(await stage.account()).toMatchObject({ ...expected, problems: [] });
  });
}

describe.concurrent('beside each other', () => {
  test(`kill -9 of the worker at random points, seed ${seed}`, async () => {
    const { account, interrupted } = await playKillRounds(servers, scene, { rounds: 8, seed, say: () => undefined });
    expect(account).toMatchObject({ recipients: mails, failed: {}, problems: [] });
    expect(interrupted).toBeGreaterThan(0);
    // Each of the eight may repeat the one mail it had in hand.
    expect(account.repeats).toBeLessThanOrEqual(account.marked);
  });

  test.each(playedFaults.filter(({ isAlone }) => !isAlone))('$name', play);
});

describe('a server that others use', () => {
  test.each(playedFaults.filter(({ isAlone }) => isAlone))('$name', play);
});
