import type { OwnWords } from '../../service/offices/names/personal-words.ts'

/** Invented stories in which everything between « and » tells who somebody is. */
interface Planted {
  /** What the reporter typed into the form's own fields. */
  readonly own: OwnWords | null
  readonly stories: readonly string[]
}

const siti: OwnWords = {
  name: 'Hj. Siti Contohwati, S.Pd.',
  phone: '0812-0000-0001',
  address: 'Jalan Misal Raya 12, RT 02 RW 03, Desa Umpama',
  email: 'siti.contoh@surat.example',
}

const nobodys: OwnWords = { name: 'Brontoyudo', phone: '+62 813 0000 4455', address: '', email: '' }

export const planted: readonly Planted[] = [
  {
    own: siti,
    stories: [
      'Nama saya «Siti Contohwati», saya mengurus kartu keluarga sejak bulan lalu.',
      'nama saya «siti contohwati» saya mengurus ktp tapi tidak jadi jadi',
      'Petugas berkata, "Bu «Siti» harus kembali besok." Lalu saya pulang.',
      'Di loket saya dipanggil «Contohwati» dengan nada keras di depan orang banyak.',
      'SAYA «SITI CONTOHWATI» MINTA KEADILAN KARENA BERKAS SAYA DIHILANGKAN',
      'Berkas atas nama «Siti Tjontohwati» tidak ditemukan petugas.',
      'Mohon balas ke «siti.contoh@surat.example» atau ke nomor «081200000001».',
      'Hubungi saya di «0812 0000 0001», saya ada di rumah setiap sore.',
      'Rumah saya di «Jl. Misal Raya No. 12» sudah didatangi dua kali.',
      'Saya tinggal di «Misal Raya 12» dan jalan di depan rumah dibongkar tanpa pemberitahuan.',
      'Demikian laporan ini saya buat dengan sebenarnya. Hormat saya, «Siti C.»',
      'Balas saja ke «siti titik contoh at surat dot example» ya.',
      'Tolong jangan bilang bahwa «sitti contohwati» yang melapor.',
      'Saya eja: «S i t i», begitu nama di KTP saya.',
      'Di kuitansi ditulis «S.I.T.I» dengan huruf besar.',
      'Akun saya @«siticontohwati» sudah saya tutup.',
      'Surat saya «siti.contoh (at) surat.example» tidak dibalas.',
      'Nomor saya «kosong delapan satu dua nol nol nol nol nol nol nol satu» sejak dulu.',
      'Suami saya «Bambang Umpamawan» ikut menunggu dari pagi, kata petugas «Contohwati Siti» tidak terdaftar.',
    ],
  },
  {
    own: nobodys,
    stories: [
      'Saya «Brontoyudo», warga biasa, dimintai uang lima puluh ribu rupiah.',
      'Kata petugasnya: pak «bronto yudo» silakan pulang dulu.',
      'Nomor saya «081300004455», bisa dihubungi siang hari.',
      'Dia menulis nama «Brontoyuda» di kuitansi itu.',
      'mas «brontoyudo» disuruh bayar lagi katanya.',
    ],
  },
  {
    own: null,
    stories: [
      'Nama saya «Sutrisno», saya datang ke kantor pada hari Senin.',
      'nama saya «wagimin» dan saya sudah tiga kali bolak balik',
      'Perkenalkan, saya «Endah Misalwati» dari «Desa Sumberumpama», ingin melaporkan pungutan.',
      'Saya «Joko Umpamo» dari «desa Contohrejo» mau mengadu soal pupuk.',
      'Saya bernama «Tukijan», pekerjaan petani, sudah mengurus sertifikat dua tahun.',
      'Nama: «Ratna Misalina». Keluhan: antrean tidak jelas.',
      'Saya bersama Ibu «Sulastri» dan Pak «Ponidi» menunggu dari jam tujuh.',
      'Bu «Citra» di loket dua meminta uang rokok.',
      'bu «citra» di loket dua minta uang rokok terus',
      'Petugas bernama «Dewi» tidak mau melayani kami.',
      'Yang memungut adalah «Citra P.» dari bagian pendaftaran.',
      'Menurut Bapak H. «Soekardi Contoh», biaya itu tidak ada dasarnya.',
      'Kami diantar oleh Sdr. «Anton Umpama» ke ruang belakang.',
      'Sdri. «Maysaroh» menjadi saksi waktu uang itu diserahkan.',
      'Waktu itu ada Mas «Yudhi» yang juga melihat kejadiannya.',
      'Mbak «Nining» dari toko sebelah melihat semuanya.',
      'Anak saya, «Rizky Umpama Putra», ditolak masuk sekolah.',
      'anak saya «rizky» ditolak masuk sekolah padahal lengkap',
      'Istri saya «Nur Aini» sedang hamil dan tetap disuruh berdiri.',
      'Suami saya bernama «Karmin» sakit dan tidak dilayani.',
      'Tetangga saya Mbah «Warsiyem» juga dipungut uang yang sama.',
      'Menurut Pak RT kami, yaitu «Sunaryo», surat itu gratis.',
      'Surat itu ditandatangani Drs. «Hartawan Misal» minggu lalu.',
      'Dokternya, dr. «Lukita Contoh», tidak datang sampai siang.',
      'Saksi: «Ahmad Misbah», «Wulandari», dan «Slamet Umpama».',
      'Uangnya saya serahkan kepada «Hendra» di parkiran.',
      'uangnya saya kasih ke «hendra» di parkiran belakang',
      'Yang menyuruh saya kembali besok adalah Bu «Yuli», staf kecamatan.',
      'Kalau tidak percaya tanya saja Pak «Kasiman» penjaga malam.',
      'Ustadz «Mahfudz» yang mengantar kami juga kecewa.',
      'KH. «Abdul Misal» ikut menenangkan warga.',
      'Kami mewakili almarhum «Soetomo Umpama» yang tanahnya diukur.',
      'a.n. «Pertiwi Contohsari» belum terbit sampai sekarang.',
      'Berkas atas nama «Gunadi» dinyatakan hilang.',
      'sertifikat atas nama «gunadi» dinyatakan hilang',
      'Panggilan saya Cak «Mun», semua orang pasar tahu.',
      'Guru kelas empat, Bu «Nanik», memukul meja di depan anak saya.',
      'Bidan «Ernawati» meminta tambahan biaya persalinan.',
      'Kepala Dusun «Sarpan» memotong bantuan kami.',
      'Lurah «Hadimulyo» tidak pernah ada di tempat.',
      'Ketua RT «Bambang» mengumpulkan iuran tanpa kuitansi.',
      'Saya adik dari «Supriyadi» yang pernah bekerja di sana.',
      'Ibu kandung saya «Suminten» sudah lanjut usia.',
      'Waktu itu «Nugroho» dan «Kurniawati» ikut mendengar.',
      'Dia bilang ke «Yanti» kalau berkas saya dibuang.',
      'SAYA DIMINTAI UANG OLEH PAK «JOKO» DI LOKET TIGA',
      'PETUGAS BERNAMA «RINI» MEMBENTAK SAYA',
      'Bapak «Tjokro» menjanjikan selesai tiga hari.',
      'Kata pak «tjokro» selesai tiga hari ternyata sebulan.',
      'Ning «Aisyah» dan Gus «Firdaus» menjadi saksi.',
      'Pak «Agus S.» minta dua ratus ribu rupiah.',
      'Semua tahu Pak Dhe «Karso» yang mengatur antrean.',
      'Terima kasih. Salam, «Widodo».',
      'Demikian, atas perhatiannya saya ucapkan terima kasih.\n«Yuliana Contoh»',
      'Hormat kami,\n«Sumarsono»',
      'Nomor HP saya «0812-0000-7788» aktif 24 jam.',
      'wa saya «085700001122» tolong dibalas',
      'Silakan hubungi «+62 857-0000-1133».',
      'Hubungi «6281200009911» saja.',
      'nomer hp «0 8 1 2 0 0 0 0 3 3 4 4» jangan disebar',
      'Telp «(0812) 0000 5566» setelah magrib.',
      'Nomor saya «nol delapan satu dua nol nol nol nol satu satu dua dua».',
      'Telepon rumah saya «(0321) 000123».',
      'Kirim bukti ke https://wa.me/«6281200002211» nanti saya jawab.',
      'Bisa juga WA «0877.0000.3322» atau «0878 00004433».',
      'Nomor istri saya «08990000554», nomor saya «08990000556».',
      'Email saya «joko.umpama@surat.example».',
      'surel: «wati_misal77@pos.example»',
      'Kirim ke «sutrisno (at) surat (dot) example» bila perlu.',
      'Balas ke «RATNA@SURAT.EXAMPLE» saja.',
      'NIK saya «3516000000000001».',
      'NIK saya «3 5 1 6 0 0 0 0 0 0 0 0 0 0 0 7», dibacakan di depan orang.',
      'nik «3516 0000 0000 0002» tidak terbaca sistem',
      'Nomor KTP «35.16.00.000000.0003» sudah saya tunjukkan.',
      'Kartu keluarga nomor «3516000000000004» tidak diproses.',
      'NIK ibu saya «3516-0000-0000-0005» dan NIK saya «3516000000000006».',
      'Saya tinggal di «Dusun Contoh RT 02 RW 01».',
      'Alamat saya «Jl. Melati Contoh No. 5», depan lapangan.',
      'Alamat rumah «Jalan Kenanga Misal Gang 2 Nomor 14».',
      'rumah saya di «jl mawar contoh no 7» dekat balai desa',
      'Saya warga «Dusun Umpama RT 03/RW 02» yang belum menerima bantuan.',
      'Kami tinggal di «Perumahan Misal Asri Blok C3 No. 9».',
      'rumah saya di «rt tiga rw dua» dekat langgar',
      'Saya tinggal di «Dusun Umpama RT lima RW satu» sejak kecil.',
      'Petugas datang ke «Jl Misal Raya nomer dua belas» malam hari.',
      'saya orang «rt02/rw03» paling ujung',
      'Rumah kami «RT.04/RW.01 Desa Contohrejo» selalu terlewat.',
      'Saya dari «RT 5 RW 2», jalan di depan rumah saya rusak.',
      'Petugas datang ke «Gg. Buntu Misal 3 No. 21» lalu marah.',
      'Saya berasal dari «Desa Misalsari» dan bekerja di pasar.',
      'saya orang «dusun krajan misal» yang biasa jualan di situ',
      'Domisili saya «Kelurahan Umpama, Kecamatan Contoh».',
      'Motor saya «S 1234 AB» ditahan tanpa surat.',
      'Nopol «AG-4321-CD» diparkir di depan loket.',
      'Mobil dinas pelat merah «S 0007 XP» dipakai ke pasar.',
      'nopol saya «s 4321 cd» dicatat petugas',
      'Plat nomor «AG 0123 ZZ» milik saya.',
      'Kendaraan kami «W0099MN» digembok.',
      'Saya, «Murtiningsih», menunggu dua jam lalu disuruh pulang.',
      'Pada waktu itu saya «Pardjono» sedang mengantre.',
      'Saya yang bertanda tangan di bawah ini, «Wahyudi Misal», melaporkan hal berikut.',
      'ttd «Kasmiati»',
      'Pelapor: «Darmaji Contoh», umur 45 tahun.',
      'Keponakan saya «Dimas» melihat petugas itu menerima uang.',
      'Kakak ipar saya, «Haryanto Umpama», bekerja di kantor itu.',
      'Teman saya «Febri» juga diminta hal yang sama oleh petugas.',
      'Rekan kerja saya «Indrawati» bisa menjadi saksi.',
      'Bos saya Pak «Liem» menyuruh saya membayar.',
      'Menurut «Sri Wahyuni», petugas itu sudah lama begitu.',
      'Katanya «Mulyono» yang punya kewenangan.',
      'Saudara «Yohanes Misal» dan saudari «Kristina» ditolak.',
      'Saya diterima oleh Ibu «Retno Umpamaningsih».',
      'Orang yang bernama «Gatut» itu mengaku dari dinas.',
      'Petugas itu namanya «Imron», kulitnya sawo matang.',
      'namanya «imron» petugas parkir',
      'Perangkat desa inisial «S.W.» memotong bantuan.',
      'Pegawai berinisial «AB» menerima amplop.',
      'Mas «Dwi» dan Mbak «Tri» dari bagian umum.',
      'Pak «Untung» dan Bu «Indah» tidak ada di tempat.',
      'pak «untung» bilang berkas saya hilang',
      'Bapak «Slamet» juga ikut rapat itu.',
      'Yth. Bapak «Soegianto Misal», mohon perhatian.',
      'Om «Yan» dan tante «Meri» saya juga dipungut.',
      'Mantan kades «Kardi» masih memegang stempel.',
      'Sekretaris desa («Purwanto») menolak memberi surat.',
      'Kuitansi ditulis tangan oleh «Eni Misalyah».',
      'Pemberi surat kuasa adalah Hj. «Maimunah Contoh».',
      'Pak Haji «Rosyid» memberi tahu saya soal itu.',
      'Bu Guru «Tatik» tahu kejadian ini.',
      'Dik «Bayu» yang magang di sana mendengar langsung.',
      'Abah «Thohir» dan Umi «Kulsum» saya ikut kecewa.',
    ],
  },
  // These were written after the finder, to see how it does on what it was not made for.
  {
    own: {
      name: 'I Wayan Misalnya',
      phone: '0819 0000 1212',
      address: 'Kp. Contoh Baru 8',
      email: 'wayan@pos.example',
    },
    stories: [
      'Saya «Wayan» dan istri saya «Kadek» diminta membayar lagi.',
      'Telepon «0819-00001212» tidak pernah dihubungi petugas.',
      'Surat dikirim ke «Contoh Baru 8» dan tidak pernah sampai.',
      'bilang saja dari «misalnya wayan» nanti dibantu',
      'Tolong balas ke wayan pakai «wayan@pos.example».',
    ],
  },
  {
    own: null,
    stories: [
      'Waktu saya protes, Pak «Markus» langsung menutup loket.',
      'Ibu «Theresia Umpama» sudah lima kali ke sana.',
      'Saya datang bersama «Suwandi», ketua kelompok tani kami.',
      'yang jaga waktu itu mbak «puji», orangnya berkacamata',
      'pak «slamet» tetangga saya juga kena pungutan',
      'Nama saya «Bejo Contohan» umur 60 tahun.',
      'nama ibu saya «sumiyem», beliau sakit dan tidak bisa antre',
      'Anak kami «Cinta Umpamasari» belum mendapat akta.',
      'Bapak saya, «Kasdi», ditolak berobat.',
      'Cucu saya «Alifia» tidak diterima di sekolah itu.',
      'Saya mendapat nomor ini dari «Hartatik» pegawai sana.',
      'Kwitansi itu atas nama Ny. «Darmi Misal».',
      'Saya kenal petugasnya, yaitu «Rudi Hartanto».',
      'kata «rudi» harus bayar dulu baru diproses',
      'Semua karena ulah «Bambang Contoh».',
      'Menurut dokter «Wibisono» obatnya kosong.',
      'Bu Lurah «Sunarti» tidak mau menandatangani.',
      'Demikian pengaduan saya.\nHormat saya,\n«Paidi»',
      'Tanah itu dibeli dari keluarga Mbah «Kromo».',
      'Saudara kembar saya «Hasan» dan «Husen» juga mengalami.',
      'hp saya «0811 000 0099» kalau bisa sms saja',
      'Bisa dihubungi di nomor «62-813-0000-7766».',
      'Nomor WhatsApp keluarga: «0821 0000 1010».',
      'surel saya: «b.contoh@kantor.example», terima kasih',
      'nik saya «3516000000000077» kok ditolak',
      'Rumah di «Jalan Contoh Timur Nomor 3A» itu rumah orang tua saya.',
      'Kami warga «Dusun Misalrejo» belum pernah disurvei.',
      'Kos saya di «Gang Umpama II No 4».',
      'Saya tinggal di «Kampung Contoh Indah RT 01/RW 04».',
      'sepeda motor «L 5555 ZZ» saya hilang di parkiran kantor',
      'Truk «N 9000 UX» itu milik kantor.',
      'Saya «Ni Luh Contohwati» dari «Kelurahan Misal».',
      'Petugas «Yosef» dan «Maria Contoh» melihat saya dibentak.',
      'Terlapor adalah Sdr. «Eko Umpamanto» bagian keuangan.',
      'Guru BK, Pak «Samsuri», menyebut anak saya bodoh.',
      'Saya selaku ahli waris Almarhum «Ngadiman» sudah melapor.',
    ],
  },
]

