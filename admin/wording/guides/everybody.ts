import type { Paragraph } from './paragraph.ts'

/** Paragraphs for everybody who has an account. */
export const everybody = {
  signIn: {
    heading: 'Masuk pertama kali',
    steps: [
      'Buka tautan undangan dari admin unit. Periksa nama pengundang dan nama unit yang tertulis di sana; bila tidak Anda kenal, jangan lanjutkan dan tanyakan kepada kantor.',
      'Buat “Kata sandi baru”, lalu tekan “Simpan dan masuk”. Satu kalimat pendek mudah diingat dan kuat.',
      'Buka “Akun saya” dan pilih “Pasang aplikasi autentikator” atau “Tambah passkey”. Simpan “Kode pemulihan” terpisah dari ponsel.',
      'Layar terkunci sendiri bila lama tidak disentuh. Isi kata sandi, dan pekerjaan berlanjut di tempat semula.',
    ],
  },
  practise: {
    heading: 'Berlatih dahulu',
    steps: [
      'Buka “Akun saya”, cari bagian “Latihan”, lalu buka latihan unit Anda. Latihan terbuka di tab tersendiri dengan pita kuning di atasnya.',
      'Tekan “Isi formulir pelapor” dan sampaikan pengaduan karangan. Kerjakan seperti pengaduan biasa: verifikasi, disposisi, jawaban, sampai selesai.',
      'Latihan tidak dihitung, tidak dikirim kepada siapa pun, dan dihapus setiap Senin. Jangan memasukkan nama atau nomor orang sungguhan.',
      'Selesai berlatih, tekan “Kembali ke pekerjaan”.',
    ],
  },
  today: {
    heading: 'Hari ini: mulai dari sini',
    steps: [
      '“Hari ini” memuat semua yang menunggu Anda, batas waktu terdekat di atas. Angka di menu adalah jumlahnya.',
      'Tekan tombol pada barisnya untuk langsung mengerjakan, atau nomornya untuk membaca dahulu.',
      'Pilih satu jenis di atas daftar bila ingin mengerjakan yang sejenis berturut-turut. “Di halaman lain” memuat pekerjaan yang tidak berupa satu pengaduan.',
      'Bila tertulis “Semua selesai”, tidak ada yang menunggu Anda.',
    ],
    pages: ['/admin/{tenant}/today', '/admin/{tenant}/work'],
  },
  account: {
    heading: 'Akun dan keamanan',
    steps: [
      '“Sesi yang sedang berjalan” menunjukkan di mana Anda masuk. Ada yang tidak Anda kenal: tekan “Akhiri”, lalu “Ganti kata sandi”.',
      'Akan cuti atau dinas luar? Isi “Berhalangan” dengan hari dan pengganti, supaya pengaduan Anda tidak berhenti.',
      'Ponsel hilang: masuk dengan satu “Kode pemulihan”. Kode habis: minta admin unit membantu Anda masuk.',
      'Jangan pernah meminjamkan akun. Setiap pembacaan dan tindakan tercatat atas nama Anda.',
    ],
    pages: ['/admin/account'],
  },
  alerts: {
    heading: 'Pemberitahuan untuk Anda',
    steps: [
      'Lonceng di samping nama unit memuat semua pemberitahuan. “Tandai semua dibaca” membersihkannya.',
      'Di “Pemberitahuan lewat surel”, pilih untuk setiap jenis: “Segera”, “Dalam ringkasan”, atau “Tidak dikirim”.',
      '“Waktu tenang” menahan surel di luar jam kerja. Surel hanya menyebut jenis, nomor, dan tautan.',
    ],
    pages: ['/admin/{tenant}/alerts'],
  },
  doubt: {
    heading: 'Bila ragu',
    steps: [
      'Tanda tanya di samping lonceng membuka panduan untuk halaman yang sedang tampil.',
      'Sebelum tombol terakhir ditekan, “Akibat tindakan ini” menyebut apa yang terjadi dan apa yang dibaca pelapor.',
      'Jangan menulis nama, alamat, atau nomor pelapor di pesan, catatan, dan surat. Bila layar memperingatkan, ubah tulisannya.',
      'Layar kesalahan menyebut kode. Sampaikan kode itu kepada pengelola layanan; isi pengaduan tidak perlu diceritakan.',
    ],
  },
  find: {
    heading: 'Mencari pengaduan',
    steps: [
      'Di “Buku register”, tulis nomor atau kata di “Cari nomor atau isi pengaduan”. Awal kata cukup, dan salah ketik satu huruf tidak mengapa.',
      '“Saringan” membatasi kategori, penangan, dan batas waktu. “Hapus saringan” mengembalikan semuanya.',
      'Saringan yang sering dipakai: “Simpan tampilan ini”.',
      'Nomor yang meloncat bukan kesalahan. Pengaduan tentang seorang petugas tidak tampil baginya dan bawahannya; jangan dicari.',
      'Baris tanpa judul: pengaduan itu ditangani orang lain. Kata-kata di dalamnya tidak ikut dicari bagi Anda.',
    ],
    pages: ['/admin/{tenant}/cases'],
  },
  oneCase: {
    heading: 'Membaca satu pengaduan',
    steps: [
      'Isi pengaduan terbuka bagi yang menanganinya. Bila tugas Anda memerlukan pengaduan orang lain, tulis alasannya: pimpinan dan pelapor membacanya.',
      'Paling atas: nomor, status, dan batas waktu terdekat. Di bawahnya uraian pelapor, bukti, dan percakapan.',
      'Tombol tindakan hanya yang boleh Anda lakukan sekarang; sisanya di “Lainnya”.',
      '“Catatan internal” hanya dibaca petugas. “Pesan kepada pelapor” dibaca pelapor di halaman pantau.',
      'Identitas disamarkan. “Buka identitas” hanya bila perlu dan dengan alasan: pelapor membaca siapa yang membukanya dan mengapa.',
    ],
    pages: ['/admin/{tenant}/cases/{number}'],
  },
} as const satisfies Readonly<Record<string, Paragraph>>
