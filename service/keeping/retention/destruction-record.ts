import type { SignedPaper } from '../../case/receipt/receipt.ts'
import type { Actor } from '../../case/shape/history.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import { printable } from '../../offices/office-paper.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { Instant } from '../../shared/instant.ts'
import { sayMoment } from '../../shared/time-in-words.ts'
import type { TenantId } from '../../storage/place.ts'
import type { Destruction } from './destruction.ts'

/** A destruction record (berita acara) is official, and so in Indonesian only. */
export interface DestructionRecordDocument {
  readonly language: 'id'
  readonly createdAt: Instant
  readonly signature: string
  readonly letterhead: { readonly parent: string; readonly office: string; readonly contact: string }
  readonly title: string
  readonly number: string
  readonly lead: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly list: {
    readonly heading: string
    readonly columns: readonly string[]
    /** A cell for each column. */
    readonly rows: readonly (readonly string[])[]
  }
  /** Cases that were approved for destruction and yet kept, a sentence each. */
  readonly kept: { readonly heading: string; readonly sentences: readonly string[] }
  readonly signatories: readonly { readonly caption: string; readonly name: string; readonly position: string }[]
  readonly verification: string
  page(place: { readonly page: number; readonly pages: number }): string
}

export interface DestructionFacts {
  readonly id: string
  readonly number: string
  readonly what: string
  readonly startedAt: string
  readonly finishedAt: string
  readonly basis: string
  readonly reason: string
  readonly proposer: string
  readonly approver: string
  /** Number, category, ending, received, ended, files. */
  readonly lines: readonly (readonly [string, string, string | null, string, string, number])[]
  readonly kept: readonly string[]
}

/** The same facts always give the same signature. */
export type SignDestruction = (tenant: TenantId, facts: DestructionFacts) => Promise<SignedPaper>

/** It makes a tagged PDF. The same document always gives the same bytes. */
export type RenderDestructionRecord = (record: DestructionRecordDocument) => Promise<Uint8Array>

export interface DestructionWording {
  category(code: string): string
  ending(code: Destruction['content']['lines'][number]['ending']): string
  kept(number: string, because: string): string
}

const words = {
  record: {
    title: 'Catatan Pemusnahan Arsip',
    lead: (at: string, cases: number) =>
      `Lampiran berita acara pemusnahan arsip. Pada ${at} telah dimusnahkan isi ${cases} pengaduan yang masa simpannya habis, sebagaimana tercantum dalam daftar di bawah ini.`,
    means:
      'Kunci sandi setiap pengaduan, identitas pelapor, dan setiap berkas bukti dihancurkan sehingga tidak dapat dibaca lagi, lalu berkas bukti dihapus. Kunci unit diganti agar salinan dalam cadangan lama ikut tidak terbaca. Data yang tersisa: nomor, kategori, status, hasil, dan tanggal.',
  },
  identity: {
    title: 'Catatan Penghapusan Identitas Pelapor',
    lead: (at: string, cases: number) =>
      `Pada ${at} telah dihapus identitas pelapor dari ${cases} pengaduan, sebagaimana tercantum dalam daftar di bawah ini. Isi pengaduan tetap disimpan.`,
    means:
      'Kunci sandi identitas setiap pelapor dihancurkan sehingga nama dan kontaknya tidak dapat dibaca lagi. Kunci unit diganti agar salinan dalam cadangan lama ikut tidak terbaca.',
  },
} as const

/** The signature covers these facts, always in the same order. */
export function factsOf({ id, number, what, startedAt, finishedAt, content }: Destruction): DestructionFacts {
  const { basis, reason, lines, kept } = content
  return {
    ...{ id, number, what, startedAt },
    finishedAt: finishedAt ?? '',
    ...{ basis, reason },
    proposer: nameActor(content.proposer),
    approver: nameActor(content.approver),
    lines: lines.map((line) => [line.number, line.category, line.ending, line.receivedAt, line.endedAt, line.files]),
    kept: kept.map((line) => line.number),
  }
}

export function composeDestructionRecord(
  destruction: Destruction,
  { settings }: Tenant,
  wording: DestructionWording,
  { signature, fingerprint }: SignedPaper,
): DestructionRecordDocument {
  const { what, number, startedAt, finishedAt, content } = destruction
  const { name, parent, contact, calendar } = settings
  const say = (at: Instant) => sayMoment(at, calendar.timeZone, 'id')
  const { title, lead, means } = words[what]
  const day = (at: Instant) => localDateOf(at, calendar).split('-').reverse().join('-')
  return {
    language: 'id',
    createdAt: startedAt,
    signature,
    letterhead: {
      parent: printable(parent),
      office: printable(name),
      contact: printable(
        [contact.address, contact.telephone && `Telepon ${contact.telephone}`].filter(Boolean).join(' · '),
      ),
    },
    title,
    number: `Nomor: ${number}`,
    lead: lead(say(startedAt), content.lines.length),
    facts: [
      { label: 'Jadwal retensi', value: content.basis },
      { label: what === 'record' ? 'Dasar pemusnahan' : 'Dasar penghapusan', value: content.reason },
      { label: 'Cara', value: means },
      { label: 'Diusulkan', value: `${nameActor(content.proposer)}, ${say(content.proposedAt)}` },
      { label: 'Disetujui', value: `${nameActor(content.approver)}, ${say(content.approvedAt)}` },
      { label: 'Selesai', value: finishedAt ? say(finishedAt) : '' },
    ].map(({ label, value }) => ({ label, value: printable(value) })),
    list: {
      heading: 'Daftar',
      columns: ['No.', 'Nomor', 'Kategori', 'Hasil', 'Diterima', 'Berakhir', 'Habis simpan', 'Bukti'],
      rows: content.lines.map((line, at) => [
        String(at + 1),
        line.number,
        printable(wording.category(line.category)),
        wording.ending(line.ending),
        day(line.receivedAt),
        day(line.endedAt),
        line.from.split('-').reverse().join('-'),
        String(line.files),
      ]),
    },
    kept: {
      heading: 'Disetujui, tetapi tetap disimpan',
      sentences: content.kept.map((line) => wording.kept(line.number, line.because)),
    },
    signatories: [
      { caption: 'Pengusul', ...signatory(content.proposer) },
      { caption: 'Pemberi persetujuan', ...signatory(content.approver) },
    ],
    verification: `Bersegel digital sistem; bukan tanda tangan elektronik tersertifikasi. Kode segel: ${fingerprint}`,
    page: ({ page, pages }) => `Halaman ${page} dari ${pages}`,
  }
}

const signatory = (actor: Actor) =>
  actor.kind === 'staff'
    ? { name: printable(actor.name), position: printable(actor.position) }
    : { name: '', position: '' }

const nameActor = (actor: Actor): string => (actor.kind === 'staff' ? `${actor.name} (${actor.position})` : 'Sistem')
