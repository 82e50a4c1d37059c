import type { AttemptReason } from '../../offices/notice-vocabulary.ts'

/** Reads the report of a returned mail (RFC 3464); `null` if the server still tries, or delivered it. */
export function readBounce(returned: string): { readonly reason: AttemptReason; readonly words: string } | null {
  const field = (name: string) => new RegExp(`^${name}:[ \\t]*(.{1,300})$`, 'im').exec(returned)?.[1]?.trim() ?? ''
  const action = field('Action').toLowerCase()
  if (action && action !== 'failed') return null
  const status = /\b([245])\.(\d{1,3})\.(\d{1,3})\b/.exec(field('Status'))
  const words = field('Diagnostic-Code').replace(/^smtp;\s*/i, '')
  if (status?.[1] === '2') return null
  if (status?.[1] === '4' || status?.[2] === '2') return { reason: 'recipient_busy', words }
  if (status?.[2] === '7' || status?.[2] === '6') return { reason: 'message_refused', words }
  return { reason: 'address_refused', words }
}
