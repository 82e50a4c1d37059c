const channel = (hex: string, at: number) => {
  const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}

const luminance = (hex: string) => 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5)

/** Contrast of a `#rrggbb` colour with white, 1 to 21, as WCAG 2.2 defines it. */
export const contrastWithWhite = (hex: string): number => 1.05 / (luminance(hex) + 0.05)
