import { describe, expect, it } from 'vitest'
import { mapFields, storyFields } from '../../../service/case/shape/story-fields.ts'
import { complaintRequest } from '../../../service/contract/complaint-request.ts'
import { storyProblems } from '../../../service/filing/new-complaint.ts'
import { followPage } from '../../../service/http/pages/follow-page.ts'
import { followResultPage } from '../../../service/http/pages/follow-result-page.ts'
import { formPage, formResultPage } from '../../../service/http/pages/form-page.ts'
import { pageTexts } from '../../../service/http/pages/page-texts.ts'
import { readFollowForm } from '../../../service/http/pages/read-follow-form.ts'
import { heldFiles, heldValue, readForm } from '../../../service/http/pages/read-form.ts'
import { nameField } from '../../../service/http/views/view-texts.ts'
import widgetEn from '../../../widget/texts/en/form.json'
import widgetId from '../../../widget/texts/id/form.json'
import { aTenantView } from '../../support/a-tenant-view.ts'
import { aComplaintView, aReceiptView, assets, someClockDays, someKey } from './every-page.ts'

const filled = {
  submission: ['abc'],
  language: ['id'],
  category: ['slow_service'],
  privacy: ['named'],
  subject: [' Surat tidak terbit '],
  chronology: ['Saya datang pagi.\r\nLoket tutup.'],
  occurredAt: ['2026-11-20'],
  occurredPlace: [''],
  'reporter.name': ['Siti Contoh'],
  'reporter.phone': ['0812-0000-0001'],
  'reporter.channels': ['email', 'whatsapp'],
  'statements.truthful': ['yes'],
  'statements.procedureRead': ['yes'],
  'statements.privacyNotice': ['3'],
}

const shown = (view: Partial<Parameters<typeof formPage>[0]> = {}) =>
  String(
    formPage({
      tenant: aTenantView(),
      assets,
      fields: {},
      problems: [],
      held: [],
      submission: 'abc',
      posts: [],
      ...view,
    }),
  )

