/** Each runs as it stands, in Node or a browser, after the ones before it. A test runs them all. */
export function apiExamples(publicUrl: string, unit: string) {
  return {
    call: `const service = '${publicUrl}'
const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

async function call(path, options = {}) {
  const answer = await fetch(service + '/api/v1/tenants/${unit}' + path, options)
  if (answer.status === 429) {
    await pause(Number(answer.headers.get('Retry-After')))
    return call(path, options)
  }
  const body = await answer.json()
  if (!answer.ok) throw new Error(body.code + ': ' + body.detail)
  return body
}`,
    file: `const unit = await call('')
const receipt = await call('/complaints', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
  body: JSON.stringify({
    category: unit.categories.find((one) => !one.needsIdentity).code,
    privacy: 'anonymous',
    subject: 'Loket tutup sebelum waktunya',
    chronology: 'Loket dua tutup pukul 14.00, padahal di papan tertulis pukul 15.00.',
    statements: { truthful: true, procedureRead: true, privacyNotice: unit.privacyNotice.version },
  }),
})`,
    follow: `const complaint = await call('/complaints/' + receipt.number, {
  headers: { Authorization: 'Bearer ' + receipt.trackingCode },
})
console.log(complaint.number, complaint.statusLabel)`,
    program: `const register = await call('/integration/cases?limit=10', {
  headers: { Authorization: 'Bearer ' + key },
})
for (const { number, status, dueAt } of register.items) console.log(number, status, dueAt)`,
  }
}

/** How a receiver makes sure that a message is the unit's, unchanged and of now. */
export const verifyWebhook = `const bytesOf = (base64) => Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))

/** body: the text as it came, before any parsing; headers: with names in small letters */
export async function isFromTheUnit(secret, headers, body) {
  const time = headers['webhook-timestamp']
  if (Math.abs(Date.now() / 1000 - Number(time)) > 300) return false
  const hmac = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', bytesOf(secret.replace('whsec_', '')), hmac, false, ['verify'])
  const signed = new TextEncoder().encode(headers['webhook-id'] + '.' + time + '.' + body)
  for (const one of headers['webhook-signature'].split(' ')) {
    const [version, signature] = one.split(',')
    if (version === 'v1' && (await crypto.subtle.verify('HMAC', key, bytesOf(signature), signed))) return true
  }
  return false
}`
