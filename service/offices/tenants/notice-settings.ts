import type { FieldProblem } from '../../shared/refusal.ts'
import { type NoticeEvent, noticeEvents } from '../notice-vocabulary.ts'
import type { Translated } from '../translated.ts'
import type { Language } from '../vocabulary.ts'

/** No variable reveals what a complaint is about. */
export type TemplateVariable = 'office' | 'number' | 'link' | 'sentence'

/** The variables fill the places `{{1}}`, `{{2}}` … in order. */
export interface WhatsAppTemplate {
  /** `null` covers every notice that has no template of its own. */
  readonly event: NoticeEvent | null
  readonly language: Language
  readonly name: string
  /** The language under which WhatsApp keeps it, e.g. `id` or `en_US`. */
  readonly templateLanguage: string
  readonly variables: readonly TemplateVariable[]
}

export interface NoticeSettings {
  /** A notice without a report of delivery after this many hours, day and night, goes to the next channel. */
  readonly deliveredWithinHours: number
  readonly whatsappTemplates: readonly WhatsAppTemplate[]
  /** How many working days before a date staff are alerted; the default is one. */
  readonly nearWorkingDays?: number | undefined
  /** How many working days after a date those above the head are alerted. */
  readonly escalateWorkingDays?: number | undefined
}

export const standardNoticeSettings: NoticeSettings = { deliveredWithinHours: 24, whatsappTemplates: [] }

export function templateFor(
  templates: readonly WhatsAppTemplate[],
  { event, language }: { readonly event: NoticeEvent; readonly language: Language },
): WhatsAppTemplate | null {
  const spoken = templates.filter((template) => template.language === language)
  return spoken.find((one) => one.event === event) ?? spoken.find((one) => one.event === null) ?? null
}

/** Tells whether every notice in this language can leave by a template. */
export const hasTemplates = ({ whatsappTemplates }: NoticeSettings, language: Language): boolean =>
  noticeEvents.every((event) => templateFor(whatsappTemplates, { event, language }) !== null)

/** Two templates for the same notice in the same language are ambiguous. */
export function templateProblems(templates: readonly WhatsAppTemplate[]): FieldProblem[] {
  const names = templates.map(({ event, language }) => `${event} ${language}`)
  return names.flatMap((name, at) =>
    names.indexOf(name) === at ? [] : [{ path: `notices.whatsappTemplates.${at}.event`, code: 'taken' }],
  )
}

/**
 * A tenant begins with this privacy notice, which says in plain words what Indonesia's personal-data law (UU 27/2022)
 * requires. Each edit raises the version that a reporter accepts.
 */
export const standardPrivacyNotice = (office: string): Translated => ({
  id: [
    `${office} (kami) bertanggung jawab atas data pribadi yang Anda berikan di sini, sesuai Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi.`,
    'Untuk apa. Data dipakai hanya untuk memeriksa dan menyelesaikan pengaduan Anda, menghubungi Anda tentangnya, dan melaporkan jumlah pengaduan tanpa nama. Dasarnya adalah tugas kami memberi pelayanan publik.',
    'Data apa. Isi pengaduan, bukti yang Anda lampirkan, serta nama, alamat, nomor telepon, dan surel sesuai pilihan identitas Anda. Pilihan "tanpa identitas" tidak meminta nama Anda. Kontak disimpan hanya bila Anda mengisinya.',
    'Siapa yang melihat. Petugas kami yang menangani pengaduan, sebatas tugasnya. Petugas yang nama atau jabatannya Anda sebut tidak dapat melihatnya sampai petugas lain memutuskan siapa yang Anda maksud. Identitas disimpan tersegel. Setiap kali identitas yang dirahasiakan dibuka, alasannya dicatat dan dapat Anda baca di halaman pengaduan Anda. Isi pengaduan tidak pernah dipublikasikan.',
    'Pihak yang membantu. Pengelola sistem menyimpan data dalam keadaan tersandi atas perintah kami. Penyedia pesan (surel, WhatsApp, SMS) hanya menerima alamat tujuan, nomor pengaduan, dan tautan, bukan isi pengaduan.',
    'Berapa lama. Selama pengaduan ditangani, lalu sampai masa retensi arsip berakhir. Setelah itu data dimusnahkan, dan pemusnahannya dicatat.',
    'Hak Anda. Anda dapat meminta salinan, perbaikan, penghentian pemakaian, atau penghapusan data diri. Penghapusan kami lakukan sejauh tidak dilarang aturan kearsipan; identitas dapat dihapus meski berkas pengaduan tetap tersimpan. Sampaikan lewat halaman pengaduan Anda atau langsung ke kantor kami.',
    'Bila terjadi kebocoran yang menyangkut data Anda, kami memberi tahu Anda paling lambat 3 x 24 jam.',
  ].join('\n\n'),
  en: [
    `${office} (we) answers for the personal data that you give here, under Indonesia's Personal Data Protection Law, Number 27 of 2022.`,
    'What for. We use the data only to examine and settle your complaint, to contact you about it, and to report numbers of complaints without names. The ground is our duty of public service.',
    'Which data. Your complaint, the evidence that you attach, and your name, address, phone number and e-mail according to the identity choice that you make. "Without identity" does not ask for your name. A contact is kept only if you give one.',
    'Who sees it. Those of our officers who handle the complaint, as far as their task needs. Officers whose name or position you give cannot see it until other officers decide whom you mean. Your identity is kept sealed. Each time a confidential identity is opened, the reason is recorded and you can read it on the page of your complaint. What complaints say is never published.',
    'Who helps us. The operator of the system keeps the data encrypted, on our instruction. Message carriers (e-mail, WhatsApp, SMS) get only where to send, the complaint number and a link, never the complaint.',
    'How long. While the complaint is handled, and then until the archive retention period ends. After that the data is destroyed, with a formal record.',
    'Your rights. You can ask for a copy, a correction, an end to the use, or the erasure of your personal data. We erase as far as archive law does not forbid it; your identity can be erased even though the case file stays. Ask through the page of your complaint or at our office.',
    'Should a leak concern your data, we tell you within 3 x 24 hours.',
  ].join('\n\n'),
})