describe('the form without JavaScript', () => {
  it('asks only for what the unit wants to know', () => {
    const html = shown()

    expect(html).toContain('name="reporter.name"')
    expect(html).not.toContain('name="reporter.address"')
    expect(html).toMatch(/Nomor HP\s*<span class="need">wajib/)
    expect(html).toMatch(/Surel \(e-mail\)\s*<span class="need">tidak wajib/)
  })

  it('shows who will see what before anything is typed', () => {
    const html = shown()

    expect(html.indexOf('Petugas melihat nama Anda.')).toBeGreaterThan(0)
    expect(html.indexOf('Petugas melihat nama Anda.')).toBeLessThan(html.indexOf('name="subject"'))
  })

  it('does not offer files where the unit takes none', () => {
    const { form } = aTenantView()
    const tenant = aTenantView({ form: { ...form, evidence: { ...form.evidence, maxFiles: 0 } } })

    expect(shown({ tenant })).not.toContain('type="file"')
  })

  it('keeps everything that was written when something was wrong', () => {
    const html = shown({ fields: filled, problems: [{ path: 'reporter.phone', message: 'Terlalu pendek.' }] })

    expect(html).toContain('value=" Surat tidak terbit "')
    expect(html).toContain('Saya datang pagi.\r\nLoket tutup.</textarea>')
    expect(html).toMatch(/value="slow_service"[^>]*checked/)
    expect(html).toMatch(/value="named"[^>]*checked/)
    expect(html).toMatch(/name="statements.privacyNotice"[^>]*checked/)
    expect(html).toMatch(/value="whatsapp"[^>]*checked/)
  })

  it('asks for one tick, and asks anew for texts that were replaced meanwhile', () => {
    expect(shown().match(/class="field consent/g)).toHaveLength(1)
    const earlier = { ...filled, 'statements.privacyNotice': ['2'] }
    const html = shown({ fields: earlier, problems: [{ path: 'statements.privacyNotice', message: 'Teks baru.' }] })
    expect(html).toContain('<a href="#statements-privacyNotice">Pernyataan: Teks baru.</a>')
    expect(html).toMatch(/name="statements.privacyNotice" value="3"/)
    expect(html).not.toMatch(/name="statements.privacyNotice"[^>]*checked/)
  })

  it.each([
    ['id', widgetId],
    ['en', widgetEn],
  ] as const)('calls each field what the widget calls it, in “%s”', (language, { fields }) => {
    const words = pageTexts[language].form
    const labels = {
      ...mapFields(storyFields, ({ name }) => nameField(name, language).label),
      'reporter.name': words.name,
      'reporter.address': words.address,
      'reporter.phone': words.phone,
      'reporter.email': words.email,
      'reporter.onBehalfOf': words.onBehalfOf,
    }
    for (const [name, label] of Object.entries(labels)) expect(fields).toMatchObject({ [name]: { label } })
  })

  it('says what was wrong beside the field and on top, one leading to the other', () => {
    const html = shown({ problems: [{ path: 'reporter.phone', message: 'Terlalu pendek.' }] })

    expect(html).toMatch(/<title>1 hal perlu diperbaiki/)
    expect(html).toContain('<a href="#reporter-phone">Nomor HP: Terlalu pendek.</a>')
    expect(html).toMatch(/id="reporter-phone-problem"><strong>Kesalahan:<\/strong> Terlalu pendek\./)
    expect(html).toMatch(/id="reporter-phone"[^>]*aria-describedby="reporter-phone-problem"[^>]*aria-invalid="true"/)
  })

  it('leads from the summary to the field of one file among several', () => {
    const html = shown({ problems: [{ path: 'evidence.2', message: 'Jenis berkas tidak diterima.' }] })

    expect(html).toContain('<a href="#evidence">Bukti: Jenis berkas tidak diterima.</a>')
    expect(html).toMatch(/id="evidence-problem"/)
  })

  it('keeps files that were already uploaded, each to be left out again', () => {
    const held = [{ id: 'e-1', name: 'foto "loket" 1.jpg', size: 1_200 }]
    const html = shown({ held })

    expect(html).toContain('foto &quot;loket&quot; 1.jpg')
    expect(heldFiles({ evidence: held.map(heldValue) })).toEqual(held)
  })
})

describe('what was sent with the form', () => {
  it('is a complaint as the API takes it', () => {
    const read = complaintRequest.parse(readForm(filled, [{ id: 'e-2', name: 'a.jpg', size: 1 }]))

    expect(read).toEqual({
      category: 'slow_service',
      privacy: 'named',
      reporter: { name: 'Siti Contoh', phone: '0812-0000-0001', channels: ['email', 'whatsapp'] },
      subject: 'Surat tidak terbit',
      chronology: 'Saya datang pagi.\nLoket tutup.',
      occurredAt: '2026-11-20',
      evidence: ['e-2'],
      language: 'id',
      statements: { truthful: true, procedureRead: true, privacyNotice: 3 },
    })
  })

  it('carries no identity of a reporter who chose to have none, whatever was typed', () => {
    expect(readForm({ ...filled, privacy: ['anonymous'] })).not.toHaveProperty('reporter')
  })

  it('counts the files of earlier tries whose box is still ticked', () => {
    const evidence = [heldValue({ id: 'e-1', name: 'foto loket.jpg', size: 5 }), 'nonsense', '']

    expect(readForm({ ...filled, evidence }, [{ id: 'e-2', name: 'a.jpg', size: 1 }]).evidence).toEqual(['e-1', 'e-2'])
  })

  it('is refused field by field where nothing was filled in', () => {
    const { error } = complaintRequest.safeParse(readForm({}))
    const paths = [
      ...error!.issues.map(({ path }) => path.join('.')),
      ...storyProblems(readForm({})).map(({ path }) => path),
    ]

    expect(paths).toEqual(
      expect.arrayContaining([
        'category',
        'privacy',
        'subject',
        'chronology',
        'statements.truthful',
        'statements.procedureRead',
        'statements.privacyNotice',
      ]),
    )
  })
})

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
        readers: null,
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
