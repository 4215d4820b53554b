import { gzipSync } from 'node:zlib';
import type { Plugin, Rollup } from 'vite';

export interface ByteBudget {
  /** Modules that the first signed-in page loads, besides the entry: matched against the end of their path. */
  firstLoad: string[];
  /** Compressed bytes of scripts and styles together. */
  limit: number;
  /** How many scripts and styles these may be: each is a request. */
  files: number;
}

/** Fails the build when scripts and styles of the first page weigh more than agreed, or are more. */
export function byteBudget({ firstLoad, limit, files }: ByteBudget): Plugin {
  return {
    name: 'byte-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const wanted = new Set<string>();
      const add = (chunk: Rollup.OutputChunk | undefined) => {
        if (!chunk || wanted.has(chunk.fileName)) return;
        // An entry that only imports is written into the page itself.
        if (!chunk.isEntry || chunk.moduleIds.length > 0) wanted.add(chunk.fileName);
        for (const style of chunk.viteMetadata?.importedCss ?? []) wanted.add(style);
        for (const imported of chunk.imports) add(chunks.find((other) => other.fileName === imported));
      };
      for (const chunk of chunks) {
        const isFirst = chunk.isEntry || firstLoad.some((end) => chunk.facadeModuleId?.endsWith(end));
        if (isFirst) add(chunk);
      }
      const missing = firstLoad.filter((end) => !chunks.some((chunk) => chunk.facadeModuleId?.endsWith(end)));
      if (missing.length > 0) this.error(`Byte budget: no chunk of its own for ${missing.join(', ')}`);
      const sizes = [...wanted].map((file) => [file, gzipSync(contentOf(bundle[file])).length] as const);
      const sum = sizes.reduce((total, [, size]) => total + size, 0);
      const list = sizes.map(([file, size]) => `  ${(size / 1000).toFixed(1)} kB ${file}`).join('\n');
      const line = `First load ${(sum / 1000).toFixed(1)} kB of ${limit / 1000} kB (gzip), ${sizes.length} files of ${files}\n${list}`;
      if (sum > limit || sizes.length > files) this.error(line);
      this.info(line);
    },
  };
}

function contentOf(file: Rollup.OutputAsset | Rollup.OutputChunk | undefined): string | Uint8Array {
  if (!file) return '';
  return file.type === 'chunk' ? file.code : file.source;
}
