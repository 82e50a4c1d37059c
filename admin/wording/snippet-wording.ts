import { inBoth } from './wording.ts'

const id = {
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

const en: typeof id = {
  look: 'Choose how the form looks',
  choices: {
    mode: 'Shown as',
    view: 'For',
    lang: 'Language',
    category: 'Suggested category',
    corners: 'Corners',
    scheme: 'Background',
  },
  mode: { inline: 'The form in the page', button: 'A button that opens it' },
  view: { file: 'Filing', follow: 'Following a complaint' },
  lang: { id: 'Indonesian', en: 'English', jv: 'Javanese (krama)' },
  corners: { round: 'Round', square: 'Square' },
  scheme: { light: 'Light', dark: 'Dark', 'light dark': 'As on the visitor’s device' },
  noCategory: 'None',
  style: 'Add to the site’s style sheet (CSS)',
  sealingKey:
    'Where identities are sealed, sealing-key names the fingerprint of the key: the form on your site refuses to send an identity when the service offers another. When the key changes, add the new fingerprint first, after a comma.',
  key: 'Check code of the office',
  keyHint:
    'Reporters see the same numbers in the form, at “Is this really the office?”, and on the receipt. Show them at the counter, and read them to whoever calls to make sure.',
  keyPage: 'A page to print for the counter',
  title: 'Preview of the form',
  hint: 'The real form, but nothing is sent or kept from here. The colour changes at once; other settings show once they are saved.',
  device: 'Seen on',
  devices: { phone: 'A phone', desktop: 'A computer' },
}

export const snippetWording = inBoth({ id, en })
