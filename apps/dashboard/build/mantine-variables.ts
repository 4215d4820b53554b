import type { Plugin } from 'vite';

const name = 'virtual:mantine-variables.css';

/**
 * Mantine writes its variables into a `<style>` element at run time, which a strict Content-Security-Policy forbids.
 * So they are written into the stylesheet when it is built, from the same theme.
 */
export function mantineVariables(): Plugin {
  return {
    name: 'mantine-variables',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      // What is written here is not worked out again in the browser.
      if (id.endsWith('/MantineCssVariables.mjs')) return 'export const MantineCssVariables = () => null;';
      if (id !== `\0${name}`) return undefined;
      const { DEFAULT_THEME, convertCssVariables, defaultCssVariablesResolver, mergeMantineTheme } = await import('@mantine/core');
      const { theme, variables } = await import('../src/theme.js');
      const merged = mergeMantineTheme(DEFAULT_THEME, theme);
      const base = defaultCssVariablesResolver(merged);
      const own = variables(merged);
      const sum = {
        variables: used({ ...base.variables, ...own.variables }),
        light: used({ ...base.light, ...own.light }),
        dark: {},
      };
      return convertCssVariables(sum, ':root');
    },
  };
}

/** Mantine's own colours that the product does not have weigh more than all the others together. */
function used(variables: Record<string, string>): Record<string, string> {
  const isForeign = /^--mantine-color-(dark|pink|grape|violet|indigo|cyan|teal|lime|yellow|orange)-/;
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !isForeign.test(name)));
}
