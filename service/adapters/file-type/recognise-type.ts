import type { RecogniseType } from '../../evidence/evidence-store.ts'

/** By magic numbers; what has none but reads as plain text is text. Markup is not: a browser could run it. */
export const recogniseType: RecogniseType = async (head) => {
  const { fileTypeFromBuffer } = await import('file-type')
  const known = await fileTypeFromBuffer(head)
  if (known) return known.mime
  return isPlainText(head) ? 'text/plain' : null
}

function isPlainText(head: Uint8Array): boolean {
  if (head.length === 0 || head.some((byte) => byte < 32 && !textControls.has(byte))) return false
  const text = new TextDecoder().decode(head)
  // A character of several bytes may be cut at the end of the head, so one replacement there is fair.
  return !/\uFFFD(?!$)/.test(text) && !/^\s*</.test(text)
}

const textControls = new Set([9, 10, 13])
