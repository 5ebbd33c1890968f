/**
 * How cards look here: the page’s own colours by name, so that light, dark and forced colours need no second drawing, and sizes that follow the size of text
 * that somebody set in their browser. `root` is that size in pixels.
 */
export function hostConfig(root: number): object {
  const scale = root / 16;
  const px = (size: number): number => Math.round(size * scale);
  const sizes = { small: px(14), default: px(16), medium: px(18), large: px(22), extraLarge: px(26) };
  const font = { fontFamily: 'inherit', fontSizes: sizes, fontWeights: { lighter: 400, default: 400, bolder: 650 } };
  const colour = (name: string) => ({ default: `var(--${name})`, subtle: 'var(--soft)' });
  const foreground = {
    default: colour('ink'),
    dark: colour('ink'),
    light: colour('ink'),
    accent: colour('link'),
    good: colour('fine'),
    warning: colour('confirm'),
    attention: colour('block')
  };
  const style = (ground: string) => ({ backgroundColor: `var(--${ground})`, foregroundColors: foreground });
  const label = { color: 'default', isSubtle: false, size: 'default', weight: 'bolder' };
  return {
    supportsInteractivity: true,
    hostCapabilities: {},
    spacing: { small: 6, default: 12, medium: 16, large: 22, extraLarge: 28, padding: 16 },
    separator: { lineThickness: 1, lineColor: 'var(--line)' },
    fontTypes: { default: font, monospace: font },
    lineHeights: { small: px(20), default: px(24), medium: px(26), large: px(29), extraLarge: px(34) },
    containerStyles: {
      default: style('card'),
      emphasis: style('ground'),
      accent: style('advise-ground'),
      good: { backgroundColor: 'color-mix(in srgb, var(--fine) 12%, var(--card))', foregroundColors: foreground },
      attention: style('block-ground'),
      warning: style('confirm-ground')
    },
    textStyles: { heading: { size: 'large', weight: 'bolder' }, columnHeader: { weight: 'bolder' } },
    textBlock: { headingLevel: 2 },
    inputs: {
      label: { inputSpacing: 'small', requiredInputs: { ...label, suffix: ' *', suffixColor: 'attention' }, optionalInputs: label },
      errorMessage: { color: 'attention', size: 'default', spacing: 'small', weight: 'bolder' }
    },
    factSet: {
      title: { color: 'default', size: 'default', isSubtle: false, weight: 'bolder', wrap: true, maxWidth: px(140) },
      value: { color: 'default', size: 'default', isSubtle: false, weight: 'default', wrap: true },
      spacing: 6
    },
    actions: {
      maxActions: 6,
      spacing: 'large',
      buttonSpacing: 10,
      showCard: { actionMode: 'inline', inlineTopMargin: 16 },
      actionsOrientation: 'vertical',
      actionAlignment: 'stretch'
    },
    adaptiveCard: { allowCustomStyle: false }
  };
}
