/** A mail as programs write it; a test names only what it is about. */
export interface MailDetails {
  readonly from?: string
  readonly to?: string
  readonly subject?: string
  readonly messageId?: string
  /** More lines of the head. */
  readonly head?: Readonly<Record<string, string>>
  readonly text?: string
  readonly files?: readonly { readonly name: string; readonly type: string; readonly bytes: Buffer }[]
}

let written = 0

/** The mail with its files in base64, lines ended as on the wire. */
export function aMail(details: MailDetails = {}): string {
  const {
    from = 'Siti Contoh <siti@contoh.example>',
    to = 'masuk@aduan.example',
    subject = 'Pengaduan',
    text = '',
  } = details
  const { messageId = `<surel-${process.pid}-${++written}@contoh.example>`, head = {}, files = [] } = details
  const lines = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: ${messageId}`,
    'Date: Tue, 24 Nov 2026 10:15:00 +0700',
    'MIME-Version: 1.0',
    ...Object.entries(head).map(([name, value]) => `${name}: ${value}`),
  ]
  if (files.length === 0) return wired([...lines, 'Content-Type: text/plain; charset=utf-8', '', text])
  const parts = files.flatMap(({ name, type, bytes }) => [
    '--batas',
    `Content-Type: ${type}; name="${name}"`,
    `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    bytes.toString('base64').replace(/(.{76})/g, '$1\n'),
  ])
  const words = ['--batas', 'Content-Type: text/plain; charset=utf-8', '', text]
  return wired([...lines, 'Content-Type: multipart/mixed; boundary=batas', '', ...words, ...parts, '--batas--'])
}

const wired = (lines: readonly string[]): string => `${lines.join('\n').replace(/\r?\n/g, '\r\n')}\r\n`
