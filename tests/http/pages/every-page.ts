import type { ReadingPost } from '../../../service/case/first-reader.ts'
import type { ClockDaysView, ComplaintView, ReceiptView } from '../../../service/contract/complaint-view.ts'
import { bagianOrganisasiSite, demoPage, dinasContohSite } from '../../../service/http/pages/demo-page.ts'
import { followPage } from '../../../service/http/pages/follow-page.ts'
import { followResultPage } from '../../../service/http/pages/follow-result-page.ts'
import { destroyedPage } from '../../../service/http/pages/follow-sections.ts'
import { formPage, formResultPage } from '../../../service/http/pages/form-page.ts'
import { embedPage, hostedPage, kioskPage } from '../../../service/http/pages/hosted-page.ts'
import { accessibilityPage, homePage, noticePage, securityPage } from '../../../service/http/pages/office-pages.ts'
import type { PageAssets } from '../../../service/http/pages/page.ts'
import { verifyPage } from '../../../service/http/pages/verify-page.ts'
import type { Language } from '../../../service/offices/vocabulary.ts'
import { aTenantView } from '../../support/a-tenant-view.ts'

const somePost = (position: string): ReadingPost => ({ id: 'p', position, standing: 'verifies', takes: [], under: [] })

export const assets: PageAssets = {
  css: '/assets/pages-0.css',
  demoCss: '/assets/demo-0.css',
  icon: '/assets/mark-0.svg',
  crest: '/assets/crest-0.svg',
  crestContoh: '/assets/crest-contoh-0.svg',
  widgetJs: '/widget/v1/aduan.js',
  kioskJs: '/widget/v1/kiosk.js',
  embedJs: '/widget/v1/embed.js',
  previewJs: '/widget/v1/preview.js',
  checkReceiptJs: '/assets/check-receipt-0.js',
  copyCodeJs: '/assets/copy-code-0.js',
}

export const someKey = '01234 56789 01234 56789 01234 56789'

const clock = (text: string) => ({
  clock: 'verification',
  label: text,
  startedAt: '2026-11-23T03:15:00.000Z',
  dueAt: '2026-11-26T09:00:00.000Z',
  stoppedAt: null,
  pausedAt: null,
  overdue: true,
  explanation: text,
  basis: text,
})

export const aReceiptView = (text = 'Verifikasi'): ReceiptView => ({
  number: 'DLW-2026-000123',
  trackingCode: '7KQM-2XRD-9TXP-4WHD-3RVC',
  receivedAt: '2026-11-23T03:15:00.000Z',
  clocks: [clock(text)],
  receiptUrl: 'https://aduan.example/receipt',
  followUpUrl: 'https://aduan.example/follow',
  verifyUrl: 'https://aduan.example/verify/h4Kq2vY0Zt7',
})

/** How its one date was counted. */
export const someClockDays = (text = 'hari kerja ke-1'): ClockDaysView => ({
  clocks: [
    {
      clock: 'verification',
      label: text,
      days: [
        { day: '2026-11-23', kind: 'begin', count: null },
        { day: '2026-11-24', kind: 'counted', count: 1 },
        { day: '2026-11-25', kind: 'local', count: null },
        { day: '2026-11-26', kind: 'counted', count: 2 },
      ],
      groups: [{ when: 'Selasa, 24 November', what: text, kind: 'counted' }],
    },
  ],
})

