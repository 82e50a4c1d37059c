import type { MemberNews } from '../../../offices/inbox/inbox.ts'
import { accountWordingFor } from '../../../offices/staff/wording/account-wording.ts'
import { readIn } from '../../../offices/translated.ts'
import type { AlertWording } from './model.ts'

function roleIn(about: MemberNews | undefined): string | null {
  if (about?.unitRole) return readIn(about.unitRole, 'id')
  return about?.role ? accountWordingFor('id').roles[about.role] : null
}

export const id: AlertWording = {
  one: {
    new_case: (number) => `Pengaduan baru ${number}`,
    dispatched_to_me: (number) => `Pengaduan ${number} ditugaskan kepada Anda`,
    no_room: (number) => `Pengaduan ${number} belum dibagi: belum ada penangan yang dapat menerimanya`,
    rule: (number) =>
      number ? `Aturan otomatis meminta perhatian Anda pada pengaduan ${number}` : 'Satu aturan otomatis dimatikan',
    mentioned: (number) => `Anda disebut dalam catatan pengaduan ${number}`,
    not_sent: (number) =>
      number
        ? `Tindakan yang menunggu pada pengaduan ${number} tidak dijalankan`
        : 'Satu tindakan Anda tidak dijalankan: pengaduannya tidak lagi dapat Anda buka',
    reporter_answered: (number) => `Pelapor menanggapi pengaduan ${number}`,
    approval_waits: (number) =>
      number ? `Pengaduan ${number} menunggu persetujuan Anda` : 'Ada yang menunggu persetujuan Anda',
    clock_near: (number) => `Batas waktu pengaduan ${number} sudah dekat`,
    clock_escalated: (number) => `Pengaduan ${number} sudah lama melewati batas waktu`,
    clock_over: (number) => `Pengaduan ${number} melewati batas waktu`,
    webhook_off: () => 'Satu penerima webhook dimatikan karena tidak menjawab',
    transfer_news: (number) =>
      number ? `Unit lain mengembalikan pengaduan ${number}` : 'Ada kiriman unit lain yang menunggu',
    who_is_meant: (number) => `Pengaduan ${number} menunggu keputusan siapa yang dimaksud`,
    role_granted: (_, about) => {
      const role = roleIn(about)
      return about && role ? `${about.name} kini ${role}` : 'Peran penting diberikan'
    },
    role_taken: (_, about) => {
      const role = roleIn(about)
      return about && role ? `${about.name} tidak lagi ${role}` : 'Peran penting dicabut'
    },
    member_changed: (_, about) => {
      if (about?.formerName) return `Nama ${about.formerName} diubah menjadi ${about.name} di daftar petugas`
      return about ? `Jabatan, atasan, atau batas peran ${about.name} diubah` : 'Data seorang petugas diubah'
    },
    sealing_end_asked: () => 'Ada yang meminta penyegelan identitas dihentikan',
    sealing_ended: () => 'Penyegelan identitas dihentikan',
    message_arrived: () => 'Ada pesan masuk yang menunggu dicatat',
    channel_dead: () => 'Satu saluran pemberitahuan kepada pelapor tidak berfungsi',
  },
  others: {
    clock_near: (count) => `Batas waktu ${count} pengaduan lain sudah dekat`,
    clock_over: (count) => `${count} pengaduan lain melewati batas waktu`,
    clock_escalated: (count) => `${count} pengaduan lain sudah lama melewati batas waktu`,
  },
  many: (count) => `${count} pemberitahuan pengaduan`,
  greeting: 'Yth. Bapak/Ibu,',
  more: (count, link) => `Dan ${count} lainnya di ruang petugas:\n${link}`,
  closing: (office, link) =>
    `${office}\n\nIsi pengaduan hanya dapat dibaca di ruang petugas. Mengatur surel ini: ${link}`,
}
