import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Deep river green: readable with white text from shade 7 on, and calm on a page looked at all day. */
const river: MantineColorsTuple = [
  '#e9f6f5',
  '#d5eae8',
  '#a9d5d1',
  '#7abfb9',
  '#53ada5',
  '#3aa198',
  '#2b9b91',
  '#12736d',
  '#0b5c58',
  '#044946',
];

export const theme = createTheme({
  primaryColor: 'river',
  primaryShade: { light: 8, dark: 8 },
  autoContrast: true,
  colors: { river },
  fontFamily: "'Be Vietnam Pro', system-ui, sans-serif",
  headings: { fontFamily: "'Be Vietnam Pro', system-ui, sans-serif", fontWeight: '600' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  components: {
    Anchor: { defaultProps: { underline: 'hover' } },
    // The focus goes to the first choice: an empty placeholder is no child that a menu may have.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    // The head of a dialog is no second banner of the page.
    Modal: {
      defaultProps: {
        attributes: { header: { role: 'presentation' } },
        closeButtonProps: { 'aria-label': 'Đóng (Close)' },
      },
    },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Đóng (Close)' } } },
    // The filled shade is too dark a ring on a dark page.
    Loader: { defaultProps: { color: 'var(--mantine-primary-color-light-color)' } },
    // It stands as words in a button, and is read as such.
    FileInput: { defaultProps: { styles: { placeholder: { color: 'var(--ink-soft)' } } } },
    // The row under the pointer: as readable, links too, as the others.
    Table: {
      defaultProps: { verticalSpacing: 'xs', highlightOnHoverColor: 'var(--ground)' },
    },
  },
});
