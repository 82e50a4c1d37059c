declare module 'fontkit' {
  // A font that was read is one that pdfkit takes, which its types do not know.
  export function create(bytes: Uint8Array): PDFKit.Mixins.PDFFontSource
}
