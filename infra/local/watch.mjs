// @ts-check
/** `npm run dev`: compilers that watch. API and worker watch what they have loaded and restart themselves. */
import { join } from 'node:path';
import { repositoryRoot } from './local-folder.mjs';
import { startChild } from './processes.mjs';

/**
 * @param {string} folder
 * @param {(() => Promise<void>)[]} stops
 */
export function startWatching(folder, stops) {
  const modules = join(repositoryRoot, 'node_modules');
  const compilers = [
    {
      name: 'tsc',
      cwd: repositoryRoot,
      args: [join(modules, 'typescript/bin/tsc'), '--build', 'apps/api', 'apps/worker', '--watch', '--preserveWatchOutput'],
    },
    { name: 'vite', cwd: join(repositoryRoot, 'apps/dashboard'), args: [join(modules, 'vite/bin/vite.js'), 'build', '--watch'] },
  ];
  for (const { name, cwd, args } of compilers) {
    const child = startChild({ folder, name, args, cwd, env: process.env });
    stops.push(() => child.stop(2000));
  }
}
