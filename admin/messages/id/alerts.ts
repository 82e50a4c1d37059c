import type { AlertKind } from '../../../service/complaints/vocabulary.ts'

export const alerts = {
  heading: 'Pemberitahuan',
  bell: (unread: number) => (unread > 0 ? `Pemberitahuan, ${unread} belum dibaca` : 'Pemberitahuan'),
  fresh: (count: number) => `${count} pemberitahuan baru`,
  empty: 'Belum ada pemberitahuan.',
  unread: 'Belum dibaca:',
  readAll: 'Tandai semua dibaca',
  times: (count: number) => `${count} kali`,
  newCases: (count: number) => `${count} pengaduan baru`,
  show: 'Tampilkan',
  kinds: {
    new_case: 'Pengaduan baru',
    dispatched_to_me: 'Ditugaskan kepada Anda:',
    reporter_answered: 'Pelapor menanggapi',
    approval_waits: 'Menunggu persetujuan Anda:',
    clock_near: 'Batas waktu sudah dekat:',
    clock_over: 'Lewat batas waktu:',
    channel_dead: 'Satu saluran kabar sedang tidak jalan',
  } satisfies Record<AlertKind, string>,
}
