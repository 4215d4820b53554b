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
    // Each of the eight may repeat what it had in hand. One mail comes three times at the most: broken off, broken off again, sent by an officer.
    expect(account.repeats).toBeLessThanOrEqual(2 * account.marked);
  });

  test.each(playedFaults.filter(({ isAlone }) => !isAlone))('$name', play);

  test('the account finds what is lost, what nobody accounts for and a repeat that is not marked', async () => {
    await onStage(servers, scene, { name: 'a false account', redisUrl: null }, async (stage) => {
      stage.mailbox.faults.closeAfterData = 1;
      stage.startWorker();
      await stage.untilAllClosed();
      expect((await stage.account()).problems).toEqual([]);
      await stage.dataSource.query('update message set is_possible_repeat = false where is_possible_repeat');
      expect((await stage.account()).problems).toEqual([expect.stringMatching(/: 2 mails, and the repeat is not marked$/)]);
      await stage.dataSource.query('update message set is_possible_repeat = true where sent_at = (select max(sent_at) from message)');
      await stage.dataSource.query(
        `update reminder set sending_key = gen_random_uuid() where id = (select id from reminder where state = 'sent' and uncertain_at is null limit 1)`,
      );
      expect((await stage.account()).problems).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/called sent, and the mail server never saw it$/),
          expect.stringMatching(/which nobody accounts for$/),
        ]),
      );
    });
  });
});

describe('a server that others use', () => {
  test.each(playedFaults.filter(({ isAlone }) => isAlone))('$name', play);
});
