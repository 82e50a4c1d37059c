import type { Role } from '../../../service/offices/vocabulary.ts'
import { cases } from './cases.ts'
import { decisions } from './decisions.ts'
import { everybody } from './everybody.ts'
import type { Paragraph } from './paragraph.ts'
import { running } from './running.ts'

/** A guide is for a role in a unit, or for the person who runs the service. */
export type Reader = Role | 'operator'

/** At most two printed pages for somebody on their first day. */
export interface Guide {
  /** Name of its file, without the ending. */
  readonly file: string
  readonly title: string
  readonly lead: string
  readonly paragraphs: readonly Paragraph[]
}

const { signIn, practise, today, account, alerts, doubt, find, oneCase } = everybody

/** Guides are in Indonesian only, as the procedures are that officers follow. */
export const guides: Readonly<Record<Reader, Guide>> = {
  intake_officer: {
    file: 'petugas-penerima',
    title: 'Petugas penerima',
    lead: 'Anda menerima pengaduan di loket, telepon, surat, dan pesan, lalu mencatatnya dengan kata-kata pelapor. Anda tidak menilai dan tidak menjawab.',
    paragraphs: [
      signIn,
      practise,
      today,
      cases.intake,
      cases.counter,
      cases.inbound,
      cases.letters,
      find,
      account,
      doubt,
    ],
  },
  verifier: {
    file: 'petugas-verifikasi',
    title: 'Petugas verifikasi',
    lead: 'Anda orang pertama yang menilai pengaduan: cukup jelaskah, wewenang siapa, dan siapa yang menangani. Batas waktu verifikasi berjalan sejak pengaduan diterima.',
    paragraphs: [
      ...[signIn, practise, today, cases.verify, cases.grounded, cases.dispatch, cases.endOtherwise],
      ...[cases.late, find, doubt],
    ],
  },
  case_handler: {
    file: 'petugas-penangan',
    title: 'Petugas penangan',
    lead: 'Anda memeriksa apa yang diadukan, bertanya kepada pelapor bila perlu, dan mengusulkan jawaban kepada pimpinan.',
    paragraphs: [
      ...[signIn, practise, today, oneCase, cases.handle, cases.answer, cases.papers, cases.improve],
      ...[cases.late, doubt],
    ],
  },
  unit_head: {
    file: 'pimpinan-unit',
    title: 'Pimpinan unit',
    lead: 'Anda menandatangani jawaban, menjaga batas waktu, dan bertanggung jawab atas perbaikan. Beberapa menit setiap pagi di halaman pertama biasanya cukup.',
    paragraphs: [
      ...[signIn, practise, today, decisions.sign, decisions.watch, decisions.objection, decisions.approvals],
      ...[decisions.dataRequests, decisions.incidents, decisions.reports, doubt],
    ],
  },
  identity_custodian: {
    file: 'pemegang-kunci-identitas',
    title: 'Pemegang kunci identitas',
    lead: 'Anda memutus apakah nama seorang pelapor dibuka. Pelapor berani karena tahu bahwa ada orang yang menjaganya.',
    paragraphs: [
      ...[signIn, practise, today, decisions.identityRequests, decisions.custody, decisions.sealing],
      ...[decisions.approvals, cases.letters, decisions.incidents, doubt],
    ],
  },
  internal_auditor: {
    file: 'inspektorat',
    title: 'Inspektorat / APIP',
    lead: 'Anda mengawasi bagaimana pengaduan ditangani, memutus keberatan bila tidak ada pimpinan lain, dan menjadi orang kedua.',
    paragraphs: [
      ...[signIn, practise, today, decisions.oversight, decisions.objection, decisions.approvals, decisions.log],
      ...[cases.late, decisions.reports, decisions.retention, doubt],
    ],
  },
  parent_head: {
    file: 'pimpinan-unit-induk',
    title: 'Pimpinan unit induk',
    lead: 'Anda memutus keberatan bila unit tidak punya pimpinan lain, dan menjadi orang kedua untuk hal yang tidak boleh diputus sendirian.',
    paragraphs: [
      ...[signIn, practise, today, decisions.objection, decisions.secondPerson, decisions.approvals],
      ...[decisions.statistics, decisions.reports, cases.late, doubt],
    ],
  },
  observer: {
    file: 'pengamat',
    title: 'Pengamat',
    lead: 'Anda membaca angka tanpa data pribadi dan tanpa isi pengaduan. Tidak ada yang dapat rusak oleh Anda.',
    paragraphs: [signIn, decisions.statistics, decisions.figuresOnly, account, alerts],
  },
  tenant_admin: {
    file: 'admin-unit',
    title: 'Admin unit',
    lead: 'Anda menyiapkan unit: orang, peran, tata cara, dan sambungannya. Isi pengaduan tidak terbuka bagi Anda.',
    paragraphs: [
      ...[signIn, running.begin, running.staff, running.adminLimits, running.settings, running.embed, running.wording],
      ...[running.templates, running.connections, account, doubt],
    ],
  },
  operator: {
    file: 'pengelola-layanan',
    title: 'Pengelola layanan',
    lead: 'Anda membuka unit dan menjaga layanan tetap berjalan. Isi pengaduan tidak terbuka bagi Anda.',
    paragraphs: [
      ...[signIn, running.units, running.operatorLimits, running.operatorDays, running.keys, running.announcements],
      ...[running.tasks, running.widgetVersions, running.operators, account, doubt],
    ],
  },
}

const every: readonly Paragraph[] = [everybody, cases, decisions, running].flatMap((group) => Object.values(group))

/** Paragraphs about a page: those in the guides of its reader, or all of them where none is. */
export function paragraphsOn(pattern: string, readers: readonly Reader[]): readonly Paragraph[] {
  const about = every.filter(({ pages }) => pages?.includes(pattern))
  const own = new Set(readers.flatMap((reader) => guides[reader].paragraphs))
  const meant = about.filter((paragraph) => own.has(paragraph))
  return meant.length > 0 ? meant : about
}
