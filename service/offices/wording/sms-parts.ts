/** 3GPP TS 23.038: characters outside the plain alphabet make every message hold less. */
export interface SmsParts {
  readonly alphabet: 'plain' | 'wide'
  readonly parts: number
  /** Free places in the last part. */
  readonly left: number
}

const plain = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
/** Each takes two places, which are not split. */
const extended = new Set('^{}\\[~]|€\f')

/** Characters of a single message, and of each part of several. */
const holds = { plain: { one: 160, each: 153 }, wide: { one: 70, each: 67 } } as const

export function smsParts(text: string): SmsParts {
  const letters = [...text]
  const alphabet = letters.every((letter) => plain.has(letter) || extended.has(letter)) ? 'plain' : 'wide'
  const sizes = letters.map((letter) => (alphabet === 'wide' ? letter.length : extended.has(letter) ? 2 : 1))
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const { one, each } = holds[alphabet]
  if (total <= one) return { alphabet, parts: 1, left: one - total }
  let parts = 1
  let used = 0
  for (const size of sizes) {
    if (used + size > each) {
      parts++
      used = 0
    }
    used += size
  }
  return { alphabet, parts, left: each - used }
}
