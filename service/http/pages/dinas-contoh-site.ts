import type { DemoSite } from './demo-site.ts'

export const dinasContohSite: DemoSite = {
  slug: 'dinas-contoh',
  look: 'green',
  mode: 'button',
  crest: 'crestContoh',
  headline: { id: 'Satu loket untuk urusan warga', en: 'One counter for what citizens need' },
  welcome: {
    id: 'Datang sekali, selesai dalam satu kunjungan. Cek syarat dan antrean sebelum berangkat.',
    en: 'Come once and be done in one visit. Check requirements and the queue before you leave home.',
  },
  services: [
    {
      title: { id: 'Surat keterangan', en: 'Certificates' },
      text: {
        id: 'Domisili, usaha, dan keterangan lain dalam satu hari.',
        en: 'Residence, business and others in a day.',
      },
    },
    {
      title: { id: 'Nomor antrean', en: 'Queue number' },
      text: { id: 'Ambil dari rumah, datang sesuai jam.', en: 'Take it at home and come at your time.' },
    },
    {
      title: { id: 'Layanan keliling', en: 'Mobile counter' },
      text: { id: 'Hadir di tiap kecamatan dua kali sebulan.', en: 'In each district twice a month.' },
    },
  ],
  news: [
    {
      day: '2026-11-18',
      title: { id: 'Loket buka sampai pukul tujuh malam setiap Kamis', en: 'Counter open until seven every Thursday' },
      text: { id: 'Bagi warga yang bekerja pada siang hari.', en: 'For citizens who work during the day.' },
    },
    {
      day: '2026-11-09',
      title: { id: 'Jadwal layanan keliling Desember', en: 'Mobile counter in December' },
      text: { id: 'Delapan kecamatan, enam belas hari layanan.', en: 'Eight districts, sixteen days.' },
    },
  ],
  complaintHeading: { id: 'Ada yang tidak beres?', en: 'Is something wrong?' },
  complaintText: {
    id: 'Ceritakan kepada kami. Anda boleh tidak menyebut nama, dan tetap mendapat jawaban.',
    en: 'Tell us. You may leave out your name and still get an answer.',
  },
}
