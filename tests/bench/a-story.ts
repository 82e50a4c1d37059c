/** Words as complaints hold them, some often and most seldom. */
const words =
  'petugas loket berkas surat layanan kantor kecamatan kelurahan diminta membayar biaya uang tanpa kuitansi antrean menunggu hari minggu bulan permohonan izin usaha tanah warga jalan rusak lampu sampah air listrik sekolah rumah sakit kartu keluarga akta kelahiran pindah domisili pengantar camat lurah kepala bagian pegawai pejabat janji selesai belum jawaban telepon pesan datang kembali esok lusa pagi siang tutup buka ruang meja map foto salinan asli legalisir stempel tanda tangan saksi tetangga anak istri suami ibu bapak saudara desa dusun pasar terminal bantuan daftar nama penerima terlewat dicoret alasan jelas papan pengumuman tarif resmi peraturan daerah ditolak ditunda dipersulit marah kasar membentak meminta imbalan lewat calo orang dalam cepat lambat sistem gangguan jaringan komputer cetak blangko habis kosong hilang tercecer salah ketik ejaan tanggal lahir alamat nomor induk kependudukan laporan pengaduan tindak lanjut pemeriksaan inspektorat kabupaten dinas badan puskesmas obat dokter perawat rujukan asuransi iuran denda pajak retribusi parkir kios pedagang gusur bangunan batas pagar sungai banjir saluran tersumbat jembatan retak aspal berlubang proyek papan kontraktor mangkrak anggaran desa musyawarah rapat undangan notulen'.split(
    ' ',
  )

/** A complaint's story of about so many characters, the same for the same seed. */
export function aStory(seed: number, characters = 1_000): string {
  let state = seed
  // Park and Miller's generator: enough for words.
  const next = () => {
    state = (state * 48_271 + 11) % 2_147_483_647
    return state / 2_147_483_647
  }
  let story = ''
  while (story.length < characters) {
    const sentence = Array.from({ length: 12 }, () => words[Math.floor(next() ** 2 * words.length)])
    story += `${sentence.join(' ')} pada tanggal ${1 + Math.floor(next() * 28)}. `
  }
  return story.trim()
}