/** A complaint with something to say in each part; every text that somebody wrote is `text`. */
export const aComplaintView = (text = 'Mohon dibantu'): ComplaintView => ({
  number: 'DLW-2026-000123',
  status: 'incomplete',
  statusLabel: 'Menunggu kelengkapan pelapor',
  statusMeaning: 'Ada yang perlu dilengkapi.',
  category: { code: 'slow_service', label: 'Layanan lambat' },
  privacy: 'confidential',
  receivedAt: '2026-11-23T03:15:00.000Z',
  subject: text,
  spoken: {
    file: 'rekaman',
    disguised: true,
    transcript: { at: '2026-11-23T04:00:00.000Z', by: text, text, reply: null },
  },
  clocks: [clock('Verifikasi')],
  history: [{ at: '2026-11-23T03:15:00.000Z', event: 'received', label: 'Diterima', by: text, text, public: true }],
  messages: [
    { id: '1', at: '2026-11-24T03:15:00.000Z', from: 'office', by: text, text },
    { id: '2', at: '2026-11-24T04:15:00.000Z', from: 'reporter', by: '', text },
  ],
  older: null,
  others: [{ number: 'BO-2026-000002', subject: text, statusLabel: text }],
  earlier: [{ office: text, number: 'BO-2026-000001' }],
  evidence: [
    {
      id: 'e',
      name: text,
      size: 10,
      type: 'image/jpeg',
      sha256: 'ab',
      browserAgreed: true,
      addedAt: '2026-11-23T03:15:00.000Z',
      available: false,
    },
  ],
  destroyed: null,
  delay: {
    clocks: [{ clock: 'verification', label: text, dueAt: '2026-11-26T09:00:00.000Z', newDate: null }],
    explanations: [{ at: '2026-11-27T03:00:00.000Z', by: text, reason: text, newDate: '2026-12-04T09:00:00.000Z' }],
  },
  lapsed: null,
  completion: {
    askedAt: '2026-11-24T03:15:00.000Z',
    items: ['evidence'],
    brought: [],
    text,
    until: '2026-12-24T03:15:00.000Z',
  },
  grounded: { at: '2026-11-24T03:15:00.000Z', wellFounded: true, because: text },
  answer: { at: '2026-11-24T03:15:00.000Z', outcome: 'clarified', outcomeLabel: 'Klarifikasi', text, by: text },
  declined: {
    at: '2026-11-24T03:15:00.000Z',
    reason: 'not_our_authority',
    reasonLabel: 'Bukan kewenangan',
    text,
    elsewhere: text,
  },
  forwarded: {
    ...{ at: '2026-11-24T03:15:00.000Z', sentOn: '2026-11-24' },
    ...{ name: text, address: text, reason: text, reference: text },
  },
  identityAccess: [
    { at: '2026-11-24T03:15:00.000Z', role: 'Pemegang kunci identitas', groundLabel: text, reason: text },
  ],
  breachNotices: [{ at: '2026-11-24T03:15:00.000Z', text }],
  rating: null,
  codeKnownToOffice: true,
  codeWaits: null,
  rights: { identityGiven: true, withdrawalMeaning: 'Nama dan kontak Anda dimusnahkan.', contacts: [], requests: [] },
  acts: ['message', 'withdrawal'],
  receiptUrl: 'https://aduan.example/receipt',
  unsatisfied: { text: 'Anda masih dapat mengajukan keberatan.', objection: true },
  record: true,
  verifyUrl: 'https://aduan.example/verify/h4Kq2vY0Zt7',
})

/** Every page of the service, with `text` wherever an office or a person can write. */
export function everyPage(language: Language, text: string): Record<string, string> {
  const tenant = aTenantView({
    language,
    name: text,
    shortName: text,
    parent: text,
    contact: { address: text, telephone: text, fax: text, email: text, officeHours: text },
    procedure: { title: text, rules: [text] },
    privacyNotice: { version: 1, text },
    categories: [{ code: 'slow_service', label: text, description: text, class: 'non_oversight' }],
  })
  const demo = { tenant, assets, publicUrl: 'https://aduan.example', other: { path: '/demo/', name: text } }
  const fields = { subject: [text], chronology: [text], 'reporter.name': [text], 'reporter.phone': [text] }
  const destroyed = { at: '2031-12-01T03:00:00.000Z', record: text }
  const receipt = {
    office: text,
    parent: text,
    number: 'DLW-2026-000123',
    receivedAt: '2026-11-23T03:15:00.000Z',
    timeZone: 'Asia/Jakarta',
    fingerprint: text,
    isPractice: false,
    keyFingerprint: someKey,
    files: ['ab'.repeat(32)],
    destroyed,
  }
  const pages = {
    home: homePage({ language, assets, demo: true, units: [{ slug: 'dinas-contoh', name: text, parent: text }] }),
    hosted: hostedPage(tenant, assets),
    form: formPage({
      tenant,
      assets,
      fields,
      problems: [{ path: 'subject', message: text }],
      held: [{ id: 'e', name: text, size: 1 }],
      submission: text,
      posts: [somePost(text)],
    }),
    formResult: formResultPage(tenant, aReceiptView(text), someKey, assets),
    follow: followPage({ tenant, assets, number: text, problem: text }),
    followResult: followResultPage({
      tenant,
      assets,
      complaint: aComplaintView(text),
      readers: { posts: [somePost(text)], notReadBy: [] },
      clockDays: someClockDays(text),
      trackingCode: text,
      offeredCode: '7KQM-2XRD-9TXP-4WHD-3RVC',
    }),
    destroyed: destroyedPage({ tenant, assets, complaint: aComplaintView(text), destroyed }),
    accessibility: accessibilityPage(tenant, assets),
    security: securityPage({ language, assets, contacts: [`mailto:${text}`] }),
    verify: verifyPage({ language, assets, receiptId: text, receipt }),
    embed: embedPage(tenant, assets),
    kiosk: kioskPage(tenant, assets),
    notice: noticePage({ language, assets, notice: 'busy', back: '/t/dinas-contoh/form' }),
    demo: demoPage({ ...demo, site: bagianOrganisasiSite, path: '/demo/' }),
    secondDemo: demoPage({ ...demo, site: dinasContohSite, path: '/demo/dinas-contoh' }),
  }
  return Object.fromEntries(Object.entries(pages).map(([name, page]) => [name, String(page)]))
}
