/** Linear light, each 0 to 1. */
export type Light = readonly [red: number, green: number, blue: number]

/** IEC 61966-2-1. */
export function lightOf(hex: string): Light {
  const part = (at: number) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
}

/** Returns `null` if no sRGB screen can show it. */
export function hexOf(light: Light): string | null {
  if (light.some((part) => part < -0.0005 || part > 1.0005)) return null
  const parts = light.map((part) => {
    const share = part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055
    const byte = Math.round(Math.min(Math.max(share, 0), 1) * 255)
    return byte.toString(16).padStart(2, '0')
  })
  return `#${parts.join('')}`
}

/** Relative luminance of a `#rrggbb` colour, 0 to 1, as WCAG 2.2 defines it. */
export function luminance(hex: string): number {
  const [red, green, blue] = lightOf(hex)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
