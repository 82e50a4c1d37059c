import { describe, expect, it } from 'vitest'
import { followPage } from '../../../service/http/pages/follow-page.ts'
import { followResultPage } from '../../../service/http/pages/follow-result-page.ts'
import { formResultPage } from '../../../service/http/pages/form-page.ts'
import { readFollowForm } from '../../../service/http/pages/read-follow-form.ts'
import { aTenantView } from '../../support/a-tenant-view.ts'
import { aComplaintView, aReceiptView, assets, someClockDays, someKey } from './every-page.ts'

const tenant = aTenantView()
const code = '7KQM-2XRD-9TXP-4WHD-3RVC'
const addresses = (html: string) => [...html.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, address]) => address!)

describe('the page after sending', () => {
  const html = String(formResultPage(tenant, aReceiptView(), someKey, assets))

  it('shows number, code and date, and says that the code is shown once', () => {
    expect(html).toContain('<code>DLW-2026-000123</code>')
    expect(html, 'a narrow phone breaks it between its groups').toContain(
      `<code><wbr>${code.replaceAll('-', '-<wbr>')}</code>`,
    )
    expect(html).toContain('Kamis, 26 November 2026')
    expect(html).toContain('Kode hanya ditampilkan sekali')
  })

  it('never puts the code into an address', () => {
    expect(addresses(html).filter((address) => address.includes(code))).toEqual([])
  })
})

describe('following a complaint without JavaScript', () => {
  it('asks for number and code in a form that posts them', () => {
    const html = String(followPage({ tenant, assets }))

    expect(html).toMatch(/<aduan-widget[^>]*view="follow"[^>]*><form[^>]*method="post"/)
    expect(html).toContain('name="number"')
    expect(html).toContain('name="code"')
  })

  it('keeps the number but not the code when nothing matched', () => {
    const html = String(followPage({ tenant, assets, number: 'DLW-2026-000001', problem: 'Tidak cocok.' }))

    expect(html).toContain('value="DLW-2026-000001"')
    expect(html).toMatch(/role="alert"[^>]*>Tidak cocok\./)
    expect(html).not.toContain('aduan-widget')
  })

  const shown = (acts: ReturnType<typeof aComplaintView>['acts']) =>
    String(
      followResultPage({
        tenant,
        assets,
        complaint: { ...aComplaintView(), acts },
        clockDays: someClockDays(),
        trackingCode: code,
        offeredCode: code,
        done: 'message',
      }),
    )

  it('offers only what the reporter can do now', () => {
    const html = shown(['message', 'objection'])

    expect(html).toContain('name="act" value="message"')
    expect(html).toContain('name="act" value="objection"')
    expect(html).not.toContain('name="act" value="withdrawal"')
  })

  it('confirms what was done, tells a late date, and who opened the identity and why', () => {
    const html = shown([])

    expect(html).toContain('Pesan Anda terkirim.')
    expect(html).toContain('Lewat batas waktu')
    expect(html).toContain('Pemegang kunci identitas')
  })

  it('never puts the code into an address', () => {
    expect(addresses(shown(['message'])).filter((address) => address.includes(code))).toEqual([])
  })
})

describe('what was sent from the follow-up page', () => {
  it('is an act on one complaint', () => {
    const sent = { act: ['message'], number: [' dlw-2026-000123 '], code: [code], text: [' Sudah saya lengkapi '] }

    expect(readFollowForm(sent)).toEqual({
      act: 'message',
      number: 'DLW-2026-000123',
      trackingCode: code,
      text: 'Sudah saya lengkapi',
      page: '',
    })
  })

  it('only opens the complaint where the act is unknown', () => {
    expect(readFollowForm({ act: ['erase'], number: ['X'], code: ['Y'] }).act).toBe('open')
  })
})
