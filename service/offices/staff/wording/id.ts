import type { AccountWording } from './model.ts'

const letter = (name: string, body: readonly string[], office: string) =>
  `${[
    `Yth. ${name},`,
    ...body,
    `Hormat kami,\n${office}`,
    'Surel ini dikirim otomatis. Mohon tidak membalas karena balasan tidak dibaca.',
  ].join('\n\n')}\n`

const notYou =
  'Bila bukan Anda yang melakukannya, segera pakai "Lupa kata sandi?" di halaman masuk dan hubungi admin unit Anda.'

export const id: AccountWording = {
  service: 'Layanan pengaduan',
  operator: 'Pengelola layanan',
  roles: {
    intake_officer: 'petugas penerima',
    verifier: 'petugas verifikasi',
    case_handler: 'petugas penangan',
    unit_head: 'pimpinan unit',
    identity_custodian: 'pemegang kunci identitas',
    internal_auditor: 'Inspektorat',
    parent_head: 'pimpinan unit induk',
    observer: 'pengamat',
    tenant_admin: 'admin unit',
  },
  mails: {
    invitation: ({ name, office, by, link, days }) => ({
      subject: `Undangan petugas layanan pengaduan ${office}`,
      text: letter(
        name,
        [
          `${by} mengundang Anda menjadi petugas layanan pengaduan ${office}.`,
          `Buka tautan ini untuk menerimanya. Tautan hanya dapat dipakai satu kali dan berlaku ${days} hari:\n${link}`,
          'Tautan ini hanya dikirim kepada Anda. Jangan meneruskannya kepada siapa pun, juga tidak kepada admin. Bila Anda tidak merasa diundang, abaikan surel ini.',
        ],
        office,
      ),
    }),
    password: ({ name, office, link, minutes }) => ({
      subject: 'Kata sandi baru untuk layanan pengaduan',
      text: letter(
        name,
        [
          'Seseorang, semoga Anda sendiri, menyatakan lupa kata sandi akun ini.',
          `Buka tautan ini untuk membuat kata sandi baru. Tautan hanya dapat dipakai satu kali dan berlaku ${minutes} menit:\n${link}`,
          'Bila bukan Anda yang meminta, abaikan surel ini. Kata sandi Anda tidak berubah.',
        ],
        office,
      ),
    }),
    'second-factor': ({ name, office, by, link, minutes }) => ({
      subject: 'Memasang ulang faktor kedua',
      text: letter(
        name,
        [
          `${by} menyetujui bahwa faktor kedua akun Anda dipasang ulang.`,
          `Buka tautan ini dan masukkan kata sandi Anda. Tautan hanya dapat dipakai satu kali dan berlaku ${minutes} menit:\n${link}`,
          'Setelah itu Anda memasang faktor kedua yang baru sebelum dapat membaca apa pun. Bila bukan Anda yang meminta, jangan buka tautan ini dan hubungi admin unit Anda.',
        ],
        office,
      ),
    }),
    'password-changed': ({ name, office }) => ({
      subject: 'Kata sandi Anda diganti',
      text: letter(
        name,
        ['Kata sandi akun Anda baru saja diganti dengan tautan sekali pakai. Semua sesi berakhir.', notYou],
        office,
      ),
    }),
    'second-factor-gone': ({ name, office }) => ({
      subject: 'Faktor kedua Anda dilepas',
      text: letter(
        name,
        ['Faktor kedua akun Anda baru saja dilepas dengan tautan sekali pakai. Semua sesi berakhir.', notYou],
        office,
      ),
    }),
    'role-granted': ({ name, office, role }) => ({
      subject: `Peran baru Anda di ${office}`,
      text: letter(name, [`Di ${office} Anda kini menjadi ${role}.`], office),
    }),
    'role-taken': ({ name, office, role }) => ({
      subject: `Peran Anda di ${office} berakhir`,
      text: letter(name, [`Di ${office} Anda tidak lagi menjadi ${role}.`], office),
    }),
  },
}
