import { type Dice, oneOf } from './dice.ts'
import type { Call } from './hostile-call.ts'
import { aPng } from './some-files.ts'

export const hostileFileNames = [
  ...[
    '../../../../etc/passwd',
    '..\\..\\boot.ini',
    'a\0.png',
    '.',
    '..',
    '/',
    'CON',
    ' ',
    'x'.repeat(3_000),
    '__proto__',
  ],
  ...[
    'a"; filename="b',
    'a\\r\\nX-Injected: ya',
    '<img src=x onerror=alert(1)>.png',
    '\u202egnp.exe',
    '\ud83d',
    '👩‍👩‍👧.png',
    "'; --",
  ],
]

const heads = [
  'Content-Disposition: form-data; name="file"; filename="a.png"',
  'Content-Disposition: form-data; name="__proto__"; filename="a.png"',
  'Content-Disposition: form-data; name="file"',
  "Content-Disposition: form-data; name=file; filename*=UTF-8''%ff%00%zz",
  'Content-Disposition: attachment',
  'Content-Disposition:',
  'Content-Type: text/html',
  'X: y',
  `Content-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: multipart/mixed; boundary=x`,
  `Content-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Transfer-Encoding: base64`,
  `Content-Disposition: form-data; name="file"; filename="a.png"\r\nX-Long: ${'x'.repeat(90_000)}`,
]

/** An upload that is broken, or carries what no browser would send. */
export function hostileUpload(dice: Dice, call: Call): Call {
  const boundary = oneOf(dice, ['batas', 'b'.repeat(70), '----x'])
  const part = (): Buffer => {
    const named = `Content-Disposition: form-data; name="file"; filename="${oneOf(dice, hostileFileNames)}"`
    const head = dice(2) > 0 ? named : oneOf(dice, heads)
    const bytes = oneOf(dice, [
      aPng,
      Buffer.alloc(0),
      Buffer.from('<svg onload=alert(1)>'),
      Buffer.alloc(dice(3_000), dice(256)),
    ])
    return Buffer.concat([Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`), bytes, Buffer.from('\r\n')])
  }
  const parts = Array.from({ length: oneOf(dice, [0, 1, 1, 1, 2, 60, 300]) }, part)
  const whole = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)])
  const body = oneOf(dice, [
    whole,
    whole,
    whole.subarray(0, dice(whole.length)),
    Buffer.concat([Buffer.from('pendahuluan\r\n'), whole]),
    Buffer.from(whole.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'),
  ])
  const said = oneOf(dice, [boundary, boundary, boundary, boundary, 'lain', ''])
  return { ...call, headers: { ...call.headers, 'Content-Type': `multipart/form-data; boundary=${said}` }, body }
}

const fields =
  'number code act text kind understood name phone email category privacy subject chronology evidence.0 submission __proto__'
const acts = [
  'open',
  'receipt',
  'own-data',
  'message',
  'identity-correction',
  'data-request',
  'withdrawal',
  '__proto__',
  '',
]

/** What a page of forms is sent by no form. */
export function hostileForm(dice: Dice, unitPath: string): Call {
  const call = { method: 'POST', path: `${unitPath}/${oneOf(dice, ['form', 'follow'])}`, headers: {} }
  if (dice(2) > 0) return hostileUpload(dice, call)
  const pairs = Array.from({ length: 1 + dice(8) }, () => [
    oneOf(dice, fields.split(' ')),
    oneOf(dice, [...acts, ...hostileFileNames]),
  ])
  const written = pairs
    .map(([name, value]) => `${name}=${encodeURIComponent(Buffer.from(value!).toString())}`)
    .join('&')
  const body = oneOf(dice, [written, written, `${written}&=%zz%&&&`, written.repeat(60)])
  return { ...call, headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: Buffer.from(body) }
}
