import type { EmbedCheckView, WidgetSightingsView } from '../../../service/contract/embed.ts'
import type { Language } from '../../wording/wording.ts'
import { sealingFindings } from './sealing-findings.ts'

type Check = EmbedCheckView['verdicts'][number]['check']
type Layer = NonNullable<EmbedCheckView['layer']>
type Sighting = WidgetSightingsView['items'][number]
type Trouble = Sighting['troubles'][number]['trouble']

export interface EmbedWording {
  readonly heading: string
  readonly intro: string
  readonly address: string
  readonly addressHint: string
  readonly look: string
  readonly looking: string
  readonly result: (url: string) => string
  readonly checks: Readonly<Record<Check | 'contrast', string>>
  /** Sentences by `check.finding`; they take what is quoted. */
  readonly findings: Readonly<Record<string, (about: string) => string>>
  readonly whyNot: Readonly<Record<string, string>>
  readonly layers: Readonly<Record<Layer, string>>
  readonly states: Readonly<Record<'good' | 'poor' | 'bad', string>>
  readonly contrast: (ratio: string, isLegible: boolean) => string
  readonly lines: string
  readonly linesHint: string
  readonly where: Readonly<Record<'header' | 'meta', string>>
  readonly seen: string
  readonly seenHint: string
  readonly loading: string
  readonly nowhere: string
  readonly nowhereText: string
  readonly lastSeen: (day: string) => string
  readonly version: (version: string) => string
  readonly older: (newest: string) => string
  readonly framed: string
  readonly modes: Readonly<Record<Sighting['modes'][number], string>>
  readonly shownAs: (modes: string) => string
  readonly standings: Readonly<Record<Exclude<Sighting['standing'], 'named'>, string>>
  readonly noOrigin: string
  readonly troubles: Readonly<Record<Trouble, (count: number) => string>>
  readonly since: (day: string) => string
  readonly noTrouble: string
  readonly toSettings: string
}

