// A browser without `light-dark()` gets the light colour.
const lightDark = /light-dark\(([^;]+?),\s*#\w+\)/g
const isKnown = CSS.supports('color:light-dark(red,red)')

// A root font smaller than readable text is a way to count (62.5 %), and is scaled up. A larger one is what the reader
// wants.
const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
const scale = rem < 14 ? 16 / rem : 1

/** Makes a style sheet that all elements of a kind share. The build minifies it. Screen widths are in `em`. */
export function css([rules = '']: TemplateStringsArray): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  const sized = rules.replace(/([\d.]+)rem/g, (_, size: string) => `${+size * scale}rem`)
  sheet.replaceSync(isKnown ? sized : sized.replace(lightDark, '$1'))
  return sheet
}

/**
 * Colours, font and corners. A page sets the `--aduan-*` properties on the element, then comes the accent of the unit,
 * then the values below. The widget's own styles use the names with an underscore.
 *
 * An accent of any lightness is moved to one that keeps WCAG AA: at most 0.5 on the light panel, at least 0.78 on the
 * dark one (OKLCH). Browsers without relative colours show the accent as it is in light, and the default in dark.
 *
 * `color-scheme` on the element or around it decides between light and dark; without it the widget is light.
 *
 * @cssprop [--aduan-accent=#0b5f5c] - Buttons, links, progress and chosen cards.
 * @cssprop [--aduan-on-accent=#ffffff] - Text on the accent.
 * @cssprop [--aduan-surface=#ffffff] - Background of the panel.
 * @cssprop [--aduan-surface-soft=#f3f7f6] - Background of quiet boxes.
 * @cssprop [--aduan-text=#17211f] - Text.
 * @cssprop [--aduan-muted=#4d5b58] - Hints.
 * @cssprop [--aduan-border=#7c8a87] - Edges of fields.
 * @cssprop [--aduan-danger=#b3261e] - Problems.
 * @cssprop [--aduan-radius=12px] - Corners of the panel; smaller parts follow.
 * @cssprop [--aduan-font=system-ui] - Typeface.
 * @cssprop [--aduan-top=0px] - Height of what stands fixed at the top of the page, such as a site's header.
 * @cssprop [--aduan-files] - `none` on a device that is not the person's own: no way to leave a copy on it.
 */
export const theme = css`
  .root {
    color-scheme: inherit;
    --_given: var(--aduan-accent, var(--_unit-accent, #0b5f5c));
    --_accent: light-dark(var(--_given), #5cc4ba);
    --_on-accent: var(--aduan-on-accent, light-dark(#fff, #0d1716));
    --_surface: var(--aduan-surface, light-dark(#fff, #16201f));
    --_soft: var(--aduan-surface-soft, light-dark(#f3f7f6, #1f2b29));
    --_text: var(--aduan-text, light-dark(#17211f, #eaf1ef));
    --_muted: var(--aduan-muted, light-dark(#4d5b58, #b2c1bd));
    --_border: var(--aduan-border, light-dark(#7c8a87, #83938f));
    --_line: light-dark(#dbe3e1, #33423f);
    --_danger: var(--aduan-danger, light-dark(#b3261e, #ffb4ab));
    --_danger-soft: light-dark(#fdf1f0, #3a1f1d);
    --_warn-soft: light-dark(#fff7e3, #372c12);
    --_warn: light-dark(#7a4d00, #f2cd7a);
    --_radius: var(--aduan-radius, 12px);
    --_shadow: 0 8px 28px #0f1f1c1f;
  }
  @supports (color: light-dark(red, oklch(from red l c h))) {
    .root {
      --_accent: light-dark(
        oklch(from var(--_given) min(l, 0.5) c h),
        oklch(from var(--_given) max(l, 0.78) min(c, 0.11) h)
      );
    }
  }
`

/** Writes the unit's accent as a style of the root. */
export const styleAccent = (accent: string | null | undefined): string =>
  accent && /^#[0-9a-f]{6}$/i.test(accent) ? `--_unit-accent:${accent}` : ''
