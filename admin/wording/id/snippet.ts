export const snippet = {
  look: 'Pilih bentuk formulir',
  choices: {
    mode: 'Cara tampil',
    view: 'Untuk',
    lang: 'Bahasa',
    category: 'Kategori yang disarankan',
    corners: 'Sudut',
    scheme: 'Latar',
  },
  mode: { inline: 'Langsung di halaman', button: 'Tombol yang membukanya' },
  view: { file: 'Mengadu', follow: 'Mengikuti pengaduan' },
  lang: { id: 'Indonesia', en: 'Inggris', jv: 'Jawa (krama)' },
  corners: { round: 'Membulat', square: 'Siku' },
  scheme: { light: 'Terang', dark: 'Gelap', 'light dark': 'Ikut perangkat pengunjung' },
  noCategory: 'Tidak ada',
  style: 'Tambahkan ke lembar gaya (CSS) situs',
  sealingKey:
    'Bila identitas disegel, sealing-key menyebut kode pemeriksa kuncinya: formulir di situs ini menolak mengirim identitas bila layanan menawarkan kunci lain. Saat kunci diganti, tambahkan dahulu kode pemeriksa yang baru, dipisah koma.',
  key: 'Kode pemeriksa kantor',
  keyHint:
    'Pelapor melihat angka yang sama di formulir, pada “Pastikan ini formulir resmi”, dan di tanda terima. Pampang di loket, dan bacakan bila ada yang menelepon untuk memastikan.',
  keyPage: 'Halaman untuk dicetak bagi loket',
  title: 'Pratinjau formulir',
  hint: 'Formulir yang sebenarnya, tetapi tidak ada yang dikirim atau disimpan dari sini. Warna langsung ikut berubah; pengaturan lain tampak setelah disimpan.',
  device: 'Tampak di',
  devices: { phone: 'Ponsel', desktop: 'Komputer' },
}
