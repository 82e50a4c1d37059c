// In the editor the block shows which unit it is for; the form itself is shown to visitors only.
{
  const { blocks, blockEditor, components } = window.wp
  const { createElement: h, Fragment } = window.wp.element
  const { InspectorControls, useBlockProps } = blockEditor
  const { PanelBody, Placeholder, SelectControl, TextControl } = components

  function Edit({ attributes, setAttributes }) {
    const { unit, lang, view, sealingKey } = attributes
    const unitField = h(TextControl, {
      label: 'Unit (nama pendek di alamat)',
      value: unit,
      onChange: (value) => setAttributes({ unit: value }),
    })
    const choice = (name, label, options) =>
      h(SelectControl, {
        label,
        value: attributes[name],
        options: Object.entries(options).map(([value, text]) => ({ value, label: text })),
        onChange: (value) => setAttributes({ [name]: value }),
      })
    return h(
      Fragment,
      null,
      h(
        InspectorControls,
        null,
        h(
          PanelBody,
          { title: 'Formulir' },
          unitField,
          choice('lang', 'Bahasa', { id: 'Indonesia', en: 'English' }),
          choice('view', 'Isi', { file: 'Sampaikan pengaduan', follow: 'Lacak pengaduan' }),
          h(TextControl, {
            label: 'Kode pemeriksa kunci segel (sealing-key)',
            help: 'Dari pengaturan unit. Identitas hanya dikirim bila tersegel dengan kunci ini. Kosong: tidak diperiksa.',
            value: sealingKey,
            onChange: (value) => setAttributes({ sealingKey: value }),
          }),
        ),
      ),
      h(
        'div',
        useBlockProps(),
        h(
          Placeholder,
          { icon: 'megaphone', label: 'Formulir pengaduan' },
          unit ? `${unit} (${lang}, ${view})` : unitField,
        ),
      ),
    )
  }

  blocks.registerBlockType('aduan/form', { edit: Edit, save: () => null })
}
