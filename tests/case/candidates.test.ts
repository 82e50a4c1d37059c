import { describe, expect, it } from 'vitest'
import { whoIsMeant } from '../../service/case/candidates.ts'

const members = [
  { id: 'budi', name: 'Drs. H. Budi Santosa, M.Si.', position: 'Kepala Bagian Organisasi' },
  { id: 'citra', name: 'Citra Peraga', position: 'Petugas Loket 2' },
  { id: 'dewi', name: 'Hj. Dewi Sartika Umpama, S.H.', position: 'Kepala Seksi Pelayanan Perizinan' },
  { id: 'joko', name: 'Djoko Soetjipto', position: 'Petugas Loket 1' },
  { id: 'sulis', name: 'Sulistyowati', position: 'Sekretaris Kecamatan' },
  { id: 'bagus', name: 'Gus Bagus Indah Jaya', position: 'Petugas' },
  { id: 'rahmat', name: 'Mochamad Rachmad Hidayatullah', position: 'Petugas' },
  { id: 'sri', name: 'Sri Rejeki Harum', position: 'Staf Umum' },
  { id: 'juli', name: 'Juli Minggu Pahing', position: 'Staf Umum' },
  { id: 'halim', name: "Moh. Abd. Halim Ma'ruf", position: 'Modin' },
]
const meant = (text: string) => {
  const { answered, maybe } = whoIsMeant({ who: [text], story: [] }, members)
  return members.filter((one) => answered.includes(one) || maybe.includes(one)).map(({ id }) => id)
}
const mentioned = (text: string) => {
  const { mentioned: named, hinted } = whoIsMeant({ who: [], story: [text] }, members)
  return members.filter((one) => named.includes(one) || hinted.includes(one)).map(({ id }) => id)
}