const id: EmbedWording = {
  heading: 'Periksa pemasangan',
  intro:
    'Layanan membuka halaman Anda seperti pengunjung, lalu mengatakan apa yang sudah benar dan apa yang perlu diperbaiki. Isi halaman tidak disimpan.',
  address: 'Alamat halaman',
  addressHint: 'Halaman di situs kantor yang memuat formulir, misalnya https://organisasi.example/pengaduan.',
  look: 'Periksa',
  looking: 'Membuka halaman…',
  result: (url) => `Hasil untuk ${url}`,
  checks: {
    page: 'Halaman',
    snippet: 'Cuplikan',
    origin: 'Situs',
    policy: 'Kebijakan keamanan (CSP)',
    version: 'Versi',
    sealing: 'Kunci segel',
    duplicates: 'Rangkap',
    contrast: 'Kontras',
  },
  findings: {
    'page.reached': () => 'Halaman terbuka lewat HTTPS.',
    'page.plain_http': () =>
      'Halaman tidak memakai HTTPS: yang ditulis pelapor dapat dibaca di jalan. Pasang HTTPS di situs.',
    'page.cut': () => 'Halaman lebih besar dari 1 MB; hanya bagian awal yang diperiksa.',
    'page.status': (status) => `Situs menjawab ${status}. Periksa alamatnya, dan bahwa halaman terbuka untuk umum.`,
    'page.not_html': (type) => `Alamat ini berisi ${type || 'sesuatu yang bukan halaman'}. Tulis alamat halamannya.`,
    'snippet.element': () => 'Skrip dan formulir ada, dengan tautan bagi yang tanpa JavaScript.',
    'snippet.frame': () => 'Formulir terpasang dalam bingkai.',
    'snippet.no_link': () =>
      'Formulir ada, tetapi tanpa tautan di dalamnya: pengunjung tanpa JavaScript tidak melihat apa pun. Salin ulang cuplikan.',
    'snippet.delayed': () =>
      'Sebuah plugin menunda skrip kami sampai halaman disentuh. Kecualikan aduan.js dari penundaan.',
    'snippet.link_only': () => 'Hanya ada tautan ke formulir. Untuk menampilkan formulir di halaman, salin cuplikan.',
    'snippet.not_module': () =>
      'Skrip ada, tetapi tanpa type="module", jadi tidak berjalan. Salin ulang cuplikan, atau kecualikan dari plugin yang mengubahnya.',
    'snippet.curly_quotes': () =>
      'Penyunting mengubah tanda kutip menjadi “melengkung”, jadi cuplikan tidak terbaca. Tempelkan sebagai HTML (di WordPress: blok HTML Khusus).',
    'snippet.as_text': () =>
      'Cuplikan tampil sebagai tulisan. Tempelkan sebagai HTML (di WordPress: blok HTML Khusus), bukan sebagai teks.',
    'snippet.no_script': () =>
      'Baris skrip tidak ada; mungkin dibuang oleh sistem situs. Pasang lagi, atau pakai bingkai.',
    'snippet.no_element': () => 'Skrip ada, tetapi baris <aduan-widget> tidak ada. Pasang kedua baris cuplikan.',
    'snippet.other_unit': (tenant) => `Formulir ini milik unit “${tenant}”. Salin cuplikan dari unit ini.`,
    'snippet.other_service': (service) => `Formulir menunjuk ke layanan lain (${service}). Salin cuplikan dari sini.`,
    'snippet.frame_sandbox': () =>
      'Bingkai dikurung terlalu ketat. Sandbox memerlukan allow-scripts, allow-same-origin dan allow-forms.',
    'snippet.nothing': () =>
      'Tidak ada cuplikan di halaman ini. Salin dua baris dari pengaturan. Bila dipasang oleh skrip lain, ia tidak terlihat dari sini; lihat daftar di bawah.',
    'origin.named': (origin) => `${origin} terdaftar.`,
    'origin.own': () => 'Halaman milik layanan ini sendiri.',
    'origin.not_named': (origin) => `Tambahkan ${origin} di pengaturan, “Situs yang boleh memasang formulir”.`,
    'origin.none_named': (origin) => `Belum ada situs yang terdaftar. Tambahkan ${origin} di pengaturan.`,
    'origin.differs_by_www': (origin) => `Alamat yang terdaftar berbeda di “www.”. Tambahkan ${origin} juga.`,
    'origin.differs_by_scheme': (origin) =>
      `Alamat yang terdaftar berbeda di http dan https. Tambahkan ${origin}, atau alihkan situs ke https.`,
    'origin.differs_by_port': (origin) => `Alamat yang terdaftar memakai port lain. Tambahkan ${origin}.`,
    'policy.none': () => 'Halaman tidak membatasi skrip.',
    'policy.allows': () => 'Kebijakan halaman mengizinkan formulir.',
    'policy.frame_instead': () =>
      'Skrip boleh berjalan tetapi tidak boleh menghubungi layanan, jadi formulir tampil dalam bingkai. Baris di bawah membukanya sepenuhnya.',
    'policy.blocks': () => 'Kebijakan halaman menahan formulir. Ganti dengan baris di bawah.',
    'policy.wants_nonce': () =>
      'Halaman hanya menjalankan skrip bertanda nonce dari servernya. Bubuhkan nonce itu pada baris skrip, atau pakai bingkai.',
    'version.moving': () => 'Selalu memakai versi yang berjalan.',
    'version.newest': (version) => `Dikunci pada ${version}, versi terbaru.`,
    'version.by_service': () => 'Bingkai selalu memakai versi yang berjalan.',
    'version.older': (version) =>
      `Dikunci pada ${version}; sudah ada yang lebih baru. Salin cuplikan terkunci yang baru.`,
    'version.no_integrity': (version) =>
      `Dikunci pada ${version} tanpa integrity: peramban tidak memeriksa isinya. Salin cuplikan terkunci.`,
    'version.parts_not_held': (version) =>
      `Bagian ${version} yang dimuat kemudian tidak dikunci. Salin juga baris importmap.`,
    'version.wrong_integrity': (version) =>
      `Integrity bukan milik ${version}, jadi peramban menolak skrip. Salin ulang cuplikan terkunci.`,
    'version.withdrawn': (version) => `Versi ${version} sudah ditarik dan tidak tampil. Pasang versi lain.`,
    'version.unknown': (version) => `Versi ${version} tidak pernah ada. Salin ulang cuplikan.`,
    ...sealingFindings.id,
    'duplicates.single': () => 'Terpasang satu kali.',
    'duplicates.same_script_twice': () =>
      'Baris skrip ada lebih dari satu kali. Cukup satu untuk semua formulir di halaman.',
    'duplicates.same_form_twice': () => 'Formulir yang sama tampil dua kali. Hapus satu.',
    'duplicates.two_versions': () =>
      'Dua versi dimuat bersamaan; hanya yang pertama berlaku. Hapus salah satu baris skrip.',
  },
  whyNot: {
    not_an_address: 'Ini bukan alamat. Tulis lengkap dengan https://.',
    scheme: 'Hanya alamat http dan https yang dapat dibuka.',
    credentials: 'Alamat berisi nama atau kata sandi. Hapus bagian itu.',
    port: 'Hanya port 80 dan 443 yang dibuka.',
    not_public:
      'Alamat ini (atau tujuan pengalihannya) tidak berada di internet terbuka, jadi layanan tidak membukanya.',
    unknown_name: 'Nama situs ini tidak ditemukan. Periksa ejaannya.',
    not_reached: 'Situs tidak dapat dihubungi. Coba lagi nanti.',
    bad_certificate: 'Sertifikat HTTPS situs tidak sah, jadi peramban pengunjung pun menolaknya.',
    too_slow: 'Situs tidak selesai menjawab dalam 5 detik.',
    too_many_redirects: 'Situs mengalihkan lebih dari tiga kali. Tulis alamat tujuannya.',
  },
  layers: {
    element: 'Pengunjung melihat formulir langsung di halaman.',
    frame: 'Pengunjung melihat formulir dalam bingkai.',
    link: 'Pengunjung hanya melihat tautan ke formulir di layanan ini.',
    nothing: 'Pengunjung tidak melihat formulir maupun tautannya.',
  },
  states: { good: 'Benar', poor: 'Dapat diperbaiki', bad: 'Salah' },
  contrast: (ratio, isLegible) =>
    `Warna unit terhadap latar formulir ${ratio} : 1${isLegible ? '.' : '; pilih warna yang disarankan di pengaturan.'} Warna halaman di sekitarnya tidak terlihat dari sini; formulir membawa latarnya sendiri.`,
  lines: 'Baris yang perlu dipasang',
  linesHint: 'Ganti seluruh baris lama dengan yang baru; selebihnya dari kebijakan Anda tetap.',
  where: { header: 'Kepala jawaban server', meta: 'Elemen meta di halaman' },
  seen: 'Di mana formulir terlihat',
  seenHint:
    'Menurut permintaan formulir sendiri: situs, versi dan gangguannya saja, tanpa halaman dan tanpa pengunjung.',
  loading: 'Memuat daftar…',
  nowhere: 'Belum terlihat di mana pun',
  nowhereText: 'Situs muncul di sini begitu seseorang membuka halaman yang memuat formulir.',
  lastSeen: (day) => `Terakhir terlihat ${day}`,
  version: (version) => `versi ${version}`,
  older: (newest) => `terbaru ${newest}`,
  framed: 'dalam bingkai',
  modes: {
    inline: 'formulir di halaman',
    button: 'tombol yang membuka formulir',
    follow: 'mengikuti pengaduan',
    frame: 'bingkai',
  },
  shownAs: (modes) => `Tampil sebagai ${modes}.`,
  standings: {
    none_named: 'Belum ada situs yang terdaftar, jadi formulir ditolak di sini.',
    not_named: 'Tidak terdaftar: formulir ditolak. Bila ini bukan situs Anda, mungkin ada yang menirunya.',
    differs_by_www: 'Ditolak: yang terdaftar berbeda di “www.”.',
    differs_by_scheme: 'Ditolak: yang terdaftar berbeda di http dan https.',
    differs_by_port: 'Ditolak: yang terdaftar memakai port lain.',
    nobodys: 'Halaman dari berkas atau bingkai terkurung. Formulir ditolak; tidak dapat didaftarkan.',
  },
  noOrigin: 'Tanpa alamat situs',
  troubles: {
    origin_refused: (count) => `${count}× ditolak karena situs`,
    version_withdrawn: (count) => `${count}× versi yang sudah ditarik`,
    fault: (count) => `${count}× kesalahan formulir`,
    nonsense: (count) => `${count}× jawaban tak terbaca (biasanya perantara jaringan)`,
    timeout: (count) => `${count}× layanan terlalu lama menjawab`,
  },
  since: (day) => `sejak ${day}`,
  noTrouble: 'Tanpa gangguan',
  toSettings: 'Ke daftar situs di pengaturan',
}

