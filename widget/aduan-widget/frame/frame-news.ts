/** What the framed page tells the one around it: nothing of a person but the public number of what was received. */
export type FrameNews =
  | { readonly aduan: 'height'; readonly height: number }
  | { readonly aduan: 'submitted'; readonly number: string }
  | { readonly aduan: 'failed'; readonly code: string }
  | { readonly aduan: 'wiped' }
  /** Quick exit: the page around goes, too. */
  | { readonly aduan: 'left' }

/** What a message says, if it is one of ours; a frame can be led to another page and say anything. */
export function newsIn(data: unknown): FrameNews | null {
  if (typeof data !== 'object' || data === null || !('aduan' in data)) return null
  const { aduan, height, number, code } = data as Readonly<Record<string, unknown>>
  if (aduan === 'height' && typeof height === 'number' && Number.isFinite(height)) return { aduan, height }
  if (aduan === 'submitted' && typeof number === 'string' && /^[A-Z0-9]+-\d{4}-\d+$/.test(number)) {
    return { aduan, number }
  }
  if (aduan === 'failed' && typeof code === 'string' && /^[a-z/-]{1,60}$/.test(code)) return { aduan, code }
  return aduan === 'wiped' || aduan === 'left' ? { aduan } : null
}
