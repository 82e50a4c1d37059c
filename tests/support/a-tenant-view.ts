import type { WholeTenantView } from '../../service/contract/tenant-view.ts'

/** A unit as pages see it, unremarkable; a test names only what it is about. */
export function aTenantView(details: Partial<WholeTenantView> = {}): WholeTenantView {
  return {
    tenant: 'dinas-contoh',
    name: 'Dinas Layanan Warga Kabupaten Contoh',
    shortName: 'Dinas Layanan Warga',
    parent: 'Pemerintah Kabupaten Contoh',
    timeZone: 'Asia/Jakarta',
    language: 'id',
    languages: ['id', 'en'],
    contact: { address: 'Jalan Contoh Nomor 1', telephone: null, fax: null, email: null, officeHours: 'Hari kerja' },
    procedure: { title: 'Prosedur', rules: ['Setiap pengaduan kami terima.'] },
    privacyNotice: { version: 3, text: 'Data Anda dijaga.\n\nHak Anda tetap ada.' },
    categories: [
      { code: 'slow_service', label: 'Layanan lambat', description: 'Melewati waktu.', class: 'non_oversight' },
      { code: 'illegal_levy', label: 'Pungutan', description: 'Di luar ketentuan.', class: 'oversight' },
    ],
    privacyChoices: [
      { choice: 'named', label: 'Dengan identitas', meaning: 'Petugas melihat nama Anda.' },
      { choice: 'anonymous', label: 'Tanpa identitas', meaning: 'Kami tidak meminta nama.' },
    ],
    form: {
      identity: { name: 'required', address: 'hidden', phone: 'required', email: 'optional' },
      limits: { name: 120, phone: 25, subject: 160, chronology: 8_000 },
      evidence: { maxFiles: 5, maxBytes: 10_000_000, types: ['image/jpeg', 'application/pdf'] },
      channels: ['email', 'whatsapp'],
    },
    clocks: [],
    theme: { accent: null },
    links: {
      hosted: 'https://aduan.example/t/dinas-contoh',
      form: 'https://aduan.example/t/dinas-contoh/form',
      follow: 'https://aduan.example/t/dinas-contoh/follow',
    },
    ...details,
  }
}
