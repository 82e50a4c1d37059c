import type { ReporterActName } from './limit-table.ts'

/** Acts by method and the path behind the number. */
const acts: Readonly<Record<string, ReporterActName>> = {
  'GET ': 'open',
  'GET /clocks': 'clocks',
  'GET /receipt.pdf': 'receipt',
  'GET /record.pdf': 'record',
  'GET /own-data': 'own-data',
  'GET /own-data.html': 'own-data',
  'POST /messages': 'message',
  'POST /evidence': 'evidence',
  'POST /identity': 'identity',
  'POST /identity/correction': 'identity-correction',
  'POST /identity/withdrawal': 'identity-withdrawal',
  'POST /withdrawal': 'withdrawal',
  'POST /objection': 'objection',
  'POST /reopening': 'reopening',
  'POST /acceptance': 'acceptance',
  'POST /rating': 'rating',
  'POST /code': 'own-code',
  'GET /reading-posts': 'reading-posts',
  'POST /reading-posts': 'choose-readers',
  'POST /transcript': 'transcript',
  'POST /contact-codes': 'contact-code',
  'POST /contact-confirmations': 'contact-confirmation',
  'POST /data-requests': 'data-request',
}

/** @param path as in `/api/v1/tenants/{unit}/complaints/{number}/messages` */
export function reporterActOf(method: string, path: string): ReporterActName {
  const after = /\/complaints\/[^/]+(\/.*)?$/.exec(path)?.[1]?.replace(/\/$/, '') ?? ''
  if (method === 'GET' && after.startsWith('/evidence/')) return 'file'
  if (method === 'GET' && after.startsWith('/older/')) return 'older'
  return acts[`${method} ${after}`] ?? 'open'
}
