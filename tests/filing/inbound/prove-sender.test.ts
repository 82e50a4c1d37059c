import { describe, expect, it } from 'vitest'
import { proofOfMail } from '../../../service/filing/inbound/incoming-mail.ts'

const proofOf = (
  line: string,
  { from = 'siti@contoh.example', hasOneSender = true, server = 'mx.kantor.example' as string | null } = {},
) => proofOfMail({ from, hasOneSender, headers: new Map([['authentication-results', line]]) }, server)

describe('what our mail server says of a sender', () => {
  it.each([
    'mx.kantor.example; dmarc=pass header.from=contoh.example',
    'MX.Kantor.example 1; spf=fail smtp.mailfrom=lain.example; dmarc=pass (p=reject) header.from=contoh.example',
    'mx.kantor.example; dkim=pass header.d=contoh.example',
    'mx.kantor.example; spf=pass smtp.mailfrom=pantul@contoh.example',
  ])('proves them: %s', (line) => {
    expect(proofOf(line)).toBe('sender')
  })

  it.each([
    '',
    'mx.kantor.example; none',
    'mx.kantor.example; dmarc=none header.from=contoh.example',
    'mx.kantor.example; dmarc=pass header.from=jahat.example',
    'mx.kantor.example; dkim=pass header.d=jahat.example; spf=pass smtp.mailfrom=jahat.example',
    'mx.kantor.example; dkim=pass header.d=example',
    'mx.kantor.example; dkim=pass header.d=jahatcontoh.example',
    'mx.jahat.example; dmarc=pass header.from=contoh.example',
    'mx.jahat.example; mx.kantor.example; dmarc=pass header.from=contoh.example',
    '(mx.kantor.example) mx.jahat.example; dmarc=pass header.from=contoh.example',
    'mx.kantor.example; x=y (dmarc=pass header.from=contoh.example)',
  ])('proves nothing: %s', (line) => {
    expect(proofOf(line)).toBeUndefined()
  })

  it('denies them where it fails, whatever else passed', () => {
    const line = 'mx.kantor.example; dkim=pass header.d=contoh.example; dmarc=fail header.from=contoh.example'
    expect(proofOf(line)).toBe('denied')
  })

  it('counts for nothing where two senders stand in the mail, or the operator named no server', () => {
    const line = 'mx.kantor.example; dmarc=pass header.from=contoh.example'
    expect(proofOf(line, { hasOneSender: false })).toBeUndefined()
    expect(proofOf(line, { server: null })).toBeUndefined()
  })
})
