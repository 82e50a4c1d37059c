import { inBoth } from './wording.ts'

const id = {
  heading: 'Unit layanan',
  intro: 'Unit yang memakai layanan ini. Pengelola membuka unit, tetapi tidak dapat membaca pengaduan.',
  open: 'Buka unit baru',
  openHeading: 'Buka unit baru',
  openText: 'Unit mulai dengan tata cara dan kategori bawaan. Admin pertamanya melengkapi sendiri.',
  name: 'Nama resmi',
  nameHint: 'Misalnya: Dinas Contoh Kabupaten Misal.',
  shortName: 'Nama pendek',
  slug: 'Alamat unit',
  slugHint: 'Huruf kecil, angka, dan tanda hubung. Menjadi bagian alamat dan tidak dapat diubah.',
  numberPrefix: 'Awalan nomor pengaduan',
  numberPrefixHint: 'Huruf besar, paling banyak delapan. Misalnya: DC.',
  admin: 'Admin unit pertama',
  adminName: 'Nama',
  adminEmail: 'Surel',
  submit: 'Buka unit',
  opened: (name: string) => `${name} dibuka`,
  linkText: 'Serahkan tautan ini kepada admin unit. Tautan hanya tampil sekali dan hanya berlaku sekali.',
  link: 'Tautan untuk admin unit',
  hasAccount: 'Undangan dikirim ke surel admin itu dan tidak diperlihatkan kepada siapa pun.',
  openedAt: (date: string) => `dibuka ${date}`,
  hosted: 'Halaman unit',
  unread: (cases: number) => `${cases} pengaduan tidak dapat dibaca siapa pun di unit ini`,
  unreadText:
    'Semua yang boleh membacanya dilaporkan di dalamnya, atau bawahan yang dilaporkan. Minta Inspektorat menunjuk seorang auditor dan admin unit mengundangnya, tanpa menyebut sebabnya. Begitu diundang, pengaduan itu beralih kepadanya dan tanda ini hilang.',
  emptyHeading: 'Belum ada unit',
  emptyText: 'Buka unit pertama; admin unit melanjutkan sendiri.',
  loading: 'Memuat daftar unit…',
  list: 'Unit layanan',
}

const en: typeof id = {
  heading: 'Units',
  intro: 'Units that use this service. The operator opens units, but cannot read complaints.',
  open: 'Open a unit',
  openHeading: 'Open a unit',
  openText: 'A unit begins with the usual procedure and categories. Its first admin goes on from there.',
  name: 'Official name',
  nameHint: 'For example: Dinas Contoh Kabupaten Misal.',
  shortName: 'Short name',
  slug: 'Address of the unit',
  slugHint: 'Small letters, digits and hyphens. It becomes part of addresses and cannot be changed.',
  numberPrefix: 'Prefix of complaint numbers',
  numberPrefixHint: 'Capital letters, at most eight. For example: DC.',
  admin: 'First admin of the unit',
  adminName: 'Name',
  adminEmail: 'E-mail',
  submit: 'Open the unit',
  opened: (name) => `${name} is open`,
  linkText: 'Hand this link to the unit’s admin. It is shown once and works once.',
  link: 'Link for the unit’s admin',
  hasAccount: 'The invitation is mailed to that admin and shown to nobody.',
  openedAt: (date) => `opened ${date}`,
  hosted: 'Page of the unit',
  unread: (cases) =>
    cases === 1
      ? '1 complaint can be read by nobody in this unit'
      : `${cases} complaints can be read by nobody in this unit`,
  unreadText:
    'Everybody who could read it is complained about in it, or works under who is. Ask the Inspektorat to name an auditor and the unit’s admin to invite them, without saying why. Once they are invited, the complaint goes to them and this mark goes.',
  emptyHeading: 'No units yet',
  emptyText: 'Open the first one; its admin goes on alone.',
  loading: 'Loading the units…',
  list: 'Units',
}

/** Returns what the page of the units says, in the language of the reader. It is fetched with the page alone. */
export const operatorWording = inBoth({ id, en })
