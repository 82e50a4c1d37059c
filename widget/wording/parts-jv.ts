import { jv as follow } from './follow/jv.ts'
import type { PartWording } from './parts-id.ts'

export const parts: PartWording = {
  follow,

  dialog: {
    title: 'Tutup formulir?',
    draft:
      'Pengaduan menika dereng kakintun. Menawi formulir dipunbikak malih ing kaca menika, isen-isen panjenengan taksih wonten.',
    code: 'Kode lacak dereng panjenengan simpen. Sasampunipun dipuntutup, kode menika boten saged dipuntampilaken malih.',
    entries: 'Seratan panjenengan ing mriki dereng kakintun, lan ical menawi dipuntutup.',
    stay: 'Wangsul dhateng formulir',
    close: 'Tutup',
  },

  evidence: {
    hidden:
      'Foto saged ngetingalaken panjenengan utawi tiyang sanes, lan berkas saged ngemot asma utawi lokasi panjenengan. Priksa rumiyin menawi boten kersa dipunwanuhi.',
    drop: 'Seret berkas mriki, utawi',
    pick: 'Pilih berkas',
    camera: 'Pendhet foto',
    voice: 'Rekam swanten',
    noVoice: 'Perekam swanten dereng saged kapundhut. Cobi malih, utawi pilih berkas rekaman.',
    limits: (files, size) =>
      `Paling kathah ${files} berkas, saben berkas ngantos ${size}. Foto, PDF, rekaman swanten utawi video.`,
    list: 'Berkas panjenengan',
    waiting: 'Ngentosi giliran',
    smaller: 'Foto dipunkintun alit, tanpa panggenan lan jinising piranti.',
    sendOriginal: (size) => `Kintun foto asli (${size})`,
    checking: 'Mriksa berkas',
    uploading: (percent) => `Ngunggah, ${percent}%`,
    cut: (percent) => `Pedhot, kasimpen ngantos ${percent}%`,
    again: (seconds) => `nyobi malih ${seconds} detik malih`,
    offline: 'dipunlajengaken menawi jaringan sampun wangsul',
    wasCut: (name, percent) => `${name} pedhot ing ${percent}%. Ingkang sampun dumugi kasimpen; lajeng piyambak.`,
    tryNow: 'Cobi sapunika',
    unfinished: 'Dereng rampung. Pilih berkas ingkang sami supados lajeng',
    twice: (name) => `${name} sampun wonten.`,
    held: 'Kasimpen',
    failed: 'Gagal',
    hash: 'Kode berkas (SHA-256)',
    agreed: 'cocog kaliyan berkas ing piranti panjenengan',
    remove: 'Busak',
    retry: 'Cobi malih',
    added: (name) => `${name} kasimpen.`,
    removed: (name) => `${name} dipunbusak.`,
    refused: (name, why) => `${name}: ${why}`,
    tooLarge: (size) => `Kagengen. Paling ageng ${size}.`,
    tooMany: (files) => `Sampun ${files} berkas. Busak setunggal menawi badhe nambah.`,
    empty: 'Berkas menika kothong.',
  },

  idle: {
    shared: {
      title: 'Taksih wonten mriki?',
      meaning: (seconds) =>
        `Isen-isen ing layar menika dipunbusak ${seconds} detik malih, supados boten dipunwaos tiyang sanes.`,
      stay: 'Kula taksih wonten mriki',
      wipe: 'Busak sapunika',
    },
    own: {
      title: 'Badhe kalajengaken?',
      meaning: 'Isen-isen panjenengan taksih wonten. Dipuntutup supados boten dipunwaos tiyang sanes.',
      code: 'Tandha trima mawi kode lacak panjenengan taksih wonten. Menawi dipunbusak, kode boten saged dipuntampilaken malih.',
      stay: 'Lajengaken',
      wipe: 'Busak sedaya',
    },
  },

  policy: {
    loading: 'Dipunmuat…',
    retry: 'Cobi malih',
    notice: 'Wara-wara privasi',
    accessibility: 'Katrangan aksesibilitas',
  },

  keep: {
    title: 'Simpen draf ing piranti menika',
    lead: 'Draf dipunsegel mawi PIN lan kasimpen ing piranti menika ngantos 7 dinten sasampunipun ewah-ewahan pungkasan, utawi ngantos pengaduan kakintun.',
    shared: [
      'Tiyang sanes ingkang ngangge piranti menika saged ngertos bilih wonten draf ing mriki lan saged mbusak, nanging boten saged maos tanpa PIN.',
      'PIN ingkang gampil dipunbedhek, kados tanggal lair utawi 123456, boten ngreksa.',
      'PIN ingkang kesupen boten saged dipunwangsulaken. Lepat kaping gangsal, draf dipunbusak.',
      '“Enggal medal” boten mbusak draf menika; “Busak draf” ingkang mbusak.',
    ],
    pin: 'PIN enggal (paling sekedhik 6 angka utawi aksara)',
    repeat: 'Ambali PIN',
    keep: 'Simpen draf',
    cancel: 'Boten siyos',
    working: 'Nyegel…',
    tooShort: 'PIN kirang panjang. Paling sekedhik 6 angka utawi aksara.',
    tooEasy: 'PIN menika gampil sanget dipunbedhek.',
    differs: 'PIN kekalih boten sami.',
    nothing: 'Dereng wonten ingkang saged dipunsimpen. Isi formulir rumiyin.',
    impossible: 'Piranti menika boten saged nyimpen draf kanthi aman.',
    kept: (day) =>
      `Draf kasimpen ing piranti menika ngantos ${day}. Ewah-ewahan tumut kasimpen salaminipun kaca menika kabikak.`,
    notKept: 'Ewah-ewahan pungkasan boten saged dipunsimpen ing piranti menika.',
    forget: 'Busak draf',
    forgotten: 'Draf ing piranti menika sampun dipunbusak.',
    found: 'Wonten draf ingkang kasimpen',
    foundLead: (day) => `Ing piranti menika wonten draf pengaduan, ngantos ${day}. Bikak mawi PIN panjenengan.`,
    openPin: 'PIN',
    open: 'Bikak draf',
    opening: 'Mbikak…',
    opened: 'Draf sampun kabikak.',
    wrong: 'PIN lepat.',
    erased: 'Draf dipunbusak, amargi PIN bola-bali lepat.',
  },

  carry: {
    title: 'Nerasaken ing piranti sanes utawi ing loket',
    lead: 'Kula damelaken kode. Isian dipunsegel ing piranti menika; tanpa kode, kula ugi boten saged maos.',
    make: 'Damel kode',
    renew: 'Anyari isian ing kode menika',
    made: (until) =>
      `Serat kode menika. Sinten kemawon ingkang nyepeng saged mbikak isian panjenengan ngantos ${until}, utawi ngantos pengaduan kakintun.`,
    stays: 'Kode mbikak isian kados samenika. Berkas ingkang sampun kaunggah tumut, sanesipun dipunpilih malih.',
    ready: 'Kode sampun siap.',
    have: 'Sampun gadhah kode?',
    open: 'Bikak isian',
    working: 'Sekedhap…',
    opened: 'Isian sampun kabikak.',
    unknown: 'Boten wonten draf mawi kode menika. Kode lumampah sedinten, lan ngantos pengaduan kakintun.',
    nothing: 'Dereng wonten ingkang saged dipunbekta. Isi formulir rumiyin.',
    failed: 'Dereng kasil. Isian panjenengan taksih ing mriki. Cobi malih.',
  },

  questions: {
    lead: 'Wangsulan panjenengan mbiyantu petugas tumindak tanpa taken malih.',
    changed: 'Kantor nembe nggantos pitakenanipun. Muat malih kaca menika; isen-isen tetep wonten.',
    required: (question) => `Wangsuli: ${question}`,
    tooLong: (limit) => `Kepanjangen. Paling kathah ${limit} karakter.`,
    amountHint: 'Ing rupiah. Tuladha: 1.500.000.',
    amount: 'Serat gunggungipun mawi angka kemawon, tuladha: 1.500.000.',
    date: 'Tanggal menika boten wonten. Tuladha: 25 November 2026.',
    invalid: 'Pilih salah setunggal wangsulan.',
    person: 'Asma, kalenggahan, utawi ciri-ciripun. Dipunsegel sareng pengaduan.',
    placeHint: 'Serat panggenanipun, utawi tambah lokasi panjenengan sapunika.',
    stops: 'Kanthi wangsulan menika pengaduan boten dipunkintun dhateng kantor menika.',
    mayFile: 'Panjenengan tetep saged ngaturaken pengaduan ing mriki.',
    locate: 'Tambah lokasi kula sapunika',
    locateMeaning:
      'Lokasi namung dipunwaos menawi tombol menika dipunpencet, katampilaken awujud angka, lan tumut kakintun.',
    locating: 'Madosi lokasi…',
    located: (where) => `Tumut dipunkintun: ${where}`,
    accuracy: (metres) => `ketelitian ± ${metres} m`,
    forget: 'Busak lokasi',
    forgotten: 'Lokasi sampun dipunbusak.',
    denied: 'Lokasi boten dipunparengaken. Serat kemawon panggenanipun.',
    lost: 'Lokasi boten pinanggih. Cobi malih, utawi serat panggenanipun.',
  },

  sealing: {
    heading: 'Identitas panjenengan dipunsegel ing piranti menika',
    meaning:
      'Asma, alamat, lan kontak ing nginggil dipunkunci saderengipun kakintun. Layanan menika lan petugas sistemipun boten saged maos; namung pemegang kunci identitas, sasampunipun tiyang kalih sarujuk. Saben dipunbikak, panjenengan saged mirsani.',
    fingerprint: 'Kode pamriksan kunci',
    reach: 'Kenging dipunhubungi?',
    reachHint:
      'Tanpa centhang, boten wonten kabar ingkang dipunkintun: pantau mawi kode lacak. Ingkang dipuncenthang ugi kakintun tanpa segel.',
    open: {
      whatsapp: 'Kenging dipunhubungi lumantar WhatsApp ing nomer menika, katingal dening petugas sistem',
      sms: 'Kenging dipunhubungi lumantar SMS ing nomer menika, katingal dening petugas sistem',
      email: 'Kenging dipunhubungi lumantar surel menika, katingal dening petugas sistem',
    },
    otherKey:
      'Kunci kantor menika sanes kunci ingkang dipunkajengaken kaca menika, dados identitas panjenengan boten dipunkintun. Telpon kantor ing nomer ingkang sampun panjenengan mangertosi, sanes nomer ing formulir menika, utawi wangsul dhateng wiwitan lan pilih tanpa identitas.',
    notHere:
      'Kaca menika boten kabikak lumantar sambungan aman (https), dados identitas boten saged dipunsegel ing mriki. Aturaken lumantar kaca resmi unit kerja, utawi pilih tanpa identitas.',
  },

  trust: {
    title: 'Pesthekaken menika formulir resmi',
    loading: 'Nyuwun pirsa dhateng layanan…',
    vouched: (by, day) => `Sampun dipunpriksa dening ${by}, ${day}. Formulir menika resmi.`,
    basis: (basis) => `Ingkang dipunpriksa: ${basis}`,
    notVouched: 'Panjenengan saged mriksa piyambak mawi kalih cara menika.',
    sure: 'Cara mesthekaken piyambak',
    address: (host) => `Formulir resmi tansah wonten ing alamat ${host}. Pirsani alamat ing nginggil layar.`,
    compare:
      'Cocogaken kode pamriksan kaliyan ingkang kapacak ing kantor, utawi nyuwun dipunwaosaken lumantar telepon.',
    aloud: (groups) => `Kode pamriksan kantor: ${groups}`,
    more: 'Pirsani kode menika ing kaca resmi',
    honest: 'Kaca tiron saged niru seratan menika. Alamat ing nginggil layar boten saged dipuntiru.',
    failed: 'Layanan boten mangsuli. Mangga bikak formulir ing alamat resminipun.',
    close: 'Tutup',
  },

  similar: {
    title: 'Pengaduan ingkang sami',
    received: (count) => `Wonten ing 90 dinten pungkasan, paling boten ${count} pengaduan mlebet ing kategori menika.`,
    answered: (count, days) =>
      `Paling boten ${count} sampun dipunwangsuli, separonipun paling dangu ${days} dinten. Ingkang pungkasan dipunwangsuli:`,
    few: 'Ingkang sampun dipunwangsuli dereng cekap kathah kangge nyebat pinten dangunipun.',
    one: (month, days) => `mlebet ${month}, dipunwangsuli ing ${days} dinten`,
    yours: 'Menawi panjenengan ugi ngalami, kaaturna. Pengaduan panjenengan dipunserat lan dipunwangsuli piyambak.',
    again: 'Sampun nate ngaturaken menika?',
    follow: 'Tutaken lan tambahi mawi nomer panjenengan',
  },

  voice: {
    title: 'Rekam swanten',
    lead: (minutes) =>
      `Cariyosaken mawi swanten, paling dangu ${minutes} menit. Rekaman namung wonten ing layar menika ngantos panjenengan mencet “Agem rekaman”. Swanten saged dipuntepangi tiyang.`,
    start: 'Wiwiti ngrekam',
    cancel: 'Boten siyos',
    asking: 'Parengaken mikrofon menawi dipuntaosi.',
    recording: 'Saweg ngrekam.',
    level: 'Seroning swanten',
    stop: 'Kendel',
    time: (now, most) => `${now} saking ${most}`,
    ready: (time) => `Rekaman ${time} sampun saged dipunmirengaken.`,
    listen: 'Mirengaken',
    quiet: 'Kendelaken',
    use: 'Agem rekaman',
    again: 'Rekam malih',
    denied: 'Mikrofon boten dipunparengaken. Parengaken ing setelan kangge situs menika, utawi pilih berkas rekaman.',
    missing: 'Mikrofon boten pinanggih utawi saweg dipunangge. Panjenengan saged milih berkas rekaman.',
    notPlayed: 'Rekaman boten saged dipunputer ing mriki, nanging tetep saged dipunangge.',
    stopped: 'Rekaman kendel, amargi kaca menika katutup.',
    found: 'Rekaman panjenengan taksih wonten ing mriki.',
    disguise: 'Samaraken swanten kula',
    promise:
      'Nada saha lagu swanten dipungantos ing piranti menika. Tembung, logat, saha cara ngendikan tetep. Menika nyamaraken, boten njamin: tiyang ingkang tepang kaliyan panjenengan mbokmenawi taksih saged nengeri.',
    disguising: 'Swanten saweg dipunsamaraken.',
    isDisguised: 'Swanten sampun kasamaraken. Sumangga dipunmirengaken rumiyin.',
    notDisguised: 'Swanten boten saged kasamaraken ing piranti menika.',
    file: 'rekaman-swanten',
  },
}
