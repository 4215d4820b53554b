import { type CSSVariablesResolver, createTheme } from '@mantine/core';

/** Mantine in the product's dress. Colours are those of tokens.css; a test compares the two. */
export const palettes = {
  blue: ['#F3F6FA', '#EAF2FB', '#C6DDF3', '#8DB8E4', '#5B97D6', '#2A76C4', '#0059B3', '#004993', '#003972', '#00264D'],
  gray: ['#F7F8FA', '#EEF1F5', '#E1E6EC', '#CDD5DE', '#A9B4C1', '#7E8A99', '#626D7B', '#4F5965', '#343C46', '#1A1A1A'],
  green: ['#F2FBEC', '#DDF7CE', '#BDE7A5', '#93CF70', '#63AB38', '#47931A', '#358000', '#2B6800', '#245800', '#173A00'],
  amber: ['#FFF7E8', '#FFEECC', '#FFDF9E', '#FFCE69', '#FEBB30', '#C98500', '#A87400', '#8F5F00', '#6B4700', '#473000'],
  red: ['#FFF3F3', '#FFE0E0', '#FFC2C2', '#F79191', '#EA5555', '#D92626', '#CC0000', '#A30000', '#8C0A0A', '#5C0000'],
} as const;

const controlHeights = { xs: 'var(--kv-control-sm)', sm: 'var(--kv-control-filter)', md: 'var(--kv-control)', lg: '3rem' } as const;
function heightOf(size: unknown): string {
  return controlHeights[size as keyof typeof controlHeights] ?? controlHeights.md;
}

export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: 6,
  colors: palettes,
  black: palettes.gray[9],
  white: '#FFFFFF',
  autoContrast: true,
  respectReducedMotion: true,
  focusRing: 'never',
  fontFamily: 'var(--kv-font)',
  fontSizes: {
    xs: 'var(--kv-text-xs)',
    sm: 'var(--kv-text-sm)',
    md: 'var(--kv-text-md)',
    lg: 'var(--kv-text-lg)',
    xl: 'var(--kv-text-xl)',
  },
  lineHeights: { md: '1.45' },
  spacing: { xs: 'var(--kv-2)', sm: 'var(--kv-3)', md: 'var(--kv-4)', lg: 'var(--kv-6)', xl: 'var(--kv-8)' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px' },
  defaultRadius: 'sm',
  shadows: { md: 'var(--kv-shadow-md)', lg: 'var(--kv-shadow-lg)' },
  breakpoints: { xs: '30em', sm: '43.75em', md: '68em', lg: '82em', xl: '90em' },
  headings: {
    fontFamily: 'var(--kv-font)',
    fontWeight: '600',
    sizes: {
      h1: { fontSize: 'var(--kv-h1)', lineHeight: '1.2' },
      h2: { fontSize: 'var(--kv-h2)', lineHeight: '1.3' },
      h3: { fontSize: 'var(--kv-h3)', lineHeight: '1.4' },
    },
  },
  components: {
    Button: {
      defaultProps: { variant: 'default', size: 'md' },
      vars: (_theme: unknown, props: { size?: unknown }) => ({ root: { '--button-height': heightOf(props.size) } }),
    },
    Input: {
      vars: (_theme: unknown, props: { size?: unknown }) => ({ wrapper: { '--input-height': heightOf(props.size ?? 'md') } }),
    },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md', autosize: false, rows: 3 } },
    // Its sign says nothing to screen readers.
    NativeSelect: { defaultProps: { size: 'md', rightSectionProps: { 'aria-hidden': true } } },
    Checkbox: { defaultProps: { size: 'xs' } },
  },
});

/** What the theme alone cannot say: Mantine's own pale greys are too weak for text. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--kv-ink-muted)',
    '--mantine-color-text': 'var(--kv-ink)',
    '--mantine-color-default-border': 'var(--kv-line-control)',
    '--mantine-color-placeholder': 'var(--kv-ink-muted)',
    '--mantine-color-anchor': 'var(--kv-link)',
    '--mantine-color-error': 'var(--kv-expired-text)',
  },
  dark: {},
});