const en: EmbedWording = {
  heading: 'Check the form on your site',
  intro:
    'The service opens your page as a visitor would, and says what is right and what to mend. Nothing of the page is kept.',
  address: 'Address of the page',
  addressHint: 'A page of the office’s site with the form on it, as in https://organisasi.example/complaints.',
  look: 'Check',
  looking: 'Opening the page…',
  result: (url) => `Result for ${url}`,
  checks: {
    page: 'Page',
    snippet: 'Snippet',
    origin: 'Site',
    policy: 'Security policy (CSP)',
    version: 'Version',
    sealing: 'Sealing key',
    duplicates: 'Duplicates',
    contrast: 'Contrast',
  },
  findings: {
    'page.reached': () => 'The page opens over HTTPS.',
    'page.plain_http': () =>
      'The page is not on HTTPS: what reporters write can be read on its way. Set up HTTPS on the site.',
    'page.cut': () => 'The page is larger than 1 MB; only its beginning was looked at.',
    'page.status': (status) => `The site answers ${status}. Check the address, and that the page is open to everybody.`,
    'page.not_html': (type) =>
      `This address holds ${type || 'something that is no page'}. Write the address of the page.`,
    'snippet.element': () => 'Script and form are there, with a link for those without JavaScript.',
    'snippet.frame': () => 'The form is there in a frame.',
    'snippet.no_link': () =>
      'The form is there, but with no link inside: visitors without JavaScript see nothing. Copy the snippet again.',
    'snippet.delayed': () => 'A plugin holds our script back until the page is touched. Exclude aduan.js from it.',
    'snippet.link_only': () => 'There is a link to the form only. To show the form on the page, copy the snippet.',
    'snippet.not_module': () =>
      'The script is there, but without type="module" it does not run. Copy the snippet again, or exclude it from the plugin that changes it.',
    'snippet.curly_quotes': () =>
      'An editor made the quotes “curly”, so the snippet cannot be read. Paste it as HTML (in WordPress: a Custom HTML block).',
    'snippet.as_text': () => 'The snippet shows as text. Paste it as HTML (in WordPress: a Custom HTML block).',
    'snippet.no_script': () =>
      'The line with the script is missing; the site’s system may have removed it. Put it back, or use the frame.',
    'snippet.no_element': () =>
      'The script is there, but the line with <aduan-widget> is missing. Put both lines of the snippet in.',
    'snippet.other_unit': (tenant) => `This form belongs to the unit “${tenant}”. Copy the snippet of this unit.`,
    'snippet.other_service': (service) =>
      `The form points to another service (${service}). Copy the snippet from here.`,
    'snippet.frame_sandbox': () =>
      'The frame is shut in too tightly. Its sandbox needs allow-scripts, allow-same-origin and allow-forms.',
    'snippet.nothing': () =>
      'There is no snippet on this page. Copy the two lines from the settings. One that another script puts in cannot be seen from here; see the list below.',
    'origin.named': (origin) => `${origin} is listed.`,
    'origin.own': () => 'The page is this service’s own.',
    'origin.not_named': (origin) => `Add ${origin} in the settings, “Sites that may carry the form”.`,
    'origin.none_named': (origin) => `No site is listed yet. Add ${origin} in the settings.`,
    'origin.differs_by_www': (origin) => `The listed one differs by “www.”. Add ${origin} too.`,
    'origin.differs_by_scheme': (origin) =>
      `The listed one differs by http and https. Add ${origin}, or lead the site to https.`,
    'origin.differs_by_port': (origin) => `The listed one has another port. Add ${origin}.`,
    'policy.none': () => 'The page does not restrict scripts.',
    'policy.allows': () => 'The policy of the page allows the form.',
    'policy.frame_instead': () =>
      'The script may run but not call the service, so the form shows in a frame. The lines below open it fully.',
    'policy.blocks': () => 'The policy of the page keeps the form off. Replace it with the lines below.',
    'policy.wants_nonce': () =>
      'The page runs only scripts with a nonce of its server. Put that nonce on the line with the script, or use the frame.',
    'version.moving': () => 'Always the current version.',
    'version.newest': (version) => `Pinned to ${version}, the newest.`,
    'version.by_service': () => 'A frame always has the current version.',
    'version.older': (version) => `Pinned to ${version}; there is a newer one. Copy the pinned snippet again.`,
    'version.no_integrity': (version) =>
      `Pinned to ${version} without integrity: browsers do not check its bytes. Copy the pinned snippet.`,
    'version.parts_not_held': (version) =>
      `The parts of ${version} that load later are not pinned. Copy the importmap line too.`,
    'version.wrong_integrity': (version) =>
      `The integrity is not that of ${version}, so browsers refuse the script. Copy the pinned snippet again.`,
    'version.withdrawn': (version) => `Version ${version} was withdrawn and does not show. Put another one in.`,
    'version.unknown': (version) => `Version ${version} never was. Copy the snippet again.`,
    ...sealingFindings.en,
    'duplicates.single': () => 'It is there once.',
    'duplicates.same_script_twice': () =>
      'The line with the script is there more than once. One serves all forms of the page.',
    'duplicates.same_form_twice': () => 'The same form shows twice. Remove one.',
    'duplicates.two_versions': () => 'Two versions are loaded at once; only the first holds. Remove one of the lines.',
  },
  whyNot: {
    not_an_address: 'This is no address. Write it in full, with https://.',
    scheme: 'Only http and https addresses can be opened.',
    credentials: 'The address holds a name or password. Leave that out.',
    port: 'Only ports 80 and 443 are opened.',
    not_public: 'This address (or where it leads on to) is not on the open internet, so the service does not open it.',
    unknown_name: 'The name of this site was not found. Check its spelling.',
    not_reached: 'The site cannot be reached. Try again later.',
    bad_certificate: 'The HTTPS certificate of the site is not valid, so visitors’ browsers refuse it too.',
    too_slow: 'The site did not finish its answer within 5 seconds.',
    too_many_redirects: 'The site redirects more than three times. Write the address where it ends.',
  },
  layers: {
    element: 'Visitors see the form right on the page.',
    frame: 'Visitors see the form in a frame.',
    link: 'Visitors see only a link to the form at this service.',
    nothing: 'Visitors see neither the form nor a link to it.',
  },
  states: { good: 'Right', poor: 'Could be better', bad: 'Wrong' },
  contrast: (ratio, isLegible) =>
    `The unit’s colour on the form’s ground ${ratio} : 1${isLegible ? '.' : '; take the one offered in the settings.'} The colours of the page around it cannot be seen from here; the form brings its own ground.`,
  lines: 'Lines to put in',
  linesHint: 'Replace the whole old line with the new one; the rest of your policy stays.',
  where: { header: 'Header of the server’s answer', meta: 'Meta element of the page' },
  seen: 'Where the form was seen',
  seenHint: 'By the form’s own requests: site, version and trouble only, no page and no visitor.',
  loading: 'Loading the list…',
  nowhere: 'Not seen anywhere yet',
  nowhereText: 'A site shows here once somebody opens a page with the form on it.',
  lastSeen: (day) => `Last seen ${day}`,
  version: (version) => `version ${version}`,
  older: (newest) => `newest ${newest}`,
  framed: 'in a frame',
  modes: {
    inline: 'the form in the page',
    button: 'a button that opens the form',
    follow: 'following a complaint',
    frame: 'a frame',
  },
  shownAs: (modes) => `Shown as ${modes}.`,
  standings: {
    none_named: 'No site is listed yet, so the form is refused here.',
    not_named: 'Not listed: the form is refused. If this is not your site, somebody may be imitating it.',
    differs_by_www: 'Refused: the listed one differs by “www.”.',
    differs_by_scheme: 'Refused: the listed one differs by http and https.',
    differs_by_port: 'Refused: the listed one has another port.',
    nobodys: 'A page from a file, or a shut-in frame. The form is refused; it cannot be listed.',
  },
  noOrigin: 'No address of a site',
  troubles: {
    origin_refused: (count) => `${count}× refused because of the site`,
    version_withdrawn: (count) => `${count}× a withdrawn version`,
    fault: (count) => `${count}× a fault of the form`,
    nonsense: (count) => `${count}× an unreadable answer (often a proxy)`,
    timeout: (count) => `${count}× the service took too long`,
  },
  since: (day) => `since ${day}`,
  noTrouble: 'No trouble',
  toSettings: 'To the list of sites in the settings',
}

/** The words of this page come with it: nobody waits for them elsewhere. */
export const embedWording: Readonly<Record<Language, EmbedWording>> = { id, en }
