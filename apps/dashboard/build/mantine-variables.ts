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
      if (id !== `\0${name}`) return undefined;
      const { DEFAULT_THEME, convertCssVariables, defaultCssVariablesResolver, mergeMantineTheme } = await import('@mantine/core');
      const { theme, variables } = await import('../src/theme.js');
      const merged = mergeMantineTheme(DEFAULT_THEME, theme);
      const base = defaultCssVariablesResolver(merged);
      const own = variables(merged);
      const sum = {
        variables: { ...base.variables, ...own.variables },
        light: { ...base.light, ...own.light },
        dark: {},
      };
      return convertCssVariables(sum, ':root');
    },
  };
}
