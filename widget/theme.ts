import { css } from './element/css.ts'

/**
 * Colours, font and corners. A page sets the `--aduan-*` properties on the element; the unit's accent comes next; what
 * is written here is the rest. The underlined names are what the widget's own styles use.
 *
 * An accent of any lightness is moved to one that keeps WCAG AA: at most 0.5 on the light panel, at least 0.78 on the
 * dark one (OKLCH). Browsers without relative colours show the accent as it is in light, the default in dark.
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
 * @cssprop [--aduan-files] - `none` on a device that is not the person's own: no way to leave a copy on it.
 */
export const theme = css`
  .root {
    --_given: var(--aduan-accent, var(--_unit-accent, #0b5f5c));
    --_accent: var(--_given);
    --_on-accent: var(--aduan-on-accent, #fff);
    --_surface: var(--aduan-surface, #fff);
    --_soft: var(--aduan-surface-soft, #f3f7f6);
    --_text: var(--aduan-text, #17211f);
    --_muted: var(--aduan-muted, #4d5b58);
    --_border: var(--aduan-border, #7c8a87);
    --_line: #dbe3e1;
    --_danger: var(--aduan-danger, #b3261e);
    --_danger-soft: #fdf1f0;
    --_warn-soft: #fff7e3;
    --_warn: #7a4d00;
    --_radius: var(--aduan-radius, 12px);
    --_shadow: 0 8px 28px #0f1f1c1f;
    color-scheme: light;
  }
  @supports (color: oklch(from red l c h)) {
    .root {
      --_accent: oklch(from var(--_given) min(l, 0.5) c h);
    }
  }
  @media (prefers-color-scheme: dark) {
    .root {
      --_accent: #5cc4ba;
      --_on-accent: var(--aduan-on-accent, #0d1716);
      --_surface: var(--aduan-surface, #16201f);
      --_soft: var(--aduan-surface-soft, #1f2b29);
      --_text: var(--aduan-text, #eaf1ef);
      --_muted: var(--aduan-muted, #b2c1bd);
      --_border: var(--aduan-border, #83938f);
      --_line: #33423f;
      --_danger: var(--aduan-danger, #ffb4ab);
      --_danger-soft: #3a1f1d;
      --_warn-soft: #372c12;
      --_warn: #f2cd7a;
      color-scheme: dark;
    }
    @supports (color: oklch(from red l c h)) {
      .root {
        --_accent: oklch(from var(--_given) max(l, 0.78) min(c, 0.11) h);
      }
    }
  }
`

/** The unit's accent as the style of the root. */
export const accentStyle = (accent: string | null | undefined): string =>
  accent && /^#[0-9a-f]{6}$/i.test(accent) ? `--_unit-accent:${accent}` : ''