const openings = `
Saya datang ke kantor kecamatan untuk mengurus surat keterangan pindah.
Petugas loket meminta uang lima puluh ribu rupiah tanpa kuitansi.
Saya sudah tiga kali ke Dinas Kependudukan dan Pencatatan Sipil, tetapi berkas selalu dinyatakan kurang.
Antrean di Puskesmas tidak diatur sehingga pasien lansia berdiri lama.
Pada hari Senin, 16 November 2026, loket baru dibuka pukul sembilan.
Jalan di depan Pasar Umpama rusak parah sejak bulan Maret.
Bapak Camat tidak pernah ada di tempat ketika kami datang.
Ibu Kepala Bagian sudah berjanji akan menindaklanjuti.
Pak Kades meminta potongan bantuan langsung tunai.
bu guru di kelas anak saya meminta sumbangan wajib
Saya mengajukan sertifikat tanah sejak tahun 2024 dan belum selesai.
Nomor antrean 045 dipanggil lebih dulu daripada nomor 031.
Biaya resmi tertulis Rp 25.000, tetapi saya diminta Rp 150.000.
Lampu penerangan di Jalan Ahmad Yani padam selama dua minggu.
Berkas saya hilang di Bagian Organisasi Sekretariat Daerah.
RSUD Dr. Soetomo menolak kartu BPJS milik keluarga saya.
Pegawai yang bertugas pagi itu sedang bermain telepon genggam.
Bapak Bupati pernah menyampaikan bahwa layanan ini gratis.
Saya warga biasa yang ingin membuat akta kelahiran anak.
Sampah di depan kantor kelurahan tidak diangkut.
Saya mendaftar lewat laman resmi, lalu muncul pesan galat.
Petugas parkir di RSUD menarik tarif dua kali lipat.
SAYA KECEWA DENGAN PELAYANAN DI LOKET DUA
PETUGAS TIDAK RAMAH DAN MENYURUH SAYA PULANG
Surat keputusan nomor 188/45/2026 belum ditempel di papan pengumuman.
Pupuk bersubsidi di kelompok tani kami tidak pernah datang.
Sekolah negeri itu meminta uang seragam di luar ketentuan.
Wakil Bupati berjanji jalan desa diaspal tahun ini.
Mobil dinas dipakai untuk keperluan pribadi pada hari Minggu.
Pak RT menyampaikan bahwa bantuan sudah habis.
Satpam di pintu masuk membentak ibu saya.
Kami para pedagang Pasar Contoh dipungut retribusi dua kali sehari.
Bu bidan di desa kami jarang ada di tempat.
Saya menunggu dari jam 07.30 sampai jam 13.00.
Undang-Undang Pelayanan Publik mewajibkan adanya standar pelayanan.
Dinas Pekerjaan Umum dan Penataan Ruang sudah mengukur, lalu tidak ada kabar.
Saat hari raya Idul Fitri kantor tutup tanpa pengumuman.
Izin usaha saya di Dinas Penanaman Modal tertahan tiga bulan.
Nomor rekening resmi kas daerah tidak tercantum di tagihan.
Anggota DPRD datang, tetapi tidak ada hasilnya.
Ibu hamil dan lansia tidak diberi tempat duduk.
`
const middles = `
Kelas tiga dan kelas dua digabung karena guru tidak datang, rapat RT tidak membahasnya.
Formulir harus diisi dengan huruf besar, huruf demi huruf, a b c d pun tidak boleh tersambung.
Berkas nomor dua belas dipanggil lebih dulu daripada nomor tiga.
Ketika saya bertanya, petugas menjawab dengan nada tinggi.
Padahal persyaratan sudah lengkap sesuai papan pengumuman.
Pak polisi yang berjaga menyarankan saya melapor ke Inspektorat Kabupaten.
Katanya sistem sedang rusak dan diminta kembali hari Kamis.
Saya punya foto papan tarif dan rekaman suara.
Tidak ada tanda terima, tidak ada nomor, dan tidak ada penjelasan.
Menurut Peraturan Daerah Nomor 3 Tahun 2021 layanan ini tidak dipungut biaya.
Bapak kepala dinas mungkin belum mengetahui hal ini.
Beberapa warga lain mengalami hal yang sama pada minggu itu.
lalu saya disuruh fotokopi lagi di luar padahal ada mesin di dalam
Ibu petugas di loket tiga justru membantu dengan sabar.
Di loket 2 kami menunggu sampai pukul 14.45 WIB.
Bank Jatim menolak setoran karena kode bayar salah.
Saya sudah menelepon nomor kantor, tetapi tidak diangkat.
Uang itu dimasukkan ke laci, bukan ke kas.
Kami hanya ingin layanan yang jelas dan adil.
Pak sopir ambulans meminta tambahan biaya bensin.
Bulan Agustus lalu hal serupa juga terjadi.
`
const endings = `
Mohon ditindaklanjuti.
Saya minta uang saya dikembalikan.
Terima kasih atas perhatian Bapak dan Ibu.
Semoga pelayanan menjadi lebih baik.
Kami menunggu jawaban paling lambat akhir Desember 2026.
Mohon Bapak/Ibu pimpinan memeriksa petugas tersebut.
tolong diperbaiki ya pak
`
const linesOf = (text: string) => text.trim().split('\n')
const pick = (from: readonly string[], at: number) => from[at % from.length] ?? ''

/** 200 stories that tell of offices, positions, places and sums, and of nobody in particular. */
export const cleanStories: readonly string[] = Array.from({ length: 200 }, (_, at) =>
  [
    pick(linesOf(openings), at),
    pick(linesOf(middles), at * 7 + Math.floor(at / 18)),
    pick(linesOf(endings), at * 3),
  ].join(' '),
)

export interface PlantedStory {
  readonly text: string
  readonly own: OwnWords | null
  /** Where each planted part lies in the text. */
  readonly parts: readonly { readonly start: number; readonly end: number }[]
}

/** Takes the marks out of the stories and says where they stood. */
export const plantedStories: readonly PlantedStory[] = planted.flatMap(({ own, stories }) =>
  stories.map((marked) => {
    const parts: { start: number; end: number }[] = []
    let text = ''
    for (const [at, piece] of marked.split(/[«»]/).entries()) {
      if (at % 2 === 1) parts.push({ start: text.length, end: text.length + piece.length })
      text += piece
    }
    return { text, own, parts }
  }),
)
