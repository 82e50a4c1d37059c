declare module 'fontkit' {
  // pdfkit takes a font that was read, which its types do not know.
  type Font = PDFKit.Mixins.PDFFontSource & { _glyphs: object }
  export function create(bytes: Uint8Array): Font
}
