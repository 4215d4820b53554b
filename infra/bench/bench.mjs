// @ts-check
/** `npm run bench`: how fast the product is, as JSON lines; `npm run bench -- NAME` runs one. Everything it starts it stops. */
import '../local/node-version.mjs';
import { buildChanged, installDependencies, isInstalled } from '../local/install.mjs';
import { localFolder } from '../local/local-folder.mjs';

async function main() {
  const folder = localFolder();
  if (!isInstalled()) await installDependencies(folder);
  await buildChanged(folder);
  // Only now: what they import comes with the dependencies and the build.
  const { benches } = await import('./benches.mjs');
  const { openPlace } = await import('./place.mjs');
  const wanted = process.argv[2];
  const chosen = Object.entries(benches).filter(([name]) => wanted === undefined || name === wanted);
  if (chosen.length === 0) throw new Error(`Unknown bench ${wanted}. ${Object.keys(benches).join(', ')}`);
  const place = await openPlace();
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await place.close();
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => void stop().then(() => process.exit(1)));
  let failures = 0;
  try {
    for (const [name, bench] of chosen) {
      await bench(place).catch((error) => {
        failures += 1;
        console.error(`${name}:`, error);
      });
    }
  } finally {
    await stop();
  }
  return failures === 0 ? 0 : 1;
}

process.exit(
  await main().catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }),
);
