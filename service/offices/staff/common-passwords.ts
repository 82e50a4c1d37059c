/** Four neighbouring characters of one of these rows form a run. */
export const keyboardRows = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qazwsxedcrfvtgbyhnujm',
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
]

/**
 * Common parts of passwords in Indonesia and elsewhere: words for passwords, names of God and prayers, places, months,
 * terms of endearment, clubs, and the product. The longest come first, so that they are removed whole.
 */
export const commonPieces: readonly string[] = `
1q2w3e4r5t6y 1q2w3e4r 1qaz2wsx zaq12wsx password passwort passw0rd letmein welcome iloveyou monkey dragon football baseball superman batman master shadow
princess sunshine whatever trustno administrator admin root user guest login default changeme secret test testing
katasandi sandi rahasia kunci masuk coba cobacoba selamat datang selamatdatang
bismillah bismillahirrahmanirrahim alhamdulillah subhanallah allahuakbar allah muhammad astaghfirullah insyaallah
yesus tuhan amin doa ibu bapak mama papa ayah bunda anak keluarga
sayang sayangku cinta cintaku kasih akucintakamu iloveu kangen rindu bahagia sukses semangat ganteng cantik manis
indonesia indonesiaraya merdeka garuda pancasila nusantara republik
jakarta surabaya bandung semarang yogyakarta jogja malang mojokerto mojosari majapahit sidoarjo gresik jombang kediri
medan makassar denpasar bali jawa jawatimur sumatera kalimantan
persija persib persebaya arema bonek viking manchester barcelona realmadrid liverpool arsenal juventus
januari februari maret april mei juni juli agustus september oktober november desember
senin selasa rabu kamis jumat sabtu minggu
pemkab pemkot pemda pemprov pemerintah kabupaten kota provinsi kecamatan kelurahan desa dinas bagian kantor bupati
walikota camat lurah pegawai asn pns opd sekretariat daerah unit layanan pengelola operator verifikator petugas
aduan pengaduan lapor laporan complaint
spiderman pokemon naruto doraemon samsung android google facebook instagram whatsapp
`
  .split(/\s+/)
  .filter(Boolean)
  .toSorted((one, other) => other.length - one.length)