describe('whom an answer to “whom is it about” may mean', () => {
  it.each([
    // As people say names.
    ['Bu Citra', 'citra'],
    ['bu citra', 'citra'],
    ['BU CITRA', 'citra'],
    ['Ibu Citra', 'citra'],
    ['Mbak Citra di loket', 'citra'],
    ['mbk citra', 'citra'],
    ['Sdri. Citra', 'citra'],
    ['citra', 'citra'],
    ['Citra', 'citra'],
    ['petugas bernama citra', 'citra'],
    ['oknum Citra', 'citra'],
    ['namanya citra kalau tidak salah', 'citra'],
    ['yang namanya Bu Citra itu', 'citra'],
    ['Pak Budi', 'budi'],
    ['Bpk. H. Budi', 'budi'],
    ['Bapak Drs. Budi', 'budi'],
    ['pak haji budi', 'budi'],
    ['Gus Bagus', 'bagus'],
    ['mas bagus', 'bagus'],
    ['Cak Rahmat', 'rahmat'],
    ['dr. Dewi', 'dewi'],
    ['Hj Dewi', 'dewi'],
    ['Ir. Dewi', 'dewi'],
    ['pak dewi loket 5', 'dewi'],
    ['Bu Dewi atau Bu Citra', 'citra dewi'],
    // Whole names, with and without titles and degrees.
    ['Citra Peraga', 'citra'],
    ['CITRA PERAGA', 'citra'],
    ['citraperaga', 'citra'],
    ['Peraga Citra', 'citra'],
    ['Budi Santosa, M.Si', 'budi'],
    ['Dewi Sartika', 'dewi'],
    ['Ibu Dewi S. Umpama', 'dewi'],
    // Initials.
    ['Citra P.', 'citra'],
    ['Citra P', 'citra'],
    ['C. Peraga', 'citra'],
    ['C.P.', 'citra'],
    ['C. P.', 'citra'],
    ['CP', 'citra'],
    ['cp', 'citra'],
    ['Ibu C.P.', 'citra'],
    ['inisial CP', 'citra'],
    ['berinisial c.p.', 'citra'],
    ['inisial DS', 'dewi joko'],
    ['inisial JS', 'joko'],
    // Nicknames.
    ['Pak Cipto', 'joko'],
    ['Pak Tjipto', 'joko'],
    ['Bu Sulis', 'sulis'],
    ['Bu Lis', ''],
    ['Bu Wati', 'sulis'],
    ['mbak sulistyo', 'sulis'],
    ['Pak Dayat', 'rahmat'],
    // Other spellings, and a slip of one letter.
    ['Joko Sucipto', 'joko'],
    ['Djoko', 'joko'],
    ['pak joko', 'joko'],
    ['Rahmat Hidayatulah', 'rahmat'],
    ['Mohamad Rahmad', 'rahmat'],
    ['pak rakhmat', 'rahmat'],
    ['bu cutra', 'citra'],
    ['Bu Ctira', 'citra'],
    ['Bu Citraa', 'citra'],
    ['citra perraga', 'citra'],
    ['Sulistiowati', 'sulis'],
    ['bu sulistyawati', 'sulis'],
    ['Pak Maruf', 'halim'],
    ["Ma'ruf", 'halim'],
    // Positions and counters.
    ['Kepala Bagian Organisasi', 'budi'],
    ['kabag organisasi', 'budi'],
    ['Ka. Bagian Organisasi', 'budi'],
    ['kasi pelayanan', 'dewi'],
    ['Kasi Pelayanan Perizinan', 'dewi'],
    ['kepala seksi pelayanan', 'dewi'],
    ['petugas loket 2', 'citra'],
    ['petugas di loket dua', 'citra'],
    ['mbak-mbak di loket 2', 'citra'],
    ['loket no. 1', 'joko'],
    ['pak sekretaris kecamatan', 'sulis'],
    ['Pak Modin', 'halim'],
    // Several.
    ['Bu Citra loket 2 dan atasannya Pak Budi', 'budi citra'],
  ])('%s', (text, who) => {
    expect(meant(text).join(' ')).toBe(who)
  })

  it.each([
    'petugas',
    'staf umum',
    'pegawai laki-laki, berkacamata',
    'tidak tahu namanya',
    'satpam di pintu',
    'petugas di Jalan Dewi Sartika',
    'orang di kantor desa Sri Rejeki',
    'pelayanan tidak bagus',
    'petugas yang kurang bagus pelayanannya, bajunya indah',
    'koperasi maju jaya',
    'petugas yang jaga hari Minggu',
    'kejadian bulan Juli',
    'Bu Citra Lain dari Dinas Lain'.replace('Citra', 'Cinta'),
    'Pak Agus',
    'Bapak',
    'Drs. M.Si.',
    '',
  ])('nobody by %j', (text) => {
    expect(meant(text)).toEqual([])
  })

  it('says who is called so before whom some word may mean', () => {
    const { answered, maybe } = whoIsMeant({ who: ['Bu Citra yang minta, lalu dewi diam saja'], story: [] }, members)
    expect([answered, maybe].map((some) => some.map(({ id }) => id))).toEqual([['citra'], ['dewi']])
  })

  it('means the one whose whole name stands there, and not all of the family', () => {
    const family = [...members, { id: 'eko', name: 'Eko Peraga', position: 'Petugas arsip' }]
    const { answered, maybe } = whoIsMeant({ who: ['Citra Peraga'], story: [] }, family)
    expect([...answered, ...maybe].map(({ id }) => id)).toEqual(['citra'])
  })
})

describe('whom a story names', () => {
  it.each([
    ['Saya dilayani Bu Citra di loket, lalu diminta membayar.', 'citra'],
    ['Yang menerima uang adalah Citra Peraga.', 'citra'],
    ['Uang saya serahkan kepada Pak Joko.', 'joko'],
    ['Petugas bernama budi membentak ibu saya.', 'budi'],
    ['Saya dimintai uang oleh kasi pelayanan perizinan.', 'dewi'],
    ['Kepala Bagian Organisasi meminta lima puluh ribu.', 'budi'],
    ['Petugas berinisial C.P. meminta uang.', 'citra'],
    // Erring is free: they are passed over until somebody says that they are not meant.
    ['Terima kasih Bu Citra atas bantuannya.', 'citra'],
    ['Kepada Yth. Bapak Budi di tempat. Saya ingin melapor.', 'budi'],
    ['Halo Mbak Citra, bagaimana kabar berkas saya?', 'citra'],
    ['Saya melapor kepada Kepala Bagian Organisasi.', 'budi'],
    ['Citra kantor ini menjadi buruk.', 'citra'],
    ['Di warung Sri saya dimintai uang.', 'sri'],
  ])('%s', (text, who) => {
    expect(mentioned(text).join(' ')).toBe(who)
  })

  it.each([
    'Rumah saya di Jalan Dewi Sartika 12, dekat toko harum.',
    'Pelayanan sudah bagus dan taman indah, tetapi lama. Semoga jaya.',
    'Sejak hari Minggu tanggal 5 Juli tidak ada kabar.',
    'Saya warga Desa Sri Rejeki.',
  ])('nobody by %j', (text) => {
    expect(mentioned(text)).toEqual([])
  })
})
