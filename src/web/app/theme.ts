import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** A calm deep red; white on shade 7 has a contrast of 8.9. */
const son: MantineColorsTuple = [
  '#fdf1f0',
  '#f8dedd',
  '#efbab8',
  '#e69390',
  '#de726e',
  '#d95d58',
  '#c0433f',
  '#8f1d21',
  '#7d161b',
  '#6a0f14',
];

export const theme = createTheme({
  colors: { son },
  primaryColor: 'son',
  primaryShade: 7,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: '"Segoe UI", "Noto Sans", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1.0625rem', lg: '1.1875rem', xl: '1.375rem' },
  headings: { fontWeight: '650' },
  components: {
    Button: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    // Capitals with their marks are hard to read.
    Badge: { defaultProps: { tt: 'none' } },
    NumberInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md', autosize: true, minRows: 3 } },
  },
});
