const colours = document.createElement('link')
colours.rel = 'stylesheet'
colours.href = new URL('../../../admin/page/base.css', import.meta.url).href
document.head.append(colours)
