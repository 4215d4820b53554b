// @ts-check
/**
 * Runs on a thread of its own (`src/pdf/pdf-press.ts`): a template and its data to a PDF. The data reach the template as JSON and are
 * never run as a part of it.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';

const require = createRequire(import.meta.url);
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');

/** The only typeface that may be in a document; other fonts of the machine are never asked for. */
const fonts = ['400Regular/IBMPlexSans_400Regular.ttf', '600SemiBold/IBMPlexSans_600SemiBold.ttf'];
const compiler = NodeCompiler.create({
  workspace: fileURLToPath(new URL('.', import.meta.url)),
  fontArgs: [{ fontBlobs: fonts.map((name) => readFileSync(require.resolve(`@expo-google-fonts/ibm-plex-sans/${name}`))) }],
});

/** @param {{ template: string, data: string, printedAt: number }} job */
function print({ template, data, printedAt }) {
  const compiled = compiler.compile({ mainFilePath: fileURLToPath(new URL(template, import.meta.url)), inputs: { data } });
  const problem = compiled.hasError() ? compiled.takeDiagnostics() : null;
  if (problem) return { error: JSON.stringify(problem.shortDiagnostics) };
  const options = { creationTimestamp: printedAt };
  try {
    return { pdf: compiler.pdf(compiled.result, { ...options, pdfStandard: 'ua-1' }), isAccessible: true };
  } catch {
    // A sign that cannot be shown is no reason to give nothing: the same document, still tagged, without the promise of the standard.
    return { pdf: compiler.pdf(compiled.result, options), isAccessible: false };
  }
}

parentPort?.on('message', (job) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(answer(job));
});

/** @param {{ template: string, data: string, printedAt: number }} job */
function answer(job) {
  try {
    return print(job);
  } catch (error) {
    return { error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  } finally {
    // What the compiler remembers of a document is of no use for the next one, and holds its texts.
    compiler.evictCache(0);
  }
}
