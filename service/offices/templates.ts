import type { Instant } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import type { CollectionSpec, Draft, Kept, Store } from '../storage/collection.ts'
import type { StaffId, TenantId } from '../storage/place.ts'
import type { CompletionItem, DeclineReason, Language, Outcome, Status, TemplateKind } from './vocabulary.ts'

export interface Template extends Kept, TemplateWords {
  /** It is `null` if it came with the tenant's first templates. */
  readonly changedBy: StaffId | null
  readonly changedAt: Instant
}

/** Nobody would find one among more. */
export const MOST_TEMPLATES = 200

const empty = { items: [], outcome: null, reason: null, elsewhere: '' } as const

/** Keeps only the fields that its act has. */
export function tidyTemplate(words: TemplateWords): TemplateWords {
  const { kind, items, outcome, reason, elsewhere } = words
  const own = kind === 'completion' ? { items } : kind === 'answer' ? { outcome } : { reason, elsewhere }
  return { ...words, ...empty, ...(kind === 'message' || kind === 'note' ? {} : own) }
}

/** A template's text, with the fields of the act that uses it. */
export interface TemplateWords {
  readonly name: string
  readonly kind: TemplateKind
  readonly language: Language
  /** The categories where it is offered; an empty list means everywhere. */
  readonly categories: readonly string[]
  readonly statuses: readonly Status[]
  readonly text: string
  /** The requested items of a completion. */
  readonly items: readonly CompletionItem[]
  /** It is set for an answer. */
  readonly outcome: Outcome | null
  /** They are set for a decline, with where to go instead. */
  readonly reason: DeclineReason | null
  readonly elsewhere: string
}

export const templateSpec: CollectionSpec<Template> = {
  name: 'templates',
  keys: { name: ({ name }) => name.toLowerCase() },
  indexes: { name: { on: ['name'] } },
}

/** Templates contain nothing about any person. */
export interface TemplateStore {
  /** Lists them by name. */
  list(tenant: TenantId): Promise<readonly Template[]>
  add(template: Draft<Template>): Promise<Template>
  change(template: Template): Promise<Template>
  remove(tenant: TenantId, id: string): Promise<void>
}

export async function openTemplateStore(store: Store): Promise<TemplateStore> {
  const kept = await store.collection(templateSpec)
  const unknown = () => new Refusal('not-found', 'template/unknown')

  return {
    list: async (tenant) => (await kept.find(tenant, { index: 'name', limit: MOST_TEMPLATES })).items,

    async add(template) {
      if ((await kept.count(template.tenant, { index: 'name' }, MOST_TEMPLATES)) >= MOST_TEMPLATES) {
        throw new Refusal('conflict', 'template/too-many', { most: MOST_TEMPLATES })
      }
      return kept.insert(template)
    },

    async change(template) {
      const changed = await kept.replace(template)
      if (changed) return changed
      throw (await kept.get(template.tenant, template.id))
        ? new Refusal('conflict', 'template/changed-meanwhile')
        : unknown()
    },

    async remove(tenant, id) {
      if (!(await kept.delete(tenant, id))) throw unknown()
    },
  }
}

const plain = {
  language: 'id',
  categories: [],
  statuses: [],
  items: [],
  outcome: null,
  reason: null,
  elsewhere: '',
} as const

/** Every tenant starts with these. */
export const firstTemplates: readonly TemplateWords[] = [
  {
    ...plain,
    name: 'Sedang kami periksa',
    kind: 'message',
    statuses: ['in_progress'],
    text: 'Pengaduan Anda nomor {nomor} sedang kami periksa.\n\nKami menjawab paling lambat {batas_waktu}. Bila ada yang ingin Anda tambahkan, balas saja pesan ini.\n\n{petugas}\n{kantor}',
  },
  {
    ...plain,
    name: 'Minta waktu bertemu atau menelepon',
    kind: 'message',
    text: 'Agar pemeriksaan pengaduan {nomor} tidak keliru, kami ingin mendengar cerita Anda secara langsung.\n\nKapan Anda dapat ditemui atau dihubungi? Anda boleh datang dengan pendamping, dan boleh menolak.\n\n{petugas}\n{kantor}',
  },
  {
    ...plain,
    name: 'Terima kasih atas keterangan tambahan',
    kind: 'message',
    text: 'Terima kasih, keterangan tambahan Anda sudah kami terima dan kami baca.\n\nBatas waktu kami tetap {batas_waktu}.\n\n{petugas}',
  },
  {
    ...plain,
    name: 'Kapan dan di mana terjadinya',
    kind: 'completion',
    items: ['when_it_happened', 'where_it_happened'],
    text: 'Agar pengaduan {nomor} dapat diperiksa, kami perlu tahu kapan dan di mana kejadiannya. Perkiraan hari dan tempat pun cukup.',
  },
  {
    ...plain,
    name: 'Terbukti, sudah diperbaiki',
    kind: 'answer',
    outcome: 'substantiated',
    text: 'Pengaduan Anda nomor {nomor} terbukti. Kami mohon maaf.\n\nTemuan kami: …\n\nPerbaikan yang sudah dilakukan: …\n\nBila Anda tidak puas dengan jawaban ini, Anda dapat mengajukan keberatan dari halaman pengaduan Anda.',
  },
  {
    ...plain,
    name: 'Tidak terbukti, dengan alasan',
    kind: 'answer',
    outcome: 'unsubstantiated',
    text: 'Kami sudah memeriksa pengaduan Anda nomor {nomor}.\n\nHal yang kami periksa: …\n\nTemuan kami: …\n\nDari pemeriksaan itu, pengaduan Anda tidak terbukti. Bila Anda punya bukti lain, sampaikan lewat keberatan di halaman pengaduan Anda.',
  },
  {
    ...plain,
    name: 'Bukan kewenangan kami',
    kind: 'decline',
    reason: 'not_our_authority',
    text: 'Terima kasih sudah menyampaikan pengaduan {nomor}. Hal yang Anda adukan bukan kewenangan {kantor}, sehingga kami tidak dapat memeriksanya.',
    elsewhere: 'Sampaikan ke SP4N-LAPOR! (lapor.go.id). Pengaduan diteruskan dari sana ke instansi yang berwenang.',
  },
  {
    ...plain,
    name: 'Sudah dihubungi, tidak terjawab',
    kind: 'note',
    text: 'Pelapor dihubungi lewat …, belum menjawab. Dicoba lagi pada …',
  },
]
