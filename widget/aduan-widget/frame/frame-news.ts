/**
 * What the framed page tells the page around it. The public number of a received complaint is all that it tells about a
 * person.
 */
export type FrameNews =
  | { readonly aduan: 'height'; readonly height: number }
  | { readonly aduan: 'submitted'; readonly number: string }
  | { readonly aduan: 'failed'; readonly code: string }
  | { readonly aduan: 'wiped' }
  /** Quick exit: the page around leaves, too. */
  | { readonly aduan: 'left' }

/** Reads a message if it is one of ours. A frame can be led to another page, which can send anything. */
export function readNews(data: unknown): FrameNews | null {
  if (typeof data !== 'object' || data === null || !('aduan' in data)) return null
  const { aduan, height, number, code }: Readonly<Record<string, unknown>> = { ...data }
  if (aduan === 'height' && typeof height === 'number' && Number.isFinite(height)) return { aduan, height }
  if (aduan === 'submitted' && typeof number === 'string' && /^[A-Z0-9]+-\d{4}-\d+$/.test(number)) {
    return { aduan, number }
  }
  if (aduan === 'failed' && typeof code === 'string' && /^[a-z/-]{1,60}$/.test(code)) return { aduan, code }
  return aduan === 'wiped' || aduan === 'left' ? { aduan } : null
}
